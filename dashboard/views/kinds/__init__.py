"""Views that any metric fits: a trend, a map, a ranking, parts of a whole; the front door of the folder."""

from dashboard.views.kinds.area_map import map_view
from dashboard.views.kinds.cards import card
from dashboard.views.kinds.heat import heat_view
from dashboard.views.kinds.parts import parts_trend_view, parts_view
from dashboard.views.kinds.ranking import ranking_view
from dashboard.views.kinds.trend import trend_view

__all__ = ["card", "heat_view", "map_view", "parts_trend_view", "parts_view", "ranking_view", "trend_view"]
