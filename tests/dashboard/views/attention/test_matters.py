"""Every matter with its first day and its days, by hand in the small world, and against the figures elsewhere."""

from datetime import date

import pytest

from dashboard.metrics.areas import areas
from dashboard.metrics.attention import inspect
from dashboard.metrics.selection import Selection, known_periods
from dashboard.views.attention.compared import (
    GOING_ON,
    NEW,
    SOLVED,
    compared,
    earlier_times,
    matters_at,
    times,
)
from dashboard.views.attention.items import items, items_of_unit
from dashboard.views.attention.listed import Chosen, kinds_offered, let_through, matters_listed, units_offered
from dashboard.views.attention.matters import matters
from dashboard.views.attention.notice import notice
from dashboard.views.attention.since import _first, late_decisions, late_needs
from dashboard.views.overview.attention import attention_items

SECOND, FIRST = Selection("D", "2024Q2"), Selection("D", "2024Q1")


def told(warehouse, selection):
    return [
        (one.kind, one.case.area.area_code, one.units, one.first_day, one.days) for one in matters(warehouse, selection)
    ]


def test_a_matter_counts_its_days_from_the_first_day_that_was_missed(small):
    # D2 was due on 20 March and is told of until 10 May; N1 on 31 March, until 20 May; A4 on 4 May, until 20 May, noon.
    assert told(small, SECOND) == [
        ("议定事项超期", "D", ("乙单位", "甲单位"), date(2024, 3, 20), 51),
        ("需求超期", "D", ("责任单位未填报",), date(2024, 3, 31), 50),
        ("事件超期积压", "V2", ("甲村",), date(2024, 5, 4), 17),
        ("项目节点超期", "D", ("甲园",), date(2024, 5, 15), 17),
        ("企业未报季报", "P", ("甲园",), date(2024, 6, 30), 0),
        ("网格未报台账", "V", ("甲村",), date(2024, 6, 30), 0),
    ]


def test_what_is_no_day_counts_from_the_end_of_the_first_period_of_its_run():
    held = {("V2", "2023Q2"), ("V2", "2023Q4"), ("V2", "2024Q1"), ("V2", "2024Q2"), ("V1", "2024Q1")}
    assert _first(held, "V2", "2024Q2") == "2023Q4"
    assert _first(held, "P1", "2024Q2") == "2024Q2"


def test_against_the_quarter_before_some_are_new_some_go_on_some_are_solved(small):
    found = compared(matters(small, SECOND), matters(small, FIRST))
    standing = {(one.matter.kind, one.matter.case.area.area_code): one.standing for one in found}
    assert standing == {
        ("议定事项超期", "D"): GOING_ON,
        ("需求超期", "D"): GOING_ON,
        ("事件超期积压", "V2"): NEW,
        ("项目节点超期", "D"): NEW,
        ("企业未报季报", "P"): NEW,
        ("网格未报台账", "V"): NEW,
        ("网格长缺额", "V2"): SOLVED,
        ("网格超负荷", "V2"): SOLVED,
        ("报表未报送", "P"): SOLVED,
    }
    assert {one.standing for one in compared(matters(small, SECOND), None)} == {""}


def test_the_boxes_let_through_what_they_say(small):
    found = compared(matters(small, SECOND), matters(small, FIRST))
    assert [one.matter.kind for one in let_through(found, Chosen(unit="甲村"))] == [
        "事件超期积压",
        "网格未报台账",
        "网格长缺额",
        "网格超负荷",
    ]
    assert [one.matter.key for one in let_through(found, Chosen(kind="需求超期"))] == ["late_needs-needs_overdue-D"]
    assert {one.standing for one in let_through(found, Chosen(standing=SOLVED))} == {SOLVED}
    assert let_through(found, Chosen(unit="没有这个单位")) == ()
    assert units_offered(found)["甲村"] == "甲村（4）" and kinds_offered(found)[""] == "全部类型"


def test_the_table_says_what_was_found(small):
    found = compared(matters(small, SECOND), matters(small, FIRST))
    title, subtitle, table, footer = matters_listed(small, SECOND, let_through(found, Chosen()), "2024年第一季度末")
    assert title == "需要关注的事项6件，超期4件，最长的已超期51天，新增4件，已解决3件"
    assert subtitle == "2024年第二季度 · 甲片区 · 对照2024年第一季度末"
    assert table.rows[0][0] == GOING_ON and table.rows[-1][0] == SOLVED and len(table.rows) == 9
    assert footer.origins == ("demo",)


def test_who_has_a_matter_has_the_name_that_the_overview_gives(small):
    table = matters_listed(small, SECOND, compared(matters(small, SECOND), None), "")[2]
    listed = {row[1]: row[2] for row in table.rows}
    lines = attention_items(small, SECOND)[1]
    assert {line.what: line.who for line in lines}.items() <= listed.items()
    assert listed["甲村2号网格1件事件超期未办结"] == "甲村网格长"


def test_a_matter_is_taken_apart_into_single_things(small):
    decisions, needs, grid, milestones, *_ = matters(small, SECOND)
    assert [(one.unit, one.due, one.days) for one in items(small, decisions)] == [
        ("乙单位", "2024-03-20", 51),
        ("甲单位", "2024-05-01", 9),
    ]
    assert [(one.code, one.what, one.days) for one in items(small, grid)] == [
        ("A4", "甲村2号网格安全隐患（企业上报）", 17)
    ]
    assert [one.days for one in items(small, needs)] == [50]
    assert [(one.code, one.what, one.unit, one.due, one.days) for one in items(small, milestones)] == [
        ("J3", "丙共建：划线", "甲园", "2024-05-15", 17)
    ]


def test_a_notice_holds_all_that_a_unit_has_and_nothing_of_others(small):
    found = matters(small, SECOND)
    paper = notice(small, SECOND, found, "甲村")
    assert [(one.code, one.days) for one in paper.items] == [("A4", 17), ("", 0)]
    assert "需要关注的事项共2件，其中已超期1件，最长的已超期17天" in paper.lead
    assert [one.unit for one in items_of_unit(small, found, "乙单位")] == ["乙单位"]
    assert notice(small, SECOND, found, "没有这个单位").items == ()


def test_earlier_times_are_the_period_before_and_earlier_meetings(small):
    offered = earlier_times(small, SECOND)
    assert offered["period"].label == "2024年第一季度末"
    assert matters_at(offered["period"]) == matters(small, FIRST)
    assert all(matters_at(one) is not None for one in offered.values())
    assert next(iter(times(small, SECOND))) == "period"


@pytest.mark.parametrize("area", ["350581000000", "350581101901", "350581100901", "35058110120603"])
def test_as_many_matters_are_listed_as_the_overview_counts(demonstration, area):
    for period in known_periods(demonstration)[-3:]:
        selection = Selection(area, period)
        found = matters(demonstration, selection)
        assert len(found) == len(inspect(demonstration, selection).cases)
        title, _ = attention_items(demonstration, selection)
        assert not found or f"需要关注的事项{len(found)}件" in title
        for one in found:
            assert one.since is not None and one.days >= 0 and one.units, one.key
            if one.case.rule.name in ("late_decisions", "late_needs", "overdue"):
                own = items(demonstration, one)
                assert len(own) == one.case.value and max(item.days for item in own) == one.days, one.key


def test_what_is_late_is_as_much_as_its_figure_says(demonstration):
    codes = [code for code, place in areas(demonstration).items() if place.level in ("片区", "三区单元")]
    period = known_periods(demonstration)[-1]
    for code in codes:
        cases = {one.rule.name: one.value for one in inspect(demonstration, Selection(code, period)).cases}
        assert len(late_decisions(demonstration, code, period)) == cases.get("late_decisions", 0)
        assert len(late_needs(demonstration, code, period)) == cases.get("late_needs", 0)
