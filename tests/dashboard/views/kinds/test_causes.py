"""What made a sum change: the parts and what is left are the whole change, to the figure, or it is said why not."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import children, outermost
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell
from dashboard.metrics.selection import Selection
from dashboard.views.kinds.causes import MOST_CAUSES, REST_KEY, Part, Sides, causes_of, why_no_causes
from dashboard.views.kinds.causes_views import area_causes, causes_view, part_causes

OUTPUT = METRICS["gross_output"]
MAY = Selection("D", "2024-05", "previous")


def sides(then, now, *, quarters=(1, 1)):
    cells = [
        Cell("D", period, "", value, base_periods=count)
        for period, value, count in zip(("2024Q1", "2024Q2"), (then, now), quarters, strict=True)
    ]
    return Sides(*cells, "环比", "行业")


def steps(view):
    return [(step.name, step.value, step.is_total) for step in view.chart.steps]


def test_what_rose_comes_first_then_what_fell_then_what_is_left():
    parts = [
        Part("甲", "甲", 100, 90),
        Part("乙", "乙", 10, 40),
        Part("丙", "丙", 20, 25),
        Part("丁", "丁", Absence.NOT_DISCLOSED, 30),
        Part("戊", "戊", 5, Absence.NOT_DISCLOSED),
    ]
    # 200 → 240 is +40; 30 + 5 − 10 are told, 15 is of the two that may not be shown.
    assert causes_of(OUTPUT, 40, parts) == (
        ("乙", "乙", 30),
        ("丙", "丙", 5),
        ("甲", "甲", -10),
        (REST_KEY, "其余（含不公开）", 15),
    )


def test_parts_that_are_all_known_leave_nothing():
    assert causes_of(OUTPUT, 3, [Part("甲", "甲", 1, 2), Part("乙", "乙", 1, 3)])[-1] == ("甲", "甲", 1)
    # What is in neither period moved nothing.
    gone = Part("丙", "丙", Absence.NOT_IN_PERIOD, Absence.NOT_IN_PERIOD)
    assert len(causes_of(OUTPUT, 1, [Part("甲", "甲", 1, 2), gone])) == 1


def test_parts_that_did_not_move_made_nothing():
    parts = [Part("甲", "甲", 1, 1), Part("乙", "乙", 2, 2)]
    assert "没有增减" in why_no_causes(OUTPUT, sides(3, 3), parts)


def test_small_parts_are_one_bar_and_the_bars_are_the_whole_change():
    parts = [Part(str(number), str(number), 0, number) for number in range(1, 13)]
    causes = causes_of(OUTPUT, 78, parts)
    assert len(causes) == MOST_CAUSES + 1
    assert causes[-1] == (REST_KEY, "其余", 1 + 2 + 3 + 4) and sum(cause.change for cause in causes) == 78


@pytest.mark.parametrize(
    ("name", "two", "parts", "said"),
    [
        ("gross_output", sides(100, Absence.NOT_DISCLOSED), [], "2024年第二季度的总产值不公开"),
        ("gross_output", sides(Absence.NOT_REPORTED, 100), [], "2024年第一季度的总产值未填报"),
        ("gross_output", sides(100, 120, quarters=(4, 3)), [], "不可比：期数不同"),
        ("output_per_mu", sides(1, 2), [], "不能相加"),
        ("industries", sides(1, 2), [], "不能相加"),
        ("gross_output", sides(100, 120), [Part("甲", "甲", Absence.NOT_DISCLOSED, 3)], "不公开"),
    ],
)
def test_where_a_side_is_missing_or_unlike_it_is_said_and_nothing_is_drawn(small, name, two, parts, said):
    assert said in why_no_causes(METRICS[name], two, parts)
    view = causes_view(small, METRICS[name], two, parts, key="one")
    assert view.chart is None and said in view.why and not view.table.rows


def test_events_by_kind_and_by_area(small):
    """April of 甲片区: A1 and A2 安全隐患, A3 环境卫生, all of 甲村; May: A4 安全隐患, A5 环境卫生 of 甲村, A6 环境卫生 of 甲园."""
    view = part_causes(small, "events_accepted", "kind", MAY)
    assert steps(view) == [("环境卫生", 1, False), ("安全隐患", -1, False), ("合计", 0, True)]
    assert view.finding == "受理事件环比持平，环境卫生增1件最多，安全隐患减1件最多"
    assert [tuple(row) for row in view.table.rows][-1] == ("合计", 3, 3, 0)
    view = area_causes(small, "events_accepted", outermost(children(small, "D", "三区单元")), MAY)
    assert steps(view) == [("甲园", 1, False), ("甲村", -1, False), ("合计", 0, True)]


def test_nothing_is_told_apart_where_nothing_is_compared(small):
    assert part_causes(small, "events_accepted", "kind", Selection("D", "2024-05", "none")) is None
