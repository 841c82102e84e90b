"""A figure → where a reader sees more: the list of what it counts, the page of its theme, or which areas make it."""

from dashboard.metrics.areas import area
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import askable
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.explore.question import areas_of
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
    "above_scale_enterprises": {"open": "enterprises"},
    "milestones_overdue": {"open": "built"},
    "milestones_on_time_rate": {"open": "built"},
    "issues_raised": {"open": "visits"},
    "issue_closure_rate": {"open": "visits"},
    "courses": {"open": "list"},
    "red_flag_share": {"open": "patrols"},
    "grids_to_improve": {"open": "patrols"},
}


# What lies inside an area is what made its figure, by the level of the area.
INSIDE = {"市": "district", "片区": "zone", "三区单元": "grid"}
EXPLORER = "explore"


def lead(warehouse: Warehouse, name: str, selection: Selection, *, here: str = "") -> str:
    """The link to the list behind the metric `name`, or to the page of its theme.

    Where that is the page `here` and there is no list, to the figures of the areas inside, or of one that holds none over
    time, in the explorer.
    """
    metric, listed = named_metric(name), LISTS.get(name, {})
    page = page_of(metric)
    if page != here or listed:
        return address(warehouse, page, selection.to_query() | listed)
    return address(warehouse, EXPLORER, _taken_apart(warehouse, metric, selection))


def _taken_apart(warehouse: Warehouse, metric: Metric, selection: Selection) -> dict[str, str]:
    """The question of the explorer that tells the figure of the selection by area."""
    code, period = selection.area_code, askable(metric, selection.period)
    asked = {"metrics": metric.name, "areas": code, "compare": selection.comparison}
    level = INSIDE.get(area(warehouse, code).level, "")
    if level and len(areas_of(warehouse, (code,), level)) > 1:
        return asked | {"level": level, "from": period, "to": period}
    return asked
