"""Turns measured rows into dots against the band that each should lie in, one column per measure."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from dashboard.render.charts.frame import Figure, figure, note
from dashboard.render.charts.labels import label_of, plot_value
from dashboard.render.charts.row_axes import row_axis
from dashboard.render.charts.scales import round_ticks, value_axis
from dashboard.render.palette import NOTE_SIZE, Theme, translucent
from dashboard.text.formats import absence_word, escape_html, is_number
from dashboard.views.charts import Banded, BandedMeasure

ROW_HEIGHT = 27
TOP, BOTTOM = 40, 32


def banded_rows(
    names: Sequence[str],
    keys: Sequence[str],
    measures: Sequence[BandedMeasure],
    theme: Theme,
    *,
    chosen: str | None = None,
    marks: Sequence[str] = (),
) -> Figure:
    """Rows of dots on their bands; ochre and hollow outside of the band, a word where a value is missing."""
    traces, axes, shapes, notes = [], {}, [], []
    width = 1 / max(len(measures), 1)
    for index, measure in enumerate(measures):
        axis = f"x{index + 1 if index else ''}"
        domain = [index * width + (0.03 if index else 0), (index + 1) * width - 0.03]
        bounds = [bound for one in measure.values for bound in (one.low, one.high) if bound is not None]
        known = [float(one.value) for one in measure.values if is_number(one.value)]
        # The standard itself is the scale; without one, round figures.
        ticks = sorted({0.0, *map(float, bounds)}) if bounds else round_ticks(0.0, max([*known, 0.0]) or 1.0, 2)
        end = max([*known, ticks[-1]]) * 1.06
        scale = value_axis(theme, ticks, measure.unit)
        axes[f"xaxis{axis[1:]}"] = scale | {"range": [0, end], "domain": domain, "tickangle": 0}
        traces.append(_dots(theme, names, keys, measure, axis))
        shapes += _bands(theme, measure, axis, end)
        notes += _notes(theme, measure, axis, domain)
    bold = [key == chosen or key in marks for key in keys]
    return figure(
        theme,
        traces,
        height=ROW_HEIGHT * len(names) + TOP + BOTTOM,
        margin={"l": 8, "r": 24, "t": TOP, "b": BOTTOM, "pad": 6},
        yaxis=row_axis(names, bold=bold),
        shapes=shapes,
        annotations=notes,
        **axes,
    )


def _dots(theme: Theme, names: Sequence[str], keys: Sequence[str], measure: BandedMeasure, axis: str) -> dict[str, Any]:
    texts = [label_of(one.value, measure.unit, measure.decimals) for one in measure.values]
    colors = [theme.worse if one.is_outside else theme.series[0] for one in measure.values]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [plot_value(one.value) for one in measure.values],
        "y": list(range(len(names))),
        "xaxis": axis,
        "customdata": [
            [key, escape_html(name), text, _verdict(one, measure)]
            for key, name, text, one in zip(keys, names, texts, measure.values, strict=True)
        ],
        "hovertemplate": f"%{{customdata[1]}}<br>{escape_html(measure.label)}　<b>%{{customdata[2]}}</b>"
        "%{customdata[3]}<extra></extra>",
        "marker": {
            "size": 9,
            "opacity": 1,
            "color": [
                theme.surface if one.is_outside else color for one, color in zip(measure.values, colors, strict=True)
            ],
            "line": {"width": 2, "color": colors},
        },
        "cliponaxis": False,
    }


def _verdict(one: Banded, measure: BandedMeasure) -> str:
    if not one.has_band:
        return "<br>不设标准"
    low, high = (label_of(bound, measure.unit, measure.decimals) for bound in (one.low, one.high))
    band = f"不超过{high}" if one.low is None else f"不少于{low}" if one.high is None else f"{low}–{high}"
    return f"<br>标准：{band}"


def _bands(theme: Theme, measure: BandedMeasure, axis: str, end: float) -> list[dict[str, Any]]:
    """A tinted rectangle over each run of rows with one standard, with a line at its closed ends."""
    shapes, row = [], 0
    for (low, high), run in groupby(measure.values, key=lambda one: (one.low, one.high)):
        first, row = row, row + len(list(run))
        if low is None and high is None:
            continue
        across = {"xref": axis, "yref": "y", "y0": first - 0.5, "y1": row - 0.5, "layer": "below"}
        span = {"x0": low if low is not None else 0, "x1": high if high is not None else end}
        shapes.append(
            {"type": "rect", "fillcolor": translucent(theme.better, 0.13), "line": {"width": 0}} | across | span
        )
        shapes += [
            {"type": "line", "x0": bound, "x1": bound, "line": {"color": theme.better, "width": 1}} | across
            for bound in (low, high)
            if bound is not None
        ]
    return shapes


def _notes(theme: Theme, measure: BandedMeasure, axis: str, domain: Sequence[float]) -> list[dict[str, Any]]:
    """The measure's name above its column, and the words of what is missing."""
    heading = note(
        theme,
        f"<b>{escape_html(measure.label)}</b>",
        x=domain[0],
        xref="paper",
        xanchor="left",
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=6,
    )
    words = [
        note(theme, absence_word(one.value), x=0, xref=axis, xanchor="left", xshift=4, y=row, yref="y")
        for row, one in enumerate(measure.values)
        if not is_number(one.value)
    ]
    return [heading | {"font": {"size": NOTE_SIZE, "color": theme.ink}}, *words]
