"""Turns a file of shapes, whatever stands in it, into the polygon of each area or into what is wrong with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from shapely.geometry import Polygon

from etl.content import Bounds
from etl.inputs import Input
from etl.problems import Level, Problem
from etl.read.drawn import Unreadable, as_dictionary, read_drawn
from etl.read.personal import find_personal
from etl.read.polygons import EXPORT, LEAST_AREA, Wrong, check_place, polygon_of, valid, with_longitude_first
from etl.read.projections import WGS84, to_wgs84

STATUSES = {"官方": "reported", "示意": "demo"}
# What programs call the attributes that are read; all others are left where they are.
CODES, NAMES, NATURES = (
    ("area_code", "区域代码", "代码"),
    ("name", "区域名称", "名称", "NAME"),
    ("status", "图形性质", "性质"),
)
FILE_BYTES = 100 << 20
SHOWN_PROBLEMS = 20
SHOWN_CHARACTERS = 20


@dataclass(frozen=True)
class Shape:
    """The polygon of one area and the feature it comes from."""

    file: str
    place: str
    area_code: str
    status: str
    polygon: Polygon


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
        except Wrong as error:
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
    """The code that a feature says, or that of the one area of its name. Raises `Wrong`."""
    written = _first(properties, CODES)
    if (code := _code(written)) in areas:
        return code
    name = str(_first(properties, NAMES) or "").strip()
    named = [code for code, known in areas.items() if known == name]
    if written is None and len(named) == 1:
        return named[0]
    raise Wrong(f"区域代码“{_shown(code)}”不在“区域目录”中。", "请改正 area_code，或先把它补进“区域目录”。")


def _shape(
    file: str,
    place: str,
    properties: dict[str, object],
    geometry: object,
    system: str,
    areas: Areas,
    within: Bounds,
) -> tuple[Shape, list[str]]:
    """The shape, and what was mended of it. Raises `Wrong`."""
    code, status = _area_of(properties, areas), _first(properties, NATURES)
    if not isinstance(status, str) or status not in STATUSES:
        raise Wrong("没有写明图形性质。", f"请在 status 中写明{'或'.join(STATUSES)}。")
    polygon, turned = with_longitude_first(polygon_of(geometry), within)
    polygon, mended = valid(polygon)
    if system != WGS84:
        polygon = _converted(polygon, system)
    check_place(polygon, within)
    if polygon.area < LEAST_AREA:
        raise Wrong("图形的面积几乎为零。", EXPORT)
    return Shape(file, place, code, status, polygon), [*turned, *mended]


def _converted(polygon: Polygon, system: str) -> Polygon:
    rings = [[to_wgs84((x, y), system) for x, y in ring.coords] for ring in (polygon.exterior, *polygon.interiors)]
    return Polygon(rings[0], rings[1:])
