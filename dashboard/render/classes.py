"""Turns values into at most five classes with borders, colours and words, for maps and heat maps alike."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from dashboard.render.palette import Theme
from dashboard.text.formats import number

ROUND_STEPS = (5, 2.5, 2, 1)
# A class may hold so many times its fair share before a border is moved to a less round figure.
FULLEST = 2


def class_breaks(values: Sequence[float], classes: int, decimals: int = 0) -> list[float]:
    """The inner borders of up to `classes` classes of about equal count; fewer where values repeat.

    Borders are moved to the roundest figures, of at most `decimals` decimals, that leave every class something to
    hold and none more than twice its share.
    """
    ordered = sorted(values)
    if not ordered:
        return []
    # So few different ones, as small counts have, are a class each.
    if len(distinct := sorted(set(ordered))) <= classes:
        return distinct[1:]
    cuts = [ordered[min(len(ordered) - 1, round(len(ordered) * index / classes))] for index in range(1, classes)]
    return _rounded(ordered, sorted({cut for cut in cuts if cut > ordered[0]}), decimals)


def _rounded(ordered: Sequence[float], cuts: list[float], decimals: int) -> list[float]:
    """The cuts at multiples of the largest 1, 2, 2.5 or 5 × 10ⁿ that keeps the classes apart; as they are if none does."""
    if not cuts:
        return cuts
    least = 10.0**-decimals
    highest = math.ceil(math.log10(max(ordered[-1] - ordered[0], least)))
    for power in range(highest, -decimals - 1, -1):
        for step in (factor * 10.0**power for factor in ROUND_STEPS):
            moved = sorted({round(math.floor(cut / step + 0.5) * step, 10) for cut in cuts})
            is_written_in_full = math.isclose(step / least, round(step / least))
            if is_written_in_full and len(moved) == len(cuts) and _are_filled(ordered, moved):
                return moved
    return cuts


def _are_filled(ordered: Sequence[float], breaks: Sequence[float]) -> bool:
    """Whether no class is empty and none holds more than `FULLEST` times its share."""
    held = Counter(class_of(value, breaks) for value in ordered)
    classes = len(breaks) + 1
    return len(held) == classes and max(held.values()) <= FULLEST * len(ordered) / classes


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
    """What each class holds, in words: 60以下, 60–80, 80及以上; a single class is its one value or its span.

    Of a last class that holds nothing above its border, as 100% is, the border alone is said.
    """
    if not breaks:
        ends = sorted({number(value, unit, decimals) for value in (min(values), max(values))}) if values else [""]
        return ["–".join(ends)]
    borders = [number(border, unit, decimals) for border in breaks]
    between = [f"{low}–{high}" for low, high in zip(borders, borders[1:], strict=False)]
    is_topped = bool(values) and number(max(values), unit, decimals) == borders[-1]
    return [f"{borders[0]}以下", *between, borders[-1] if is_topped else f"{borders[-1]}及以上"]
