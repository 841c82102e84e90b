"""Between which degrees a town lies, by its shapes; a place beyond is asked for, be it the only one."""

import datetime
import json

import pytest

from etl.content import Bounds
from etl.extracts import reading
from etl.inputs import describe
from etl.office import Office
from etl.problems import Level
from etl.warehouse.extent import MARGIN, extent
from etl.workshop import load_all, workshop
from tests.etl.corpus.registers import write_registers
from tests.town import write_csv

PROVINCE = Bounds("演示省", 115.8, 23.5, 120.8, 28.4)
RING = [[118.6, 24.7], [118.7, 24.7], [118.7, 24.8], [118.6, 24.7]]


def shapes(folder, coordinates):
    path = folder / "areas.geojson"
    feature = {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": coordinates}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return describe(path, "geo/areas.geojson", "")


def test_a_town_reaches_as_far_as_its_shapes_and_a_little_further(tmp_path):
    found = extent([shapes(tmp_path, [RING])], PROVINCE)
    sides = (found.west, found.south, found.east, found.north)
    assert sides == pytest.approx((118.6 - MARGIN, 24.7 - MARGIN, 118.7 + MARGIN, 24.8 + MARGIN))


def test_without_shapes_the_town_lies_where_it_says(tmp_path):
    broken = tmp_path / "areas.geojson"
    broken.write_text('{"features": [', encoding="utf-8")
    assert extent([], PROVINCE) is PROVINCE
    assert extent([describe(broken, "geo/areas.geojson", "")], PROVINCE) is PROVINCE


@pytest.mark.parametrize(("latitude", "is_asked"), [("24.7321", False), ("34.7321", True), ("27.9", False)])
def test_a_lone_place_outside_is_asked_for(tmp_path, latitude, is_asked):
    registers = write_registers(tmp_path / "data")
    path = tmp_path / "sites.csv"
    head = ("阵地编号", "阵地名称", "类别", "所在区域", "经度（度）", "纬度（度）")
    write_csv(path, [head, ("S-11", "塘后邻里中心", "邻里中心", "塘后村", "118.6543", latitude)])
    inputs = [
        *(describe(one, f"published/{one.name}", "published") for one in sorted(registers.rglob("*.csv"))),
        describe(path, "received/sites.csv", "reported"),
    ]
    now = datetime.datetime(2026, 7, 20)
    with workshop(":memory:", tmp_path / "spill") as connection, reading(inputs, tmp_path) as extract:
        _, problems = load_all(
            connection, inputs, (), now, tmp_path, extract, lambda share, text: None, office=Office(within=PROVINCE)
        )
    asked = [problem.cell for _, problem in problems if problem.level is Level.QUESTION]
    assert asked == (["F2"] if is_asked else [])
