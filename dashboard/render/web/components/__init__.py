"""Parts of a page that the platform lacks: charts that stay, tables of figures, a page's index, a stage, boxes for files; the front door of the folder."""

from dashboard.render.web.components.arranging import Arranged, Row, arranging
from dashboard.render.web.components.chart import chart
from dashboard.render.web.components.copying import copy_link
from dashboard.render.web.components.page_index import Entry, page_index
from dashboard.render.web.components.pivot import PivotCell, PivotRow, PivotSheet, pivot_table
from dashboard.render.web.components.stage import stage
from dashboard.render.web.components.tour import Step, tour
from dashboard.render.web.components.upload import most_megabytes, upload_box

__all__ = [
    "Arranged",
    "Entry",
    "PivotCell",
    "PivotRow",
    "PivotSheet",
    "Row",
    "Step",
    "arranging",
    "chart",
    "copy_link",
    "most_megabytes",
    "page_index",
    "pivot_table",
    "stage",
    "tour",
    "upload_box",
]
