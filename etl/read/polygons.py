"""The geometry of a feature → one polygon in the town, mended where that is safe, or what is wrong with it."""

from shapely.errors import GEOSException
from shapely.geometry import MultiPolygon, Polygon
from shapely.validation import explain_validity, make_valid

from etl.content import Bounds
from etl.read.drawn import as_dictionary

# Far beyond any border of a town; what pages draw is simplified.
VERTICES = 1_500_000
# Mending a border may change its area by this share.
MENDED = 0.01
# Square degrees, about a square metre.
LEAST_AREA = 1e-10
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


class Wrong(Exception):
    """Carries what is wrong with one feature and what to do; no reader of files lets it out."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def with_longitude_first(polygon: Polygon, within: Bounds) -> tuple[Polygon, list[str]]:
    """The polygon with longitude first: where only the other order lies in the town, it was meant."""
    west, south, east, north = polygon.bounds
    is_turned = within.west <= south and north <= within.east and within.south <= west and east <= within.north
    if not is_turned:
        return polygon, []
    rings = [[(y, x) for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
    return Polygon(rings[0], rings[1:]), ["纬度写在了经度前面"]


def valid(polygon: Polygon) -> tuple[Polygon, list[str]]:
    """The polygon made valid where that leaves one part of the same size. Raises `Wrong` where it does not."""
    if polygon.is_valid:
        return polygon, []
    flaw = _flaw(polygon)
    whole = make_valid(polygon)
    parts = [part for part in getattr(whole, "geoms", [whole]) if isinstance(part, Polygon | MultiPolygon)]
    held = [one for part in parts for one in getattr(part, "geoms", [part])]
    largest = max(held, key=lambda part: part.area, default=Polygon())
    lost = sum(part.area for part in held) - largest.area
    if largest.is_empty or lost > MENDED * largest.area:
        raise Wrong(f"多边形{flaw}。", "请在制图软件中修复拓扑后重新导出。")
    return largest, [f"多边形{flaw}"]


def polygon_of(geometry: object) -> Polygon:
    """Raises `Wrong` unless the geometry is one polygon with numbers for coordinates."""
    kind, coordinates = as_dictionary(geometry).get("type"), as_dictionary(geometry).get("coordinates")
    if kind == "MultiPolygon" and isinstance(coordinates, list) and len(coordinates) == 1:
        kind, (coordinates,) = "Polygon", coordinates
    if not isinstance(geometry, dict) or not isinstance(kind, str):
        raise Wrong("图形无法读取。", EXPORT)
    if kind != "Polygon":
        raise Wrong("不是一个多边形。", "一个区域只画一个多边形，可以带孔。")
    if not isinstance(coordinates, list) or not coordinates:
        raise Wrong("图形没有坐标。", EXPORT)
    vertices = sum(len(ring) for ring in coordinates if isinstance(ring, list))
    if vertices > VERTICES:
        raise Wrong(f"图形有 {vertices:,} 个顶点，超过 {VERTICES:,} 个。", "请在制图软件中简化边界后重新导出。")
    rings = [_ring(ring) for ring in coordinates]
    try:
        return Polygon(rings[0], rings[1:])
    except (ValueError, GEOSException) as error:
        raise Wrong("图形无法读取。", EXPORT) from error


def _ring(ring: object) -> list[tuple[float, float]]:
    if not isinstance(ring, list) or len(ring) < 4:
        raise Wrong("多边形的边界不足四个点（首尾各算一个）。", EXPORT)
    return [_position(position) for position in ring]


def _position(position: object) -> tuple[float, float]:
    """Longitude and latitude; a height is left out."""
    if not isinstance(position, list) or len(position) < 2 or any(type(part) not in {int, float} for part in position):
        raise Wrong("坐标不是成对的数字。", EXPORT)
    # A whole number of any size fits JSON, but no coordinate is larger than this.
    if not all(-1e9 < part < 1e9 for part in position[:2]):
        raise Wrong("坐标不是有效的数字（NaN、无穷大或过大）。", EXPORT)
    return float(position[0]), float(position[1])


def _flaw(polygon: Polygon) -> str:
    flaw, _, place = explain_validity(polygon).rstrip("]").partition("[")
    where = f"（{place.replace(' ', '，')} 附近）" if place else ""
    return FLAWS.get(flaw, "形状无效") + where


def check_place(polygon: Polygon, within: Bounds) -> None:
    """Raises `Wrong` where the polygon lies outside of the town."""
    west, south, east, north = polygon.bounds
    if within.west <= west and within.south <= south and east <= within.east and north <= within.north:
        return
    message = f"坐标（{west:.3f}，{south:.3f}）不在{within.name}范围内。"
    raise Wrong(message, "请确认先经度后纬度，且坐标系为 WGS84（CGCS2000）。")
