import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import duckdb
import openpyxl
import pytest

import etl
from etl import assembling
from etl.problems import Level
from etl.warehouse.kept_versions import loads_known, pointed
from etl.warehouse.loads import Status
from tests.town import ENTERPRISE_HEADERS, EVENT_HEADERS, EVENTS, QUARTER_HEADERS, QUARTERS, write_csv

ROOT = Path(__file__).resolve().parents[2]


def event(number: str, **changed: str) -> list[str]:
    row = dict(zip(EVENT_HEADERS, EVENTS[1], strict=True)) | {"事件编号": number} | changed
    return [row[header] for header in EVENT_HEADERS]


def workbook(path: Path, rows: list[list], sheet: str) -> Path:
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def spoil(data: Path) -> dict[str, tuple[str, str, str]]:
    """Write one bad form of each kind; file → (cell, words of the message, words of the remedy)."""
    received = data / "received"

    def events(name: str, *rows: list[str], headers=EVENT_HEADERS) -> None:
        write_csv(received / f"{name}.csv", [headers, *rows])

    events("网格事件_缺列", event("A1")[:6], headers=EVENT_HEADERS[:6])
    events("网格事件_未知网格", event("B1"), event("B2", 网格="塘后第二网格"))
    events("网格事件_选项", event("C1", 事件类别="安全隐串"))
    events("网格事件_重复", event("D1"), event("D2"), event("D1"))
    events("网格事件_日期", event("F1", 上报时间="24-13-1 08:00"))
    events("网格事件_倒置", event("G1", 办结时间="2024-11-03 08:00"))
    events("网格事件_空缺", event("H1", 上报渠道=""))
    events("网格事件_负数", event("I1"), event("I2", **{"重开次数（次）": "-1"}))
    events("网格事件_约数", event("J1", **{"重开次数（次）": "约3"}))
    # A made-up number of an unassigned kind, as a form might carry it by mistake.
    events("网格事件_号码", event("K1"), event("来电13800000000"))
    events("网格事件_联系人", [*event("L1"), "某某"], headers=(*EVENT_HEADERS, "联系人"))
    events("网格事件_重复列", [*event("M1"), "0"], headers=(*EVENT_HEADERS, "重开次数（次）"))
    events("说不清的表", ["1", "2"], headers=("甲", "乙"))
    (received / "坏了.xlsx").write_bytes(b"PK\x03\x04 half a file")
    (received / "网格事件_空.csv").write_bytes(b"")
    (received / "网格事件_引号.csv").write_text(
        ",".join(EVENT_HEADERS) + '\nN1,"35058110191101,安全隐患\n' + "x\n" * 80, encoding="utf-8"
    )
    (received / "照片.jpg").write_bytes(b"\xff\xd8\xff")
    write_csv(
        received / "企业季报_吨.csv",
        [[header.replace("（万元）", "（吨）") for header in QUARTER_HEADERS[:3]], QUARTERS[1][:3]],
    )
    write_csv(
        received / "企业季报_重复.csv",
        [QUARTER_HEADERS, ("一号厂", "2024年第二季度", "1", "0", "1"), ("演示服装一号", "2024Q2", "2", "0", "1")],
    )
    write_csv(received / "企业季报_企业.csv", [QUARTER_HEADERS, ("演示服装一厂", *QUARTERS[1][1:])])
    workbook(
        received / "企业季报_第九.xlsx",
        [["企业季报"], list(QUARTER_HEADERS), ["Q001", "2024年第五季度", 1, 0, 1]],
        "企业季报",
    )
    return {
        "网格事件_缺列.csv": ("", "缺少必填的列“重开次数（次）”", "第 1 行"),
        "网格事件_未知网格.csv": ("B3", "塘后第二网格", "补进“区域目录”"),
        "网格事件_选项.csv": ("C2", "最接近的是“安全隐患”", "环境卫生"),
        "企业季报_重复.csv": ("A2:A3", "企业、季度“一号厂、2024年第二季度”重复出现：A2、A3", "删去或合并"),
        "网格事件_重复.csv": ("A2,A4", "“D1”重复出现：A2、A4", "删去或合并"),
        "网格事件_日期.csv": ("E2", "“24-13-1 08:00”不是时间", "2024-11-04 17:30"),
        "网格事件_倒置.csv": ("G2", "办结时间早于上报时间", "核对"),
        "网格事件_空缺.csv": ("D2", "“上报渠道”没有填写", "补填"),
        "网格事件_负数.csv": ("H3", "-1，小于最小值 0", "核对"),
        "网格事件_约数.csv": ("H2", "“约3”不是准确数", "准确数"),
        "网格事件_号码.csv": ("A3", "手机号", "删去"),
        "网格事件_联系人.csv": ("I1", "“联系人”是个人信息", "删去"),
        "网格事件_重复列.csv": ("H1,I1", "有 2 列都是“重开次数（次）”", "只保留一列"),
        "说不清的表.csv": ("", "认不出是哪张报表", "空白报表"),
        "坏了.xlsx": ("", "", ""),
        "网格事件_空.csv": ("", "", ""),
        "网格事件_引号.csv": ("", "第 2 行", "双引号"),
        "照片.jpg": ("", "", ""),
        "企业季报_吨.csv": ("C1", "不能换算成“万元”", "总产值（万元）"),
        "企业季报_企业.csv": ("A2", "最接近的是“演示服装一号”", "企业名录"),
        "企业季报_第九.xlsx": ("B3", "“2024年第五季度”不是季度", "2024Q3"),
    }


@pytest.fixture(scope="module")
def spoiled(built_town, tmp_path_factory):
    """The town with every bad form at once: what was expected, the result, and the warehouse before and after."""
    folder = tmp_path_factory.mktemp("spoiled")
    shutil.copytree(built_town.data, folder / "data")
    shutil.copytree(built_town.warehouse, folder / "warehouse")
    spoiled_town = type(built_town)(folder / "data", folder / "warehouse")
    expected = spoil(spoiled_town.data)
    before = spoiled_town.state()
    return expected, spoiled_town.build(), before, spoiled_town.state()


def test_bad_forms_leave_the_published_version_as_it_was(spoiled):
    _, result, before, after = spoiled
    assert result.is_refused and not result.published
    assert before == after
    assert result.version in {Path(name).stem for name in before}


def test_every_bad_form_is_named_with_its_cell(spoiled):
    expected, result, _, _ = spoiled
    errors: dict[str, list] = {}
    for problem in result.problems:
        if problem.level is Level.ERROR:
            errors.setdefault(problem.file.removeprefix("received/"), []).append(problem)
    assert set(errors) == set(expected)
    for file, (cell, message, remedy) in expected.items():
        assert any(
            problem.cell == cell and message in problem.message and remedy in problem.remedy for problem in errors[file]
        ), f"{file}: {[str(problem) for problem in errors[file]]}"


def test_a_sound_row_beside_a_bad_one_is_not_blamed(spoiled):
    _, result, _, _ = spoiled
    blamed = [problem.cell for problem in result.problems if problem.file.endswith("未知网格.csv")]
    assert blamed == ["B3"]


def test_names_aliases_and_codes_lead_to_codes(built_town):
    rows = built_town.query("SELECT enterprise_code, area_code FROM core.enterprises ORDER BY 1")
    assert rows == [("Q001", "350581101911"), ("Q002", "350581101911"), ("Q003", "350581100911")]
    assert built_town.query("SELECT parent_code FROM core.areas WHERE name = '塘后第一网格'") == [("350581101206",)]


def test_rows_know_where_they_come_from(built_town):
    assert built_town.query(
        "SELECT origin, file, source_row FROM core.enterprise_quarters JOIN meta.loads USING (load_id, origin) "
        "WHERE enterprise_code = 'Q002'"
    ) == [("demo", "demo/enterprise_quarters.csv", 3)]


def test_a_file_that_lacks_a_row_is_not_published(built_town, tmp_path):
    """Three enterprises were read in; a file with two of them is no version."""
    path = Path(shutil.copy(pointed(built_town.warehouse), tmp_path / "new.duckdb"))
    loads = loads_known(built_town.warehouse)
    assembling._verify(path, loads)
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM core.enterprises WHERE enterprise_code = 'Q003'")
    with pytest.raises(ValueError, match=r"core\.enterprises has 2 rows instead of 3"):
        assembling._verify(path, loads)


def test_building_again_changes_nothing(town):
    before = town.state()
    result = town.build()
    assert (result.published, result.is_refused) == (False, False)
    assert result.version == town.query("SELECT version FROM meta.version")[0][0]
    assert town.state() == before


def test_a_copy_of_a_form_counts_once(town):
    (town.data / "demo" / "again.csv").write_bytes((town.data / "demo" / "grid_events.csv").read_bytes())
    result = town.build()
    assert [load.rows_used for load in result.loads if load.status is Status.UNCHANGED] == [0]
    assert town.query("SELECT count(*) FROM core.grid_events") == [(2,)]


def test_a_corrected_form_replaces_the_earlier_and_history_shows_both(town):
    first = town.data / "received" / "grid_events_11月.csv"
    write_csv(first, [EVENT_HEADERS, event("R1"), event("R2")])
    town.build()
    second = write_csv(
        town.data / "received" / "grid_events_11月更正.csv", [EVENT_HEADERS, event("R2", 上报渠道="企业")]
    )
    os.utime(second, (time.time() - 86400,) * 2)
    result = town.build()
    assert town.query("SELECT event_id, channel FROM core.grid_events WHERE origin = 'reported' ORDER BY 1") == [
        ("R1", "网格员"),
        ("R2", "企业"),
    ]
    used = {load.file: load.rows_used for load in result.loads}
    assert (used["received/grid_events_11月.csv"], used["received/grid_events_11月更正.csv"]) == (1, 1)
    write_csv(second, [EVENT_HEADERS, event("R1"), event("R2", 上报渠道="热线")])
    town.build()
    (current, *_) = etl.history(town.warehouse)
    told = [(load.file, load.status) for load in current.loads if load.file.startswith("received/")]
    assert sorted(told) == [
        ("received/grid_events_11月.csv", Status.REPLACED),
        ("received/grid_events_11月更正.csv", Status.LOADED),
        ("received/grid_events_11月更正.csv", Status.REPLACED),
    ]
    assert len({load.checksum for load in current.loads if load.file.startswith("received/")}) == 3


@pytest.mark.parametrize("again", ["grid_events_11月.csv", "grid_events_11月再报.csv"])
def test_the_first_version_sent_again_after_a_correction_is_a_correction_back(town, again):
    received = town.data / "received"
    write_csv(received / "grid_events_11月.csv", [EVENT_HEADERS, event("R1")])
    town.build()
    first = (received / "grid_events_11月.csv").read_bytes()
    # The correction comes under the first one's name, or beside it.
    corrected = "grid_events_11月.csv" if again == "grid_events_11月.csv" else "grid_events_11月更正.csv"
    write_csv(received / corrected, [EVENT_HEADERS, event("R1", 上报渠道="企业")])
    town.build()
    channel = "SELECT channel FROM core.grid_events WHERE event_id = 'R1'"
    assert town.query(channel) == [("企业",)]
    (received / again).write_bytes(first)
    town.build()
    assert town.query(channel) == [("网格员",)]


def test_a_renamed_form_stays_older_than_its_correction(town):
    received = town.data / "received"
    write_csv(received / "grid_events_11月.csv", [EVENT_HEADERS, event("R1")])
    town.build()
    write_csv(received / "grid_events_更正.csv", [EVENT_HEADERS, event("R1", 上报渠道="企业")])
    town.build()
    (received / "grid_events_11月.csv").rename(received / "grid_events_十一月.csv")
    town.build()
    assert town.query("SELECT channel FROM core.grid_events WHERE event_id = 'R1'") == [("企业",)]


def test_two_files_of_the_same_bytes_are_read_once_and_said(town, tmp_path, capsys):
    from etl.__main__ import main

    first = write_csv(tmp_path / "甲.csv", EVENTS)
    second = tmp_path / "乙.csv"
    second.write_bytes(first.read_bytes())
    main(["--data", str(town.data), "--warehouse", str(town.warehouse), "check", str(first), str(second)])
    told = capsys.readouterr().out
    assert told.count("认作“网格事件”") == 1 and told.count("与另一份文件完全相同，不重复读取") == 1


def test_a_form_that_is_gone_stays_in_history(town):
    (town.data / "demo" / "grid_events.csv").unlink()
    town.build()
    (current, *_) = etl.history(town.warehouse)
    assert [load.status for load in current.loads if load.dataset == "grid_events"] == [Status.WITHDRAWN]
    assert town.query("SELECT count(*) FROM core.grid_events") == [(0,)]


def test_demonstration_gives_way_where_the_town_reports(town):
    # Only 彭田片区 reports: its demonstration enterprise and all that refers to it is left out, 宝盖's stays.
    write_csv(
        town.data / "received" / "企业名录.csv",
        [ENTERPRISE_HEADERS, ("P001", "演示网商一号", "", "网商园", "服装", "否", "否", "内部")],
    )
    result = town.build()
    assert result.published, [str(problem) for problem in result.problems]
    assert town.query("SELECT enterprise_code FROM core.enterprises ORDER BY 1") == [("P001",), ("Q001",), ("Q002",)]
    assert town.query("SELECT enterprise_code FROM core.enterprise_quarters ORDER BY 1") == [("Q001",), ("Q002",)]
    write_csv(
        town.data / "received" / "grid_events.csv",
        [EVENT_HEADERS, event("T1"), event("T2", 网格="塘后村")],
    )
    result = town.build()
    assert town.query("SELECT event_id FROM core.grid_events ORDER BY 1") == [("T1",), ("T2",)]
    assert {load.status for load in result.loads if load.file == "demo/grid_events.csv"} == {Status.DISPLACED}


def test_a_reported_form_may_not_refer_to_what_is_displaced(town):
    write_csv(
        town.data / "received" / "企业名录.csv",
        [ENTERPRISE_HEADERS, ("P001", "演示网商一号", "", "网商园", "服装", "否", "否", "内部")],
    )
    write_csv(town.data / "received" / "企业季报.csv", [QUARTER_HEADERS, QUARTERS[3]])
    (problem,) = [problem for problem in town.build().problems if problem.level is Level.ERROR]
    assert (problem.file, problem.cell) == ("received/企业季报.csv", "A2")


def test_the_reported_row_wins_over_the_published_one(town):
    row = ("350581101206", "塘后村", "三区单元", "社区", "350581101901", "塘后", "", "无")
    from tests.town import AREAS

    write_csv(town.data / "received" / "areas.csv", [AREAS[0], row])
    town.build()
    assert town.query("SELECT aliases, origin FROM core.areas WHERE name = '塘后村'") == [("塘后", "reported")]
    assert town.query("SELECT count(*) FROM core.areas") == [(10,)]


def test_without_demo_leaves_it_out(town):
    assert town.build(without=["demo"]).published
    assert town.query("SELECT count(*) FROM core.enterprises") == [(0,)]
    assert town.query("SELECT without FROM meta.version") == [(["demo"],)]
    with pytest.raises(ValueError, match="unknown origins"):
        town.build(without=["dmeo"])


def test_unusual_spellings_are_read(town):
    write_csv(
        town.data / "received" / "2024年企业季报.csv",
        [
            ("石狮市企业季度报表", "", "", "", ""),
            ("企业名称", "季度", "总产值（亿元）", "税收（万元）", "期末从业人员（人）"),
            ("　一号厂　", "第四季度", "0.5", "１，２３４．５", "1.2万"),
            ("Q002", "2024年四季度", "35万元", "", "87名"),
        ],
    )
    result = town.build()
    assert result.published, [str(problem) for problem in result.problems]
    rows = town.query(
        "SELECT enterprise_code, quarter, gross_output_cny_10k, tax_cny_10k, employees_persons "
        "FROM core.enterprise_quarters WHERE origin = 'reported' ORDER BY 1"
    )
    assert [
        (code, quarter, float(output), tax and float(tax), heads) for code, quarter, output, tax, heads in rows
    ] == [
        ("Q001", "2024Q4", 5000.0, 1234.5, 12000),
        ("Q002", "2024Q4", 35.0, None, 87),
    ]


def test_many_bad_cells_are_counted_not_listed(town):
    rows = [event(f"V{number}", 事件类别="不明") for number in range(5000)]
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, *rows])
    problems = town.build().problems
    assert [(problem.cell, problem.count) for problem in problems] == [("C2:C201", 5000)]


def test_a_register_that_cannot_be_read_is_the_only_one_blamed(town):
    areas = town.data / "published" / "areas.csv"
    areas.write_bytes(areas.read_bytes().replace("区域名称".encode(), "名".encode()))
    problems = [problem for problem in town.build().problems if problem.level is Level.ERROR]
    assert [problem.message for problem in problems] == ["缺少必填的列“区域名称”，而“名”读不进任何一列。"]


def test_an_empty_data_folder_is_a_problem_not_a_crash(tmp_path):
    result = etl.build(tmp_path / "nothing", tmp_path / "warehouse")
    assert result.version is None and "没有报表" in result.problems[0].message


def test_check_uses_the_published_registers_and_publishes_nothing(town, tmp_path):
    before = town.state()
    good = write_csv(tmp_path / "grid_events.csv", [EVENT_HEADERS, event("W1", 网格="塘后第一网格")])
    bad = write_csv(tmp_path / "网格事件2.csv", [EVENT_HEADERS, event("W2", 网格="塘后第三网格")])
    problems = etl.check([good, bad], town.data, town.warehouse).problems
    assert [(problem.file, problem.cell) for problem in problems] == [(str(bad), "B2")]
    assert town.state() == before
    assert etl.check([good], town.data, tmp_path / "no-warehouse").problems == []


def _start_build(town) -> subprocess.Popen:
    command = [sys.executable, "-m", "etl", "--data", str(town.data), "--warehouse", str(town.warehouse), "build"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_a_killed_build_leaves_the_published_version_and_is_swept(town):
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, *(event(f"X{n}") for n in range(30_000))])
    before = town.state()
    child = _start_build(town)
    deadline = time.monotonic() + 60
    while not list(town.warehouse.glob(".building-*/new.duckdb")):
        assert child.poll() is None and time.monotonic() < deadline
        time.sleep(0.01)
    child.kill()
    child.wait()
    assert list(town.warehouse.glob(".building-*"))
    assert {name: content for name, content in _files(town).items() if not name.startswith(".")} == before
    assert town.build().published
    assert not list(town.warehouse.glob(".building-*"))
    assert town.query("SELECT count(*) FROM core.grid_events WHERE origin = 'reported'") == [(30_000,)]


def _files(town) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in town.warehouse.iterdir() if path.is_file()}


def test_of_two_builds_at_once_one_waits_and_finds_nothing_new(town):
    write_csv(town.data / "received" / "grid_events.csv", [EVENT_HEADERS, *(event(f"Y{n}") for n in range(20_000))])
    results = []
    builds = [threading.Thread(target=lambda: results.append(town.build())) for _ in range(2)]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert sorted(result.published for result in results) == [False, True]
    assert len({result.version for result in results}) == 1
    assert not any(result.is_refused for result in results)


def test_explanations_are_not_refused_with_the_form_beside_them(town, tmp_path):
    """A formula that nobody has worked out is wrong in its own sheet alone."""
    book = openpyxl.Workbook()
    for row in (QUARTER_HEADERS, ("Q001", "2024Q3", "=1+1", 30, 88)):
        book.active.append(row)
    book.create_sheet("填表说明").append(["每行是一家企业的一个季度。"])
    book.save(tmp_path / "企业季报.xlsx")
    checked = etl.check([tmp_path / "企业季报.xlsx"], town.data, town.warehouse)
    assert [(load.sheet, str(load.status)) for load in checked.loads] == [
        ("Sheet", "refused"),
        ("填表说明", "left_out"),
    ]
