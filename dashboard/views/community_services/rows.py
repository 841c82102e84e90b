"""The parts of 服务共治 as rows of views: mediation, points, teams, small actions, couriers."""

from functools import partial

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.community_services.mediation import mediation_view
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.view import Making

Rows = tuple[tuple[Making, ...], ...]


def mediation_rows(warehouse: Warehouse, rate: str, selection: Selection) -> Rows:
    """Disputes that came in and how they ended; the metric `rate` over time and by kind."""
    return (
        (
            partial(mediation_view, warehouse, selection),
            partial(trend_view, warehouse, rate, selection, key="mediation-rate"),
        ),
        (
            partial(parts_view, warehouse, "mediations_accepted", "kind", selection),
            partial(parts_view, warehouse, rate, "kind", selection, key="mediation-kinds"),
        ),
    )


def team_rows(warehouse: Warehouse, name: str, selection: Selection) -> Rows:
    """The metric `name` of the service teams by their kind, over time and now."""
    return (
        (
            partial(parts_trend_view, warehouse, name, "kind", selection, key="teams-trend"),
            partial(parts_view, warehouse, name, "kind", selection, key="teams-kinds"),
        ),
    )


def point_rows(warehouse: Warehouse, selection: Selection) -> Rows:
    """Points earned and redeemed, and by whom."""
    return (
        (
            partial(lines_view, warehouse, ("points_issued", "points_redeemed"), selection),
            partial(parts_trend_view, warehouse, "civic_participants", "participant_group", selection),
        ),
    )


def micro_rows(warehouse: Warehouse, selection: Selection) -> Rows:
    """The small actions, and what became of the wishes."""
    return (
        (
            partial(parts_trend_view, warehouse, "micro_actions", "kind", selection),
            partial(lines_view, warehouse, ("wishes_raised", "wishes_done"), selection),
        ),
        (
            partial(trend_view, warehouse, "wish_completion_rate", selection),
            partial(parts_view, warehouse, "wish_completion_rate", "estate", selection),
        ),
    )


def courier_rows(warehouse: Warehouse, selection: Selection) -> Rows:
    """What couriers report to the grids."""
    return (
        (
            partial(trend_view, warehouse, "courier_share", selection),
            partial(parts_view, warehouse, "courier_events", "kind", selection),
        ),
    )
