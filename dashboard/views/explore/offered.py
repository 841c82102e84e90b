"""What can be asked for: the areas, and the periods and dimensions that all chosen metrics have."""

from collections.abc import Sequence

from dashboard.metrics.areas import areas, default_area, options
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import GRAINS, PER_YEAR, TO_DATE, Grain, grain_of, shift, to_grain
from dashboard.metrics.selection import Selection, known_periods, latest_period
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.explore.question import AUTO, AXES, LEVELS, NO_AXIS, SELF, Question, Side, areas_of

DEFAULT_METRIC = "gross_output"
# How far back a question goes whose reader has said nothing.
BACK: dict[Grain, int] = {"month": 12, "quarter": 8, "two_quarters": 4, "three_quarters": 4, "year": 4}
# What each area is told apart by first.
BELOW = {"市": "district", "镇": "district", "片区": "zone", "三区单元": "grid"}


def area_names(warehouse: Warehouse) -> dict[str, str]:
    """Every area that can be chosen, by code."""
    above = ("市", "镇", "片区")
    held = {place.area_code for place in options(warehouse)}
    return {
        code: place.name
        for code, place in areas(warehouse).items()
        if code in held and (place.level in above or place.is_in_scope)
    }


def dimension_names(metrics: Sequence[str]) -> dict[str, str]:
    """The dimensions that every one of the metrics has, with the word of the first."""
    own = [{dimension.name: dimension.label for dimension in named_metric(name).dimensions} for name in metrics]
    return {name: label for name, label in own[0].items() if all(name in other for other in own)} if own else {}


def grains(warehouse: Warehouse, metrics: Sequence[str]) -> dict[Grain, str]:
    """The lengths of period by which every one of the metrics can be asked, the finest first; years to date once one is over."""
    return {
        grain: label
        for grain, label in GRAINS.items()
        if all(grain in named_metric(name).grains for name in metrics)
        and (grain not in TO_DATE or known_periods(warehouse, grain))
    }


def default_grain(warehouse: Warehouse, metrics: Sequence[str]) -> Grain:
    """Quarters, which every metric has but those of years."""
    offered = grains(warehouse, metrics)
    return "quarter" if "quarter" in offered else next(iter(offered))


def levels_of(warehouse: Warehouse, codes: tuple[str, ...]) -> dict[str, str]:
    """The levels at which the chosen areas hold anything."""
    return {name: level.label for name, level in LEVELS.items() if areas_of(warehouse, codes, name)}


def default_range(warehouse: Warehouse, grain: Grain, until: str | None = None) -> tuple[str, str]:
    """The last periods of a grain, up to the one that holds `until` where that is given."""
    known = known_periods(warehouse, grain)
    held = to_grain(until, grain) if until and grain_of(until) in GRAINS and _holds(grain, until) else known[-1]
    last = held if held in known else known[-1]
    return max(shift(last, 1 - BACK[grain]), known[0]), last


def _holds(grain: Grain, period: str) -> bool:
    own = grain_of(period)
    if own in TO_DATE:
        return grain in (own, "year")
    return PER_YEAR[grain] < PER_YEAR[own] or grain == own


def default_question(warehouse: Warehouse, selection: Selection | None = None) -> Question | None:
    """What a reader who has asked nothing sees: one metric of what lies in the area, period by period; None without data.

    `selection` is what was chosen on another page.
    """
    code = selection.area_code if selection else default_area(warehouse)
    if code is None or latest_period(warehouse) is None:
        return None
    metrics = (DEFAULT_METRIC if DEFAULT_METRIC in METRICS else next(iter(METRICS)),)
    asked = selection.grain if selection else None
    grain = asked if asked in grains(warehouse, metrics) else default_grain(warehouse, metrics)
    since, until = default_range(warehouse, grain, selection.period if selection else None)
    level = BELOW.get(areas(warehouse)[code].level, SELF)
    return Question(
        metrics=metrics,
        areas=(code,),
        level=level if level in levels_of(warehouse, (code,)) else SELF,
        since=since,
        until=until,
    )


def sides(by: str, *, is_rows: bool = False) -> dict[Side, str]:
    """By what rows or columns can be laid out; there may be no columns, but no table without rows."""
    axes: dict[Side, str] = {axis: label for axis, label in AXES.items() if axis != "part" or by}
    offered: dict[Side, str] = {AUTO: "自动"}
    return offered | axes if is_rows else offered | axes | {NO_AXIS: "不分列"}
