"""What lies around the areas → roads, places and neighbours in a drawing, as far as there is room for their names."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shapely import LineString, MultiLineString, box, get_parts

from dashboard.content import CITY, LANDMARK, ROAD, MapFeature
from dashboard.render.maps.geometry import bounds
from dashboard.render.maps.placing import Box, FittedArea, Room, covers, text_box, touches
from dashboard.views.maps import Point

ARROWS = "→↘↓↙←↖↑↗"
# Where along a road its name may stand, best first: outside of the areas, near the frame.
ALONG = (0.93, 0.07, 0.86, 0.14, 0.78, 0.22, 0.64, 0.36, 0.5)
# A line steeper than this (degrees) has its name written downwards, as Chinese maps do.
STEEP = 50.0
# A place on the map that the frame leaves out is named at its edge if it lies no farther off than this share.
BESIDE = 0.4
# What lies farther away than so many sizes of the map is of another place.
FAR = 6.0


@dataclass(frozen=True)
class FittedName:
    """A name around its middle, on lines below each other, turned by `angle` degrees."""

    lines: tuple[str, ...]
    middle: Point
    angle: float = 0.0


@dataclass(frozen=True)
class FittedRoad:
    """A road as far as the frame shows it, with its name where that finds room."""

    points: tuple[Point, ...]
    name: str
    label: FittedName | None


@dataclass(frozen=True)
class FittedMark:
    """A place with its name beside it."""

    middle: Point
    label: FittedName


@dataclass(frozen=True)
class Context:
    """The roads below the labels of the areas, the marks above them, the names at the edge."""

    roads: tuple[FittedRoad, ...] = ()
    marks: tuple[FittedMark, ...] = ()
    edges: tuple[FittedName, ...] = ()


def road_lines(features: Sequence[MapFeature], placed: Callable[[Point], Point]) -> MultiLineString:
    """The roads as lines of the drawing."""
    return MultiLineString([list(map(placed, one.points)) for one in features if one.kind == ROAD])


def place_context(
    features: Sequence[MapFeature],
    placed: Callable[[Point], Point],
    areas: Sequence[FittedArea],
    size: float,
    room: Room,
    *,
    is_crowded: bool = False,
) -> Context:
    """The features that belong here, in the order in which they take room: marks, neighbours, roads.

    Where it `is_crowded` no road is named on the areas.
    """
    core = bounds([area.rings[0] for area in areas])
    held = [(one, tuple(map(placed, one.points))) for one in features if one.kind != CITY]
    near = [(one, points) for one, points in held if _is_near(points, core)]
    places = [(one, points[0]) for one, points in near if one.kind != ROAD]
    marks = [_mark(one.name, at, size, room) for one, at in places if one.kind == LANDMARK and _is_in(at, room.frame)]
    beyond = [
        (one, at)
        for one, at in places
        if not _is_in(at, room.frame) and (one.kind != LANDMARK or _is_in(at, _wider(core, BESIDE)))
    ]
    within = [(one, at) for one, at in places if one.kind != LANDMARK and _is_in(at, room.frame)]
    edges = [_edge(one.name, at, core, areas, size, room) for one, at in beyond]
    edges += [_within(one.name, at, areas, size, room) for one, at in within]
    roads = [
        _road(one.name, points, areas, size, room, is_crowded=is_crowded) for one, points in near if one.kind == ROAD
    ]
    return Context(
        tuple(road for road in roads if road),
        tuple(mark for mark in marks if mark),
        tuple(edge for edge in edges if edge),
    )


def _is_near(points: Sequence[Point], core: Box) -> bool:
    reach = FAR * max(core[2] - core[0], core[3] - core[1])
    middle = (core[0] + core[2]) / 2, (core[1] + core[3]) / 2
    return any(math.dist(point, middle) <= reach for point in points)


def _is_in(point: Point, frame: Box) -> bool:
    return frame[0] < point[0] < frame[2] and frame[1] < point[1] < frame[3]


def _wider(box: Box, share: float) -> Box:
    across, down = (box[2] - box[0]) * share, (box[3] - box[1]) * share
    return box[0] - across, box[1] - down, box[2] + across, box[3] + down


def _mark(name: str, at: Point, size: float, room: Room) -> FittedMark | None:
    half = text_box((name,), size, (0.0, 0.0))[2] + 0.95 * size
    beside = ((half, 0.0), (-half, 0.0), (0.0, -1.3 * size), (0.0, 1.3 * size))
    middles = [(at[0] + x, at[1] + y) for x, y in beside]
    found = room.clearest((middle, text_box((name,), size, middle)) for middle in middles)
    return FittedMark(at, FittedName((name,), found)) if found else None


def _edge(name: str, at: Point, core: Box, areas: Sequence[FittedArea], size: float, room: Room) -> FittedName | None:
    """The name at the frame, in the direction from the areas' middle, with an arrow; moved along the frame."""
    start = (core[0] + core[2]) / 2, (core[1] + core[3]) / 2
    angle = math.atan2(at[1] - start[1], at[0] - start[0])
    lines = (f"{ARROWS[round(angle / (math.tau / 8)) % 8]} {name}",)
    _, _, half, rise = text_box(lines, size, (0.0, 0.0))
    left, top, right, bottom = room.frame
    inner = (left + half + 4, top + rise + 2, right - half - 4, bottom - rise - 2)
    # The frame is met where the first of its sides is reached.
    across, down = math.cos(angle), math.sin(angle)
    sides = [
        ((inner[2] if across > 0 else inner[0]) - start[0]) / across if abs(across) > 1e-9 else math.inf,
        ((inner[3] if down > 0 else inner[1]) - start[1]) / down if abs(down) > 1e-9 else math.inf,
    ]
    met = start[0] + min(sides) * across, start[1] + min(sides) * down
    is_side = sides[0] < sides[1]
    shifts = [sign * step * size for step in (0.0, 1.4, 2.8, 4.2, 5.6) for sign in (1, -1)]
    places = [
        (
            min(max(met[0] + (0.0 if is_side else shift), inner[0]), inner[2]),
            min(max(met[1] + (shift if is_side else 0.0), inner[1]), inner[3]),
        )
        for shift in shifts
    ]
    free = [place for place in places if not touches(areas, text_box(lines, size, place))]
    found = room.clearest((place, text_box(lines, size, place)) for place in free)
    return FittedName(lines, found) if found else None


def _within(name: str, at: Point, areas: Sequence[FittedArea], size: float, room: Room) -> FittedName | None:
    """The name of a neighbour whose own place is in the frame, where no area lies."""
    if covers(areas, at):
        return None
    shifts = [(x * size, y * size) for x in (0, 2, -2, 4, -4) for y in (0, 2, -2, 4, -4)]
    middles = [(at[0] + x, at[1] + y) for x, y in shifts]
    free = [middle for middle in middles if not touches(areas, text_box((name,), size, middle))]
    found = room.clearest((middle, text_box((name,), size, middle)) for middle in free)
    return FittedName((name,), found) if found else None


def _road(
    name: str, points: Sequence[Point], areas: Sequence[FittedArea], size: float, room: Room, *, is_crowded: bool
) -> FittedRoad | None:
    seen = [part for part in get_parts(LineString(points).intersection(box(*room.frame))) if part.length > 4 * size]
    if not seen:
        return None
    line = max(seen, key=lambda part: part.length)
    labels = [_along(line, part, name) for part in ALONG]
    beside = [label for label in labels if not covers(areas, label.middle)]
    for label in beside if is_crowded else [*beside, *(label for label in labels if label not in beside)]:
        taken = text_box(label.lines, size, label.middle)
        if room.holds(taken):
            room.taken.append(taken)
            return FittedRoad(tuple(line.coords), name, label)
    return FittedRoad(tuple(line.coords), name, None)


def _along(line: LineString, part: float, name: str) -> FittedName:
    """The name at that part of the line, along it or, on a steep one, letter below letter."""
    before, after = (line.interpolate(part + step, normalized=True) for step in (-0.03, 0.03))
    middle = line.interpolate(part, normalized=True)
    angle = math.degrees(math.atan2(after.y - before.y, after.x - before.x))
    angle = (angle + 90) % 180 - 90
    if abs(angle) > STEEP:
        return FittedName(tuple(name), (middle.x, middle.y))
    return FittedName((name,), (middle.x, middle.y), angle)
