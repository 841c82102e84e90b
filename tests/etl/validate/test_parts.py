"""Targets of areas that lie in one another: asked for where the inner ones do not add up, and silent where they do."""

import pytest

import etl
from etl.datasets import DATASETS
from etl.problems import Level
from tests.town import write_csv

COLUMNS = ("area_code", "metric", "year", "qualifier", "target_value", "target_unit", "document")
UNITS = {"税收": "万元", "事件按期办结率": "%"}


def fill(town, *rows: tuple, name: str = "年度目标", folder: str = "received") -> None:
    header = [DATASETS["targets"].column_of[column].header for column in COLUMNS]
    filled = [[area, metric, year, "确数", value, UNITS[metric], "通知"] for area, metric, year, value in rows]
    write_csv(town.data / folder / f"{name}.csv", [header, *filled])


def questions(town) -> list:
    return [problem for problem in town.build().problems if problem.level is Level.QUESTION]


@pytest.mark.parametrize(
    "rows",
    [
        [("宝盖片区", "税收", 2025, 300), ("宝盖科技园", "税收", 2025, 180), ("塘后村", "税收", 2025, 120)],
        # Only one place has a part of it, and rates do not add up.
        [("宝盖片区", "税收", 2025, 300), ("宝盖科技园", "税收", 2025, 180)],
        [
            ("宝盖片区", "事件按期办结率", 2025, 95),
            ("宝盖科技园", "事件按期办结率", 2025, 95),
            ("塘后村", "事件按期办结率", 2025, 90),
        ],
        # Of another year.
        [("宝盖片区", "税收", 2024, 300), ("宝盖科技园", "税收", 2025, 180), ("塘后村", "税收", 2025, 100)],
    ],
    ids=["they add up", "one part", "rates", "another year"],
)
def test_nothing_is_asked(town, rows):
    fill(town, *rows)
    assert questions(town) == []


@pytest.mark.parametrize("parts", [(180, 100), (180, 130)])
def test_parts_that_do_not_add_up_are_asked_for_once_and_then_right(town, parts):
    inside = [(place, "税收", 2025, value) for place, value in zip(("宝盖科技园", "塘后村"), parts, strict=True)]
    fill(town, ("宝盖片区", "税收", 2025, 300), *inside)
    (question,) = questions(town)
    assert question.cell == "E2" and f"合计 {sum(parts)}" in question.message and "2 个区域" in question.message
    etl.answer({question.question: "数字无误"}, town.data)
    assert town.build().published


def test_a_part_that_is_more_than_the_whole_is_asked_for(town):
    fill(town, ("宝盖片区", "税收", 2025, 300), ("宝盖科技园", "税收", 2025, 301))
    assert len(questions(town)) == 1


def test_the_whole_may_stand_in_another_file(town):
    fill(town, ("宝盖片区", "税收", 2025, 300), name="年度目标_片区")
    fill(town, ("宝盖科技园", "税收", 2025, 180), ("塘后村", "税收", 2025, 100), name="年度目标_分解")
    assert {question.cell for question in questions(town)} == {"E2"}
