"""What the check-up of a computer says of each thing, well or amiss, and what to do."""

import os
import shutil
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from deploy.__main__ import FAULT, OK, main
from deploy.doctor import (
    FONTS,
    State,
    clock_found,
    disk_found,
    fonts_found,
    packages_found,
    place_found,
    port_found,
    python_found,
    readers_found,
)
from deploy.installed import differing, wanted
from deploy.places import PRODUCT, Place, places
from deploy.system_fonts import families, named
from tests.serving import free_port

BEIJING = timezone(timedelta(hours=8))


def test_who_may_sign_in_is_told(tmp_path):
    def found(**settings: str) -> tuple[State, str]:
        one = readers_found(settings, tmp_path)
        return one.state, f"{one.found}{one.remedy}"

    assert found()[0] is State.WELL and "只有本机能打开" in found()[1]
    state, told = found(STREAMLIT_SERVER_ADDRESS="0.0.0.0")
    assert state is State.FAULT and "没有登录" in told
    assert found(SANQU_ACCESS="yes")[0] is State.FAULT
    state, told = found(SANQU_ACCESS="accounts", STREAMLIT_SERVER_ADDRESS="0.0.0.0")
    assert state is State.FAULT and "user add" in told
    (tmp_path / "access").mkdir()
    (tmp_path / "access" / "accounts.json").write_text('{"accounts": [{}, {}]}', encoding="utf-8")
    assert found(SANQU_ACCESS="accounts") == (State.WELL, "用本机账号登录，2 个账号")


def test_it_ends_with_nought_only_where_the_dashboard_can_run(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("deploy.doctor.differing", lambda: ([], 50))
    for name in ("SANQU_DATA", "SANQU_WAREHOUSE", "SANQU_KEPT"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert main(["doctor"]) == OK
    told = capsys.readouterr().out
    for what in (
        "系统",
        "Python",
        "程序组件",
        "字体",
        "LibreOffice",
        "报表文件夹",
        "会议定稿",
        "数据仓库",
        "临时文件夹",
        "磁盘空间",
        "端口",
        "时钟",
        "浏览器",
    ):
        assert f"] {what}" in told
    assert told.endswith("可以运行。\n")
    monkeypatch.setattr("deploy.doctor.differing", lambda: (["duckdb 没有安装"], 50))
    assert main(["doctor"]) == FAULT
    told = capsys.readouterr().out
    assert "[问题] 程序组件：50 个中有 1 个不符：duckdb 没有安装\n        怎么办：" in told
    assert told.endswith("有 1 个问题，解决以后再检查一次。\n")


def test_it_works_where_no_package_is_installed(tmp_path):
    done = subprocess.run(
        [sys.executable, "-S", "-m", "deploy", "doctor"],
        cwd=PRODUCT,
        env=os.environ | {"PYTHONPATH": str(PRODUCT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == FAULT and not done.stderr
    assert "streamlit 没有安装" in done.stdout and "查不了，缺少组件" in done.stdout


@pytest.mark.parametrize(
    ("version", "bits", "state"),
    [
        ((3, 11, 0), 64, State.WELL),
        ((3, 14, 2), 64, State.WELL),
        ((3, 10, 9), 64, State.FAULT),
        ((3, 12, 1), 32, State.FAULT),
    ],
)
def test_python(version, bits, state):
    found = python_found(version, bits)
    assert found.state is state and bool(found.remedy) == found.is_fault


def test_packages_are_compared_with_the_lock():
    assert (
        differing("streamlit==0.1 \\\n    --hash=sha256:00\nno-such-package==1 \\\n")[0][1]
        == "no-such-package 没有安装"
    )
    assert differing("streamlit==0.1 \\\n")[0][0].endswith("，应为 0.1")
    assert packages_found([], 52).state is State.WELL
    newer = "a==1 ; python_full_version < '3.11' \\\n"
    assert wanted(f"{newer}a==2 ; python_full_version >= '3.11' \\\nb==3 ; sys_platform == 'none' \\\nc==4 \\\n") == {
        "a": "2",
        "c": "4",
    }
    assert len(wanted((PRODUCT / "requirements.txt").read_text(encoding="utf-8"))) > 40


def test_fonts():
    [found] = fonts_found(frozenset({names[-1].upper() for names in FONTS.values()}))
    assert found.state is State.WELL
    [found] = fonts_found(frozenset({"SimHei"}))
    assert "小标宋" in found.found and "仿宋" in found.found and "黑体" not in found.found and found.state is State.HINT
    assert fonts_found(None)[0].remedy
    assert named("SimSun & NSimSun (TrueType)") == ["SimSun", "NSimSun"] and named("黑体 (TrueType)") == ["黑体"]
    if shutil.which("fc-list"):
        assert families()


def test_a_folder_that_cannot_be_written_is_named_with_its_setting(tmp_path, monkeypatch):
    fine = Place("报表文件夹", tmp_path / "new" / "deep", "SANQU_DATA")
    assert place_found(fine).state is State.WELL and not fine.folder.exists()
    (tmp_path / "file").write_text("", encoding="utf-8")
    found = place_found(Place("报表文件夹", tmp_path / "file" / "data", "SANQU_DATA"))
    assert found.is_fault and str(tmp_path / "file") in found.found and "SANQU_DATA" in found.remedy

    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert place_found(fine).is_fault


def test_the_folders_are_those_that_the_dashboard_uses(tmp_path):
    from dashboard.metrics.versions import default_folder
    from dashboard.store.place import kept_folder
    from etl.front.places import default_data

    found = places(os.environ)
    assert [place.folder for place in found[:3]] == [default_data(), kept_folder(), default_folder()]
    data, kept, warehouse, _ = places({"SANQU_DATA": str(tmp_path)})
    assert (data.folder, kept.folder, warehouse.folder) == (tmp_path, tmp_path / "kept", PRODUCT / "data" / "warehouse")


@pytest.mark.parametrize(("free", "state"), [(6e9, State.WELL), (2e9, State.HINT), (5e8, State.FAULT)])
def test_disk(free, state):
    assert disk_found(Path("data"), int(free)).state is state


def test_a_port_that_is_taken_is_told():
    port = free_port()
    assert port_found(port).state is State.WELL
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        assert port_found(port).state is State.HINT and "占用" in port_found(port).found


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (datetime(2027, 1, 2, 8, 0, tzinfo=BEIJING), State.WELL),
        (datetime(2027, 1, 2, 8, 0, tzinfo=UTC), State.HINT),
        (datetime(1970, 1, 1, 8, 0, tzinfo=BEIJING), State.FAULT),
        (datetime(2099, 1, 1, 8, 0, tzinfo=BEIJING), State.FAULT),
    ],
)
def test_clock(now, state):
    assert clock_found(now).state is state
