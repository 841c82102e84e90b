"""A region and wished areas → parcels with curved, exactly shared borders, in metres on a plane."""

import math
from collections.abc import Callable, Sequence
from random import Random

import shapely
from shapely import Point, Polygon, affinity
from shapely.geometry.base import BaseGeometry

Warp = Callable[[float, float], tuple[float, float]]

STEP_M = 28.0  # distance between the vertices of a border
PRECISION_M = 0.001
ROUNDS, TOLERANCE = 400, 0.0005
# Wave lengths and heights of the wobble, too flat for borders to cross each other (a test looks at every polygon).
WAVES = ((1500.0, 80.0), (520.0, 42.0), (210.0, 15.0), (80.0, 4.0))
# The outline of a factory's plot: a yard with one corner cut off by a road.
PLOT = ((-1.0, -0.78), (0.94, -0.86), (1.02, 0.46), (0.62, 0.8), (-0.92, 0.88))


def wobble(random: Random) -> Warp:
    """A smooth displacement of the plane: the same point always moves the same way, so shared borders stay shared."""
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


def warped(shape: Polygon, warp: Warp) -> Polygon:
    """`shape` with every vertex moved."""
    return Polygon([warp(x, y) for x, y in shape.exterior.coords])


def _half_plane(near: Point, far: Point, shift: float, reach: float) -> Polygon:
    """The half of the plane on the side of `near`, whose border lies `shift` beyond the middle towards `far`."""
    distance = near.distance(far)
    ux, uy = (far.x - near.x) / distance, (far.y - near.y) / distance
    middle = distance / 2 + shift
    x, y = near.x + ux * middle, near.y + uy * middle
    corners = ((1, 0), (1, -1), (-1, -1), (-1, 0))
    return Polygon([(x - uy * reach * a + ux * reach * b, y + ux * reach * a + uy * reach * b) for a, b in corners])


def only_polygon(shape: BaseGeometry) -> Polygon:
    """The shape, which is one polygon; raises ValueError where it fell apart."""
    if not isinstance(shape, Polygon):
        raise ValueError(f"a {shape.geom_type} is not one polygon")
    return shape


def cells(region: Polygon, seeds: Sequence[Point], weights: Sequence[float]) -> list[Polygon]:
    """The power diagram of `seeds` (weights in square metres) cut to `region`; the cells fill the region."""
    reach = 4 * math.hypot(region.bounds[2] - region.bounds[0], region.bounds[3] - region.bounds[1])
    found: list[Polygon] = []
    for one, seed in enumerate(seeds):
        cell: BaseGeometry = region
        for other, rival in enumerate(seeds):
            if other != one:
                shift = (weights[one] - weights[other]) / (2 * seed.distance(rival))
                cell = cell.intersection(_half_plane(seed, rival, shift, reach))
        found.append(only_polygon(cell))
    return found


def divided(region: Polygon, seeds: Sequence[Point], areas: Sequence[float], warp: Warp) -> list[Polygon]:
    """Cells of `region`, not yet warped, whose warped areas stand in the proportion of `areas`."""
    whole = warped(shapely.segmentize(region, STEP_M), warp).area
    wished = [area * whole / sum(areas) for area in areas]
    weights = [0.0] * len(seeds)
    for _ in range(ROUNDS):
        found = cells(region, seeds, weights)
        sizes = [warped(shapely.segmentize(cell, STEP_M), warp).area for cell in found]
        misses = [wish - size for wish, size in zip(wished, sizes, strict=True)]
        if max(abs(miss) / wish for miss, wish in zip(misses, wished, strict=True)) < TOLERANCE:
            return found
        weights = [weight + 0.4 * miss for weight, miss in zip(weights, misses, strict=True)]
    raise ValueError(f"the areas do not settle in {ROUNDS} rounds: {misses}")


def scattered(random: Random, region: Polygon, count: int) -> list[Point]:
    """`count` points spread over `region` but not evenly, from north-west to south-east."""
    west, south, east, north = region.bounds
    points: list[Point] = []
    while len(points) < count:
        point = Point(random.uniform(west, east), random.uniform(south, north))
        if region.contains(point):
            points.append(point)
    for _ in range(2):
        points = [cell.centroid for cell in cells(region, points, [0.0] * count)]
    return sorted(points, key=lambda point: point.x - 1.6 * point.y)


def joined(parts: dict[str, Polygon], warp: Warp) -> dict[str, Polygon]:
    """`parts`, which touch, as warped polygons that have every vertex of a common border in common."""
    lines = [shapely.set_precision(part.exterior, PRECISION_M) for part in parts.values()]
    noded = shapely.union_all(lines, grid_size=PRECISION_M)
    edges = [shapely.segmentize(edge, STEP_M) for edge in shapely.get_parts(shapely.line_merge(noded))]
    faces = shapely.get_parts(shapely.polygonize(edges))
    found: dict[str, Polygon] = {}
    for code, part in parts.items():
        face = max(faces, key=lambda face: face.intersection(part).area)
        found[code] = warped(face, warp)
    return found


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
