import json
import subprocess
import sys

import pytest

from etl.problems import Level
from etl.read import child, files
from etl.read.files import Limits, extract, extract_together, share_out


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
        "child.limit_resources(Limits(memory_bytes=1 << 30)); print(resource.getrlimit(resource.RLIMIT_AS)[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=files.ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) == 1 << 30


def test_the_manifest_is_ascii(form, tmp_path):
    request = {"files": [[str(form), str(tmp_path)]], "limits": {}}
    done = subprocess.run(
        files.COMMAND, input=json.dumps(request).encode(), cwd=files.ROOT, capture_output=True, check=True
    )
    assert done.stdout.isascii()
    assert json.loads(done.stdout)[0]["sheets"][0]["rows"] == 2


def test_a_missing_file_is_the_programs_fault(tmp_path):
    with pytest.raises(FileNotFoundError):
        extract(tmp_path / "无.csv", tmp_path)


@pytest.fixture
def started(monkeypatch):
    """How many files each child that was started had to read."""
    counts = []
    read = files._read

    def counting(paths, *rest):
        counts.append(len(paths))
        return read(paths, *rest)

    monkeypatch.setattr(files, "_read", counting)
    return counts


def some_forms(folder, count: int) -> list:
    paths = [folder / f"{number}.csv" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(f"名称,数量\n塘后村,{number}\n".encode("gbk"))
    return paths


@pytest.mark.parametrize("reader", ["delimited", "workbooks", "old_workbooks", "web_pages", "xml_workbooks"])
def test_the_child_opens_neither_the_database_nor_the_forms(reader):
    """A clerk waits for what a child opens: it needs to know neither what a form is nor where it goes."""
    program = (
        f"import sys, etl.read.child, etl.read.{reader}; "
        "print([name for name in ('duckdb', 'etl.datasets', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=files.ROOT)
    assert done.stdout.strip() == "[]"


def test_several_files_share_one_child(tmp_path, started):
    extracts = extract_together(some_forms(tmp_path, 3), tmp_path)
    assert started == [3]
    assert [found.sheets[0].path.read_text(encoding="utf-8").split(",")[-1].strip() for found in extracts] == list(
        "012"
    )


def test_a_file_with_an_error_is_read_again_alone(tmp_path, started):
    paths = some_forms(tmp_path, 3)
    paths[1].write_bytes(b"")
    extracts = extract_together(paths, tmp_path)
    assert started == [3, 1]
    assert [bool(found.sheets) for found in extracts] == [True, False, True]
    assert "空的" in extracts[1].problems[0].message


# Dies as soon as it is asked for the second form, alone or not.
DIES = """
import json, os, sys
from pathlib import Path
from etl.read import child
request = sys.stdin.buffer.read()
if any(path.endswith("1.csv") for path, _ in json.loads(request)["files"]):
    os.abort()
import io
sys.stdin = type("", (), {"buffer": io.BytesIO(request)})
child.main()
"""


def test_a_file_that_kills_the_child_takes_no_other_down(tmp_path, monkeypatch, started):
    paths = some_forms(tmp_path, 3)
    run_instead(monkeypatch, DIES)
    extracts = extract_together(paths, tmp_path)
    assert started == [3, 1, 1, 1]
    assert [bool(found.sheets) for found in extracts] == [True, False, True]
    assert "读取中途停止" in extracts[1].problems[0].message


def test_files_that_hang_together_are_judged_alone(tmp_path, monkeypatch, started):
    run_instead(monkeypatch, "import time; time.sleep(60)")
    extracts = extract_together(some_forms(tmp_path, 2), tmp_path, Limits(seconds=0.2))
    assert started == [2, 1, 1]
    assert all("读取超过 0.2 秒" in found.problems[0].message for found in extracts)


def test_large_files_are_read_alone_and_first_small_ones_in_equal_groups(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "SMALL_BYTES", 100)
    monkeypatch.setattr(files, "SHARED_FILES", 2)
    paths = [tmp_path / f"{number}.csv" for number in range(6)]
    for path, size in zip(paths, (10, 200, 20, 300, 30, 40), strict=True):
        path.write_bytes(b"x" * size)
    groups = share_out(paths, processors=2)
    assert [[int(path.stem) for path in group] for group in groups] == [[3], [1], [5, 2], [4, 0]]
    assert share_out(paths, processors=1)[2:] == [[paths[5], paths[4], paths[2], paths[0]]]
    assert share_out([], processors=2) == []
