"""Rows of a list → the same without counts of persons that one row, or all rows together, would tell."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.metrics.absence import Absence
from dashboard.metrics.protection import Protection
from dashboard.metrics.warehouse import Row, Warehouse

MINIMUM = Protection.minimum
DELICATE = """
SELECT DISTINCT area_code, period FROM mart.withheld
WHERE family = $family AND quantity IN (SELECT unnest($quantities))
"""


@dataclass(frozen=True)
class Heads:
    """A column of a list that counts persons, and the column whose persons they are some of (empty if of none).

    `quantities` are what rows of it add up to: all of them, and those of which something further is told, since a list
    shows of which rows it is.
    """

    column: str
    quantities: tuple[str, ...] = ()
    base: str = ""


COURSES = (
    Heads("enrolled", ("enrolled", "contest_entrants", "enrolled_of_completed", "enrolled_due_6m")),
    Heads("completed", ("completed", "completed_of_certified", "completed_due_3m", "completed_due_6m"), "enrolled"),
    Heads("certified", ("certified",), "completed"),
    Heads("converted_3m", ("converted_3m", "converted_3m_due_6m"), "completed"),
    Heads("converted_6m", ("converted_6m",), "completed"),
)
EVENTS = (
    Heads("visitors"),
    Heads("intentions", ("intentions", "intentions_of_hires")),
    Heads("hires", ("hires",), "intentions"),
)


def without_few(
    warehouse: Warehouse,
    family: str,
    heads: Sequence[Heads],
    rows: Iterable[Row],
    place_of: Callable[[Row], tuple[str, str]],
) -> list[Row]:
    """The rows with counts of persons emptied (不公开) by area and month, which `place_of` tells of a row.

    A column goes from all rows of an area's month where one of them has too few, counted or left over from its base,
    and where some figure of the area's month is withheld: the rows would add up to it.
    """
    told = list(rows)
    listed = told
    for one in heads:
        few = {place_of(row) for row in told if _is_few(row[one.column], row[one.base] if one.base else None)}
        few |= _delicate(warehouse, family, one.quantities)
        listed = [
            row | {one.column: Absence.NOT_DISCLOSED} if row[one.column] is not None and place_of(row) in few else row
            for row in listed
        ]
    return listed


def _is_few(count: object, base: object) -> bool:
    if not isinstance(count, int):
        return False
    return 0 < count < MINIMUM or (isinstance(base, int) and 0 < base - count < MINIMUM)


def _delicate(warehouse: Warehouse, family: str, quantities: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    def found() -> frozenset[tuple[str, str]]:
        rows = warehouse.rows(DELICATE, family=family, quantities=list(quantities))
        return frozenset((row["area_code"], row["period"]) for row in rows)

    return warehouse.remember(("delicate", family, quantities), found)
