"""A list does not tell what its sums withhold."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.tables.listed import COURSES, EVENTS, without_few
from dashboard.tables.registers import courses

HIDDEN = Absence.NOT_DISCLOSED


def row(month: str, enrolled: int, completed: int | None, **more) -> dict:
    return {"month": month, "enrolled": enrolled, "completed": completed, "certified": None} | {
        "converted_3m": None,
        "converted_6m": None,
        **more,
    }


def listed(small, *rows):
    return without_few(small, "training", COURSES, rows, lambda one: ("nowhere", one["month"]))


@pytest.mark.parametrize(("completed", "is_hidden"), [(20, False), (19, True), (18, True), (17, False), (2, True)])
def test_who_did_not_finish_is_not_told_either(small, completed, is_hidden):
    (found,) = listed(small, row("2024-05", 20, completed))
    assert (found["completed"] is HIDDEN) == is_hidden
    assert found["enrolled"] == 20


def test_one_row_of_too_few_takes_its_neighbours_along(small):
    """Their sum is shown, so that a single row that is missing could be worked out."""
    first, second, third = listed(small, row("2024-05", 20, 19), row("2024-05", 30, 20), row("2024-06", 30, 20))
    assert (first["completed"], second["completed"], third["completed"]) == (HIDDEN, HIDDEN, 20)


def test_what_is_not_reported_stays_unreported(small):
    _, second = listed(small, row("2024-05", 20, 19), row("2024-05", 30, None))
    assert second["completed"] is None


def test_events_go_by_the_same_rule(small):
    rows = [{"intentions": 10, "hires": 9}, {"intentions": 10, "hires": 4}]
    found = without_few(small, "recruitment", EVENTS, rows, lambda one: ("nowhere", "2024-05"))
    assert [(one["intentions"], one["hires"]) for one in found] == [(10, HIDDEN), (10, HIDDEN)]


def test_no_list_of_courses_adds_up_to_a_withheld_month(demonstration):
    """Where a month's 结业 is withheld for an area, none of its courses tells theirs."""
    told = {
        (one.area_code, one.month)
        for one in courses(demonstration, "350581000000", "2022-01", "2025-12")
        if isinstance(one.completed, int)
    }
    hidden = {
        (one["area_code"], one["period"])
        for one in demonstration.rows(
            "SELECT area_code, period FROM mart.withheld WHERE family = 'training' AND quantity = 'completed'"
        )
    }
    assert told
    assert not told & hidden
