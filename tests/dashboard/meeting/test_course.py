"""The course of a matter from its reports: nodes as first planned and first reached, and its returns."""

from dataclasses import replace
from datetime import date

from dashboard.meeting.course import Node, nodes, returns
from dashboard.tables.meetings import Step


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
        Node("方案", date(2024, 2, 1), date(2024, 2, 10)),
        Node("施工", date(2024, 4, 1), None),
        Node("验收", None, date(2024, 5, 1)),
    )
    day = date(2024, 5, 1)
    assert [node.result(day, is_closed=False) for node in found] == ["晚 9 天", "超期 30 天", "已到"]
    assert found[1].result(day, is_closed=True) == "随销号办结"
    assert found[1].result(date(2024, 4, 1), is_closed=False) == "未到期"


def test_a_node_that_a_matter_was_sent_back_from_is_reached_when_it_is_told_again():
    told = (
        replace(step(date(2024, 1, 1), "施工", "完成", date(2024, 3, 1)), status="推进中"),
        replace(step(date(2024, 2, 1), "验收", None, None), status="已办结"),
        replace(step(date(2024, 3, 5), "完成", "验收", date(2024, 3, 1)), status="推进中"),
    )
    assert nodes(told)[1:] == (
        Node("完成", date(2024, 3, 1), date(2024, 3, 5)),
        Node("验收", date(2024, 3, 1), None),
    )
    assert [back.words for back in returns(told)] == ["2024-02-01 报销号，2024-03-05 退回至“完成”"]
    again = (*told, replace(step(date(2024, 6, 1), "验收", None, None), status="已办结"))
    assert nodes(again)[2] == Node("验收", date(2024, 3, 1), date(2024, 6, 1))
    assert returns(again) == returns(told) and returns(told[:2]) == ()
