"""Turns areas with values into maps that need no internet; the front door of the folder."""

from dashboard.render.maps.shapes import AreaShape, Legend, LegendEntry
from dashboard.render.web.maps.areas import area_map, map_fills

__all__ = ["AreaShape", "Legend", "LegendEntry", "area_map", "map_fills"]
