"""Turns figures of services into what only 服务共治 shows: which parts have anything to tell, and the list of sites."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.views.community_services.sites import site_use_view
from dashboard.views.kinds.lines import asked, lines_view
from dashboard.views.kinds.parts import parts_trend_view, parts_view
from dashboard.views.kinds.trend import trend_view
from dashboard.views.view import Making, View

# In the order of reading; of these an area shows the first eight of which it has anything to tell.
CARDS = (
    "service_sites",
    "service_visits",
    "childcare_occupancy",
    "site_use_rate",
    "mediation_success_rate",
    "redemption_rate",
    "wish_completion_rate",
    "team_served",
    "courier_share",
    "mediation_days",
)
MOST_CARDS = 8
MICRO_CARDS = ("micro_kinds", "wish_completion_rate", "wish_claim_rate", "joint_talks")
# What the map may show, and by which part it is broken down beside it.
WHERE = {
    "service_sites": ("阵地", "site_kind"),
    "service_visits": ("服务人次", "service"),
    "mediations_accepted": ("受理纠纷", "kind"),
    "team_served": ("服务队服务", "kind"),
}
# What stands over time below the parts, where the number itself hardly changes.
COURSES = {"service_sites": "site_use_rate"}
MEDIATION_RATES = {"mediation_success_rate": "调解成功率", "mediation_days": "平均用时"}
TEAMS = {"team_served": "服务人次", "team_sorties": "出动次数", "service_teams": "队伍数"}
# Part of the page → the metric that tells whether the area has it, and the form that it waits for.
PARTS = {
    "services": ("service_visits", "服务量"),
    "hours": ("site_use_rate", "场地时数"),
    "childcare": ("childcare_seats", "托位"),
    "mediation": ("mediations_accepted", "多元调解"),
    "points": ("points_issued", "文明积分"),
    "teams": ("service_teams", "服务队伍"),
    "micro": ("micro_actions", "四微联动"),
    "couriers": ("courier_events", "快递小哥上报的事件"),
}


def _has(warehouse: Warehouse, name: str, selection: Selection) -> bool:
    """Whether the metric tells anything but nought, or keeps it back, in the time that trends show."""
    values = [cell.value for cell in asked(warehouse, named_metric(name), selection)]
    return any(value is Absence.NOT_DISCLOSED or (is_number(value) and value) for value in values)


@remembered
def card_names(warehouse: Warehouse, selection: Selection) -> tuple[str, ...]:
    """The metrics for the headline: those that the area has, filled up with those that it has not reported."""
    reported = [name for name in CARDS if _has(warehouse, name, selection)]
    silent = [name for name in CARDS if name not in reported]
    kept = (
        {*reported[:MOST_CARDS], *silent[: MOST_CARDS - len(reported)]}
        if len(reported) < MOST_CARDS
        else {*reported[:MOST_CARDS]}
    )
    return tuple(name for name in CARDS if name in kept)


@remembered
def told_parts(warehouse: Warehouse, selection: Selection) -> frozenset[str]:
    """The parts of the page for which the area has reported anything in the time that trends show."""
    return frozenset(part for part, (name, _) in PARTS.items() if _has(warehouse, name, selection))


def why_untold(reported: frozenset[str], part: str) -> str:
    """Why a part of the page has nothing to show; empty where it was reported."""
    if part in reported:
        return ""
    return "没有快递小哥上报的网格事件。" if part == "couriers" else f"没有上报“{PARTS[part][1]}”（未填报）。"


@remembered
def where_view(warehouse: Warehouse, name: str, selection: Selection) -> View:
    """What the map shows, by its parts; of sites the title counts kinds, since shares of a few sites tell little."""
    view = parts_view(warehouse, name, WHERE[name][1], selection, key="services-parts")
    if name != "service_sites":
        return view
    counts = [(str(row[2]), float(row[3])) for row in view.table.rows if is_number(row[3])]
    return replace(view, finding=kinds_finding(counts) or view.finding)


def kinds_finding(counts: Sequence[tuple[str, float]]) -> Finding:
    """Which kinds have most sites, in `counts` of (kind, sites); empty where there are none."""
    if not counts:
        return Finding()
    most = max(count for _, count in counts)
    leading = [kind for kind, count in counts if count == most]
    if len(leading) == len(counts):
        return Finding(f"{len(counts)}类阵地{'各' if len(counts) > 1 else ''}{most:.0f}处")
    each = "各" if len(leading) > 1 else ""
    return Finding(f"{len(counts)}类阵地中{'、'.join(leading)}最多", f"{each}{most:.0f}处").naming(*leading)


def visit_rows(warehouse: Warehouse, selection: Selection, reported: frozenset[str]) -> list[tuple[Making, ...]]:
    """Visits, hours and seats, as far as the area has reported them, in rows of two."""
    makings_of = {
        "services": [partial(parts_trend_view, warehouse, "service_visits", "service", selection)],
        "hours": [
            partial(trend_view, warehouse, "site_use_rate", selection),
            partial(site_use_view, warehouse, selection),
        ],
        "childcare": [partial(lines_view, warehouse, ("childcare_seats", "childcare_seats_in_use"), selection)],
    }
    makings = [making for part, of_part in makings_of.items() if part in reported for making in of_part]
    return [tuple(makings[place : place + 2]) for place in range(0, len(makings), 2)]
