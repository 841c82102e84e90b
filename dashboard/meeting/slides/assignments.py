"""Turns what is to be done next into one page: a row for each unit, with what it has to do first."""

from collections.abc import Sequence
from datetime import date

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import matter_drills
from dashboard.meeting.matters import given_matters
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Late
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import REGISTER, items_table, placed
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

TASK_COLUMNS = (Column("责任单位"), Column("事项", "项", 0), Column("最先要做"), Column("时限"))


def assignment_slides(given: Context) -> tuple[Slide, ...]:
    """One page: who has what to do, the unit with the earliest day first."""
    still = [one for one in placed(given_matters(given)) if one.is_open]
    if not still:
        return (
            Slide(
                key="assignments",
                title="截至会议当天没有在办的议定事项",
                subtitle=f"{given.between.day_label}{given.between.day.isoformat()}",
                footer=Footer(
                    REGISTER, as_of=given.between.day.isoformat(), origins=origins_in([given.meeting.origin])
                ),
                is_appendix=True,
            ),
        )
    units: dict[str, list[Standing]] = {}
    for one in still:
        units.setdefault(one.responsible_unit, []).append(one)
    ordered = sorted(units.items(), key=lambda item: (min(map(_due, item[1])), item[0]))
    first = [min(own, key=lambda one: (_due(one), one.decision_id)) for _, own in ordered]
    *_, foot = items_table(still, given.between)
    slide = Slide(
        key="assignments",
        title=f"在办{len(still)}项由{len(units)}个单位负责",
        subtitle="各单位最先要做的一步，期限早的在前",
        table=Table(TASK_COLUMNS, tuple(_row(unit, own, one) for (unit, own), one in zip(ordered, first, strict=True))),
        row_keys=tuple(one.decision_id for one in first),
        drills=matter_drills(given, first),
        is_brief=True,
        footer=foot,
    )
    return (slide,)


def _due(one: Standing) -> date:
    """The day until when something is to be done: that of the next node, or of the matter."""
    return (one.following.due_on if one.following else None) or one.due_on


def _row(unit: str, own: Sequence[Standing], one: Standing) -> tuple[str | int, ...]:
    step = f"{one.title}：{one.next_node}" if one.next_node else f"{one.title}：办结"
    due = _due(one)
    words = f"{due.isoformat()}前"
    return unit, len(own), step, Late(f"{due.isoformat()}（已过）") if due < one.day else words


SLIDE = SlideKind(
    name="assignments", place=36, title="责任分工", section="责任分工", layouts=("table",), make=assignment_slides
)
