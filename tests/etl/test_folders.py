"""Folders that cannot be used: one Chinese sentence each, no traceback, and the published version as it was."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import etl
from etl.__main__ import PROBLEMS, main
from etl.folders import DATA, TEMPORARY, WAREHOUSE, FolderUnusable, probe, usable
from etl.warehouse.kept_versions import published
from tests.town import EVENT_HEADERS, EVENTS, write_csv

ROOT = Path(__file__).resolve().parents[2]


def say(capsys, data: Path, warehouse: Path, *words: str) -> str:
    """What a command that ends with 1 says; it may be one line only."""
    assert main(["--data", str(data), "--warehouse", str(warehouse), *words]) == PROBLEMS
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    (line,) = captured.err.strip().splitlines()
    return line


@pytest.fixture
def mounted(tmp_path):
    """A way to mount a small disk, which may be made read-only; skips where nobody may mount."""
    mounted = []

    def mount(folder: Path, options: str) -> Path:
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
        try:
            done = subprocess.run(command, capture_output=True).returncode == 0
        except FileNotFoundError:
            done = False
        if not done:
            pytest.skip("mounting a small disk needs root on Linux")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("words", [["build"], ["rollback", "x"]])
def test_a_warehouse_that_is_a_file(town, tmp_path, capsys, words):
    file = tmp_path / "a file"
    file.write_text("x", encoding="utf-8")
    line = say(capsys, town.data, file, *words)
    assert line.startswith(f"{WAREHOUSE}“{file}”不是文件夹，而是一个文件。请移走这个文件") and line.endswith("。")
    assert f"“{file}”不是文件夹" in say(capsys, town.data, file / "below" / "it", *words)
    assert file.read_text(encoding="utf-8") == "x"


def test_a_data_folder_that_is_missing_or_a_file(town, tmp_path, capsys):
    before = town.state()
    assert main(["--data", str(tmp_path / "no"), "--warehouse", str(town.warehouse), "build"]) == PROBLEMS
    told = capsys.readouterr().out
    assert f"{tmp_path / 'no'}：没有这个文件夹，也就没有报表。" in told
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert f"{DATA}“{tmp_path / 'file'}”不是文件夹" in say(capsys, tmp_path / "file", town.warehouse, "build")
    assert town.state() == before


def test_a_full_disk(town, mounted, tmp_path, capsys):
    disk = mounted(tmp_path / "disk", "size=600k")
    line = say(capsys, town.data, disk, "build")
    assert line.startswith(f"{WAREHOUSE}“{disk}”所在的磁盘已满。请清理磁盘")
    assert [path.name for path in disk.iterdir()] == [".build.lock"]


@pytest.mark.parametrize("free_kb", [0, 64, 1024, 3072])
def test_a_disk_that_fills_leaves_the_version_as_it_was(town, mounted, tmp_path, capsys, free_kb):
    disk = mounted(tmp_path / "disk", "size=64m")
    published_before = etl.build(town.data, disk).version
    with (disk / "ballast").open("wb") as stream:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        stream.write(bytes(free - free_kb * 1024))
    rows = ((f"X{number}", *EVENTS[1][1:]) for number in range(20_000))
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, *rows])
    assert "磁盘已满" in say(capsys, town.data, disk, "build")
    assert published(disk).version == published_before
    (disk / "ballast").unlink()
    assert etl.build(town.data, disk).published


def test_a_read_only_disk(town, mounted, tmp_path, capsys):
    disk = mounted(tmp_path / "disk", "size=64m")
    version = etl.build(town.data, disk).version
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert f"{WAREHOUSE}“{disk}”所在的磁盘是只读的" in say(capsys, town.data, disk, "build")
    assert "只读" in say(capsys, town.data, disk, "rollback", version)
    assert "只读" in say(capsys, town.data, disk, "templates", str(disk / "forms"))
    assert main(["--warehouse", str(disk), "verify"]) == 0


def test_a_full_temporary_folder(town, mounted, tmp_path, capsys, monkeypatch):
    disk = mounted(tmp_path / "temporary", "size=256k")
    monkeypatch.setattr("tempfile.tempdir", str(disk))
    rows = ((f"X{number}", *EVENTS[1][1:]) for number in range(20_000))
    form = write_csv(tmp_path / "网格事件.csv", [EVENT_HEADERS, *rows], encoding="gb18030")
    line = say(capsys, town.data, town.warehouse, "check", str(form))
    assert line.startswith(f"{TEMPORARY}“{disk}”所在的磁盘已满。")


def test_a_temporary_folder_that_is_gone(town, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    form = write_csv(tmp_path / "grid_events.csv", EVENTS)
    assert f"{TEMPORARY}“{tmp_path / 'gone'}”不存在" in say(capsys, town.data, town.warehouse, "check", str(form))


def test_no_temporary_folder_at_all(town, tmp_path, capsys, monkeypatch):
    def none() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr("tempfile.gettempdir", none)
    form = write_csv(tmp_path / "grid_events.csv", EVENTS)
    assert "临时文件夹都不存在或不能写入" in say(capsys, town.data, town.warehouse, "check", str(form))


def test_a_limit_on_the_size_of_files(town, tmp_path):
    resource = pytest.importorskip("resource")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    words = ["--data", str(town.data), "--warehouse", str(tmp_path / "new"), "build"]
    ended = subprocess.run(
        [sys.executable, "-m", "etl", *words], cwd=ROOT, capture_output=True, text=True, preexec_fn=limit
    )
    assert ended.returncode == PROBLEMS and "Traceback" not in ended.stderr
    assert ended.stderr.strip().startswith(f"{WAREHOUSE}“{tmp_path / 'new'}”所在的磁盘不允许写这么大的文件。")


@pytest.mark.parametrize("room", ["received", "received/2026/第一季度", "geo"])
def test_a_folder_of_forms_that_cannot_be_listed_is_not_passed_over(town, capsys, monkeypatch, room):
    folder = town.data / room
    folder.mkdir(parents=True, exist_ok=True)
    write_csv(folder / "grid_events.csv", EVENTS)
    scan = os.scandir

    def refuse(path="."):
        if str(path) == str(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    before = town.state()
    assert f"{DATA}“{town.data}”" in (line := say(capsys, town.data, town.warehouse, "build")) and "权限" in line
    assert town.state() == before


def test_a_form_that_another_program_holds_is_named(town, capsys, monkeypatch):
    form = write_csv(town.data / "received" / "grid_events.csv", EVENTS)
    opened = Path.open

    def refuse(path, *arguments, **settings):
        if path == form:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return opened(path, *arguments, **settings)

    monkeypatch.setattr(Path, "open", refuse)
    line = say(capsys, town.data, town.warehouse, "build")
    named = Path("received", "grid_events.csv")
    assert line.startswith(f"{DATA}“{town.data}”中的文件“{named}”没有读写的权限，或正被别的程序占用。请关闭")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.EDQUOT, "x", "/here/a.duckdb"), "配额已用完"),
        (OSError(errno.EROFS, "x", "/here/a.duckdb"), "只读"),
        (OSError(errno.EIO, "x", "/here/a.duckdb"), "读写出错"),
        (duckdb.IOException('IO Error: Could not write file "/here/a.duckdb": No space left on device'), "已满"),
        (duckdb.IOException('IO Error: Cannot open file "/here/a.duckdb": Permission denied'), "权限"),
        (duckdb.OutOfMemoryException("Out of Memory Error: failed to offload data block of size 256.0 KiB"), "已满"),
    ],
)
def test_each_cause_is_told(error, why):
    with pytest.raises(FolderUnusable) as caught, usable({WAREHOUSE: Path("/here"), DATA: Path("/here/data")}):
        raise error
    assert caught.value.message.startswith(f"{WAREHOUSE}“/here”") and why in caught.value.message


@pytest.mark.parametrize(
    "error", [ValueError("x"), duckdb.BinderException("no such column"), OSError(errno.EPIPE, "Broken pipe")]
)
def test_errors_of_the_program_stay_what_they_are(tmp_path, error):
    with pytest.raises(type(error)), usable({WAREHOUSE: tmp_path}):
        raise error


def test_words_of_another_language_are_found_out_by_trying(tmp_path):
    """Windows tells DuckDB its causes in its own language."""
    with (
        pytest.raises(FolderUnusable) as caught,
        usable({DATA: tmp_path, WAREHOUSE: tmp_path / "gone"}),
    ):
        raise duckdb.IOException("IO Error: ???")
    assert caught.value.message.startswith(f"{WAREHOUSE}“{tmp_path / 'gone'}”不存在")
    with pytest.raises(duckdb.IOException), usable({DATA: tmp_path}):
        raise duckdb.IOException("IO Error: ???")


def test_a_probe_leaves_nothing(tmp_path):
    probe(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_warehouse_in_use_is_told(town, capsys, monkeypatch):
    from filelock import FileLock

    monkeypatch.setattr("etl.warehouse.lock.WAIT_SECONDS", 0.1)
    with FileLock(town.warehouse / ".build.lock"):
        line = say(capsys, town.data, town.warehouse, "build")
    assert f"“{town.warehouse}”正被另一个程序使用" in line


def test_a_path_that_the_system_does_not_let_anybody_look_at_is_told(tmp_path):
    """As one below a folder that may not be entered, which is an error to ask about: a name too long stands in for it."""
    hidden = "x" * 300
    with pytest.raises(FolderUnusable) as caught, usable({WAREHOUSE: tmp_path}):
        raise PermissionError(errno.EACCES, "Permission denied", hidden)
    assert "没有读写的权限" in caught.value.message
