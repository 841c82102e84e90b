"""The brief of an area says what changed, what needs attention and how far the targets are, as the pages say it."""

import pytest

from dashboard.metrics.areas import area
from dashboard.metrics.selection import Selection
from dashboard.views.attention.matters import matters
from dashboard.views.brief import CHANGES, MATTERS, brief
from dashboard.views.profile.standing import standings_view

SECOND = Selection("D", "2024Q2")


def test_a_brief_tells_what_the_pages_tell(small):
    told = brief(small, SECOND)
    assert told.title == "甲片区2024年第二季度简报" and told.day.isoformat() == "2024-06-30" and told.is_demo
    known = {row[0]: row[1] for row in standings_view(small, area(small, "D"), SECOND).table.rows}
    assert told.changes.rows and all(known[row[0]] == row[1] for row in told.changes.rows)
    assert len(told.changes.rows) <= CHANGES
    found = matters(small, SECOND)
    assert [row[1] for row in told.matters.rows] == [one.line.what for one in found[:MATTERS]]
    assert f"共{len(found)}件需要关注" in told.matters.finding


@pytest.mark.parametrize("period", ["2024", "2024Q1-2", "2022Q1"])
def test_a_brief_of_any_period_is_made_and_says_what_is_missing(small, period):
    told = brief(small, Selection("P", period))
    assert all(part.finding and all(len(row) == len(part.heads) for row in part.rows) for part in told.parts)
