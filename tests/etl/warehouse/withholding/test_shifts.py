"""What a shift of two enterprises says about their sums, by hand."""

import numpy as np
import pytest

from etl.warehouse.withholding.shifts import Shifts

# Two enterprises of 10 and 30, alone and together; a shift of 1 doubles an enterprise.
WEIGHED = np.array([[10.0, 0.0], [0.0, 30.0], [10.0, 30.0]])
ONE, OTHER, BOTH = range(3)
# The first loses 3, the other gains 3: together they stay what they are.
SHIFT = np.array([[-0.3, 0.1]])


def shifts(*, can_fall=(True, True)) -> Shifts:
    return Shifts.of(WEIGHED, np.array(can_fall)).with_more(SHIFT)


def settled(found: Shifts, place: int, need: float, *, both: bool) -> bool:
    return bool(found.settle(np.array([place]), np.array([need]), np.array([both]))[0])


def test_a_shift_goes_as_far_as_nothing_falls_below_nothing():
    """The first can lose all of its 10, and the other then gains 10; the other can lose 30 and the first gains them."""
    assert settled(shifts(), ONE, 10, both=True)
    assert not settled(shifts(), ONE, 10.1, both=True)
    assert settled(shifts(), ONE, 30, both=False)
    assert not settled(shifts(), ONE, 30.1, both=False)
    assert not settled(shifts(), BOTH, 0.1, both=False)


def test_what_cannot_fall_only_rises():
    """The first is nothing: it can only gain what the other loses."""
    found = shifts(can_fall=(False, True))
    assert settled(found, ONE, 30, both=False)
    assert not settled(found, ONE, 1, both=True)


@pytest.mark.parametrize(("row", "leaves"), [(ONE, False), (BOTH, True)])
def test_a_shift_is_forgotten_where_a_sum_that_it_changes_is_shown(row, leaves):
    found = shifts()
    kept = found.only(found.leaving(np.array([row])))
    assert settled(kept, OTHER, 5, both=True) is leaves
