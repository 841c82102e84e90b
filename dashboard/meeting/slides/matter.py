"""Turns a decided matter into a page of its own, with its nodes as planned and as reached."""

from collections.abc import Sequence
from datetime import date

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.matters import days_compared, told_matters
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Headed, Late, Progress
from dashboard.metrics.periods import to_grain
from dashboard.tables.matters import Standing
from dashboard.tables.meetings import Meeting
from dashboard.tables.milestones import Node, Step, returns
from dashboard.text.periods import period_label
from dashboard.views.joint_meeting.matters import items_table
from dashboard.views.joint_meeting.nodes import following_words, result_words, return_words
from dashboard.views.joint_meeting.states import state_words
from dashboard.views.table import Column, Table

UNMOVED = "未调整"


def matter_slides(given: Context) -> tuple[Slide, ...]:
    """A page for each matter that has anything to tell, blocked and late ones first, closed ones last."""
    told = told_matters(given)
    return tuple(
        matter_slide(given, one, told.steps[one.decision_id], told.early.get(one.decision_id, ())) for one in told.pages
    )


def matter_slide(given: Context, one: Standing, told: Sequence[Step], early: Sequence[date] = ()) -> Slide:
    """One decided matter: what was promised, by whom, until when; its nodes; how far it was then and is now.

    `early` are the days of reports that are older than the matter itself, which it says and does not count.
    """
    *_, footer = items_table((one,), given.between)
    between = given.between
    is_silent = one.updated_on == one.decided_on
    remarks = (
        one.note or "",
        "；".join(map(return_words, returns(told))),
        "" if one.nodes else ("议定以来尚未填报进展和节点" if is_silent else "尚未填报节点"),
        _last_told(given, one) if not is_silent else "",
        _oddity(one, early, given.meeting),
    )
    return Slide(
        key=f"matter-{one.decision_id}",
        name=one.title,
        subjects=(one.decision_id,),
        title=Headed(one.title, state_words(one)),
        subtitle=f"{one.area_name} · {one.task} · {days_compared(given)}",
        facts=_facts(one),
        remarks=tuple(filter(None, remarks)),
        table=_nodes_table(one),
        progress=Progress(between.since_label, one.earlier_progress_pct, between.day_label, one.progress_pct),
        is_late=one.is_open and (one.status == "受阻" or bool(one.overdue_days)),
        footer=footer,
    )


def _nodes_table(one: Standing) -> Table:
    """A row per node; the day that it was moved to has a column where any was moved."""
    is_any_moved = any(node.due_on != node.planned_on for node in one.nodes)
    names = ("节点", "原定", *(("现定",) if is_any_moved else ()), "实际", "结果")
    return Table(
        tuple(map(Column, names)), tuple(_node_row(one, node, is_any_moved=is_any_moved) for node in one.nodes)
    )


def _node_row(one: Standing, node: Node, *, is_any_moved: bool) -> tuple[str, ...]:
    moved = _day(node.due_on) if node.due_on != node.planned_on else UNMOVED
    words = result_words(one, node)
    return (
        node.name,
        _day(node.planned_on),
        *((moved,) if is_any_moved else ()),
        node.reached_on.isoformat() if node.reached_on else "未到",
        Late(words) if node in one.late_nodes else words,
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day else "未填报"


def _last_told(given: Context, one: Standing) -> str:
    """The day of the last report, and that it is none of the quarter where it is not."""
    day = one.updated_on.isoformat()
    is_own = to_grain(day[:7], "quarter") == given.quarter
    return f"最近一次填报{day}" + ("" if is_own else f"，不在{period_label(given.quarter)}内")


def _oddity(one: Standing, early: Sequence[date], meeting: Meeting) -> str:
    """What does not go together in the days of a matter."""
    decided = one.decided_on.isoformat()
    is_other = one.meeting_id == meeting.meeting_id and one.decided_on != meeting.held_on
    said = (
        f"进展日期{'、'.join(day.isoformat() for day in early)}早于议定日期{decided}，未计入" if early else "",
        f"议定日期{decided}与会议召开日期{meeting.held_on.isoformat()}不一致" if is_other else "",
    )
    return "；".join(filter(None, said))


def _facts(one: Standing) -> tuple[tuple[str, str], ...]:
    due = f"{one.original_due_on.isoformat()}前办结"
    if one.due_on != one.original_due_on:
        due = f"原定{due}，第{one.plan_changes}次调整到{one.due_on.isoformat()}"
    upcoming = following_words(one) or ("已销号" if not one.is_open else "未填报")
    earlier = one.earlier_status or "尚未议定"
    return (
        ("承诺", f"{one.decided_on.isoformat()}议定，{due}"),
        ("责任单位", one.responsible_unit),
        ("帮办形式", one.help_mode or "未采用"),
        ("状态", f"{earlier} → {one.status}"),
        ("已到节点", one.node or ("已销号" if not one.is_open else "未填报")),
        ("下一节点", upcoming),
    )


SLIDE = SlideKind(
    name="matter",
    place=64,
    title="议定事项",
    section="议定事项",
    counted="项",
    is_appendix=True,
    layouts=("matter",),
    make=matter_slides,
)
