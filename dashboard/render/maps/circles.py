"""Counts of areas → circles as large as they are: twice the count is twice the surface."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.render.maps.placing import FittedArea
from dashboard.text.formats import is_number
from dashboard.views.maps import Point

# The largest circle against the shorter side of the drawing.
LARGEST = 0.085
ROUND = (1, 2, 3, 4, 5, 6, 8)


@dataclass(frozen=True)
class FittedCircle:
    """The circle of the area of that code."""

    code: str
    middle: Point
    radius: float


def radius_of(count: float, largest: float) -> float:
    """The radius of a circle against that of the largest one: surfaces are as the counts."""
    return math.sqrt(abs(count) / largest) if largest else 0.0


def place_circles(areas: Sequence[FittedArea], width: float, height: float, largest: float) -> tuple[FittedCircle, ...]:
    """A circle in each area that counts something, the largest first, so that a small one is never covered.

    `largest` is the count that the largest circle stands for.
    """
    unit = LARGEST * min(width, height)
    found = [
        FittedCircle(area.shape.code, area.points[0], unit * radius_of(float(area.shape.value), largest))
        for area in areas
        if is_number(area.shape.value) and area.shape.value
    ]
    return tuple(sorted(found, key=lambda circle: -circle.radius))


def round_counts(largest: float) -> tuple[float, ...]:
    """Up to three round counts for the key, the largest first: none above the largest one that is drawn."""
    if largest <= 0:
        return ()
    top = _rounder(largest)
    return tuple(dict.fromkeys((top, _rounder(top / 4), _rounder(top / 20))))[
        : 3 if top >= 20 else 2 if top >= 4 else 1
    ]


def _rounder(count: float) -> float:
    power = 10.0 ** math.floor(math.log10(count))
    return max((step * power for step in ROUND if step * power <= count * 1.001), default=count)
