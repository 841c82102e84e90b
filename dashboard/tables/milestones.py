"""Turns the reports on a matter into its course: the nodes as planned and as reached, and how often it was sent back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

CLOSED = "已办结"


@dataclass(frozen=True, kw_only=True)
class Step:
    """What was reported of a decided matter on a day: the node it had come to, and the one planned next."""

    decision_id: str
    reported_on: date
    status: str
    progress_pct: int
    node: str | None
    next_node: str | None
    next_due_on: date | None


class NodeState(StrEnum):
    """How a node stands at the end of a day. Late is only who is neither reached nor passed by, nor closed with all."""

    IN_TIME = "按期"
    REACHED_LATE = "晚到"
    REACHED = "已到"
    CLOSED_ALONG = "随销号办结"
    PASSED = "未填报（后续节点已到）"
    UNDATED = "未定期限"
    LATE = "滞后"
    NOT_DUE = "未到期"


@dataclass(frozen=True)
class Node:
    """A node of a matter: the days first and last planned for it (None: never said), the day first told as reached.

    `is_passed`: a node after it was told as reached, and nobody has told of this one.
    """

    name: str
    planned_on: date | None
    due_on: date | None
    reached_on: date | None
    is_passed: bool = False

    def state(self, day: date, *, is_closed: bool) -> NodeState:
        """How the node stands at the end of `day`; `is_closed` is the matter."""
        if self.reached_on:
            if self.planned_on is None:
                return NodeState.REACHED
            return NodeState.REACHED_LATE if self.late_days(day) else NodeState.IN_TIME
        if is_closed:
            return NodeState.CLOSED_ALONG
        if self.is_passed:
            return NodeState.PASSED
        if self.planned_on is None:
            return NodeState.UNDATED
        return NodeState.LATE if self.late_days(day) else NodeState.NOT_DUE

    def late_days(self, day: date) -> int:
        """The days from the day first planned to that of reaching it, or to `day`; 0 where it is not late or undated.

        A plan that was changed keeps its first day, as the matter itself does.
        """
        if self.planned_on is None:
            return 0
        return max(0, ((self.reached_on or day) - self.planned_on).days)


def nodes(reports: Sequence[Step]) -> tuple[Node, ...]:
    """The nodes that the reports name, oldest report first, in the order in which they come up.

    What a matter was closed with before it was sent back was not reached: it is when it is told of again.
    """
    planned: dict[str, date | None] = {}
    due: dict[str, date | None] = {}
    reached: dict[str, date] = {}
    named_next: dict[str, date] = {}
    sent_back = {back.closed_on: back for back in returns(reports)}
    undone = {
        back.reported_on: closing.node or "" for closing in reports if (back := sent_back.get(closing.reported_on))
    }
    for report in reports:
        reached.pop(undone.get(report.reported_on, ""), None)
        if report.node:
            planned.setdefault(report.node, None)
            reached.setdefault(report.node, report.reported_on)
        if report.next_node and report.next_node not in reached:
            planned[report.next_node] = planned.get(report.next_node) or report.next_due_on
            due[report.next_node] = report.next_due_on or due.get(report.next_node)
            named_next[report.next_node] = report.reported_on
    latest = max(reached.values(), default=date.min)
    return tuple(
        Node(
            name,
            first,
            due.get(name) or first,
            reached.get(name),
            name not in reached and latest > named_next.get(name, date.max),
        )
        for name, first in planned.items()
    )


@dataclass(frozen=True)
class Return:
    """That a matter which was told as closed was opened again, and the node (empty: none is named) that it came to."""

    closed_on: date
    reported_on: date
    node: str


def returns(reports: Sequence[Step]) -> tuple[Return, ...]:
    """Every time that a matter was opened again after it had been told as closed."""
    return tuple(
        Return(earlier.reported_on, later.reported_on, later.node or "")
        for earlier, later in pairwise(reports)
        if earlier.status == CLOSED and later.status != CLOSED
    )
