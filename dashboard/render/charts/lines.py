"""Turns series over time into one plot of lines with labels at their ends."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboard.render.charts.band import band, band_ends, spans
from dashboard.render.charts.ends import end_labels, mark_labels
from dashboard.render.charts.frame import Figure, figure, note, target_line
from dashboard.render.charts.label_axes import label_axis
from dashboard.render.charts.labels import label_of, plot_value
from dashboard.render.charts.scales import cut_mark, round_ticks, value_axis, value_range
from dashboard.render.palette import Theme
from dashboard.text.formats import Value, absence_word, escape_html, is_number
from dashboard.text.periods import period_label
from dashboard.views.charts import Series, Target
from dashboard.views.series import MAX_SERIES, labels_of, values_over

TOP, BOTTOM = 20, 40
# So many lines have room for the figures of their marked points.
FEW_LINES = 3
# Between so few labels there is room beside the first one for the break of the axis.
FEW_LABELS = 6


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


def _marker_sizes(
    values: Sequence[Value], labels: Sequence[str], marks: Collection[str], *, is_quiet: bool
) -> list[int]:
    """A dot at the end of a line that is not quiet, at what is marked and at points that stand alone between gaps."""
    known = [False, *(is_number(value) for value in values), False]
    end = None if is_quiet else last_known(values)
    return [
        7
        if index == end or labels[index] in marks
        else 5
        if known[index + 1] and not (known[index] or known[index + 2])
        else 0
        for index in range(len(values))
    ]


def _dash(one: Series) -> str:
    """What should be is dashed, what is made up is dotted."""
    return "dash" if one.is_course else "dot" if one.is_demo else "solid"


def line_trace(
    theme: Theme,
    one: Series,
    labels: Sequence[str],
    color: str,
    width: float,
    unit: str,
    decimals: int,
    marks: Collection[str] = (),
    *,
    is_quiet: bool = False,
) -> dict[str, Any]:
    """One line as a trace; its hover says name, period, value or the word for the gap.

    Its end has a dot unless it is quiet; marks elsewhere are hollow.
    """
    values = values_over(one, labels)
    end = None if is_quiet else last_known(values)
    is_hollow = [index != end and label in marks for index, label in enumerate(labels)]
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
        "line": {"color": color, "width": width, "dash": _dash(one)},
        "marker": {
            "size": _marker_sizes(values, labels, marks, is_quiet=is_quiet),
            "color": [theme.surface if hollow else color for hollow in is_hollow] if any(is_hollow) else color,
            "opacity": 1,
            "line": {"width": [2 * hollow for hollow in is_hollow] if any(is_hollow) else 0, "color": color},
        },
        "connectgaps": False,
        "cliponaxis": False,
    }


def trend(
    series: Sequence[Series],
    theme: Theme,
    *,
    unit: str,
    decimals: int = 0,
    target: Target | None = None,
    height: int = 300,
    marks: Sequence[str] = (),
) -> Figure:
    """Lines with name and last figure at their ends; of more than seven only the highlighted, the rest as a band.

    Where one series is highlighted all others are grey. A missing value is a gap with its word; the marked periods of
    the highlighted lines, or of few, carry a dot and their figure; two marked periods of a band its width.
    """
    strong = [one.name for one in series if one.is_highlighted] or [one.name for one in series]
    emphasised = strong if len(strong) <= FEW_LINES else []
    drawn = plot_lines(
        series,
        theme,
        dict.fromkeys(emphasised, tuple(marks)),
        unit=unit,
        decimals=decimals,
        target=target,
        height=height,
    )
    if len(series) <= MAX_SERIES or len(marks) < 2:
        return drawn
    shapes, labels = spans(theme, drawn["data"], marks, unit, decimals)
    layout = drawn["layout"]
    return drawn | {
        "layout": layout | {"shapes": [*layout["shapes"], *shapes], "annotations": [*layout["annotations"], *labels]}
    }


def plot_lines(
    series: Sequence[Series],
    theme: Theme,
    marks: Mapping[str, Collection[str]],
    *,
    unit: str,
    decimals: int,
    target: Target | None,
    height: int,
    order: Sequence[str] = (),
) -> Figure:
    """The same, with the labels that are marked by the name of their line; `order` is that of the labels.

    Before its first label and after its last a line has no gap: it has not begun, or has not gone on yet.
    """
    labels = list(order) or labels_of(series)
    is_any_highlighted = any(one.is_highlighted for one in series)
    is_alone = sum(not one.is_course for one in series) == 1
    crowd = series if len(series) > MAX_SERIES else ()
    strong = [one for one in series if one.is_highlighted][:MAX_SERIES]
    named = (strong or series[: MAX_SERIES - 1]) if crowd else list(series)
    values = {one.name: values_over(one, labels) for one in series}
    known = [float(value) for row in values.values() for value in row if is_number(value)]
    low, high = value_range([*known, *([target.value] if target else [])], is_zero_based=False)
    ticks = round_ticks(low, high, is_whole=not decimals)
    colors = iter((*theme.series, theme.others))
    traces = band(theme, crowd, labels, unit, decimals) if crowd else []
    edges = band_ends(traces, labels)
    words = []
    for one in sorted(named, key=lambda one: one.is_highlighted):
        is_quiet = is_any_highlighted and not one.is_highlighted
        color = theme.others if is_quiet else next(colors)
        width, marked = (1.25 if is_quiet else 2.25), marks.get(one.name, ())
        traces.append(line_trace(theme, one, labels, color, width, unit, decimals, marked, is_quiet=is_quiet))
        words += [
            note(theme, word, x=at, y=level, xref="x", yref="y", bgcolor=theme.surface)
            for at, level, word in (() if one.is_course else gaps(values[one.name]))
            if labels[int(at)] in {label for label, _ in one.points}
        ]
        rivals = [values[other.name] for other in named if other is not one and marks.get(other.name)]
        words += mark_labels(theme, one, labels, marked, unit, decimals, rivals, is_alone=is_alone)
    last = {values[one.name][-1] for one in named if labels}
    # An edge that a named line runs along has its label there.
    beside = [edge for edge in edges if labels and edge.points[-1][1] not in last]
    drawn = [(one, values_over(one, labels)) for one in (*named, *beside)]
    plot = height - TOP - BOTTOM
    ends, right = end_labels(theme, drawn, unit, decimals, ticks, plot, is_alone=is_alone)
    line = target_line(theme, target, unit, decimals)
    return figure(
        theme,
        traces,
        height=height,
        margin={"l": 8, "r": right, "t": TOP, "b": BOTTOM, "pad": 4},
        xaxis=label_axis(labels, padding=0.15 if len(labels) > FEW_LABELS else 0.3),
        yaxis=value_axis(theme, ticks, unit),
        shapes=[*line["shapes"], *cut_mark(theme, ticks)],
        annotations=[*line["annotations"], *words, *ends],
        hoverdistance=40,
    )
