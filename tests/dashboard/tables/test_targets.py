"""Targets of the demonstration: what is withheld of a figure is withheld of all that is made from it."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import options
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cut_off import cut_off
from dashboard.metrics.periods import last_day_of
from dashboard.metrics.target import Target
from dashboard.tables.targets import progress, progress_of, targets, targets_inside, targets_of
from etl.aims import AIMS

BAOGAI, TANGHOU = "350581101901", "350581101206"
PROTECTED = [metric for metric in METRICS.values() if metric.protection and metric.label in {aim.label for aim in AIMS}]
QUARTERS = ("2025Q1", "2025Q2", "2025Q3", "2025Q4")


def told(one) -> set:
    return {one.reached, one.completion, one.gap, one.lead, one.expected}


def test_targets_are_those_of_the_year_and_of_the_areas_inside(demonstration):
    own = targets_of(demonstration, BAOGAI, "2025Q3")
    assert {one.year for one in own} == {"2025"} and len(own) == 14
    assert {one.area_code for one in targets_inside(demonstration, BAOGAI, "2025Q3")} == {TANGHOU, "350581101208"}
    assert all(one.origin == "demo" for one in targets(demonstration))
    assert targets_of(demonstration, BAOGAI, "2023Q3") == ()


def test_some_are_met_and_some_are_behind(demonstration):
    for area in (BAOGAI, "350581100901"):
        states = [progress(demonstration, one, "2025Q4").state for one in targets_of(demonstration, area, "2025Q4")]
        assert states.count("met") > 2 and states.count("behind") > 2


def test_a_course_that_was_set_goes_before_the_season(demonstration):
    tax = progress_of(demonstration, "tax", BAOGAI, "2025Q3")
    assert tax.course.basis == "declared" and tax.due == 19_200
    output = progress_of(demonstration, "gross_output", BAOGAI, "2025Q1")
    # 176,951.28 of 940,675.99 in 2023 and 192,329.89 of 986,024.24 in 2024; of 1,020,000.
    share = (176_951.28 / 940_675.99 + 192_329.89 / 986_024.24) / 2
    assert output.course.basis == "seasonal" and output.due == pytest.approx(share * 1_020_000, rel=1e-6)
    # Of one year before, no season is made.
    assert progress_of(demonstration, "tax", BAOGAI, "2024Q1").course.basis == "linear"


def test_the_year_to_date_of_a_flow_is_the_sum_of_its_quarters(demonstration):
    found = progress_of(demonstration, "tax", BAOGAI, "2025Q3")
    assert float(found.reached.low) == pytest.approx(5182.40 + 5899.29 + 6688.10)
    assert float(found.completion.low) == pytest.approx(17_769.79 / 27_000 * 100)


def test_before_a_quarter_is_over_its_complete_months_are_due(demonstration):
    day = last_day_of("2025-11")
    early = demonstration.as_of(cut_off("2025Q4", day))
    found = progress_of(early, "completed", BAOGAI, "2025Q4")
    assert found.last_month == 11 and not found.is_over
    points = found.course.points
    assert found.due == pytest.approx(points[2] + (points[3] - points[2]) * 2 / 3)
    # The three quarters before are told in full: 68 and 179 and 130, and what came in two months of the fourth.
    [fourth] = cells(early, METRICS["completed"], (BAOGAI,), grain="quarter", since="2025Q4", until="2025Q4")
    assert float(found.reached.low) == 68 + 179 + 130 + fourth.value


@pytest.mark.parametrize("metric", PROTECTED, ids=lambda metric: metric.name)
def test_what_is_withheld_in_one_quarter_is_told_in_no_figure_of_its_target(demonstration, metric):
    codes = tuple(place.area_code for place in options(demonstration) if place.level != "网格")
    for code in codes:
        aim = Target(area_code=code, metric=metric, year="2025", aim=100.0, origin="demo")
        found = cells(demonstration, metric, (code,), grain="quarter", since="2025Q1", until="2025Q4")
        for number, quarter in enumerate(QUARTERS, 1):
            needed = found[number - 1 : number] if metric.is_as_of_last else found[:number]
            if Absence.NOT_DISCLOSED in {cell.value for cell in needed}:
                assert told(progress(demonstration, aim, quarter)) == {Absence.NOT_DISCLOSED}


def test_something_is_withheld_for_the_law_to_hold_of(demonstration):
    codes = tuple(place.area_code for place in options(demonstration) if place.level != "网格")
    hidden = [
        metric.name
        for metric in PROTECTED
        if any(
            cell.value is Absence.NOT_DISCLOSED
            for cell in cells(demonstration, metric, codes, grain="quarter", since="2025Q1", until="2025Q4")
        )
    ]
    assert {"tax", "gross_output"} <= set(hidden)


def test_a_season_of_a_year_of_which_something_is_withheld_is_no_season(demonstration):
    metric = METRICS["tax"]
    for place in options(demonstration):
        before = cells(demonstration, metric, (place.area_code,), grain="quarter", since="2023Q1", until="2024Q4")
        if Absence.NOT_DISCLOSED in {cell.value for cell in before}:
            aim = Target(area_code=place.area_code, metric=metric, year="2025", aim=100.0, origin="demo")
            assert progress(demonstration, aim, "2025Q1").course.points == (25, 50, 75, 100)
