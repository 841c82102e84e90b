"""Turns what is reached of targets into bullet bars: all in per cent of their targets, with what is due by now."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.labels import label_of, plot_value
from dashboard.render.charts.row_axes import row_axis
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html, is_number
from dashboard.views.charts import Bullet

TARGET_PCT = 100.0
# A bar that is reached many times over is cut here: its figure says by how much, and the others stay readable.
LONGEST_PCT = 130.0
BAR, TRACK, MARK = 0.26, 0.5, 0.3
# A label has two lines.
ROW_HEIGHT = 38


def bullets(items: Sequence[Bullet], theme: Theme, *, due_label: str = "") -> Figure:
    """A bar from zero to what is reached on a track that ends at the target, and a stroke at what is due by now."""
    texts = [
        "<br>".join(filter(None, (escape_html(item.text or label_of(item.value, "%", 1)), escape_html(item.note))))
        for item in items
    ]
    ends = [min(max(plot_value(item.value) or 0.0, TARGET_PCT), LONGEST_PCT) for item in items]
    label_room = math.ceil(max(map(text_width, texts), default=0))
    has_marks = any(item.due is not None for item in items)
    return figure(
        theme,
        [_track(theme, items), _bars(theme, items, texts)],
        height=ROW_HEIGHT * len(items) + 40,
        barmode="overlay",
        margin={"l": 8, "r": 12 + label_room, "t": 32, "b": 8, "pad": 6},
        xaxis={
            "range": [0, max([TARGET_PCT, *ends]) + 1],
            "showticklabels": False,
            "zeroline": True,
            "zerolinecolor": theme.second_ink,
            "zerolinewidth": 1,
        },
        yaxis=row_axis([item.name for item in items]),
        shapes=[
            _target(theme),
            *(_due(theme, row, item.due) for row, item in enumerate(items) if item.due is not None),
        ],
        annotations=[
            *([_above(theme, f"┃ {escape_html(due_label)}", 0, "left")] if has_marks and due_label else []),
            _above(theme, "目标", TARGET_PCT, "center"),
            *(_label(theme, row, text, item) for row, (item, text) in enumerate(zip(items, texts, strict=True))),
        ],
    )


def _track(theme: Theme, items: Sequence[Bullet]) -> dict[str, Any]:
    """The way to the target, behind every bar."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(items))),
        "x": [TARGET_PCT] * len(items),
        "width": TRACK,
        "hoverinfo": "skip",
        "marker": {"color": theme.missing, "line": {"width": 0}},
    }


def _bars(theme: Theme, items: Sequence[Bullet], texts: Sequence[str]) -> dict[str, Any]:
    tones = {"better": theme.better, "worse": theme.worse}
    values = [plot_value(item.value) for item in items]
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(items))),
        "x": [None if value is None else min(max(value, 0.0), LONGEST_PCT) for value in values],
        "width": BAR,
        "customdata": [
            [item.key or item.name, escape_html(item.name), text] for item, text in zip(items, texts, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br><b>%{customdata[2]}</b><extra></extra>",
        "marker": {
            "color": [tones.get(item.tone, theme.others) for item in items],
            "line": {"width": 0},
        },
    }


def _target(theme: Theme) -> dict[str, Any]:
    line = {"color": theme.ink, "width": 1, "dash": "dash"}
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": TARGET_PCT,
        "x1": TARGET_PCT,
        "y0": 0,
        "y1": 1,
        "line": line,
    }


def _due(theme: Theme, row: int, due: float) -> dict[str, Any]:
    place = min(max(due, 0.0), LONGEST_PCT)
    line = {"color": theme.ink, "width": 2.5}
    ends = {"y0": row - MARK, "y1": row + MARK}
    return {"type": "line", "xref": "x", "yref": "y", "x0": place, "x1": place, **ends, "line": line}


def _above(theme: Theme, text: str, x: float, anchor: str) -> dict[str, Any]:
    return note(theme, text, x=x, xref="x", xanchor=anchor, y=1, yref="paper", yanchor="bottom", yshift=2)


def _label(theme: Theme, row: int, text: str, item: Bullet) -> dict[str, Any]:
    """What the row says, in one column behind the longest bar."""
    color = theme.ink if is_number(item.value) else theme.second_ink
    place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "y": row, "yref": "y"}
    return note(theme, text, **place) | {"align": "left", "font": {"size": NOTE_SIZE, "color": color}}
