"""The ends of intervals: computed with outwards, so that nothing that is possible is ever left out."""

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import NamedTuple

Number = int | str | Decimal

ENDLESS = Decimal("Infinity")
# Every step is rounded away from the inside of the interval, so that nothing possible is ever excluded.
DOWN = Context(prec=40, rounding=ROUND_FLOOR)
UP = Context(prec=40, rounding=ROUND_CEILING)


class End(NamedTuple):
    """An end of an interval, possibly endless; an open one is itself left out."""

    value: Decimal
    is_open: bool


Combine = Callable[[Context, End, End], End | None]


def decimal_of(value: Number) -> Decimal:
    """The number as it is written, exactly. Raises ValueError for what is not finite."""
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"{value!r} is no finite number")
    return number


def last_power(number: Decimal) -> int:
    """The power of ten of the last digit: -2 for 3.50."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise ValueError(f"{number} has no last digit")
    return exponent


def times(context: Context, left: End, right: End) -> End:
    """The product of two ends; nothing times an endless end is nothing."""
    zeros = [end for end in (left, right) if end.value == 0]
    if zeros:
        return End(Decimal(0), all(end.is_open for end in zeros))
    return End(context.multiply(left.value, right.value), left.is_open or right.is_open)


def over(context: Context, left: End, right: End) -> End | None:
    """The quotient of two ends, the divisor not negative; None where it has no limit (∞ ÷ ∞, 0 ÷ 0)."""
    if left.value.is_infinite() and right.value.is_infinite():
        return None
    if left.value == 0:
        return None if right.value == 0 else left
    if right.value == 0:
        return End(ENDLESS.copy_sign(left.value), True)
    if right.value.is_infinite():
        return End(Decimal(0), True)
    return End(context.divide(left.value, right.value), left.is_open or right.is_open)


def plain(number: Decimal) -> str:
    """The number without needless zeros, never as a power of ten."""
    return f"{number.normalize():f}"
