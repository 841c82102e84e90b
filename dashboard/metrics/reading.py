"""Reads one metric for a selection as a headline needs it: figure, change, verdict, trend and where it comes from."""

from dataclasses import dataclass
from typing import Literal

from dashboard.content import content
from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.coverage import is_before_first
from dashboard.metrics.metric import Direction, Metric
from dashboard.metrics.periods import PER_YEAR, grain_of, shift, to_grain
from dashboard.metrics.selection import Comparison, Selection, earlier
from dashboard.metrics.warehouse import Row, Warehouse

ChangeKind = Literal["relative", "points", "absolute", "added"]
Verdict = Literal["better", "worse", "same"]
# Of less than so many a share tells nobody anything: one enterprise more than one is no 100%.
SMALL_COUNT = 50
TREND_LENGTH = 12

FACT = "SELECT area_code, value::DOUBLE AS value, document_title FROM mart.published_figures WHERE fact_id = $fact_id"


@dataclass(frozen=True)
class TargetValue:
    """What a public document states for the area, in the metric's unit."""

    value: float
    source: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A metric for one area and period.

    `change` is in per cent of the earlier value (`relative`), in percentage points, in the metric's own unit
    (`absolute`) or what came to a running total in the period (`added`); where it cannot be told, `change_absence` says
    why (None when no comparison was asked for). A running total has no other `earlier` than the period before. `as_of` is the last month or quarter with data.
    `is_first`: it is compared with a period before the first of which anybody reports.
    """

    metric: Metric
    area_code: str
    period: str
    value: Value
    value_high: float | None
    numerator: float | None
    denominator: float | None
    earlier: Value | None
    earlier_period: str | None
    change: float | None
    change_kind: ChangeKind | None
    change_absence: Absence | None
    verdict: Verdict | None
    trend: tuple[tuple[str, Value], ...]
    origins: tuple[str, ...]
    as_of: str | None
    base_periods: int
    target: TargetValue | None
    is_first: bool = False

    @property
    def absence(self) -> Absence | None:
        """Why there is no figure, None where there is one."""
        return self.value if isinstance(self.value, Absence) else None

    @property
    def is_demo(self) -> bool:
        """Whether demonstration data are part of the figure."""
        return "demo" in self.origins


def askable(metric: Metric, period: str) -> str:
    """The period itself, or the one of the metric's own grain that holds it when the metric knows no finer."""
    grain = min(metric.grain, grain_of(period), key=PER_YEAR.__getitem__)
    return to_grain(period, grain)


def _target(warehouse: Warehouse, metric: Metric, area_code: str, period: str) -> TargetValue | None:
    # What shall happen in each quarter is no target for a year.
    if metric.denominator is None and metric.numerator.over_time == "sum" and grain_of(period) != metric.grain:
        return None

    def fact(fact_id: str) -> tuple[Row, ...]:
        return warehouse.remember(("fact", fact_id), lambda: tuple(warehouse.rows(FACT, fact_id=fact_id)))

    for target in content().targets.get(metric.name, ()):
        own = [row for row in fact(target.fact_id) if row["area_code"] == area_code]
        per = fact(target.per_fact_id) if target.per_fact_id else ()
        if own and (per or not target.per_fact_id):
            value = own[0]["value"] / per[0]["value"] * metric.scale if per else own[0]["value"]
            return TargetValue(value, own[0]["document_title"])
    return None


def change_between(metric: Metric, now: Cell, then: Cell) -> tuple[float | None, ChangeKind | None, Absence | None]:
    """The change from one answer of the metric to another and its kind, or why the two cannot be held together.

    Small counts, and whatever was none or less before, change by so many; a running total only has something added.
    """
    if isinstance(now.value, Absence):
        return None, None, now.value
    if isinstance(then.value, Absence):
        return None, None, then.value
    if metric.is_maturing:
        return None, None, Absence.NOT_COMPARABLE
    # Three quarters are not held against four, unless both sides of a ratio have as many.
    is_sum = metric.numerator.over_time == "sum" and (not metric.denominator or metric.denominator.over_time != "sum")
    if is_sum and now.base_periods != then.base_periods:
        return None, None, Absence.NOT_COMPARABLE
    difference = now.value - then.value
    if metric.unit == "%":
        return difference, "points", None
    if metric.only_grows:
        return difference, "added", None
    is_small = metric.is_count and max(now.value, then.value) < SMALL_COUNT
    if is_small or then.value <= 0:
        return difference, "absolute", None
    return (now.value / then.value - 1) * 100, "relative", None


def _compared(metric: Metric, then: Cell) -> Value:
    """The earlier figure, or that it cannot be held against this one."""
    is_unfair = metric.is_maturing and not isinstance(then.value, Absence)
    return Absence.NOT_COMPARABLE if is_unfair else then.value


def _verdict(metric: Metric, now: Cell, then: Cell, direction: Direction) -> Verdict | None:
    """Judged on what is shown: a difference that rounding hides is none."""
    if direction == "neither" or isinstance(now.value, Absence) or isinstance(then.value, Absence):
        return None
    shown_now, shown_then = round(now.value, metric.decimals), round(then.value, metric.decimals)
    if shown_now == shown_then:
        return "same"
    return "better" if (shown_now > shown_then) == (direction == "higher") else "worse"


def _year_before(period: str) -> str:
    """The same period of the year before."""
    return shift(period, -PER_YEAR[grain_of(period)])


def compared_period(metric: Metric, period: str, comparison: Comparison) -> str | None:
    """The period that one of the metric is compared with: of a running total the one before, whatever is asked for."""
    before = earlier(period, comparison)
    return shift(period, -1) if before and metric.only_grows else before


def read_since(metric: Metric, period: str, comparison: Comparison, trend_length: int = TREND_LENGTH) -> str:
    """The first period that a reading asks for; who asks for the same periods is answered without another question."""
    return min(shift(period, 1 - trend_length), compared_period(metric, period, comparison) or period)


def read(warehouse: Warehouse, metric_name: str, selection: Selection, trend_length: int = TREND_LENGTH) -> Reading:
    """The metric for the selection, with the `trend_length` periods that end in it (missing ones as their word).

    A metric that knows no months is read for the quarter that holds the chosen month; `period` says which was read.
    Raises KeyError for an unknown metric.
    """
    metric = named_metric(metric_name)
    period = askable(metric, selection.period)
    before = compared_period(metric, period, selection.comparison)
    first = read_since(metric, period, selection.comparison, trend_length)
    found = {
        cell.period: cell
        for cell in cells(warehouse, metric, (selection.area_code,), grain=grain_of(period), since=first, until=period)
    }
    now = found[period]
    then = found[before] if before else None
    change, kind, absence = change_between(metric, now, then) if then else (None, None, None)
    trend = [(cell.period, cell.value) for cell in found.values()][-trend_length:]
    return Reading(
        metric=metric,
        area_code=selection.area_code,
        period=period,
        value=now.value,
        value_high=now.value_high,
        numerator=now.numerator,
        denominator=now.denominator,
        earlier=_compared(metric, then) if then else None,
        earlier_period=before,
        change=change,
        change_kind=kind,
        change_absence=absence,
        verdict=_verdict(metric, now, then, metric.judged(before == _year_before(period)))
        if then and kind and kind != "added"
        else None,
        trend=tuple(trend),
        origins=now.origins,
        as_of=now.as_of,
        base_periods=now.base_periods,
        target=_target(warehouse, metric, selection.area_code, selection.period),
        is_first=before is not None and is_before_first(warehouse, metric.source, before),
    )
