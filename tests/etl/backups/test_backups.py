"""A backup comes back byte for byte, with the times of its files; what is no whole backup of ours restores nothing."""

import hashlib
import json
import os
import shutil
import struct
import sys
import zipfile
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

import etl
from dashboard.store.place import kept_folder
from etl.__main__ import OK, PROBLEMS, main
from etl.backups.manifest import FORMAT, NAME
from etl.backups.restoring import is_safe
from etl.front.places import default_data, default_kept


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Path → bytes and time of each file below a folder that a backup holds."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture
def lived_in(town, monkeypatch):
    """A town with everything that a town has, what people made lying in a folder of its own."""
    data, kept = town.data, town.data.parent / "made"
    monkeypatch.setenv("SANQU_KEPT", str(kept))
    for name, content in (
        ("geo/区域.geojson", b"{}"),
        ("content/mechanisms.csv", b"a\r\n"),
        ("received/一季度/表 1.csv", b"\xef\xbb\xbf1"),
        ("answers.csv", b"q,a\n"),
        ("corrections.csv", b""),
        ("settings.toml", b"[publish]\n"),
        ("proposals/one/state.json", b"{}"),
        ("documents/minutes.docx", bytes(range(256)) * 900),
    ):
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)
    os.utime(data / "answers.csv", ns=(1_600_000_000_123_456_700, 1_600_000_000_123_456_700))
    for name in ("frozen/m.json", "prepared/m.json", "views/v.json"):
        (kept / name).parent.mkdir(parents=True, exist_ok=True)
        (kept / name).write_bytes(name.encode())
    (kept / "frozen" / ".lock").write_bytes(b"")
    (data / ".corrections.lock").write_bytes(b"")
    return town


@pytest.fixture
def saved(lived_in, tmp_path):
    """The backup of that town."""
    etl.backup(tmp_path / "backup.zip", lived_in.data, lived_in.warehouse)
    return tmp_path / "backup.zip"


def told(action, *words) -> str:
    with pytest.raises(etl.FolderUnusable) as refused:
        action(*words)
    return refused.value.message


def rewritten(file: Path, target: Path, change) -> Path:
    """The backup with its parts as `change(name, content)` gives them: content, or None to leave it out."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def renamed(file: Path, target: Path, before: str, after: str) -> Path:
    """The backup in which one file has another name, in the manifest too."""
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        manifest = json.loads(old.read(NAME))
        manifest["parts"][after] = manifest["parts"].pop(before)
        for name in old.namelist():
            new.writestr(after if name == before else name, json.dumps(manifest) if name == NAME else old.read(name))
    return target


def test_everything_comes_back_byte_for_byte(lived_in, saved, tmp_path):
    restored = etl.restore(saved, tmp_path / "new" / "data")
    found = contents(tmp_path / "new" / "data")
    kept = {f"kept/{name}": file for name, file in contents(tmp_path / "made").items()}
    published = {f"warehouse/{name}": file for name, file in contents(lived_in.warehouse).items()}
    assert found == contents(lived_in.data) | kept | published and len(kept) == 3 and len(published) == 3
    assert restored.count == len(found)
    if sys.platform != "win32":
        [version] = (tmp_path / "new" / "data" / "warehouse").glob("*.duckdb")
        assert version.stat().st_mode & 0o777 == 0o640


def test_a_restored_town_is_published_and_builds_nothing_anew(town, tmp_path):
    etl.backup(tmp_path / "a.zip", town.data, town.warehouse)
    etl.restore(tmp_path / "a.zip", tmp_path / "r")
    [kept] = etl.verify(tmp_path / "r" / "warehouse")
    assert kept.is_published and kept.found and kept.version == etl.verify(town.warehouse)[0].version
    built = etl.build(tmp_path / "r", tmp_path / "r" / "warehouse")
    assert not built.published and built.version == kept.version


def test_only_the_published_version_is_saved_and_its_absence_is_told(lived_in, tmp_path):
    warehouse = lived_in.warehouse
    assert etl.backup(tmp_path / "a.zip", lived_in.data, warehouse).remark == ""
    [version] = warehouse.glob("*.duckdb")
    version.write_bytes(version.read_bytes()[:-1])
    damaged = etl.backup(tmp_path / "b.zip", lived_in.data, warehouse)
    assert damaged.version == "" and "已损坏，没有放进备份" in damaged.remark
    none = etl.backup(tmp_path / "c.zip", lived_in.data, tmp_path / "nowhere")
    assert none.version == "" and "还没有发布的版本" in none.remark
    etl.restore(tmp_path / "c.zip", tmp_path / "restored")
    assert not (tmp_path / "restored" / "warehouse").exists()


def test_kept_and_warehouse_inside_of_the_data_folder_are_saved_once(lived_in, tmp_path, monkeypatch):
    monkeypatch.delenv("SANQU_KEPT")
    (tmp_path / "made").rename(lived_in.data / "kept")
    lived_in.warehouse.rename(lived_in.data / "warehouse")
    saved = etl.backup(tmp_path / "a.zip", lived_in.data, lived_in.data / "warehouse")
    etl.restore(tmp_path / "a.zip", tmp_path / "restored")
    assert contents(tmp_path / "restored") == contents(lived_in.data) and saved.count == len(contents(lived_in.data))


def test_a_linked_folder_is_followed_once(lived_in, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    (share / "a.csv").write_bytes(b"1")
    try:
        (lived_in.data / "received" / "share").symlink_to(share, target_is_directory=True)
        (share / "round").symlink_to(lived_in.data, target_is_directory=True)
    except OSError:
        pytest.skip("这台电脑不能建立链接")
    etl.backup(tmp_path / "a.zip", lived_in.data, lived_in.warehouse)
    etl.restore(tmp_path / "a.zip", tmp_path / "restored")
    assert (tmp_path / "restored" / "received" / "share" / "a.csv").read_bytes() == b"1"


@pytest.mark.parametrize(
    "inside", ["data/backup.zip", "data/received/backup.zip", "made/backup.zip", "warehouse/b.zip"]
)
def test_a_backup_is_never_saved_into_itself(inside, lived_in, tmp_path):
    before = contents(tmp_path)
    assert "不能写在被备份的文件夹" in told(etl.backup, tmp_path / inside, lived_in.data, lived_in.warehouse)
    assert contents(tmp_path) == before


def test_a_file_that_is_no_backup_is_not_written_over_and_an_earlier_backup_is(lived_in, saved, tmp_path):
    (tmp_path / "report.zip").write_bytes(b"mine")
    assert "没有覆盖" in told(etl.backup, tmp_path / "report.zip", lived_in.data, lived_in.warehouse)
    assert (tmp_path / "report.zip").read_bytes() == b"mine"
    (lived_in.data / "answers.csv").write_bytes(b"new")
    etl.backup(saved, lived_in.data, lived_in.warehouse)
    etl.restore(saved, tmp_path / "restored")
    assert (tmp_path / "restored" / "answers.csv").read_bytes() == b"new"


def test_a_backup_that_breaks_off_leaves_the_earlier_one(lived_in, saved, tmp_path, monkeypatch):
    before = saved.read_bytes()

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("etl.backups.saving._copy", fail)
    assert "磁盘已满" in told(etl.backup, saved, lived_in.data, lived_in.warehouse)
    assert saved.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".backup")] == []


def refused(file: Path, tmp_path: Path) -> str:
    """What is said of a backup that is not restored; nothing may be left of it."""
    before = sorted(path.name for path in tmp_path.iterdir() if path.name != "target")
    message = told(etl.restore, file, tmp_path / "target" / "data")
    assert not (tmp_path / "outside").exists() and not (tmp_path / "target" / "data").exists()
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "target") == before
    assert not (tmp_path / "target").exists() or not list((tmp_path / "target").iterdir())
    return message


def test_a_damaged_backup_restores_nothing(saved, tmp_path):
    """A byte of the zip that no reader looks at may be any other: then all files are as they were saved."""
    whole, broken = saved.read_bytes(), tmp_path / "broken.zip"
    etl.restore(saved, tmp_path / "sound")
    sound, harmless = contents(tmp_path / "sound"), 0
    for place in range(40, len(whole), max(len(whole) // 60, 1)):
        broken.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            etl.restore(broken, tmp_path / "target" / "data")
        except etl.FolderUnusable as error:
            assert "没有还原" in error.message, place
            assert not list((tmp_path / "target").iterdir())
        else:
            assert contents(tmp_path / "target" / "data") == sound, place
            shutil.rmtree(tmp_path / "target" / "data")
            harmless += 1
    assert harmless < 6
    for length in (0, 10, len(whole) // 2, len(whole) - 5):
        broken.write_bytes(whole[:length])
        assert "已损坏" in refused(broken, tmp_path)


def test_a_file_that_is_another_than_was_saved_is_named(saved, tmp_path):
    for other in (b"q,a\nx", b"q,b\n"):
        changed = rewritten(
            saved, tmp_path / "a.zip", lambda name, content, other=other: other if "answers" in name else content
        )
        assert "data/answers.csv" in refused(changed, tmp_path)


def test_a_backup_with_a_file_more_or_less_is_damaged(saved, tmp_path):
    without = rewritten(
        saved, tmp_path / "a.zip", lambda name, content: None if name == "data/answers.csv" else content
    )
    assert "与清单不符" in refused(without, tmp_path)
    with zipfile.ZipFile(saved, "a") as more:
        more.writestr("data/more.csv", b"")
    assert "与清单不符" in refused(saved, tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "data/../outside",
        "../outside",
        "/outside",
        "data//outside",
        "data/./outside",
        "outside",
        "elsewhere/outside",
        "data/",
    ],
)
def test_a_path_that_leads_outside_is_refused(name, saved, tmp_path):
    assert "指向外面的路径" in refused(renamed(saved, tmp_path / "a.zip", "data/answers.csv", name), tmp_path)


def test_what_is_a_path_elsewhere_is_none_here():
    for name in ("data/a\\..\\..\\b", "data/C:b", "data/C:\\b", "data/\\\\host\\b"):
        assert not is_safe(name, PureWindowsPath)
        assert is_safe(name, PurePosixPath)
    assert is_safe("data/received/表 1.csv", PureWindowsPath) and not is_safe("data/a\0b")


def test_two_files_of_one_place_are_refused(saved, tmp_path):
    twice = renamed(saved, tmp_path / "a.zip", "data/answers.csv", "data/kept/frozen/m.json")
    assert "同一个" in refused(twice, tmp_path)


@pytest.mark.parametrize("change", [{"product": "999.0"}, {"format": FORMAT + 1}])
def test_the_backup_of_a_newer_product_is_refused(change, saved, tmp_path):
    def newer(name, content):
        return json.dumps(json.loads(content) | change).encode() if name == NAME else content

    assert "先更新程序" in refused(rewritten(saved, tmp_path / "a.zip", newer), tmp_path)


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b"{}", b'{"kind": "other"}', b'{"kind": "sanqu-backup", "format": "1"}']
)
def test_a_foreign_zip_is_refused(manifest, saved, tmp_path):
    other = rewritten(saved, tmp_path / "a.zip", lambda name, content: manifest if name == NAME else content)
    assert "不是本程序的备份" in refused(other, tmp_path)
    without = rewritten(saved, tmp_path / "b.zip", lambda name, content: None if name == NAME else content)
    assert "不是本程序的备份" in refused(without, tmp_path)


def test_a_backup_larger_than_the_disk_is_refused_before_a_byte_is_written(saved, tmp_path, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1000})())
    assert "磁盘放不下" in refused(saved, tmp_path)


def test_a_size_that_is_not_what_the_zip_says_is_refused(saved, tmp_path):
    """A packed file may become far more than its head says; no more than that is read of it."""
    lying = tmp_path / "a.zip"
    lying.write_bytes(saved.read_bytes().replace(struct.pack("<I", 4), struct.pack("<I", 3)))
    assert "没有还原" in refused(lying, tmp_path)


def test_a_folder_that_holds_something_is_left_alone(saved, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.csv").write_bytes(b"mine")
    assert "不是空文件夹" in told(etl.restore, saved, tmp_path / "full")
    assert "不是空文件夹" in told(etl.restore, saved, saved)
    assert "没有备份文件" in told(etl.restore, tmp_path / "none.zip", tmp_path / "x")
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["a.csv"]
    (tmp_path / "empty").mkdir()
    assert etl.restore(saved, tmp_path / "empty").folder == tmp_path / "empty"


def test_the_commands_say_what_they_did(lived_in, tmp_path, capsys):
    places = ("--data", str(lived_in.data), "--warehouse", str(lived_in.warehouse))
    assert main([*places, "backup", str(tmp_path / "a.zip")]) == OK
    assert f"含版本 {etl.verify(lived_in.warehouse)[0].version}" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "a.zip"), str(tmp_path / "r")]) == OK
    assert "逐个核对无误" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "a.zip"), str(tmp_path / "r")]) == PROBLEMS
    assert "不是空文件夹" in capsys.readouterr().err


def test_what_people_made_is_looked_for_where_the_dashboard_keeps_it(tmp_path, monkeypatch):
    assert default_kept(default_data()) == kept_folder()
    monkeypatch.delenv("SANQU_KEPT")
    assert default_kept(default_data()) == kept_folder()
    monkeypatch.setenv("SANQU_DATA", str(tmp_path))
    assert default_kept(default_data()) == kept_folder() == tmp_path / "kept"


def test_what_is_written_is_what_was_read(saved):
    with zipfile.ZipFile(saved) as zipped:
        manifest = json.loads(zipped.read(NAME))
        for name, part in manifest["parts"].items():
            content = zipped.read(name)
            assert (len(content), hashlib.sha256(content).hexdigest()) == (part["bytes"], part["sha256"])
