"""Turns areas with values into maps that need no internet and no WebGL; the front door of the folder."""

from dashboard.render.web.maps.areas import drawn_map, map_variables
from dashboard.render.web.maps.classing import chosen_classing, classing_choice

__all__ = ["chosen_classing", "classing_choice", "drawn_map", "map_variables"]
