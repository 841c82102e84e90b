"""Of an enterprise that may be named what may stand beside its name."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.versions import current
from dashboard.tables.named_enterprises import disclosed_enterprises
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
