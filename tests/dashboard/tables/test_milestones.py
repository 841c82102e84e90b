"""The course of a matter from its reports: nodes as first planned and first reached, and its returns."""

from dataclasses import replace
from datetime import date

from dashboard.tables.milestones import Node, NodeState, Return, Step, nodes, returns


def step(day: date, node: str | None, next_node: str | None, due: date | None) -> Step:
    return Step(
        decision_id="X",
        reported_on=day,
        status="推进中",
        progress_pct=10,
        node=node,
        next_node=next_node,
        next_due_on=due,
    )


def test_a_node_keeps_the_day_first_planned_and_first_reached():
    told = (
        step(date(2024, 1, 1), None, "方案", date(2024, 2, 1)),
        step(date(2024, 2, 10), "方案", "施工", date(2024, 4, 1)),
        step(date(2024, 4, 20), "方案", "施工", date(2024, 6, 1)),
        step(date(2024, 5, 1), "验收", None, None),
    )
    found = nodes(told)
    assert found == (
        Node("方案", date(2024, 2, 1), date(2024, 2, 1), date(2024, 2, 10)),
        Node("施工", date(2024, 4, 1), date(2024, 6, 1), None, is_passed=True),
        Node("验收", None, None, date(2024, 5, 1)),
    )
    day = date(2024, 5, 1)
    assert [node.state(day, is_closed=False) for node in found] == ["晚到", "未填报（后续节点已到）", "已到"]
    assert [node.late_days(day) for node in found] == [9, 30, 0]
    assert found[1].state(day, is_closed=True) == "随销号办结"
    still = nodes(told[:3])[1]
    # Late from the day first planned, however often it was moved.
    assert not still.is_passed and still.state(day, is_closed=False) is NodeState.LATE and still.late_days(day) == 30
    assert still.state(date(2024, 4, 1), is_closed=False) is NodeState.NOT_DUE


def test_a_node_without_a_day_is_never_late():
    [named] = nodes((step(date(2024, 1, 1), None, "方案", None),))
    assert named == Node("方案", None, None, None)
    assert named.state(date(2030, 1, 1), is_closed=False) is NodeState.UNDATED and not named.late_days(date(2030, 1, 1))
    in_time = Node("方案", date(2024, 2, 1), date(2024, 2, 1), date(2024, 2, 1))
    assert in_time.state(date(2024, 3, 1), is_closed=False) is NodeState.IN_TIME


def test_a_node_named_again_after_another_was_reached_is_still_to_come():
    told = (
        step(date(2024, 1, 1), None, "施工", date(2024, 2, 1)),
        step(date(2024, 3, 1), "清障", "施工", date(2024, 4, 1)),
    )
    assert nodes(told)[0] == Node("施工", date(2024, 2, 1), date(2024, 4, 1), None)


def test_a_node_that_a_matter_was_sent_back_from_is_reached_when_it_is_told_again():
    told = (
        replace(step(date(2024, 1, 1), "施工", "完成", date(2024, 3, 1)), status="推进中"),
        replace(step(date(2024, 2, 1), "验收", None, None), status="已办结"),
        replace(step(date(2024, 3, 5), "完成", "验收", date(2024, 3, 1)), status="推进中"),
    )
    assert nodes(told)[1:] == (
        Node("完成", date(2024, 3, 1), date(2024, 3, 1), date(2024, 3, 5)),
        Node("验收", date(2024, 3, 1), date(2024, 3, 1), None),
    )
    assert returns(told) == (Return(date(2024, 2, 1), date(2024, 3, 5), "完成"),)
    again = (*told, replace(step(date(2024, 6, 1), "验收", None, None), status="已办结"))
    assert nodes(again)[2] == Node("验收", date(2024, 3, 1), date(2024, 3, 1), date(2024, 6, 1))
    assert returns(again) == returns(told) and returns(told[:2]) == ()
