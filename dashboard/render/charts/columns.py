"""Turns series over periods into columns from zero, side by side or stacked, the rest folded into 其他."""

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
    pattern,
    plot_value,
    round_ticks,
    shortened,
    spread,
    target_line,
    top_legend,
    value_axis,
    value_range,
)
from dashboard.render.charts.lines import gaps, last_known
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, escape_html, is_number, period_label
from dashboard.views.charts import Series, Target
from dashboard.views.series import MAX_SERIES, OTHERS, fold, labels_of, values_over

# Of the room of a period, what its column takes; and what a figure above the last one may take of both, in pixels.
COLUMN, COLUMN_ROOM = 0.64, 16
# Between more columns than these a word that lies is wider than a gap, so it is written downwards.
FEW_COLUMNS = 3


def _columns_of(
    theme: Theme, one: Series, labels: Sequence[str], color: str, unit: str, decimals: int
) -> dict[str, Any]:
    """One set of columns as a trace."""
    values = values_over(one, labels)
    texts = [label_of(value, unit, decimals) for value in values]
    return {
        "type": "bar",
        "name": escape_html(one.name),
        "x": list(range(len(labels))),
        "y": [plot_value(value) for value in values],
        "customdata": [
            [label, escape_html(period_label(label)), text] for label, text in zip(labels, texts, strict=True)
        ],
        "hovertemplate": f"{escape_html(one.name)}<br>%{{customdata[1]}}　<b>%{{customdata[2]}}</b><extra></extra>",
        "marker": {
            "color": color,
            "line": {"width": 0.5, "color": theme.surface},
            **pattern(theme, [one.is_demo] * len(labels)),
        },
    }


def _stack_labels(
    theme: Theme, series: Sequence[Series], labels: Sequence[str], ticks: list[float], plot: float
) -> list[dict[str, Any]]:
    """The series' names right of the last column, each beside its part."""
    heights = [sum(plot_value(value) or 0.0 for value in values_over(one, labels[-1:])) for one in series]
    middles = [sum(heights[:index]) + height / 2 for index, height in enumerate(heights)]
    low, high = padded_ends(ticks)
    wanted = [(middle - low) / (high - low) * plot for middle in middles]
    return [
        {
            "text": shortened(one.name, 8),
            "showarrow": False,
            "x": 1,
            "xref": "paper",
            "xanchor": "left",
            "xshift": 6,
            "y": middle,
            "yref": "y",
            "yshift": round(at - want, 1),
            "font": {"size": NOTE_SIZE, "color": theme.ink},
        }
        for one, middle, want, at in zip(series, middles, wanted, spread(wanted, LINE_HEIGHT, 0, plot), strict=True)
    ]


def columns(
    series: Sequence[Series],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    is_stacked: bool = False,
    target: Target | None = None,
    height: int = 300,
) -> Figure:
    """Columns from zero over periods, side by side or stacked; more than seven stacked ones are folded into 其他.

    Raises ValueError for more than seven series side by side: nobody can read them.
    """
    if is_stacked:
        series, _ = fold(series)
    elif len(series) > MAX_SERIES:
        raise ValueError(f"{len(series)} series side by side; at most {MAX_SERIES} can be told apart")
    labels = labels_of(series)
    palette = [*theme.series, theme.others]
    colors = [
        theme.others if one.name == OTHERS else palette[index if one.slot is None else one.slot]
        for index, one in enumerate(series)
    ]
    rows = [[plot_value(value) for value in values_over(one, labels)] for one in series]
    tops = [sum(value or 0.0 for value in column) for column in zip(*rows, strict=True)]
    known = tops if is_stacked else [value for row in rows for value in row if value is not None]
    low, high = value_range([*known, *([target.value] if target else [])], is_zero_based=True)
    ticks = round_ticks(low, high, is_whole=not decimals)
    traces = [_columns_of(theme, one, labels, color, unit, decimals) for one, color in zip(series, colors, strict=True)]
    is_alone = len(series) == 1
    has_end_labels = is_stacked and len(series) > 1
    margin_right = max(text_width(shortened(one.name, 8)) for one in series) + 14 if has_end_labels else 8
    top, bottom = 24, 40
    line = target_line(theme, target, unit, decimals)
    annotations = line["annotations"]
    if is_alone:
        notes = _column_notes(theme, values_over(series[0], labels), unit, decimals)
        annotations = annotations + notes
        lines = [line for one in notes for line in one["text"].split("<br>")]
        margin_right = max(margin_right, *(text_width(line) - COLUMN_ROOM for line in lines), 0)
    if has_end_labels:
        annotations = annotations + _stack_labels(theme, series, labels, ticks, height - top - bottom)
    return figure(
        theme,
        traces,
        height=height,
        barmode="stack" if is_stacked else "group",
        bargap=1 - COLUMN,
        bargroupgap=0.08,
        margin={"l": 8, "r": margin_right, "t": top, "b": bottom, "pad": 4},
        xaxis=label_axis(labels),
        yaxis=value_axis(theme, ticks, unit),
        showlegend=not is_alone and not is_stacked,
        legend=top_legend(),
        shapes=line["shapes"],
        annotations=annotations,
    )


def _column_notes(theme: Theme, values: Sequence[Value], unit: str, decimals: int) -> list[dict[str, Any]]:
    """The last column's figure above it, and the word where a column is missing."""
    last = last_known(values)
    value = None if last is None else values[last]
    between = "" if len(values) <= FEW_COLUMNS else "<br>"
    words = [
        note(theme, between.join(word), x=at, y=0, xref="x", yref="y", yanchor="bottom") for at, _, word in gaps(values)
    ]
    if last is None or not is_number(value):
        return words
    text = f"<b>{label_of(value, unit, decimals)}</b>"
    above = {"x": last, "y": float(value), "xref": "x", "yref": "y", "yanchor": "bottom"}
    before = values[last - 1] if last else None
    if is_number(before) and before > value:
        # Wider than its column, it would lie on the higher one before: it begins where its own column does.
        above |= {"x": last - COLUMN / 2, "xanchor": "left"}
    return [*words, note(theme, text, **above) | {"font": {"size": NOTE_SIZE, "color": theme.ink}}]
