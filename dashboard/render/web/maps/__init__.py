"""Turns areas with values into maps that need no internet; the front door of the folder."""

from dashboard.render.web.maps.areas import area_map, drawn_map

__all__ = ["area_map", "drawn_map"]
