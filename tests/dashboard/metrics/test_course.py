"""The year to date and the course of a target, worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell
from dashboard.metrics.course import BASES, course, season, to_date, way_of

TAX, EMPLOYEES, ON_TIME = METRICS["tax"], METRICS["employees"], METRICS["on_time_rate"]
PER_MU, COVERAGE = METRICS["output_per_mu"], METRICS["organization_coverage"]


def quarters(*values, sides=()):
    """Cells of the quarters of 2025 with these values; `sides` are their (numerator, denominator)."""
    pairs = sides or [(None, None)] * len(values)
    return [
        Cell("D", f"2025Q{number}", "", value, numerator=above, denominator=below)
        for number, (value, (above, below)) in enumerate(zip(values, pairs, strict=True), 1)
    ]


def told(metric, cells):
    found = to_date(metric, cells)
    return found if isinstance(found, Absence) else (float(found.low), float(found.high))


def test_flows_add_up_and_stocks_stand_at_the_end():
    assert told(TAX, quarters(10.0, 12.5, 20.0)) == (42.5, 42.5)
    assert told(EMPLOYEES, quarters(100.0, 130.0, 120.0)) == (120, 120)


def test_a_rate_is_one_of_sums_and_never_a_mean_of_rates():
    # 9 of 10 and 50 of 100 are 59 of 110, not 70%.
    rate = told(ON_TIME, quarters(90.0, 50.0, sides=[(9, 10), (50, 100)]))
    assert rate[0] == pytest.approx(59 / 110 * 100)


def test_output_of_the_year_so_far_is_held_against_the_mean_land():
    # 30 + 50 on 10 and then 6 mu: 80 on 8.
    assert told(PER_MU, quarters(3.0, 50 / 6, sides=[(30, 10), (50, 6)])) == (10, 10)


def test_the_rate_of_a_stock_is_that_of_the_last_quarter():
    assert told(COVERAGE, quarters(20.0, 30.0, sides=[(2, 10), (3, 10)])) == (30, 30)


@pytest.mark.parametrize("word", [Absence.NOT_DISCLOSED, Absence.NOT_REPORTED, Absence.NOT_COMPARABLE])
def test_one_quarter_that_is_missing_leaves_the_year_to_date_untold(word):
    assert told(TAX, quarters(10.0, word, 20.0)) is word
    # A stock stands at the end, whatever it was before.
    assert told(EMPLOYEES, quarters(word, 120.0)) == (120, 120)
    assert told(EMPLOYEES, quarters(120.0, word)) is word


def test_what_is_withheld_comes_before_what_is_not_reported():
    assert told(TAX, quarters(Absence.NOT_REPORTED, Absence.NOT_DISCLOSED)) is Absence.NOT_DISCLOSED


def test_nothing_to_count_in_a_quarter_is_no_gap():
    assert told(TAX, quarters(10.0, Absence.NOT_IN_PERIOD)) == (10, 10)
    assert told(TAX, quarters(Absence.NOT_IN_PERIOD)) is Absence.NOT_IN_PERIOD


def test_a_ratio_whose_sides_are_not_told_has_none_over_several_quarters():
    assert told(PER_MU, quarters(3.0)) == (3, 3)
    assert told(PER_MU, quarters(3.0, 4.0)) is Absence.NOT_COMPARABLE


def test_an_interval_stays_one():
    metric = METRICS["liaison_coverage"]
    cell = replace(quarters(65.0)[0], value_high=100.0)
    assert told(metric, [cell]) == (65, 100)


def test_the_season_of_a_flow_is_its_share_to_date():
    assert season(TAX, None, quarters(10.0, 20.0, 30.0, 40.0)) == pytest.approx((0.1, 0.3, 0.6, 1))


def test_the_season_of_a_stock_is_its_way_from_the_year_before():
    before = Cell("D", "2024Q4", "", 50.0)
    # From 50 to 60: 2, 5, 5 and 10 of 10.
    assert season(EMPLOYEES, before, quarters(52.0, 55.0, 55.0, 60.0)) == pytest.approx((0.2, 0.5, 0.5, 1))


@pytest.mark.parametrize(
    ("before", "values"),
    [
        (None, (52.0, 55.0, 55.0, 60.0)),  # nobody knows where it began
        (50.0, (52.0, 49.0, 55.0, 60.0)),  # up and down
        (50.0, (50.0, 50.0, 50.0, 50.0)),  # no way at all
        (50.0, (52.0, 55.0, Absence.NOT_DISCLOSED, 60.0)),
        (50.0, (52.0, 55.0, 60.0)),
    ],
)
def test_what_is_not_known_or_not_one_way_is_no_season(before, values):
    start = None if before is None else Cell("D", "2024Q4", "", before)
    assert season(EMPLOYEES, start, quarters(*values)) is None


def test_the_course_is_the_mean_of_two_seasons():
    # 10% and 30% by the first quarter are 20%, of 500 that is 100.
    made = course(TAX, 500.0, [(0.1, 0.3, 0.6, 1.0), (0.3, 0.5, 0.8, 1.0)])
    assert made.points == pytest.approx((100, 200, 350, 500)) and made.basis == "seasonal"
    # After one month of the second quarter a third of its hundred is due.
    assert made.at(2, 1) == pytest.approx(100 + 100 / 3) and made.at(2) == pytest.approx(200)


@pytest.mark.parametrize("seasons", [[], [None, (0.1, 0.3, 0.6, 1.0)], [(0.1, 0.3, 0.6, 1.0)]])
def test_without_two_seasons_the_course_is_even_and_says_so(seasons):
    made = course(TAX, 500.0, seasons)
    assert made.points == (125, 250, 375, 500) and "按时间平均" in BASES[made.basis]


def test_a_stock_moves_from_where_the_year_began():
    assert course(EMPLOYEES, 140.0, [], start=100.0).points == (110, 120, 130, 140)
    assert course(EMPLOYEES, 140.0, [], start=None) is None
    # It stands well enough already: the target is held.
    assert course(EMPLOYEES, 140.0, [], start=150.0).points == (140,) * 4


def test_what_is_kept_down_falls_to_its_target():
    assert course(METRICS["idle_area"], 60.0, [], start=100.0).points == (90, 80, 70, 60)
    assert course(METRICS["idle_area"], 60.0, [], start=50.0).basis == "held"


def test_a_rate_of_what_happens_is_held_all_year():
    assert way_of(ON_TIME) == "held" and course(ON_TIME, 95.0, []).points == (95,) * 4


def test_every_metric_has_a_way():
    assert {way_of(metric) for metric in METRICS.values()} == {"flow", "stock", "held"}
    assert all(way_of(metric) != "flow" for metric in METRICS.values() if metric.denominator)


def test_decimals_survive():
    assert to_date(TAX, quarters(0.1, 0.2)).low == Decimal("0.30000000000000004")
