"""Parts of a page that the platform lacks: a chart that stays, the index of a page, a tour, a full-screen stage, a list to put in order, a box for files; the front door of the folder."""

from dashboard.render.web.components.arranging import Arranged, Row, arranging
from dashboard.render.web.components.chart import chart
from dashboard.render.web.components.page_index import Entry, page_index
from dashboard.render.web.components.stage import stage
from dashboard.render.web.components.tour import Step, tour
from dashboard.render.web.components.upload import most_megabytes, upload_box

__all__ = [
    "Arranged",
    "Entry",
    "Row",
    "Step",
    "arranging",
    "chart",
    "most_megabytes",
    "page_index",
    "stage",
    "tour",
    "upload_box",
]
