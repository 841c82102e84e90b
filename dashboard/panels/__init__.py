"""Turns answers of metrics into titled pictures: finding, figure, footer and table; here figures meet the look."""

from dashboard.panels.area_map import MapPanel, map_panel, show_map
from dashboard.panels.cards import card, show_cards
from dashboard.panels.heat import heat_panel
from dashboard.panels.panel import Panel, show, side_by_side
from dashboard.panels.parts import parts_panel, parts_trend_panel
from dashboard.panels.ranking import ranking_panel
from dashboard.panels.trend import trend_panel

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
