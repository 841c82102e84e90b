"""`data/geo/*` → `core.geometry`: one polygon for each area, checked for what a map cannot show."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import duckdb
from shapely import Polygon, STRtree, coverage_simplify, get_num_coordinates, union_all
from shapely.geometry.base import BaseGeometry

from etl.content import CHINA, Bounds
from etl.inputs import Input
from etl.problems import Level, Problem
from etl.read.geojson import STATUSES, Shape, read_shapes
from etl.warehouse.tables import insert_rows

# Borders that are meant to be one may cross by a sliver: this share of the smaller area.
SLIVER_SHARE = 0.005
# So many vertices of a level are drawn at once; borders are simplified in steps from a metre to some hundred (degrees).
DRAWN_VERTICES, LEAST_STEP, MOST_STEP = 60_000, 1e-5, 1e-3
EQUATORIAL_RADIUS_M = 6_378_137.0
ECCENTRICITY_SQUARED = 0.00669437999014
NAMES = ("area_code", "geometry_status", "rings", "centre_longitude", "centre_latitude", "area_km2", "origin")


def area_km2(polygon: BaseGeometry) -> float:
    """The area in square kilometres on the WGS84 ellipsoid, good to 0.01 % for areas of some tens of kilometres.

    Degrees are scaled by the ellipsoid's radii of curvature at the polygon's middle latitude.
    """
    latitude = math.radians(polygon.centroid.y)
    bend = 1 - ECCENTRICITY_SQUARED * math.sin(latitude) ** 2
    north = EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED) / bend**1.5
    east = EQUATORIAL_RADIUS_M / math.sqrt(bend) * math.cos(latitude)
    return float(polygon.area * math.radians(1) ** 2 * north * east / 1e6)


def load_geometry(
    connection: duckdb.DuckDBPyConnection, inputs: Sequence[Input], within: Bounds = CHINA
) -> dict[str, tuple[int, int, list[Problem]]]:
    """Load the geometry files once `core.areas` is filled; an official shape takes the place of a schematic one.

    All lie `within` the bounds.

    Returns for each file its features, those used, and its problems. With an error nothing is loaded.
    """
    areas = {
        code: (name, level, parent)
        for code, name, level, parent in connection.execute(
            "SELECT area_code, name, level, parent_code FROM core.areas"
        ).fetchall()
    }
    names = {code: name for code, (name, _, _) in areas.items()}
    found = {given.name: read_shapes(given, names, within) for given in inputs}
    problems = {name: [item for item in items if isinstance(item, Problem)] for name, items in found.items()}
    shapes = [item for items in found.values() for item in items if isinstance(item, Shape)]
    used: dict[str, Shape] = {}
    for shape_ in sorted(shapes, key=lambda shape_: list(STATUSES).index(shape_.status)):
        first = used.setdefault(shape_.area_code, shape_)
        if first is not shape_ and first.status == shape_.status:
            problems[shape_.file].append(
                _problem(shape_, f"与 {first.file} {first.place}是同一区域。", "一个区域只留一个图形。")
            )
    used = _simplified(used, areas)
    for shape_, message, remedy, level in (*_misplaced(used, areas), *_gaps(used, areas)):
        problems[shape_.file].append(_problem(shape_, message, remedy, level))
    is_sound = not any(problem.level is Level.ERROR for listed in problems.values() for problem in listed)
    if is_sound:
        insert_rows(connection, "core.geometry", NAMES, (_row(shape_) for shape_ in used.values()))
    return {
        name: (
            sum(shape_.file == name for shape_ in shapes),
            sum(shape_.file == name for shape_ in used.values()) if is_sound else 0,
            problems[name],
        )
        for name in found
    }


def _problem(shape_: Shape, message: str, remedy: str, level: Level = Level.ERROR) -> Problem:
    return Problem(
        file=shape_.file, cell=shape_.place, message=message, remedy=remedy, level=level, code="geometry-error"
    )


def _row(shape_: Shape) -> tuple[object, ...]:
    polygon = shape_.polygon
    rings = [[[x, y] for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
    label = polygon.representative_point()
    return (
        shape_.area_code,
        shape_.status,
        json.dumps(rings),
        label.x,
        label.y,
        area_km2(polygon),
        STATUSES[shape_.status],
    )


def _simplified(shapes: dict[str, Shape], areas: dict[str, tuple[str, str, str | None]]) -> dict[str, Shape]:
    """The shapes with few enough vertices to be drawn; borders that two of a level share stay shared."""
    found = dict(shapes)
    for level in {areas[code][1] for code in shapes}:
        codes = [code for code in shapes if areas[code][1] == level]
        polygons = [shapes[code].polygon for code in codes]
        tolerance = LEAST_STEP
        while get_num_coordinates(polygons).sum() > DRAWN_VERTICES and tolerance < MOST_STEP:
            simplified = coverage_simplify(polygons, tolerance)
            if not all(isinstance(one, Polygon) and one.is_valid for one in simplified):
                break
            polygons, tolerance = list(simplified), 2 * tolerance
        found |= {code: replace(shapes[code], polygon=one) for code, one in zip(codes, polygons, strict=True)}
    return found


def _gaps(
    shapes: dict[str, Shape], areas: dict[str, tuple[str, str, str | None]]
) -> Iterator[tuple[Shape, str, str, Level]]:
    """Slivers that the shapes of one level leave between them."""
    for level in sorted({areas[code][1] for code in shapes}):
        held = [shape_ for code, shape_ in shapes.items() if areas[code][1] == level]
        own = {ring_.wkb for shape_ in held for ring_ in shape_.polygon.interiors}
        together = union_all([shape_.polygon for shape_ in held])
        holes = [ring_ for part in getattr(together, "geoms", [together]) for ring_ in getattr(part, "interiors", ())]
        between = [ring_ for ring_ in holes if ring_.wkb not in own]
        if between:
            near = Polygon(between[0]).representative_point()
            beside = min(held, key=lambda shape_: float(shape_.polygon.distance(near)))
            message = f"同层级的图形之间有 {len(between)} 处缝隙（{near.x:.4f}，{near.y:.4f} 附近）。"
            yield beside, message, "请在制图软件中把相邻的边界对齐。", Level.WARNING


def _misplaced(
    shapes: dict[str, Shape], areas: dict[str, tuple[str, str, str | None]]
) -> Iterator[tuple[Shape, str, str, Level]]:
    """Shapes of one level that overlap, unless one lies in the other by the register, and children outside parents."""

    def ancestors(code: str) -> Iterable[str]:
        seen: set[str] = set()
        parent = areas[code][2]
        while parent is not None and parent in areas and parent not in seen:
            seen.add(parent)
            parent = areas[parent][2]
        return seen

    if not shapes:
        return
    above = {code: ancestors(code) for code in shapes}
    codes = list(shapes)
    tree = STRtree([shapes[code].polygon for code in codes])
    for left, right in zip(*tree.query(list(tree.geometries), predicate="intersects"), strict=True):
        one, other = shapes[codes[left]], shapes[codes[right]]
        if left >= right or areas[one.area_code][1] != areas[other.area_code][1]:
            continue
        if one.area_code in above[other.area_code] or other.area_code in above[one.area_code]:
            continue
        share = one.polygon.intersection(other.polygon).area / min(one.polygon.area, other.polygon.area)
        if share > SLIVER_SHARE:
            name = areas[one.area_code][0]
            yield other, f"与同层级的“{name}”重叠 {share:.1%}。", "请修改边界，同层级的区域不应重叠。", Level.ERROR
    for code, child in shapes.items():
        parent = shapes.get(areas[code][2] or "")
        if parent and (outside := child.polygon.difference(parent.polygon).area / child.polygon.area) > SLIVER_SHARE:
            message = f"有 {outside:.1%} 在上级区域“{areas[parent.area_code][0]}”之外。"
            # A schematic child of an official parent may well not fit; it is shown as schematic.
            level = Level.ERROR if child.status == parent.status else Level.WARNING
            yield child, message, "请修改边界，使下级在上级之内。", level
