import argparse
import json
import os
import subprocess
import sys
from datetime import UTC, timedelta, timezone
from importlib import import_module

import pytest

import etl
from etl.__main__ import OK, PROBLEMS, ROOMS, USAGE, main
from etl.arguments import parser
from etl.front.places import ROOT
from tests.town import EVENT_HEADERS, EVENTS, write_csv

BEIJING = timezone(timedelta(hours=8))


def run(town, *words: str) -> int:
    return main(["--data", str(town.data), "--warehouse", str(town.warehouse), *words])


def test_build_says_what_it_did(town, capsys):
    assert run(town, "build") == OK
    assert "没有变化" in capsys.readouterr().out
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, ("E9", *EVENTS[1][1:])])
    assert run(town, "build", "--keep", "3") == OK
    assert "已发布版本" in capsys.readouterr().out
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, ("E9", "无此网格", *EVENTS[1][2:])])
    before = town.state()
    assert run(town, "build") == PROBLEMS
    told = capsys.readouterr().out
    assert "received/grid_events.csv B2" in told and "没有发布" in told
    assert town.state() == before


def test_a_refused_build_names_the_files_to_correct_or_to_take_away(town, capsys):
    received = town.data / "received"
    wrong = write_csv(received / "grid_events.csv", [EVENT_HEADERS, ("E9", "无此网格", *EVENTS[1][2:-1], "许多次")])
    write_csv(received / "grid_events_更正.csv", [EVENT_HEADERS, ("E9", *EVENTS[1][1:])])
    (town.data / "demo" / "notes.csv").write_text("一,二\n三,四\n", encoding="utf-8")
    before = town.state()
    assert run(town, "build") == PROBLEMS
    told = capsys.readouterr().out
    ending = told[told.index("没有发布") :].splitlines()
    assert ending[1:3] == ["有错的文件：demo/notes.csv（1 处错误）", "有错的文件：received/grid_events.csv（2 处错误）"]
    assert ending[3].startswith("请改正后覆盖原文件，或把有错的文件移出")
    assert f"{town.data.name}/demo、{town.data.name}/received" in ending[3] and ending[3].endswith("再运行一次。")
    assert town.state() == before
    wrong.unlink()
    (town.data / "demo" / "notes.csv").unlink()
    assert run(town, "build") == OK


def test_a_folder_without_forms_has_no_file_to_take_away(tmp_path, capsys):
    places = ("--data", str(tmp_path / "empty"), "--warehouse", str(tmp_path / "warehouse"))
    assert main([*places, "build"]) == PROBLEMS
    told = capsys.readouterr().out
    assert "没有报表" in told and "有错的文件" not in told


def test_check_tells_problems_as_text_or_json(town, tmp_path, capsys):
    good = write_csv(tmp_path / "grid_events.csv", EVENTS)
    assert run(town, "check", str(good)) == OK
    told = capsys.readouterr().out
    assert "认作“网格事件”，2 行" in told and "没有发现问题" in told
    bad = write_csv(tmp_path / "网格事件.csv", [EVENT_HEADERS, (*EVENTS[1][:7], "许多次")])
    assert run(town, "check", "--json", str(bad)) == PROBLEMS
    told = json.loads(capsys.readouterr().out)
    (problem,), (sheet,) = told["problems"], told["sheets"]
    assert (sheet["rows_in"], sheet["rows_loaded"], sheet["rows_left_out"], sheet["rows_refused"]) == (1, 0, 0, 1)
    assert (problem["file"], problem["cell"], problem["level"]) == (str(bad), "H2", "error")
    assert run(town, "check", str(tmp_path / "missing.csv")) == USAGE


def test_check_tells_the_path_once_and_says_what_it_cannot_recognise(town, tmp_path, capsys):
    bad = write_csv(tmp_path / "网格事件.csv", [EVENT_HEADERS, *(("E9", "无此网格", *EVENTS[1][2:]),) * 2])
    strange = write_csv(tmp_path / "strange.csv", [("一", "二"), ("三", "四")])
    assert run(town, "check", str(bad), str(strange)) == PROBLEMS
    told = capsys.readouterr().out
    assert told.count(str(tmp_path)) == 2
    assert "  认作“网格事件”，2 行。" in told and "  认不出是哪张报表，没有读取。" in told and "认作“”" not in told
    lines = told.splitlines()
    assert lines[0] == str(bad) and lines[2].startswith("【错误】网格事件.csv B2–B3：")
    assert lines[lines.index(str(strange)) + 2].startswith("【错误】strange.csv：认不出")


def test_the_folders_may_be_named_before_or_after_the_command(town, capsys):
    assert main(["history", "--warehouse", str(town.warehouse)]) == OK
    after = capsys.readouterr().out
    assert main(["--warehouse", str(town.warehouse), "history"]) == OK
    assert after == capsys.readouterr().out
    (version,) = etl.history(town.warehouse)
    assert version.version in after


def test_history_tells_the_time_in_beijing(town, capsys):
    (version,) = etl.history(town.warehouse)
    assert run(town, "history") == OK
    assert f"{version.built_at.replace(tzinfo=UTC).astimezone(BEIJING):%Y-%m-%d %H:%M:%S}" in capsys.readouterr().out


def test_history_and_rollback(town, capsys):
    (version,) = etl.history(town.warehouse)
    assert run(town, "history") == OK
    told = capsys.readouterr().out
    assert version.version in told
    assert run(town, "rollback", version.version) == OK
    assert run(town, "rollback", "19990101T000000Z-00000000") == USAGE
    assert version.version in capsys.readouterr().out


def test_templates_and_dictionary_are_written(town, tmp_path, capsys):
    assert run(town, "templates", str(tmp_path / "forms")) == OK
    assert (tmp_path / "forms" / "企业季报.xlsx").is_file()
    assert run(town, "dictionary", str(tmp_path / "docs" / "d.md")) == OK
    assert (tmp_path / "docs" / "d.md").read_text(encoding="utf-8").startswith("# 数据字典")


@pytest.mark.parametrize(
    "words", [[], ["nonsense"], ["build", "--without", "dmeo"], ["build", "--keep", "0"], ["check"]]
)
def test_a_wrong_call_is_usage(words):
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == USAGE


def test_the_environment_says_where_things_lie_and_output_is_utf_8(town):
    environment = os.environ | {
        "SANQU_DATA": str(town.data),
        "SANQU_WAREHOUSE": str(town.warehouse),
        "PYTHONIOENCODING": "ascii",
    }
    ended = subprocess.run([sys.executable, "-m", "etl", "build"], cwd=ROOT, env=environment, capture_output=True)
    assert ended.returncode == OK
    assert "没有变化" in ended.stdout.decode("utf-8")


def test_opening_the_front_door_opens_nothing_else():
    heavy = "{'duckdb', 'openpyxl', 'shapely', 'pandas', 'rich'}"
    program = f"import sys, etl; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT).returncode == 0


def test_every_word_of_the_command_line_is_carried_out_by_a_function_of_its_name():
    [words] = [action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    assert set(words) == set(ROOMS)
    assert all(callable(getattr(import_module(f"etl.commands.{room}"), word)) for word, room in ROOMS.items())
