"""Reads how every decided matter stood on a day, and since another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.metrics.periods import last_day_of
from dashboard.metrics.remembered import remembered
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.milestones import Node, NodeState, Step, nodes
from dashboard.tables.selected import INSIDE, selected

# What was sent as progress of a day on which the matter had not been decided; no stretch of the timeline tells it.
EARLY_REPORTS = """
SELECT report.decision_id, report.reported_on
FROM core.decision_updates AS report
JOIN core.decisions AS decision ON decision.decision_id = report.decision_id
WHERE report.reported_on < decision.decided_on AND report.decision_id IN (SELECT unnest($decisions))
ORDER BY report.decision_id, report.reported_on
"""
LAST_DAY = "SELECT max(starts_on) AS day FROM mart.decision_timeline"


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a decided matter stood on a day, and what had changed since an earlier one.

    `original_due_on` is the day first promised, by which `overdue_days` count (0: closed or not late); a plan that was
    changed keeps it, and on the day of the decision none was. A matter that was closed and opened again is open (`is_reopened`). `is_unmoved`: it was there on
    the earlier day, is open, and status, progress, node and note are what they were. `closed_on` is empty while open;
    `is_newly_closed` since the earlier day, `was_closed` already on it and still. `nodes` are those told of until `day`.
    """

    decision_id: str
    meeting_id: str
    title: str
    task: str
    area_name: str
    responsible_unit: str
    help_mode: str | None
    decided_on: date
    due_on: date
    original_due_on: date
    plan_changes: int
    updated_on: date
    status: str
    progress_pct: int
    node: str | None
    next_node: str | None
    next_due_on: date | None
    note: str | None
    options: str | None = None
    closed_on: date | None
    is_reopened: bool
    earlier_status: str | None
    earlier_progress_pct: int | None
    is_new: bool
    is_newly_closed: bool
    was_closed: bool
    overdue_days: int
    is_unmoved: bool
    origin: str
    day: date
    nodes: tuple[Node, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the matter was still to be done."""
        return self.closed_on is None

    @property
    def following(self) -> Node | None:
        """The node that is planned next, None where none is told."""
        return next((node for node in self.nodes if node.name == self.next_node), None)

    @property
    def late_nodes(self) -> tuple[Node, ...]:
        """The nodes that should have been reached, the latest first."""
        late = (node for node in self.nodes if self.state_of(node) is NodeState.LATE)
        return tuple(sorted(late, key=lambda node: -node.late_days(self.day)))

    def state_of(self, node: Node) -> NodeState:
        """How a node of the matter stood on the day."""
        return node.state(self.day, is_closed=not self.is_open)


# The matters of a 片区 are those of its meetings; of a park or village, those that concern it.
STANDINGS = f"""
WITH inside AS ({INSIDE}),

now AS (
    -- On the day of its decision a matter has the deadline that was set on it.
    SELECT
        * REPLACE (
            CASE WHEN decided_on >= $day THEN original_due_on ELSE due_on END AS due_on,
            CASE WHEN decided_on >= $day THEN 0 ELSE plan_changes END AS plan_changes
        ),
        status <> '已办结' AS is_open
    FROM mart.decision_timeline
    WHERE starts_on <= $day AND (ends_on IS NULL OR ends_on > $day)
        AND (district_code IN (FROM inside) OR area_code IN (FROM inside))
),

earlier AS (
    SELECT * FROM mart.decision_timeline
    WHERE starts_on <= $since AND (ends_on IS NULL OR ends_on > $since)
),

compared AS (
    SELECT
        now.*,
        now.starts_on AS updated_on,
        earlier.status AS earlier_status,
        earlier.progress_pct AS earlier_progress_pct,
        $day::DATE AS day,
        now.decided_on > $since AS is_new,
        coalesce(now.closed_on > $since, false) AS is_newly_closed,
        coalesce(earlier.closed_on <= $since AND NOT now.is_open, false) AS was_closed,
        CASE WHEN now.is_open AND now.original_due_on < $day THEN $day::DATE - now.original_due_on ELSE 0 END
            AS overdue_days,
        now.is_open AND earlier.decision_id IS NOT NULL
            AND (now.status, now.progress_pct, now.node, now.note)
                IS NOT DISTINCT FROM (earlier.status, earlier.progress_pct, earlier.node, earlier.note) AS is_unmoved
    FROM now
    LEFT JOIN earlier ON earlier.decision_id = now.decision_id
)

SELECT {selected(Standing, but=("nodes",))}
FROM compared
ORDER BY is_open DESC, original_due_on, decision_id
"""
STEPS = f"""
SELECT {selected(Step, reported_on="starts_on")}
FROM mart.decision_timeline
WHERE decision_id IN (SELECT unnest($decisions)) AND starts_on <= $day
ORDER BY decision_id, starts_on
"""


@remembered
def standings(warehouse: Warehouse, area_code: str, day: date, since: date) -> tuple[Standing, ...]:
    """Every matter of the area as it stood at the end of `day`, with what had changed since the end of `since`.

    Matters decided after `day` are not there. The open ones come first, by the day first promised.
    """
    rows = warehouse.rows(STANDINGS, area_code=area_code, day=day, since=since)
    reports = steps(warehouse, [row["decision_id"] for row in rows], day)
    return tuple(Standing(**row, nodes=nodes(reports[row["decision_id"]])) for row in rows)


def steps(warehouse: Warehouse, decisions: Sequence[str], day: date) -> dict[str, tuple[Step, ...]]:
    """What was reported of each of the matters until the end of `day`, oldest first; the meeting itself is the first."""
    found = [Step(**row) for row in warehouse.rows(STEPS, decisions=list(decisions), day=day)]
    return {one: tuple(step for step in found if step.decision_id == one) for one in decisions}


def early_reports(warehouse: Warehouse, decisions: Sequence[str]) -> dict[str, tuple[date, ...]]:
    """The days of reports that are dated before the matter was decided and therefore count for nothing, by matter."""
    found = warehouse.rows(EARLY_REPORTS, decisions=list(decisions))
    return {
        one: tuple(row["reported_on"] for row in found if row["decision_id"] == one)
        for one in dict.fromkeys(row["decision_id"] for row in found)
    }


def counted_on(warehouse: Warehouse, period: str) -> date:
    """The day for which matters of a period are counted: its last one, or the last that the register tells of."""
    ends_on = last_day_of(period)
    return min(ends_on, last_day(warehouse) or ends_on)


def last_day(warehouse: Warehouse) -> date | None:
    """The last day of which the register of matters tells anything, None where it is empty."""
    last: date | None = warehouse.remember("matters-last-day", lambda: warehouse.rows(LAST_DAY)[0]["day"])
    return last
