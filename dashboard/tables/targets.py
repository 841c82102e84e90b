"""Reads the targets of a year and holds each against what the metrics give for the year to date."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import ancestors
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell
from dashboard.metrics.course import MONTHS, QUARTERS, Course, course, season, to_date, way_of
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import last_quarter, shift, to_grain, within
from dashboard.metrics.target import Progress, Target, judged
from dashboard.metrics.warehouse import Row, Warehouse

TARGETS = """
SELECT area_code, metric_label, year, qualifier, target_value, course_q1, course_q2, course_q3, course_q4, document, origin
FROM mart.targets ORDER BY area_code, year, metric_label
"""


def targets(warehouse: Warehouse) -> tuple[Target, ...]:
    """Every target of a metric that is known, by area, year and metric."""

    def found() -> tuple[Target, ...]:
        named = {metric.label: metric for metric in METRICS.values()}
        rows = warehouse.rows(TARGETS)
        return tuple(_target(row, named[row["metric_label"]]) for row in rows if row["metric_label"] in named)

    return warehouse.remember("targets", found)


def _target(row: Row, metric: Metric) -> Target:
    points = [row[f"course_q{quarter}"] for quarter in range(1, QUARTERS + 1)]
    return Target(
        area_code=row["area_code"],
        metric=metric,
        year=f"{row['year']}",
        aim=float(row["target_value"]),
        qualifier=row["qualifier"],
        declared=() if None in points else tuple(map(float, points)),
        document=row["document"],
        origin=row["origin"],
    )


def targets_of(warehouse: Warehouse, area_code: str, period: str) -> tuple[Target, ...]:
    """The targets that the area itself has in the year of the period."""
    year = to_grain(period, "year")
    return tuple(one for one in targets(warehouse) if one.area_code == area_code and one.year == year)


def targets_inside(warehouse: Warehouse, area_code: str, period: str) -> tuple[Target, ...]:
    """The targets of areas inside the area in the year of the period."""
    year = to_grain(period, "year")
    return tuple(
        one
        for one in targets(warehouse)
        if one.year == year and area_code in {place.area_code for place in ancestors(warehouse, one.area_code)}
    )


def progress_of(warehouse: Warehouse, metric_name: str, area_code: str, period: str) -> Progress | None:
    """How far the area's own target of the metric in the year of the period is reached, None where it has none."""
    own = (one for one in targets_of(warehouse, area_code, period) if one.metric.name == metric_name)
    return next((progress(warehouse, one, period) for one in own), None)


def progress(warehouse: Warehouse, target: Target, period: str) -> Progress:
    """How far the target is reached by the end of the quarter in which the period ends.

    Where the warehouse is told as of a day before that, by the months that are complete. Only figures that are shown go
    into it: with one that is not, nothing is told, and a season of such a year is no season.
    """
    quarter = last_quarter(period)
    return warehouse.remember(("progress", target, quarter), lambda: _progress(warehouse, target, quarter))


def _progress(warehouse: Warehouse, target: Target, quarter: str) -> Progress:
    metric, cut_off, months = target.metric, warehouse.cut_off, MONTHS
    since = shift(f"{target.year}Q1", -9)
    # Before the end of a quarter, its own months alone are cut; those of the quarters before are over.
    cell_of = _quarters(warehouse.uncut, target, since, f"{target.year}Q4")
    if cut_off is not None and cut_off.quarter == quarter:
        cell_of |= _quarters(warehouse, target, quarter, quarter)
        months = (cut_off.months if metric.grain == "month" else 0) or MONTHS
    own = [cell_of[one] for one in within(target.year, "quarter") if one <= quarter]
    found = judged(target, quarter, to_date(metric, own), _course(target, cell_of), months)
    return replace(
        found,
        origins=tuple(sorted({target.origin, *(origin for cell in own for origin in cell.origins)})),
        as_of=max((cell.as_of for cell in own if cell.as_of), default=""),
    )


def _quarters(warehouse: Warehouse, target: Target, since: str, until: str) -> dict[str, Cell]:
    asked = cells(warehouse, target.metric, (target.area_code,), grain="quarter", since=since, until=until)
    return {cell.period: cell for cell in asked}


def _course(target: Target, cell_of: Mapping[str, Cell]) -> Course | None:
    """The course that was set, or that of the two years before."""
    first = f"{target.year}Q1"
    before = cell_of[shift(first, -1)].value
    start = None if isinstance(before, Absence) else before
    if target.declared:
        is_flow = way_of(target.metric) == "flow"
        return Course(target.declared, "declared", 0.0 if is_flow else target.declared[0] if start is None else start)
    seasons = [
        season(target.metric, cell_of[shift(begin, -1)], [cell_of[shift(begin, step)] for step in range(QUARTERS)])
        for begin in (shift(first, -8), shift(first, -4))
    ]
    return course(target.metric, target.aim, seasons, start)
