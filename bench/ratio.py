"""A measured ratio beside the aim that it is held against."""

import math
from typing import NamedTuple


class Ratio(NamedTuple):
    """`value` is this product ÷ the yardstick, both measured in the same run; `aim` says what was hoped for."""

    name: str
    value: float
    aim: str


def divided(ours: float, yardstick: float) -> float:
    """The quotient; NaN where the system did not count the yardstick."""
    return ours / yardstick if yardstick else math.nan
