"""Turns the nodes of a matter into words: what was planned, how it came, what comes next."""

from collections.abc import Callable
from datetime import date

from dashboard.tables.matters import Standing
from dashboard.tables.milestones import Node, NodeState, Return

LATE_WORDS = {NodeState.LATE: "滞后", NodeState.REACHED_LATE: "晚"}


def plan_words(node: Node, written: Callable[[date], str] = date.isoformat, before: str = "前") -> str:
    """The day that is planned, with the first one where it was moved: `原定 2025-08-23，调整到 2025-09-29`."""
    if node.planned_on is None or node.due_on is None:
        return ""
    if node.due_on == node.planned_on:
        return f"{written(node.planned_on)}{before}"
    return f"原定{written(node.planned_on)}，调整到{written(node.due_on)}"


def result_words(matter: Standing, node: Node) -> str:
    """How a node stood on the matter's day: `滞后 117 天`, `晚 9 天`, `按期`."""
    state = matter.state_of(node)
    return f"{LATE_WORDS[state]}{node.late_days(matter.day)}天" if state in LATE_WORDS else state


def following_words(matter: Standing) -> str:
    """The next node with its plan and how late it is, nothing where none is told."""
    node = matter.following
    if node is None:
        return matter.next_node or ""
    late = result_words(matter, node) if node in matter.late_nodes else ""
    told = "，".join(filter(None, (plan_words(node), late)))
    return f"{node.name}（{told}）" if told else node.name


def return_words(back: Return) -> str:
    """That a matter was sent back: `2025-06-15 报销号，2025-07-05 退回至“基本完成”`."""
    whereto = f"至“{back.node}”" if back.node else ""
    return f"{back.closed_on.isoformat()}报销号，{back.reported_on.isoformat()}退回{whereto}"
