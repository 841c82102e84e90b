"""Turns a file of shapes, right or wrong, into outlines to look at before anything of it is published."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.content import CHINA
from etl.read.drawn import Drawn, Unreadable, as_dictionary, read_drawn
from etl.read.geojson import feature_name, feature_place
from etl.read.projections import WGS84, to_wgs84

Point = tuple[float, float]
# What is read for a look is read while a page is drawn: of larger files the list of problems must do.
LOOKED_AT_BYTES, LOOKED_AT_SHAPES, RING_POINTS = 5 << 20, 400, 2_000


@dataclass(frozen=True)
class Outline:
    """One feature: its place in the file as problems name it, its name, and its rings in degrees of WGS84."""

    place: str
    name: str
    rings: tuple[tuple[Point, ...], ...]


def outlines(path: Path) -> tuple[Outline, ...]:
    """The features that can be drawn, as they are written; none of a file that is too large, or cannot be read.

    Coordinates of a web map are converted, an order of latitude before longitude is turned. Of long rings every n-th
    point is kept.
    """
    if _size(path) > LOOKED_AT_BYTES:
        return ()
    try:
        drawn = read_drawn(path)
    except Unreadable:
        return ()
    return tuple(_outlines(drawn))[:LOOKED_AT_SHAPES]


def _size(path: Path) -> int:
    """The bytes that are read: those of a packed file unpacked."""
    if not zipfile.is_zipfile(path):
        return path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        return sum(one.file_size for one in archive.infolist())


def _outlines(drawn: Drawn) -> Iterator[Outline]:
    for number, (attributes, geometry) in enumerate(drawn.features, start=1):
        rings = tuple(ring for ring in map(_ring, _written(geometry)) if len(ring) > 2)
        name = feature_name(as_dictionary(attributes))
        if rings:
            converted = tuple(tuple(_placed(point, drawn.system) for point in ring) for ring in rings)
            yield Outline(feature_place(number, name), name, converted)


def _written(geometry: object) -> list[object]:
    """The rings of a polygon, or of all polygons of several."""
    told = as_dictionary(geometry)
    coordinates = told.get("coordinates")
    if not isinstance(coordinates, list):
        return []
    if told.get("type") == "MultiPolygon":
        return [ring for polygon in coordinates if isinstance(polygon, list) for ring in polygon]
    return coordinates if told.get("type") == "Polygon" else []


def _ring(written: object) -> tuple[Point, ...]:
    """The points that are pairs of numbers, of very many every n-th."""
    positions = written if isinstance(written, list) else []
    # A number of hundreds of digits is compared before it is made a float, for which it is too large.
    lying = [
        (float(one[0]), float(one[1]))
        for one in positions
        if isinstance(one, list)
        and len(one) > 1
        and all(isinstance(part, int | float) and abs(part) <= 180 for part in one[:2])
    ]
    return tuple(lying[:: max(1, -(-len(lying) // RING_POINTS))])


def _placed(point: Point, system: str) -> Point:
    x, y = point
    if not CHINA.west <= x <= CHINA.east and CHINA.west <= y <= CHINA.east and CHINA.south <= x <= CHINA.north:
        x, y = y, x
    # Beyond the poles nothing can be drawn: what is written so stands at the edge.
    x, y = to_wgs84((x, y), system) if system != WGS84 else (x, y)
    return x, max(-85.0, min(85.0, y))
