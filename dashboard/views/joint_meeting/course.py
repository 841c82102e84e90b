"""Meetings and matters over the quarters, as they stood at the end of each, as rows of views."""

from functools import partial

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.joint_meeting import matters
from dashboard.views.joint_meeting.meetings import FLOW, STATES, TROUBLE
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.stages import stages_view
from dashboard.views.view import Making


def course_rows(warehouse: Warehouse, selection: Selection) -> tuple[tuple[Making, ...], ...]:
    """What came and went, in which states; how much was closed, in time, and what is in trouble, with whom."""
    return (
        (
            partial(lines_view, warehouse, FLOW, selection),
            partial(stages_view, warehouse, "decisions_open", "status", STATES, selection),
        ),
        (
            partial(trend_view, warehouse, "decision_closure_rate", selection),
            partial(trend_view, warehouse, "decision_on_time_rate", selection, is_columns=True),
        ),
        (
            partial(lines_view, warehouse, TROUBLE, selection),
            partial(matters.units_view, warehouse, selection),
        ),
    )


def meeting_rows(
    warehouse: Warehouse, by: str, selection: Selection, *, is_joint: bool
) -> tuple[tuple[Making, ...], ...]:
    """What was closed by the dimension `by`, how often bodies met and who came; how late the joint meetings were."""
    attendance = partial(trend_view, warehouse, "attendance_rate", selection)
    lag = (partial(trend_view, warehouse, "joint_meeting_lag", selection, is_columns=True),) if is_joint else ()
    return (
        (
            partial(parts_view, warehouse, "decision_closure_rate", by, selection),
            partial(parts_trend_view, warehouse, "meetings_held", "kind", selection),
        ),
        (*lag, attendance),
    )
