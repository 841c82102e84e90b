"""The lists that pages show, over the small world."""

from dashboard.metrics.absence import Absence
from dashboard.tables.named_enterprises import disclosed_enterprises
from dashboard.tables.registers import checks, courses, documents, published_facts


def test_facts_keep_their_qualifier_and_their_time(small):
    facts = {fact.fact_id: fact for fact in published_facts(small)}
    assert facts["BG004"].qualified.text() == "超3家"
    assert facts["BG025"].qualified.text() == "约2.00平方公里"
    assert (facts["LX008"].period, facts["LX008"].dated_as, facts["LX008"].is_year_assumed) == (
        "2024Q2",
        "2024-06",
        True,
    )
    assert not facts["LX004"].is_chartable
    assert facts["BG043"].document_title == "某方案"


def test_checks_say_whether_they_hold(small, empty):
    assert {check.check_id: check.holds for check in checks(small)}["annex"] is False
    assert {check.holds for check in checks(empty)} == {None}


def test_documents(small):
    assert [(paper.document_id, paper.assumed_year) for paper in documents(small)] == [
        ("baogai", None),
        ("lingxiu", 2024),
    ]


def test_courses_of_an_area_latest_first(small):
    found = courses(small, "D", "2024-01", "2024-06")
    assert [(row.month, row.enrolled, row.completed) for row in found] == [
        # One of ten did not finish: neither is told, nor what would tell the month from its quarter.
        ("2024-06", Absence.NOT_DISCLOSED, None),
        ("2024-04", Absence.NOT_DISCLOSED, Absence.NOT_DISCLOSED),
        ("2024-02", 30, 24),
    ]
    assert courses(small, "V", "2024-01", "2024-06") == ()


def test_lists_of_an_empty_warehouse_are_empty(empty):
    assert disclosed_enterprises(empty, "D", "2024Q2") == ()
    assert published_facts(empty) == documents(empty) == courses(empty, "D", "2024-01", "2024-12") == ()
