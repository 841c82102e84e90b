"""The page of what a meeting is asked: as full as it is high, marked as made up, and no day set anew that is still to come."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.meeting.context import context
from dashboard.meeting.matters import given_matters
from dashboard.meeting.report.next_steps import next_sentences
from dashboard.meeting.requests import proposal
from dashboard.meeting.running_order import running_order
from dashboard.meeting.stage import Stage
from dashboard.metrics.versions import current
from dashboard.render.paging import pages_of
from dashboard.tables.meetings import joint_meetings_held
from tests import small_world


@pytest.fixture(scope="module")
def asks(demonstration):
    # Three matters and five cases are asked.
    return running_order(demonstration, "LX-2025Q4-1", stage=Stage.BEFORE).slide("asks")


def test_cases_fill_the_page_that_the_matters_begin(asks):
    assert len(asks.rows) == 5 and asks.remarks == ("另有3项网格与报表事项列在附录“需要关注”。",)
    assert len(pages_of(asks)) == 1
    # One more does not fit.
    table = replace(asks.table, rows=(*asks.rows, asks.rows[-1]))
    assert len(pages_of(replace(asks, table=table, row_keys=()))) == 2


def test_a_case_says_what_is_wrong_and_as_of_when(asks):
    assert asks.rows[-1][1:4] == ("25年11月末超期", "—", "限期处理并回报")


def test_cases_alone_are_marked_as_made_up(demonstration):
    alone = running_order(demonstration, "LX-2025Q4-1", "350581100921", Stage.BEFORE).slide("asks")
    assert alone.rows and not any(key.startswith("LX-") for key in alone.row_keys) and alone.is_demo


@pytest.fixture(scope="module")
def late(tmp_path_factory):
    """Of 2024-04-04: 通内沟 was due on 2024-03-20 and moved to 2024-05-31, 建支部 is due on the day itself."""
    change = "UPDATE core.decisions SET due_on = '2024-04-04' WHERE title = '建支部'"
    warehouse = current(small_world.publish(tmp_path_factory.mktemp("late"), change=change))
    meeting = next(one for one in joint_meetings_held(warehouse) if one.meeting_id == "M2")
    return context(warehouse, meeting.area_code, meeting, Stage.BEFORE)


def test_a_new_day_is_asked_for_only_where_none_is_still_to_come(late):
    moved = next(one for one in given_matters(late) if one.title == "通内沟")
    assert moved.day == date(2024, 4, 4) and proposal(moved) == "确认调整后的办结时限"
    assert proposal(replace(moved, due_on=moved.day)) == "明确新的办结时限"


def test_what_is_due_on_the_day_of_the_meeting_is_not_to_be_done_before_it(late):
    told = "".join(next_sentences(late, ()))
    assert "2024年4月4日前办结" not in told and "重新明确完成时限，尽快办结" in told
