"""Turns series over periods into columns from zero, side by side or stacked, the rest folded into 其他."""

from collections.abc import Mapping, Sequence
from itertools import cycle
from typing import Any

from dashboard.render.charts.frame import LINE_HEIGHT, Figure, figure, note, pattern, target_line, top_legend
from dashboard.render.charts.label_axes import label_axis, lines_below
from dashboard.render.charts.labels import label_of, plot_value, shortened, spread
from dashboard.render.charts.lines import gaps, last_known
from dashboard.render.charts.scales import padded_ends, round_ticks, value_axis, value_range
from dashboard.render.palette import NOTE_SIZE, Theme, translucent
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, escape_html, is_number
from dashboard.text.periods import period_label
from dashboard.views.charts import Series, Target
from dashboard.views.series import MAX_SERIES, OTHERS, fold, labels_of, values_over

# Of the room of a period, what its column takes; and what a figure above the last one may take of both, in pixels.
COLUMN, COLUMN_ROOM = 0.64, 16
# Fewer columns stand in the middle, as wide as of so many: one alone is no block.
FEWEST = 5
# A line of a label below the axis.
LINE = 15
# How strong the greys of neighbouring parts are that the title does not name.
GREYS = (0.55, 0.3)
YEAR_BEFORE = "上年同期"
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
    marks: Sequence[str] = (),
    ticks: Sequence[tuple[str, Value]] = (),
) -> Figure:
    """Columns from zero over periods, side by side or stacked; more than seven stacked ones are folded into 其他.

    Where some series are highlighted the others are grey; of a single series the marked periods are, and carry their
    figures. `ticks` are set across the columns: the level of each period a year before. Raises ValueError for more than seven series side by side: nobody can read them.
    """
    if is_stacked:
        series, _ = fold(series)
    elif len(series) > MAX_SERIES:
        raise ValueError(f"{len(series)} series side by side; at most {MAX_SERIES} can be told apart")
    labels = labels_of(series)
    colors = _colors(theme, series)
    rows = [[plot_value(value) for value in values_over(one, labels)] for one in series]
    tops = [sum(value or 0.0 for value in column) for column in zip(*rows, strict=True)]
    known = tops if is_stacked else [value for row in rows for value in row if value is not None]
    earlier = [float(value) for _, value in ticks if is_number(value)]
    low, high = value_range([*known, *earlier, *([target.value] if target else [])], is_zero_based=True)
    scale = round_ticks(low, high, is_whole=not decimals)
    is_alone = len(series) == 1
    traces = [_columns_of(theme, one, labels, color, unit, decimals) for one, color in zip(series, colors, strict=True)]
    if is_alone and set(marks) & set(labels):
        traces[0]["marker"]["color"] = [theme.series[0] if label in marks else theme.sequential[1] for label in labels]
    if earlier:
        traces[0] |= {"showlegend": not is_alone}
        traces.append(_year_before(theme, dict(ticks), labels, unit, decimals))
    has_end_labels = is_stacked and len(series) > 1
    margin_right = max(text_width(shortened(one.name, 8)) for one in series) + 14 if has_end_labels else 8
    axis = label_axis(labels, padding=(max(FEWEST - len(labels), 0) + 1) / 2, is_upright=True)
    top, bottom = 24, 40 + LINE * max(lines_below(axis) - 2, 0)
    line = target_line(theme, target, unit, decimals)
    annotations = line["annotations"]
    if is_alone:
        notes = _column_notes(theme, values_over(series[0], labels), labels, marks, unit, decimals)
        annotations = annotations + notes
        lines = [line for one in notes for line in one["text"].split("<br>")]
        margin_right = max(margin_right, *(text_width(line) - COLUMN_ROOM for line in lines), 0)
    if has_end_labels:
        annotations = annotations + _stack_labels(theme, series, labels, scale, height - top - bottom)
    return figure(
        theme,
        traces,
        height=height,
        barmode="stack" if is_stacked else "group",
        bargap=1 - COLUMN,
        bargroupgap=0.08,
        margin={"l": 8, "r": margin_right, "t": top, "b": bottom, "pad": 4},
        xaxis=axis,
        yaxis=value_axis(theme, scale, unit),
        showlegend=bool(earlier) or (not is_alone and not is_stacked),
        legend=top_legend(),
        shapes=line["shapes"],
        annotations=annotations,
    )


def _colors(theme: Theme, series: Sequence[Series]) -> list[str]:
    """The colour of each series; where some are highlighted the others are greys."""
    palette = [*theme.series, theme.others]
    is_any_highlighted = any(one.is_highlighted for one in series)
    if not is_any_highlighted:
        return [
            theme.others if one.name == OTHERS else palette[index if one.slot is None else one.slot]
            for index, one in enumerate(series)
        ]
    greys, strong = cycle(translucent(theme.others, alpha) for alpha in GREYS), iter(palette)
    return [next(strong) if one.is_highlighted else next(greys) for one in series]


def _year_before(
    theme: Theme, ticks: Mapping[str, Value], labels: Sequence[str], unit: str, decimals: int
) -> dict[str, Any]:
    """A short line across each column at the level of the same period a year before, as a trace with a legend."""
    values = [ticks.get(label) for label in labels]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": YEAR_BEFORE,
        "x": list(range(len(labels))),
        "y": [plot_value(value) for value in values],
        "customdata": [
            [label, escape_html(period_label(label)), label_of(value, unit, decimals)]
            for label, value in zip(labels, values, strict=True)
        ],
        "hovertemplate": f"{YEAR_BEFORE}<br>%{{customdata[1]}}　<b>%{{customdata[2]}}</b><extra></extra>",
        "marker": {"symbol": "line-ew", "size": 16, "opacity": 1, "line": {"width": 2, "color": theme.ink}},
        "cliponaxis": False,
    }


def _column_notes(
    theme: Theme, values: Sequence[Value], labels: Sequence[str], marks: Sequence[str], unit: str, decimals: int
) -> list[dict[str, Any]]:
    """The figures above the last and the marked columns, and the word where a column is missing."""
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
    marked = [
        note(theme, label_of(one, unit, decimals), x=index, y=float(one), xref="x", yref="y", yanchor="bottom")
        for index, (label, one) in enumerate(zip(labels, values, strict=True))
        if label in marks and index != last and is_number(one)
    ]
    return [*words, *marked, note(theme, text, **above) | {"font": {"size": NOTE_SIZE, "color": theme.ink}}]
