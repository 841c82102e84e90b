"""`data/geo/*.geojson` → `core.geometry`: one polygon for each area, checked for what a map cannot show."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import duckdb
from shapely import STRtree
from shapely.errors import GEOSException
from shapely.geometry import Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from etl.inputs import Input
from etl.problems import Level, Problem
from etl.tables import insert_rows

STATUSES = {"官方": "reported", "示意": "demo"}
# Fujian with its islands; a point of another province, or latitude before longitude, falls outside.
FUJIAN = (115.8, 23.5, 120.8, 28.4)
WGS84_NAMES = ("CRS84", "4326", "4490", "WGS 84", "CGCS2000")
# Borders that are meant to be one may cross by a sliver: this share of the smaller area.
SLIVER_SHARE = 0.005
EQUATORIAL_RADIUS_M = 6_378_137.0
ECCENTRICITY_SQUARED = 0.00669437999014
NAMES = ("area_code", "geometry_status", "rings", "centre_longitude", "centre_latitude", "area_km2", "origin")


@dataclass(frozen=True)
class Shape:
    """The polygon of one area and the feature it comes from."""

    file: str
    place: str
    area_code: str
    status: str
    polygon: Polygon


def area_km2(polygon: BaseGeometry) -> float:
    """The area in square kilometres on the WGS84 ellipsoid, good to 0.01 % for areas of some tens of kilometres.

    Degrees are scaled by the ellipsoid's radii of curvature at the polygon's middle latitude.
    """
    latitude = math.radians(polygon.centroid.y)
    bend = 1 - ECCENTRICITY_SQUARED * math.sin(latitude) ** 2
    north = EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED) / bend**1.5
    east = EQUATORIAL_RADIUS_M / math.sqrt(bend) * math.cos(latitude)
    return polygon.area * math.radians(1) ** 2 * north * east / 1e6


def load_geometry(
    connection: duckdb.DuckDBPyConnection, inputs: Sequence[Input]
) -> dict[str, tuple[int, int, list[Problem]]]:
    """Load the geometry files once `core.areas` is filled; an official shape takes the place of a schematic one.

    Returns for each file its features, those used, and its problems. With an error nothing is loaded.
    """
    areas = {
        code: (name, level, parent)
        for code, name, level, parent in connection.execute(
            "SELECT area_code, name, level, parent_code FROM core.areas"
        ).fetchall()
    }
    found = {given.name: [*_read(given, areas)] for given in inputs}
    problems = {name: [item for item in items if isinstance(item, Problem)] for name, items in found.items()}
    shapes = [item for items in found.values() for item in items if isinstance(item, Shape)]
    used: dict[str, Shape] = {}
    for shape_ in sorted(shapes, key=lambda shape_: list(STATUSES).index(shape_.status)):
        first = used.setdefault(shape_.area_code, shape_)
        if first is not shape_ and first.status == shape_.status:
            problems[shape_.file].append(
                _problem(shape_, f"与 {first.file} {first.place}是同一区域。", "一个区域只留一个图形。")
            )
    for shape_, message, remedy, level in _misplaced(used, areas):
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
    return Problem(file=shape_.file, cell=shape_.place, message=message, remedy=remedy, level=level)


def _row(shape_: Shape) -> tuple[object, ...]:
    polygon = shape_.polygon
    rings = [[[x, y] for x, y, *_ in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
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


def _read(given: Input, areas: dict[str, tuple]) -> Iterator[Shape | Problem]:
    try:
        collection = json.loads(given.path.read_text(encoding="utf-8-sig"))
        features = collection["features"]
    except (ValueError, KeyError, TypeError):
        yield Problem(file=given.name, message="不是 GeoJSON 图形文件。", remedy="请从制图软件导出 GeoJSON（UTF-8）。")
        return
    reference = json.dumps(collection.get("crs", "CRS84"))
    if not any(name in reference for name in WGS84_NAMES):
        yield Problem(
            file=given.name,
            message="坐标系不是 WGS84（CGCS2000）。",
            remedy="请在制图软件中转换为 WGS84（EPSG:4326）或 CGCS2000（EPSG:4490）经纬度后重新导出。",
        )
        return
    for number, feature in enumerate(features, start=1):
        yield _read_feature(given.name, number, feature, areas)


def _read_feature(file: str, number: int, feature: dict, areas: dict[str, tuple]) -> Shape | Problem:
    properties = feature.get("properties") or {}
    code = str(properties.get("area_code", ""))
    place = f"第 {number} 个图形" + (f"（{properties['name']}）" if properties.get("name") else "")

    def wrong(message: str, remedy: str) -> Problem:
        return Problem(file=file, cell=place, message=message, remedy=remedy)

    if code not in areas:
        return wrong(f"区域代码“{code}”不在“区域目录”中。", "请改正 area_code，或先把它补进“区域目录”。")
    if properties.get("status") not in STATUSES:
        return wrong("没有写明图形性质。", f"请在 status 中写明{'或'.join(STATUSES)}。")
    try:
        geometry = shape(feature["geometry"])
    except (KeyError, TypeError, ValueError, AttributeError, GEOSException):
        return wrong("图形无法读取。", "请从制图软件重新导出。")
    if geometry.geom_type == "MultiPolygon" and len(geometry.geoms) == 1:
        (geometry,) = geometry.geoms
    if geometry.geom_type != "Polygon" or geometry.is_empty:
        return wrong("不是一个多边形。", "一个区域只画一个多边形，可以带孔。")
    if not geometry.is_valid:
        return wrong(f"多边形自相交或不闭合：{explain_validity(geometry)}。", "请在制图软件中修复拓扑后重新导出。")
    west, south, east, north = geometry.bounds
    if west < FUJIAN[0] or south < FUJIAN[1] or east > FUJIAN[2] or north > FUJIAN[3]:
        return wrong(
            f"坐标（{west:.3f}，{south:.3f}）不在福建省范围内。", "请确认先经度后纬度，且坐标系为 WGS84（CGCS2000）。"
        )
    return Shape(file, place, code, properties["status"], geometry)


def _misplaced(shapes: dict[str, Shape], areas: dict[str, tuple]) -> Iterator[tuple[Shape, str, str, Level]]:
    """Shapes of one level that overlap, unless one lies in the other by the register, and children outside parents."""

    def ancestors(code: str) -> Iterable[str]:
        seen: set[str] = set()
        while (code := areas[code][2]) in areas and code not in seen:
            seen.add(code)
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
        parent = shapes.get(areas[code][2])
        if parent and (outside := child.polygon.difference(parent.polygon).area / child.polygon.area) > SLIVER_SHARE:
            message = f"有 {outside:.1%} 在上级区域“{areas[parent.area_code][0]}”之外。"
            # A schematic child of an official parent may well not fit; it is shown as schematic.
            level = Level.ERROR if child.status == parent.status else Level.WARNING
            yield child, message, "请修改边界，使下级在上级之内。", level
