"""Takes out of an answer what may not be shown, as it was decided for the version when it was built."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from dashboard.metrics.absence import Absence
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse

Answered = TypeVar("Answered")
WITHHELD = """
SELECT DISTINCT area_code, period, part FROM mart.withheld
WHERE family = $family AND quantity IN (SELECT unnest($quantities)) AND dimension = $dimension
"""


def withheld(warehouse: Warehouse, metric: Metric, by: str | None) -> frozenset[tuple[str, str, str]]:
    """The figures of a protected metric that are not shown, as (area, period, part)."""
    protection = metric.protection

    def found() -> frozenset[tuple[str, str, str]]:
        rows = warehouse.rows(
            WITHHELD, family=protection.family, quantities=list(protection.quantities), dimension=by or ""
        )
        return frozenset((row["area_code"], row["period"], row["part"]) for row in rows)

    return warehouse.remember(("withheld", protection.family, protection.quantities, by), found)


def shown(warehouse: Warehouse, metric: Metric, by: str | None, cells: Iterable[Answered]) -> list[Answered]:
    """The cells (dataclasses) with those that may not be shown emptied and marked 不公开; the order is kept."""
    if metric.protection is None:
        return list(cells)
    hidden = withheld(warehouse, metric, by)

    def is_hidden(cell: Answered) -> bool:
        # What a longer period only takes over from its last base period is decided for that one.
        period = cell.as_of if metric.is_as_of_last else cell.period
        return (cell.area_code, period, cell.part) in hidden

    return [emptied(cell) if is_hidden(cell) else _rounded(metric, cell) for cell in cells]


def _rounded(metric: Metric, cell: Answered) -> Answered:
    """The cell with no more digits than may be known, and without its two sides."""
    if not metric.protection.is_rounded or isinstance(cell.value, Absence):
        return cell
    return replace(cell, value=round(cell.value, metric.decimals), numerator=None, denominator=None)


def emptied(cell: Answered) -> Answered:
    """The cell (a dataclass) as it is shown where it is withheld: marked 不公开 and without any figure."""
    return replace(cell, value=Absence.NOT_DISCLOSED, value_high=None, numerator=None, denominator=None)
