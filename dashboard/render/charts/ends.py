"""Turns the last and the marked figures of lines into labels beside them that keep apart."""

from collections.abc import Collection, Sequence
from typing import Any

from dashboard.render.charts.frame import LINE_HEIGHT, note
from dashboard.render.charts.labels import label_of, plot_value, shortened, spread
from dashboard.render.charts.scales import padded_ends
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, is_number
from dashboard.views.charts import Series
from dashboard.views.series import values_over

Drawn = Sequence[tuple[Series, Sequence[Value]]]


def end_labels(
    theme: Theme, drawn: Drawn, unit: str, decimals: int, axis: Sequence[float], plot: float, *, is_alone: bool
) -> tuple[list[dict[str, Any]], float]:
    """Name and last figure right of a plot of so many pixels, pushed apart, and the margin in pixels that they need.

    With `is_alone` the line needs no name, but what it should be does. Only of lines that reach its end; where some are highlighted, the figures of the others are not bold.
    """
    ends = [(one, values[-1]) for one, values in drawn if values and is_number(values[-1])]
    strong = {one.name for one, _ in ends if one.is_highlighted} or {one.name for one, _ in ends}
    names = [shortened(one.name, 8) for one, _ in ends]
    figures = [
        f"<b>{text}</b>" if one.name in strong else text
        for one, text in ((one, label_of(value, unit, decimals)) for one, value in ends)
    ]
    is_two_lined = any(
        text_width(f"{name} {value}") > 100
        for name, value, (one, _) in zip(names, figures, ends, strict=True)
        if one.is_course or not is_alone
    )
    joint = "<br>" if is_two_lined else " "
    texts = [
        value if is_alone and not one.is_course else f"{name}{joint}{value}"
        for name, value, (one, _) in zip(names, figures, ends, strict=True)
    ]
    low, high = padded_ends(axis)
    wanted = [(float(value) - low) / (high - low) * plot for _, value in ends if is_number(value)]
    gap = LINE_HEIGHT * (2 if is_two_lined else 1) + 2
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
            "font": {"size": NOTE_SIZE, "color": theme.ink if one.name in strong else theme.second_ink},
        }
        for text, (one, value), want, at in zip(texts, ends, wanted, placed, strict=True)
        if is_number(value)
    ]
    return annotations, max((text_width(text) for text in texts), default=0) + 20


def mark_labels(
    theme: Theme,
    one: Series,
    labels: Sequence[str],
    marks: Collection[str],
    unit: str,
    decimals: int,
    beside: Sequence[Sequence[Value]] = (),
    *,
    is_alone: bool,
) -> list[dict[str, Any]]:
    """The figures at the marked points of a line, and name and figure at its end where that lies before the plot's end.

    `beside` are the values of the other lines that carry marks: the figure stands away from them.
    """
    values = values_over(one, labels)
    known = [index for index, value in enumerate(values) if is_number(value)]
    last, end = len(values) - 1, known[-1] if known else 0
    wanted = [index for index in known if index != last and (labels[index] in marks or index == end)]
    return [
        _at_point(theme, one, values, index, unit, decimals, beside, is_end=index == end, is_alone=is_alone)
        for index in wanted
    ]


def _at_point(
    theme: Theme,
    one: Series,
    values: Sequence[Value],
    index: int,
    unit: str,
    decimals: int,
    beside: Sequence[Sequence[Value]],
    *,
    is_end: bool,
    is_alone: bool,
) -> dict[str, Any]:
    """The figure above or below a point, where the line leaves more room."""
    value = plot_value(values[index]) or 0.0
    others = [float(other) for line in beside if is_number(other := line[index])]
    around = others or [float(other) for other in values[max(0, index - 1) : index + 2] if is_number(other)]
    is_above = value >= sum(around) / len(around)
    text = label_of(value, unit, decimals)
    ink = theme.ink if is_end else theme.second_ink
    name = "" if is_alone or not is_end else f"{shortened(one.name, 8)} "
    place = {
        "x": index,
        "y": value,
        "xref": "x",
        "yref": "y",
        "yanchor": "bottom" if is_above else "top",
        "yshift": 5 if is_above else -5,
    }
    at_edge = {"xanchor": "left"} if index == 0 else {}
    written = f"{name}<b>{text}</b>" if is_end else text
    return note(theme, written, bgcolor=theme.surface, **place, **at_edge) | {"font": {"size": NOTE_SIZE, "color": ink}}
