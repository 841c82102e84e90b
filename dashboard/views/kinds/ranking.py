"""One metric over several areas in one period, as bars from high to low."""

from collections.abc import Sequence

from dashboard.metrics.areas import Area, outermost
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.views import charts
from dashboard.views.answers import high_first, in_period
from dashboard.views.findings import ranking_finding
from dashboard.views.view import View, footer, measured, period_words, table


@remembered
def ranking_view(
    warehouse: Warehouse,
    name: str,
    places: Sequence[Area],
    selection: Selection,
    *,
    key: str = "",
    chosen: str | None = None,
) -> View:
    """The metric `name` of `places` in the selected period, highest first, missing ones last with their word."""
    metric = named_metric(name)
    names = {place.area_code: place.name for place in places}
    answered = sorted(
        in_period(warehouse, metric, tuple(names), selection),
        key=lambda cell: (not is_number(cell.value), high_first(cell.value)),
    )
    apart = {place.area_code for place in outermost(places)}
    return View(
        key=key or f"ranking-{name}",
        finding=ranking_finding(
            metric, [(names[cell.area_code], cell.value) for cell in answered if cell.area_code in apart]
        ).keyed({place.name: place.area_code for place in places}),
        measured=measured(metric, period_words(warehouse, metric, selection.period)),
        chart=ranked(metric, places, answered, chosen),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )


def ranked(metric: Metric, places: Sequence[Area], answered: Sequence[Cell], chosen: str | None) -> charts.Bars:
    """A bar for each answer, in their order.

    A factory inside a listed park is part of that park's figure: the chart shows it, the finding does not count it.
    """
    names = {place.area_code: place.name for place in places}
    apart = {place.area_code for place in outermost(places)}
    bars = tuple(
        charts.Bar(
            names[cell.area_code] if cell.area_code in apart else f"其中：{names[cell.area_code]}",
            cell.value,
            key=cell.area_code,
            is_highlighted=cell.area_code == chosen,
            is_chosen=cell.area_code == chosen,
        )
        for cell in answered
    )
    return charts.Bars(bars, unit=metric.unit, decimals=metric.decimals)
