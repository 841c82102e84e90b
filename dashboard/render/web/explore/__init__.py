"""The workbench of 自助分析: what is asked, its answer in rows and columns, views that were saved; the front door of the folder."""

from dashboard.render.web.explore.address import READ, opened_link
from dashboard.render.web.explore.asking import boxes, kind_switch
from dashboard.render.web.explore.pinned import pinned_panel
from dashboard.render.web.explore.rows import rows_block
from dashboard.render.web.explore.words import asked_line

__all__ = ["READ", "asked_line", "boxes", "kind_switch", "opened_link", "pinned_panel", "rows_block"]
