"""Turns several measures over the same periods into small plots beside each other; those of one unit that are about as large share a scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.labels import label_of, plot_value, shortened
from dashboard.render.charts.lines import gaps, last_known, line_trace
from dashboard.render.charts.scales import round_ticks, value_axis
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.text.formats import escape_html, is_number
from dashboard.text.periods import period_label, period_ticks
from dashboard.views.charts import Panel, Series

# Pixels of a row of panels, of the words above a plot and of the periods below it.
ROW, HEAD, FOOT = 184, 46, 50
# Between two panels, as a part of the width.
GAP = 0.05
# What is so many times smaller than the largest of its unit would lie flat on its zero line.
FLAT = 20


@dataclass(frozen=True)
class _Place:
    """Where a panel lies: the suffix of its axes, its sides and its ends as fractions of the picture."""

    suffix: str
    left: float
    right: float
    bottom: float
    top: float


def measure_panels(panels: Sequence[Panel], theme: Theme, *, columns: int = 3, marks: Sequence[str] = ()) -> Figure:
    """A small plot from zero for each panel, its name, last figure and change above it.

    Columns for what each period counts, a line for the rest. Where some panels are highlighted their names are bold and
    the plots of the others grey.
    """
    columns = min(columns, len(panels)) or 1
    rows = math.ceil(len(panels) / columns)
    is_any_named = any(panel.is_highlighted for panel in panels)
    scales = _scales(panels)
    traces: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    annotations: list[dict[str, Any]] = []
    for index, panel in enumerate(panels):
        place = _place(index, columns, rows)
        is_quiet = is_any_named and not panel.is_highlighted
        axes |= _axes(theme, panel, place, scales[index])
        traces += _traces(theme, panel, place, marks, is_quiet=is_quiet)
        annotations += _words(theme, panel, place, is_strong=panel.is_highlighted)
    return figure(
        theme,
        traces,
        height=rows * ROW + 8,
        margin={"l": 8, "r": 8, "t": 4, "b": 4, "pad": 2},
        bargap=0.3,
        barmode="overlay",
        annotations=annotations,
        **axes,
    )


def _scales(panels: Sequence[Panel]) -> list[list[float]]:
    """The ticks of each panel: nought and what holds all figures of those of its unit that are about as large."""
    known = [[float(value) for _, value in panel.points if is_number(value)] for panel in panels]
    sizes = [max(map(abs, values), default=0.0) for values in known]
    groups: dict[str, list[list[int]]] = {}
    for index in sorted(range(len(panels)), key=lambda index: -sizes[index]):
        of_unit = groups.setdefault(panels[index].unit, [])
        if of_unit and sizes[index] * FLAT >= sizes[of_unit[-1][0]]:
            of_unit[-1].append(index)
        else:
            of_unit.append([index])
    scales: list[list[float]] = [[] for _ in panels]
    for group in chain.from_iterable(groups.values()):
        values = [0.0, *chain.from_iterable(known[index] for index in group)]
        ticks = round_ticks(min(values), max(values), 2)
        for index in group:
            scales[index] = ticks
    return scales


def _place(index: int, columns: int, rows: int) -> _Place:
    row, column = divmod(index, columns)
    top = 1 - row / rows
    width = (1 - GAP * (columns - 1)) / columns
    left = column * (width + GAP)
    return _Place(
        suffix=str(index + 1) if index else "",
        left=left,
        right=min(left + width, 1),
        bottom=top - (ROW - FOOT) / ROW / rows,
        top=top,
    )


def _axes(theme: Theme, panel: Panel, place: _Place, ticks: list[float]) -> dict[str, Any]:
    head = HEAD * (place.top - place.bottom) / (ROW - FOOT)
    across = {"range": [-0.6, len(panel.points) - 0.4], "showticklabels": False}
    scale = value_axis(theme, ticks, panel.unit) | {"showticklabels": False}
    return {
        f"xaxis{place.suffix}": across | {"domain": [place.left, place.right], "anchor": f"y{place.suffix}"},
        f"yaxis{place.suffix}": scale | {"domain": [place.bottom, place.top - head], "anchor": f"x{place.suffix}"},
    }


def _traces(theme: Theme, panel: Panel, place: _Place, marks: Sequence[str], *, is_quiet: bool) -> list[dict[str, Any]]:
    labels = [label for label, _ in panel.points]
    on = {"xaxis": f"x{place.suffix}", "yaxis": f"y{place.suffix}"}
    color = theme.others if is_quiet else theme.series[0]
    if panel.is_line:
        one = Series(panel.name, panel.points)
        return [line_trace(theme, one, labels, color, 2, panel.unit, panel.decimals, marks) | on]
    end = last_known([value for _, value in panel.points])
    return [
        {
            "type": "bar",
            "name": escape_html(panel.name),
            "x": list(range(len(labels))),
            "y": [plot_value(value) for _, value in panel.points],
            "customdata": [
                [label, escape_html(period_label(label)), label_of(value, panel.unit, panel.decimals)]
                for label, value in panel.points
            ],
            "hovertemplate": f"{escape_html(panel.name)}<br>%{{customdata[1]}}　<b>%{{customdata[2]}}</b><extra></extra>",
            "marker": {
                "color": [
                    color if label in marks or index == end else theme.sequential[1]
                    for index, label in enumerate(labels)
                ],
                "line": {"width": 0},
            },
        }
        | on
    ]


def _words(theme: Theme, panel: Panel, place: _Place, *, is_strong: bool) -> list[dict[str, Any]]:
    """Name, last figure and change above the plot, its top tick, the word in its gaps, first and last period below."""
    values = [value for _, value in panel.points]
    end = last_known(values)
    figure_now = label_of(values[end] if end is not None else None, panel.unit, panel.decimals)
    name = shortened(panel.name, 12)
    change = f"　{escape_html(panel.change)}" if panel.change else ""
    left = {"x": place.left, "xref": "paper", "xanchor": "left", "yref": "paper", "align": "left"}
    heading = note(
        theme,
        f"{f'<b>{name}</b>' if is_strong else name}<br><b>{figure_now}</b>{change}",
        y=place.top,
        yanchor="top",
        **left,
    ) | {"font": {"size": NOTE_SIZE, "color": theme.ink}}
    words = [
        note(theme, word, x=at, y=level, xref=f"x{place.suffix}", yref=f"y{place.suffix}", bgcolor=theme.surface)
        for at, level, word in gaps(values)
    ]
    labels = [label for label, _ in panel.points]
    corners = zip(
        (place.left, place.right), ("left", "right"), period_ticks([*labels[:1], *labels[-1:]]), strict=bool(labels)
    )
    periods = [
        note(theme, text, x=x, xref="paper", xanchor=side, align=side, y=place.bottom, yref="paper", yanchor="top")
        for x, side, text in corners
    ]
    return [heading, *words, *periods]
