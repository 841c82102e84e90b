"""Turns traces into a figure of the look: axes with few round ticks, direct labels that keep apart, gaps with a word."""

import math
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from dashboard.render.charts.template import plotly_template
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import Value, axis_ticks, escape_html, is_number, number, period_ticks
from dashboard.views.charts import Target

Figure = dict[str, Any]
# A phone's card is about 340 px wide; labels are thinned and shortened so that they fit there.
NARROW_PLOT = 210
LINE_HEIGHT = 16
# So many quarters, a sign each, stand beside each other on a phone.
MOST_QUARTERS = 16
# Signs that no line begins or ends with, and the characters that a line of a label may be longer for its end.
CLOSING, OPENING = "，、。；：！？）”》…％%·", "（“《"
WIDER = 2
# Pixels of a chart that has no row at all.
LEAST_HEIGHT = 40


@cache
def _template(theme: Theme) -> dict[str, Any]:
    """The template's layout, made once per theme and never changed."""
    layout: dict[str, Any] = plotly_template(theme)["layout"]
    return layout


def figure(
    theme: Theme, traces: Sequence[dict[str, Any]], *, height: int, margin: dict[str, Any], **layout: Any
) -> Figure:
    """A Plotly figure as a plain dict, `layout` laid over the template.

    Plotly is spared what it does slowly: it would look up every property in a template, so the template is laid under
    the layout here; and the left `margin` is widened by the labels of the vertical axes here, which Plotly would
    measure after drawing and then draw again.
    """
    own = {"height": max(height, LEAST_HEIGHT), "margin": margin | {"l": margin["l"] + _label_room(layout)}}
    under = {name: value for name, value in _template(theme).items() if name not in ("xaxis", "yaxis")}
    axes = {
        name: _laid_over(_template(theme)[name[:5]], axis)
        for name, axis in ({"xaxis": {}, "yaxis": {}} | layout).items()
        if name.startswith(("xaxis", "yaxis"))
    }
    return {"data": list(traces), "layout": under | own | layout | axes}


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Both dicts as one, `over` before `under`, in nested dicts as well."""
    both = {
        name: _laid_over(under[name], value) if isinstance(value, dict) and name in under else value
        for name, value in over.items()
    }
    return under | both


def _label_room(layout: dict[str, Any]) -> int:
    """Pixels that the widest label of the vertical axes takes."""
    axes = [
        axis
        for name, axis in layout.items()
        if name.startswith("yaxis")
        and axis.get("showticklabels", True)
        and not axis.get("ticklabelposition", "").startswith("inside")
    ]
    return math.ceil(max((text_width(text) for axis in axes for text in axis["ticktext"]), default=0))


def shortened(name: str, length: int) -> str:
    """The name escaped for a Plotly label, cut with … after `length` characters."""
    return escape_html(name if len(name) <= length else name[: length - 1] + "…")


def wrapped(name: str, length: int = 8) -> str:
    """The name escaped, on at most two lines of about `length` characters, cut with … beyond.

    No line begins with a sign that closes, and none ends with one that opens.
    """
    if len(name) <= length + 1:
        return escape_html(name)
    # What is a little longer than two lines has a wider column rather than an end that is cut.
    wide = min(max(length, math.ceil(len(name) / 2)), length + WIDER)
    first = _break_at(name, wide)
    return f"{escape_html(name[:first])}<br>{shortened(name[first:], max(wide, length + 1))}"


def _break_at(name: str, length: int) -> int:
    """Where a line of about `length` characters may end: before a bracket whose content then stays whole, if there is one."""
    bracket = name.find("（", 2, length)
    if bracket > 0 and len(name) - bracket <= length + 1:
        return bracket
    if name[length] in CLOSING:
        return length + 1 if length + 1 < len(name) and name[length + 1] not in CLOSING else length - 1
    return length - 1 if name[length - 1] in OPENING else length


def is_wrapped(name: str) -> bool:
    """Whether the label of a row takes two lines."""
    return "<br>" in wrapped(name)


def label_of(value: Value, unit: str, decimals: int) -> str:
    """A value as a label or hover text."""
    return escape_html(number(value, unit, decimals))


def plot_value(value: Value) -> float | None:
    """The value as Plotly draws it; `None` leaves a gap."""
    return float(value) if is_number(value) else None


def round_ticks(low: float, high: float, count: int = 4, *, is_whole: bool = False) -> list[float]:
    """About `count` steps of round ticks that enclose low … high; a little off the count where less would stay empty.

    With `is_whole` no tick stands between whole numbers: there is no half enterprise. What differs by less than figures
    can tell is one value, whose scale begins at zero.
    """
    if math.isclose(low, high):
        low, high = (0.0, high or 1.0) if high >= 0 else (low, 0.0)
    magnitude = 10 ** math.floor(math.log10((high - low) / count))
    best: tuple[float, list[float]] = (math.inf, [])
    for factor in (0.5, 1, 2, 2.5, 5, 10):
        step = magnitude * factor
        if is_whole and step % 1 and magnitude * 10 >= 1:
            continue
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        emptiness = (last - first) * step / (high - low) - 1
        cost = emptiness + 0.12 * abs(last - first - count)
        if cost < best[0]:
            digits = 10 - math.floor(math.log10(step))
            best = (cost, [round(index * step, digits) for index in range(first, last + 1)])
    return best[1]


def value_range(values: Sequence[float], *, is_zero_based: bool) -> tuple[float, float]:
    """Lowest and highest value to show; lines may leave zero out only where they move in the upper part."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if is_zero_based or (low >= 0 and low < high * 0.6) or (high <= 0 and high > low * 0.6):
        return min(low, 0.0), max(high, 0.0)
    return low, high


def padded_ends(ticks: Sequence[float]) -> list[float]:
    """The ends of an axis: a little beyond the outer ticks so that no line is cut, but exactly at a zero base.

    Fewer than two ticks have room around them as well: an axis of no length cannot be drawn.
    """
    if len(ticks) < 2:
        middle = ticks[0] if ticks else 0.0
        return [middle - (abs(middle) or 1.0), middle + (abs(middle) or 1.0)]
    air = (ticks[-1] - ticks[0]) * 0.02
    return [ticks[0] - (air if ticks[0] else 0), ticks[-1] + (air if ticks[-1] else 0)]


def value_axis(theme: Theme, ticks: Sequence[float], unit: str) -> dict[str, Any]:
    """A value axis with hairlines at its ticks; the top tick carries the unit. Without a tick it says nothing."""
    texts, scaled_unit = axis_ticks(ticks, unit)
    low, high = ends = padded_ends(ticks)
    return {
        "tickmode": "array",
        "tickvals": list(ticks),
        "ticktext": [*texts[:-1], *(text + scaled_unit for text in texts[-1:])],
        "range": ends,
        "showgrid": True,
        "zeroline": low <= 0 <= high,
        "zerolinecolor": theme.second_ink,
        "zerolinewidth": 1,
    }


def cut_mark(theme: Theme, ticks: Sequence[float]) -> list[dict[str, Any]]:
    """A break below the lowest tick of a vertical axis that does not begin at zero; none where it does."""
    low, high = padded_ends(ticks)
    if low <= 0 <= high:
        return []
    return [
        {
            "type": "path",
            "xref": "paper",
            "yref": "paper",
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": 0,
            "yanchor": 0,
            "path": f"M-18,{level} L-14,{level + 4} L-10,{level} L-6,{level + 4}",
            "line": {"color": theme.second_ink, "width": 1.25},
        }
        for level in (-18, -14)
    ]


# How many quarters or months may lie between two labels, so that the labels stand at the same ones each year.
EVEN_STEPS = {r"\d{4}Q\d": (1, 2, 4, 8), r"\d{4}-\d{2}": (1, 2, 3, 6, 12, 24)}


def _even_step(labels: Sequence[str], least: int) -> int:
    """The smallest step from `least` on that meets the same quarters or months every year."""
    steps = next((steps for pattern, steps in EVEN_STEPS.items() if labels and re.fullmatch(pattern, labels[-1])), ())
    return next((step for step in steps if step >= least), max(1, least))


def _room(texts: Sequence[str]) -> int:
    """How many of the texts stand beside each other on a phone."""
    lines = [line for text in texts for line in text.split("<br>")]
    return max(2, int(NARROW_PLOT / (max(map(text_width, lines), default=0) + 10)))


QUARTER = re.compile(r"(\d{4})Q([1-4])")


def _quarter_axis(labels: Sequence[str], padding: float) -> dict[str, Any]:
    """An axis on which every quarter stands, as 一 to 四 over the year at its first one, so that all fit on a phone."""
    found = [match for label in labels if (match := QUARTER.fullmatch(label))]
    firsts = {match[1]: place for place, match in reversed(list(enumerate(found)))}
    step = math.ceil(len(labels) / MOST_QUARTERS)
    texts = [
        f"{'一二三四'[int(match[2]) - 1]}{f'<br>{match[1]}年' if firsts[match[1]] == place else ''}"
        for place, match in enumerate(found)
    ]
    shown = list(range((len(labels) - 1) % step, len(labels), step))
    return {
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": [texts[place] for place in shown],
        "tickangle": 0,
        "range": [-padding, max(len(labels), 1) - 1 + padding],
    }


def label_axis(labels: Sequence[str], padding: float = 0.5) -> dict[str, Any]:
    """A horizontal axis of labels at 0, 1, 2 …, thinned from the last one backwards so that they fit on a phone.

    A few words that would not fit beside each other are broken first: unlike periods, none can be guessed from the next.
    """
    if labels and all(QUARTER.fullmatch(label) for label in labels):
        return _quarter_axis(labels, padding)
    texts = period_ticks(labels)
    is_words = not any(re.fullmatch(pattern, label) for pattern in EVEN_STEPS for label in labels)
    if is_words and len(labels) > _room(texts):
        texts = [text if "<br>" in text else wrapped(text, 3) for text in texts]
    step = _even_step(labels, math.ceil(len(labels) / _room(texts)))
    shown = list(range((len(labels) - 1) % step, len(labels), step))
    if not is_words or step > 1:
        texts = period_ticks([labels[index] for index in shown])
    return {
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": [text if "<br>" in text else wrapped(text, 6) for text in texts],
        "tickangle": 0,
        "range": [-padding, max(len(labels), 1) - 1 + padding],
    }


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones that keep `gap` apart within low … high, in the order given."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    floor = low
    for index in order:
        placed[index] = max(wanted[index], floor)
        floor = placed[index] + gap
    ceiling = high
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling)
        ceiling = placed[index] - gap
    return placed


def note(theme: Theme, text: str, **position: object) -> dict[str, Any]:
    """An annotation in small second ink."""
    return {
        "text": text,
        "showarrow": False,
        "font": {"size": NOTE_SIZE, "color": theme.second_ink},
        **position,
    }


def target_line(
    theme: Theme, target: Target | None, unit: str, decimals: int, *, is_vertical: bool = False
) -> dict[str, Any]:
    """`shapes` and `annotations` of a dashed target line; empty where there is no target."""
    if target is None:
        return {"shapes": [], "annotations": []}
    along, across = ("x", "y") if is_vertical else ("y", "x")
    line = {
        "type": "line",
        f"{along}ref": along,
        f"{across}ref": "paper",
        f"{along}0": target.value,
        f"{along}1": target.value,
        f"{across}0": 0,
        f"{across}1": 1,
        "line": {"color": theme.ink, "width": 1, "dash": "dash"},
    }
    if not target.label:
        return {"shapes": [line], "annotations": []}
    text = f"{escape_html(target.label)} {label_of(target.value, unit, decimals)}"
    place = (
        {"x": target.value, "xref": "x", "y": 1, "yref": "paper", "yanchor": "bottom"}
        if is_vertical
        else {"x": 0, "xref": "paper", "xanchor": "left", "y": target.value, "yref": "y", "yanchor": "bottom"}
    )
    return {"shapes": [line], "annotations": [note(theme, text, **place)]}


def top_legend() -> dict[str, Any]:
    """A quiet legend above the plot, for charts whose series have no place for a direct label."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "font": {"size": NOTE_SIZE},
        "itemclick": False,
        "itemdoubleclick": False,
        "bgcolor": "rgba(0,0,0,0)",
    }


def pattern(theme: Theme, flags: Sequence[bool]) -> dict[str, Any]:
    """The hatch of demo figures as part of a marker, one flag per bar; nothing where none is hatched.

    Plotly asks for the contrast of a list of colours as soon as there is a pattern, and complains of every one.
    """
    if not any(flags):
        return {}
    hatch = {
        "shape": ["/" if flag else "" for flag in flags],
        "fillmode": "overlay",
        "fgcolor": theme.surface,
        "size": 6,
        "solidity": 0.3,
    }
    return {"pattern": hatch}
