"""Rows and columns of an answer: figures, totals only where they add up, changes, order."""

import pytest

from dashboard.views.explore.pivot import as_table, layout


def test_areas_by_period_with_the_figure_of_the_area_above_as_their_total(ask, rows):
    shown = ask("2023Q4", "2024Q1", metrics="gross_output", areas="D", level="zone")
    assert [column.header for column in as_table(shown.pivot).columns] == [
        "区域",
        "2023年第四季度（万元）",
        "2024年第一季度（万元）",
        "合计（万元）",
    ]
    # E1 alone is in 甲厂 and public: 100 + 120. What is withheld in one quarter is not told by the total of both.
    assert rows(shown) == [
        ("甲园", "不公开", 260, "不公开"),
        ("甲厂", 100, 120, 220),
        ("甲村", "本期无此项", "本期无此项", "本期无此项"),
        ("甲片区合计", "不公开", 260, "不公开"),
    ]


def test_nothing_reported_is_never_a_zero_and_no_total_passes_over_it(ask, rows):
    shown = ask("2024-03", "2024-05", metrics="events_accepted", areas="D", by="kind", level="self")
    assert rows(shown) == [
        ("安全隐患", "未填报", 2, 1, "未填报"),
        ("环境卫生", "未填报", 1, 2, "未填报"),
        ("合计", "未填报", 3, 3, "未填报"),
    ]


def test_what_is_there_at_the_end_of_a_period_does_not_add_up_over_time(ask, rows):
    shown = ask("2023Q4", "2024Q1", metrics="enterprises", areas="D", by="industry", level="self")
    assert rows(shown) == [("服装", 2, 2), ("针织", 1, 2), ("合计", 3, 4)]


def test_ratios_have_no_total(ask):
    shown = ask("2024Q1", "2024Q2", metrics="above_scale_share", areas="D", level="zone")
    assert not any(line.is_total for line in shown.pivot.lines)
    assert not any(column.is_total for column in shown.pivot.columns)


def test_one_ratio_among_the_metrics_takes_the_totals_of_all(ask):
    shown = ask("2024Q1", "2024Q1", metrics="enterprises,above_scale_share", areas="D", level="zone")
    assert not any(line.is_total for line in shown.pivot.lines)


def test_several_areas_have_no_total(ask):
    shown = ask("2024Q1", "2024Q1", metrics="enterprises", areas="D,E", level="zone")
    assert [line.heads[0].label for line in shown.pivot.lines] == ["甲园", "甲厂", "甲村", "乙园"]


def test_rows_are_sorted_by_a_column_totals_stay_below_and_missing_ones_behind(ask, rows):
    high = ask("2024Q1", "2024Q1", metrics="gross_output", areas="D", level="zone", sort="high-0", columns="none")
    assert [row[0] for row in rows(high)] == ["甲园", "甲厂", "甲村", "甲片区合计"]
    low = ask("2024Q1", "2024Q1", metrics="gross_output", areas="D", level="zone", sort="low-0", columns="none")
    assert [row[0] for row in rows(low)] == ["甲厂", "甲园", "甲村", "甲片区合计"]


def test_changes_stand_beside_their_figures(ask, rows):
    shown = ask("2024Q1", "2024Q1", metrics="gross_output", areas="F", level="self", compare="previous")
    assert as_table(shown.pivot).columns[2].header == "甲厂环比" or as_table(shown.pivot).columns[2].header.endswith(
        "环比"
    )
    assert rows(shown)[0][1:] == (120, "+20.0%")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"metrics": "enterprises", "areas": "D", "level": "zone"}, (("area",), "period")),
        ({"metrics": "enterprises", "areas": "D", "level": "self"}, (("period",), None)),
        ({"metrics": "enterprises", "areas": "D", "level": "self", "by": "industry"}, (("part",), "period")),
        ({"metrics": "enterprises,tax", "areas": "D", "level": "zone"}, (("area", "metric"), "period")),
        ({"metrics": "enterprises", "areas": "D", "level": "zone", "by": "industry"}, (("area", "part"), "period")),
        ({"metrics": "enterprises", "areas": "D", "level": "zone", "rows": "period"}, (("period",), "area")),
        ({"metrics": "enterprises", "areas": "D", "level": "zone", "columns": "area"}, (("period",), "area")),
    ],
)
def test_what_is_open_finds_its_side(ask, query, expected):
    assert layout(ask("2023Q4", "2024Q1", **query).answer) == expected


def test_rows_of_several_metrics_say_their_units(ask):
    table = as_table(ask("2023Q4", "2024Q1", metrics="enterprises,tax", areas="F", level="self").pivot)
    assert [column.header for column in table.columns[:2]] == ["指标", "单位"]
    assert [row[:2] for row in table.rows] == [("在册企业", "家"), ("税收", "万元")]
