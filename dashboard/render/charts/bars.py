"""Turns named values into rows of bars from zero: in the given order, or as the stages of a funnel."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import (
    NARROW_PLOT,
    Figure,
    figure,
    label_of,
    note,
    pattern,
    plot_value,
    target_line,
    value_range,
    wrapped,
)
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html, is_number, percent
from dashboard.views.charts import Bar, Target

ROW_HEIGHT = 34
STAGE_HEIGHT = 56


def row_axis(names: Sequence[str]) -> dict[str, Any]:
    """A vertical axis of names, the first at the top."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": [wrapped(name) for name in names],
        "range": [max(len(names), 1) - 0.5, -0.5],
    }


def length_axis(theme: Theme, values: Sequence[float], texts: Sequence[str]) -> dict[str, Any]:
    """A horizontal axis from zero without ticks, as every bar carries its figure, with room for these on a phone."""
    low, high = value_range(values, is_zero_based=True)
    room = (high - low or 1) * min(0.5, (max(map(text_width, texts), default=0) + 12) / NARROW_PLOT)
    return {
        "range": [low - (room if low < 0 else 0), high + (room if high > 0 or low == 0 else 0)],
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": theme.second_ink,
        "zerolinewidth": 1,
    }


def highlight_colors(theme: Theme, flags: Sequence[bool]) -> list[str]:
    """One colour for all bars, or the highlighted ones before the rest in a tint."""
    return [theme.series[0] if flag or not any(flags) else theme.sequential[1] for flag in flags]


def _bars(theme: Theme, items: Sequence[Bar], texts: Sequence[str], width: float) -> dict[str, Any]:
    """The bars as one trace."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(items))),
        "x": [plot_value(item.value) for item in items],
        "width": width,
        "customdata": [
            [item.key or item.name, escape_html(item.name), text, escape_html(item.note)]
            for item, text in zip(items, texts, strict=True)
        ],
        "hovertemplate": "%{customdata[1]}<br><b>%{customdata[2]}</b><br>%{customdata[3]}<extra></extra>",
        "marker": {
            "color": highlight_colors(theme, [item.is_highlighted for item in items]),
            "line": {"width": 0},
            **pattern(theme, [item.is_demo for item in items]),
        },
    }


def _row_labels(theme: Theme, items: Sequence[Bar], texts: Sequence[str]) -> list[dict[str, Any]]:
    """The figure at the end of each bar, or the word at its beginning where the value is missing."""
    labels = []
    for index, (item, text) in enumerate(zip(items, texts, strict=True)):
        value = plot_value(item.value)
        side = -1 if value is not None and value < 0 else 1
        labels.append(
            {
                "text": text,
                "showarrow": False,
                "x": value or 0,
                "xref": "x",
                "xanchor": "left" if side > 0 else "right",
                "xshift": 4 * side,
                "y": index,
                "yref": "y",
                "bgcolor": theme.surface,
                "font": {"size": NOTE_SIZE, "color": theme.second_ink if value is None else theme.ink},
            }
        )
    return labels


def bars(items: Sequence[Bar], theme: Theme, *, unit: str, decimals: int = 0, target: Target | None = None) -> Figure:
    """Horizontal bars from zero in the given order, figure at the end; a missing value is its word."""
    values = [float(item.value) for item in items if is_number(item.value)] + ([target.value] if target else [])
    line = target_line(theme, target, unit, decimals, is_vertical=True)
    texts = [label_of(item.value, unit, decimals) for item in items]
    return figure(
        theme,
        [_bars(theme, items, texts, 0.6)],
        height=ROW_HEIGHT * len(items) + (32 if target else 16),
        margin={"l": 8, "r": 8, "t": 24 if target else 8, "b": 8, "pad": 6},
        xaxis=length_axis(theme, values, texts),
        yaxis=row_axis([item.name for item in items]),
        shapes=line["shapes"],
        annotations=[*line["annotations"], *_row_labels(theme, items, texts)],
    )


def funnel(stages: Sequence[Bar], theme: Theme, *, unit: str, decimals: int = 0) -> Figure:
    """Stages as bars from zero, and between two of them the share that went on; a larger stage went on from elsewhere."""
    values = [float(stage.value) for stage in stages if is_number(stage.value)]
    texts = [label_of(stage.value, unit, decimals) for stage in stages]
    passed = [
        note(theme, f"↓ {percent(share)}", x=0, xref="x", xanchor="left", xshift=4, y=index + 0.5, yref="y")
        for index, share in enumerate(passed_on(stages))
        if share is not None
    ]
    return figure(
        theme,
        [_bars(theme, stages, texts, 0.54)],
        height=STAGE_HEIGHT * len(stages) + 8,
        margin={"l": 8, "r": 8, "t": 4, "b": 4, "pad": 6},
        xaxis=length_axis(theme, values, texts),
        yaxis=row_axis([stage.name for stage in stages]),
        annotations=[*_row_labels(theme, stages, texts), *passed],
    )


def passed_on(stages: Sequence[Bar]) -> list[float | None]:
    """Percent of each stage that reached the next; `None` where one of the two is missing or nobody began."""
    return [
        float(after.value) / float(before.value) * 100
        if is_number(before.value) and is_number(after.value) and before.value >= after.value and before.value > 0
        else None
        for before, after in zip(stages, stages[1:], strict=False)
    ]
