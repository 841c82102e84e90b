"""What is told apart → its figures in a period, or what several periods add up to."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.selection import Selection, earlier
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.times import is_flow
from dashboard.questions.understood import Understood
from dashboard.text.formats import is_number
from dashboard.views.answers import in_period

# Where a figure of one of several periods is missing so, nobody knows what they add up to.
UNTOLD = (Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_COMPARABLE)


def both_periods(asked: Understood) -> tuple[str, str]:
    """The period that is asked for and, of a change, the earlier one; of thousands of areas each is a long question."""
    return asked.span.last, (earlier(asked.span.last, asked.comparison) or "") if asked.is_change else ""


def figures_in(warehouse: Warehouse, asked: Understood, codes: tuple[str, ...], period: str) -> tuple[Cell, ...]:
    """The cells of the areas in a period, or their sums where several periods are asked for; none without a period."""
    if not period:
        return ()
    if is_added(asked):
        return added(warehouse, asked, codes)
    return in_period(warehouse, asked.metric, codes, Selection(codes[0], period), by=asked.by or None) if codes else ()


def is_added(asked: Understood) -> bool:
    """Whether the figures of several periods are told apart as their sums."""
    is_long = not asked.span.is_single and len(asked.spans) == 1
    return is_long and is_flow(asked.metric) and not (asked.is_change or asked.is_share or asked.run)


def added(warehouse: Warehouse, asked: Understood, codes: tuple[str, ...]) -> tuple[Cell, ...]:
    """For each area and part the sum over the span, or why a period of it has none."""
    span, told = asked.span, dict[tuple[str, str], list[Cell]]()
    for cell in cells(
        warehouse, asked.metric, codes, grain=span.grain, since=span.first, until=span.last, by=asked.by or None
    ):
        told.setdefault((cell.area_code, cell.part or ""), []).append(cell)
    return tuple(replace(found[-1], value=_sum(found)) for found in told.values())


def _sum(found: Sequence[Cell]) -> Value:
    missing = next((one.value for one in found if one.value in UNTOLD), None)
    values = [one.value for one in found if is_number(one.value)]
    return missing or (sum(values) if values else found[-1].value)


def of_one_part(asked: Understood, found: Sequence[Cell]) -> dict[str, Cell]:
    """The cells of the part that is asked for, or of the whole, by area."""
    return {cell.area_code: cell for cell in found if not asked.by or cell.part == asked.part}
