"""Load and flow of matters as rows of views."""

from functools import partial

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.grid_coverage.flow import days_view, flow_view
from dashboard.views.grid_coverage.load import load_view
from dashboard.views.grid_coverage.scope import Scope
from dashboard.views.view import Making


def load_rows(warehouse: Warehouse, listed: Scope, selection: Selection) -> tuple[tuple[Making, ...], ...]:
    """How much falls to whom, what came in and went out, and how long it takes."""
    load = (partial(load_view, warehouse, listed.places, selection),) if listed.has_grids else ()
    return (
        (*load, partial(flow_view, warehouse, selection)),
        (partial(days_view, warehouse, selection),),
    )
