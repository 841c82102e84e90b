"""Parts of a page that the platform lacks: a chart that stays, a full-screen stage, a list to put in order, a box for files; the front door of the folder."""

from dashboard.render.web.components.arranging import Arranged, Row, arranging
from dashboard.render.web.components.chart import chart
from dashboard.render.web.components.stage import stage
from dashboard.render.web.components.upload import most_megabytes, upload_box

__all__ = ["Arranged", "Row", "arranging", "chart", "most_megabytes", "stage", "upload_box"]
