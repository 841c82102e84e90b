"""What a headline card says of the change, over the small world."""

import pytest

from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.render.web.blocks.cards import card_html
from dashboard.tables.targets import progress_of, targets_of
from dashboard.views.changes import between
from dashboard.views.kinds.cards import card
from dashboard.views.targets import standing

# What the overview says of a target in place of its figures, and in which colours.
VERDICTS = {
    "已达年度目标": "better",
    "快于年度进度": "better",
    "好于年度目标": "better",
    "落后于年度进度": "worse",
    "未达年度目标": "worse",
    "与年度进度相当": "same",
    "与年度目标相当": "same",
}


def test_a_running_total_says_what_came_to_it(small):
    found = card(small, "completed_cumulative", Selection("P", "2024Q2"))
    assert (found.figure, found.change, found.tone) == ("49", "本期增加9人次", "none")  # K3
    assert card(small, "completed_cumulative", Selection("P", "2024Q2", "none")).change == ""


def test_a_small_count_moves_by_so_many(small):
    assert card(small, "enterprises", Selection("D", "2024Q1", "previous")).change == "环比 ▲ 增1家"  # four after three


def test_before_the_first_report_of_all_nothing_is_missing(small):
    assert card(small, "enterprises", Selection("D", "2023Q4", "previous")).change == "环比：无更早数据"
    assert card(small, "completed_cumulative", Selection("P", "2023Q4")).change == "较上期：无更早数据"
    # Others had reported by then, the park itself had not.
    assert card(small, "jobs_cumulative", Selection("P", "2024Q2", "previous")).change == "较上期：未填报"


def test_a_cohort_that_is_not_done_says_why_it_is_not_compared(small):
    found = card(small, "days_to_close", Selection("D", "2024Q2", "previous"))
    assert (found.change, found.tone) == ("环比：无更早数据", "none")
    found = card(small, "days_to_close", Selection("D", "2024-05", "previous"))
    assert found.change == "环比：不可比（近期仍在办理）"
    assert "只计已办结的事件" in found.note and "近期受理的还在办理，暂不与上一期比。" in found.note


def test_years_of_unlike_length_are_not_compared_on_a_card(small):
    found = card(small, "gross_output", Selection("F", "2024"))
    assert found.change == "同比：不可比（期数不同）" and "与上年同期的期数不同。" in found.note


@pytest.mark.parametrize(("against", "tone"), [("同比", "better"), ("环比", "none"), ("较上次会议", "none")])
def test_against_a_nearer_period_a_season_is_neither_better_nor_worse(against, tone):
    then, now = (Cell("P", period, "", value) for period, value in (("2024Q4", 100.0), ("2025Q1", 150.0)))
    assert between(metric("gross_output"), now, then, against).tone == tone
    # What is there at the end of a quarter has no season.
    assert between(metric("enterprises"), now, then, against).tone == "better"


def test_of_a_year_to_date_a_flow_is_summed_and_a_stock_is_of_its_end(small):
    """F has E1 alone, which is public: 120 + 130 of 2024Q1 and Q2, and 54 employees at the end."""
    output, staff = (card(small, name, Selection("F", "2024Q1-2")) for name in ("gross_output", "employees"))
    assert (output.label, output.figure, staff.label, staff.figure) == ("总产值", "250", "从业人员（期末）", "54")
    assert "时期：2024年1—6月累计" in output.note and "时期：2024年6月末" in staff.note
    # What came to a running total since the year before is no gain of the period.
    came = card(small, "completed_cumulative", Selection("P", "2024Q1-2"))
    assert came.figure == "49" and not came.change.startswith("本期")


def test_a_card_with_a_target_of_the_year_says_how_far_it_is(demonstration):
    """Whatever 年度目标 tells of the metric stands on its card: what is reached in per cent of the aim, and how it stands."""
    chosen = Selection("350581101901", "2025Q3")
    told = targets_of(demonstration, chosen.area_code, chosen.period)
    cards = {one.metric.name: card(demonstration, one.metric.name, chosen) for one in told}
    goals = {name: one.goal for name, one in cards.items() if one.goal}
    assert goals
    for name, goal in goals.items():
        found = progress_of(demonstration, name, chosen.area_code, chosen.period)
        assert (goal.reached_pct, goal.due_pct) == (found.reached_pct, found.due_pct)
        assert standing(found) in goal.words and "bullet" in card_html(cards[name])
        assert f">{goal.verdict}<" in card_html(cards[name]) and goal.tone == VERDICTS[goal.verdict]
    # 196,920 and 222,344 and 254,981 万元 of three quarters stand beside 102 亿元 of the year, never one quarter alone.
    assert goals["gross_output"].words.startswith("前三季度累计67.4亿元，年度目标至少102")
    assert goals["gross_output"].verdict == "落后于年度进度"
    whole_year = card(demonstration, "gross_output", Selection(chosen.area_code, "2025Q4"))
    assert whole_year.goal and whole_year.goal.verdict == "未达年度目标"
    # 2,330 of 2,568 events that were due in three quarters.
    assert goals["on_time_rate"].words.startswith("前三季度90.7%，年度目标90%")


def test_a_card_without_a_target_has_no_bar(small):
    found = card(small, "events_accepted", Selection("V", "2024Q2"))
    assert found.goal is None and "bullet" not in card_html(found)
