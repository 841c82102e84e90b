"""One or several metrics of an area over time, as lines."""

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views import charts
from dashboard.views.changes import moved
from dashboard.views.findings import trend_finding
from dashboard.views.remembered import remembered
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


@remembered
def trend_view(
    warehouse: Warehouse,
    name: str,
    selection: Selection,
    *,
    key: str = "",
    height: int = 300,
    is_columns: bool = False,
) -> View:
    """The metric `name` in the selected area up to the selected period; the title says what its last figure is.

    As a line, or as columns where each period counts for itself or there are too few for a line: a line through two
    points shows a slope and hides how small it is.
    """
    metric = named_metric(name)
    answered = cells(
        warehouse,
        metric,
        (selection.area_code,),
        grain=selection.grain,
        since=shown_since(warehouse, metric, selection),
        until=selection.period,
    )
    points = tuple((cell.period, cell.value) for cell in answered)
    series = charts.Series(area_name(warehouse, selection.area_code), points, is_highlighted=True)
    reading = read(warehouse, name, selection)
    target = charts.Target(reading.target.value) if reading.target else None
    kind = charts.Columns if is_columns or len(points) <= FEW else charts.Trend
    return View(
        key=key or f"trend-{name}",
        finding=trend_finding(
            metric,
            points,
            moved(reading, against(selection)) if reading.change_kind else None,
            period_words(warehouse, metric, points[-1][0]),
        ),
        measured=measured(
            metric,
            GRAIN_NAMES[selection.grain],
            months_words(warehouse, metric, selection.grain),
            area_name(warehouse, selection.area_code),
        ),
        chart=kind((series,), unit=metric.unit, decimals=metric.decimals, target=target, height=height),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )
