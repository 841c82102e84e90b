"""Turns a Plotly figure into a chart that stays in its place when the figure changes, and says what the reader points at.

Streamlit's own Plotly element makes a chart's identity from all of its content: whatever changed is taken away, made
anew and hidden until it has been measured. Here the library changes what is there, in about half the time.
"""

import json
from collections.abc import Callable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import streamlit as st
from streamlit.components.v1 import declare_component

from dashboard.render.charts.frame import Figure

HERE = Path(__file__)
# The library that comes with the Python package is served as it lies there; its version renews what browsers keep.
_library = declare_component("plotly", path=str(files("plotly") / "package_data"))
LIBRARY = f"component/{_library.name}/plotly.min.js?{version('plotly')}"
_chart = st.components.v2.component(
    "chart", js=HERE.with_suffix(".js").read_text(encoding="utf-8"), isolate_styles=False
)


def chart(name: str, figure: Figure, alt: str, on_choose: Callable[[str], None] | None = None) -> None:
    """Draw `figure`, whose layout says its height in pixels; `alt` is what a screen reader says of it.

    The chart of the same `name` is the one that changes. `on_choose` is called with the key of a mark (the first of its
    `customdata`) that the reader points at, before the page runs again. Raises `ValueError` for a number that is none.
    """
    told = {"name": name, "figure": figure, "alt": alt, "library": LIBRARY, "is_choosable": on_choose is not None}
    # As bytes, since Streamlit would write anything else twice to tell whether it changed.
    data = json.dumps(told, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()
    height: int = figure["layout"]["height"]
    # Only one that is listened to gets a key: at every box of the filter Streamlit goes through all keys of the page.
    if on_choose is None:
        _chart(data=data, height=height)
    else:
        _chart(data=data, height=height, key=name, on_chosen_change=lambda: on_choose(st.session_state[name].chosen))
