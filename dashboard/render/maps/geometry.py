"""Turns rings of longitude and latitude into the few measures a drawn map needs: pixels, centres, hatching, scale."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dashboard.views.maps import Point, Ring

# Four rows: x and y of where each edge begins, x and y of where it ends.
Edges = NDArray[np.float64]
TILE = 512
# The zoom of a place without extent: a pixel is some centimetres.
CLOSEST = 20.0
# Where a label is tried, from below upwards.
LEVELS = (0.2, 0.26, 0.34, 0.42, 0.5, 0.58, 0.66, 0.74, 0.8)
EQUATOR_METRES = 40_075_016.686


def to_pixels(point: Point, zoom: float) -> Point:
    """Web Mercator pixels of a longitude and latitude (degrees); down is positive."""
    longitude, latitude = point
    size = TILE * 2**zoom
    bent = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return (longitude + 180) / 360 * size, (1 - bent / math.pi) / 2 * size


def to_degrees(pixel: Point, zoom: float) -> Point:
    """Longitude and latitude (degrees) of Web Mercator pixels."""
    size = TILE * 2**zoom
    bent = math.pi * (1 - 2 * pixel[1] / size)
    return pixel[0] / size * 360 - 180, math.degrees(2 * math.atan(math.exp(bent)) - math.pi / 2)


def metres_per_pixel(latitude: float, zoom: float) -> float:
    """Ground metres of one pixel at a latitude."""
    return EQUATOR_METRES * math.cos(math.radians(latitude)) / (TILE * 2**zoom)


def bounds(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """West, south, east and north of all points; of no point, those of the place at zero."""
    points = [point for ring in rings for point in ring] or [(0.0, 0.0)]
    longitudes, latitudes = [point[0] for point in points], [point[1] for point in points]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def fitting_zoom(box: tuple[float, float, float, float], width: float, height: float) -> float:
    """The zoom at which the box of west, south, east, north just fits into width × height pixels, at most `CLOSEST`."""
    left, bottom = to_pixels((box[0], box[1]), 0)
    right, top = to_pixels((box[2], box[3]), 0)
    across, down = max(width, 1) / max(right - left, 1e-9), max(height, 1) / max(bottom - top, 1e-9)
    return min(math.log2(min(across, down)), CLOSEST)


def signed_area(ring: Ring) -> float:
    """Area of a ring in square units of its coordinates; the sign tells its turning."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def edges_of(rings: Sequence[Ring]) -> Edges:
    """The edges of closed rings, also of those whose last point is not written."""
    found = [(*start, *end) for ring in rings for start, end in zip(ring, [*ring[1:], ring[0]], strict=True)]
    return np.array(found, dtype=float).T


def crossings(edges: Edges, offset: float) -> list[float]:
    """Where the line y = offset meets edges, as sorted x."""
    x0, y0, x1, y1 = edges[:, (edges[1] <= offset) != (edges[3] <= offset)]
    met: list[float] = np.sort(x0 + (offset - y0) / (y1 - y0) * (x1 - x0)).tolist()
    return met


def label_points(rings: Sequence[Ring]) -> list[Point]:
    """Points well inside: the middles of the widest stretch on level lines, the best one first."""
    _, south, _, north = bounds(rings[:1])
    edges = edges_of(rings)
    found = []
    for part in LEVELS:
        level = south + (north - south) * part
        ends = crossings(edges, level)
        for start, end in zip(ends[::2], ends[1::2], strict=True):
            # A level off the middle must be clearly wider to be preferred.
            found.append(((end - start) * (1 - abs(part - 0.5)), ((start + end) / 2, level)))
    return [point for _, point in sorted(found, reverse=True)] or [rings[0][0]]
