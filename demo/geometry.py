"""Published sizes → schematic polygons of zones, grids, parks and factories as GeoJSON (示意, no real border)."""

import json
import math
from random import Random

import shapely
from shapely import Point, Polygon

from demo import places
from demo.parcels import divided, joined, only_polygon, plot, scattered, wobble
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
BAOGAI_SEEDS = {places.TANGHOU: (300, 700), places.LUNHOU: (-650, -780), places.PARK: (700, -700)}

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
# Sizes are not published: these are plausible, in square kilometres, and only tell the units apart.
VILLAGE_PARTS = {(-470, 760): 0.62, (-480, 60): 0.55, (-420, -640): 0.60, (90, 130): 0.36}
UNITS = {
    places.GARMENT_CITY: ((330, 960), 0.24),
    places.TEXTILE_CITY: ((560, 560), 0.19),
    places.SMART_PARK: ((620, -60), 0.38),
    places.JIANJIAN_PARK: ((560, -640), 0.27),
    places.STARTUP_PARK: ((90, -900), 0.33),
    places.TIANQIU_PARK: ((20, -430), 0.22),
    places.EXPRESS_HEADQUARTERS: ((20, 640), 0.12),
}

# Plots inside the park: grid, area in mu (only 华联's 21 is published), turn in degrees.
FACTORY_PLOTS = {"350581101921": (1, 72.0, -4.0), "350581101922": (7, 21.0, 8.0), "350581101923": (5, 46.0, -14.0)}
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


def _scaled(shape: Polygon, scale: float) -> Polygon:
    return shapely.transform(shape, lambda points: points * scale)


def _baogai(random: Random) -> dict[str, Polygon]:
    """Zones, grids and factory plots of 宝盖 in metres; the zones have the published sizes."""
    warp, outline = wobble(random), Polygon(BAOGAI_OUTLINE)
    rough = divided(outline, [Point(BAOGAI_SEEDS[zone]) for zone in SIZES_M2], tuple(SIZES_M2.values()), warp)
    seeds: list[Point] = []
    areas: list[float] = []
    for (zone, size), region in zip(SIZES_M2.items(), rough, strict=True):
        parts = [random.uniform(0.65, 1.4) for _ in places.grids(zone)]
        seeds += scattered(random, region, len(parts))
        areas += [size * part / sum(parts) for part in parts]
    codes = [grid for zone in SIZES_M2 for grid in places.grids(zone)]
    grids = joined(dict(zip(codes, divided(outline, seeds, areas, warp), strict=True)), warp)
    scale = math.sqrt(sum(SIZES_M2.values()) / sum(grid.area for grid in grids.values()))
    grids = {code: _scaled(grid, scale) for code, grid in grids.items()}
    found = {zone: only_polygon(shapely.union_all([grids[grid] for grid in places.grids(zone)])) for zone in SIZES_M2}
    for code, (number, mu, angle) in FACTORY_PLOTS.items():
        block = grids[places.grids(places.PARK)[number - 1]].buffer(-ROAD_M)
        found[code] = plot(block, mu * M2_PER_MU, angle)
    return found | grids


def _pengtian(random: Random) -> dict[str, Polygon]:
    """The village and the parks, markets and express headquarters around it, in metres."""
    warp, outline = wobble(random), Polygon(PENGTIAN_OUTLINE)
    village = {f"{places.PENGTIAN} {number}": part for number, part in enumerate(VILLAGE_PARTS.items())}
    sketch = village | UNITS
    seeds, areas = zip(*sketch.values(), strict=True)
    parts = joined(dict(zip(sketch, divided(outline, [Point(seed) for seed in seeds], areas, warp), strict=True)), warp)
    units = {code: parts[code] for code in UNITS}
    return {places.PENGTIAN: only_polygon(shapely.union_all([parts[part] for part in village]))} | units


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
