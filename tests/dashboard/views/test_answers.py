"""What is asked for the selected period."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.views.answers import high_first, in_period, now, parts_in_period

YEAR = Selection("D", "2024")


def test_one_answer_is_the_answer_of_the_whole(small):
    [cell] = in_period(small, metric("gross_output"), ("D",), YEAR)
    assert now(small, "gross_output", YEAR) == cell
    assert cell.period == "2024" and cell.part == ""


def test_parts_are_those_of_the_selected_area_and_period(small):
    parts = parts_in_period(small, "enterprises", YEAR, by="disclosure")
    assert {(cell.area_code, cell.period) for cell in parts} == {("D", "2024")}
    assert len({cell.part for cell in parts}) == len(parts) > 1


def test_high_figures_come_first_and_missing_ones_with_zeros():
    assert sorted([1.0, Absence.NOT_REPORTED, 3.0], key=high_first) == [3.0, 1.0, Absence.NOT_REPORTED]
