"""The shapes of a town → between which degrees its places lie, before any form is read."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from etl.content import Bounds
from etl.inputs import Input

# Some ten kilometres: a place may well stand just beyond the last of the shapes.
MARGIN = 0.1
TOWN = "本地各区域"
LONGEST = 1 << 26


def extent(shapes: Sequence[Input], otherwise: Bounds) -> Bounds:
    """The degrees that the shapes cover, with a margin; `otherwise` where there are none that can be read.

    What is wrong with a shape is said where it is loaded.
    """
    places = [place for shape in shapes if shape.path.stat().st_size <= LONGEST for place in _places(shape)]
    east = [longitude for longitude, _ in places if otherwise.west <= longitude <= otherwise.east]
    north = [latitude for _, latitude in places if otherwise.south <= latitude <= otherwise.north]
    if not east or not north:
        return otherwise
    return Bounds(TOWN, min(east) - MARGIN, min(north) - MARGIN, max(east) + MARGIN, max(north) + MARGIN)


def _places(shape: Input) -> list[tuple[float, float]]:
    try:
        told = json.loads(shape.path.read_text(encoding="utf-8-sig"))
        return list(_pairs(told))
    except (ValueError, RecursionError):
        return []


def _pairs(told: Any) -> Iterator[tuple[float, float]]:
    """Every pair of numbers in the coordinates of a shape, however deep they lie."""
    waiting = [told]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += [one[key] for key in ("features", "geometries", "geometry", "coordinates") if key in one]
        elif isinstance(one, list):
            if len(one) >= 2 and all(isinstance(part, int | float) and not isinstance(part, bool) for part in one[:2]):
                yield float(one[0]), float(one[1])
            else:
                waiting += one
