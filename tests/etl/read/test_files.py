import json
import subprocess
import sys

import pytest

from etl.problems import Level
from etl.read import child, files
from etl.read.files import Limits, extract


@pytest.fixture
def form(tmp_path):
    path = tmp_path / "报表 一.csv"
    path.write_bytes("名称,数量\n塘后村,12\n".encode("gbk"))
    return path


def run_instead(monkeypatch, program: str) -> None:
    monkeypatch.setattr(files, "COMMAND", (sys.executable, "-c", program))


def test_a_file_comes_back_through_the_child(form, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = extract(form, tmp_path)
    (sheet,) = result.sheets
    assert result.problems == ()
    assert sheet.path.read_bytes() == "1,名称,数量\r\n2,塘后村,12\r\n".encode()
    assert sheet.path.is_relative_to(tmp_path)


def test_two_files_of_one_name_do_not_meet(form, tmp_path):
    first, second = extract(form, tmp_path), extract(form, tmp_path)
    assert first.sheets[0].path != second.sheets[0].path


def test_a_refusal_keeps_its_level_and_file(tmp_path):
    (tmp_path / "说明.pdf").write_bytes(b"x")
    (problem,) = extract(tmp_path / "说明.pdf", tmp_path).problems
    assert (problem.file, problem.level) == ("说明.pdf", Level.ERROR)


def test_a_child_that_hangs_is_stopped(form, tmp_path, monkeypatch):
    run_instead(monkeypatch, "import time; time.sleep(60)")
    (problem,) = extract(form, tmp_path, Limits(seconds=0.2)).problems
    assert "读取超过 0.2 秒" in problem.message


def test_a_child_that_crashes_is_a_problem(form, tmp_path, monkeypatch):
    run_instead(monkeypatch, "import os; os.abort()")
    (problem,) = extract(form, tmp_path).problems
    assert "读取中途停止" in problem.message


def test_where_memory_cannot_be_limited_the_message_says_so(form, tmp_path, monkeypatch):
    run_instead(monkeypatch, "raise SystemExit(1)")
    monkeypatch.setattr(files, "UNLIMITED_MEMORY", "（不能限制内存）")
    (problem,) = extract(form, tmp_path).problems
    assert "不能限制内存" in problem.message


def test_running_out_of_memory_is_a_problem(form, tmp_path, monkeypatch):
    def exhaust(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "import_module", exhaust)
    (problem,) = child.read_file(form, tmp_path, Limits()).problems
    assert "内存不足" in problem.message


@pytest.mark.skipif(not child.HAS_RESOURCE, reason="the platform has no resource limits")
def test_the_child_bounds_its_own_memory(form, tmp_path):
    program = (
        "import resource; from etl.read import child; from etl.read.sheets import Limits; "
        "child._limit_resources(Limits(memory_bytes=1 << 30)); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=files.ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) == 1 << 30


def test_the_manifest_is_ascii(form, tmp_path):
    request = {"path": str(form), "work": str(tmp_path), "limits": {}}
    done = subprocess.run(
        files.COMMAND, input=json.dumps(request).encode(), cwd=files.ROOT, capture_output=True, check=True
    )
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["sheets"][0]["rows"] == 2


def test_a_missing_file_is_the_programs_fault(tmp_path):
    with pytest.raises(FileNotFoundError):
        extract(tmp_path / "无.csv", tmp_path)
