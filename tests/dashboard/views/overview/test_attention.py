"""The lines of the attention list: what, where, by when, and where to read on."""

import pytest

from dashboard.metrics.attention import GAPS, LISTED, RULES
from dashboard.metrics.selection import Selection
from dashboard.views.attention.matters import matters
from dashboard.views.overview.attention import attention_items, attention_title, foremost_lines, title_without
from dashboard.views.overview.cases import WORDS, units_named


@pytest.mark.parametrize(
    ("found", "judged", "title"),
    [
        (0, 0, "本期没有可供判断的填报数据"),
        (0, 9, "按现行规则，本期没有需要关注的事项"),
        (3, 9, "需要关注的事项3件"),
        (24, 9, "需要关注的事项24件，先列5件"),
    ],
)
def test_the_title_says_how_many(found, judged, title):
    assert attention_title(found, judged) == title


def test_every_rule_has_its_words():
    assert {rule.name for rule in (*RULES, *GAPS)} == set(WORDS)


def test_a_line_says_what_who_and_when(small):
    title, lines = attention_items(small, Selection("D", "2024Q2"))
    assert title == "需要关注的事项6件，先列5件"
    assert [(line.what, line.state) for line in lines[:2]] == [
        ("甲片区2项议定事项超期未结（截至5月10日）", "超期"),
        ("甲片区需求清单1项到期未办结", "超期"),
    ]
    # D2 is of 乙单位 and D3 of 甲单位; N1, which is late, has no unit.
    assert [line.who for line in lines[:2]] == ["乙单位、甲单位", "各责任单位"]
    assert lines[0].link == "joint_meeting?area=D&period=2024Q2&compare=year_earlier&screen=meeting"
    overdue = lines[2]
    assert (overdue.what, overdue.who, overdue.due, overdue.state) == (
        "甲村2号网格1件事件超期未办结",
        "甲村网格长",
        "已超期17天",
        "超期",
    )
    assert overdue.link == "grid_coverage?area=V2&period=2024Q2&compare=year_earlier&open=ledger&events=late"
    assert overdue.is_demo


@pytest.mark.parametrize("area", ["C", "D", "V", "P"])
@pytest.mark.parametrize("period", ["2024Q2", "2024Q1", "2024"])
def test_the_list_and_its_first_lines_are_in_one_order(small, area, period):
    chosen = Selection(area, period)
    whole = [one.lasting_line for one in matters(small, chosen)]
    _, lines = attention_items(small, chosen)
    places = [whole.index(line) for line in lines]
    assert places == sorted(places) and len(lines) == min(len(whole), LISTED)


def test_a_late_milestone_is_of_the_area_of_its_project(small):
    line = attention_items(small, Selection("D", "2024Q2"))[1][3]
    assert (line.what, line.who, line.state) == ("甲片区1个项目节点到期未完成", "甲园", "超期")
    assert line.link == "assets_projects?area=D&period=2024Q2&compare=year_earlier&open=built"


def test_what_two_districts_sum_up_to_is_not_told_of_the_city(small):
    _, lines = attention_items(small, Selection("C", "2024Q2"))
    assert lines[0].what == "两个片区合计2项议定事项超期未结（截至5月10日）"


def test_lines_of_forms_that_did_not_come(small):
    chosen = Selection("D", "2024Q2", "none")
    assert title_without(small, chosen, ("late_milestones",)) == "需要关注的事项5件"
    lines = [line for line, _ in foremost_lines(small, chosen, without=("late_milestones",))]
    assert [line.what for line in lines[3:]] == [
        "甲园1家企业未报季报（应报4家）",
        "甲村1个网格未报台账（应报2个）",
    ]
    assert {line.state for line in lines[3:]} == {"未填报"}


def test_at_most_two_units_are_named_the_busiest_first():
    assert units_named({"甲": 1, "乙": 3, "丙": 2, "丁": 0}) == "乙、丙等3个单位"
    assert units_named({"甲": 1, "乙": 3, "丙": 2, "丁": 1}) == "乙、丙等4个单位"
    assert units_named({"": 2}) == units_named({}) == "各责任单位"


def test_a_year_counts_reports(small):
    _, lines = attention_items(small, Selection("E", "2024"))
    assert [line.what for line in lines] == ["乙园1家次企业未报季报（应报4家次）"]
