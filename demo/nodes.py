"""A matter and its reports → the days planned for its nodes: unequal steps from the meeting to the deadline."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

from demo.rows import Row
from demo.shares import seeded

# By how much of a step a node may move: less than half, so that no node passes its neighbour.
MOVED_AT_MOST = 0.35


def with_plans(row: Row, updates: list[Row], nodes: Sequence[str]) -> list[Row]:
    """The reports of the matter `row` with the day planned for the next of its `nodes`, which stand in their order.

    A node keeps the day that it was first given. Where the matter's first deadline is over and a later one was set,
    what is left is planned once more, up to the later one.
    """
    shares = _shares(row, nodes)
    plans: dict[bool, dict[str, date]] = {False: {}, True: {}}
    found: list[Row] = []
    for update in updates:
        node, day, first = update["next_node"], update["reported_on"], row["original_due_on"]
        if node:
            is_later = bool(first and day > first)
            starts_on, ends_on = (first, row["due_on"]) if is_later else (row["decided_on"], first or row["due_on"])
            plan = plans[is_later]
            if node not in plan:
                plan[node] = _planned(starts_on, ends_on, shares[node], max((day, *plan.values())))
            update |= {"next_due_on": plan[node]}
        found.append(update)
    return found


def _shares(row: Row, nodes: Sequence[str]) -> dict[str, float]:
    """For each node the share of the promised time after which it is planned; the last one's is 1.

    Each matter has a source of chance of its own, so that its plan moves nothing else.
    """
    random = seeded(f"nodes of {row['meeting_id']} {row['title']}")
    # The first node waits for the first monthly report, so it has a double step.
    step = 1 / (len(nodes) + 1)
    shares = [step * (place + 2 + random.uniform(-MOVED_AT_MOST, MOVED_AT_MOST)) for place in range(len(nodes) - 1)]
    return dict(zip(nodes, [*shares, 1.0], strict=True))


def _planned(starts_on: date, ends_on: date, share: float, after: date) -> date:
    """The day at a share of the time, or, where nobody would plan it so early any more, of the time left `after`."""
    planned = starts_on + timedelta(days=round((ends_on - starts_on).days * share))
    if after >= ends_on:
        return ends_on
    return planned if planned > after else after + timedelta(days=ceil((ends_on - after).days * share))
