"""What a disk does to the files of a warehouse: every torn block is noticed, and a build mends what is published."""

import hashlib
import json
import os
from pathlib import Path

import pytest

import etl
from etl.__main__ import OK, PROBLEMS, main
from etl.warehouse.kept_versions import POINTER, DamagedVersion, published
from etl.warehouse.publish import rollback
from etl.warehouse.seals import NOTE, Condition
from tests.town import EVENT_HEADERS, EVENTS, write_csv

BLOCK = 4096
EVENTS_COUNTED = "SELECT count(*) FROM core.grid_events"


def published_file(town) -> Path:
    return town.warehouse / json.loads((town.warehouse / POINTER).read_text(encoding="utf-8"))["file"]


def tear(file: Path, start: int, size: int = BLOCK) -> None:
    """Turn every bit of a block, as a disk might that lost it."""
    with file.open("rb+") as stream:
        stream.seek(start)
        block = stream.read(size)
        stream.seek(start)
        stream.write(bytes(byte ^ 0xFF for byte in block))


def add_event(town, number: int, **choices) -> str:
    rows = [EVENT_HEADERS, *EVENTS[1:], *((f"N{one}", *EVENTS[1][1:]) for one in range(number))]
    write_csv(town.data / "demo" / "grid_events.csv", rows)
    result = town.build(**choices)
    assert result.published
    return result.version


def spoil_form(town) -> None:
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, ("E9", "无此网格", *EVENTS[1][2:])])


def say(town, capsys, *words: str) -> tuple[int, str]:
    ended = main(["--data", str(town.data), "--warehouse", str(town.warehouse), *words])
    captured = capsys.readouterr()
    return ended, captured.out + captured.err


def test_every_torn_block_of_a_file_is_noticed(town):
    file = published_file(town)
    whole = file.read_bytes()
    starts = range(0, len(whole), BLOCK)
    step = max(len(starts) // 93, 1)
    noticed = []
    for start in starts[::step]:
        tear(file, start)
        (one,) = etl.verify(town.warehouse)
        noticed.append(one.condition)
        assert published(town.warehouse) is None
        file.write_bytes(whole)
    assert len(noticed) >= 93 and set(noticed) == {Condition.DAMAGED}
    assert [one.condition for one in etl.verify(town.warehouse)] == [Condition.INTACT]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.95])
def test_a_damaged_version_is_built_again_from_the_same_forms(town, capsys, share):
    damaged = published_file(town)
    tear(damaged, int(damaged.stat().st_size * share))
    assert say(town, capsys, "verify")[0] == PROBLEMS
    ended, told = say(town, capsys, "build")
    assert ended == OK and f"版本 {damaged.stem} 的文件已损坏，已用报表重新生成。" in told
    assert published_file(town) != damaged and not damaged.exists()
    assert town.query(EVENTS_COUNTED) == [(2,)]
    assert say(town, capsys, "verify")[0] == OK
    assert "没有变化" in say(town, capsys, "build")[1]


def test_where_the_forms_do_not_pass_the_newest_intact_version_is_published(town, capsys):
    oldest = published(town.warehouse).version
    second, third, fourth = (add_event(town, number) for number in (1, 2, 3))
    for version in (third, fourth):
        tear(town.warehouse / f"{version}.duckdb", 100_000)
    spoil_form(town)
    ended, told = say(town, capsys, "build")
    assert ended == PROBLEMS
    assert f"版本 {fourth} 的文件已损坏，报表又没有通过核对，已退回版本 {second}" in told
    assert town.query(EVENTS_COUNTED) == [(3,)]
    assert [one.version for one in etl.history(town.warehouse)] == [second, oldest]
    (town.data / "received" / "grid_events.csv").unlink()
    assert town.build().published
    assert town.query(EVENTS_COUNTED) == [(5,)]
    assert {one.condition for one in etl.verify(town.warehouse)} == {Condition.INTACT}


def test_with_nothing_to_go_back_to_it_says_so(town, capsys):
    tear(published_file(town), 0)
    spoil_form(town)
    ended, told = say(town, capsys, "build")
    assert ended == PROBLEMS and "没有完好的旧版本可退" in told


@pytest.mark.parametrize("spoiled", ["{", "", "[]", "\x00\x00", None])
def test_a_pointer_that_cannot_be_read_is_mended(town, capsys, spoiled):
    pointer = town.warehouse / POINTER
    pointer.unlink() if spoiled is None else pointer.write_text(spoiled, encoding="utf-8")
    ended, told = say(town, capsys, "verify")
    assert ended == PROBLEMS and "没有现用版本" in told
    ended, told = say(town, capsys, "build")
    assert ended == OK and f"{POINTER} 不在了或无法读取，已用报表重新生成" in told


def test_a_lost_note_or_another_pointer_hides_no_damage(town):
    first = published_file(town)
    second = add_event(town, 1)
    for note in town.warehouse.glob(f"*{NOTE}"):
        if note.name != POINTER:
            note.unlink()
    assert {one.condition for one in etl.verify(town.warehouse)} == {Condition.INTACT}
    rollback(town.warehouse, second)
    tear(published_file(town), 50_000)
    tear(first, 0, first.stat().st_size // 2)
    assert [one.condition for one in etl.verify(town.warehouse)] == [Condition.DAMAGED, Condition.UNREADABLE]


def test_nobody_can_go_back_to_a_damaged_version(town, capsys):
    first = published_file(town)
    add_event(town, 1)
    tear(first, 200_000)
    before = (town.warehouse / POINTER).read_bytes()
    with pytest.raises(DamagedVersion):
        etl.rollback(first.stem, town.warehouse)
    ended, told = say(town, capsys, "rollback", first.stem)
    assert ended == PROBLEMS and "已损坏" in told
    assert (town.warehouse / POINTER).read_bytes() == before


def test_history_has_a_line_for_a_file_that_cannot_be_read(town, capsys):
    first = published_file(town)
    add_event(town, 1)
    tear(first, 0)
    ended, told = say(town, capsys, "history")
    assert ended == OK and f"版本 {first.stem} 的文件已损坏，看不到它的装载历史。" in told
    published_file(town).unlink()
    assert "不在了" in say(town, capsys, "history")[1]


def test_check_says_which_registers_it_used_instead_of_damaged_ones(town, tmp_path, capsys):
    form = write_csv(tmp_path / "grid_events.csv", [EVENT_HEADERS, ("W1", "塘后第一网格", *EVENTS[1][2:])])
    assert "名录核对" not in say(town, capsys, "check", str(form))[1]
    first = published_file(town)
    second = add_event(town, 1)
    tear(town.warehouse / f"{second}.duckdb", 100_000)
    ended, told = say(town, capsys, "check", str(form))
    assert ended == OK and f"这次按版本 {first.stem} 的名录核对" in told
    tear(first, 100_000)
    ended, told = say(town, capsys, "check", str(form))
    assert ended == OK and "这次按公开文件中的名录核对" in told


def test_a_correction_stays_the_later_one_when_the_version_is_built_again(town):
    """The order of receipt is known to the note beside the file, not to the times of the forms."""
    received = town.data / "received"
    wrong = write_csv(received / "a.csv", [EVENT_HEADERS, ("E1", *EVENTS[1][1:-1], "7")])
    assert town.build().published
    right = write_csv(received / "b.csv", [EVENT_HEADERS, ("E1", *EVENTS[1][1:-1], "3")])
    os.utime(right, (1, 1))
    assert town.build(keep=1).published
    reopened = "SELECT DISTINCT reopened_count FROM core.grid_events WHERE event_id = 'E1' AND origin = 'reported'"
    assert town.query(reopened) == [(3,)]
    tear(published_file(town), 0)
    assert town.build().damage
    assert town.query(reopened) == [(3,)]
    assert wrong.is_file()


def test_the_seal_is_the_checksum_of_the_file(town):
    file = published_file(town)
    note = json.loads(file.with_name(f"{file.name}{NOTE}").read_text(encoding="utf-8"))
    assert note["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    assert note["bytes"] == file.stat().st_size
    assert {load["file"] for load in note["loads"]} >= {"published/areas.csv", "demo/grid_events.csv"}
