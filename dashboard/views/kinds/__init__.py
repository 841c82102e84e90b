"""Views that any metric fits: a trend, a map, a ranking, parts of a whole; the front door of the folder."""

from dashboard.views.kinds.area_map import MapPanel, map_panel, show_map
from dashboard.views.kinds.cards import card, show_cards
from dashboard.views.kinds.heat import heat_panel
from dashboard.views.kinds.parts import parts_panel, parts_trend_panel
from dashboard.views.kinds.ranking import ranking_panel
from dashboard.views.kinds.trend import trend_panel
from dashboard.views.panel import Panel, show, side_by_side

__all__ = [
    "MapPanel",
    "Panel",
    "card",
    "heat_panel",
    "map_panel",
    "parts_panel",
    "parts_trend_panel",
    "ranking_panel",
    "show",
    "show_cards",
    "show_map",
    "side_by_side",
    "trend_panel",
]
