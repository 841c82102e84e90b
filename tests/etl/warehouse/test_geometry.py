import json
from dataclasses import replace

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shapely.geometry import Polygon, mapping

from etl.content import Bounds
from etl.inputs import describe
from etl.problems import Level
from etl.warehouse.geometry import area_km2, load_geometry
from etl.warehouse.tables import create_tables, insert_rows
from tests.town import AREAS

HERE = Bounds("福建省", 115.8, 23.5, 120.8, 28.4)
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


@pytest.fixture(scope="module")
def areas():
    connection = duckdb.connect()
    create_tables(connection)
    parents = {"塘后村": VILLAGE, "石狮市": "350581000000", "宝盖片区": ZONE}
    rows = [(row[0], row[1], row[2], parents.get(row[4], row[4]) or None) for row in AREAS[1:]]
    insert_rows(connection, "core.areas", NAMES, rows)
    return connection


@pytest.fixture
def connection(areas):
    """The tables with their areas; what a test writes is taken back."""
    areas.begin()
    yield areas
    areas.rollback()


@pytest.fixture
def load(connection, tmp_path):
    def load(*features: dict, **collection: object):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **collection}), encoding="utf-8")
        given = describe(path, path.name, "")
        return load_geometry(connection, [given], HERE)[given.name]

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
        (feature(PARK, square(100.0, 24.7)), "不在福建省范围内"),
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
    _, _, (problem,) = load_geometry(connection, [given], HERE)["geo/broken.geojson"]
    assert problem.file == "geo/broken.geojson" and "GeoJSON" in problem.message


@pytest.fixture
def load_bytes(connection, tmp_path):
    def load(content: bytes):
        path = tmp_path / "any.geojson"
        path.write_bytes(content)
        return load_geometry(connection, [describe(path, path.name, "")], HERE)[path.name]

    return load


SOUND = json.dumps({"type": "FeatureCollection", "features": [feature(PARK, PARK_SQUARE, name="宝盖科技园")]})


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"7",
        b'"features"',
        b"[" * 100_000,
        b'{"features":' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"features":' * 20_000,
        b'{"features": {"a": 1}}',
        b'{"features": "abc"}',
        b'{"features": null}',
        b'{"type": "Feature", "geometry": null}',
        b'{"features": [' + b"9" * 5_000 + b"]}",
        b"\xff\xfe\x00",
        b"\x80\x81\x82",
        b'{"features": []}',
        b'{"features": [1, null, "x", [], {}, {"properties": 3}, {"properties": {"area_code": {}}}]}',
    ],
)
def test_whatever_is_no_geojson_is_a_message(load_bytes, content):
    rows, used, problems = load_bytes(content)
    assert (rows, used) == (0, 0)
    assert problems and all(
        "一" <= problem.message[0] <= "鿿" and problem.code == "geometry-error" for problem in problems
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_file_of_any_usual_encoding_is_read(load_bytes, encoding):
    content = SOUND.encode().decode("unicode_escape").encode(encoding)
    assert load_bytes(content) == (1, 1, [])


def ring(*positions: object) -> dict:
    return {"type": "Polygon", "coordinates": [list(positions)]}


CORNERS = ([118.66, 24.70], [118.67, 24.70], [118.67, 24.71], [118.66, 24.71], [118.66, 24.70])


@pytest.mark.parametrize(
    ("geometry", "message"),
    [
        (None, "无法读取"),
        ("Polygon", "无法读取"),
        ({"type": ["Polygon"], "coordinates": []}, "无法读取"),
        ({"type": "Polygon"}, "没有坐标"),
        ({"type": "Polygon", "coordinates": []}, "没有坐标"),
        ({"type": "Polygon", "coordinates": {}}, "没有坐标"),
        ({"type": "Polygon", "coordinates": [[]]}, "不足四个点"),
        ({"type": "Polygon", "coordinates": [list(CORNERS), []]}, "不足四个点"),
        ({"type": "Polygon", "coordinates": ["abcd"]}, "不足四个点"),
        ({"type": "MultiPolygon", "coordinates": [[list(CORNERS)], [list(CORNERS)]]}, "不是一个多边形"),
        ({"type": "MultiPolygon", "coordinates": []}, "不是一个多边形"),
        ({"type": "GeometryCollection", "geometries": []}, "不是一个多边形"),
        (ring(*CORNERS[:2]), "不足四个点"),
        (ring(*CORNERS[:3], ["118.66", "24.70"]), "不是成对的数字"),
        (ring(*CORNERS[:3], [None, True]), "不是成对的数字"),
        (ring(*CORNERS[:3], [118.66]), "不是成对的数字"),
        (ring(*CORNERS[:3], 118.66), "不是成对的数字"),
        (ring(*CORNERS[:3], [float("nan"), 24.7]), "不是有效的数字"),
        (ring(*CORNERS[:3], [float("inf"), 24.7]), "不是有效的数字"),
        (ring(*CORNERS[:3], [10**400, 24.7]), "不是有效的数字"),
        (ring(*([x - 10, y] for x, y in CORNERS)), "不在福建省范围内"),
        (ring(*[CORNERS[0]] * 5), "多边形"),
        (ring(CORNERS[0], CORNERS[1], CORNERS[0], CORNERS[1], CORNERS[0]), "多边形"),
        (ring(CORNERS[0], CORNERS[2], CORNERS[1], CORNERS[3], CORNERS[0]), "边界自相交（118.665，24.705 附近）"),
    ],
)
def test_a_geometry_that_is_no_polygon_is_told(load, geometry, message):
    _, used, (problem,) = load({**feature(PARK, PARK_SQUARE), "geometry": geometry})
    assert used == 0 and message in problem.message


def test_a_geometry_of_too_many_points_is_told(load, monkeypatch):
    monkeypatch.setattr("etl.read.polygons.VERTICES", 1_000)
    geometry = ring(*([118.66 + n / 1e8, 24.70] for n in range(1_001)))
    _, used, (problem,) = load({**feature(PARK, PARK_SQUARE), "geometry": geometry})
    assert used == 0 and "1,001 个顶点，超过 1,000 个" in problem.message


def test_heights_are_left_out_and_a_polygon_alone_in_a_collection_is_one(load):
    high = {"type": "MultiPolygon", "coordinates": [[[[*corner, 12.5] for corner in CORNERS]]]}
    assert load({**feature(PARK, PARK_SQUARE), "geometry": high}) == (1, 1, [])


def test_a_code_stored_as_a_number_is_a_code(load):
    assert load({**feature(PARK, PARK_SQUARE), "properties": {"area_code": int(PARK), "status": "示意"}})[:2] == (1, 1)
    assert load({**feature(PARK, PARK_SQUARE), "properties": {"area_code": float(PARK), "status": "示意"}})[:2] == (
        1,
        1,
    )


def test_nothing_personal_and_nothing_long_is_quoted(load):
    # Made up, nobody's.
    _, _, problems = load(
        feature("13800000000", PARK_SQUARE, name="村" * 500), feature("<b>x,y:z</b>", PARK_SQUARE, name="13800000000")
    )
    assert [problem.cell for problem in problems] == [f"第 1 个图形（{'村' * 20}）", "第 2 个图形"]
    assert not any("138" in str(problem) or "<" in str(problem) for problem in problems)


def test_very_many_wrong_shapes_are_counted(load):
    _, _, problems = load(*[feature("x", PARK_SQUARE)] * 500)
    assert len(problems) == 20 and "另有 480 个图形有问题" in problems[-1].message


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["Polygon", PARK]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
STEPS = st.lists(st.integers(0, 5), max_size=8)


def with_another(tree: object, steps: list[int], value: object) -> object:
    """The tree with `value` in the place of the branch that `steps` lead to."""
    if not steps or not isinstance(tree, dict | list) or not tree:
        return value
    keys = list(tree) if isinstance(tree, dict) else range(len(tree))
    key = keys[steps[0] % len(keys)]
    changed = tree.copy()
    changed[key] = with_another(tree[key], steps[1:], value)
    return changed


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS, ANY)
def test_whatever_stands_anywhere_is_a_shape_or_a_message(load_bytes, steps, value):
    _, used, problems = load_bytes(json.dumps(with_another(json.loads(SOUND), steps, value)).encode())
    assert used == 1 or problems
    assert all("一" <= problem.message[0] <= "鿿" for problem in problems)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(SOUND) - 1), st.integers(0, len(SOUND) - 1), st.binary(max_size=3))
def test_bytes_changed_anywhere_give_a_shape_or_a_message(load_bytes, start, length, replacement):
    content = SOUND.encode()
    _, used, problems = load_bytes(content[:start] + replacement + content[start + length % 5 :])
    assert used == 1 or problems
