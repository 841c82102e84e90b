"""The three lists of the small world, worked out by hand (rows in tests/worked_by_hand/meetings.py)."""

from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.tables.lists import last_day, matrix, open_needs, plan_needs


def cells(warehouse, area: str, quarter: str) -> dict:
    return {(one.topic, one.served_group): one for one in matrix(warehouse, area, quarter)}


def test_needs_meet_offers_by_topic_and_group(small):
    found = cells(small, "D", "2024Q2")
    hands = found["用工招聘", "企业"]
    assert (hands.needs, hands.offers, hands.needs_told, hands.needs_met) == (2, 1, 1, 1)  # N1 and N6; R1
    assert hands.satisfaction == 100
    assert found["养老服务", "村民"].satisfaction == 0  # N3 and N4 are open
    assert (found["就业创业", "村民"].offers, found["就业创业", "村民"].needs_open) == (0, 0)


def test_what_nobody_reports_on_has_no_rate(small):
    found = cells(small, "D", "2023Q4")
    assert found["用工招聘", "企业"].satisfaction == 100
    assert cells(small, "E", "2024Q2") == {}


def test_a_quarter_after_the_last_report_shows_the_last_one(small):
    assert cells(small, "D", "2025Q4") == cells(small, "D", "2024Q2")


def test_an_offer_without_a_need_is_nothing_to_satisfy(small):
    assert cells(small, "V", "2024Q1")["养老服务", "村民"].offers == 1
    assert cells(small, "P", "2023Q4")["用工招聘", "企业"].needs == 1
    offered = [one for one in matrix(small, "P", "2024Q2") if not one.needs]
    assert all(one.satisfaction is Absence.NOT_IN_PERIOD for one in offered)


def test_open_needs_are_the_most_overdue_first(small):
    found = open_needs(small, "D", date(2024, 5, 10))
    # N5 is closed ten days later; N3 is 40 days late, N5 and N4 are not due.
    assert [(one.item_id, one.open_days, one.overdue_days) for one in found] == [
        ("N3", 80, 40),
        ("N4", 9, 0),
        ("N5", 8, 0),
    ]
    assert [one.item_id for one in open_needs(small, "D", date(2024, 2, 28))] == ["N2", "N3"]


def test_the_needs_of_a_document_are_shown_in_the_places_of_its_district(small):
    [need] = plan_needs(small, "P")
    assert (need.item_id, need.measure, need.decisions, need.decisions_closed) == ("N6", "招聘会", 1, 0)
    assert plan_needs(small, "E") == ()


def test_the_last_day_is_the_last_that_anything_is_written_of(small):
    assert last_day(small) == date(2024, 5, 20)
