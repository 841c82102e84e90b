"""Turns the SVG of a map into a map that stays in its place when it changes: it tells, enlarges, and is pointed at.

A map by WebGL kept some megabytes in the tab at every visit, and a browser holds few of its contexts; this one is part
of the page as its letters are, and drawn where the browser has no WebGL at all.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__)
SHEET = HERE.parents[2] / "html" / "web" / "map.css"
_map = st.components.v2.component(
    "area_map",
    css=SHEET.read_text(encoding="utf-8") + HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def area_map(
    name: str,
    svg: str,
    alt: str,
    *,
    colors: str,
    steps: Sequence[Mapping[str, Any]] = (),
    legend: Sequence[Mapping[str, str]] = (),
    on_choose: Callable[[str | None], None] | None = None,
) -> None:
    """Draw `svg`, whose areas carry a `data-code`, in `colors` (CSS variables); `alt` is what a screen reader says.

    With `steps` a slider below it goes through the periods, in the browser alone; the last one is what `svg` shows.

    The map of the same `name` is the one that changes. `on_choose` is called with the code of the area that the reader
    points at, None where it is let go, before the page runs again. `legend` is what a picture says of the classes: `text`,
    `color`, `edge` and `ink` of each.
    """
    told = {
        "name": name,
        "svg": svg,
        "alt": alt,
        "colors": colors,
        "steps": steps,
        "legend": list(legend),
        "is_choosable": on_choose is not None,
    }
    # As bytes, since Streamlit would write anything else twice to tell whether it changed.
    data = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    if on_choose is None:
        _map(data=data)
    else:
        _map(data=data, key=name, on_chosen_change=lambda: on_choose(st.session_state[name].chosen or None))
