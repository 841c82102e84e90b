"""Takes out of an answer what may not be shown, as it was decided for the version when it was built."""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.cell import Cell
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import grain_of, is_to_date, within
from dashboard.metrics.protection import Protection
from dashboard.metrics.warehouse import Warehouse

WITHHELD = """
SELECT DISTINCT area_code, period, part FROM mart.withheld
WHERE family = $family AND quantity IN (SELECT unnest($quantities)) AND dimension = $dimension
"""


def withheld(warehouse: Warehouse, protection: Protection, by: str | None) -> frozenset[tuple[str, str, str]]:
    """The figures under a protection that are not shown, as (area, period, part)."""

    def decided() -> frozenset[tuple[str, str, str]]:
        rows = warehouse.rows(
            WITHHELD, family=protection.family, quantities=list(protection.quantities), dimension=by or ""
        )
        return frozenset((row["area_code"], row["period"], row["part"]) for row in rows)

    return warehouse.remember(("withheld", protection.family, protection.quantities, by), decided)


def shown(warehouse: Warehouse, metric: Metric, by: str | None, cells: Iterable[Cell]) -> list[Cell]:
    """The cells with those that may not be shown emptied and marked 不公开; the order is kept."""
    protection = metric.protection
    if protection is None:
        return list(cells)
    hidden = withheld(warehouse, protection, by)

    is_cut = warehouse.cut_off is not None and metric.grain == "month"

    def is_hidden(cell: Cell) -> bool:
        # What a longer period only takes over from its last base period is decided for that one.
        if metric.is_as_of_last:
            return (cell.area_code, cell.as_of, cell.part) in hidden
        if is_to_date(cell.period):
            # A sum of quarters tells nothing where each is shown; a quotient that is rounded would tell more digits.
            if protection.is_rounded:
                return True
            periods = within(cell.period, "quarter")
        else:
            # Some months of a quarter are shown where each of them and the quarter are: nothing new is told.
            is_part = is_cut and grain_of(cell.period) == "quarter"
            periods = (cell.period, *(within(cell.period, "month") if is_part else ()))
        return any((cell.area_code, period, cell.part) in hidden for period in periods)

    def shown_as(cell: Cell) -> Cell:
        if is_hidden(cell):
            return emptied(cell)
        return _rounded(cell, metric.decimals) if protection.is_rounded else cell

    return [shown_as(cell) for cell in cells]


def _rounded(cell: Cell, decimals: int) -> Cell:
    """The cell with no more digits than may be known, and without its two sides."""
    if isinstance(cell.value, Absence):
        return cell
    return replace(cell, value=round(cell.value, decimals), numerator=None, denominator=None)


def emptied(cell: Cell) -> Cell:
    """The cell as it is shown where it is withheld: marked 不公开 and without any figure."""
    return replace(cell, value=Absence.NOT_DISCLOSED, value_high=None, numerator=None, denominator=None)
