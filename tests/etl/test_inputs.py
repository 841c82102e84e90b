import hashlib
from datetime import datetime

import pytest

from etl.inputs import find_inputs, is_leftover
from etl.received import in_order_received
from etl.warehouse.loads import Load, Status


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


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        "THUMBS.DB",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "Desktop.ini",
        ".DS_Store",
        "._网格.xlsx",
    ]
    + ["~$网格.xlsx", ".~网格.xlsx", ".~lock.网格.xlsx#", "~WRL0001.tmp", "~WRD0000.tmp", "A1B2C300.tmp", "网格.lnk"]
    + ["网格.bak", "网格.BAK1", "网格.wbk", "网格.wbk2", "网格.xlk", "__MACOSX", "Icon\r", "$RECYCLE.BIN", "README.md"]
    + ["System Volume Information", "网格.xlsx~", "网格.xlsx.crdownload", "@eaDir", "网址.url", "_备注.txt"],
)
def test_what_programs_leave_in_a_folder_is_passed_over(tmp_path, name):
    assert is_leftover(name)
    write(tmp_path / "received" / name)
    write(tmp_path / "received" / "子" / name)
    write(tmp_path / "received" / "网格.xlsx")
    assert [given.name for given in find_inputs(tmp_path)] == ["received/网格.xlsx"]


@pytest.mark.parametrize(
    "name",
    [
        "网格.xlsx",
        "网格.et",
        "网格.ods",
        "网格.zip",
        "网格.pdf",
        "网格",
        "bak.csv",
        "tmp.xlsx",
        "网格.bak.xlsx",
        "网格.csv.zip",
    ]
    + ["thumbs.xlsx", "desktop.csv", "icon.csv", "$1.csv", "folder.csv", "网格.html", "网格.docx", "网格.bakery"],
)
def test_what_could_be_a_form_is_not_passed_over(name):
    assert not is_leftover(name)


def test_what_lies_in_a_folder_of_the_system_is_passed_over(tmp_path):
    for folder in ("__MACOSX", "$RECYCLE.BIN", "System Volume Information", "@eaDir"):
        write(tmp_path / "received" / folder / "a.xlsx")
    assert find_inputs(tmp_path) == []


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
