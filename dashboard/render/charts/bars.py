"""Turns named values into rows of bars from zero, or of dots where these are too far apart for bars."""

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note, pattern, target_line
from dashboard.render.charts.label_axes import NARROW_PLOT
from dashboard.render.charts.labels import label_of, plot_value
from dashboard.render.charts.logarithmic import log_axis
from dashboard.render.charts.row_axes import change_axis, length_axis, row_axis, row_height
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html, is_number
from dashboard.views.charts import Bar, Target, are_far_apart

# Above the rows: the words of a target, or the heading of the figures at the right.
HEADING = 24
# Below dots on a logarithmic scale: its ticks and its name.
LOG_FOOT = 44


def highlight_colors(theme: Theme, flags: Sequence[bool]) -> list[str]:
    """One colour for all bars, or the highlighted ones before the rest in a tint."""
    return [theme.series[0] if flag or not any(flags) else theme.sequential[1] for flag in flags]


def row_bars(
    theme: Theme, items: Sequence[Bar], texts: Sequence[str], width: float, places: Sequence[float] = ()
) -> dict[str, Any]:
    """The bars as one trace."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(places) or list(range(len(items))),
        "x": [plot_value(item.value) for item in items],
        "width": width,
        "customdata": told_of(items, texts),
        "hovertemplate": HOVER,
        "marker": {
            "color": highlight_colors(theme, [item.is_highlighted for item in items]),
            "line": {"width": 0},
            **pattern(theme, [item.is_demo for item in items]),
        },
    }


HOVER = "%{customdata[1]}<br><b>%{customdata[2]}</b><br>%{customdata[3]}<extra></extra>"


def told_of(items: Sequence[Bar], texts: Sequence[str]) -> list[list[str]]:
    """What a pointer is told of each bar: key, name, figure, note."""
    return [
        [item.key or item.name, escape_html(item.name), text, escape_html(item.note)]
        for item, text in zip(items, texts, strict=True)
    ]


def row_labels(
    theme: Theme, items: Sequence[Bar], texts: Sequence[str], places: Sequence[float], least: float | None = None
) -> list[dict[str, Any]]:
    """The figure at the end of each bar, or the word at its beginning where the value is missing.

    `least` is where a logarithmic scale begins, which has no place for zero.
    """
    labels = []
    for at, item, text in zip(places, items, texts, strict=True):
        value = plot_value(item.value)
        side = -1 if value is not None and value < 0 else 1
        start = value or 0 if least is None else math.log10(value or least)
        labels.append(
            {
                "text": text,
                "showarrow": False,
                "x": start,
                "xref": "x",
                "xanchor": "left" if side > 0 else "right",
                "xshift": (4 if least is None else 10) * side,
                "y": at,
                "yref": "y",
                "bgcolor": theme.surface,
                "font": {"size": NOTE_SIZE, "color": theme.second_ink if value is None else theme.ink},
            }
        )
    return labels


def bars(
    items: Sequence[Bar],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    target: Target | None = None,
    is_change: bool = False,
    aside: str = "",
) -> Figure:
    """Horizontal bars from zero in the given order, figure at the end; a missing value is its word.

    Where the figures are too far apart for one linear scale they are dots on a logarithmic one.
    """
    texts = [_text(item, unit, decimals, is_change=is_change) for item in items]
    places = _places(items)
    asides = [item.aside for item in items] if aside else []
    beside = math.ceil(max(map(text_width, (aside, *asides)))) + 12 if aside else 0
    values = [float(item.value) for item in items if is_number(item.value)] + ([target.value] if target else [])
    line = target_line(theme, target, unit, decimals, is_vertical=True)
    is_log = are_far_apart(values) and not is_change
    low = min(filter(None, values), default=1.0) / 2
    rows = max(places, default=-1) + 1
    top, bottom = HEADING if target or aside else 8, LOG_FOOT if is_log else 8
    return figure(
        theme,
        [_dots(theme, items, texts, places) if is_log else row_bars(theme, items, texts, 0.6, places)],
        height=round(row_height([item.name for item in items]) * rows) + top + bottom,
        margin={"l": 8, "r": 8 + beside, "t": top, "b": bottom, "pad": 6},
        xaxis=_dot_axis(theme, low, max(values), texts, unit)
        if is_log
        else change_axis(theme, items, texts, beside)
        if is_change
        else length_axis(theme, values, texts),
        yaxis=row_axis([item.name for item in items], places, [item.is_chosen for item in items]),
        shapes=line["shapes"],
        annotations=[
            *line["annotations"],
            *row_labels(theme, items, texts, places, least=low if is_log else None),
            *_breaks(theme, items, places),
            *_asides(theme, aside, asides, places, beside),
        ],
    )


def _dots(theme: Theme, items: Sequence[Bar], texts: Sequence[str], places: Sequence[float]) -> dict[str, Any]:
    """The values as dots, for a bar has no beginning on a logarithmic scale."""
    return {
        "type": "scatter",
        "mode": "markers",
        "y": list(places),
        "x": [value if (value := plot_value(item.value)) else None for item in items],
        "customdata": told_of(items, texts),
        "hovertemplate": HOVER,
        "cliponaxis": False,
        "marker": {
            "size": 11,
            "opacity": 1,
            "color": highlight_colors(theme, [item.is_highlighted for item in items]),
            "line": {"width": 0},
        },
    }


def _dot_axis(theme: Theme, low: float, high: float, texts: Sequence[str], unit: str) -> dict[str, Any]:
    """A logarithmic axis that says so, with room for the figures behind the dots."""
    room = min(0.6, (max(map(text_width, texts), default=0) + 16) / NARROW_PLOT)
    axis = log_axis(theme, low, high, unit)
    start, end = axis["range"]
    title = {"text": "对数刻度", "standoff": 4}
    return axis | {"range": [start, start + (end - start) / (1 - room)], "title": title}


def _text(item: Bar, unit: str, decimals: int, *, is_change: bool) -> str:
    """The figure, of a change with its sign; a word with the reason behind it."""
    text = label_of(item.value, unit, decimals)
    if not is_number(item.value):
        return f"{text}（{escape_html(item.note)}）" if is_change and item.note else text
    return f"+{text}" if is_change and item.value > 0 else text


def _places(items: Sequence[Bar]) -> list[float]:
    """Where each bar lies: below the one before it, beyond a row of its own for what is left out between them."""
    gaps = accumulate(int(item.skipped > 0) for item in items)
    return [float(index + gap) for index, gap in enumerate(gaps)]


def _breaks(theme: Theme, items: Sequence[Bar], places: Sequence[float]) -> list[dict[str, Any]]:
    """In the empty rows, how many are left out there."""
    return [
        note(theme, f"⋮　略去中间{item.skipped}处", x=0, xref="x", xanchor="left", xshift=4, y=at - 1, yref="y")
        for item, at in zip(items, places, strict=True)
        if item.skipped
    ]


def _asides(
    theme: Theme, heading: str, asides: Sequence[str], places: Sequence[float], beside: float
) -> list[dict[str, Any]]:
    """The column at the right, under its heading."""
    if not heading:
        return []
    right = {"x": 1, "xref": "paper", "xanchor": "right", "xshift": beside}
    above = note(theme, escape_html(heading), y=1, yref="paper", yanchor="bottom", **right)
    return [
        above,
        *(note(theme, escape_html(text), y=at, yref="y", **right) for text, at in zip(asides, places, strict=True)),
    ]
