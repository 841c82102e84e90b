from dashboard.metrics.absence import Absence
from dashboard.views.charts import Banded
from dashboard.views.grid_coverage.load import load_finding, verdict


def homes(value):
    return Banded(value, 300, 500)


def people(value):
    return Banded(value, None, 2500)


def test_grids_over_the_standard_are_named_and_those_under_it_counted():
    said = load_finding(
        ["甲", "乙", "丙", "丁"],
        [homes(501.0), homes(400.0), homes(299.0), homes(300.0)],
        [people(900.0), people(2501.0), people(700.0), people(2500.0)],
    )
    assert said == "2个网格超出标准（甲、乙），1个网格户数不足下限"


def test_the_bounds_themselves_are_inside():
    assert load_finding(["甲", "乙"], [homes(300.0), homes(500.0)], [people(2500.0), people(1.0)]) == "没有网格超出标准"


def test_more_than_two_are_named_by_two():
    many = [homes(600.0)] * 3
    said = load_finding(["甲", "乙", "丙"], many, [people(1.0)] * 3)
    assert said == "3个网格超出标准（甲、乙等）"


def test_what_was_not_reported_is_not_judged():
    missing = Banded(Absence.NOT_REPORTED, 300, 500)
    assert load_finding(["甲"], [missing], [Banded(Absence.NOT_REPORTED, None, 2500)]) == "网格负荷：未填报"
    assert verdict(missing, Banded(Absence.NOT_REPORTED, None, 2500)) == ""


def test_a_grid_without_a_standard_for_households_is_judged_by_its_residents():
    without = Banded(25.0)
    assert verdict(without, people(400.0)) == "在标准内"
    assert verdict(without, people(2600.0)) == "人口超上限"
    assert verdict(homes(501.0), people(2600.0)) == "户数超上限、人口超上限"
    assert verdict(homes(120.0), people(400.0)) == "户数不足下限"
