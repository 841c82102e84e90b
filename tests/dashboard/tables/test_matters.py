"""How decided matters of the small world stood on a day, worked out by hand (rows in tests/worked_by_hand/meetings.py)."""

from datetime import date

import pytest

from dashboard.metrics.versions import current
from dashboard.tables.matters import counted_on, last_day, standings
from tests import small_world

FIRST, SECOND, THIRD, LAST = (date(2023, 12, 20), date(2024, 4, 4), date(2024, 5, 8), date(2024, 5, 10))


def stood(warehouse, area: str, day: date, since: date) -> dict:
    return {one.decision_id: one for one in standings(warehouse, area, day, since)}


def test_a_matter_stands_as_last_reported_on_or_before_the_day(small):
    found = stood(small, "D", date(2024, 2, 10), FIRST)
    assert {name: (one.status, one.progress_pct) for name, one in found.items()} == {
        "D1": ("已办结", 100),  # closed on the day itself
        "D2": ("推进中", 30),
        "D4": ("推进中", 20),
    }  # D3 was decided later
    day_before = stood(small, "D", date(2024, 2, 9), FIRST)["D1"]
    assert (day_before.status, day_before.is_open) == ("推进中", True)


def test_before_any_report_a_matter_is_not_begun(small):
    assert {one.status for one in standings(small, "D", FIRST, FIRST)} == {"未启动"}
    assert standings(small, "D", date(2023, 12, 19), FIRST) == ()


def test_a_closed_matter_that_was_opened_again_is_open(small):
    closed = stood(small, "D", THIRD, SECOND)["D2"]
    assert (closed.is_open, closed.closed_on, closed.is_newly_closed, closed.overdue_days) == (
        False,
        date(2024, 4, 20),
        True,
        0,
    )
    again = stood(small, "D", LAST, THIRD)["D2"]
    assert (again.is_open, again.is_reopened, again.status, again.note) == (True, True, "推进中", "又堵了")
    assert (again.earlier_status, again.is_newly_closed, again.was_closed) == ("已办结", False, False)


def test_a_changed_plan_keeps_the_first_date(small):
    one = stood(small, "D", date(2024, 3, 31), FIRST)["D2"]
    assert (one.due_on, one.original_due_on, one.plan_changes) == (date(2024, 5, 31), date(2024, 3, 20), 1)
    assert one.overdue_days == 11


def test_a_matter_is_not_late_on_the_day_it_is_due(small):
    assert stood(small, "D", date(2024, 5, 1), SECOND)["D3"].overdue_days == 0
    assert stood(small, "D", date(2024, 5, 2), SECOND)["D3"].overdue_days == 1


def test_what_has_not_changed_between_two_days_is_unmoved(small):
    found = stood(small, "D", THIRD, SECOND)
    assert [name for name, one in found.items() if one.is_unmoved] == ["D4"]
    assert (found["D4"].earlier_progress_pct, found["D4"].progress_pct) == (20, 20)
    assert (found["D3"].earlier_status, found["D3"].status) == ("未启动", "受阻")


def test_what_was_decided_since_is_new_and_cannot_be_unmoved(small):
    one = stood(small, "D", SECOND, FIRST)["D3"]
    assert (one.is_new, one.is_unmoved, one.earlier_status) == (True, False, None)


def test_what_was_closed_before_says_so(small):
    one = stood(small, "D", THIRD, SECOND)["D1"]
    assert (one.was_closed, one.is_newly_closed, one.closed_on) == (True, False, date(2024, 2, 10))


@pytest.mark.parametrize(("area", "expected"), [("D", 4), ("T", 4), ("P", 2), ("V", 2), ("E", 0), ("Q", 0)])
def test_a_park_has_the_matters_that_concern_it(small, area, expected):
    assert len(standings(small, area, LAST, FIRST)) == expected


def test_open_matters_come_first_by_the_day_first_promised(small):
    assert [one.decision_id for one in standings(small, "D", LAST, THIRD)] == ["D2", "D3", "D4", "D1"]


def test_matters_are_counted_at_the_end_of_a_period_or_of_what_is_known(small):
    # The last thing written of a matter is of 2024-05-10.
    assert counted_on(small, "2024Q1") == date(2024, 3, 31)
    assert counted_on(small, "2024Q2") == counted_on(small, "2024") == LAST == date(2024, 5, 10)


def test_the_last_day_is_the_last_that_anything_is_told_of(small, tmp_path):
    assert last_day(small) == LAST
    assert last_day(current(small_world.publish(tmp_path / "warehouse", is_empty=True))) is None
