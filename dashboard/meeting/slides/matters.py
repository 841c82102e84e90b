"""Turns decided matters into the page that counts how many stand how."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import state_drills
from dashboard.meeting.matters import days_compared, nothing_decided, nothing_listed, told_matters
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Chart
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import REGISTER, states_view
from dashboard.views.joint_meeting.states import MAIN_STATES, items_finding
from dashboard.views.table import Footer


def matters_slides(given: Context) -> tuple[Slide, ...]:
    """All matters on one page, or that there is none."""
    if found := told_matters(given).found:
        return (_all_matters(given, found),)
    nothing = Slide(
        key="matters",
        layout="table",
        title="本次会议没有可以汇报的议定事项",
        subtitle=days_compared(given),
        remarks=(nothing_listed(given),),
        footer=Footer(REGISTER),
    )
    return (nothing,)


def _all_matters(given: Context, found: Sequence[Standing]) -> Slide:
    panel = states_view(found, given.between)
    silent = [one for one in found if one.updated_on == one.decided_on and not one.is_new]
    own = sum(one.meeting_id == given.meeting.meeting_id for one in found)
    remarks = (
        f"其中本次会议新议定{own}项" if own else nothing_decided(given),
        f"{len(silent)}项自议定以来没有报过进展" if silent else "",
        panel.footer.note,
    )
    return Slide(
        key="matters",
        title=items_finding(found),
        subtitle=f"事项（项）· {days_compared(given)}",
        remarks=tuple(filter(None, remarks)),
        table=panel.table,
        chart=Chart("bar", 0, (1,)),
        row_keys=MAIN_STATES,
        drills=state_drills(given, found, MAIN_STATES),
        footer=panel.footer,
    )


SLIDE = SlideKind(
    name="matters",
    place=62,
    title="议定事项",
    section="议定事项",
    counted="项",
    is_appendix=True,
    layouts=("chart", "table"),
    make=matters_slides,
)
