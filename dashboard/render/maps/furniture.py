"""The extent of a map → its scale, its north arrow, and the small map of the city that shows where it lies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dashboard.content import CITY, TOWN, MapFeature
from dashboard.render.maps.geometry import bounds, fitting_zoom, metres_per_pixel, to_pixels
from dashboard.render.maps.placing import Box, FittedArea, Room, text_box, touches
from dashboard.views.maps import Point

SCALES_METRES = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000)
LONGEST_SCALE = 9.0
# The small map against the drawing, its least and largest height, in heights of a letter.
INSET_SHARE, INSET_LEAST, INSET_MOST = 0.26, 5.0, 10.0
# From this height on it has room for the names of towns.
NAMED = 8.0


@dataclass(frozen=True)
class Inset:
    """The ring of the city in a corner of the drawing, with the box of what the drawing shows; `towns` and their middles."""

    frame: Box
    name: str
    ring: tuple[Point, ...]
    shown: Box
    towns: tuple[tuple[str, Point], ...]


@dataclass(frozen=True)
class Furniture:
    """Scale bar (start, end, its words) and the foot of the north arrow."""

    scale: tuple[Point, Point]
    scale_text: str
    north: Point
    inset: Inset | None


def place_furniture(
    corners: Box,
    zoom: float,
    placed: Callable[[Point], Point],
    areas: Sequence[FittedArea],
    context: Sequence[MapFeature],
    size: float,
    room: Room,
) -> Furniture:
    """Scale and north below at the left, the small map in the corner where it covers no area; all of it takes room."""
    _, _, width, height = room.frame
    metres = metres_per_pixel((corners[1] + corners[3]) / 2, zoom)
    length = max((step for step in SCALES_METRES if step / metres <= LONGEST_SCALE * size), default=SCALES_METRES[0])
    left, level = 2.6 * size, height - 0.8 * size
    end = (left + length / metres, level)
    text = f"{length // 1000}公里" if length >= 1000 else f"{length}米"
    room.taken.append((0.0, height - 2.2 * size, end[0] + 4 * size, height))
    city = next((one for one in context if one.kind == CITY), None)
    inset = _inset(city, context, corners, areas, size, room) if city else None
    return Furniture(((left, level), end), text, (1.2 * size, level), inset)


def _inset(
    city: MapFeature,
    context: Sequence[MapFeature],
    corners: Box,
    areas: Sequence[FittedArea],
    size: float,
    room: Room,
) -> Inset | None:
    _, _, width, height = room.frame
    tall = min(max(INSET_SHARE * height, INSET_LEAST * size), INSET_MOST * size)
    wide = tall * 1.15
    if tall > height / 2 or wide > width / 3:
        return None
    gap = 0.5 * size
    places = [(width - wide - gap, height - tall - gap), (width - wide - gap, gap), (gap, gap)]
    boxes = [(x, y, x + wide, y + tall) for x, y in places]
    frame = next((box for box in boxes if not touches(areas, box)), None)
    if frame is None:
        return None
    room.taken.append(frame)
    box = bounds([city.points])
    zoom = fitting_zoom(box, wide - size, tall - size)
    left, top = to_pixels((box[0], box[3]), zoom)
    right, bottom = to_pixels((box[2], box[1]), zoom)
    aside = frame[0] + (wide - (right - left)) / 2 - left
    lower = frame[1] + (tall - (bottom - top)) / 2 - top

    def small(point: Point) -> Point:
        x, y = to_pixels(point, zoom)
        return x + aside, y + lower

    west, north = small((corners[0], corners[3]))
    east, south = small((corners[2], corners[1]))
    shown = west, north, east, south
    city_end = 2 * text_box((city.name,), size, (0.0, 0.0))[2] + 0.6 * size
    inner = Room(frame, [shown, (frame[0], frame[1], frame[0] + city_end, frame[1] + 1.6 * size)])
    towns = [(one.name, small(one.points[0])) for one in context if one.kind == TOWN and tall >= NAMED * size]
    spots = [(name, inner.first(_near(name, at, shown, size))) for name, at in towns]
    told = tuple((name, spot) for name, spot in spots if spot)
    return Inset(frame, city.name, tuple(map(small, city.points)), shown, told)


def _near(name: str, at: Point, shown: Box, size: float) -> list[tuple[Point, Box]]:
    """Where the name of a town may stand: above and below it, clear of the box of what is shown, then aside."""
    half = text_box((name,), size, (0.0, 0.0))[2]
    rise = 0.7 * size
    levels = (at[1] - rise, at[1] + rise, shown[1] - rise, shown[3] + rise, at[1])
    sides = (at[0], at[0] - half, at[0] + half, shown[0] - half - 2, shown[2] + half + 2)
    return [((x, y), text_box((name,), size, (x, y))) for y in levels for x in sides]
