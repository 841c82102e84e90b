"""Published sizes → schematic polygons of zones, grids, parks and factories as GeoJSON (示意, no real border)."""

import json
import math
from random import Random

import shapely
from shapely import LineString, Polygon

from content_files import DATA, FOLDER, read_rows
from demo import places
from demo.parcels import allotted, between_roads, blocks, cut, joined, only_polygon, outline, plot, wobble
from demo.shares import seeded

M2_PER_MU = 10_000 / 15
SIZES_M2 = {places.TANGHOU: 4_000_000, places.LUNHOU: 2_000_000, places.PARK: 1800 * M2_PER_MU}

# Outlines as a hand would sketch them, in metres from each town's origin.
BAOGAI_ORIGIN = (118.6752, 24.7152)
BAOGAI_OUTLINE = (
    (-1210, 870),
    (-1010, 1020),
    (-1040, 1290),
    (-560, 1370),
    (-390, 1600),
    (60, 1480),
    (210, 1290),
    (560, 1350),
    (690, 1590),
    (1080, 1460),
    (1160, 1120),
    (1400, 930),
    (1310, 480),
    (1430, 150),
    (1290, -160),
    (1390, -480),
    (1210, -840),
    (1010, -880),
    (890, -1230),
    (420, -1190),
    (250, -1420),
    (-180, -1290),
    (-330, -1480),
    (-820, -1390),
    (-900, -1130),
    (-1260, -1040),
    (-1330, -600),
    (-1130, -390),
    (-1290, 20),
    (-1410, 190),
    (-1300, 520),
)
# In the sketch 塘后 lies north of the other two, which a lane parts; each is cut by the roads that lead through it.
ROADS = {places.TANGHOU: ("濠江路",), places.LUNHOU: ("濠江路", "香江路"), places.PARK: ("香江路", "回兴路")}

PENGTIAN_ORIGIN = (118.6490, 24.7362)
PENGTIAN_OUTLINE = (
    (-700, 1230),
    (-380, 1180),
    (-260, 1430),
    (90, 1390),
    (190, 1200),
    (540, 1270),
    (760, 1130),
    (720, 820),
    (900, 640),
    (790, 260),
    (910, 40),
    (810, -330),
    (930, -640),
    (740, -960),
    (480, -960),
    (360, -1300),
    (-10, -1210),
    (-160, -1420),
    (-560, -1290),
    (-630, -980),
    (-870, -900),
    (-780, -520),
    (-930, -250),
    (-790, 60),
    (-880, 420),
    (-690, 610),
    (-820, 900),
)
# Sizes are not published: these are plausible, in square kilometres, and only tell the units apart. The village lies
# west of them and between them, in parts.
VILLAGE = {"north": 0.55, "middle": 0.72, "south": 0.50, "heart": 0.36}
UNITS = {
    places.GARMENT_CITY: 0.26,
    places.TEXTILE_CITY: 0.17,
    places.EXPRESS_HEADQUARTERS: 0.10,
    places.SMART_PARK: 0.40,
    places.TIANQIU_PARK: 0.21,
    places.JIANJIAN_PARK: 0.24,
    places.STARTUP_PARK: 0.37,
}
# How the sketch is cut: heading of the lane in degrees, what lies on its left, what on its right.
Cutting = str | tuple[float, "Cutting", "Cutting"]
PENGTIAN_CUTS: Cutting = (
    8.0,
    (99.0, "north", (6.0, places.GARMENT_CITY, (72.0, places.EXPRESS_HEADQUARTERS, places.TEXTILE_CITY))),
    (
        -7.0,
        (84.0, "middle", (76.0, (12.0, "heart", places.TIANQIU_PARK), places.SMART_PARK)),
        (101.0, "south", (62.0, places.STARTUP_PARK, places.JIANJIAN_PARK)),
    ),
)

# Plots inside the park, each in the next roomiest grid: area in mu (only 华联's 21 is published), turn in degrees.
FACTORY_PLOTS = {"350581101921": (44.0, -4.0), "350581101923": (34.0, -14.0), "350581101922": (21.0, 8.0)}
ROAD_M = 10.0  # at least this is left between a plot and its grid's border

# WGS84 ellipsoid.
SEMI_MAJOR_M = 6_378_137.0
ECCENTRICITY_2 = 0.006_694_379_990_14


def _degrees(origin: tuple[float, float], x: float, y: float) -> tuple[float, float]:
    """Longitude and latitude of a point `x` metres east and `y` metres north of `origin`, on the ellipsoid."""
    longitude, latitude = origin
    sine = math.sin(math.radians(latitude))
    flat = 1 - ECCENTRICITY_2 * sine**2
    east = SEMI_MAJOR_M / math.sqrt(flat) * math.cos(math.radians(latitude))
    north = SEMI_MAJOR_M * (1 - ECCENTRICITY_2) / flat**1.5
    return round(longitude + math.degrees(x / east), 6), round(latitude + math.degrees(y / north), 6)


def named_roads() -> dict[str, list[tuple[float, float]]]:
    """The roads of the demonstration's towns by name, in degrees: what maps show, and what grids end at."""
    columns = ("name", "kind", "path", "words", "source")
    rows = read_rows(DATA / FOLDER, "map_features.csv", columns, ("name", "kind", "path"))
    return {row["name"]: row.points("path") for row in rows if row["kind"] == "道路"}


def _metres(origin: tuple[float, float], point: tuple[float, float]) -> tuple[float, float]:
    """Metres east and north of `origin` of a longitude and latitude: `_degrees` the other way."""
    east, north = (1e-5 / (turned - start) for turned, start in zip(_degrees(origin, 1.0, 1.0), origin, strict=True))
    return (point[0] - origin[0]) / 1e-5 * east, (point[1] - origin[1]) / 1e-5 * north


def _baogai(random: Random) -> dict[str, Polygon]:
    """Zones, grids and factory plots of 宝盖 in metres; the zones have the published sizes, roads are borders."""
    whole = outline(BAOGAI_OUTLINE, sum(SIZES_M2.values()), wobble(random))
    north, south = cut(whole, SIZES_M2[places.TANGHOU] / whole.area, -6.0, random)
    west, east = cut(south, SIZES_M2[places.LUNHOU] / south.area, 97.0, random)
    roads = {
        name: LineString([_metres(BAOGAI_ORIGIN, point) for point in path]) for name, path in named_roads().items()
    }
    parts: dict[str, Polygon] = {}
    for zone, region in zip(SIZES_M2, (north, west, east), strict=True):
        pieces = between_roads(region, [roads[name] for name in ROADS[zone]])
        counts = allotted(places.GRID_COUNTS[zone], [piece.area for piece in pieces])
        held = [block for piece, count in zip(pieces, counts, strict=True) for block in blocks(piece, count, random)]
        parts |= dict(zip(places.grids(zone), held, strict=True))
    grids = joined(parts)
    found = {zone: only_polygon(shapely.union_all([grids[grid] for grid in places.grids(zone)])) for zone in SIZES_M2}
    yards = sorted((grids[grid].buffer(-ROAD_M) for grid in places.grids(places.PARK)), key=_room, reverse=True)
    for (code, (mu, angle)), yard in zip(FACTORY_PLOTS.items(), yards, strict=False):
        found[code] = plot(yard, mu * M2_PER_MU, angle)
    return found | grids


def _room(block: Polygon) -> float:
    """The radius of the largest circle in the block."""
    return float(shapely.maximum_inscribed_circle(block, tolerance=1.0).length)


def _pengtian(random: Random) -> dict[str, Polygon]:
    """The village and the parks, markets and express headquarters around it, in metres."""
    sizes = {name: size * 1e6 for name, size in (VILLAGE | UNITS).items()}
    whole = outline(PENGTIAN_OUTLINE, sum(sizes.values()), wobble(random))
    parts = joined(_divided(whole, PENGTIAN_CUTS, sizes, random))
    village = only_polygon(shapely.union_all([parts[part] for part in VILLAGE]))
    return {places.PENGTIAN: village} | {code: parts[code] for code in UNITS}


def _named(cuts: Cutting) -> list[str]:
    return [cuts] if isinstance(cuts, str) else [*_named(cuts[1]), *_named(cuts[2])]


def _divided(region: Polygon, cuts: Cutting, sizes: dict[str, float], random: Random) -> dict[str, Polygon]:
    """The parts of the region by name, as large as `sizes` has them in proportion."""
    if isinstance(cuts, str):
        return {cuts: region}
    heading, one, other = cuts
    left, both = sum(sizes[name] for name in _named(one)), sum(sizes[name] for name in _named(cuts))
    first, second = cut(region, left / both, heading, random)
    return _divided(first, one, sizes, random) | _divided(second, other, sizes, random)


def shapes() -> dict[str, Polygon]:
    """Every schematic polygon by area code, in degrees (WGS84) rounded to six decimals."""
    random = seeded("geometry")
    found: dict[str, Polygon] = {}
    for origin, regions in ((BAOGAI_ORIGIN, _baogai(random)), (PENGTIAN_ORIGIN, _pengtian(random))):
        for code, region in regions.items():
            ring = [_degrees(origin, x, y) for x, y in shapely.normalize(region).exterior.coords]
            found[code] = shapely.orient_polygons(Polygon(ring))
    return found


def geojson(names: dict[str, str]) -> str:
    """The polygons as GeoJSON text, one feature a line, with the `names` of the areas by code."""
    features = [
        json.dumps(
            {
                "type": "Feature",
                "properties": {"area_code": code, "name": names[code], "status": "示意"},
                "geometry": shapely.geometry.mapping(shape),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for code, shape in sorted(shapes().items())
    ]
    return (
        '{"type":"FeatureCollection","name":"示意图，非行政区域界线","features":[\n' + ",\n".join(features) + "\n]}\n"
    )
