"""An answer shows nothing of what was withheld when the version was built."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.disclosure import withheld


def test_what_was_decided_is_looked_up_and_nothing_else_is_emptied(small):
    metric = METRICS["gross_output"]
    decided = withheld(small, metric.protection, "industry")
    assert decided
    for cell in cells(small, metric, ("T", "D", "P", "V", "F"), by="industry"):
        is_decided = (cell.area_code, cell.period, cell.part) in decided
        assert (cell.value is Absence.NOT_DISCLOSED) == is_decided
        assert not is_decided or (cell.numerator, cell.denominator, cell.value_high) == (None, None, None)


def test_a_quotient_keeps_no_digit_beyond_those_shown_and_not_its_sides(demonstration):
    metric = METRICS["output_per_mwh"]
    told = [
        cell
        for cell in cells(demonstration, metric, tuple(areas(demonstration)))
        if not isinstance(cell.value, Absence)
    ]
    assert told
    assert all(cell.value == round(cell.value, metric.decimals) for cell in told)
    assert {(cell.numerator, cell.denominator) for cell in told} == {(None, None)}


def test_what_is_not_protected_is_left_as_it_is(small):
    metric = METRICS["grids"]
    assert metric.protection is None
    assert all(cell.value is not Absence.NOT_DISCLOSED for cell in cells(small, metric, ("D",)))
