"""Turns a GeoJSON file, whatever stands in it, into the polygon of each area or into what is wrong with it."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from shapely.errors import GEOSException
from shapely.geometry import Polygon
from shapely.validation import explain_validity

from etl.content import Bounds
from etl.inputs import Input
from etl.problems import Problem
from etl.read.personal import find_personal

STATUSES = {"官方": "reported", "示意": "demo"}
WGS84_NAMES = ("CRS84", "4326", "4490", "WGS 84", "CGCS2000")
# Far beyond any border of a village, and what a page can still draw.
VERTICES = 100_000
# Square degrees, about a square metre.
LEAST_AREA = 1e-10
FILE_BYTES = 100 << 20
SHOWN_PROBLEMS = 20
SHOWN_CHARACTERS = 20
# What the geometry library says of a polygon, up to the place in brackets.
FLAWS = {
    "Self-intersection": "边界自相交",
    "Ring Self-intersection": "边界自相交",
    "Hole lies outside shell": "孔在边界之外",
    "Holes are nested": "孔中有孔",
    "Interior is disconnected": "被孔分成了几块",
    "Nested shells": "边界重叠",
    "Duplicate Rings": "同一个环画了两次",
    "Too few points in geometry component": "顶点太少",
    "Ring is not closed": "边界不闭合",
}
EXPORT = "请从制图软件重新导出。"


@dataclass(frozen=True)
class Shape:
    """The polygon of one area and the feature it comes from."""

    file: str
    place: str
    area_code: str
    status: str
    polygon: Polygon


class _Wrong(Exception):
    """Carries what is wrong with one feature and what to do; it never leaves this module."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def read_shapes(given: Input, areas: Collection[str], within: Bounds) -> list[Shape | Problem]:
    """The shapes of the file and its problems; of very many only the first, the last of these saying how many more.

    `areas` holds the known area codes; what lies outside of `within` is of another place, or its latitude stands first.
    """
    items = list(_read(given, areas, within))
    problems = [item for item in items if isinstance(item, Problem)]
    if len(problems) <= SHOWN_PROBLEMS:
        return items
    more = f"另有 {len(problems) - SHOWN_PROBLEMS} 个图形有问题，未逐一列出。"
    last = problems[SHOWN_PROBLEMS - 1]
    return [
        *(item for item in items if isinstance(item, Shape)),
        *problems[: SHOWN_PROBLEMS - 1],
        replace(last, message=last.message + more),
    ]


def _read(given: Input, areas: Collection[str], within: Bounds) -> Iterator[Shape | Problem]:
    def wrong(message: str, remedy: str, place: str = "") -> Problem:
        return Problem(file=given.name, cell=place, message=message, remedy=remedy, code="geometry-error")

    if given.path.stat().st_size > FILE_BYTES:
        yield wrong(f"图形文件超过 {FILE_BYTES >> 20} MB。", "请在制图软件中简化边界后重新导出。")
        return
    try:
        collection = _dictionary(_parsed(given.path.read_bytes()))
        features, reference = collection.get("features"), json.dumps(collection.get("crs", "CRS84"))
    except (ValueError, RecursionError):
        features, reference = None, ""
    if not isinstance(features, list):
        yield wrong("不是 GeoJSON 图形文件。", "请从制图软件导出 GeoJSON（FeatureCollection，UTF-8）。")
        return
    if not any(name in reference for name in WGS84_NAMES):
        yield wrong(
            "坐标系不是 WGS84（CGCS2000）。",
            "请在制图软件中转换为 WGS84（EPSG:4326）或 CGCS2000（EPSG:4490）经纬度后重新导出。",
        )
        return
    if not features:
        yield wrong("文件里没有图形。", "请确认导出时选中了图形。")
    for number, feature in enumerate(features, start=1):
        properties = _dictionary(_dictionary(feature).get("properties"))
        name = _shown(properties.get("name"))
        place = f"第 {number} 个图形" + (f"（{name}）" if name else "")
        try:
            yield _shape(given.name, place, properties, _dictionary(feature).get("geometry"), areas, within)
        except _Wrong as error:
            yield wrong(error.message, error.remedy, place)


def _parsed(content: bytes) -> object:
    """The JSON; UTF-8 and UTF-16 with or without a mark, or GB18030, which some drawing programs write."""
    try:
        return json.loads(content)
    except UnicodeDecodeError:
        return json.loads(content.decode("gb18030"))


def _dictionary(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _shown(value: object) -> str:
    """The first harmless characters of a text or number, to be quoted; nothing of what may be a person's."""
    text = str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
    text = re.sub(r"[^\w .()（）-]", "", text)
    return "" if find_personal(text) else text[:SHOWN_CHARACTERS]


def _code(value: object) -> str:
    """The area code, also where a program stored it as a number."""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    return str(value).strip() if isinstance(value, str | int) else ""


def _shape(
    file: str, place: str, properties: dict[str, object], geometry: object, areas: Collection[str], within: Bounds
) -> Shape:
    code, status = _code(properties.get("area_code")), properties.get("status")
    if code not in areas:
        raise _Wrong(f"区域代码“{_shown(code)}”不在“区域目录”中。", "请改正 area_code，或先把它补进“区域目录”。")
    if not isinstance(status, str) or status not in STATUSES:
        raise _Wrong("没有写明图形性质。", f"请在 status 中写明{'或'.join(STATUSES)}。")
    polygon = _polygon(geometry)
    if not polygon.is_valid:
        raise _Wrong(f"多边形{_flaw(polygon)}。", "请在制图软件中修复拓扑后重新导出。")
    _check_place(polygon, within)
    if polygon.area < LEAST_AREA:
        raise _Wrong("图形的面积几乎为零。", EXPORT)
    return Shape(file, place, code, status, polygon)


def _polygon(geometry: object) -> Polygon:
    """Raises `_Wrong` unless the geometry is one polygon with numbers for coordinates."""
    kind, coordinates = _dictionary(geometry).get("type"), _dictionary(geometry).get("coordinates")
    if kind == "MultiPolygon" and isinstance(coordinates, list) and len(coordinates) == 1:
        kind, (coordinates,) = "Polygon", coordinates
    if not isinstance(geometry, dict) or not isinstance(kind, str):
        raise _Wrong("图形无法读取。", EXPORT)
    if kind != "Polygon":
        raise _Wrong("不是一个多边形。", "一个区域只画一个多边形，可以带孔。")
    if not isinstance(coordinates, list) or not coordinates:
        raise _Wrong("图形没有坐标。", EXPORT)
    vertices = sum(len(ring) for ring in coordinates if isinstance(ring, list))
    if vertices > VERTICES:
        raise _Wrong(f"图形有 {vertices:,} 个顶点，超过 {VERTICES:,} 个。", "请在制图软件中简化边界后重新导出。")
    rings = [_ring(ring) for ring in coordinates]
    try:
        return Polygon(rings[0], rings[1:])
    except (ValueError, GEOSException) as error:
        raise _Wrong("图形无法读取。", EXPORT) from error


def _ring(ring: object) -> list[tuple[float, float]]:
    if not isinstance(ring, list) or len(ring) < 4:
        raise _Wrong("多边形的边界不足四个点（首尾各算一个）。", EXPORT)
    return [_position(position) for position in ring]


def _position(position: object) -> tuple[float, float]:
    """Longitude and latitude; a height is left out."""
    if not isinstance(position, list) or len(position) < 2 or any(type(part) not in {int, float} for part in position):
        raise _Wrong("坐标不是成对的数字。", EXPORT)
    # A whole number of any size fits JSON, but no coordinate is larger than this.
    if not all(-1e9 < part < 1e9 for part in position[:2]):
        raise _Wrong("坐标不是有效的数字（NaN、无穷大或过大）。", EXPORT)
    return float(position[0]), float(position[1])


def _flaw(polygon: Polygon) -> str:
    flaw, _, place = explain_validity(polygon).rstrip("]").partition("[")
    where = f"（{place.replace(' ', '，')} 附近）" if place else ""
    return FLAWS.get(flaw, "形状无效") + where


def _check_place(polygon: Polygon, within: Bounds) -> None:
    west, south, east, north = polygon.bounds
    if within.west <= west and within.south <= south and east <= within.east and north <= within.north:
        return
    message = f"坐标（{west:.3f}，{south:.3f}）不在{within.name}范围内"
    if within.west <= south and within.south <= west and north <= within.east and east <= within.north:
        raise _Wrong(f"{message}，像是把纬度写在了经度前面。", "请在制图软件中改为先经度后纬度后重新导出。")
    raise _Wrong(f"{message}。", "请确认先经度后纬度，且坐标系为 WGS84（CGCS2000）。")
