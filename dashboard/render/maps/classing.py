"""Values and a way of classing → the inner borders of the classes."""

from collections.abc import Sequence

from dashboard.render.classes import class_breaks
from dashboard.views.maps import BY_QUANTILES, EQUAL, MANUAL, NATURAL, Classing

CLASSES = 5
# Natural breaks compare every pair of figures: of more than these every n-th one stands for its neighbours.
COMPARED = 400


def borders_of(values: Sequence[float], decimals: int, classing: Classing = BY_QUANTILES) -> list[float]:
    """The inner borders, rising; none where there are no two different values."""
    if classing.method == MANUAL:
        return sorted(set(classing.borders))[: CLASSES - 1]
    if classing.method == EQUAL and values:
        return _kept(
            [min(values) + (max(values) - min(values)) * part / CLASSES for part in range(1, CLASSES)], values, decimals
        )
    if classing.method == NATURAL and values:
        return _kept(natural_breaks(values, CLASSES), values, decimals)
    return class_breaks(values, CLASSES, decimals)


def _kept(borders: Sequence[float], values: Sequence[float], decimals: int) -> list[float]:
    """The borders as they are shown, without those that part nothing."""
    rounded = sorted({round(border, decimals) for border in borders})
    return [border for border in rounded if min(values) < border <= max(values)]


def natural_breaks(values: Sequence[float], classes: int) -> list[float]:
    """The least value of every class but the first, so that values differ least within classes (Fisher and Jenks)."""
    ordered = sorted(values)
    ordered = ordered[:: -(-len(ordered) // COMPARED)]
    count = len(set(ordered))
    if count <= classes:
        return sorted(set(ordered))[1:]
    sums, squares = [0.0], [0.0]
    for value in ordered:
        sums.append(sums[-1] + value)
        squares.append(squares[-1] + value * value)

    def spread(start: int, end: int) -> float:
        total = sums[end] - sums[start]
        return squares[end] - squares[start] - total * total / (end - start)

    length = len(ordered)
    least = [spread(0, end) if end else 0.0 for end in range(length + 1)]
    starts: list[list[int]] = []
    for made in range(2, classes + 1):
        begins = [0] * (length + 1)
        next_least = [0.0] * (length + 1)
        for end in range(made, length + 1):
            next_least[end], begins[end] = min(
                (least[start] + spread(start, end), start) for start in range(made - 1, end)
            )
        least = next_least
        starts.append(begins)
    found, end = [], length
    for begins in reversed(starts):
        end = begins[end]
        found.append(ordered[end])
    return sorted(found)
