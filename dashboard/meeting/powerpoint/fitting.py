"""Finds the size at which a text fits into a box, so that no document cuts a word that its data made long."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.look.charts.frame import text_width

LINE_SPACING = 1.25
SMALLEST = 14


@dataclass(frozen=True)
class Fitted:
    """A text and its size in points; `is_cut` says that even the smallest size left some of it out."""

    text: str
    size: int
    is_cut: bool = False


def lines_of(text: str, size: int, width: float) -> int:
    """The lines that a text takes in `width` points. One sign is kept free, for no line breaks before a full stop."""
    return sum(max(1, math.ceil(text_width(line, size) / (width - size))) for line in text.split("\n"))


def height_of(text: str, size: int, width: float) -> float:
    """The height in points of a text set in `width` points."""
    return lines_of(text, size, width) * size * LINE_SPACING


def fitted(text: str, width: float, height: float, sizes: Sequence[int], *, tail: str = "") -> Fitted:
    """The text at the largest of `sizes` (points, falling) at which it fits; cut with … where none is small enough.

    `tail` is an end of the text that is never cut.
    """
    for size in sizes:
        if height_of(text, size, width) <= height:
            return Fitted(text, size)
    size = sizes[-1]
    kept, end = text.removesuffix(tail), f"…{tail}"
    while kept and height_of(kept + end, size, width) > height:
        kept = kept[:-1]
    return Fitted(kept + end, size, is_cut=True)
