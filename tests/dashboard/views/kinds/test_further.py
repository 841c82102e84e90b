"""The table of what a page does not draw, over the small world."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection
from dashboard.views.kinds import further
from dashboard.views.kinds.further import further_finding, further_table


def reading(value, verdict=None):
    return SimpleNamespace(value=value, verdict=verdict)


@pytest.mark.parametrize(
    ("readings", "word", "said"),
    [
        (
            [reading(1.0, "better"), reading(2.0, "worse"), reading(3.0)],
            "同比",
            "另有3项指标，同比1项向好、1项转差，1项不作优劣判断或不可比",
        ),
        ([reading(1.0, "same"), reading(Absence.NOT_REPORTED)], "环比", "另有2项指标，其中1项有数，环比1项持平"),
        ([reading(1.0, "better")], "", "另有1项指标"),
        ([reading(Absence.NOT_REPORTED)], "同比", "另有1项指标，本期都没有数"),
    ],
)
def test_the_title_counts_what_moved_which_way(readings, word, said):
    assert further_finding(readings, word) == said


def test_a_row_tells_figure_earlier_figure_change_and_definition(small):
    _, subtitle, table, footer = further_table(small, ("enterprises", "courses"), Selection("D", "2024Q1", "previous"))
    assert [column.label for column in table.columns] == ["指标", "本期", "比较期", "环比", "口径"]
    assert [column.is_figures for column in table.columns] == [False, True, True, True, False]
    # Four enterprises after three.
    assert table.rows[0][:4] == ("在册企业", "4家", "3家", "增1家")
    assert table.rows[1][1] == "1期"
    assert "企业名录" in footer.source and footer.is_demo
    assert subtitle == "2024年第一季度 · 甲片区"


def test_counts_move_by_so_many_also_from_none(small):
    # E4 settled in the first quarter; nobody had settled or left in the one before.
    names = ("newly_settled", "enterprises_left", "completed_cumulative")
    _, _, table, _ = further_table(small, names, Selection("D", "2024Q1", "previous"))
    assert [row[1:4] for row in table.rows] == [
        ("1家", "0家", "增1家"),
        ("0家", "0家", "持平"),
        ("40人次", "累计数不作环比", "本期增加24人次"),
    ]


def test_what_is_not_compared_says_why(small):
    _, _, table, _ = further_table(small, ("days_to_close",), Selection("D", "2024-05", "previous"))
    assert table.rows[0][3] == "不可比：近期受理的还在办理，暂不与上一期比"
    _, _, table, _ = further_table(small, ("gross_output",), Selection("F", "2024"))
    assert table.rows[0][3] == "不可比：与上年同期的期数不同"


def test_without_a_comparison_there_is_no_column_for_it(small):
    _, _, table, _ = further_table(small, ("employees",), Selection("D", "2024Q1", "none"))
    assert [column.label for column in table.columns] == ["指标", "本期", "口径"]


def test_a_further_metric_stands_in_the_last_table_of_its_theme_alone(monkeypatch):
    found = {name: replace(METRICS[name], is_further=True) for name in ("grid_staff", "residents")}
    monkeypatch.setattr(further, "METRICS", found)
    assert further.further_names(("grid", "patrol")) == ("grid_staff",)
    assert further.further_names(("lists",)) == ()
