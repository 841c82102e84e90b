"""Turns many series into small line charts beside each other, on one common scale or each on its own."""

import math
from collections.abc import Sequence
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note, target_line
from dashboard.render.charts.labels import label_of, shortened
from dashboard.render.charts.lines import gaps, last_known, line_trace
from dashboard.render.charts.scales import round_ticks, value_axis, value_range
from dashboard.render.palette import Theme
from dashboard.text.formats import absence_word, is_number
from dashboard.text.periods import period_ticks
from dashboard.views.charts import Series, Target
from dashboard.views.series import labels_of, values_over

# Between two panels, as a part of the width.
GAP = 0.04
# What a line of names below the panels takes.
UNKNOWN_ROW = 20


def _scale(theme: Theme, ticks: Sequence[float], unit: str, *, is_own: bool, is_told: bool) -> dict[str, Any]:
    """The axis of a panel; one of its own says above its highest line how high that is, and nothing else."""
    axis = value_axis(theme, ticks, unit)
    if not is_own:
        return axis | {"showticklabels": is_told}
    texts = [*("" for _ in ticks[:-1]), *axis["ticktext"][-1:]]
    return axis | {"ticktext": texts, "ticklabelposition": "inside top", "showticklabels": is_told}


def _panel_notes(
    theme: Theme, one: Series, labels: Sequence[str], panel: dict[str, Any], unit: str, decimals: int
) -> list[dict[str, Any]]:
    """Name and last figure above a panel, words in its gaps, first and last period below the lowest panels."""
    values = values_over(one, labels)
    end = last_known(values)
    last = label_of(values[end], unit, decimals) if end is not None else absence_word(values[-1] if values else None)
    left, right = panel["x"]
    heading = note(
        theme,
        f"{shortened(one.name, 8)}<br><b>{last}</b>",
        x=left,
        xref="paper",
        xanchor="left",
        align="left",
        y=panel["top"],
        yref="paper",
        yanchor="top",
    )
    words = [
        note(theme, word, x=at, y=level, xref=f"x{panel['suffix']}", yref=f"y{panel['suffix']}", bgcolor=theme.surface)
        for at, level, word in gaps(values)
    ]
    corners = zip((left, right), ("left", "right"), period_ticks([*labels[:1], *labels[-1:]]), strict=bool(labels))
    periods = [
        note(theme, text, x=x, xref="paper", xanchor=side, align=side, y=panel["y"][0], yref="paper", yanchor="top")
        for x, side, text in corners
        if panel["is_lowest"]
    ]
    return [heading, *words, *periods]


def _ticks(values: Sequence[float], decimals: int, *, is_zero_based: bool) -> list[float]:
    low, high = value_range(values, is_zero_based=is_zero_based)
    return round_ticks(low, high, 2, is_whole=not decimals)


def _drawn(series: Sequence[Series]) -> tuple[list[Series], list[Series]]:
    """The series of which any figure is known, and the others; all as known where none is."""
    known = [one for one in series if any(is_number(value) for _, value in one.points)]
    return (known, [one for one in series if one not in known]) if known else ([*series], [])


def _unknown_notes(theme: Theme, unknown: Sequence[Series]) -> list[dict[str, Any]]:
    """The series without a plot by the word for why, on a line below the plots: `不公开：甲厂、乙厂`."""
    named: dict[str, list[str]] = {}
    for one in unknown:
        named.setdefault(absence_word(one.points[-1][1] if one.points else None), []).append(shortened(one.name, 8))
    told = "；".join(f"{word}：{'、'.join(names)}" for word, names in named.items())
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 0, "yref": "paper", "yanchor": "top", "yshift": -34}
    return [note(theme, told, **place)] if told else []


def small_multiples(
    series: Sequence[Series],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    target: Target | None = None,
    columns: int = 3,
    is_own_scale: bool = False,
) -> Figure:
    """One small line plot per series on one common scale, or its own from zero, name and last figure above each.

    A series without any figure gets no plot: it is named below with the word for why, unless there is no other.
    """
    labels = labels_of(series)
    series, unknown = _drawn(series)
    columns = min(columns, len(series)) or 1
    rows = math.ceil(len(series) / columns)
    head = 56 if is_own_scale else 42
    row_height, width = 94 + head, (1 - GAP * (columns - 1)) / columns
    aim = [target.value] if target else []
    of_each = [[*(float(value) for _, value in one.points if is_number(value)), *aim] for one in series]
    common = _ticks([value for values in of_each for value in values], decimals, is_zero_based=False)
    line = target_line(theme, target, unit, decimals)["shapes"]
    is_any_named = any(one.is_highlighted for one in series)
    traces, axes, annotations, shapes = [], {}, [], []
    for index, one in enumerate(series):
        row, column = divmod(index, columns)
        top = 1 - row / rows
        panel = {
            "suffix": str(index + 1) if index else "",
            "x": [column * (width + GAP), min(column * (width + GAP) + width, 1)],
            "y": [top - (row_height - 14) / row_height / rows, top - head / row_height / rows],
            "top": top,
            "is_lowest": index + columns >= len(series),
        }
        suffix = panel["suffix"]
        color = theme.others if is_any_named and not one.is_highlighted else theme.series[0]
        trace = line_trace(theme, one, labels, color, 2, unit, decimals)
        traces.append(trace | {"xaxis": f"x{suffix}", "yaxis": f"y{suffix}"})
        span = {"range": [-0.2, len(labels) - 0.8], "showticklabels": False}
        axes[f"xaxis{suffix}"] = span | {"domain": panel["x"], "anchor": f"y{suffix}"}
        is_told = bool(of_each[index]) if is_own_scale else column == 0
        ticks = _ticks(of_each[index], decimals, is_zero_based=True) if is_own_scale and is_told else common
        scale = _scale(theme, ticks, unit, is_own=is_own_scale, is_told=is_told)
        axes[f"yaxis{suffix}"] = scale | {"domain": panel["y"], "anchor": f"x{suffix}"}
        annotations += _panel_notes(theme, one, labels, panel, unit, decimals)
        shapes += [shape | {"yref": f"y{suffix}", "xref": f"x{suffix} domain"} for shape in line]
    return figure(
        theme,
        traces,
        height=rows * row_height + 36 + UNKNOWN_ROW * bool(unknown),
        margin={"l": 8, "r": 8, "t": 4, "b": 32 + UNKNOWN_ROW * bool(unknown), "pad": 2},
        annotations=[*annotations, *_unknown_notes(theme, unknown)],
        shapes=shapes,
        **axes,
    )
