import pytest

from etl.datasets import DATASETS
from etl.problems import Level
from etl.validate.layout import Source
from etl.validate.recognise import recognise

QUARTERS = ("企业", "季度", "总产值（万元）", "税收（万元）")


def rows(*lines: tuple) -> list[tuple[int, tuple]]:
    return list(enumerate(lines, start=1))


def test_headers_are_found_under_titles():
    layout, problems = recognise(rows(("石狮市", None), (None, "2024年报表"), QUARTERS, ("Q1",)), Source("x.csv", ""))
    assert problems == []
    assert (layout.dataset.name, layout.header_row, layout.year) == ("enterprise_quarters", 3, 2024)
    assert [(field.column.name, field.index) for field in layout.fields] == [
        ("enterprise_code", 0), ("quarter", 1), ("gross_output_cny_10k", 2), ("tax_cny_10k", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(("times", "place"), [(("本月", "累计"), 2), (("累计", "本月"), 3), (("上年同期", "本期"), 3)])
def test_of_two_columns_under_one_header_that_of_this_time_is_read(times, place):
    header = ("企业", "季度", "总产值（万元）", None, "税收（万元）")
    merged = [(1, 3, 1, 4)]
    layout, problems = recognise(rows(header, (None, None, *times, None), ("Q1",)), Source("x.csv", ""), merged)
    assert problems == [] and layout.last_header_row == 2
    assert {field.column.name: field.index for field in layout.fields}["gross_output_cny_10k"] == place


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_every_form_is_recognised_by_its_headers_alone(dataset):
    for spelled in ("header", "label", "name"):
        header = tuple(getattr(column, spelled) for column in dataset.columns)
        layout, problems = recognise(rows(header), Source("无名.csv", "Sheet1"))
        assert (layout.dataset, problems) == (dataset, [])
        assert [field.column for field in layout.fields] == list(dataset.columns)


@pytest.mark.parametrize("header", ["企 业", "企业名称", "企业编号", "enterprise_code", " 企业* ", "企业（必填）"])
def test_spellings_of_one_header(header):
    layout, problems = recognise(rows((header, *QUARTERS[1:])), Source("企业季报.csv", ""))
    assert layout.fields[0].column.name == "enterprise_code"
    assert problems == []


@pytest.mark.parametrize("name", ["企业季报.csv", "enterprise_quarters.csv", "企业季报2024.csv", "企业季报_彭田.csv"])
def test_the_name_of_the_file_decides(name):
    layout, _ = recognise(rows(("企业", "季度", "税收（万元）"), ("a", "b")), Source(f"received/{name}", ""))
    assert layout.dataset.name == "enterprise_quarters"


@pytest.mark.parametrize(
    ("header", "title", "unit"),
    [
        ("税收（万元）", "", "万元"),
        ("税收(亿元)", "", "亿元"),
        ("税收", "单位：元", "元"),
        ("税收（万元）", "单位：人、万元", "万元"),
        ("税收", "填报单位：某某园区", "万元"),
    ],
)
def test_the_unit_in_force(header, title, unit):
    layout, problems = recognise(rows((title or "表", None), ("企业", "季度", header)), Source("企业季报.csv", ""))
    assert problems == []
    assert layout.fields[-1].unit == unit


def found(*headers: str) -> list[tuple[str, str, Level]]:
    layout, problems = recognise(rows(headers), Source("企业季报.csv", ""))
    assert (layout is None) == any(
        problem.level is Level.ERROR and problem.code != "personal-data" for problem in problems
    )
    return [(problem.cell, problem.message, problem.level) for problem in problems]


def test_a_unit_that_does_not_fit_is_refused():
    ((cell, message, level),) = found("企业", "季度", "税收（吨）")
    assert (cell, level) == ("C1", Level.ERROR) and "万元" in message


def test_a_note_that_contradicts_a_header_is_refused():
    _, (problem,) = recognise(rows(("单位：元", None), ("企业", "季度", "税收（万元）")), Source("企业季报.csv", ""))
    assert (
        (problem.cell, problem.code) == ("C2", "unit-error") and "万元" in problem.message and "元" in problem.message
    )


def test_unknown_columns_are_kept_for_the_rows_to_judge():
    layout, problems = recognise(rows(("企业", "季度", "税收", "税收同比")), Source("企业季报.csv", ""))
    assert problems == []
    assert [(unread.index, unread.header) for unread in layout.unread] == [(3, "税收同比")]


def test_missing_repeated_and_personal_columns_are_refused():
    assert [message for _, message, _ in found("企业", "税收")] == ["缺少必填的列“季度”。"]
    assert [(cell, level) for cell, _, level in found("企业", "季度", "税收", "税收")] == [("C1,D1", Level.ERROR)]
    ((cell, message, _),) = found("企业", "季度", "联系电话")
    assert cell == "C1" and "个人信息" in message


def test_several_missing_columns_are_one_problem():
    _, (problem,) = recognise(rows(("月份", "纠纷类别", "受理件数")), Source("多元调解.csv", ""))
    assert problem.code == "missing-label" and problem.message.count("缺少") == 1
    assert all(f"“{label}（件）”" in problem.message for label in ("结案件数", "调解成功", "移交件数"))


def test_a_personal_number_in_the_title_is_refused():
    # A made-up number.
    _, (problem,) = recognise(rows(("制表 13800000000",), QUARTERS), Source("企业季报.csv", ""))
    assert (problem.cell, problem.level) == ("A1", Level.ERROR)


def test_a_sheet_that_is_no_form_is_named_by_its_first_words():
    layout, (problem,) = recognise(rows(("会议通知", "各单位")), Source("通知.xlsx", "Sheet1"))
    assert layout is None and "会议通知、各单位" in problem.message


def test_all_headers_that_are_read_in_other_words_are_told_in_one_line():
    header = ("村居", "月份", "纠纷类别", "接案件数", "化解办结件数", "调处成功件数", "移交")
    layout, (told,) = recognise(rows(header, ("塘后村", "2026-05", "劳资", "6", "5", "5", "0")), Source("x.xlsx", ""))
    assert layout is not None and (told.level, told.cell, told.count) == (Level.NOTE, "D1,E1,F1", 3)
    assert (
        told.message
        == "“接案件数”读作“受理件数（件）”，“化解办结件数”读作“结案件数（件）”，“调处成功件数”读作“调解成功（件）”。"
    )


def test_of_two_headers_for_one_figure_that_over_words_is_another_column():
    header = ("队伍", "服务地点", "现有队伍（支）", "出队（次）", "受益（人次）")
    title = ("2026年6月服务队工作",)
    layout, problems = recognise(
        rows(title, header, ("青年突击", "塘后村", "2", "7", "150"), ("银龄调解", "仑后村", "1", "5", "23")),
        Source("x.xlsx", ""),
    )
    assert not [one for one in problems if one.level is Level.ERROR]
    assert {field.index: field.column.name for field in layout.fields if field.index >= 0} == {
        0: "kind", 1: "area_code", 2: "teams", 3: "sorties", 4: "served",
    }  # fmt: skip


def test_a_column_of_kinds_is_known_by_what_stands_in_it():
    body = (("义诊", "130", "16"), ("法律", "22", "24"), ("合计", "152", "40"))
    found = rows(("2026年6月服务登记",), ("服务", "人次", "开放（小时）"), *body)
    layout, _ = recognise(found, Source("x.xlsx", "Sheet1"))
    assert [field.column.name for field in layout.fields if field.index >= 0] == ["service", "visits", "opening_hours"]


def test_words_below_a_figure_that_are_no_kinds_do_not_make_it_one():
    found = rows(("2026年6月服务登记",), ("服务", "人次", "开放（小时）"), ("很多", "130", "16"), ("不少", "22", "24"))
    assert recognise(found, Source("x.xlsx", "Sheet1"))[0] is None


def test_a_header_above_the_parts_of_its_columns_is_no_second_table():
    parts = ("走访企业数（家）", "收集诉求（件）", "已办结诉求（件）")
    upper = ("村（园区）", "走访企业情况", None, "诉求办理情况（件）")
    found = rows(("2026年6月入企走访",), upper, ("片区", *parts), ("塘后村", "45", "17", "12"))
    assert not [problem for problem in recognise(found, Source("x.xlsx", "Sheet1"))[1] if problem.code == "table-error"]
