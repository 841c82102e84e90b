"""Turns values into at most five classes with borders, colours and words, for maps and heat maps alike."""

from bisect import bisect_right
from collections.abc import Sequence

from dashboard.look.formats import number
from dashboard.look.theme import Theme


def class_breaks(values: Sequence[float], classes: int) -> list[float]:
    """The inner borders of up to `classes` classes of about equal count; fewer where values repeat."""
    ordered = sorted(values)
    if not ordered:
        return []
    # So few different ones, as small counts have, are a class each.
    if len(distinct := sorted(set(ordered))) <= classes:
        return distinct[1:]
    cuts = [ordered[min(len(ordered) - 1, round(len(ordered) * index / classes))] for index in range(1, classes)]
    return sorted({cut for cut in cuts if cut > ordered[0]})


def class_of(value: float, breaks: Sequence[float]) -> int:
    """The class of a value, counted from 0; a value on a border belongs to the upper class."""
    return bisect_right(breaks, value)


def class_colors(theme: Theme, count: int) -> list[str]:
    """Colours for one to five classes, spread over the whole sequential scale.

    Raises ValueError for more classes than the scale has steps.
    """
    last = len(theme.sequential) - 1
    if count > last + 1:
        raise ValueError(f"{count} classes; the scale has {last + 1} steps")
    return [theme.sequential[round(index * last / (count - 1)) if count > 1 else last // 2] for index in range(count)]


def class_texts(values: Sequence[float], breaks: Sequence[float], unit: str, decimals: int) -> list[str]:
    """What each class holds, in words: 60以下, 60–80, 80及以上; a single class is its one value or its span."""
    if not breaks:
        ends = sorted({number(value, unit, decimals) for value in (min(values), max(values))}) if values else [""]
        return ["–".join(ends)]
    borders = [number(border, unit, decimals) for border in breaks]
    between = [f"{low}–{high}" for low, high in zip(borders, borders[1:], strict=False)]
    return [f"{borders[0]}以下", *between, f"{borders[-1]}及以上"]
