"""Turns what the meeting has decided into one page."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import matter_drills
from dashboard.meeting.matters import given_matters, nothing_decided
from dashboard.meeting.slide import Slide
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import REGISTER, items_table, placed
from dashboard.views.joint_meeting.nodes import following_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

DECIDED_COLUMNS = tuple(map(Column, ("事项", "区域", "责任单位", "帮办形式", "期限")))


def decided_slides(given: Context) -> tuple[Slide, ...]:
    """One page after the meeting; before it nothing is decided."""
    if given.is_before:
        return ()
    found = placed(given_matters(given))
    return (_decided_slide(given, [one for one in found if one.meeting_id == given.meeting.meeting_id]),)


def _decided_slide(given: Context, fresh: Sequence[Standing]) -> Slide:
    """What the meeting has decided, one matter a row; the first nodes where any is told."""
    if not fresh:
        return Slide(
            key="decided",
            title=nothing_decided(given),
            subtitle=f"{given.between.day_label}{given.between.day.isoformat()}",
            is_appendix=True,
            footer=Footer(REGISTER, as_of=given.between.day.isoformat(), origins=origins_in([given.meeting.origin])),
        )
    columns, rows = DECIDED_COLUMNS, [_decided_row(one) for one in fresh]
    if any(one.next_node for one in fresh):
        columns += (Column("首个节点"),)
        rows = [(*row, following_words(one) or "未填报") for row, one in zip(rows, fresh, strict=True)]
        remark = ""
    else:
        remark = "议定以来尚未填报进展和节点" if all(one.updated_on == one.decided_on for one in fresh) else ""
    *_, foot = items_table(fresh, given.between)
    return Slide(
        key="decided",
        subjects=tuple(one.decision_id for one in fresh),
        title=f"本次议定{len(fresh)}项",
        subtitle=f"{given.between.day_label}{given.between.day.isoformat()}议定",
        remarks=(remark,) if remark else (),
        table=Table(columns, tuple(rows)),
        row_keys=tuple(one.decision_id for one in fresh),
        drills=matter_drills(given, fresh),
        footer=foot,
    )


def _decided_row(one: Standing) -> tuple[str, ...]:
    due = f"{one.original_due_on.isoformat()}前"
    return one.title, one.area_name, one.responsible_unit, one.help_mode or "未采用", due


SLIDE = SlideKind(
    name="decided",
    place=14,
    title="本次议定",
    section="本次议定",
    counted="项",
    layouts=("table",),
    make=decided_slides,
)
