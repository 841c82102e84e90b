"""Controlled totals come out whole, with the remainder where it is largest."""

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from demo.shares import money_shares, poisson, shares


def test_the_largest_remainders_get_what_is_left():
    # 10 × (0.5, 0.3, 0.2) / 1.0 comes out whole; 11 gives 5.5, 3.3, 2.2: the one left goes to the first.
    assert shares(10, (5, 3, 2)) == [5, 3, 2]
    assert shares(11, (5, 3, 2)) == [6, 3, 2]


@given(st.integers(0, 10_000), st.lists(st.floats(0.1, 10), min_size=1, max_size=40))
def test_parts_sum_to_the_total_and_stay_within_one_of_their_share(total, weights):
    parts = shares(total, weights)
    assert sum(parts) == total
    assert all(
        abs(part - total * weight / sum(weights)) < 1 + 1e-6 for part, weight in zip(parts, weights, strict=True)
    )


def test_money_sums_to_the_cent():
    assert money_shares(Decimal("8856"), (1, 1, 1, 1)) == [Decimal("2214.00")] * 4
    assert sum(money_shares(Decimal("100"), (1, 1, 1))) == Decimal("100.00")


def test_poisson_numbers_have_their_mean():
    random = Random(1)
    draws = [poisson(random, 9.0) for _ in range(4000)]
    assert 8.8 < sum(draws) / len(draws) < 9.2
