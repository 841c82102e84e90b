"""One or several metrics of an area over time, as lines."""

from collections.abc import Sequence
from typing import TypedDict

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Value, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.course import way_of
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, grain_of, shift, within
from dashboard.metrics.reading import read, read_since
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.targets import progress_of
from dashboard.views import charts
from dashboard.views.changes import moved
from dashboard.views.findings import trend_finding
from dashboard.views.view import (
    GRAIN_NAMES,
    View,
    against,
    footer,
    measured,
    months_words,
    period_words,
    shown_since,
    table,
)

FEW = 3
COURSE = "目标进度"


def _asked(warehouse: Warehouse, name: str, selection: Selection) -> tuple[charts.Series, ...]:
    """What the target of the year asks for quarter by quarter, where the area has one and two quarters can be joined."""
    found = progress_of(warehouse, name, selection.area_code, selection.period)
    if selection.grain != "quarter" or found is None or found.course is None:
        return ()
    quarters = [one for one in within(found.target.year, "quarter") if one <= selection.period]
    due = (found.course.start, *found.course.points)
    is_flow = way_of(found.target.metric) == "flow"
    points = tuple((quarter, due[place] - due[place - 1] * is_flow) for place, quarter in enumerate(quarters, start=1))
    return (charts.Series(COURSE, points, is_course=True),) if len(points) > 1 else ()


class _Look(TypedDict):
    unit: str
    decimals: int
    target: charts.Target | None
    height: int


Points = tuple[tuple[str, Value], ...]


@remembered
def trend_view(
    warehouse: Warehouse,
    name: str,
    selection: Selection,
    *,
    key: str = "",
    height: int = 300,
    is_columns: bool = False,
    since: str = "",
) -> View:
    """The metric `name` in the selected area up to the selected period; the title says what its last figure is.

    `since` is its first period, where another than the usual one is wanted. As a line, or as columns where each period counts for itself or there are too few for a line: a line through two
    points shows a slope and hides how small it is.
    """
    metric = named_metric(name)
    first = since or shown_since(warehouse, metric, selection)
    asked_since = min(first, read_since(metric, selection.period, selection.comparison))
    # What is read for the title is asked for once with what is drawn: a question costs more than the periods in it.
    found = cells(
        warehouse,
        metric,
        (selection.area_code,),
        grain=selection.grain,
        since=asked_since,
        until=selection.period,
    )
    answered = tuple(cell for cell in found if cell.period >= first)
    points = tuple((cell.period, cell.value) for cell in answered)
    reading = read(warehouse, name, selection)
    return View(
        key=key or f"trend-{name}",
        finding=trend_finding(
            metric,
            points,
            moved(reading, against(selection)) if reading.change_kind else None,
            period_words(warehouse, metric, points[-1][0]),
            reading.earlier_period,
        ),
        measured=measured(
            metric,
            GRAIN_NAMES[selection.grain],
            months_words(warehouse, metric, selection.grain),
            area_name(warehouse, selection.area_code),
        ),
        chart=course(
            metric,
            points,
            name=area_name(warehouse, selection.area_code),
            target=charts.Target(reading.target.value) if reading.target else None,
            height=height,
            is_columns=is_columns,
            asked=_asked(warehouse, name, selection),
        ),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )


def course(
    metric: Metric,
    points: Points,
    *,
    name: str = "",
    target: charts.Target | None = None,
    height: int = 300,
    is_columns: bool = False,
    asked: Sequence[charts.Series] = (),
) -> charts.Chart:
    """The metric over time: a line, columns, or where the time of the year moves it, the years over each other.

    Columns of such a metric carry the level of the year before as a tick. A line stands beside `asked`, what the
    target of the year asks for.
    """
    series = (charts.Series(name, points, is_highlighted=True),)
    look = _Look(unit=metric.unit, decimals=metric.decimals, target=target, height=height)
    moves_with_seasons = metric.is_seasonal and PER_YEAR[grain_of(points[-1][0])] > 1
    if is_columns or len(points) <= FEW:
        return charts.Columns(series, ticks=year_before(points) if moves_with_seasons else (), **look)
    return charts.Season(points, asked=asked, **look) if moves_with_seasons else charts.Trend((*series, *asked), **look)


def year_before(points: Points) -> Points:
    """Every period with its figure of a year before, as far as that is among the points."""
    known = dict(points)
    earlier = ((period, shift(period, -PER_YEAR[grain_of(period)])) for period, _ in points)
    return tuple((period, known[before]) for period, before in earlier if before in known)
