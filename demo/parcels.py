"""A region and wished areas → parcels between streets, with exactly shared borders, in metres on a plane."""

import math
from collections.abc import Callable, Sequence
from random import Random

import shapely
from shapely import LineString, Polygon, affinity
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

Warp = Callable[[float, float], tuple[float, float]]

STEP_M = 28.0  # distance between the vertices of a border
PRECISION_M = 0.001
# Vertices and borders lie so far apart that rounding to degrees of six decimals moves none across another.
APART_M = 0.5
HALVINGS = 40
# Wave lengths and heights of an outline's wobble, too flat for borders to cross each other (a test looks at every one).
WAVES = ((1500.0, 80.0), (520.0, 42.0), (210.0, 15.0), (80.0, 4.0))
# A lane swings by a few metres only, and turns off the straight by so many degrees.
LANE_WAVES = ((900.0, 26.0), (330.0, 9.0), (120.0, 2.5))
TURN = 14.0
# The smallest block against the largest before they are fitted to their part.
SPREAD = (0.5, 1.8)
# The outline of a factory's plot: a yard with one corner cut off by a road.
PLOT = ((-1.0, -0.78), (0.94, -0.86), (1.02, 0.46), (0.62, 0.8), (-0.92, 0.88))


def wobble(random: Random) -> Warp:
    """A smooth displacement of the plane: the same point always moves the same way."""
    terms = []
    for length, height in WAVES:
        for _ in range(3):
            angle, phase = random.uniform(0, math.tau), random.uniform(0, math.tau)
            wave = (math.cos(angle) * math.tau / length, math.sin(angle) * math.tau / length)
            turn = random.uniform(0, math.tau)
            terms.append((*wave, phase, height / 3 * math.cos(turn), height / 3 * math.sin(turn)))

    def move(x: float, y: float) -> tuple[float, float]:
        swings = [(math.sin(kx * x + ky * y + phase), dx, dy) for kx, ky, phase, dx, dy in terms]
        return x + sum(swing * dx for swing, dx, _ in swings), y + sum(swing * dy for swing, _, dy in swings)

    return move


def outline(sketch: Sequence[tuple[float, float]], area: float, warp: Warp) -> Polygon:
    """The sketch with grown instead of ruled borders, made as large as `area` square metres around the origin."""
    grown = Polygon([warp(x, y) for x, y in shapely.segmentize(Polygon(sketch), STEP_M).exterior.coords])
    scale = math.sqrt(area / grown.area)
    return shapely.transform(grown, lambda points: points * scale)


def only_polygon(shape: BaseGeometry) -> Polygon:
    """The shape, which is one polygon; raises ValueError where it fell apart."""
    if not isinstance(shape, Polygon):
        raise ValueError(f"a {shape.geom_type} is not one polygon")
    return shape


def between_roads(region: Polygon, roads: Sequence[LineString]) -> list[Polygon]:
    """The parts into which the roads cut the region, from north-west to south-east."""
    parts = [region]
    for road in roads:
        parts = [only_polygon(half) for part in parts for half in split(part, road).geoms]
    return sorted(parts, key=_place)


def cut(region: Polygon, share: float, heading: float, random: Random) -> tuple[Polygon, Polygon]:
    """The region cut along a winding lane of that heading (degrees) into `share` of its area on the left, and the rest.

    Raises ValueError where the lane leaves the region and comes back.
    """
    reach = math.hypot(region.bounds[2] - region.bounds[0], region.bounds[3] - region.bounds[1])
    waves = [(math.tau / length, height, random.uniform(0, math.tau)) for length, height in LANE_WAVES]
    steps = [step * STEP_M for step in range(-math.ceil(reach / STEP_M), math.ceil(reach / STEP_M) + 1)]
    lane = [(t, sum(height * math.sin(wave * t + phase) for wave, height, phase in waves)) for t in steps]
    middle = region.centroid

    def left(shift: float) -> Polygon:
        edge = [(t, y + shift) for t, y in lane]
        half = affinity.rotate(Polygon([*edge, (steps[-1], 3 * reach), (steps[0], 3 * reach)]), heading, origin=(0, 0))
        return affinity.translate(half, middle.x, middle.y)

    low, high = -reach, reach
    for _ in range(HALVINGS):
        shift = (low + high) / 2
        low, high = (shift, high) if region.intersection(left(shift)).area > share * region.area else (low, shift)
    half = left((low + high) / 2)
    return only_polygon(region.intersection(half)), only_polygon(region.difference(half))


def blocks(region: Polygon, count: int, random: Random) -> list[Polygon]:
    """The region in `count` blocks of different sizes between lanes, from north-west to south-east."""
    parts = [random.uniform(*SPREAD) for _ in range(count)]
    return sorted(_blocks(region, parts, random), key=_place)


def _blocks(region: Polygon, parts: Sequence[float], random: Random) -> list[Polygon]:
    if len(parts) == 1:
        return [region]
    middle = len(parts) // 2
    share = sum(parts[:middle]) / sum(parts)
    # Lanes run across the longer side, so that blocks are neither needles nor squares.
    heading = _long_side(region) + 90 + random.uniform(-TURN, TURN)
    first, second = cut(region, share, heading, random)
    return [*_blocks(first, parts[:middle], random), *_blocks(second, parts[middle:], random)]


def _long_side(region: Polygon) -> float:
    """The heading of the region's longer side in degrees."""
    corners = shapely.get_coordinates(shapely.minimum_rotated_rectangle(region))
    sides = [(math.dist(one, two), one, two) for one, two in zip(corners[:2], corners[1:3], strict=True)]
    _, (x0, y0), (x1, y1) = max(sides)
    return math.degrees(math.atan2(y1 - y0, x1 - x0))


def _place(region: Polygon) -> float:
    return region.centroid.x - 1.6 * region.centroid.y


def allotted(count: int, areas: Sequence[float]) -> list[int]:
    """How many of `count` blocks each part gets: one at least, the next always where blocks are largest."""
    given = [1] * len(areas)
    while sum(given) < count:
        given[max(range(len(areas)), key=lambda place: areas[place] / (given[place] + 0.5))] += 1
    return given


def joined(parts: dict[str, Polygon]) -> dict[str, Polygon]:
    """`parts`, which touch, as polygons that have every vertex of a common border in common."""
    lines = [shapely.set_precision(part.exterior, PRECISION_M) for part in parts.values()]
    noded = shapely.union_all([shapely.union_all(lines, grid_size=PRECISION_M)], grid_size=APART_M)
    edges = [shapely.segmentize(edge, STEP_M) for edge in shapely.get_parts(shapely.line_merge(noded))]
    held: dict[str, list[Polygon]] = {code: [] for code in parts}
    # Where two borders were the same but for a hair there is a sliver between them, which goes to one of the two.
    for face in shapely.get_parts(shapely.polygonize(edges)):
        held[max(parts, key=lambda code: face.intersection(parts[code]).area)].append(face)
    return {code: only_polygon(shapely.union_all(faces)) for code, faces in held.items()}


def plot(block: Polygon, area: float, angle: float) -> Polygon:
    """A plot of exactly `area` square metres in the middle of `block`, turned by `angle` degrees.

    Raises ValueError where the block is too small for it.
    """
    middle = shapely.maximum_inscribed_circle(block, tolerance=1.0).coords[0]
    shape = affinity.rotate(Polygon(PLOT), angle, origin=(0, 0))
    scale = math.sqrt(area / shape.area)
    found = affinity.translate(affinity.scale(shape, scale, scale, origin=(0, 0)), *middle)
    if not block.contains(found):
        raise ValueError(f"a plot of {area} m² does not fit into a block of {block.area} m²")
    return found
