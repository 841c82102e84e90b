"""Turns areas into a drawing that fits into a box: rings and labels in the units of the box, for slides and documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.render.maps.geometry import bounds, fitting_zoom, to_pixels
from dashboard.render.maps.labels import LABEL_SIZE, place_labels
from dashboard.views.maps import AreaShape, Point


@dataclass(frozen=True)
class FittedArea:
    """An area of the drawing; the first ring is its outline."""

    shape: AreaShape
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class FittedLabel:
    """A text of one line or more around its middle, on the area of that code."""

    code: str
    lines: tuple[str, ...]
    middle: Point


def fitted_map(
    shapes: Sequence[AreaShape], width: float, height: float, size: float
) -> tuple[tuple[FittedArea, ...], tuple[FittedLabel, ...]]:
    """The areas in the middle of a box, down is positive, with the labels of type `size` that stand where they fit."""
    corners = bounds([shape.rings[0] for shape in shapes])
    # Labels are placed in pixels of a map of the pages' type.
    scale = size / LABEL_SIZE
    zoom = fitting_zoom(corners, width / scale, height / scale)
    left, top = to_pixels((corners[0], corners[3]), zoom)
    right, bottom = to_pixels((corners[2], corners[1]), zoom)
    aside = (width - (right - left) * scale) / 2 - left * scale
    down = (height - (bottom - top) * scale) / 2 - top * scale

    def placed(point: Point) -> Point:
        x, y = to_pixels(point, zoom)
        return x * scale + aside, y * scale + down

    areas = tuple(FittedArea(one, tuple(tuple(map(placed, ring)) for ring in one.rings)) for one in shapes)
    labels = place_labels(shapes, zoom)
    return areas, tuple(FittedLabel(one.code, tuple(one.text.split("\n")), placed(one.point)) for one in labels)
