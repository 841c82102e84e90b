"""Reads the three lists: what is needed and offered by topic and group, the oldest open needs, the plan's own needs."""

from dataclasses import dataclass
from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.metrics.periods import within
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.selected import AROUND, INSIDE, selected

# What is offered for a 片区 is offered in each of its parks and villages.
MATRIX = f"""
SELECT
    topic,
    served_group,
    sum(needs) AS needs,
    sum(resources + services) AS offers,
    sum(needs_told) AS needs_told,
    sum(needs_met) AS needs_met,
    sum(needs_open) AS needs_open,
    list_sort(list(DISTINCT origin)) AS origins
FROM mart.list_item_months
WHERE month = (SELECT max(month) FROM mart.list_item_months WHERE month <= $month)
    AND (area_code IN ({INSIDE}) OR (needs = 0 AND area_code IN ({AROUND})))
GROUP BY topic, served_group
ORDER BY topic, served_group
"""
LAST_DAY = "SELECT max(greatest(raised_on, matched_on, closed_on)) AS day FROM mart.list_register"


@dataclass(frozen=True, kw_only=True)
class MatrixCell:
    """What one group needs of one topic and what is offered for it; None where nobody reports on the needs."""

    topic: str
    served_group: str
    needs: int
    offers: int
    needs_told: int | None
    needs_met: int | None
    needs_open: int | None
    origins: tuple[str, ...]

    @property
    def satisfaction(self) -> float | Absence:
        """Needs matched and closed per 100 needs reported."""
        if not self.needs_told or self.needs_met is None:
            return Absence.NOT_REPORTED if self.needs else Absence.NOT_IN_PERIOD
        return 100 * self.needs_met / self.needs_told


@dataclass(frozen=True, kw_only=True)
class OpenNeed:
    """A need that was not closed on a day, with the days since it was raised and since it was due (0: not late)."""

    item_id: str
    area_name: str
    served_group: str
    topic: str
    title: str
    raised_on: date
    raised_by_kind: str
    matched_title: str | None
    responsible_unit: str | None
    due_on: date | None
    help_mode: str | None
    open_days: int
    overdue_days: int | None
    stage: str = ""
    origin: str


@dataclass(frozen=True, kw_only=True)
class NewItem:
    """An entry that came onto one of the lists, in the state that it had on a day (None: nobody reports on it)."""

    item_id: str
    list_kind: str
    area_name: str
    served_group: str
    topic: str
    title: str
    raised_on: date
    raised_by_kind: str
    responsible_unit: str | None
    due_on: date | None
    status: str | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class PlanNeed:
    """A need that a document prints, the measure that it prints for it, and what was decided and met since."""

    item_id: str
    served_group: str
    topic: str
    title: str
    quote: str
    paragraph: str
    note: str | None
    measure_kind: str | None
    measure: str | None
    decisions: int | None
    decisions_closed: int | None
    decision_status: str | None
    decision_node: str | None
    updated_on: date | None
    alike_raised: int | None
    alike_met: int | None
    origin: str
    result_origin: str | None


# Open needs are matched with something that is offered, or wait for it.
STAGE = "CASE WHEN matched_on <= $day THEN '办理中' ELSE '待对接' END"
OPEN_NEEDS = f"""
SELECT
    {
    selected(OpenNeed, open_days="$day::DATE - raised_on", overdue_days="greatest(0, $day::DATE - due_on)", stage=STAGE)
}
FROM mart.list_register
WHERE list_kind = '需求' AND status IS NOT NULL
    AND raised_on <= $day AND (closed_on IS NULL OR closed_on > $day)
    AND area_code IN ({INSIDE})
ORDER BY overdue_days DESC, raised_on, item_id
"""
PLAN_NEEDS = f"""
SELECT {selected(PlanNeed)}
FROM mart.plan_needs
WHERE area_code IN ({INSIDE}) OR area_code IN ({AROUND})
ORDER BY item_id
"""
# As it stood on the day; of what nobody reports on, no state is known.
STATE = f"""CASE
    WHEN list_kind <> '需求' OR status IS NULL THEN status
    WHEN closed_on <= $day THEN '已办结'
    ELSE {STAGE}
END"""
NEW_ITEMS = f"""
SELECT {selected(NewItem, status=STATE)}
FROM mart.list_register
WHERE raised_on > $since AND raised_on <= $day AND area_code IN ({INSIDE})
ORDER BY list_kind, raised_on, item_id
"""


def matrix(warehouse: Warehouse, area_code: str, quarter: str) -> tuple[MatrixCell, ...]:
    """Needs and offers by topic and group at the end of the quarter, or of the last one before it that was reported."""
    rows = warehouse.rows(MATRIX, area_code=area_code, month=within(quarter, "month")[-1])
    return tuple(MatrixCell(**row | {"origins": tuple(row["origins"])}) for row in rows)


def open_needs(warehouse: Warehouse, area_code: str, day: date) -> tuple[OpenNeed, ...]:
    """The needs inside the area that were open at the end of `day`, the most overdue first."""
    return tuple(OpenNeed(**row) for row in warehouse.rows(OPEN_NEEDS, area_code=area_code, day=day))


def new_items(warehouse: Warehouse, area_code: str, since: date, day: date) -> tuple[NewItem, ...]:
    """What was put on the lists inside the area after `since` until the end of `day`, list by list, oldest first."""
    rows = warehouse.rows(NEW_ITEMS, area_code=area_code, since=since, day=day)
    return tuple(NewItem(**row) for row in rows)


def plan_needs(warehouse: Warehouse, area_code: str) -> tuple[PlanNeed, ...]:
    """The needs that documents print for the area, something in it or the 片区 around it, in their order."""
    return tuple(PlanNeed(**row) for row in warehouse.rows(PLAN_NEEDS, area_code=area_code))


def last_day(warehouse: Warehouse) -> date | None:
    """The last day on which anything is written in the lists, None where they are empty."""
    last: date | None = warehouse.remember("lists-last-day", lambda: warehouse.rows(LAST_DAY)[0]["day"])
    return last
