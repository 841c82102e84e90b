"""Turns blocked and late matters into one page with what holds each of them up."""

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import matter_drills
from dashboard.meeting.matters import PRESSING, given_matters
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Late
from dashboard.meeting.slides.asks import pages_asked
from dashboard.tables.matters import Standing
from dashboard.views.joint_meeting.matters import items_table, placed
from dashboard.views.joint_meeting.states import MAIN_STATES, main_state, state_words
from dashboard.views.table import Column, Table

TROUBLE_COLUMNS = tuple(map(Column, ("事项", "状态", "原因", "下一步", "现定日期", "责任单位")))


def trouble_slides(given: Context) -> tuple[Slide, ...]:
    """One page, none where every matter moves in time.

    It stands behind where what is asked takes more than one page, which tell the same matters with what blocks them.
    """
    found = [one for one in placed(given_matters(given)) if main_state(one) in PRESSING]
    if not found:
        return ()
    found.sort(key=lambda one: (MAIN_STATES.index(main_state(one)), -one.overdue_days))
    *_, foot = items_table(found, given.between)
    latest = max(found, key=lambda one: one.overdue_days)
    most = "最长超期" if len(found) > 1 else "超期"
    longest = f"，{most}{latest.overdue_days}天：{latest.title}" if latest.overdue_days else ""
    slide = Slide(
        key="trouble",
        title=f"{len(found)}项受阻、超期或无进展{longest}",
        subtitle=f"原因照责任单位填报 · {given.between.day_label}{given.between.day.isoformat()}",
        table=Table(TROUBLE_COLUMNS, tuple(map(_row, found))),
        row_keys=tuple(one.decision_id for one in found),
        drills=matter_drills(given, found),
        is_late=True,
        is_brief=True,
        is_appendix=pages_asked(given) > 1,
        footer=foot,
    )
    return (slide,)


def _row(one: Standing) -> tuple[str, ...]:
    due = one.following.due_on if one.following else None
    return (
        one.title,
        Late(state_words(one)),
        one.note or "未填报",
        one.next_node or "未填报",
        due.isoformat() if due else "未填报",
        one.responsible_unit,
    )


SLIDE = SlideKind(
    name="trouble", place=18, title="受阻与超期", section="结转事项", layouts=("table",), make=trouble_slides
)
