"""What needs attention in the small world, by hand."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area
from dashboard.metrics.ask import Cell
from dashboard.metrics.attention import RULES, Case, foremost, inspect, places
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.selection import Selection


def found(warehouse, area_code, period):
    cases = inspect(warehouse, Selection(area_code, period)).cases
    return [(case.rule.name, case.area.area_code, case.pressing) for case in cases]


def test_a_quarter_with_late_matters_and_missing_forms(small):
    # A4 of V2 fell due in May and is open; E3 of P and the grid V2 sent nothing.
    # Two decided matters and the need N3 are late at the end, see tests/worked_by_hand/meetings.py; so is a milestone
    # of a project in P, see assets.py there.
    assert found(small, "D", "2024Q2") == [
        ("late_decisions", "D", 2),
        ("overdue", "V2", 1),
        ("late_needs", "D", 1),
        ("late_milestones", "D", 1),
        ("silent_enterprises", "P", 1),
        ("silent_grids", "V", 1),
    ]


def test_a_quarter_with_a_vacancy_an_overload_and_a_gap(small):
    # V2 has no leader and 520 households; the incubation site of P reported the quarter before and not this one.
    assert found(small, "D", "2024Q1") == [
        ("late_decisions", "D", 1),
        ("leaderless", "V2", 1),
        ("overloaded", "V2", 1),
        ("late_needs", "D", 1),
        ("gap", "P", 1),
    ]


def test_a_year_counts_reports_and_not_enterprises(small):
    silent = [case for case in inspect(small, Selection("C", "2024")).cases if case.rule.name == "silent_enterprises"]
    assert [(case.area.area_code, case.pressing, case.base) for case in silent] == [("P", 1, 8), ("Q", 1, 4)]


def test_nothing_reported_is_not_nothing_wrong(small):
    nothing = inspect(small, Selection("W", "2024Q2"))
    assert (nothing.cases, nothing.judged) == ((), 0)
    assert inspect(small, Selection("E", "2024Q2")).judged > 0


def test_places_are_grids_and_zones_without_grids(small):
    assert [place.area_code for place in places(small, "C", "网格")] == ["P1", "V1", "V2", "Q"]
    assert [place.area_code for place in places(small, "C", "三区单元")] == ["P", "V", "Q"]  # not F, which lies in P
    assert [place.area_code for place in places(small, "V1", "网格")] == ["V1"]


@pytest.mark.parametrize(
    ("name", "cell", "pressing"),
    [
        ("late", Cell("V1", "2024Q2", "", 79.0, numerator=79, denominator=100), 21),
        ("late", Cell("V1", "2024Q2", "", 80.0, numerator=80, denominator=100), 0),
        ("late", Cell("V1", "2024Q2", "", 70.0, numerator=7, denominator=10), 3),  # just enough were due
        ("late", Cell("V1", "2024Q2", "", 100 * 4 / 9, numerator=4, denominator=9), 0),  # too few were due
        ("late", Cell("V1", "2024Q2", "", Absence.NOT_IN_PERIOD), 0),
        ("leaderless", Cell("V1", "2024Q2", "", Absence.NOT_REPORTED), 0),
        ("leaderless", Cell("V1", "2024Q2", "", 2.0), 0),
        ("silent_grids", Cell("V", "2024Q2", "", 100.0, numerator=2, denominator=2), 0),
    ],
)
def test_when_a_rule_applies(name, cell, pressing):
    [rule] = [rule for rule in RULES if rule.name == name]
    assert rule.pressing(cell, rule.default) == pressing


def test_the_foremost_come_from_several_rules(small):
    place = area(small, "V1")
    named = dict(zip(RULES, ("first", "second", "third"), strict=False))
    cases = [
        Case(rule, place, "2024Q2", 1.0, 1.0, None, float(9 - number), ())
        for rule, count in ((RULES[0], 4), (RULES[1], 1), (RULES[2], 3))
        for number in range(count)
    ]
    assert [named[case.rule] for case in foremost(cases)] == ["first", "first", "second", "third", "third"]
    # Where the others have no more to say, one rule may fill the list.
    assert [named[case.rule] for case in foremost(cases[:5])] == ["first"] * 4 + ["second"]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_names_a_metric_that_there_is(rule):
    assert rule.metric in METRICS
