"""Turns areas with values into maps that need no internet, and no WebGL unless they are hundreds; the front door of the folder."""

from dashboard.render.web.maps.classing import classing_choice
from dashboard.render.web.maps.shown import drawing_of, picture_name

__all__ = ["classing_choice", "drawing_of", "picture_name"]
