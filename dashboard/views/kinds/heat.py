"""One metric over areas and months, as a heat map."""

from collections.abc import Sequence

from dashboard.metrics.areas import Area
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import last_month, shift, to_grain
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import heat_finding
from dashboard.views.kinds.area_map import short_name
from dashboard.views.view import View, footer, measured, table

MONTHS_SHOWN = 12


@remembered
def heat_view(warehouse: Warehouse, name: str, places: Sequence[Area], selection: Selection, *, key: str = "") -> View:
    """The metric `name` of `places` in the twelve months up to the end of the selected period, worst cell in the title."""
    metric = named_metric(name)
    grain = metric.grains[0]
    last = to_grain(last_month(selection.period), grain)
    names = {place.area_code: place.name for place in places}
    answered = cells(warehouse, metric, tuple(names), grain=grain, since=shift(last, 1 - MONTHS_SHOWN), until=last)
    periods = sorted({cell.period for cell in answered})
    value_of = {(cell.area_code, cell.period): cell.value for cell in answered}
    return View(
        key=key or f"heat-{name}",
        finding=heat_finding(metric, [(names[cell.area_code], cell.period, cell.value) for cell in answered]).keyed(
            {name: code for code, name in names.items()}
        ),
        measured=measured(metric, f"{period_label(periods[0])}至{period_label(periods[-1])}"),
        chart=charts.Heat(
            tuple(short_name(place) for place in places),
            periods,
            [[value_of[code, period] for period in periods] for code in names],
            unit=metric.unit,
            decimals=metric.decimals,
            keys=tuple(names),
        ),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )
