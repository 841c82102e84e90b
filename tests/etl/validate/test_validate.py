"""Rows that read well and still cannot be true: areas of another level, facts that lie in the future."""

from datetime import date

import duckdb
import pytest

import etl
from etl.datasets import DATASETS
from etl.schema import UNITS
from etl.validate.validate import is_after
from tests.town import AREAS, EVENT_HEADERS, write_csv, write_town

COUNTS = ("村（社区）", "统计时点", "住户数（户）", "户籍人口（人）", "常住人口（人）")
TODAY = date(2025, 11, 4)


def problems(tmp_path, name: str, *rows) -> list[tuple[str, str]]:
    """Cell and message of what is wrong with a form, beside the areas of the town."""
    write_csv(tmp_path / "data" / "published" / "areas.csv", AREAS)
    checked = etl.check([write_csv(tmp_path / name, rows)], tmp_path / "data", tmp_path / "warehouse")
    return [(problem.cell, problem.message) for problem in checked.problems]


@pytest.mark.parametrize(("written", "found"), [("宝盖科技园", "园区"), ("石狮市", "市"), ("35058110120601", "网格")])
def test_a_column_of_villages_takes_no_area_of_another_level(tmp_path, written, found):
    rows = (COUNTS, ("塘后村", "2024-12-31", "10", "30", "40"), (written, "2024-12-31", "10", "30", "40"))
    assert problems(tmp_path, "人口与户.csv", *rows) == [
        ("A3", f"“村（社区）”填的“{written}”是{found}，这一列只填村（社区）。")
    ]


@pytest.mark.parametrize("written", ["一、宝盖科技园", "（二）宝盖科技园", "★宝盖科技园", "3.宝盖科技园"])
def test_an_area_of_another_level_is_known_behind_the_number_of_a_list(tmp_path, written):
    rows = (COUNTS, ("塘后村", "2024-12-31", "10", "30", "40"), (written, "2024-12-31", "10", "30", "40"))
    # Beside it a note says what the name was read as.
    told = problems(tmp_path, "人口与户.csv", *rows)
    assert sum(cell == "A3" and "是园区，这一列只填村（社区）" in message for cell, message in told) == 1


def test_two_areas_whose_names_differ_by_an_invisible_character_are_told_of_too(tmp_path):
    twin = ("350581101998", "宝盖科技园\u200b", "三区单元", "园区", "350581101000", "", "", "无")
    write_csv(tmp_path / "data" / "published" / "areas.csv", [*AREAS, twin])
    path = write_csv(tmp_path / "人口与户.csv", [COUNTS, ("宝盖科技园", "2024-12-31", "10", "30", "40")])
    (problem,) = etl.check([path], tmp_path / "data", tmp_path / "warehouse").problems
    assert (problem.cell, problem.message) == ("A2", "“村（社区）”填的“宝盖科技园”是园区，这一列只填村（社区）。")


def test_a_row_that_only_names_what_it_is_of_is_left_out_and_said(tmp_path):
    rows = (COUNTS, ("塘后村", "2024-12-31", "10", "30", "40"), ("塘后村", "2025-06-30", "", "", ""))
    assert problems(tmp_path, "人口与户.csv", *rows) == [("A3", "第 3 行是只有名称、没有填数的行，不作为数据读取。")]
    part = (*rows[:2], ("塘后村", "2025-06-30", "11", "", ""))
    assert {cell for cell, _ in problems(tmp_path, "人口与户.csv", *part)} == {"D3", "E3"}


def test_the_levels_of_a_column_are_all_told(tmp_path):
    ((cell, message),) = problems(
        tmp_path,
        "网格事件.csv",
        EVENT_HEADERS,
        ("E1", "宝盖片区", "安全隐患", "网格员", "2024-11-04 08:00", "2024-11-05 08:00", "", "0"),
        ("E2", "宝盖科技园", "安全隐患", "网格员", "2024-11-04 08:00", "2024-11-05 08:00", "", "0"),
    )
    assert (cell, message) == ("B2", "“网格”填的“宝盖片区”是片区，这一列只填网格、村（社区）、园区、厂区。")


@pytest.mark.parametrize(("written", "near"), [("后塘村", "塘后村"), ("塘后第二网格", None), ("宝盖科技圆", None)])
def test_an_unknown_name_is_likened_to_areas_that_the_column_takes(tmp_path, written, near):
    ((cell, message),) = problems(tmp_path, "人口与户.csv", COUNTS, (written, "2024-12-31", "10", "30", "40"))
    assert cell == "A2" and message == f"“村（社区）”中的“{written}”不在“区域目录”中。" + (
        f"最接近的是“{near}”。" if near else ""
    )


def test_a_fact_of_the_future_is_refused_and_a_deadline_is_not(tmp_path):
    rows = (COUNTS, ("塘后村", "2099-12-31", "10", "30", "40"))
    ((cell, message),) = problems(tmp_path, "人口与户.csv", *rows)
    assert cell == "B2" and message.startswith("“统计时点”是 2099-12-31，晚于今天（")
    deadline = ("E1", "塘后第一网格", "安全隐患", "网格员", "2024-11-04 08:00", "2099-11-05 08:00", "", "0")
    assert problems(tmp_path, "网格事件.csv", EVENT_HEADERS, deadline) == []


@pytest.mark.parametrize(
    ("channel", "cell", "words"),
    [("网格员", "G2", "办结时间早于上报时间"), ("认不出的渠道", "D2", "“上报渠道”")],
)
def test_a_rule_judges_only_rows_of_which_every_cell_is_read(tmp_path, channel, cell, words):
    """The matter is closed before it was reported both times; beside an unread cell that is not told yet."""
    times = ("2024-11-04 08:00", "2024-11-05 08:00", "2024-11-03 08:00")
    row = ("E1", "塘后第一网格", "安全隐患", channel, *times, "0")
    ((found, message),) = problems(tmp_path, "网格事件.csv", EVENT_HEADERS, row)
    assert found == cell and words in message


def test_demonstration_may_lie_after_the_day_of_loading(tmp_path):
    data = write_town(tmp_path / "data")
    rows = (COUNTS, ("塘后村", "2099-12-31", "10", "30", "40"))
    write_csv(data / "demo" / "population.csv", rows)
    assert etl.build(data, tmp_path / "warehouse").problems == []
    write_csv(data / "received" / "population.csv", rows)
    assert [problem.file for problem in etl.build(data, tmp_path / "warehouse").problems] == ["received/population.csv"]


@pytest.mark.parametrize(
    ("dataset", "column", "begun", "not_begun"),
    [
        ("population", "as_of_on", "2025-11-04", "2025-11-05"),
        ("grid_events", "closed_at", "2025-11-04 23:59:00", "2025-11-05 00:00:00"),
        ("civic_points", "month", "2025-11", "2025-12"),
        ("grid_staffing", "quarter", "2025Q4", "2026Q1"),
    ],
)
def test_a_period_that_has_begun_may_be_reported(dataset, column, begun, not_begun):
    declared = DATASETS[dataset].column_of[column]
    with duckdb.connect() as connection:
        found = [
            connection.execute(
                f"SELECT {is_after(declared, TODAY)} FROM (SELECT CAST(? AS {declared.sql_type}) AS {column})", [text]
            ).fetchone()[0]
            for text in (begun, not_begun)
        ]
    assert found == [False, True]


def test_plans_deadlines_and_vague_dates_may_lie_ahead():
    ahead = {
        f"{dataset.name}.{column.name}"
        for dataset in DATASETS.values()
        for column in dataset.columns
        if column.kind in ("date", "instant", "month", "quarter") and not column.is_past
    }
    assert ahead == {
        "decision_updates.next_due_on",
        "decisions.due_on",
        "decisions.original_due_on",
        "grid_events.due_at",
        "list_items.due_on",
        "meetings.named_quarter",
        "projects.planned_on",
    }


def test_every_reported_form_says_what_its_areas_may_be():
    free = {
        dataset.name
        for dataset in DATASETS.values()
        for column in dataset.columns
        if column.references == "areas.area_code" and not column.area_levels
    }
    assert free == {"aliases", "areas", "coordination_bodies", "party_liaison", "published_events", "published_facts"}
    assert DATASETS["assets"].column_of["area_code"].area_levels == UNITS


def test_a_telephone_in_a_column_of_money_is_not_quoted(tmp_path):
    """Made up: no number of anybody's, and too large beside its peers."""
    head = ("村（社区）", "统计时点", "住户数（户）", "户籍人口（人）", "常住人口（人）")
    rows = [("塘后村", "2024-12-31", "10", "30", "13000000000")]
    said = problems(tmp_path, "人口与户.csv", head, *rows)
    assert said
    assert not [message for _, message in said if "13000000000" in message.replace(",", "")]
