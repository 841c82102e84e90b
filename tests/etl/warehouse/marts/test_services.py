"""The marts of services, 四微, patrols and reviews over the small world, against rows worked out by hand."""

import duckdb
import pytest

from tests import small_world


@pytest.fixture(scope="module")
def small():
    return small_world.build(duckdb.connect())


def test_hours_without_their_use_do_not_count(small):
    hours = "SELECT opening_hours, used_hours FROM mart.service_usage_months WHERE service = '{}' AND month = '2024-06'"
    assert small.execute(hours.format("法律")).fetchall() == [(None, None)]
    assert small.execute(hours.format("党群活动")).fetchall() == [(60, 40)]


def test_days_stand_over_the_endings_of_which_they_are_known(small):
    known = "SELECT closed, closed_with_days FROM mart.mediation_months WHERE area_code = 'V' ORDER BY month"
    assert small.execute(known).fetchall() == [(4, None), (2, 2)]


def test_every_estate_and_month_has_the_four_kinds(small):
    counted = "SELECT kind, actions, wishes_raised FROM mart.micro_action_months WHERE estate = '甲小区' ORDER BY ALL"
    assert small.execute(counted).fetchall() == [
        ("微协商", 1, None),
        ("微心愿", 3, 5),
        ("微改造", 0, None),
        ("微服务", 2, None),
    ]


def test_every_grid_has_a_row_for_each_month_between_the_first_and_the_last_report(small):
    found = small.execute("SELECT area_code, month, patrols FROM mart.grid_patrol_months ORDER BY ALL").fetchall()
    assert found == [
        ("P1", "2024-04", 8),
        ("P1", "2024-05", None),
        ("V1", "2024-04", 10),
        ("V1", "2024-05", 0),
        ("V2", "2024-04", 5),
        ("V2", "2024-05", None),
    ]


def test_homes_of_a_grid_that_did_not_count_its_visits_are_not_in_the_rate(small):
    homes = "SELECT households, households_visited FROM mart.grid_patrol_months WHERE area_code = 'P1' AND patrols = 8"
    assert small.execute(homes).fetchall() == [(None, None)]


def test_a_grid_that_was_not_reviewed_has_no_score(small):
    scores = "SELECT quarter, score FROM mart.grid_review_quarters WHERE area_code = 'V2' ORDER BY quarter"
    assert small.execute(scores).fetchall() == [("2024Q1", 70), ("2024Q2", None)]


@pytest.mark.parametrize(
    ("opened_on", "quarters"),
    [("2024", ["2024Q1", "2024Q2"]), ("2024-05", ["2024Q2"]), ("2024-04-01", ["2024Q2"]), ("2025", [])],
)
def test_a_site_counts_from_the_quarter_in_which_it_opened(opened_on, quarters):
    changed = small_world.build(
        duckdb.connect(), change=f"UPDATE core.service_sites SET opened_on = '{opened_on}' WHERE site_code = 'S1'"
    )
    found = "SELECT quarter FROM mart.service_site_quarters WHERE site_code = 'S1' ORDER BY quarter"
    assert [quarter for (quarter,) in changed.execute(found).fetchall()] == quarters
