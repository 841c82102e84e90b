"""Turns values of very different size into a logarithmic axis with a few round ticks."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.labels import label_of
from dashboard.render.charts.scales import round_ticks, value_axis
from dashboard.render.palette import Theme

# Of a logarithmic axis: so many powers of ten need nothing between them, so many ticks can be read, so many steps are tried.
FEWEST_TENS, MOST_TICKS, STEPS = 4, 8, 5


def log_ticks(low: float, high: float) -> list[float]:
    """Powers of ten within low … high, and three times them where there are fewer than four.

    Where not even two of these lie within, round steps do, as on any axis; so there are two ticks whatever the values.
    """
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    tens, threes = ([float(f"{digit}e{power}") for power in powers] for digit in (1, 3))
    tens = [tick for tick in tens if low <= tick <= high]
    if len(tens) >= FEWEST_TENS:
        return tens[:: math.ceil(len(tens) / MOST_TICKS)]
    threes = sorted([*tens, *(tick for tick in threes if low <= tick <= high)])
    steps = [tick for tick in round_ticks(low, high, STEPS) if low <= tick <= high]
    return next((ticks for ticks in (threes, steps) if len(ticks) > 1), [low, high])


def _log_texts(ticks: Sequence[float], unit: str) -> list[str]:
    """Every power of ten with its unit, for the largest and the smallest are too far apart for one."""
    return [label_of(tick, unit, max(0, math.ceil(-math.log10(tick)))) for tick in ticks]


def log_axis(theme: Theme, low: float, high: float, unit: str) -> dict[str, Any]:
    """A logarithmic axis from low to high, both above zero, with hairlines at a few round ticks."""
    ticks = log_ticks(low, high)
    axis = value_axis(theme, ticks, unit) | {
        "type": "log",
        "range": [math.log10(low), math.log10(high)],
        "zeroline": False,
    }
    is_wide = ticks[-1] > 9 * ticks[0]
    return axis | ({"ticktext": _log_texts(ticks, unit)} if is_wide else {})
