import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.render.charts.scales import digits_of, round_ticks, value_range


def test_ticks_are_round_and_enclose_the_values():
    assert round_ticks(0, 2050) == [0, 500, 1000, 1500, 2000, 2500]
    assert round_ticks(0, 100) == [0, 25, 50, 75, 100]
    assert round_ticks(0, 0) == [0, 0.25, 0.5, 0.75, 1]


@given(st.floats(-1e6, 1e6), st.floats(1, 1e9))
def test_ticks_always_enclose(low, span):
    high = low + span
    ticks = round_ticks(low, high)
    slack = (ticks[-1] - ticks[0]) * 1e-6 + 1e-9
    assert ticks[0] <= low + slack and ticks[-1] >= high - slack
    assert 2 <= len(ticks) <= 12


def test_lines_leave_zero_out_only_in_the_upper_part():
    assert value_range([90, 95], is_zero_based=False) == (90, 95)
    assert value_range([10, 95], is_zero_based=False) == (0, 95)
    assert value_range([90, 95], is_zero_based=True) == (0, 95)
    assert value_range([], is_zero_based=True) == (0, 0)


@pytest.mark.parametrize(
    ("step", "least", "digits"), [(0.05, 1, 2), (0.5, 1, 1), (5.0, 1, 1), (2.5, 0, 1), (0.25, 0, 2), (1000.0, 0, 0)]
)
def test_ticks_have_the_digits_that_tell_one_from_the_next(step, least, digits):
    assert digits_of(step, least) == digits
