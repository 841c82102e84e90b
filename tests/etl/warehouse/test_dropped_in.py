"""Boundaries as clerks and surveyors send them: KML, Shapefile, web maps' coordinates; mended where that is safe."""

import io
import json
import zipfile

import duckdb
import numpy
import pytest
import shapefile
from shapely import get_num_coordinates
from shapely.geometry import Polygon, mapping

from etl.content import Bounds
from etl.inputs import describe
from etl.problems import Level
from etl.read.projections import to_bd09, to_gcj02
from etl.warehouse.geometry import load_geometry
from etl.warehouse.tables import create_tables, insert_rows
from tests.town import AREAS

HERE = Bounds("福建省", 115.8, 23.5, 120.8, 28.4)
PARK, VILLAGE = "350581101911", "350581101206"
SQUARE = [(118.66, 24.70), (118.67, 24.70), (118.67, 24.71), (118.66, 24.71), (118.66, 24.70)]
WGS84_PRJ = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'


@pytest.fixture
def connection():
    connection = duckdb.connect()
    create_tables(connection)
    parents = {"塘后村": VILLAGE, "石狮市": "350581000000", "宝盖片区": "350581101901"}
    rows = [(row[0], row[1], row[2], parents.get(row[4], row[4]) or None) for row in AREAS[1:]]
    insert_rows(connection, "core.areas", ("area_code", "name", "level", "parent_code"), rows)
    return connection


@pytest.fixture
def load(connection, tmp_path):
    def load(name: str, content: bytes):
        path = tmp_path / name
        path.write_bytes(content)
        given = describe(path, name, "")
        used, problems = load_geometry(connection, [given], HERE)[name][1:]
        rows = dict(connection.execute("SELECT area_code, rings FROM core.geometry").fetchall())
        return used, problems, {code: json.loads(rings)[0] for code, rings in rows.items()}

    return load


def geojson(*features, **collection) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **collection}).encode()


def feature(code: str, ring, **properties) -> dict:
    told = {"area_code": code, "status": "官方", **properties}
    return {"type": "Feature", "properties": told, "geometry": mapping(Polygon(ring))}


def kml(ring, name="宝盖科技园") -> bytes:
    points = " ".join(f"{x},{y},0" for x, y in ring)
    return f"""<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>
    <name>{name}</name><ExtendedData><Data name="status"><value>官方</value></Data><Data name="owner"><value>甲某</value></Data>
    </ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>{points}</coordinates></LinearRing></outerBoundaryIs>
    </Polygon></Placemark></Document></kml>""".encode()


def zipped(encoding: str, *, prj: str = WGS84_PRJ, cpg: str | None = None) -> bytes:
    parts = {suffix: io.BytesIO() for suffix in ("shp", "shx", "dbf")}
    with shapefile.Writer(**parts, encoding=encoding) as writer:
        # A name of a field has ten bytes: four letters of GBK, three of UTF-8.
        writer.field("代码", "C", 20)
        writer.field("名称", "C", 60)
        writer.field("性质", "C", 20)
        writer.poly([SQUARE[::-1]])
        writer.record(PARK, "宝盖科技园", "官方")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for suffix, part in parts.items():
            archive.writestr(f"边界/网格.{suffix}", part.getvalue())
        archive.writestr("边界/网格.prj", prj)
        if cpg:
            archive.writestr("边界/网格.cpg", cpg)
    return packed.getvalue()


def assert_is_the_square(ring):
    assert {(round(x, 7), round(y, 7)) for x, y in ring} == set(SQUARE)


def test_a_kml_is_known_by_the_name_of_its_areas(load):
    used, problems, shapes = load("园区.kml", kml(SQUARE))
    assert (used, problems) == (1, [])
    assert_is_the_square(shapes[PARK])


def test_a_kml_that_declares_entities_is_not_read(load):
    used, [problem], _ = load("园区.kml", b'<!DOCTYPE a [<!ENTITY b "c">]>' + kml(SQUARE).partition(b"?>")[2])
    assert used == 0 and "DOCTYPE" in problem.message


def test_a_shapefile_without_cpg_is_gbk(load):
    used, problems, shapes = load("网格.zip", zipped("gb18030"))
    assert (used, problems) == (1, [])
    assert_is_the_square(shapes[PARK])


@pytest.mark.parametrize("cpg", ["UTF-8", None])
def test_a_shapefile_of_utf8_is_read_with_cpg_and_without(load, cpg):
    used, problems, _ = load("网格.zip", zipped("utf-8", cpg=cpg))
    assert (used, problems) == (1, [])


def test_a_shapefile_in_a_map_projection_is_refused(load):
    used, [problem], _ = load("网格.zip", zipped("gb18030", prj='PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["x"]]'))
    assert used == 0 and "坐标系不是 WGS84" in problem.message


def test_an_archive_without_its_parts_says_what_belongs_in_it(load):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("网格.shp", b"no")
    for content in (packed.getvalue(), b"no archive"):
        used, [problem], _ = load("网格.zip", content)
        assert used == 0 and ".dbf" in problem.remedy


@pytest.mark.parametrize(("name", "moved"), [("园区_GCJ02.kml", to_gcj02), ("园区_BD09.kml", to_bd09)])
def test_coordinates_of_web_maps_are_turned_into_wgs84(load, name, moved):
    used, [note], shapes = load(name, kml([moved(place) for place in SQUARE]))
    assert used == 1 and note.level is Level.NOTE and "已换算为 WGS84" in note.message
    assert_is_the_square(shapes[PARK])


def test_swapped_axes_are_put_right_and_told(load):
    used, [warning], shapes = load("a.geojson", geojson(feature(PARK, [(y, x) for x, y in SQUARE])))
    assert used == 1 and warning.level is Level.WARNING and "纬度写在了经度前面" in warning.message
    assert_is_the_square(shapes[PARK])


def test_a_small_self_intersection_is_mended_and_told(load):
    # A spur of a metre that crosses itself at one corner.
    ring = [*SQUARE[:3], (118.66, 24.71), (118.65999, 24.71001), (118.66001, 24.71001), (118.66, 24.71), SQUARE[0]]
    used, [warning], _ = load("a.geojson", geojson(feature(PARK, ring)))
    assert used == 1 and warning.level is Level.WARNING and "已自动改正" in warning.message


def test_gaps_between_neighbours_are_told(load):
    left = [(118.66, 24.70), (118.68, 24.70), (118.68, 24.705), (118.67, 24.705), (118.67, 24.715), (118.68, 24.715)]
    left += [(118.68, 24.72), (118.66, 24.72), (118.66, 24.70)]
    right = [(118.68, 24.70), (118.69, 24.70), (118.69, 24.72), (118.68, 24.72), (118.68, 24.70)]
    used, [warning], _ = load("a.geojson", geojson(feature(PARK, left), feature(VILLAGE, right)))
    assert used == 2 and warning.level is Level.WARNING and "1 处缝隙" in warning.message


@pytest.mark.thorough
def test_a_million_vertices_are_simplified_with_shared_borders_kept(load):
    steps = numpy.linspace(24.70, 24.72, 500_000)
    border = [(118.67 + 0.0005 * numpy.sin(step * 40_000), step) for step in steps]
    left = [*border, (118.66, 24.72), (118.66, 24.70), border[0]]
    right = [*border, (118.68, 24.72), (118.68, 24.70), border[0]]
    used, problems, shapes = load("a.geojson", geojson(feature(PARK, left), feature(VILLAGE, right)))
    assert (used, problems) == (2, [])
    one, other = Polygon(shapes[PARK]), Polygon(shapes[VILLAGE])
    assert get_num_coordinates([one, other]).sum() < 60_000
    assert one.intersection(other).area == 0 and one.union(other).area == pytest.approx(0.02 * 0.02, rel=1e-4)


def test_no_attribute_but_code_and_name_is_kept_or_quoted(load, connection):
    used, problems, _ = load("a.geojson", geojson(feature("999", SQUARE, owner="甲某某", phone="13800000000")))
    assert used == 0 and not any("甲某某" in str(one) or "138" in str(one) for one in problems)
