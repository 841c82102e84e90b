"""An answer shows nothing of what was withheld when the version was built."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.disclosure import withheld
from dashboard.metrics.periods import grain_of, within


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


@pytest.mark.parametrize("span", ["2023Q1-3", "2024Q1-2", "2024Q1-3"])
def test_a_year_to_date_is_shown_where_each_of_its_quarters_is(small, span):
    """A sum of figures that are shown tells nothing new; a quotient that is rounded would, so that it has none."""
    every, seen = tuple(areas(small)), set()
    for metric in METRICS.values():
        if metric.protection is None or grain_of(span) not in metric.grains or metric.is_as_of_last:
            continue
        for by in (None, *(dimension.name for dimension in metric.dimensions)):
            quarters = within(span, "quarter")
            asked = {"since": quarters[0], "until": quarters[-1], "grain": "quarter", "by": by}
            hidden = {
                (cell.area_code, cell.part)
                for cell in cells(small, metric, every, **asked)
                if cell.value is Absence.NOT_DISCLOSED
            }
            for cell in cells(small, metric, every, since=span, until=span, grain=grain_of(span), by=by):
                is_hidden = cell.value is Absence.NOT_DISCLOSED
                assert is_hidden == ((cell.area_code, cell.part) in hidden or metric.protection.is_rounded)
                seen.add(is_hidden)
    assert seen == {True, False}
