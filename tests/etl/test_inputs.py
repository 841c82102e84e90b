import hashlib
from datetime import datetime

from etl.inputs import find_inputs
from etl.intake import in_order_received
from etl.loads import Load, Status


def write(path, content=b"x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_forms_are_found_with_origin_and_checksum(tmp_path):
    for name in ("received/宝盖/a.xlsx", "published/b.csv", "demo/c.csv", "geo/d.geojson"):
        write(tmp_path / name, name.encode())
    for aside in (
        "received/~$a.xlsx",
        "received/README.md",
        "published/documents/text.txt",
        "demo/.hidden",
        "geo/notes.txt",
    ):
        write(tmp_path / aside)
    found = {given.name: given for given in find_inputs(tmp_path)}
    assert {name: given.origin for name, given in found.items()} == {
        "received/宝盖/a.xlsx": "reported",
        "published/b.csv": "published",
        "demo/c.csv": "demo",
        "geo/d.geojson": "",
    }
    assert found["demo/c.csv"].checksum == hashlib.sha256(b"demo/c.csv").hexdigest()
    assert "demo/c.csv" not in {given.name for given in find_inputs(tmp_path, without=["demo"])}


def test_what_was_seen_first_comes_first_then_the_older_file(tmp_path):
    import os

    for name, modified in (("z.csv", 100), ("a.csv", 300), ("b.csv", 200)):
        write(tmp_path / "received" / name, name.encode())
        os.utime(tmp_path / "received" / name, (modified, modified))
    inputs = find_inputs(tmp_path)
    seen = datetime(2024, 1, 1)
    load = Load(
        load_id=1, dataset="x", file="a.csv", sheet="", origin="reported", rows=0, loaded_at=seen,
        status=Status.LOADED, checksum=hashlib.sha256(b"a.csv").hexdigest(),
    )  # fmt: skip
    order = in_order_received(inputs, [load], datetime(2025, 1, 1))
    assert [given.name for _, given in order] == ["received/a.csv", "received/z.csv", "received/b.csv"]
    assert [moment.year for moment, _ in order] == [2024, 2025, 2025]
