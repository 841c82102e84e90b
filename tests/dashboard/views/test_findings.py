"""The sentences in chart titles, worked out by hand, and what they say when there is nothing to say."""

from dataclasses import replace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.text.formats import Change, change
from dashboard.views.findings import (
    bare,
    end_words,
    heat_finding,
    parts_finding,
    parts_trend_finding,
    ranking_finding,
    streak,
    trend_finding,
)

OUTPUT = metric("gross_output")
ON_TIME = metric("on_time_rate")


@pytest.mark.parametrize(
    ("values", "steps"),
    [
        ([1.0, 2.0, 3.0, 4.0], 3),
        ([4.0, 3.0, 2.0], -2),
        ([1.0, 3.0, 2.0], -1),
        ([2.0, 1.0, 2.0, 3.0], 2),
        ([1.0, 1.0], 0),
        ([5.0], 0),
        ([], 0),
        ([1.0, Absence.NOT_REPORTED, 3.0, 4.0], 1),
    ],
)
def test_streak_counts_the_last_steps_in_one_direction(values, steps):
    assert streak(values) == steps


def test_a_trend_says_value_comparison_and_run():
    points = [("2025Q1", 10000.0), ("2025Q2", 11000.0), ("2025Q3", 12000.0), ("2025Q4", 15000.0)]
    moved = change(15000.0, 12000.0, "万元", against="同比")
    steady = replace(OUTPUT, unit="万元", decimals=1, is_seasonal=False)
    assert trend_finding(steady, points, moved) == "2025年第四季度总产值1.5亿元，同比升25.0%，已连续3个季度上升"
    # Output rises from the first to the last quarter of every year.
    said = trend_finding(replace(steady, is_seasonal=True), points, moved)
    assert said == "2025年第四季度总产值1.5亿元，同比升25.0%"
    years = [("2023", 10000.0), ("2024", 11000.0), ("2025", 12000.0), ("2026", 15000.0)]
    assert trend_finding(replace(steady, is_seasonal=True), years, moved).endswith("已连续3年上升")


def test_a_season_against_the_year_before_is_no_run():
    points = [("2025Q1", 10000.0), ("2025Q2", 11000.0), ("2025Q3", 12000.0), ("2025Q4", 15000.0)]
    said = trend_finding(
        replace(OUTPUT, unit="万元", decimals=1, is_seasonal=False),
        points,
        change(15000.0, 16000.0, "万元", against="同比"),
    )
    assert said == "2025年第四季度总产值1.5亿元，同比降6.3%"


def test_a_running_total_says_what_came_to_it_and_no_run():
    points = [("2025Q1", 900.0), ("2025Q2", 1031.0), ("2025Q3", 1157.0), ("2025Q4", 1283.0)]
    came = Change(against="本期", sign="", word="增加", amount="126人次")
    assert (
        trend_finding(metric("completed_cumulative"), points, came)
        == "2025年第四季度累计结业1,283人次，本期增加126人次"
    )


def test_a_unit_is_not_said_twice_and_figures_keep_apart():
    points = [("2025Q4", 126.0)]
    assert trend_finding(metric("completed"), points) == "2025年第四季度结业126人次"
    assert trend_finding(metric("under_35_share"), [("2025Q4", 34.0)]).startswith("2025年第四季度的35岁")


def test_a_unit_of_one_character_stays_in_the_word_before_it():
    assert [bare(metric(name)) for name in ("decisions_open", "completed")] == ["在办事项", "结业"]


def test_a_rate_moves_by_points():
    points = [("2025Q3", 90.0), ("2025Q4", 88.5)]
    assert trend_finding(ON_TIME, points, change(88.5, 90.0, "%", against="环比")).endswith("，环比降1.5个百分点")


def test_a_trend_without_its_last_value_says_why():
    points = [("2025Q3", 1.0), ("2025Q4", Absence.NOT_DISCLOSED)]
    assert trend_finding(OUTPUT, points) == "总产值：2025年第四季度不公开"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("events_accepted", ("最多", "最少")),  # 件
        ("grid_staff", ("最多", "最少")),  # 名
        ("gross_output", ("最高", "最低")),  # 万元
        ("on_time_rate", ("最高", "最低")),  # %
        ("residents_per_staff", ("最高", "最低")),  # 人/名, a mean
    ],
)
def test_what_is_counted_is_many_and_a_value_is_high(name, words):
    assert end_words(metric(name)) == words


def test_a_count_is_most_or_fewest():
    events = metric("events_accepted")
    items = [("甲", 50.0), ("乙", 20.0)]
    assert ranking_finding(events, items) == "受理事件：甲最多（50件），乙最少（20件）"
    rows = [("甲", "2025-06", 50.0), ("乙", "2025-06", 20.0)]
    assert heat_finding(events, rows) == "受理事件以甲2025年6月最多，为50件"
    assert heat_finding(events, [("环境卫生", "甲", 50.0), ("其他", "甲", 2.0)]) == "受理事件以环境卫生·甲最多，为50件"


def test_a_ranking_names_both_ends():
    items = [("塘后村", 93.4), ("仑后村", 81.0), ("宝盖科技园", Absence.NOT_REPORTED)]
    assert ranking_finding(ON_TIME, items) == f"{ON_TIME.label}：塘后村最高（93.4%），仑后村最低（81.0%）"


def test_a_ranking_says_how_many_share_an_end():
    items = [("塘后村", 93.4), ("仑后村", 81.0), ("彭田村", 81.04)]
    assert ranking_finding(ON_TIME, items).endswith("，仑后村、彭田村并列最低（81.0%）")


def test_of_more_than_two_that_share_an_end_the_first_is_named_and_all_are_marked():
    items = [("甲", 100.0), ("乙", 100.0), ("丙", 100.0), ("丁", 50.0)]
    found = ranking_finding(ON_TIME, items)
    assert found == f"{ON_TIME.label}：甲等3个并列最高（100.0%），丁最低（50.0%）"
    assert set(found.named) == {"甲", "乙", "丙", "丁"}


def test_a_ranking_without_difference_says_so():
    assert ranking_finding(ON_TIME, [("塘后村", 100.0), ("仑后村", 100.0)]).startswith(f"{ON_TIME.label}各处相同")


def test_nothing_anywhere_is_no_equality():
    assert ranking_finding(metric("enterprises"), [("甲园", 0.0), ("乙园", 0.0)]) == "在册企业：本期各处都没有"
    assert ranking_finding(ON_TIME, [("甲园", 0.0), ("乙园", 0.0)]).endswith("各处相同，均为0.0%")
    assert parts_finding(OUTPUT, [("服装", 0.0), ("五金", 0.0)]) == "本期没有总产值"


def test_parts_that_moved_alike_are_told_together():
    parties = metric("party_organizations")
    alike = [("非公企业", 4.0, 6.0), ("社会组织", 1.0, 3.0), ("村社区", 3.0, 3.0)]
    assert parts_trend_finding(parties, alike, "同比") == "党组织同比：非公企业等2类各增2个"
    assert parts_trend_finding(parties, [*alike, ("流动", 5.0, 4.0)], "同比").endswith("，流动减1个最多")


def test_a_ranking_without_values_says_why():
    assert ranking_finding(ON_TIME, [("塘后村", Absence.NOT_REPORTED)]) == f"{ON_TIME.label}：未填报"
    assert ranking_finding(ON_TIME, []) == f"{ON_TIME.label}：未填报"


def test_parts_of_a_sum_are_shares():
    parts = [("服装", 60.0), ("五金", 30.0), ("其他", 10.0)]
    assert parts_finding(OUTPUT, parts) == "服装占总产值的60%，居首；其次五金30%"


def test_a_share_is_not_claimed_of_a_sum_that_is_partly_withheld():
    parts = [("服装", 60.0), ("食品", Absence.NOT_DISCLOSED)]
    said = parts_finding(replace(OUTPUT, unit="万元"), parts)
    assert said == "总产值以服装最多，为60万元（另有不公开的部分）"


def test_parts_of_a_rate_are_ranked():
    said = parts_finding(ON_TIME, [("环境卫生", 95.0), ("矛盾纠纷", 80.0)])
    assert "最高" in said and "占" not in said


def test_a_heat_map_points_at_its_worst_cell():
    rows = [("塘后3号网格", "2025-06", 61.0), ("仑后1号网格", "2025-06", 97.0), ("塘后3号网格", "2025-07", 88.0)]
    assert heat_finding(ON_TIME, rows) == f"{ON_TIME.label}以塘后3号网格2025年6月最低，为61.0%"
    alike = [*rows, ("仑后1号网格", "2025-05", 61.04)]
    assert "等2个并列最低" in heat_finding(ON_TIME, alike)


def test_a_sum_of_one_part_is_told_by_its_figure_and_not_as_a_hundred_percent():
    assert parts_finding(OUTPUT, [("服装", 300.0)]) == "总产值300万元，全部为服装"
    assert parts_finding(OUTPUT, [("服装", 300.0), ("五金", 0.0)]) == "总产值300万元，全部为服装"
    silent = [("服装", 300.0), ("五金", Absence.NOT_REPORTED)]
    assert parts_finding(OUTPUT, silent) == "总产值300万元，已上报的全部为服装"
