"""A figure → where a reader sees more: the list of what it counts, or the page of its theme."""

from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.links import address
from dashboard.views.pages import page_of

# Figure → the list of the ledger that holds what it counts; of a rate, what falls short of it.
EVENT_LISTS = {
    "overdue_open": "late",
    "on_time_rate": "missed",
    "events_accepted": "accepted",
    "events_closed": "accepted",
    "closure_rate": "accepted",
    "days_to_close": "accepted",
}
LISTS = {name: {"open": "ledger", "events": scope} for name, scope in EVENT_LISTS.items()} | {
    "needs_overdue": {"open": "course"},
    "needs_open": {"open": "course"},
    "decisions_overdue": {"screen": "meeting"},
    "decisions_open": {"screen": "meeting"},
    "enterprises": {"open": "enterprises"},
    "courses": {"open": "list"},
    "red_flag_share": {"open": "patrols"},
    "grids_to_improve": {"open": "patrols"},
}


def lead(warehouse: Warehouse, name: str, selection: Selection, *, here: str = "") -> str:
    """The link to the list behind the metric `name`, or to the page of its theme; empty where that is the page `here`."""
    metric, listed = named_metric(name), LISTS.get(name, {})
    page = page_of(metric)
    if page == here and not listed:
        return ""
    return address(warehouse, page, selection.to_query() | listed)
