"""The lists that pages show, over the small world."""

from datetime import datetime

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.versions import current
from dashboard.tables.registers import (
    checks,
    courses,
    disclosed_enterprises,
    documents,
    published_facts,
    sources,
    version_line,
)
from tests import small_world


def test_only_enterprises_that_may_be_named_with_their_last_report(small):
    found = disclosed_enterprises(small, "T", "2024Q2")
    assert [(row.name, row.quarter, row.gross_output_cny_10k, row.area_name) for row in found] == [
        ("企业E6", "2024Q2", 200, "乙园"),
        ("企业E1", "2024Q2", 130, "甲厂"),
    ]
    assert [row.name for row in disclosed_enterprises(small, "T", "2024Q4")] == ["企业E6", "企业E1"]
    earlier = {row.name: row for row in disclosed_enterprises(small, "T", "2024Q1")}
    assert earlier["企业E1"].gross_output_cny_10k == 120
    assert "企业E5" in earlier  # it left in May
    assert (earlier["企业E6"].quarter, earlier["企业E6"].gross_output_cny_10k, earlier["企业E6"].land_mu) == (
        None,
        None,
        21,
    )
    assert [row.name for row in disclosed_enterprises(small, "D", "2024Q2")] == ["企业E1"]


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


def test_sources_name_the_forms_and_their_loads(small):
    register, reports = sources(small, metric("tax"))
    assert (register.label, register.origins) == ("企业名录", (("demo", 6),))
    assert (reports.label, reports.origins, reports.loaded_at) == ("企业季报", (("demo", 14),), datetime(2024, 7, 2))
    [population] = sources(small, metric("residents"))
    assert population.origins == (("published", 2),)
    [party] = sources(small, metric("party_members"))
    assert (party.origins, party.loaded_at) == ((), None)


def test_the_version_in_words(small):
    assert version_line(small) == "数据版本 20240715T000000Z-0123abcd，生成于 2024-07-15 16:30"


def test_lists_of_an_empty_warehouse_are_empty(empty):
    assert disclosed_enterprises(empty, "D", "2024Q2") == ()
    assert published_facts(empty) == documents(empty) == courses(empty, "D", "2024-01", "2024-12") == ()


def test_beside_a_name_stands_only_what_a_document_printed_for_that_quarter(tmp_path):
    change = "DELETE FROM core.enterprise_disclosures WHERE quarter <> '2023Q4' OR figure <> '总产值'"
    warehouse = current(small_world.publish(tmp_path, change=change))
    [then] = disclosed_enterprises(warehouse, "D", "2023Q4")
    [later] = disclosed_enterprises(warehouse, "D", "2024Q1")
    assert (then.gross_output_cny_10k, then.tax_cny_10k) == (100, Absence.NOT_DISCLOSED)
    assert {later.gross_output_cny_10k, later.employees_persons, later.land_mu} == {Absence.NOT_DISCLOSED}


def test_who_took_the_consent_back_is_named_no_longer(tmp_path):
    change = """UPDATE core.enterprises SET disclosure = '内部' WHERE enterprise_code = 'E6';
        INSERT INTO core.enterprise_changes (enterprise_code, changed_on, former_disclosure, origin)
        VALUES ('E6', '2024-04-01', '企业同意', 'demo')"""
    warehouse = current(small_world.publish(tmp_path, change=change))
    assert "企业E6" in [row.name for row in disclosed_enterprises(warehouse, "T", "2024Q1")]
    assert "企业E6" not in [row.name for row in disclosed_enterprises(warehouse, "T", "2024Q2")]
