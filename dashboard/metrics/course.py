"""The quarters of a year → the figure of the year to date, and what of a year's target should be reached by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate, pairwise
from statistics import fmean
from typing import Literal

from dashboard.metrics.absence import Absence
from dashboard.metrics.cell import Cell
from dashboard.metrics.measure import Measure
from dashboard.metrics.metric import Metric
from dashboard.metrics.qualified import Qualified

# How a figure comes to its year's: it adds up, it stands at the end, or it is held all year long.
Way = Literal["flow", "stock", "held"]
Basis = Literal["declared", "seasonal", "linear", "held"]

BASES: dict[Basis, str] = {
    "declared": "按目标文件的分季进度",
    "seasonal": "按前两年同期进度的平均",
    "linear": "前两年的分季进度不能比照，按时间平均",
    "held": "全年按目标值衡量",
}
QUARTERS, MONTHS = 4, 3
# Several figures are missing for one reason; the first of these tells it.
REASONS = (Absence.NOT_DISCLOSED, Absence.NOT_COMPARABLE, Absence.NOT_REPORTED)


@dataclass(frozen=True)
class Course:
    """What should be reached by the end of each quarter, in the metric's unit, and what it was taken from.

    `start` is where the year began: zero for what adds up.
    """

    points: tuple[float, ...]
    basis: Basis
    start: float = 0.0

    def at(self, quarter: int, months: int = MONTHS) -> float:
        """What should be reached when `months` of the quarter (1 to 4) are over; between its ends it moves evenly."""
        before = (self.start, *self.points)[quarter - 1]
        return before + (self.points[quarter - 1] - before) * months / MONTHS


def way_of(metric: Metric) -> Way:
    """How the figures of a year make its own: counts add up, states stand, and a rate of what happens is held."""
    if metric.is_as_of_last:
        return "stock"
    return "flow" if metric.denominator is None and metric.numerator.over_time == "sum" else "held"


def _missing(metric: Metric, quarters: Sequence[Cell]) -> Absence | None:
    """Why the year to date cannot be told; a quarter in which there was nothing to count is none that is missing."""
    needed = quarters[-1:] if metric.is_as_of_last else quarters
    words = {cell.value for cell in needed if isinstance(cell.value, Absence)}
    found = next((word for word in REASONS if word in words), None)
    if found is None and all(isinstance(cell.value, Absence) for cell in needed):
        return Absence.NOT_IN_PERIOD
    return found


def _along(measure: Measure, values: Sequence[float]) -> float:
    """The figures of a measure in quarter after quarter as that of them all."""
    if measure.over_time == "sum":
        return sum(values)
    return fmean(values) if measure.over_time == "mean" else values[-1]


def exact(value: float, unit: str = "") -> Qualified:
    """A measured figure as one without a qualifier."""
    return Qualified.exact(Decimal(repr(value)), unit)


def to_date(metric: Metric, quarters: Sequence[Cell]) -> Qualified | Absence:
    """The metric over quarters of one year from its first on, in its unit, or why it cannot be told.

    A ratio is one of sums; where its sides are not told, several quarters have none and are 不可比.
    """
    if absent := _missing(metric, quarters):
        return absent
    known = [cell for cell in quarters if not isinstance(cell.value, Absence)]
    last = known[-1]
    if isinstance(last.value, Absence):
        raise ValueError(f"{metric.name}: a quarter without a figure is left")
    if metric.denominator is None:
        values = [cell.value for cell in known if not isinstance(cell.value, Absence)]
        return exact(_along(metric.numerator, values), metric.unit)
    if len(known) == 1 or metric.is_as_of_last:
        high = last.value if last.value_high is None else last.value_high
        return Qualified.between(Decimal(repr(last.value)), Decimal(repr(high)), metric.unit)
    above = [cell.numerator for cell in known if cell.numerator is not None]
    below = [cell.denominator for cell in known if cell.denominator is not None]
    if metric.is_interval or len(above) < len(known) or len(below) < len(known):
        return Absence.NOT_COMPARABLE
    divisor = _along(metric.denominator, below)
    if not divisor:
        return Absence.NOT_IN_PERIOD
    return exact(metric.scale * _along(metric.numerator, above) / divisor, metric.unit)


def season(metric: Metric, before: Cell | None, quarters: Sequence[Cell]) -> tuple[float, ...] | None:
    """The share of a year's way that was made by the end of each quarter; None where it is not known or not one way.

    `before` is the last quarter of the year before, where a stock began; `quarters` are all four of the year.
    """
    values = [cell.value for cell in quarters if not isinstance(cell.value, Absence)]
    if len(quarters) < QUARTERS or len(values) < QUARTERS:
        return None
    if way_of(metric) == "flow":
        path = [0.0, *accumulate(values)]
    elif before is None or isinstance(before.value, Absence):
        return None
    else:
        path = [before.value, *values]
    whole = path[-1] - path[0]
    shares = tuple((point - path[0]) / whole for point in path[1:]) if whole else ()
    is_one_way = shares and shares[0] >= 0 and all(earlier <= later for earlier, later in pairwise(shares))
    return shares if is_one_way else None


def course(
    metric: Metric, aim: float, seasons: Sequence[tuple[float, ...] | None], start: float | None = None
) -> Course | None:
    """The course to the target `aim` by the seasons of the two years before, or even where they are not both known.

    A stock moves from `start`, where it stood when the year began; without it there is no course. Where it stood well
    enough, the target is held all year.
    """
    way = way_of(metric)
    held = Course((aim,) * QUARTERS, "held", aim)
    if way == "held":
        return held
    if way == "stock":
        if start is None:
            return None
        is_there = start >= aim if metric.direction == "higher" else start <= aim
        if is_there:
            return held
    begin = 0.0 if way == "flow" else start or 0.0
    known = [one for one in seasons if one is not None]
    is_seasonal = len(seasons) == 2 and len(known) == 2
    shares = (
        [fmean(pair) for pair in zip(*known, strict=True)]
        if is_seasonal
        else [quarter / QUARTERS for quarter in range(1, QUARTERS + 1)]
    )
    basis: Basis = "seasonal" if is_seasonal else "linear"
    return Course(tuple(begin + (aim - begin) * share for share in shares), basis, begin)
