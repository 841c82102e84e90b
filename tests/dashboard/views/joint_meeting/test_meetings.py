"""What the page of joint meetings says of a meeting and its matters, worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.metrics.selection import Selection
from dashboard.tables.matters import Standing
from dashboard.tables.meetings import Meeting, joint_meetings
from dashboard.tables.milestones import Node
from dashboard.views.joint_meeting.matters import (
    item_row,
    listed,
    placed,
    progress_finding,
    progress_view,
    states_view,
    units_view,
)
from dashboard.views.joint_meeting.meetings import Span, held_until, meeting_names, meeting_words, span
from dashboard.views.joint_meeting.states import items_finding, main_state, state_words

OPEN = Standing(
    decision_id="D",
    meeting_id="M",
    title="协调解决“路灯”",
    task="治理联动",
    area_name="甲村",
    responsible_unit="甲单位",
    help_mode=None,
    decided_on=date(2024, 1, 2),
    due_on=date(2024, 6, 30),
    original_due_on=date(2024, 6, 30),
    plan_changes=0,
    updated_on=date(2024, 5, 1),
    status="推进中",
    progress_pct=30,
    node="方案",
    next_node="施工",
    next_due_on=date(2024, 6, 1),
    note=None,
    closed_on=None,
    is_reopened=False,
    earlier_status="推进中",
    earlier_progress_pct=10,
    is_new=False,
    is_newly_closed=False,
    was_closed=False,
    overdue_days=0,
    is_unmoved=False,
    origin="demo",
    day=date(2024, 6, 25),
    nodes=(
        Node("方案", date(2024, 5, 1), date(2024, 5, 1), date(2024, 5, 1)),
        Node("施工", date(2024, 7, 1), date(2024, 7, 1), None),
    ),
)
LATE_NODE = replace(OPEN, nodes=(Node("施工", date(2024, 6, 1), date(2024, 7, 1), None),))
CLOSED = replace(OPEN, status="已办结", progress_pct=100, closed_on=date(2024, 6, 20), is_newly_closed=True)
STUCK = replace(OPEN, status="受阻", note="缺经费", overdue_days=12, is_unmoved=True, progress_pct=10)
AGAIN = replace(OPEN, is_reopened=True, progress_pct=80, earlier_progress_pct=100, earlier_status="已办结")
NEW = replace(OPEN, status="未启动", progress_pct=0, is_new=True, earlier_status=None, earlier_progress_pct=None)
BETWEEN = Span(date(2024, 3, 20), date(2024, 6, 25), "上次会议", "本次会议")


@pytest.mark.parametrize(
    ("one", "words", "state"),
    [
        (OPEN, "推进中", "正常推进"),
        (CLOSED, "销号（按期）", "销号"),
        (replace(CLOSED, closed_on=date(2024, 7, 2)), "销号（晚2天）", "销号"),
        (STUCK, "受阻、超期12天、无进展", "受阻"),
        (replace(STUCK, status="推进中"), "超期12天、无进展", "超期"),
        (replace(OPEN, is_unmoved=True), "无进展", "无进展"),
        (AGAIN, "重开", "正常推进"),
        (NEW, "新议定", "新议定"),
        (LATE_NODE, "节点滞后24天", "节点滞后"),
        (replace(LATE_NODE, overdue_days=3), "超期3天", "超期"),
        (replace(LATE_NODE, is_unmoved=True), "无进展、节点滞后24天", "无进展"),
    ],
)
def test_the_state_of_a_matter(one, words, state):
    assert (state_words(one), main_state(one)) == (words, state)


def test_a_line_says_who_by_when_from_where_to_where():
    changed = replace(OPEN, due_on=date(2024, 9, 30), plan_changes=1)
    assert item_row(changed) == (
        "协调解决“路灯”（甲村）",
        "甲单位",
        "原定2024-06-30，第1次调整到2024-09-30",
        "10% → 30%",
        "推进中",
        "方案",
        "施工（2024-07-01前）",
    )
    # Moved to a later day that has not come, it is late by the day first promised.
    late = item_row(replace(changed, original_due_on=date(2024, 6, 13), overdue_days=12))
    assert (late[2], late[4]) == ("原定2024-06-13（超期按此计），第1次调整到2024-09-30", "超期12天")
    assert item_row(replace(NEW, node=None, next_node=None))[3:] == ("新 → 0%", "新议定", "尚未填报进展", "")


def test_the_matters_in_one_sentence():
    assert (
        items_finding([OPEN, CLOSED, STUCK, AGAIN])
        == "4项事项，在办3项；销号1项、受阻1项、超期1项（含受阻1项）、无进展1项（含受阻1项）"
    )
    assert items_finding([replace(STUCK, overdue_days=0)]) == "1项事项，在办1项；受阻1项、无进展1项（含受阻1项）"
    assert items_finding([]) == "这段时间没有在办事项"


def test_progress_counts_only_what_was_there_on_both_days():
    assert progress_finding([OPEN, CLOSED, STUCK, AGAIN]) == "结转的4项事项，2项有进展，1项进度没有变化，1项退回"
    view = progress_view([OPEN, NEW], BETWEEN)
    assert view.finding == "结转的1项事项，1项有进展" and len(view.table.rows) == 1
    none = progress_view([NEW], BETWEEN, "甲村")
    assert none.finding == "没有可以前后对照的事项" and none.measured.endswith(" · 甲村")
    assert none.why.startswith("甲村在") and "0项" in none.why


def test_every_matter_counts_once():
    view = states_view([OPEN, CLOSED, STUCK, NEW], BETWEEN)
    assert view.finding == "在办3项，1项受阻、超期、无进展或节点滞后"
    # What counts for a more urgent state is no part of the others, and their labels say so.
    assert dict(view.table.rows) == {
        "受阻": 1,
        "超期（不含受阻）": 0,
        "无进展（不含受阻、超期）": 0,
        "节点滞后（期限未到）": 0,
        "正常推进": 1,
        "新议定": 1,
        "销号": 1,
    }


def test_a_place_without_any_matter_says_so_and_draws_nothing():
    view = states_view([], BETWEEN, "甲村")
    assert not view.table.rows and view.why.startswith("甲村从") and view.why.endswith("列入办理的议定事项0项。")


def test_no_unit_is_listed_where_a_place_has_nothing_to_do(small):
    # D1 was closed on 2024-02-10 and D3 decided on 04-04; of the grid V1 no matter was ever decided.
    assert units_view(small, Selection("P", "2024Q1")).why == "甲园在办0项，没有责任单位可以列出。"
    assert units_view(small, Selection("V1", "2024Q1")).why == ""


def test_a_meeting_in_words():
    meeting = Meeting(
        meeting_id="M",
        area_code="D",
        area_name="甲片区",
        kind="联席会议",
        named_quarter="2025Q2",
        held_on=date(2025, 7, 4),
        days_after_quarter=4,
        units_expected=20,
        units_present=18,
        topics=5,
        decisions=4,
        decisions_listed=4,
        minutes_on=None,
        note=None,
        origin="demo",
    )
    words = dict(meeting_words(meeting))
    assert words["召开"] == "2025-07-04，晚于季度末4天"
    assert words["出席"] == "应到20家，实到18家，出席率90.0%"
    assert (words["纪要"], words["议定"]) == ("未上报", "4项")
    assert dict(meeting_words(replace(meeting, units_present=None, topics=None, days_after_quarter=-3))) | {
        "说明": ""
    } == {
        "召开": "2025-07-04",
        "出席": "未填报",
        "议题": "未填报",
        "议定": "4项",
        "纪要": "未上报",
        "说明": "",
    }


def test_meetings_to_choose_from_name_the_district_where_there_are_several(small):
    names = meeting_names(joint_meetings(small, "D"))
    assert names["M2"] == "2024年第一季度联席会议（2024-04-04）"
    assert meeting_names(joint_meetings(small, "T"))["M4"] == "乙片区 · 2023年第四季度联席会议（2023-12-28）"


def test_the_days_compared(small):
    held = held_until(small, "D", "2024Q1")
    assert [one.meeting_id for one in held] == ["M2", "M1"]  # M3 is named after a later quarter
    assert [one.meeting_id for one in held_until(small, "D", "2024")] == ["M3", "M2", "M1"]
    before = span(small, held, "M2", "meeting")
    assert (before.since, before.day) == (date(2023, 12, 20), date(2024, 4, 4))
    after = span(small, held, "M2", "since")
    assert (after.since, after.day) == (date(2024, 4, 4), date(2024, 5, 10))
    # What a first meeting decides is new on its day: it is not held against itself.
    first = span(small, held, "M1", "meeting")
    assert (first.since, first.day) == (date(2023, 12, 19), date(2023, 12, 20))
    assert (before.since_label, first.since_label) == ("上次会议", "会前")


def test_what_was_closed_before_is_no_longer_listed(small):
    found = listed(small, "D", Span(date(2024, 4, 4), date(2024, 5, 10), "本次会议", "最新"))
    assert [one.decision_id for one in found] == ["D2", "D3", "D4"]  # D1 was closed in February


def test_the_latest_state_is_that_of_the_data_however_early_the_meeting_was(small):
    held = held_until(small, "D", "2023Q4")
    assert span(small, held, "M1", "since").day == date(2024, 5, 10)


def test_matters_of_one_title_are_told_apart_by_their_place():
    here, there = replace(OPEN, title="内沟清淤", area_name="甲村"), replace(OPEN, title="内沟清淤", area_name="乙村")
    assert [one.title for one in placed([here, there, OPEN])] == ["内沟清淤（甲村）", "内沟清淤（乙村）", OPEN.title]
