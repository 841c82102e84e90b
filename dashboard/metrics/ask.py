"""Asks the warehouse for a metric and turns the answer into cells: one per area, period and part."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from decimal import Decimal

import pandas as pd

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas as registered
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.coverage import coverage, extent, told_areas
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.disclosure import emptied, shown
from dashboard.metrics.marts import FINEST
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, Grain, grain_of, is_in, periods_between, shift, to_grain, within
from dashboard.metrics.query import ORIGINS, statement
from dashboard.metrics.rolled import rolled
from dashboard.metrics.warehouse import Row, Warehouse

__all__ = ["Cell", "Value", "ask", "asked_together", "cells"]

# Of a few areas all periods are read at once, and some years before the first, in which a course may begin: a page asks
# for the same areas now, a year before and as a course.
A_FEW = 4
YEARS_BEFORE = 3
# The areas that are asked together.
_beside: ContextVar[tuple[str, ...]] = ContextVar("beside", default=())


@dataclass(frozen=True)
class Asked:
    """What is asked of a metric; `since` and `until` are periods of the grain, both included, None as far as there are any."""

    metric: Metric
    areas: tuple[str, ...]
    grain: Grain
    since: str | None
    until: str | None
    by: str | None = None


def _asked_periods(
    warehouse: Warehouse, metric: Metric, grain: Grain, since: str | None, until: str | None
) -> tuple[tuple[str, ...], str]:
    """The base periods to read and the first period to show; no periods where the mart is empty and none are named."""
    own = _own_span(warehouse, metric, grain)
    first, last = since or (own and own[0]), until or (own and own[1])
    if first is None or last is None:
        return (), ""
    begin = min(first, own[0]) if own and metric.is_cumulative else first
    bases = _bases(metric, begin, last)
    cut = _cut(warehouse, metric, grain)
    if cut is None:
        return bases, first
    is_added_up = metric.is_cumulative or metric.only_grows
    return tuple(filter(cut.is_known if is_added_up else cut.counts, bases)), first


def _cut(warehouse: Warehouse, metric: Metric, grain: Grain) -> CutOff | None:
    """The day before the end of a quarter of which the warehouse is told, where quarters are made of months."""
    return warehouse.cut_off if (metric.grain, grain) == ("month", "quarter") else None


def _bases(metric: Metric, first: str, last: str) -> tuple[str, ...]:
    """The base periods of all periods from one to another, and what lies between them for what adds up all before it."""
    bases = tuple(base for period in periods_between(first, last) for base in within(period, metric.grain))
    return periods_between(bases[0], bases[-1]) if bases and metric.is_cumulative else bases


def _held_in(base: str, grain: Grain) -> str:
    """The period that a base period counts for; none for one that lies between two years to date."""
    period = to_grain(base, grain)
    return period if is_in(base, period) else ""


def _absence(metric: Metric, row: Row) -> Absence | None:
    """Why a row has no figure, None when it has one."""
    if metric.denominator is None:
        is_there = row["numerator"] is not None
    else:
        is_there = row["numerator"] is not None and bool(row["denominator"])
    if is_there:
        return None
    if row.get("set_aside"):
        return Absence.NOT_COMPARABLE
    if 0 in (row.get("denominator"), row.get("concerned")) or (row["is_covered"] and not row["has_rows"]):
        return Absence.NOT_IN_PERIOD
    return Absence.NOT_REPORTED


def _number(value: float | Decimal | None) -> float | None:
    return None if value is None else float(value)


def _cell(metric: Metric, row: Row) -> Cell:
    absence = _absence(metric, row)

    def scaled(name: str) -> float:
        below = 1.0 if metric.denominator is None else float(row["denominator"])
        return metric.scale * float(row[name]) / below

    return Cell(
        area_code=row["asked_code"],
        period=row["period"],
        part=row["part"],
        value=absence or scaled("numerator"),
        value_high=scaled("numerator_high") if metric.is_interval and absence is None else None,
        numerator=_number(row["numerator"]),
        denominator=_number(row.get("denominator")),
        origins=tuple(origin for bit, origin in enumerate(ORIGINS) if row["origins"] >> bit & 1),
        as_of=row["as_of"],
        base_periods=row["base_periods"],
    )


def _is_above(warehouse: Warehouse, metric: Metric, asked: tuple[str, ...]) -> bool:
    """Whether a question names no area of the finest level, where the metric's mart has one above it."""
    register = registered(warehouse)
    return bool(metric.source.above) and all(code in register and register[code].level != FINEST for code in asked)


def _answered(warehouse: Warehouse, asked: Asked) -> tuple[Cell, ...]:
    metric, areas, grain, by = asked.metric, asked.areas, asked.grain, asked.by
    bases, first = _asked_periods(warehouse, metric, grain, asked.since, asked.until)
    if not bases or not areas:
        return ()
    seen = tuple(code for code in areas if warehouse.may_see(code))
    if by and told_areas(warehouse, metric.source).isdisjoint(seen):
        return ()
    spans = _spans(bases, asked, first, _cut(warehouse, metric, grain))
    found = shown(warehouse, metric, by, list(_measured(warehouse, asked, seen, bases, spans)))
    if not by:
        shut = [code for code in areas if code not in seen]
        found += [emptied(Cell(code, period, "", 0.0)) for code in shut for period in spans]
    place = {code: position for position, code in enumerate(areas)}
    return tuple(sorted(found, key=lambda cell: (place[cell.area_code], cell.period, cell.part)))


def _spans(bases: tuple[str, ...], asked: Asked, first: str, cut: CutOff | None) -> dict[str, list[str]]:
    """The periods asked for since the first that is shown, each with the base periods that count for it.

    What only grows is held against all that was there at the end of an earlier quarter, so that it grows by what came.
    """
    spans: dict[str, list[str]] = {}
    for base in bases:
        is_counted = cut is None or asked.metric.only_grows or cut.counts(base)
        if is_counted and (period := _held_in(base, asked.grain)) >= first:
            spans.setdefault(period, []).append(base)
    return spans


def _measured(
    warehouse: Warehouse, asked: Asked, areas: tuple[str, ...], bases: tuple[str, ...], spans: dict[str, list[str]]
) -> Iterator[Cell]:
    """The cells of areas that the reader may see, withheld ones among them."""
    metric, mart = asked.metric, asked.metric.source
    is_above = _is_above(warehouse, metric, areas)
    sql = statement(metric, asked.by, is_above=is_above)
    # Area → part → base period → its measures.
    found: dict[str, dict[str, dict[str, Row]]] = {code: {} for code in areas}
    for row in warehouse.whole.rows(sql, areas=list(areas), bases=list(bases)):
        found[row["asked_code"]].setdefault(row["part"], {})[row["base"]] = row
    parts = {part for own in found.values() for part in own} if asked.by else {""}
    for code, own in found.items():
        filled = {base for by_base in own.values() for base in by_base}
        covered = coverage(warehouse, mart, code, bases, filled, is_above=is_above)
        for part in parts:
            for row in rolled(metric, own.get(part, {}), covered, spans, bases):
                yield _cell(metric, row | {"asked_code": code, "part": part})


def cells(
    warehouse: Warehouse,
    metric: Metric,
    areas: tuple[str, ...],
    *,
    grain: Grain | None = None,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
) -> tuple[Cell, ...]:
    """The figures of `areas` by period, one cell for each area × period (× part), in the order asked, then by period.

    `grain` is the mart's own unless said; `since` and `until` (both included) are periods of that grain, by default
    from the first to the last that the mart has. A cell without a figure says why: nothing sent is 未填报, nothing
    there to measure 本期无此项, other scope 不可比, too few contributors 不公开 (see `disclosure`), as is every figure of an
    area that the reader may not see; such an area has no parts. Where the warehouse is
    told as of a day before the end of a quarter, what is reported by month counts for the months of its `cut_off` alone.
    Answers are remembered per published version. Raises ValueError for a grain, period or dimension that the metric
    does not have.
    """
    grain = grain or metric.grain
    if grain not in metric.grains:
        raise ValueError(f"{metric.name} cannot be asked by {grain}")
    if any(grain_of(period) != grain for period in (since, until) if period is not None):
        raise ValueError(f"{since}–{until} are not periods of the grain {grain}")
    if by is not None and by not in {dimension.name for dimension in metric.dimensions}:
        raise ValueError(f"{metric.name} has no dimension {by!r}")
    asked = Asked(metric, tuple(dict.fromkeys(areas)), grain, since, until, by)
    own = _own_span(warehouse, metric, grain)
    if own is None or by is not None or len(asked.areas) > A_FEW:
        return _remembered(warehouse, asked)
    first, last = since or own[0], until or own[1]
    wide = replace(asked, since=shift(own[0], -YEARS_BEFORE * PER_YEAR[grain]), until=own[1])
    if first < str(wide.since) or last > own[1]:
        return _remembered(warehouse, asked)
    beside = _beside.get()
    if len(asked.areas) == 1 and asked.areas[0] in beside:
        wide = replace(wide, areas=beside)
    return tuple(
        cell for cell in _remembered(warehouse, wide) if first <= cell.period <= last and cell.area_code in asked.areas
    )


@contextmanager
def asked_together(areas: tuple[str, ...]) -> Iterator[None]:
    """Inside, what is asked of one of a few areas is asked of all of them at once, for the others are asked next."""
    token = _beside.set(areas if len(areas) <= A_FEW else ())
    try:
        yield
    finally:
        _beside.reset(token)


def _own_span(warehouse: Warehouse, metric: Metric, grain: Grain) -> tuple[str, str] | None:
    """The first and the last period of a grain of which a metric's mart has anything."""
    span = extent(warehouse, metric.source)
    return None if span is None else (to_grain(span[0], grain), to_grain(span[1], grain))


def _remembered(warehouse: Warehouse, asked: Asked) -> tuple[Cell, ...]:
    return warehouse.remember(asked, lambda: _answered(warehouse, asked))


def ask(
    warehouse: Warehouse,
    metric: Metric,
    areas: tuple[str, ...],
    *,
    grain: Grain | None = None,
    since: str | None = None,
    until: str | None = None,
    by: str | None = None,
) -> pd.DataFrame:
    """The same as `cells` as a frame of its own: value is NaN where `absence` says why.

    Columns: area_code, period, the dimension (when asked), value, value_high, numerator, denominator, absence, origins, as_of, base_periods.
    """
    found = cells(warehouse, metric, areas, grain=grain, since=since, until=until, by=by)
    missing = [cell.value if isinstance(cell.value, Absence) else None for cell in found]
    numbers = ("value_high", "numerator", "denominator")
    columns = {
        "area_code": [cell.area_code for cell in found],
        "period": [cell.period for cell in found],
        **({by: [cell.part for cell in found]} if by else {}),
        "value": pd.Series(
            [None if absent else cell.value for cell, absent in zip(found, missing, strict=True)], dtype=float
        ),
        **{name: pd.Series([getattr(cell, name) for cell in found], dtype=float) for name in numbers},
        # Held as objects: the words of Absence would otherwise become plain text.
        "absence": pd.Series(missing, dtype=object),
        "origins": pd.Series([cell.origins for cell in found], dtype=object),
        "as_of": pd.Series([cell.as_of for cell in found], dtype=object),
        "base_periods": [cell.base_periods for cell in found],
    }
    return pd.DataFrame(columns)
