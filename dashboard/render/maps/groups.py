"""Areas that share a name before their number → that name, once over all of them."""

from collections.abc import Sequence
from itertools import product

from shapely import box as rectangle
from shapely import distance

from dashboard.render.maps.geometry import bounds, signed_area
from dashboard.render.maps.placing import Box, FittedArea, Room, around, covers, text_box, touches
from dashboard.views.maps import Point

DIGITS = "0123456789"
# How far beside the group its name may stand, in heights of a letter.
DISTANCES = (0.0, 1.5, 3.0, 4.5, 6.0, 8.0)


def number_of(name: str) -> str:
    """The digits at the end of a name; nothing where it ends otherwise, or is a number alone."""
    before = name.rstrip(DIGITS)
    return name[len(before) :] if before else ""


def place_groups(areas: Sequence[FittedArea], size: float, room: Room) -> tuple[tuple[str, Point], ...]:
    """Each name that several areas share before their numbers, and its middle: over them, else beside them; best last."""
    shared: dict[str, list[FittedArea]] = {}
    for area in areas:
        if number_of(area.shape.name):
            shared.setdefault(area.shape.name.rstrip(DIGITS), []).append(area)
    several = [(name, inside) for name, inside in shared.items() if len(inside) > 1]
    found = [(name, room.first(_places(name, inside, areas, size))) for name, inside in several]
    return tuple((name, middle) for name, middle in found if middle)


def _places(
    name: str, inside: Sequence[FittedArea], areas: Sequence[FittedArea], size: float
) -> list[tuple[Point, Box]]:
    """On the areas of the group, the largest first, then in the open beside them."""
    largest = sorted(inside, key=lambda area: -abs(signed_area(area.rings[0])))
    points = [point for area in largest for point in area.points]
    on = [(x, y + shift * size) for (x, y), shift in product(points, (0.0, -1.0, 1.0))]
    left, top, right, bottom = bounds([area.rings[0] for area in inside])
    half = text_box((name,), size, (0.0, 0.0))[2]
    sides = ((right + half + size, (top + bottom) / 2), (left - half - size, (top + bottom) / 2))
    beside = [place for side in sides for place in around(side, [size * far for far in DISTANCES])]
    held = [(place, text_box((name,), size, place)) for place in on]
    own = [(place, box) for place, box in held if all(covers(inside, (side, place[1])) for side in (box[0], box[2]))]
    free = [
        (place, box)
        for place in beside
        if not touches(areas, box := text_box((name,), size, place)) and _nearest(areas, box) in inside
    ]
    return [*own, *free]


def _nearest(areas: Sequence[FittedArea], box: Box) -> FittedArea:
    """The area that a reader would take a name in the box for."""
    distances = distance([area.polygon for area in areas], rectangle(*box))
    return areas[int(distances.argmin())]
