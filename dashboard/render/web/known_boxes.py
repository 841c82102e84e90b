"""The value that an address has for a box → whether any box of that key may have it, known without drawing one."""

from collections.abc import Callable, Mapping

from dashboard.metrics.alert_rules import GAPS, RULES
from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.periods import is_period
from dashboard.metrics.versions import kept_versions
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.named import part_holders
from dashboard.tables.reporting import forms
from dashboard.views.assets_projects.projects import GROUPS
from dashboard.views.employment.labour import TOPICS
from dashboard.views.grid_coverage.ledger import ALL, LISTS
from dashboard.views.park_output.land import DOTS
from dashboard.views.published_facts.reconciled import SHOWN
from dashboard.views.service_lists.needs_matrix import VIEW_NAMES

Known = Callable[[Warehouse, str], bool]


def _is_metric(warehouse: Warehouse, told: str) -> bool:
    return told in METRICS


def _is_period(warehouse: Warehouse, told: str) -> bool:
    return is_period(told)


def _is_area(warehouse: Warehouse, told: str) -> bool:
    return told in areas(warehouse)


def _is_dimension(warehouse: Warehouse, told: str) -> bool:
    return any(told == one.name for metric in METRICS.values() for one in metric.dimensions)


def _is_part(warehouse: Warehouse, told: str) -> bool:
    return told == ALL or any(told == part for _, part in part_holders(warehouse))


def _is_channel(warehouse: Warehouse, told: str) -> bool:
    return _is_metric(warehouse, told) or _is_part(warehouse, told)


def _is_kind(warehouse: Warehouse, told: str) -> bool:
    of_matters = (rule.label for rule in (*RULES, *GAPS))
    return told in GROUPS or told in of_matters or _is_part(warehouse, told)


# By the key of a box. What is not here stands where it is always drawn, or may be the name of anything.
KNOWN: Mapping[str, Known] = {
    **dict.fromkeys(("rate", "visits", "mediation", "teams", "output", "parts", "causes", "map"), _is_metric),
    **dict.fromkeys(("month", "quarter"), _is_period),
    **dict.fromkeys(("place", "district"), _is_area),
    "by": _is_dimension,
    "kind": _is_kind,
    "channel": _is_channel,
    "events": lambda warehouse, told: told in LISTS,
    "dots": lambda warehouse, told: told in DOTS,
    "form": lambda warehouse, told: told in forms(warehouse),
    "look": lambda warehouse, told: told in kept_versions(),
    "sheet": lambda warehouse, told: told.isdecimal(),
    "topic": lambda warehouse, told: told in TOPICS,
    "pairs": lambda warehouse, told: told in SHOWN,
    "view": lambda warehouse, told: told in VIEW_NAMES,
}


def is_known(warehouse: Warehouse, key: str, told: str) -> bool:
    """Whether a box of the key may have the value, or nothing is declared of it."""
    return key not in KNOWN or KNOWN[key](warehouse, told)
