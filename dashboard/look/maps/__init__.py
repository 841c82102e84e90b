"""Turns areas with values into maps that need no internet; the front door of the folder."""

from dashboard.look.maps.areas import area_map, map_fills
from dashboard.look.maps.shapes import AreaShape, Legend, LegendEntry

__all__ = ["AreaShape", "Legend", "LegendEntry", "area_map", "map_fills"]
