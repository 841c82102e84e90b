"""Turns pairs and qualified figures into rows: then against now, and bars whose end is open where the figure is."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.bars import highlight_colors
from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.labels import label_of, plot_value
from dashboard.render.charts.row_axes import length_axis, row_axis, row_height
from dashboard.render.charts.scales import round_ticks, value_axis, value_range
from dashboard.render.palette import NOTE_SIZE, Theme, translucent
from dashboard.render.widths import text_width
from dashboard.text.formats import absence_word, change, escape_html, is_number
from dashboard.views.charts import Interval, Pair

FADE = (0.88, 0.76, 0.64, 0.52, 0.4, 0.28, 0.17, 0.08)


def _dots(theme: Theme, pairs: Sequence[Pair], side: str, label: str, unit: str, decimals: int) -> dict[str, Any]:
    """The dots of one side; `then` is hollow, `now` filled in the colour of its direction."""
    tones = {"better": theme.better, "worse": theme.worse}
    values = [getattr(pair, side) for pair in pairs]
    is_any_named = any(pair.is_highlighted for pair in pairs)
    colors = [
        theme.others
        if is_any_named and not pair.is_highlighted
        else tones.get(change(pair.now, pair.then, unit, direction=pair.direction).tone, theme.series[0])
        for pair in pairs
    ]
    is_then = side == "then"
    texts = [label_of(value, unit, decimals) if is_number(value) else "" for value in values]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "y": list(range(len(pairs))),
        "x": [plot_value(value) for value in values],
        "text": texts,
        "textposition": [_label_side(pair, side) for pair in pairs],
        "textfont": {"size": NOTE_SIZE, "color": theme.second_ink if is_then else theme.ink},
        "cliponaxis": False,
        "customdata": [
            [pair.key or pair.name, escape_html(pair.name), text] for pair, text in zip(pairs, texts, strict=True)
        ],
        "hovertemplate": f"%{{customdata[1]}}<br>{escape_html(label)}　<b>%{{customdata[2]}}</b><extra></extra>",
        "marker": {
            "size": 10,
            "color": theme.surface if is_then else colors,
            "opacity": 1,
            "line": {"width": 2, "color": theme.others if is_then else colors},
        },
    }


def _label_side(pair: Pair, side: str) -> str:
    """Labels stand on the outer side of their dot; of two equal dots the later one's label is on the right."""
    is_rising = not (is_number(pair.then) and is_number(pair.now)) or pair.now >= pair.then
    return "middle right" if is_rising == (side == "now") else "middle left"


def dumbbell(
    pairs: Sequence[Pair], theme: Theme, *, unit: str, decimals: int = 0, then_label: str, now_label: str
) -> Figure:
    """One row per pair: a hollow dot then, a filled dot now, joined; teal where it got better, ochre where worse."""
    known = [float(value) for pair in pairs for value in (pair.then, pair.now) if is_number(value)]
    low, high = value_range(known, is_zero_based=False)
    ticks = round_ticks(low, high, 3)
    room = (ticks[-1] - ticks[0]) * 0.22
    joined = [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": float(pair.then),
            "x1": float(pair.now),
            "y0": index,
            "y1": index,
            "line": {"color": theme.ink if pair.is_highlighted else theme.others, "width": 2},
            "layer": "below",
        }
        for index, pair in enumerate(pairs)
        if is_number(pair.then) and is_number(pair.now)
    ]
    words = [
        note(theme, absence_word(pair.now), x=1, xref="paper", xanchor="right", y=index, yref="y")
        for index, pair in enumerate(pairs)
        if not is_number(pair.now)
    ]
    legend = note(
        theme,
        f"○ {escape_html(then_label)}　● {escape_html(now_label)}",
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=4,
    )
    return figure(
        theme,
        [
            _dots(theme, pairs, "then", then_label, unit, decimals),
            _dots(theme, pairs, "now", now_label, unit, decimals),
        ],
        height=row_height([pair.name for pair in pairs]) * len(pairs) + 64,
        margin={"l": 8, "r": 8, "t": 28, "b": 28, "pad": 6},
        xaxis=value_axis(theme, ticks, unit) | {"range": [ticks[0] - room, ticks[-1] + room], "zeroline": False},
        yaxis=row_axis([pair.name for pair in pairs], bold=[pair.is_highlighted for pair in pairs]),
        shapes=joined,
        annotations=[legend, *words],
    )


def _segment(
    items: Sequence[Interval], starts: list[float | None], lengths: list[float | None], color: object
) -> dict[str, Any]:
    """One piece of every bar; `None` leaves a row out."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(items))),
        "base": [start or 0.0 for start in starts],
        "x": lengths,
        "width": 0.56,
        "marker": {"color": color, "line": {"width": 0}},
        "hoverinfo": "skip",
    }


def range_bars(items: Sequence[Interval], theme: Theme, *, unit: str, decimals: int = 0) -> Figure:
    """Bars from zero to what is certain: beyond it a fading end where the figure is open, a bracket where it is a range."""
    bounds = [float(bound) for item in items for bound in (item.low, item.high, item.mark) if bound is not None]
    reach = (max(bounds, default=1.0) or 1.0) * 0.14
    texts = [escape_html(item.text).replace("\n", "<br>") or _bounds_text(item, unit, decimals) for item in items]
    colors = highlight_colors(theme, [item.is_highlighted for item in items])
    # Of an upper bound (不足、近) nothing near its end is certain, so its bar fades before the bound instead of behind it.
    certain = [
        item.low if item.low is not None else max(0.0, item.high - reach) if item.high is not None else None
        for item in items
    ]
    body = _segment(items, [0.0] * len(items), certain, colors) | {
        "customdata": [
            [item.key or item.name, escape_html(item.name), text] for item, text in zip(items, texts, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br><b>%{customdata[2]}</b><extra></extra>",
        "hoverinfo": None,
    }
    is_open = [(item.low is None) != (item.high is None) for item in items]
    piece = reach / len(FADE)
    fades = [
        _segment(
            items,
            [None if start is None else start + step * piece for start in certain],
            [piece if flag else None for flag in is_open],
            [translucent(color, alpha) for color in colors],
        )
        for step, alpha in enumerate(FADE)
    ]
    shapes = [shape for index, item in enumerate(items) for shape in _bracket(theme, index, item)]
    ends = [
        max(item.high if item.high is not None else (item.low or 0.0) + reach, item.mark or 0.0, 0.0) for item in items
    ]
    labels = [
        note(theme, text, x=end, xref="x", xanchor="left", xshift=6, y=index, yref="y")
        | {"align": "left", "font": {"size": NOTE_SIZE, "color": theme.ink}}
        for index, (end, text) in enumerate(zip(ends, texts, strict=True))
    ]
    # Most of these bars are about as long, so that the widest label stands behind one that ends at the plot's end.
    label_room = math.ceil(max(map(text_width, texts), default=0))
    return figure(
        theme,
        [body, *fades, *_marks(theme, items)],
        height=row_height([item.name for item in items]) * len(items) + 16,
        barmode="overlay",
        margin={"l": 8, "r": 8 + label_room, "t": 8, "b": 8, "pad": 6},
        xaxis=length_axis(theme, ends, ()),
        yaxis=row_axis([item.name for item in items]),
        shapes=shapes,
        annotations=labels,
    )


def _marks(theme: Theme, items: Sequence[Interval]) -> list[dict[str, Any]]:
    """The dots of the second figures; no trace where no item has one."""
    marked = [(row, item.mark) for row, item in enumerate(items) if item.mark is not None]
    if not marked:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "y": [row for row, _ in marked],
            "x": [mark for _, mark in marked],
            "cliponaxis": False,
            "hoverinfo": "skip",
            "marker": {"size": 9, "color": theme.ink, "line": {"width": 2, "color": theme.surface}},
        }
    ]


def _bracket(theme: Theme, row: int, item: Interval) -> list[dict[str, Any]]:
    """A bracket from low to high where both are known and differ."""
    if item.low is None or item.high is None or item.low == item.high:
        return []
    line = {"type": "line", "xref": "x", "yref": "y", "line": {"color": theme.ink, "width": 1.5}}
    middle = line | {"x0": item.low, "x1": item.high, "y0": row, "y1": row}
    return [middle, *(line | {"x0": x, "x1": x, "y0": row - 0.28, "y1": row + 0.28} for x in (item.low, item.high))]


def _bounds_text(item: Interval, unit: str, decimals: int) -> str:
    """The qualified figure in words where the caller gave none: 超30, 不足200, 20–30."""
    low, high = (label_of(bound, unit, decimals) for bound in (item.low, item.high))
    if item.low is None or item.high is None:
        return (
            f"超{low}"
            if item.high is None and item.low is not None
            else f"不足{high}"
            if item.high is not None
            else high
        )
    return low if item.low == item.high else f"{low}–{high}"
