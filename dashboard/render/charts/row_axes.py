"""The axes of rows: a name before each, and room for the figures behind the bars."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.label_axes import NARROW_PLOT
from dashboard.render.charts.labels import is_wrapped, wrapped
from dashboard.render.charts.scales import value_range
from dashboard.render.palette import Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import is_number
from dashboard.views.charts import Bar

ROW_HEIGHT, TWO_LINES = 31, 40


def row_axis(names: Sequence[str], places: Sequence[float] = (), bold: Sequence[bool] = ()) -> dict[str, Any]:
    """A vertical axis of names, the first at the top; at `places` where there are gaps between them, some in bold."""
    at = list(places) or list(range(len(names)))
    texts = [wrapped(name) for name in names]
    return {
        "tickmode": "array",
        "tickvals": at,
        "ticktext": [f"<b>{text}</b>" if strong else text for text, strong in zip(texts, bold, strict=True)]
        if bold
        else texts,
        "range": [max([*at, 0]) + 0.5, -0.5],
    }


def row_height(names: Sequence[str]) -> int:
    """Pixels of a row: more where a name takes two lines."""
    return TWO_LINES if any(map(is_wrapped, names)) else ROW_HEIGHT


def length_axis(theme: Theme, values: Sequence[float], texts: Sequence[str]) -> dict[str, Any]:
    """A horizontal axis from zero without ticks, as every bar carries its figure, with room for these on a phone."""
    low, high = value_range(values, is_zero_based=True)
    room = _room(low, high, texts)
    return _without_ticks(theme, low - (room if low < 0 else 0), high + (room if high > 0 or low == 0 else 0))


def behind_axis(theme: Theme, values: Sequence[float], texts: Sequence[str]) -> dict[str, Any]:
    """The same where every figure stands at the right end of its bar, whichever way that goes."""
    low, high = value_range(values, is_zero_based=True)
    return _without_ticks(theme, low, high + _room(low, high, texts))


def _room(low: float, high: float, texts: Sequence[str]) -> float:
    """What the figures take beside the bars, in the unit of the axis."""
    return (high - low or 1) * min(0.5, (max(map(text_width, texts), default=0) + 12) / NARROW_PLOT)


def change_axis(theme: Theme, items: Sequence[Bar], texts: Sequence[str], beside: float) -> dict[str, Any]:
    """The same for bars to both sides, with the room that each side needs on a phone, where `beside` pixels are taken."""
    low, high = value_range([float(item.value) for item in items if is_number(item.value)], is_zero_based=True)
    falls = [is_number(item.value) and item.value < 0 for item in items]
    before, behind = (
        max((text_width(text) + 8 for text, falling in zip(texts, falls, strict=True) if falling == side), default=0)
        for side in (True, False)
    )
    # What is left for the bars themselves, at least a quarter of the whole.
    room = max(NARROW_PLOT - before - behind - beside, NARROW_PLOT / 4)
    scale = (high - low or 1) / room
    return _without_ticks(theme, low - before * scale, high + behind * scale)


def _without_ticks(theme: Theme, low: float, high: float) -> dict[str, Any]:
    return {
        "range": [low, high],
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": theme.second_ink,
        "zerolinewidth": 1,
    }
