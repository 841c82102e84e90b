"""Turns traces into a figure of the look, and what many figures have: notes, a line of the target, a legend, a hatch."""

import math
from collections.abc import Sequence
from functools import cache
from typing import Any

from dashboard.render.charts.labels import label_of
from dashboard.render.charts.template import plotly_template
from dashboard.render.palette import NOTE_SIZE, Theme
from dashboard.render.widths import text_width
from dashboard.text.formats import escape_html
from dashboard.views.charts import Target

Figure = dict[str, Any]
LINE_HEIGHT = 16
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
