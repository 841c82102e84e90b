"""A metric and a selection → the cells of the selected period that views are made of."""

from dashboard.metrics.ask import Cell, Value, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number


def in_period(
    warehouse: Warehouse, metric: Metric, codes: tuple[str, ...], selection: Selection, *, by: str | None = None
) -> tuple[Cell, ...]:
    """The figures of the areas `codes` in the selected period, of each part of `by` where it is given."""
    return cells(warehouse, metric, codes, grain=selection.grain, since=selection.period, until=selection.period, by=by)


def parts_in_period(warehouse: Warehouse, name: str, selection: Selection, by: str) -> tuple[Cell, ...]:
    """The figures of the metric `name` by the parts of `by`, in the selected area and period."""
    return in_period(warehouse, named_metric(name), (selection.area_code,), selection, by=by)


def parts_since(warehouse: Warehouse, metric: Metric, selection: Selection, by: str, since: str) -> tuple[Cell, ...]:
    """The figures by the parts of `by` in the selected area, from the period `since` to the selected one."""
    area = (selection.area_code,)
    return cells(warehouse, metric, area, grain=selection.grain, since=since, until=selection.period, by=by)


def now(warehouse: Warehouse, name: str, selection: Selection) -> Cell:
    """The one figure of the metric `name` in the selected area and period."""
    [cell] = in_period(warehouse, named_metric(name), (selection.area_code,), selection)
    return cell


def high_first(value: Value) -> float:
    """The key that sorts figures from high to low; a missing figure has the place of a zero."""
    return -value if is_number(value) else 0.0
