"""Several metrics of one area: which of them have anything to tell, their trends in rows, and words for the rest."""

from collections.abc import Sequence
from functools import partial

from dashboard.figures.absence import Absence
from dashboard.figures.areas import Area
from dashboard.figures.ask import cells
from dashboard.figures.catalogue import metric as named_metric
from dashboard.figures.metric import Metric
from dashboard.figures.selection import Selection
from dashboard.figures.warehouse import Warehouse
from dashboard.look.blocks import finding_text
from dashboard.look.formats import is_number
from dashboard.look.theme import Theme
from dashboard.panels.lines import asked
from dashboard.panels.panel import side_by_side
from dashboard.panels.trend import trend_panel

IN_A_ROW = 3
LOW = 220


def told(warehouse: Warehouse, names: Sequence[str], selection: Selection) -> tuple[str, ...]:
    """Those of the metrics that have a figure in the time that trends show."""
    return tuple(
        name for name in names if any(is_number(cell.value) for cell in asked(warehouse, named_metric(name), selection))
    )


def why_silent(warehouse: Warehouse, name: str, form: str, selection: Selection) -> str:
    """Why the area has no figure of the metric, which the form `form` carries, in the time that trends show."""
    answered = {cell.value for cell in asked(warehouse, named_metric(name), selection)}
    if Absence.NOT_IN_PERIOD in answered:
        return f"“{form}”没有所选区域在这段时间的内容（本期无此项）。"
    return f"所选区域在这段时间没有上报“{form}”（未填报）。"


def places_told(warehouse: Warehouse, name: str, places: Sequence[Area], selection: Selection) -> tuple[Area, ...]:
    """Those of the places that have a figure in the selected period."""
    answered = cells(
        warehouse,
        named_metric(name),
        tuple(place.area_code for place in places),
        grain=selection.grain,
        since=selection.period,
        until=selection.period,
    )
    known = {cell.area_code for cell in answered if is_number(cell.value)}
    return tuple(place for place in places if place.area_code in known)


def counts_each_period(metric: Metric) -> bool:
    """Whether every period counts for itself, which columns show and lines do not."""
    return metric.denominator is None and metric.numerator.over_time == "sum"


def show_trends(
    warehouse: Warehouse, theme: Theme, names: Sequence[str], selection: Selection, *, in_a_row: int = IN_A_ROW
) -> None:
    """Draw the trends of the metrics that have a figure, and say of which the area has sent none."""
    shown = told(warehouse, names, selection)
    for start in range(0, len(shown), in_a_row):
        side_by_side(
            *(
                partial(
                    *(trend_panel, warehouse, theme, name, selection),
                    height=LOW,
                    is_columns=counts_each_period(named_metric(name)),
                )
                for name in shown[start : start + in_a_row]
            )
        )
    silent = [named_metric(name).label for name in names if name not in shown]
    if silent:
        finding_text(f"所选区域在这段时间没有上报（未填报）：{'、'.join(silent)}。")
