"""Periods or words → a horizontal axis of them, thinned and broken so that it fits on a phone."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.render.charts.labels import wrapped
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html
from dashboard.text.periods import period_ticks

# A phone's card is about 340 px wide; labels are thinned and shortened so that they fit there.
NARROW_PLOT = 210
# So many words stand upright beside each other there, each of so many signs.
MOST_UPRIGHT, LONGEST_UPRIGHT = 14, 6
# So many quarters, a sign each, stand beside each other on a phone.
MOST_QUARTERS = 16
# How many quarters or months may lie between two labels, so that the labels stand at the same ones each year.
EVEN_STEPS = {r"\d{4}Q\d": (1, 2, 4, 8), r"\d{4}-\d{2}": (1, 2, 3, 6, 12, 24)}


def _even_step(labels: Sequence[str], least: int) -> int:
    """The smallest step from `least` on that meets the same quarters or months every year."""
    steps = next((steps for pattern, steps in EVEN_STEPS.items() if labels and re.fullmatch(pattern, labels[-1])), ())
    return next((step for step in steps if step >= least), max(1, least))


def _room(texts: Sequence[str]) -> int:
    """How many of the texts stand beside each other on a phone."""
    lines = [line for text in texts for line in text.split("<br>")]
    return max(2, int(NARROW_PLOT / (max(map(text_width, lines), default=0) + 10)))


QUARTER = re.compile(r"(\d{4})Q([1-4])")


def _quarter_axis(labels: Sequence[str], padding: float) -> dict[str, Any]:
    """An axis on which every quarter stands, as 一 to 四 over the year at its first one, so that all fit on a phone."""
    found = [match for label in labels if (match := QUARTER.fullmatch(label))]
    firsts = {match[1]: place for place, match in reversed(list(enumerate(found)))}
    step = math.ceil(len(labels) / MOST_QUARTERS)
    texts = [
        f"{'一二三四'[int(match[2]) - 1]}{f'<br>{match[1]}年' if firsts[match[1]] == place else ''}"
        for place, match in enumerate(found)
    ]
    shown = list(range((len(labels) - 1) % step, len(labels), step))
    return _axis(shown, [texts[place] for place in shown], len(labels), padding)


def label_axis(labels: Sequence[str], padding: float = 0.5, *, is_upright: bool = False) -> dict[str, Any]:
    """A horizontal axis of labels at 0, 1, 2 …, thinned from the last one backwards so that they fit on a phone.

    A few words that would not fit beside each other are broken first: unlike periods, none can be guessed from the next.
    Where there is room below the axis, more of them stand upright, sign below sign.
    """
    if labels and all(QUARTER.fullmatch(label) for label in labels):
        return _quarter_axis(labels, padding)
    texts = period_ticks(labels)
    is_words = not any(re.fullmatch(pattern, label) for pattern in EVEN_STEPS for label in labels)
    if is_words and len(labels) > _room(texts):
        texts = [text if "<br>" in text else wrapped(text, 3) for text in texts]
    if is_words and is_upright and _room(texts) < len(labels) <= MOST_UPRIGHT:
        return _axis(list(range(len(labels))), [_upright(label) for label in labels], len(labels), padding)
    step = _even_step(labels, math.ceil(len(labels) / _room(texts)))
    shown = list(range((len(labels) - 1) % step, len(labels), step))
    if not is_words or step > 1:
        texts = period_ticks([labels[index] for index in shown])
    return _axis(shown, [text if "<br>" in text else wrapped(text, 6) for text in texts], len(labels), padding)


def _upright(word: str) -> str:
    """The first signs of a word, each on a line of its own."""
    kept = word if len(word) <= LONGEST_UPRIGHT else f"{word[: LONGEST_UPRIGHT - 1]}…"
    return "<br>".join(map(escape_html, kept))


def lines_below(axis: Mapping[str, Any]) -> int:
    """How many lines the longest label of an axis has."""
    return max((text.count("<br>") + 1 for text in axis["ticktext"]), default=1)


def _axis(shown: list[int], texts: list[str], count: int, padding: float) -> dict[str, Any]:
    return {
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": texts,
        "tickangle": 0,
        "range": [-padding, max(count, 1) - 1 + padding],
    }
