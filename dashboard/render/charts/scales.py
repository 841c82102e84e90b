"""Values → the axis that they stand on: few round ticks, a range that hides nothing, a mark where it does not begin at zero."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.render.palette import Theme
from dashboard.text.formats import axis_ticks

MOST_DIGITS = 6


def round_ticks(low: float, high: float, count: int = 4, *, is_whole: bool = False) -> list[float]:
    """About `count` steps of round ticks that enclose low … high; a little off the count where less would stay empty.

    With `is_whole` no tick stands between whole numbers: there is no half enterprise. What differs by less than figures
    can tell is one value, whose scale begins at zero.
    """
    if math.isclose(low, high):
        low, high = (0.0, high or 1.0) if high >= 0 else (low, 0.0)
    magnitude = 10 ** math.floor(math.log10((high - low) / count))
    best: tuple[float, list[float]] = (math.inf, [])
    for factor in (0.5, 1, 2, 2.5, 5, 10):
        step = magnitude * factor
        if is_whole and step % 1 and magnitude * 10 >= 1:
            continue
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        emptiness = (last - first) * step / (high - low) - 1
        cost = emptiness + 0.12 * abs(last - first - count)
        if cost < best[0]:
            digits = 10 - math.floor(math.log10(step))
            best = (cost, [round(index * step, digits) for index in range(first, last + 1)])
    return best[1]


def value_range(values: Sequence[float], *, is_zero_based: bool) -> tuple[float, float]:
    """Lowest and highest value to show; lines may leave zero out only where they move in the upper part."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if is_zero_based or (low >= 0 and low < high * 0.6) or (high <= 0 and high > low * 0.6):
        return min(low, 0.0), max(high, 0.0)
    return low, high


def padded_ends(ticks: Sequence[float]) -> list[float]:
    """The ends of an axis: a little beyond the outer ticks so that no line is cut, but exactly at a zero base.

    Fewer than two ticks have room around them as well: an axis of no length cannot be drawn.
    """
    if len(ticks) < 2:
        middle = ticks[0] if ticks else 0.0
        return [middle - (abs(middle) or 1.0), middle + (abs(middle) or 1.0)]
    air = (ticks[-1] - ticks[0]) * 0.02
    return [ticks[0] - (air if ticks[0] else 0), ticks[-1] + (air if ticks[-1] else 0)]


def value_axis(theme: Theme, ticks: Sequence[float], unit: str) -> dict[str, Any]:
    """A value axis with hairlines at its ticks; the top tick carries the unit. Without a tick it says nothing."""
    texts, scaled_unit = axis_ticks(ticks, unit)
    low, high = ends = padded_ends(ticks)
    return {
        "tickmode": "array",
        "tickvals": list(ticks),
        "ticktext": [*texts[:-1], *(text + scaled_unit for text in texts[-1:])],
        "range": ends,
        "showgrid": True,
        "zeroline": low <= 0 <= high,
        "zerolinecolor": theme.second_ink,
        "zerolinewidth": 1,
    }


def cut_mark(theme: Theme, ticks: Sequence[float]) -> list[dict[str, Any]]:
    """A break below the lowest tick of a vertical axis that does not begin at zero; none where it does."""
    low, high = padded_ends(ticks)
    if low <= 0 <= high:
        return []
    return [
        {
            "type": "path",
            "xref": "paper",
            "yref": "paper",
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": 0,
            "yanchor": 0,
            "path": f"M-18,{level} L-14,{level + 4} L-10,{level} L-6,{level + 4}",
            "line": {"color": theme.second_ink, "width": 1.25},
        }
        for level in (-18, -14)
    ]


def digits_of(step: float, least: int) -> int:
    """The digits behind the point, at least so many, by which ticks a `step` apart have names of their own."""
    return next(
        (digits for digits in range(least, MOST_DIGITS) if math.isclose(round(step, digits), step)), MOST_DIGITS
    )
