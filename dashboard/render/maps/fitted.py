"""Turns areas and what lies around them into a drawing that fits a box, for pages, slides and documents alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.content import MapFeature
from dashboard.meeting.slide_parts import MapPicture
from dashboard.render.maps.circles import FittedCircle, place_circles
from dashboard.render.maps.context import Context, place_context, road_lines
from dashboard.render.maps.furniture import Furniture, place_furniture
from dashboard.render.maps.geometry import bounds, fitting_zoom, to_pixels
from dashboard.render.maps.groups import place_groups
from dashboard.render.maps.labels import FittedLabel, is_numbered, place_labels
from dashboard.render.maps.placing import FittedArea, Room
from dashboard.views.maps import AreaShape, Point

# The air around the areas and below them, in heights of a letter; the lower one holds the scale.
MARGIN, FOOT = 1.3, 2.4
# Neighbours stand between the areas and the frame, in a drawing high enough for it.
EDGE, HIGH = 2.2, 34.0
# A drawing so much wider than high has room for all of it beside the areas.
WIDE = 1.3


@dataclass(frozen=True)
class Drawing:
    """A map in the units of its box, down is positive; `size` is the height of its letters.

    `groups` are the names that numbered areas share, where there is no room for the name of each.
    """

    width: float
    height: float
    size: float
    areas: tuple[FittedArea, ...]
    circles: tuple[FittedCircle, ...]
    labels: tuple[FittedLabel, ...]
    context: Context
    furniture: Furniture
    selected: str | None = None
    groups: tuple[tuple[str, Point], ...] = ()


def fitted_map(
    shapes: Sequence[AreaShape],
    width: float,
    height: float,
    size: float,
    *,
    context: Sequence[MapFeature] = (),
    selected: str | None = None,
    largest: float | None = None,
    named: Sequence[str] = (),
) -> Drawing:
    """The areas in the middle of a box with scale, north and context, and the labels of type `size` that find room.

    Those of the codes `named`, and of the selected area, come first and whole. With `largest`, the count of the largest
    circle, figures are drawn as circles.
    """
    corners = bounds([shape.rings[0] for shape in shapes])
    placed, scale = _placing(corners, width, height, size, is_framed=bool(context))
    areas = tuple(FittedArea(one, tuple(_thinned(tuple(map(placed, ring))) for ring in one.rings)) for one in shapes)
    room = Room((0.0, 0.0, width, height), lines=road_lines(context, placed))
    furniture = place_furniture(corners, scale, placed, areas, context, size, room)
    circles = place_circles(areas, width, height, largest) if largest is not None else ()
    told = (*named, *([selected] if selected else []))
    is_short = largest is None and is_numbered(areas, size)
    labels = place_labels(areas, size, room, told, {circle.code: circle for circle in circles}, is_short=is_short)
    groups = place_groups(areas, size, room) if is_short else ()
    around = place_context(context, placed, areas, size, room, is_crowded=is_short)
    return Drawing(width, height, size, areas, circles, labels, around, furniture, selected, groups)


def fitted_picture(picture: MapPicture, width: float, height: float, size: float) -> Drawing:
    """The map of a document in a box."""
    return fitted_map(
        picture.shapes,
        width,
        height,
        size,
        context=picture.context,
        selected=picture.selected,
        named=picture.named,
    )


def _placing(
    corners: tuple[float, float, float, float], width: float, height: float, size: float, *, is_framed: bool
) -> tuple[Callable[[Point], Point], float]:
    """What sets longitude and latitude into the box, and how many of its units a pixel of the first zoom is."""
    is_wide = width > WIDE * height
    margin = size * (MARGIN + (EDGE if is_framed and height > HIGH * size else 0))
    foot = 0.0 if is_wide else size * FOOT
    across, down = width - 2 * margin, height - 2 * margin - foot
    zoom = fitting_zoom(corners, across, down)
    left, top = to_pixels((corners[0], corners[3]), zoom)
    right, bottom = to_pixels((corners[2], corners[1]), zoom)
    aside = (width - (right - left)) / 2 - left
    lower = margin + (down - (bottom - top)) / 2 - top

    def placed(point: Point) -> Point:
        x, y = to_pixels(point, zoom)
        return x + aside, y + lower

    return placed, zoom


def _thinned(ring: tuple[Point, ...]) -> tuple[Point, ...]:
    """The ring without the points that nobody can tell from the one before."""
    kept = [ring[0]]
    for point in ring[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > 0.4:
            kept.append(point)
    return (*kept, ring[-1]) if len(kept) > 2 else ring
