"""One or several metrics of an area over time, as lines."""

from dashboard.figures.ask import cells
from dashboard.figures.catalogue import metric as named_metric
from dashboard.figures.reading import read
from dashboard.figures.selection import Selection
from dashboard.figures.warehouse import Warehouse
from dashboard.look import charts
from dashboard.look.theme import Theme
from dashboard.panels.changes import moved
from dashboard.panels.findings import trend_finding
from dashboard.panels.panel import GRAIN_NAMES, Panel, against, area_name, footer, shown_since, subtitle, table
from dashboard.panels.remembered import remembered

FEW = 3


@remembered
def trend_panel(
    warehouse: Warehouse,
    theme: Theme,
    name: str,
    selection: Selection,
    *,
    key: str = "",
    height: int = 300,
    is_columns: bool = False,
) -> Panel:
    """The metric `name` in the selected area up to the selected period; the title says where it stands.

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
    draw = charts.columns if is_columns or len(points) <= FEW else charts.trend
    return Panel(
        key=key or f"trend-{name}",
        title=trend_finding(metric, points, moved(reading, against(selection)) if reading.change_kind else None),
        subtitle=subtitle(metric, GRAIN_NAMES[selection.grain], area_name(warehouse, selection.area_code)),
        figure=draw((series,), theme, unit=metric.unit, decimals=metric.decimals, target=target, height=height),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )
