"""Turns the matters that earlier meetings decided into one table: how far each is, and how its nodes stand."""

from collections.abc import Sequence

from dashboard.meeting.context import Context
from dashboard.meeting.declaration import SlideKind
from dashboard.meeting.drills import matter_drills
from dashboard.meeting.matters import carried, days_compared, nothing_listed, open_words
from dashboard.meeting.slide import Slide
from dashboard.meeting.slide_parts import Late
from dashboard.tables.matters import Standing
from dashboard.tables.milestones import NodeState
from dashboard.views.joint_meeting.matters import REGISTER, items_table, placed
from dashboard.views.joint_meeting.states import MAIN_STATES, main_state, state_words
from dashboard.views.table import Column, Footer, Table
from dashboard.views.view import origins_in

BOARD_COLUMNS = tuple(map(Column, ("事项", "责任单位", "原定期限", "进度", "节点", "状态")))
DONE = (NodeState.IN_TIME, NodeState.REACHED_LATE, NodeState.REACHED, NodeState.CLOSED_ALONG, NodeState.PASSED)


def scoreboard_slides(given: Context) -> tuple[Slide, ...]:
    """One page: what became of what was decided before."""
    found = sorted(placed(carried(given)), key=lambda one: (MAIN_STATES.index(main_state(one)), one.original_due_on))
    if not found:
        return (
            Slide(
                key="scoreboard",
                title="没有以前会议议定、仍在办理的事项",
                subtitle=days_compared(given),
                remarks=(nothing_listed(given),),
                is_appendix=True,
                footer=Footer(
                    REGISTER, as_of=given.between.day.isoformat(), origins=origins_in([given.meeting.origin])
                ),
            ),
        )
    return (_scoreboard(given, found),)


def _scoreboard(given: Context, found: Sequence[Standing]) -> Slide:
    *_, foot = items_table(found, given.between)
    return Slide(
        key="scoreboard",
        subjects=tuple(one.decision_id for one in found),
        title=_finding(found),
        subtitle=days_compared(given),
        table=Table(BOARD_COLUMNS, tuple(map(_row, found))),
        row_keys=tuple(one.decision_id for one in found),
        drills=matter_drills(given, found),
        is_brief=True,
        footer=foot,
    )


def _finding(found: Sequence[Standing]) -> str:
    """What became of them in one line; how many are in which trouble stands on the pages before and behind."""
    still = [one for one in found if one.is_open]
    if not still:
        return f"结转{len(found)}项，{'均' * (len(found) > 1)}已销号"
    closed = [f"销号{len(found) - len(still)}项"] if len(still) < len(found) else []
    return f"结转{len(found)}项：{'、'.join((*closed, open_words(still)))}"


def _row(one: Standing) -> tuple[str, ...]:
    then = "新" if one.earlier_progress_pct is None else f"{one.earlier_progress_pct}%"
    words = state_words(one)
    is_late = one.is_open and (one.status == "受阻" or bool(one.overdue_days) or bool(one.late_nodes))
    return (
        one.title,
        one.responsible_unit,
        one.original_due_on.isoformat(),
        f"{then} → {one.progress_pct}%",
        node_light(one),
        Late(words) if is_late else words,
    )


def node_light(one: Standing) -> str:
    """How many of the nodes are done: `2/4`, in red where another is late; its own page says by how much."""
    if not one.nodes:
        return "未填报"
    done = sum(one.state_of(node) in DONE for node in one.nodes)
    told = f"{done}/{len(one.nodes)}"
    return Late(told) if one.late_nodes else told


SLIDE = SlideKind(
    name="scoreboard",
    place=16,
    title="结转事项",
    section="结转事项",
    counted="项",
    layouts=("table",),
    make=scoreboard_slides,
)
