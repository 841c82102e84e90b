"""Which word judges which change: the thresholds worked by hand, on both sides of each."""

import pytest

from dashboard.meeting.report.judging import RULE, overall, slight


@pytest.mark.parametrize(
    ("verb", "size", "word"),
    [
        *(("增长", 0.2, "略增"), ("下降", -0.5, "略降"), ("增长", 0.94, "略增")),
        # What is printed as 1.0% is no less than 1%.
        *(("增长", 0.95, "增长"), ("下降", -1.0, "下降"), ("持平", 0.0, "持平"), ("增加", 0.4, "增加")),
    ],
)
def test_a_change_of_less_than_one_per_cent_is_slight(verb, size, word):
    assert slight(verb, size) == word


@pytest.mark.parametrize(
    ("size", "kind", "word"),
    [
        *((0.2, "relative", "总体保持平稳"), (-0.94, "points", "总体保持平稳"), (0.0, "relative", "总体保持平稳")),
        *((1.0, "relative", "同比有所增长"), (-1.6, "relative", "同比有所下降"), (4.9, "points", "同比有所提高")),
        *((4.96, "relative", "同比增长较多"), (8.0, "points", "同比提高较多"), (-17.0, "relative", "同比下降较多")),
        *((3.0, "absolute", ""), (3.0, "added", "")),
    ],
)
def test_a_theme_is_judged_by_the_printed_change_against_the_year_before(size, kind, word):
    assert overall(size, kind) == word


def test_the_thresholds_are_said():
    assert "不足1%" in RULE and "达到5%" in RULE
