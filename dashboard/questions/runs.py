"""Something that is to be so for several periods on end → the figures of these periods, and whether it was so in each."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.periods import PER_YEAR, shift
from dashboard.metrics.reading import change_between
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.understood import Understood
from dashboard.text.formats import is_number


def _before(asked: Understood) -> int:
    """How many periods lie between one of the run and what it is held against."""
    if not asked.is_change:
        return 0
    return PER_YEAR[asked.span.grain] if asked.comparison == "year_earlier" else 1


def run_cells(warehouse: Warehouse, asked: Understood, codes: tuple[str, ...]) -> dict[str, tuple[Cell, ...]]:
    """By area, or by part of the one area, its cells from the first that is needed to the last period of the run."""
    span, is_of_parts = asked.span, asked.form == "parts"
    since = shift(span.last, 1 - asked.run - _before(asked))
    found: dict[str, list[Cell]] = {}
    for cell in cells(
        warehouse, asked.metric, codes, grain=span.grain, since=since, until=span.last, by=asked.by or None
    ):
        if is_of_parts or not asked.by or cell.part == asked.part:
            found.setdefault(cell.part if is_of_parts else cell.area_code, []).append(cell)
    return {key: tuple(sorted(told, key=lambda cell: cell.period)) for key, told in found.items()}


def run_of(asked: Understood, found: Sequence[Cell]) -> tuple[Value, bool]:
    """How far the last figure is from the first, or why a period of the run has none; and whether all lie within the bound."""
    by_period, steps = {cell.period: cell for cell in found}, _before(asked)
    periods = [shift(asked.span.last, -back) for back in range(asked.run)]
    judged: list[Value] = []
    for period in periods:
        now, then = by_period.get(period), by_period.get(shift(period, -steps))
        if now is None or then is None:
            return Absence.NOT_IN_PERIOD, False
        if asked.is_change:
            amount, _, absence = change_between(asked.metric, now, then)
            judged.append(amount if amount is not None else absence or Absence.NOT_COMPARABLE)
        else:
            judged.append(now.value)
    missing = next((value for value in judged if not is_number(value)), None)
    if missing is not None or asked.bound is None:
        return missing or Absence.NOT_COMPARABLE, False
    last, first = by_period[periods[0]].value, by_period[shift(periods[-1], -steps)].value
    moved = float(last) - float(first) if is_number(last) and is_number(first) else 0.0
    return moved, all(is_number(value) and asked.bound.holds(float(value)) for value in judged)
