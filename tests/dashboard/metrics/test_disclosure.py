"""An answer shows nothing of what was withheld when the version was built."""

from itertools import product

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.disclosure import withheld
from dashboard.metrics.periods import TO_DATE, within


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


@pytest.mark.lengthy
def test_a_year_to_date_is_shown_where_each_of_its_quarters_is(small):
    """A sum of figures that are shown tells nothing new; a quotient that is rounded would, so that it has none."""
    every, seen = tuple(areas(small)), set()
    for metric in METRICS.values():
        if metric.protection is None or metric.is_as_of_last:
            continue
        for by in (None, *(dimension.name for dimension in metric.dimensions)):
            hidden = {
                (cell.area_code, cell.period, cell.part)
                for cell in cells(small, metric, every, grain="quarter", by=by)
                if cell.value is Absence.NOT_DISCLOSED
            }
            for cell in (
                cell for grain in set(TO_DATE) & set(metric.grains) for cell in to_date(small, metric, grain, by)
            ):
                is_hidden = cell.value is Absence.NOT_DISCLOSED
                quarters = {(cell.area_code, quarter, cell.part) for quarter in within(cell.period, "quarter")}
                assert is_hidden == (bool(quarters & hidden) or metric.protection.is_rounded), (metric.name, cell)
                seen.add((cell.period, is_hidden))
    assert seen >= set(product(("2023Q1-3", "2024Q1-2", "2024Q1-3"), (True, False)))


def to_date(small, metric, grain, by):
    """The figures of every area for all years to date of a grain."""
    return cells(small, metric, tuple(areas(small)), grain=grain, by=by)
