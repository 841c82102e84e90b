"""The decided matters of an area as they stood at the end of a period, and what had changed since the one before."""

from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import last_day_of, shift
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.matters import counted_on
from dashboard.views.joint_meeting.matters import items_table, listed
from dashboard.views.joint_meeting.meetings import Span
from dashboard.views.table import Listed


@remembered
def matters_table(warehouse: Warehouse, selection: Selection) -> Listed:
    """Title, subtitle, rows and footer: what was open when the period before ended, or came since."""
    between = Span(
        last_day_of(shift(selection.period, -1)), counted_on(warehouse, selection.period), "上期末", "本期末"
    )
    return items_table(
        listed(warehouse, selection.area_code, between), between, area_name(warehouse, selection.area_code)
    )
