"""One count of an area by parts that follow each other, stacked over time in that order, the last one in the title."""

from collections.abc import Sequence

from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number, percent
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, shown_since, table


@remembered
def stages_view(warehouse: Warehouse, name: str, by: str, order: Sequence[str], selection: Selection) -> View:
    """The metric `name` by those parts of `by` that `order` names; other parts of the dimension are no stage."""
    metric = named_metric(name)
    answered = [
        cell
        for cell in cells(
            warehouse,
            metric,
            (selection.area_code,),
            grain=selection.grain,
            since=shown_since(warehouse, metric, selection),
            until=selection.period,
            by=by,
        )
        if cell.part in order
    ]
    answered.sort(key=lambda cell: (order.index(cell.part), cell.period))
    series = [
        charts.Series(part, tuple((cell.period, cell.value) for cell in answered if cell.part == part))
        for part in order
        if any(cell.part == part for cell in answered)
    ]
    return View(
        key=f"stages-{name}-{by}",
        finding=stages_finding(metric, series, selection.period),
        measured=measured(
            metric,
            f"按{dimension_label(by, metric.mart)}",
            GRAIN_NAMES[selection.grain],
            area_name(warehouse, selection.area_code),
        ),
        chart=charts.Columns(series, unit=metric.unit, is_stacked=True) if series else None,
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered, by),
    )


def stages_finding(metric: Metric, series: Sequence[charts.Series], period: str) -> Finding:
    """How many there are in the last period, and how many of them in the last stage that has any."""
    last = [(line.name, dict(line.points).get(period)) for line in series]
    known = [(name, float(value)) for name, value in last if is_number(value)]
    total = sum(value for _, value in known)
    if not known:
        return Finding(f"{metric.label}：{period_label(period)}未填报")
    text = f"{period_label(period)}{metric.label}{number(total, metric.unit)}"
    name, value = next(((name, value) for name, value in reversed(known) if value), known[-1])
    if not total:
        return Finding(text).naming(period)
    return Finding(f"{text}；{name}{number(value, metric.unit)}（{percent(value / total * 100, 0)}）").naming(
        name, period
    )
