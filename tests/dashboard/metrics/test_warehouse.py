"""The reader of the warehouse: it follows the pointer, changes nothing, and says why it cannot read."""

import hashlib
import json
import os
import threading

import duckdb
import pytest

from dashboard.metrics import versions
from dashboard.metrics import warehouse as module
from dashboard.metrics.versions import current, default_folder, earlier, looking_at
from dashboard.metrics.warehouse import WarehouseUnavailable
from tests import small_world


def copy_of(small, folder, version=small_world.VERSION):
    folder.mkdir(exist_ok=True)
    (folder / f"{version}.duckdb").write_bytes(small.file.read_bytes())
    small_world.point(folder, version)
    (folder / f"{version}.duckdb.json").write_bytes((folder / "current.json").read_bytes())
    return folder


def reason(folder) -> str:
    with pytest.raises(WarehouseUnavailable) as caught:
        current(folder)
    assert "python -m etl build" in caught.value.message
    return caught.value.reason


def test_rows_and_frames(small):
    assert small.rows("SELECT $a::INTEGER + 1 AS next", a=1) == [{"next": 2}]
    assert small.frame("SELECT area_code FROM mart.area_profile WHERE level = '市'")["area_code"].tolist() == ["C"]


def test_nothing_can_be_written_or_reached_from_a_query(small, tmp_path):
    outside = tmp_path / "outside.csv"
    outside.write_text("a\n1\n", encoding="utf-8")
    for sql in (
        "CREATE TABLE mart.x (a INTEGER)",
        f"FROM read_csv('{outside.as_posix()}')",
        f"ATTACH '{(tmp_path / 'other.duckdb').as_posix()}' AS other",
        "SET enable_external_access = true",
        "INSTALL httpfs",
    ):
        with pytest.raises(duckdb.Error):
            small.rows(sql)


def test_the_pointer_is_followed(small, tmp_path):
    folder = copy_of(small, tmp_path)
    first = current(folder)
    assert current(folder) is first
    copy_of(small, folder, "20240716T000000Z-11111111")
    second = current(folder)
    assert (first.version, second.version) == (small_world.VERSION, "20240716T000000Z-11111111")
    assert first.rows("SELECT 1 AS one") == second.rows("SELECT 1 AS one")


def test_three_versions_at_most_are_held_open(small, tmp_path, monkeypatch):
    reader = versions._Reader()
    monkeypatch.setattr(versions, "_READER", reader)
    for number in range(4):
        current(copy_of(small, tmp_path, f"v{number}"))
    assert [file.stem for file in reader._open] == ["v1", "v2", "v3"]
    earlier("v0", tmp_path)
    assert [file.stem for file in reader._open] == ["v2", "v3", "v0"]


def test_an_earlier_version_is_opened_by_its_name(small, tmp_path):
    copy_of(small, tmp_path, "v0")
    newest = current(copy_of(small, tmp_path, "v1"))
    found = earlier("v0", tmp_path)
    assert found.is_earlier and found.version == "v0" and found.built_at
    assert found.rows("SELECT 1 AS one") == [{"one": 1}]
    assert earlier("v0", tmp_path) is found
    # The published version is no earlier one, and becomes one once another is published.
    assert not earlier("v1", tmp_path).is_earlier
    copy_of(small, tmp_path, "v2")
    assert earlier("v1", tmp_path).is_earlier and not newest.is_earlier


@pytest.mark.parametrize(
    "name", ["v9", "", "../v0", "..", "v0.duckdb", "*", "v[0]", ".v0", "v0\0", "\n", "/etc/passwd"]
)
def test_a_name_that_is_no_version_opens_nothing(small, tmp_path, name):
    folder = copy_of(small, tmp_path / "warehouse", "v0")
    (tmp_path / "v0.duckdb").write_bytes(small.file.read_bytes())
    assert earlier(name, folder) is None


def test_an_earlier_version_that_is_not_what_was_published_is_broken(small, tmp_path):
    copy_of(small, tmp_path, "v0")
    told = {"version": "v0", "file": "v0.duckdb", "built_at": "2024-07-15T08:30:00", "sha256": "0" * 64}
    (tmp_path / "v0.duckdb.json").write_text(json.dumps(told), encoding="utf-8")
    copy_of(small, tmp_path, "v1")
    with pytest.raises(WarehouseUnavailable):
        earlier("v0", tmp_path)


def test_inside_a_look_back_every_page_reads_the_earlier_version(small, tmp_path, monkeypatch):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(tmp_path))
    copy_of(small, tmp_path, "v0")
    copy_of(small, tmp_path, "v1")
    with looking_at(earlier("v0")):
        assert current().version == "v0"
        # Who names the folder asks for what is published.
        assert current(tmp_path).version == "v1"
    assert current().version == "v1"
    with looking_at(None):
        assert current().version == "v1"


def test_an_unchanged_pointer_is_not_read_again(small, tmp_path, monkeypatch):
    folder = copy_of(small, tmp_path)
    current(folder)
    monkeypatch.setattr(json, "loads", lambda text: pytest.fail("the pointer was read again"))
    current(folder)


def test_no_pointer(tmp_path):
    assert reason(tmp_path) == "missing"
    assert reason(tmp_path / "nowhere") == "missing"


def test_a_pointer_to_nothing(tmp_path):
    small_world.point(tmp_path, "gone")
    assert reason(tmp_path) == "missing"


@pytest.mark.parametrize(
    "text", ["", '{"version": "x"', "[]", '{"version": "x"}', "null", '{"version":1,"file":2,"built_at":3}']
)
def test_a_pointer_that_is_no_pointer(tmp_path, text):
    (tmp_path / "current.json").write_text(text, encoding="utf-8")
    assert reason(tmp_path) == "broken"


def test_a_pointer_of_other_bytes(tmp_path):
    (tmp_path / "current.json").write_bytes(b"\xff\xfe\x00")
    assert reason(tmp_path) == "broken"


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_half_a_file(small, tmp_path, share):
    folder = copy_of(small, tmp_path)
    file = folder / f"{small_world.VERSION}.duckdb"
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)] or b"no warehouse")
    assert reason(folder) == "broken"


@pytest.mark.parametrize(
    "sql",
    ["DROP TABLE mart.grid_quarters", "ALTER TABLE mart.party_quarters DROP COLUMN women", "DROP TABLE meta.loads"],
)
def test_a_file_of_another_schema(small, tmp_path, sql):
    folder = copy_of(small, tmp_path)
    with duckdb.connect(folder / f"{small_world.VERSION}.duckdb") as connection:
        connection.execute(sql)
    assert reason(folder) == "outdated"


def test_a_mended_file_is_read_at_the_next_call(small, tmp_path):
    small_world.point(tmp_path, small_world.VERSION)
    assert reason(tmp_path) == "missing"
    assert current(copy_of(small, tmp_path)).version == small_world.VERSION


def test_many_threads_share_one_connection(small):
    answers = []

    def ask():
        answers.extend(small.rows("SELECT $n * 2 AS twice", n=number)[0]["twice"] == number * 2 for number in range(40))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 320
    assert all(answers)


def test_what_is_remembered_is_bounded(small, tmp_path, monkeypatch):
    warehouse = current(copy_of(small, tmp_path))
    monkeypatch.setattr(module, "REMEMBERED_AT_MOST", 3)
    for number in (0, 1, 2, 0, 3):
        warehouse.remember(number, lambda number=number: number)
    made = []
    for number in (0, 1):
        warehouse.remember(number, lambda number=number: made.append(number))
    assert made == [1]  # the longest unused one


def test_the_folder_is_the_environments_choice(monkeypatch, tmp_path):
    monkeypatch.setenv("SANQU_WAREHOUSE", str(tmp_path))
    assert default_folder() == tmp_path
    monkeypatch.delenv("SANQU_WAREHOUSE")
    assert default_folder().parts[-2:] == ("data", "warehouse")


def sealed(small, folder):
    """A warehouse whose pointer holds the checksum of its file."""
    copy_of(small, folder)
    file = folder / f"{small_world.VERSION}.duckdb"
    pointer = json.loads((folder / "current.json").read_text(encoding="utf-8"))
    pointer["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    (folder / "current.json").write_text(json.dumps(pointer), encoding="utf-8")
    return file


@pytest.mark.thorough
def test_every_torn_block_is_noticed_at_opening(small, tmp_path):
    file = sealed(small, tmp_path)
    whole = file.read_bytes()
    starts = range(0, len(whole), 4096)
    for start in starts[:: max(len(starts) // 93, 1)]:
        file.write_bytes(
            whole[:start] + bytes(byte ^ 0xFF for byte in whole[start : start + 4096]) + whole[start + 4096 :]
        )
        assert reason(tmp_path) == "broken", start
    file.write_bytes(whole)
    assert current(tmp_path).rows("SELECT 1 AS one") == [{"one": 1}]


def test_a_file_that_is_torn_while_it_is_open_is_not_asked_again(small, tmp_path):
    file = sealed(small, tmp_path)
    assert current(tmp_path) is current(tmp_path)
    with file.open("rb+") as stream:
        stream.seek(file.stat().st_size // 2)
        stream.write(bytes(range(256)))
    assert reason(tmp_path) == "broken"


def test_a_block_that_cannot_be_read_any_more_makes_no_traceback(small, tmp_path):
    """A disk may lose a block and change no time: the question that meets it says that the file is broken."""
    file = sealed(small, tmp_path)
    opened = current(tmp_path)
    stamp = file.stat()
    with file.open("rb+") as stream:
        stream.seek(12288)
        stream.write(bytes(stamp.st_size - 12288))
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert current(tmp_path) is opened
    with pytest.raises(WarehouseUnavailable) as caught:
        for table in ("grid_quarters", "area_profile", "party_quarters", "enterprise_quarters"):
            opened.rows(f"SELECT * FROM mart.{table}")
    assert caught.value.reason == "broken"
    assert reason(tmp_path) == "broken"
