"""The table of what a page does not draw, over the small world."""

from types import SimpleNamespace

import pytest

from dashboard.figures.absence import Absence
from dashboard.figures.selection import Selection
from dashboard.panels.further import further_finding, further_table


def reading(value, verdict=None):
    return SimpleNamespace(value=value, verdict=verdict)


@pytest.mark.parametrize(
    ("readings", "word", "said"),
    [
        (
            [reading(1.0, "better"), reading(2.0, "worse"), reading(3.0)],
            "同比",
            "另有 3 项指标，同比1 项向好、1 项转差",
        ),
        ([reading(1.0, "same"), reading(Absence.NOT_REPORTED)], "环比", "另有 2 项指标，其中 1 项有数，环比1 项持平"),
        ([reading(1.0, "better")], "", "另有 1 项指标"),
        ([reading(Absence.NOT_REPORTED)], "同比", "另有 1 项指标，本期都没有数"),
    ],
)
def test_the_title_counts_what_moved_which_way(readings, word, said):
    assert further_finding(readings, word) == said


def test_a_row_tells_figure_earlier_figure_change_and_definition(small):
    _, subtitle, table, footer = further_table(small, ("enterprises", "courses"), Selection("D", "2024Q1", "previous"))
    assert [column.label for column in table.columns] == ["指标", "本期", "比较期", "环比", "口径"]
    # Four enterprises after three.
    assert table.rows[0][:4] == ("在册企业", "4家", "3家", "升 33.3%")
    assert table.rows[1][1] == "1期"
    assert "企业名录" in footer.source and footer.is_demo
    assert subtitle == "2024年第一季度 · 甲片区"


def test_without_a_comparison_there_is_no_column_for_it(small):
    _, _, table, _ = further_table(small, ("employees",), Selection("D", "2024Q1", "none"))
    assert [column.label for column in table.columns] == ["指标", "本期", "口径"]
