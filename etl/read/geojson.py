"""Turns a file of shapes, whatever stands in it, into the polygon of each area or into what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import explain_validity, make_valid

from etl.content import Bounds
from etl.inputs import Input
from etl.problems import Level, Problem
from etl.read.drawn import Unreadable, as_dictionary, read_drawn
from etl.read.personal import find_personal
from etl.read.projections import WGS84, to_wgs84

STATUSES = {"官方": "reported", "示意": "demo"}
# What programs call the attributes that are read; all others are left where they are.
CODES, NAMES, NATURES = (
    ("area_code", "区域代码", "代码"),
    ("name", "区域名称", "名称", "NAME"),
    ("status", "图形性质", "性质"),
)
# Far beyond any border of a town; what pages draw is simplified.
VERTICES = 1_500_000
# Mending a border may change its area by this share.
MENDED = 0.01
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


Areas = Mapping[str, str]


def read_shapes(given: Input, areas: Areas, within: Bounds) -> list[Shape | Problem]:
    """The shapes of the file and its problems; of very many only the first, the last of these saying how many more.

    `areas` holds the names of the known areas by code; what lies outside of `within` is of another place.
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


def _read(given: Input, areas: Areas, within: Bounds) -> Iterator[Shape | Problem]:
    def told(message: str, remedy: str, place: str = "", level: Level = Level.ERROR) -> Problem:
        return Problem(file=given.name, cell=place, message=message, remedy=remedy, code="geometry-error", level=level)

    if given.path.stat().st_size > FILE_BYTES:
        yield told(f"图形文件超过 {FILE_BYTES >> 20} MB。", "请在制图软件中简化边界后重新导出。")
        return
    try:
        drawn = read_drawn(given.path)
    except Unreadable as error:
        yield told(error.message, error.remedy)
        return
    if not drawn.features:
        yield told("文件里没有图形。", "请确认导出时选中了图形。")
    if drawn.system != WGS84:
        yield told(f"坐标按 {drawn.system} 读取，已换算为 WGS84。", "如声明有误，请改正后重新提交。", level=Level.NOTE)
    for number, (attributes, geometry) in enumerate(drawn.features, start=1):
        properties = as_dictionary(attributes)
        place = feature_place(number, feature_name(properties))
        try:
            shape, mended = _shape(given.name, place, properties, geometry, drawn.system, areas, within)
        except _Wrong as error:
            yield told(error.message, error.remedy, place)
            continue
        if mended:
            yield told(f"{'，'.join(mended)}，已自动改正。", "请在预览中核对。", place, Level.WARNING)
        yield shape


def feature_name(properties: dict[str, object]) -> str:
    """What a feature is called, as far as it may be quoted."""
    return _shown(_first(properties, NAMES))


def feature_place(number: int, name: str) -> str:
    """Where a feature stands in its file, the first is 1."""
    return f"第 {number} 个图形" + (f"（{name}）" if name else "")


def _first(properties: dict[str, object], names: tuple[str, ...]) -> object:
    return next((properties[name] for name in names if properties.get(name) not in (None, "")), None)


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


def _area_of(properties: dict[str, object], areas: Areas) -> str:
    """The code that a feature says, or that of the one area of its name. Raises `_Wrong`."""
    written = _first(properties, CODES)
    if (code := _code(written)) in areas:
        return code
    name = str(_first(properties, NAMES) or "").strip()
    named = [code for code, known in areas.items() if known == name]
    if written is None and len(named) == 1:
        return named[0]
    raise _Wrong(f"区域代码“{_shown(code)}”不在“区域目录”中。", "请改正 area_code，或先把它补进“区域目录”。")


def _shape(
    file: str,
    place: str,
    properties: dict[str, object],
    geometry: object,
    system: str,
    areas: Areas,
    within: Bounds,
) -> tuple[Shape, list[str]]:
    """The shape, and what was mended of it. Raises `_Wrong`."""
    code, status = _area_of(properties, areas), _first(properties, NATURES)
    if not isinstance(status, str) or status not in STATUSES:
        raise _Wrong("没有写明图形性质。", f"请在 status 中写明{'或'.join(STATUSES)}。")
    polygon, turned = _turned(_polygon(geometry), within)
    polygon, healed = _healed(polygon)
    if system != WGS84:
        polygon = _converted(polygon, system)
    _check_place(polygon, within)
    if polygon.area < LEAST_AREA:
        raise _Wrong("图形的面积几乎为零。", EXPORT)
    return Shape(file, place, code, status, polygon), [*turned, *healed]


def _converted(polygon: Polygon, system: str) -> Polygon:
    rings = [[to_wgs84((x, y), system) for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
    return Polygon(rings[0], rings[1:])


def _turned(polygon: Polygon, within: Bounds) -> tuple[Polygon, list[str]]:
    """The polygon with longitude first: where only the other order lies in the town, it was meant."""
    west, south, east, north = polygon.bounds
    is_turned = within.west <= south and north <= within.east and within.south <= west and east <= within.north
    if not is_turned:
        return polygon, []
    rings = [[(y, x) for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
    return Polygon(rings[0], rings[1:]), ["纬度写在了经度前面"]


def _healed(polygon: Polygon) -> tuple[Polygon, list[str]]:
    """The polygon made valid where that leaves one part of the same size. Raises `_Wrong` where it does not."""
    if polygon.is_valid:
        return polygon, []
    flaw = _flaw(polygon)
    whole = make_valid(polygon)
    parts = [part for part in getattr(whole, "geoms", [whole]) if isinstance(part, Polygon | MultiPolygon)]
    held = [one for part in parts for one in getattr(part, "geoms", [part])]
    largest = max(held, key=lambda part: part.area, default=Polygon())
    lost = sum(part.area for part in held) - largest.area
    if largest.is_empty or lost > MENDED * largest.area:
        raise _Wrong(f"多边形{flaw}。", "请在制图软件中修复拓扑后重新导出。")
    return largest, [f"多边形{flaw}"]


def _polygon(geometry: object) -> Polygon:
    """Raises `_Wrong` unless the geometry is one polygon with numbers for coordinates."""
    kind, coordinates = as_dictionary(geometry).get("type"), as_dictionary(geometry).get("coordinates")
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
    message = f"坐标（{west:.3f}，{south:.3f}）不在{within.name}范围内。"
    raise _Wrong(message, "请确认先经度后纬度，且坐标系为 WGS84（CGCS2000）。")
