"""What a headline card says of the change, over the small world."""

from dashboard.metrics.selection import Selection
from dashboard.views.kinds.cards import card


def test_a_running_total_says_what_came_to_it(small):
    found = card(small, "completed_cumulative", Selection("P", "2024Q2"))
    assert (found.figure, found.change, found.tone) == ("49", "本期 增加9人次", "none")  # K3
    assert card(small, "completed_cumulative", Selection("P", "2024Q2", "none")).change == ""


def test_a_small_count_moves_by_so_many(small):
    assert card(small, "enterprises", Selection("D", "2024Q1", "previous")).change == "环比 ▲ 增1家"  # four after three
    assert card(small, "enterprises", Selection("D", "2023Q4", "previous")).change == "环比：未填报"


def test_a_cohort_that_is_not_done_says_why_it_is_not_compared(small):
    found = card(small, "days_to_close", Selection("D", "2024Q2", "previous"))
    assert (found.change, found.tone) == ("环比：未填报", "none")
    found = card(small, "days_to_close", Selection("D", "2024-05", "previous"))
    assert found.change == "环比：不可比"
    assert "只计已办结的事件" in found.note and "近期受理的还在办理，暂不与上一期比。" in found.note


def test_years_of_unlike_length_are_not_compared_on_a_card(small):
    found = card(small, "gross_output", Selection("F", "2024"))
    assert found.change == "同比：不可比" and "与上年同期的期数不同。" in found.note
