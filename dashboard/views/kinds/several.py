"""Several metrics of one area: which of them have a figure, their trends in rows, and words for the rest."""

from collections.abc import Callable, Sequence
from functools import partial

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.views.answers import in_period
from dashboard.views.kinds.lines import asked
from dashboard.views.kinds.measures import counts_each_period, measures_view
from dashboard.views.kinds.trend import trend_view
from dashboard.views.view import View

IN_A_ROW = 3
LOW = 220
A_SET = 3


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
    answered = in_period(warehouse, named_metric(name), tuple(place.area_code for place in places), selection)
    known = {cell.area_code for cell in answered if is_number(cell.value)}
    return tuple(place for place in places if place.area_code in known)


def trends(
    warehouse: Warehouse, names: Sequence[str], selection: Selection
) -> tuple[list[Callable[[], View]], list[str]]:
    """What makes the trends of those of the metrics that have a figure, and the names of those that have none.

    Three and more repeat one shape, so that they are one set of small plots.
    """
    shown = told(warehouse, names, selection)
    silent = [name for name in names if name not in shown]
    if len(shown) >= A_SET:
        return [partial(measures_view, warehouse, shown, selection)], silent
    making: list[Callable[[], View]] = [
        partial(
            trend_view,
            warehouse,
            name,
            selection,
            height=LOW,
            is_columns=counts_each_period(named_metric(name)),
        )
        for name in shown
    ]
    return making, silent
