"""A list does not tell what its sums withhold."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.tables.listed import COURSES, EVENTS, without_few
from dashboard.tables.registers import courses
from etl.warehouse.withholding import FAMILIES as DECIDED

HIDDEN = Absence.NOT_DISCLOSED
FAMILIES = {family.name: family for family in DECIDED}


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
    rows = [{"visitors": 2, "intentions": 10, "hires": 9}, {"visitors": 40, "intentions": 10, "hires": 4}]
    found = without_few(small, "recruitment", EVENTS, rows, lambda one: ("nowhere", "2024-05"))
    assert [tuple(one.values()) for one in found] == [(HIDDEN, 10, HIDDEN), (HIDDEN, 10, HIDDEN)]


@pytest.mark.parametrize("one", [one for one in COURSES if one.quantities], ids=lambda one: one.column)
def test_no_list_of_courses_adds_up_to_a_withheld_month(demonstration, one):
    """Nor do the courses of which something further is told: a list shows which they are."""
    told = {
        (row.area_code, row.month)
        for row in courses(demonstration, "350581000000", "2022-01", "2025-12")
        if isinstance(getattr(row, one.column), int)
    }
    rows = demonstration.rows(
        "SELECT area_code, period FROM mart.withheld WHERE family = 'training' AND quantity IN (SELECT unnest($names))",
        names=list(one.quantities),
    )
    assert told
    assert not told & {(row["area_code"], row["period"]) for row in rows}


def test_every_sum_over_the_rows_of_a_list_is_known_to_it():
    """What a family sums of persons stands beside a column of the list that it is withheld with."""
    for family, heads in (("training", COURSES), ("recruitment", EVENTS)):
        asked = {one.name for one in FAMILIES[family].quantities if one.is_asked and not one.flow}
        assert {name for one in heads for name in one.quantities} == asked
