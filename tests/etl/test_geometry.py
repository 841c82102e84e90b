import json
from dataclasses import replace

import duckdb
import pytest
from shapely.geometry import Polygon, mapping

from etl.geometry import area_km2, load_geometry
from etl.inputs import describe
from etl.problems import Level
from etl.tables import create_tables, insert_rows
from tests.town import AREAS

NAMES = ("area_code", "name", "level", "parent_code")
ZONE, PARK, VILLAGE, GRID = "350581101901", "350581101911", "350581101206", "35058110191101"


def square(west: float, south: float, size: float = 0.01) -> Polygon:
    return Polygon([(west, south), (west + size, south), (west + size, south + size), (west, south + size)])


def feature(code: str, shape: Polygon, **properties: str) -> dict:
    return {
        "type": "Feature",
        "properties": {"area_code": code, "status": "示意", **properties},
        "geometry": mapping(shape),
    }


@pytest.fixture
def connection():
    connection = duckdb.connect()
    create_tables(connection)
    parents = {"塘后村": VILLAGE, "石狮市": "350581000000", "宝盖片区": ZONE}
    rows = [(row[0], row[1], row[2], parents.get(row[4], row[4]) or None) for row in AREAS[1:]]
    insert_rows(connection, "core.areas", NAMES, rows)
    return connection


@pytest.fixture
def load(connection, tmp_path):
    def load(*features: dict, **collection: object):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **collection}), encoding="utf-8")
        given = describe(path, path.name, "")
        return load_geometry(connection, [given])[given.name]

    return load


PARK_SQUARE = square(118.66, 24.70)


def test_sound_shapes_are_loaded_with_a_label_inside(load, connection):
    assert load(feature(PARK, PARK_SQUARE), feature(VILLAGE, square(118.67, 24.70))) == (2, 2, [])
    code, rings, longitude, latitude, status, origin = connection.execute(
        "SELECT area_code, rings, centre_longitude, centre_latitude, geometry_status, origin FROM core.geometry LIMIT 1"
    ).fetchone()
    assert (code, status, origin) == (PARK, "示意", "demo")
    assert json.loads(rings)[0][:2] == [[118.66, 24.7], [118.67, 24.7]]
    assert 118.66 < longitude < 118.67 and 24.70 < latitude < 24.71


def test_area_on_the_ellipsoid():
    # One hundredth of a degree at 24.705° N: 1.1077 km north–south by 1.0119 km east–west.
    assert area_km2(PARK_SQUARE) == pytest.approx(1.1077 * 1.0119, rel=1e-4)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (feature("350581101999", PARK_SQUARE), "不在“区域目录”中"),
        (feature(PARK, PARK_SQUARE, status="猜测"), "没有写明图形性质"),
        (feature(PARK, Polygon([(118.6, 24.7), (118.7, 24.8), (118.7, 24.7), (118.6, 24.8)])), "自相交"),
        (feature(PARK, square(24.70, 118.66)), "不在福建省范围内"),
        ({"properties": {"area_code": PARK, "status": "示意"}, "geometry": None}, "图形无法读取"),
        (
            {**feature(PARK, PARK_SQUARE), "geometry": {"type": "Point", "coordinates": [118.66, 24.7]}},
            "不是一个多边形",
        ),
    ],
)
def test_a_wrong_feature_is_named(load, connection, wrong, message):
    _, used, (problem,) = load(feature(VILLAGE, square(118.67, 24.70)), wrong)
    assert message in problem.message and problem.cell.startswith("第 2 个图形") and used == 0
    assert connection.execute("SELECT count(*) FROM core.geometry").fetchone() == (0,)


def test_neighbours_may_touch_but_not_overlap(load):
    _, _, (problem,) = load(feature(PARK, PARK_SQUARE), feature(VILLAGE, square(118.665, 24.70)))
    assert "与同层级的“宝盖科技园”重叠 50.0%" in problem.message


def test_a_child_lies_in_its_parent(load):
    inside, outside = square(118.661, 24.701, 0.002), square(118.669, 24.701, 0.002)
    assert load(feature(PARK, PARK_SQUARE), feature(GRID, inside))[2] == []
    _, _, (problem,) = load(feature(PARK, PARK_SQUARE), feature(GRID, outside))
    assert "有 50.0% 在上级区域“宝盖科技园”之外" in problem.message and problem.level is Level.ERROR
    _, used, (problem,) = load(feature(PARK, PARK_SQUARE, status="官方"), feature(GRID, outside))
    assert (problem.level, used) == (Level.WARNING, 2)


def test_an_official_shape_takes_the_place_of_a_schematic_one(load, connection):
    assert load(feature(PARK, PARK_SQUARE), feature(PARK, square(118.64, 24.70), status="官方"))[:2] == (2, 1)
    assert connection.execute("SELECT geometry_status, origin FROM core.geometry").fetchall() == [("官方", "reported")]
    _, _, (problem,) = load(feature(PARK, PARK_SQUARE), feature(PARK, PARK_SQUARE))
    assert "是同一区域" in problem.message


def test_files_of_another_sort_are_refused(load, connection, tmp_path):
    _, _, (problem,) = load(feature(PARK, PARK_SQUARE), crs={"type": "name", "properties": {"name": "EPSG:3857"}})
    assert "坐标系" in problem.message
    path = tmp_path / "broken.geojson"
    path.write_bytes(b"\xff{")
    given = replace(describe(path, "broken.geojson", ""), name="geo/broken.geojson")
    _, _, (problem,) = load_geometry(connection, [given])["geo/broken.geojson"]
    assert problem.file == "geo/broken.geojson" and "GeoJSON" in problem.message
