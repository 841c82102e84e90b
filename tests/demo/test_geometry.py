"""The schematic map: valid polygons of the published sizes that share their borders and fill their zones."""

import json
import math
from itertools import combinations
from pathlib import Path

import pytest
import shapely
from shapely import Polygon

import demo
from demo import places
from tests import filled

COMMITTED = filled.DATA / "geo" / "areas.geojson"
AREAS = {row["area_code"]: row for row in filled.rows(filled.DATA / "published" / "areas.csv")}
# A WGS84 ellipsoid's own numbers, for areas that do not use the generator's projection.
SEMI_MINOR_M, ECCENTRICITY = 6_356_752.314_245, 0.081_819_190_842_622
METRE_DEGREES = 1e-5
ZONES = tuple(places.GRID_COUNTS)


def polygons(path: Path) -> dict[str, Polygon]:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {f["properties"]["area_code"]: shapely.from_geojson(json.dumps(f["geometry"])) for f in features}


@pytest.fixture(scope="module")
def shapes():
    return polygons(COMMITTED)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("geo") / "areas.geojson"
    demo.write_geometry(path)
    return path


def area_m2(shape: Polygon) -> float:
    """The area on the ellipsoid: the strip below each edge between it and the equator, summed."""

    def strip(latitude: float) -> float:
        sine = math.sin(math.radians(latitude))
        whole = sine / (1 - (ECCENTRICITY * sine) ** 2)
        return SEMI_MINOR_M**2 / 2 * (whole + math.atanh(ECCENTRICITY * sine) / ECCENTRICITY)

    ring = shape.exterior.coords
    strips = [(x2 - x1) * (strip(y1) + strip(y2)) / 2 for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False)]
    return abs(math.radians(sum(strips)))


def test_area_of_a_known_rectangle():
    # 0.01° by 0.01° at 24.7° north: 1,011.94 m by 1,107.68 m.
    assert area_m2(shapely.box(118.0, 24.695, 118.01, 24.705)) == pytest.approx(1_011.94 * 1_107.68, rel=2e-5)


@pytest.mark.parametrize("code, size_m2, tolerance", [
    (places.TANGHOU, 4_000_000, 0.005),
    (places.LUNHOU, 2_000_000, 0.005),
    (places.PARK, 1_200_000, 0.005),
    ("350581101922", 14_000, 0.002),  # 华联: 21 mu of 666.67 m²
])  # fmt: skip
def test_published_sizes(shapes, code, size_m2, tolerance):
    assert area_m2(shapes[code]) == pytest.approx(size_m2, rel=tolerance)


def test_every_polygon_is_valid_and_every_area_marked_schematic_has_one(shapes):
    assert all(isinstance(shape, Polygon) and shape.is_valid for shape in shapes.values())
    assert sorted(shapes) == sorted(code for code, area in AREAS.items() if area["geometry_status"] == "示意")


def test_coordinates_have_six_decimals_and_lie_near_the_towns(shapes):
    for shape in shapes.values():
        for longitude, latitude in shape.exterior.coords:
            assert 118.635 < longitude < 118.695 and 24.695 < latitude < 24.755
            assert (longitude, latitude) == (round(longitude, 6), round(latitude, 6))


def groups(shapes):
    yield {code: shapes[code] for code in places.ALL_GRIDS}
    yield {code: shapes[code] for code in (*ZONES, *places.PENGTIAN_UNITS)}
    yield {code: shapes[code] for code in places.FACTORIES}


def test_nothing_overlaps_on_one_level(shapes):
    for group in groups(shapes):
        assert not [pair for pair in combinations(group, 2) if group[pair[0]].intersection(group[pair[1]]).area > 0]


@pytest.mark.parametrize("zone", ZONES)
def test_grids_fill_their_zone_exactly(shapes, zone):
    together = shapely.union_all([shapes[grid] for grid in places.grids(zone)])
    assert together.symmetric_difference(shapes[zone]).area == 0


def test_the_three_zones_of_baogai_adjoin_in_pairs(shapes):
    for one, other in combinations(ZONES, 2):
        assert shapes[one].intersection(shapes[other]).length > 200 * METRE_DEGREES


def test_neighbours_have_every_vertex_of_a_common_border_in_common(shapes):
    grids = {code: shapes[code] for code in places.ALL_GRIDS}
    for one, other in combinations(grids.values(), 2):
        common = one.intersection(other)
        ends = set(map(tuple, shapely.get_coordinates(common)))
        assert ends <= set(one.exterior.coords) & set(other.exterior.coords)


def test_the_factories_lie_inside_the_park(shapes):
    assert all(shapes[places.PARK].contains(shapes[factory]) for factory in places.FACTORIES)


def test_borders_look_grown_and_not_ruled(shapes):
    # A rectangle's or hexagon's border turns at six corners at most; these turn nearly everywhere.
    assert min(len(shapes[code].exterior.coords) for code in places.ALL_GRIDS) > 30


def test_the_same_bytes_come_out_twice(written, tmp_path):
    demo.write_geometry(tmp_path / "again.geojson")
    assert (tmp_path / "again.geojson").read_bytes() == written.read_bytes()


def test_the_committed_map_is_current(shapes, written):
    # Another machine's arithmetic may differ in the last digit, so shapes are compared, and not bytes.
    made = polygons(written)
    assert sorted(made) == sorted(shapes)
    assert all(made[code].hausdorff_distance(shapes[code]) < METRE_DEGREES for code in made)


def test_a_feature_carries_its_name_and_says_that_it_is_schematic():
    features = json.loads(COMMITTED.read_text(encoding="utf-8"))["features"]
    assert all(f["properties"]["name"] == AREAS[f["properties"]["area_code"]]["name"] for f in features)
    assert {f["properties"]["status"] for f in features} == {"示意"}
