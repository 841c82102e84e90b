"""Turns series over time into line charts: one plot with labels at the line ends, or many small ones on one scale."""

from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import (
    LINE_HEIGHT,
    Figure,
    figure,
    label_axis,
    label_of,
    note,
    padded_ends,
    plot_value,
    round_ticks,
    shortened,
    spread,
    target_line,
    value_axis,
    value_range,
)
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, absence_word, escape_html, is_number, period_label
from dashboard.views.charts import Series, Target
from dashboard.views.series import MAX_SERIES, labels_of, values_over

TOP, BOTTOM = 20, 40


def gaps(values: Sequence[Value]) -> list[tuple[float, float, str]]:
    """Runs of missing values as (position, height of the neighbouring line, word)."""
    runs: list[list[int]] = []
    for index, value in enumerate(values):
        if is_number(value):
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    found = []
    for run in runs:
        around = [plot_value(values[index]) for index in (run[0] - 1, run[-1] + 1) if 0 <= index < len(values)]
        heights = [height for height in around if height is not None]
        if heights:
            word = absence_word(values[run[0]])
            found.append(((run[0] + run[-1]) / 2, sum(heights) / len(heights), word))
    return found


def last_known(values: Sequence[Value]) -> int | None:
    """Index of the last value that is there."""
    return next((index for index in range(len(values) - 1, -1, -1) if is_number(values[index])), None)


def _marker_sizes(values: Sequence[Value]) -> list[int]:
    """A dot at the end of the line and at points that stand alone between gaps, nothing elsewhere."""
    known = [False, *(is_number(value) for value in values), False]
    end = last_known(values)
    return [
        7 if index == end else 5 if known[index + 1] and not (known[index] or known[index + 2]) else 0
        for index in range(len(values))
    ]


def line_trace(
    theme: Theme, one: Series, labels: Sequence[str], color: str, width: float, unit: str, decimals: int
) -> dict[str, Any]:
    """One line as a trace; its hover says name, period, value or the word for the gap."""
    values = values_over(one, labels)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": escape_html(one.name),
        "x": list(range(len(labels))),
        "y": [plot_value(value) for value in values],
        "customdata": [
            [label, escape_html(period_label(label)), label_of(value, unit, decimals)]
            for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": f"{escape_html(one.name)}<br>%{{customdata[1]}}　<b>%{{customdata[2]}}</b><extra></extra>",
        "line": {"color": color, "width": width, "dash": "dot" if one.is_demo else "solid"},
        "marker": {"size": _marker_sizes(values), "color": color, "opacity": 1, "line": {"width": 0}},
        "connectgaps": False,
        "cliponaxis": False,
    }


def _crowd_trace(
    theme: Theme, crowd: Sequence[Series], labels: Sequence[str], unit: str, decimals: int
) -> dict[str, Any]:
    """Many thin grey lines as one trace, broken between them: a trace each would cost the browser far more."""
    x, y, told = [], [], []
    for one in crowd:
        for index, (label, value) in enumerate(zip(labels, values_over(one, labels), strict=True)):
            x.append(index)
            y.append(plot_value(value))
            told.append(
                [label, escape_html(period_label(label)), label_of(value, unit, decimals), escape_html(one.name)]
            )
        x.append(len(labels) - 1)
        y.append(None)
        told.append(["", "", "", ""])
    return {
        "type": "scatter",
        "mode": "lines",
        "name": f"其余 {len(crowd)} 处",
        "x": x,
        "y": y,
        "customdata": told,
        "hovertemplate": "%{customdata[3]}<br>%{customdata[1]}　<b>%{customdata[2]}</b><extra></extra>",
        "line": {"color": theme.others, "width": 1},
        "opacity": 0.6,
        "connectgaps": False,
        "cliponaxis": False,
    }


def _end_labels(
    theme: Theme,
    drawn: Sequence[tuple[Series, list[Value]]],
    unit: str,
    decimals: int,
    axis: list[float],
    height: int,
    *,
    is_alone: bool,
) -> tuple[list[dict[str, Any]], float]:
    """Annotations right of the plot, pushed apart, and the margin in pixels that they need."""
    ends = [(one, known[-1]) for one, values in drawn if (known := list(filter(is_number, values)))]
    names = [shortened(one.name, 8) for one, _ in ends]
    figures = [f"<b>{label_of(value, unit, decimals)}</b>" for _, value in ends]
    is_two_lined = any(text_width(f"{name} {value}") > 92 for name, value in zip(names, figures, strict=True))
    joint = "<br>" if is_two_lined else " "
    texts = figures if is_alone else [f"{name}{joint}{value}" for name, value in zip(names, figures, strict=True)]
    plot = height - TOP - BOTTOM
    low, high = padded_ends(axis)
    wanted = [(float(value) - low) / (high - low) * plot for _, value in ends]
    gap = LINE_HEIGHT * (2 if is_two_lined and not is_alone else 1) + 2
    placed = spread(wanted, gap, 0, plot)
    annotations = [
        {
            "text": text,
            "showarrow": False,
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 8,
            "y": float(value),
            "yref": "y",
            "yshift": round(at - want, 1),
            "align": "left",
            "font": {"size": NOTE_SIZE, "color": theme.ink},
        }
        for text, (_, value), want, at in zip(texts, ends, wanted, placed, strict=True)
    ]
    return annotations, max((text_width(text) for text in texts), default=0) + 20


def trend(
    series: Sequence[Series],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    target: Target | None = None,
    height: int = 300,
) -> Figure:
    """Lines with name and last figure at their ends; beyond seven the rest is drawn in grey without a label.

    Where one series is highlighted all others are grey, and of more than seven only the highlighted have labels. A
    missing value is a gap with its word.
    """
    labels = labels_of(series)
    is_any_highlighted = any(one.is_highlighted for one in series)
    if len(series) > MAX_SERIES and is_any_highlighted:
        named = [one for one in series if one.is_highlighted][:MAX_SERIES]
    else:
        named = list(series[: MAX_SERIES if len(series) <= MAX_SERIES else MAX_SERIES - 1])
    values = {one.name: values_over(one, labels) for one in series}
    known = [float(value) for row in values.values() for value in row if is_number(value)]
    low, high = value_range([*known, *([target.value] if target else [])], is_zero_based=False)
    ticks = round_ticks(low, high, is_whole=not decimals)
    colors = iter((*theme.series, theme.others))
    traces, words = [], []
    if crowd := [one for one in series if one not in named]:
        traces.append(_crowd_trace(theme, crowd, labels, unit, decimals))
    for one in named:
        is_quiet = is_any_highlighted and not one.is_highlighted
        color = theme.others if is_quiet else next(colors)
        traces.append(line_trace(theme, one, labels, color, 1.25 if is_quiet else 2.25, unit, decimals))
        words += [
            note(theme, word, x=at, y=level, xref="x", yref="y", bgcolor=theme.surface)
            for at, level, word in gaps(values[one.name])
        ]
    drawn = [(one, values[one.name]) for one in named]
    ends, right = _end_labels(theme, drawn, unit, decimals, ticks, height, is_alone=len(series) == 1)
    line = target_line(theme, target, unit, decimals)
    return figure(
        theme,
        traces,
        height=height,
        margin={"l": 8, "r": right, "t": TOP, "b": BOTTOM, "pad": 4},
        xaxis=label_axis(labels, padding=0.15),
        yaxis=value_axis(theme, ticks, unit),
        shapes=line["shapes"],
        annotations=[*line["annotations"], *words, *ends],
        hoverdistance=40,
    )
