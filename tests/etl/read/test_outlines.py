"""A file of shapes as it is looked at: right or wrong, in its order, where it lies."""

import io
import json
import tracemalloc
import zipfile

import pytest

from etl.read import outlines as looked_at
from etl.read.outlines import outlines

RING = [[118.60, 24.70], [118.61, 24.70], [118.61, 24.71], [118.60, 24.71], [118.60, 24.70]]


def drawn(tmp_path, *rings, name="图.geojson", kind="Polygon"):
    features = [
        {
            "type": "Feature",
            "properties": {"name": f"{number}号"},
            "geometry": {"type": kind, "coordinates": [ring] if kind == "Polygon" else ring},
        }
        for number, ring in enumerate(rings, start=1)
    ]
    path = tmp_path / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_shapes_are_told_by_the_place_that_problems_name(tmp_path):
    first, second = outlines(drawn(tmp_path, RING, RING))
    assert (first.place, first.name) == ("第 1 个图形（1号）", "1号") and second.place == "第 2 个图形（2号）"
    assert first.rings == (tuple(map(tuple, RING)),)


def test_a_border_that_crosses_itself_is_still_drawn(tmp_path):
    crossed = [RING[0], RING[2], RING[1], RING[3], RING[0]]
    assert outlines(drawn(tmp_path, crossed))[0].rings == (tuple(map(tuple, crossed)),)


def test_latitude_before_longitude_is_turned(tmp_path):
    [shape] = outlines(drawn(tmp_path, [[y, x] for x, y in RING]))
    assert shape.rings == (tuple(map(tuple, RING)),)


def test_a_web_map_s_coordinates_are_converted(tmp_path):
    [shape] = outlines(drawn(tmp_path, RING, name="图_GCJ02.geojson"))
    # GCJ-02 lies some 500 m off, which is about 0.005 degrees.
    assert 0.001 < abs(shape.rings[0][0][0] - 118.60) < 0.01


@pytest.mark.parametrize("ring", [[], [[1]], ["x"], [[None, 2], [3, 4], [5, 6]], 7, [[10**400, 2], [3, 4], [5, 6]]])
def test_what_is_no_ring_is_left_out(tmp_path, ring):
    assert outlines(drawn(tmp_path, ring)) == ()


def test_a_large_file_and_one_that_is_none_are_not_drawn(tmp_path, monkeypatch):
    broken = tmp_path / "坏.geojson"
    broken.write_text("{", encoding="utf-8")
    assert outlines(broken) == ()
    monkeypatch.setattr(looked_at, "LOOKED_AT_BYTES", 100)
    assert outlines(drawn(tmp_path, RING)) == ()


def test_no_more_is_unpacked_than_an_archive_says_that_it_holds(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix in ("shp", "shx", "dbf"):
            archive.writestr(f"图.{suffix}", bytes(20 << 20))
    # Both places that tell the size: of each file, and of each entry of the list at the end.
    lying = packed.getvalue().replace((20 << 20).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    path = tmp_path / "图.zip"
    path.write_bytes(lying)
    tracemalloc.start()
    assert outlines(path) == ()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 5 << 20
