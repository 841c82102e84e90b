import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

import etl
from etl.__main__ import main
from etl.watch import Watcher
from tests.town import ENTERPRISE_HEADERS, QUARTER_HEADERS, write_csv

GOOD = (QUARTER_HEADERS, ("Q001", "2024Q4", "1300", "30", "88"))
BAD = (QUARTER_HEADERS, ("Q009", "2024Q4", "1300", "30", "88"))


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Dropped:
    """A folder that is watched by a clock of the test's own."""

    def __init__(self, folder: Path, town) -> None:
        folder.mkdir()
        self.folder, self.town, self.clock, self.said = folder, town, Clock(), []
        self.watcher = self.new_watcher()

    def new_watcher(self) -> Watcher:
        return Watcher(self.folder, self.town.data, self.town.warehouse, 10, self.said.append, self.clock)

    def after(self, seconds: float) -> bool:
        self.clock.now += seconds
        return self.watcher.look()

    def report(self, name: str) -> str:
        return (self.folder / f"{name}.核对结果.txt").read_bytes().decode("utf-8-sig")

    def names(self) -> set[str]:
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}


@pytest.fixture
def dropped(town, tmp_path) -> Dropped:
    return Dropped(tmp_path / "收件", town)


def test_a_file_is_taken_when_it_is_still_and_reported_on(dropped):
    path = write_csv(dropped.folder / "企业季报.csv", GOOD)
    content, about = path.read_bytes(), path.stat()
    assert dropped.after(0) and dropped.after(9)
    assert dropped.names() == {"企业季报.csv"}
    assert not dropped.after(1)
    assert dropped.names() == {"企业季报.csv", "企业季报.csv.核对结果.txt"}
    report = dropped.report("企业季报.csv")
    version = etl.history(dropped.town.warehouse)[0].version
    assert f"结论：已发布为版本 {version}。\r\n" in report
    assert "认作“企业季报”，1 行，采用 1 行" in report and "2 行演示数据不再使用" in report
    # The rows of demonstration in the 片区 of 宝盖 give way.
    assert "企业季报：新增 1 行，改动 0 行，减少 0 行，演示数据让位 2 行。" in report
    assert path.read_bytes() == content and path.stat().st_mtime_ns == about.st_mtime_ns
    assert dropped.town.query("SELECT count(*) FROM core.enterprise_quarters WHERE origin = 'reported'") == [(1,)]


def test_a_file_is_not_read_again_until_it_changes_not_even_by_a_new_watcher(dropped):
    path = write_csv(dropped.folder / "企业季报.csv", BAD)
    dropped.after(0), dropped.after(10)
    (proposal,) = etl.proposals(dropped.town.data, dropped.town.warehouse)
    report = dropped.folder / "企业季报.csv.核对结果.txt"
    report.unlink()
    dropped.watcher = dropped.new_watcher()
    assert not dropped.after(0) and not dropped.after(100)
    assert not report.exists()
    write_csv(path, GOOD)
    assert dropped.after(1)
    assert not dropped.after(10)
    assert "已发布" in dropped.report("企业季报.csv")
    # What was marked in the first is put right in the second.
    assert dropped.names() == {"企业季报.csv", "企业季报.csv.核对结果.txt"}


def test_a_file_that_grows_is_waited_for(dropped):
    path = dropped.folder / "企业季报.csv"
    for rows in (GOOD[:1], GOOD, (*GOOD, ("Q001", "2024Q3", "1290", "30", "88"))):
        write_csv(path, rows)
        assert dropped.after(6)
    assert not dropped.after(10)
    assert "2 行，采用 2 行" in dropped.report("企业季报.csv")


def test_problems_are_reported_and_marked_beside_the_file(dropped):
    write_csv(dropped.folder / "宝盖" / "企业季报.csv", BAD)
    dropped.after(0), dropped.after(10)
    report = dropped.report("宝盖/企业季报.csv")
    assert "结论：有问题，没有发布。" in report and "1. 【错误】A2：" in report and "Q009" in report
    copy = openpyxl.load_workbook(dropped.folder / "宝盖" / "企业季报.csv.核对批注.xlsx")
    assert copy["企业季报"]["A2"].comment and copy["问题清单"]["C2"].value == "A2"
    assert dropped.said[-1].startswith("企业季报.csv：有问题")


def test_files_dropped_together_are_checked_together_and_a_bad_one_does_not_hold_the_others(dropped):
    register = (ENTERPRISE_HEADERS, ("Q009", "某某公司", "", "宝盖科技园", "服装", "是", "否", "内部"))
    write_csv(dropped.folder / "企业名录.csv", register)
    write_csv(dropped.folder / "企业季报.csv", BAD)
    write_csv(dropped.folder / "企业季报_坏.csv", (QUARTER_HEADERS, ("Q001", "某季", "1", "1", "1")))
    dropped.after(0), dropped.after(10)
    assert "已发布" in dropped.report("企业名录.csv") and "已发布" in dropped.report("企业季报.csv")
    assert "没有发布" in dropped.report("企业季报_坏.csv")
    assert dropped.town.query("SELECT enterprise_code FROM core.enterprise_quarters WHERE origin = 'reported'") == [
        ("Q009",)
    ]


def test_an_archive_is_taken_as_its_forms(dropped, tmp_path):
    form = write_csv(tmp_path / "企业季报.csv", GOOD)
    with zipfile.ZipFile(dropped.folder / "报送.zip", "w") as archive:
        archive.write(form, "宝盖/企业季报.csv")
    dropped.after(0), dropped.after(10)
    assert "企业季报.csv 认作“企业季报”" in dropped.report("报送.zip")


def test_what_is_no_sending_is_passed_over(dropped):
    for name in ("~$企业季报.xlsx", ".隐藏.csv", "Thumbs.db", "desktop.ini", "企业季报.xlsx.tmp", "a.csv.crdownload"):
        (dropped.folder / name).write_bytes(b"x")
    assert not dropped.after(0) and not dropped.after(10)
    assert etl.proposals(dropped.town.data, dropped.town.warehouse) == []


def test_locked_and_vanishing_files_are_survived(dropped, monkeypatch):
    locked = write_csv(dropped.folder / "企业季报.csv", GOOD)
    vanishing = write_csv(dropped.folder / "企业季报_走.csv", GOOD)
    dropped.after(0)
    real_open, real_copy = Path.open, shutil.copy2

    def refuses(path, *arguments, **about):
        if path == locked:
            raise PermissionError(13, "used by another process")
        return real_open(path, *arguments, **about)

    def vanishes(source, target):
        Path(source).unlink()
        return real_copy(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuses)
        patched.setattr("etl.proposing.unpack.shutil.copy2", vanishes)
        dropped.after(10)
    assert not vanishing.exists() and dropped.names() == {"企业季报.csv"}
    assert not dropped.after(1)
    assert "已发布" in dropped.report("企业季报.csv")


def test_a_file_that_changes_while_it_is_copied_is_waited_for(dropped, monkeypatch):
    path = write_csv(dropped.folder / "企业季报.csv", GOOD)
    dropped.after(0)
    real_copy = shutil.copy2

    def changes(source, target):
        real_copy(source, target)
        write_csv(Path(source), (*GOOD, ("Q001", "2024Q3", "1290", "30", "88")))
        return target

    with monkeypatch.context() as patched:
        patched.setattr("etl.proposing.unpack.shutil.copy2", changes)
        assert dropped.after(10)
    assert dropped.names() == {path.name}
    assert dropped.after(1)
    assert not dropped.after(10)
    assert "2 行" in dropped.report("企业季报.csv")


def test_a_folder_that_cannot_be_written_does_not_stop_the_watch(dropped, monkeypatch):
    write_csv(dropped.folder / "企业季报.csv", GOOD)
    dropped.after(0)

    def refuses(path, text):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        real = etl.watch.write_whole
        patched.setattr(
            "etl.watch.write_whole",
            lambda path, text: refuses(path, text) if path.parent == dropped.folder else real(path, text),
        )
        assert not dropped.after(10)
    assert "写不进" in dropped.said[0] and "已发布" in dropped.said[1]


@pytest.mark.parametrize(
    ("settings", "said"),
    [("[watch]\npublish = false\n", "还没有发布"), ("[publish]\napproval = true\n", "等待另一人同意")],
)
def test_the_settings_decide_whether_it_publishes(dropped, settings, said):
    (dropped.town.data / "settings.toml").write_text(settings, encoding="utf-8")
    write_csv(dropped.folder / "企业季报.csv", GOOD)
    dropped.after(0), dropped.after(10)
    assert said in dropped.report("企业季报.csv")
    assert len(etl.history(dropped.town.warehouse)) == 1


def test_the_command_watches_once(dropped, capsys):
    write_csv(dropped.folder / "企业季报.csv", GOOD)
    places = ["--data", str(dropped.town.data), "--warehouse", str(dropped.town.warehouse)]
    assert main(["watch", str(dropped.folder), *places, "--every", "0.1", "--still", "0.2", "--once"]) == 0
    assert "企业季报.csv：已发布为版本" in capsys.readouterr().out
    assert main(["watch", str(dropped.folder / "没有"), *places]) == 2
    assert "没有这个文件夹" in capsys.readouterr().err
    (dropped.town.data / "settings.toml").write_text("approval", encoding="utf-8")
    assert main(["watch", str(dropped.folder), *places]) == 1
    assert "设置文件" in capsys.readouterr().err


def test_a_full_disk_is_reported_and_the_watch_goes_on(dropped, monkeypatch):
    write_csv(dropped.folder / "企业季报.csv", GOOD)
    dropped.after(0)

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("etl.proposing.checking.assemble", full)
        assert not dropped.after(10)
    assert "没有完成核对" in dropped.report("企业季报.csv")
    assert len(etl.history(dropped.town.warehouse)) == 1
