"""A metric's measures by base period → by the period that is asked for, each measure in its own way over time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from dashboard.metrics.coverage import Covered
from dashboard.metrics.measure import OverTime
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Row

FIGURE = ("numerator", "denominator", "numerator_high")


@dataclass(frozen=True)
class Told:
    """What a base period tells: the row of the mart, or that nothing was there."""

    base: str
    values: Row
    is_row: bool
    is_known: bool


def rolled(
    metric: Metric, rows: Mapping[str, Row], covered: Covered, spans: Mapping[str, Sequence[str]], bases: Sequence[str]
) -> Iterator[Row]:
    """One row for each period of `spans`, which names the base periods of each; `bases` are all that were asked for.

    `rows` are those of one area and part by base period. A ratio is a ratio of sums: only base periods in which both of
    its sides are known count for it. Columns: period, is_covered, has_rows, origins (one bit each), as_of,
    base_periods, and each measure.
    """
    told = _told(metric, rows, covered, bases)
    for period, own in spans.items():
        here = [told[base] for base in own if base in told]
        counted = [one for one in here if one.is_known or not one.is_row]
        yield {
            "period": period,
            "is_covered": any(base in covered.origins for base in own),
            "has_rows": any(one.is_row for one in here),
            "origins": reduce(or_, (_origins(base, rows, covered) for base in own), 0),
            "as_of": max((one.base for one in counted), default=None),
            "base_periods": len(counted),
            **{name: _over_time(name, measure.over_time, here) for name, measure in metric.measures.items()},
        }


def _told(metric: Metric, rows: Mapping[str, Row], covered: Covered, bases: Sequence[str]) -> dict[str, Told]:
    """The base periods that tell anything, with totals to date where a measure counts from the beginning."""
    to_date = [name for name, measure in metric.measures.items() if measure.over_time == "cumulative"]
    pair = [name for name in FIGURE if name in metric.measures]
    none: Row = dict.fromkeys(metric.measures)
    so_far: dict[str, Any] = dict.fromkeys(to_date)
    told = {}
    for base in bases if to_date or covered.is_ever else rows:
        row = rows.get(base)
        if row is None and not (covered.is_ever and base in covered.origins):
            continue
        values = row or none
        if to_date:
            so_far = {name: _sum([so_far[name], values[name]]) for name in to_date}
            values = values | (so_far if row else {name: total or 0 for name, total in so_far.items()})
        is_known = all(values[name] is not None for name in pair)
        told[base] = Told(base, values, row is not None, is_known)
    return told


def _origins(base: str, rows: Mapping[str, Row], covered: Covered) -> int:
    row = rows.get(base)
    own = row["origins"] if row else None
    return covered.origins.get(base, 0) if own is None else own


def _over_time(name: str, over_time: OverTime, here: Sequence[Told]) -> Any:
    """A measure of several base periods as that of them all; None where it is not told.

    Nothing at all in the whole period is a zero; a row that does not tell is none, whatever stands beside it.
    """
    if over_time != "cumulative" and here and not any(one.is_row for one in here):
        return 0
    counted = [one.values[name] for one in here if one.is_known or name not in FIGURE]
    values = [value for value in counted if value is not None]
    if not values:
        return None
    if over_time == "sum":
        return sum(values)
    return float(sum(values)) / len(values) if over_time == "mean" else values[-1]


def _sum(values: Sequence[Any]) -> Any:
    known = [value for value in values if value is not None]
    return sum(known) if known else None
