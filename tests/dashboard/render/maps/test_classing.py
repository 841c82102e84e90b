"""The borders of classes by each way that a reader may choose, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.maps.classing import borders_of, natural_breaks
from dashboard.views.maps import EQUAL, MANUAL, METHODS, NATURAL, Classing


def test_equal_classes_are_equally_wide():
    assert borders_of([0, 1, 2, 3, 100], 0, Classing(EQUAL)) == [20, 40, 60, 80]


def test_natural_breaks_lie_in_the_gaps():
    assert natural_breaks([1, 2, 3, 50, 51, 52, 90, 91], 3) == [50, 90]
    assert borders_of([1, 1.1, 5, 5.1, 9, 9.1, 20, 20.1, 40, 40.2], 1, Classing(NATURAL)) == [5, 9, 20, 40]


def test_own_borders_are_taken_as_they_are_and_at_most_four():
    assert borders_of([1, 2, 3], 0, Classing(MANUAL, (90.0, 60.0, 60.0))) == [60, 90]
    assert len(borders_of([1], 0, Classing(MANUAL, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))) == 4


@pytest.mark.parametrize("method", METHODS)
def test_nothing_and_one_value_have_no_border(method):
    assert borders_of([], 0, Classing(method)) == [] and borders_of([7.0, 7.0], 0, Classing(method)) == []


@given(st.lists(st.integers(0, 30).map(float), min_size=6, max_size=12), st.integers(2, 4))
def test_no_other_breaks_leave_less_difference_within_classes(values, classes):
    from itertools import combinations

    def spread(breaks):
        edges = [float("-inf"), *breaks, float("inf")]
        held = [[v for v in values if low <= v < high] for low, high in zip(edges, edges[1:], strict=False)]
        return sum(sum((v - sum(part) / len(part)) ** 2 for v in part) for part in held if part)

    found = spread(natural_breaks(values, classes))
    every = combinations(sorted(set(values))[1:], min(classes, len(set(values))) - 1)
    assert found <= min(map(spread, every), default=found) + 1e-6


def test_thousands_of_areas_are_classed_at_once():
    assert len(natural_breaks([float(value) for value in range(30_000)], 5)) == 4
