"""Turns places into a scatter with labelled outliers and lines of equal ratio."""

import math
from collections.abc import Sequence
from statistics import median
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note, top_legend
from dashboard.render.charts.labels import label_of, shortened
from dashboard.render.charts.logarithmic import log_axis
from dashboard.render.charts.scales import padded_ends, round_ticks, value_axis
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html
from dashboard.views.charts import Dot, Ratio

LARGEST, DEFAULT = 30, 10
NARROW = 300
# The lowest and the highest value that an axis shows.
Ends = tuple[float, float]


def _axes(theme: Theme, values: Sequence[float], unit: str, *, is_log: bool) -> tuple[dict[str, Any], Ends]:
    """An axis over the values with its lowest and highest shown value."""
    if not is_log:
        ticks = round_ticks(min(0.0, *values), max(0.0, max(values) * 1.04))
        low, high = padded_ends(ticks)
        return value_axis(theme, ticks, unit), (low, high)
    low, high = min(values) / 1.4, max(values) * 1.4
    return log_axis(theme, low, high, unit), (low, high)


def _fraction(value: float, low: float, high: float, *, is_log: bool) -> float:
    """Where the value stands between the ends of its axis, 0 to 1."""
    if is_log:
        return (math.log10(value) - math.log10(low)) / (math.log10(high) - math.log10(low))
    return (value - low) / (high - low)


def outliers(dots: Sequence[Dot], count: int) -> list[Dot]:
    """Highlighted dots first, then those farthest from the median in either measure or in their ratio."""
    if not dots:
        return []
    distances = [0.0] * len(dots)
    ratios = [dot.y / dot.x if dot.x else 0.0 for dot in dots]
    for values in ([dot.x for dot in dots], [dot.y for dot in dots], ratios):
        middle = median(values)
        spread_of = median([abs(value - middle) for value in values]) or 1.0
        distances = [max(far, abs(value - middle) / spread_of) for far, value in zip(distances, values, strict=True)]
    order = sorted(range(len(dots)), key=lambda index: (not dots[index].is_highlighted, -distances[index]))
    return [dots[index] for index in order[:count]]


def _labels(
    theme: Theme,
    dots: Sequence[Dot],
    place: dict[Dot, tuple[float, float, float, float]],
    sizes: dict[Dot, float],
    plot: float,
) -> list[dict[str, Any]]:
    """Names beside the outliers, dropped where they would lie on another label on a phone."""
    taken: list[tuple[float, float, float, float]] = []
    labels = []
    for dot in dots:
        across, up = place[dot][0] * NARROW, place[dot][1] * plot
        text = shortened(dot.name, 10)
        width, offset = text_width(text), sizes[dot] / 2 + 4
        is_left = across + offset + width > NARROW
        left = across - offset - width if is_left else across + offset
        box = (left, up - 8, left + width, up + 8)
        if any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken):
            continue
        taken.append(box)
        labels.append(
            {
                "text": f"<b>{text}</b>" if dot.is_highlighted else text,
                "showarrow": False,
                "x": place[dot][2],
                "y": place[dot][3],
                "xanchor": "right" if is_left else "left",
                "xshift": -offset if is_left else offset,
                "font": {"size": NOTE_SIZE, "color": theme.ink},
            }
        )
    return labels


def _ratio_lines(
    theme: Theme, ratios: Sequence[Ratio], x: Ends, y: Ends, *, is_log: bool
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lines of equal y ÷ x as traces, and their labels where they leave the plot; none for a ratio of zero or below."""
    traces, labels = [], []
    for ratio in (one for one in ratios if one.value > 0):
        start = max(x[0], y[0] / ratio.value)
        end = min(x[1], y[1] / ratio.value)
        if start >= end:
            continue
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "x": [start, end],
                "y": [start * ratio.value, end * ratio.value],
                "line": {"color": theme.others, "width": 1, "dash": "dot"},
                "hoverinfo": "skip",
                "showlegend": False,
            }
        )
        at = (math.log10(end), math.log10(end * ratio.value)) if is_log else (end, end * ratio.value)
        labels.append(
            note(
                theme,
                escape_html(ratio.label),
                x=at[0],
                y=at[1],
                xanchor="right",
                yanchor="bottom" if end > x[1] * 0.999 else "top",
                xshift=-8,
            )
        )
    return traces, labels


def scatter(
    dots: Sequence[Dot],
    theme: Theme,
    *,
    x_title: str,
    y_title: str,
    x_unit: str = "",
    y_unit: str = "",
    decimals: int = 0,
    is_log: bool = False,
    ratios: Sequence[Ratio] = (),
    labels: int = 6,
    height: int = 380,
) -> Figure:
    """Dots by two measures, area by `size`, the outliers named; with `is_log` dots at or below zero are left out."""
    # Large dots first, so that small ones lie on top of them.
    shown = sorted((dot for dot in dots if not is_log or (dot.x > 0 and dot.y > 0)), key=lambda dot: -(dot.size or 0))
    if not shown:
        raise ValueError("a scatter needs at least one dot that its axes can show")
    x_axis, x_ends = _axes(theme, [dot.x for dot in shown], x_unit, is_log=is_log)
    y_axis, y_ends = _axes(theme, [dot.y for dot in shown], y_unit, is_log=is_log)
    largest = max((dot.size or 0 for dot in shown), default=0)
    sizes = {
        dot: max(6, LARGEST * math.sqrt(max(0, dot.size) / largest)) if dot.size and largest > 0 else DEFAULT
        for dot in shown
    }
    groups = list(dict.fromkeys(dot.group for dot in dots if dot in sizes))
    palette = [*theme.series, theme.others]
    is_any_named = any(dot.is_highlighted for dot in shown)
    place = {
        dot: (
            _fraction(dot.x, *x_ends, is_log=is_log),
            _fraction(dot.y, *y_ends, is_log=is_log),
            math.log10(dot.x) if is_log else dot.x,
            math.log10(dot.y) if is_log else dot.y,
        )
        for dot in shown
    }
    lines, line_labels = _ratio_lines(theme, ratios, x_ends, y_ends, is_log=is_log)
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": escape_html(group),
            "x": [dot.x for dot in shown if dot.group == group],
            "y": [dot.y for dot in shown if dot.group == group],
            "customdata": [
                [
                    dot.key or dot.name,
                    escape_html(dot.name),
                    label_of(dot.x, x_unit, decimals),
                    label_of(dot.y, y_unit, decimals),
                ]
                for dot in shown
                if dot.group == group
            ],
            "hovertemplate": "<b>%{customdata[1]}</b><br>"
            f"{escape_html(x_title)}　%{{customdata[2]}}<br>{escape_html(y_title)}　%{{customdata[3]}}<extra></extra>",
            "marker": {
                "size": [sizes[dot] for dot in shown if dot.group == group],
                "color": [
                    theme.sequential[1]
                    if is_any_named and not dot.is_highlighted
                    else palette[min(index, len(palette) - 1)]
                    for dot in shown
                    if dot.group == group
                ],
                "opacity": 0.85,
                "line": {"width": 1, "color": theme.surface},
            },
            "cliponaxis": False,
        }
        for index, group in enumerate(groups)
    ]
    has_legend = len(groups) > 1
    top = 54 if has_legend else 32
    title = note(
        theme,
        f"↑ {escape_html(y_title)}",
        x=0,
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=8,
    )
    return figure(
        theme,
        [*lines, *traces],
        height=height,
        margin={"l": 8, "r": 16, "t": top, "b": 48, "pad": 4},
        xaxis=x_axis | {"title": {"text": f"{escape_html(x_title)} →", "standoff": 6}},
        yaxis=y_axis,
        showlegend=has_legend,
        legend=top_legend() | {"y": 1.08},
        annotations=[title, *line_labels, *_labels(theme, outliers(shown, labels), place, sizes, height - top - 48)],
    )
