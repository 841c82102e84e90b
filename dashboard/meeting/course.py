"""Turns the reports on a matter into its course: the nodes as planned and as reached, and how often it was sent back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dashboard.meeting.slide import Late
from dashboard.tables.meetings import Step

CLOSED = "已办结"


@dataclass(frozen=True)
class Node:
    """A node of a matter: the day first planned for it (None: never said) and the day it was first told as reached."""

    name: str
    planned_on: date | None
    reached_on: date | None

    def result(self, day: date, *, is_closed: bool) -> str:
        """What is to be said of the node at the end of `day`."""
        if self.reached_on and self.planned_on:
            late = (self.reached_on - self.planned_on).days
            return f"晚 {late} 天" if late > 0 else "按期"
        if self.reached_on:
            return "已到"
        if is_closed:
            return "随销号办结"
        if self.planned_on is None:
            return "未定期限"
        late = (day - self.planned_on).days
        return Late(f"超期 {late} 天") if late > 0 else "未到期"


def nodes(told: Sequence[Step]) -> tuple[Node, ...]:
    """The nodes that the reports name, in the order in which they come up. A later plan does not move the first.

    What a matter was closed with before it was sent back was not reached: it is when it is told of again.
    """
    planned: dict[str, date | None] = {}
    reached: dict[str, date] = {}
    sent_back = {back.closed_on: back for back in returns(told)}
    undone = {back.reported_on: closing.node or "" for closing in told if (back := sent_back.get(closing.reported_on))}
    for step in told:
        reached.pop(undone.get(step.reported_on, ""), None)
        if step.node:
            planned.setdefault(step.node, None)
            reached.setdefault(step.node, step.reported_on)
        if step.next_node and step.next_node not in reached:
            planned[step.next_node] = planned.get(step.next_node) or step.next_due_on
    return tuple(Node(name, due, reached.get(name)) for name, due in planned.items())


@dataclass(frozen=True)
class Return:
    """That a matter which was told as closed was opened again, and the node (empty: none is named) that it came to."""

    closed_on: date
    reported_on: date
    node: str

    @property
    def words(self) -> str:
        """What is to be said of it: `2025-06-15 报销号，2025-07-05 退回至“基本完成”`."""
        whereto = f"至“{self.node}”" if self.node else ""
        return f"{self.closed_on.isoformat()} 报销号，{self.reported_on.isoformat()} 退回{whereto}"


def returns(told: Sequence[Step]) -> tuple[Return, ...]:
    """Every time that a matter was opened again after it had been told as closed."""
    return tuple(
        Return(earlier.reported_on, later.reported_on, later.node or "")
        for earlier, later in pairwise(told)
        if earlier.status == CLOSED and later.status != CLOSED
    )
