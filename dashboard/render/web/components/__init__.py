"""Parts of a page that the platform lacks: charts and maps that stay, tables of figures, an index, a stage, file boxes; the front door of the folder."""

from dashboard.render.web.components.area_map import area_map
from dashboard.render.web.components.arranging import Arranged, Row, arranging
from dashboard.render.web.components.chart import chart
from dashboard.render.web.components.copying import copy_link
from dashboard.render.web.components.deck_map import deck_map
from dashboard.render.web.components.loop import loop
from dashboard.render.web.components.page_index import Entry, page_index
from dashboard.render.web.components.picture import picture_tools
from dashboard.render.web.components.pivot import PivotCell, PivotRow, PivotSheet, pivot_table
from dashboard.render.web.components.question_box import question_box
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
    "area_map",
    "arranging",
    "chart",
    "copy_link",
    "deck_map",
    "loop",
    "most_megabytes",
    "page_index",
    "picture_tools",
    "pivot_table",
    "question_box",
    "stage",
    "tour",
    "upload_box",
]
