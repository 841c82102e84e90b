"""Turns a whole HTML document into a button that shows it full screen, above the page, and brings it up to date."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__)
WANTED = "wanted"
_stage = st.components.v2.component(
    "full_screen_stage",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def stage(
    key: str, label: str, version: str, document: Callable[[], str], update: Callable[[], dict[str, Any]]
) -> bool:
    """A button that opens `document` on the full screen. Returns whether it is open.

    The document is made and sent once it is asked for. While it is open and `version` is no longer what it shows, it
    gets what `update` makes as a message. It is of the page's own origin, and closes by the message
    `{kind: "meeting-left"}`.
    """
    showing = _showing(key)
    shown = st.session_state.get(showing)
    data: dict[str, Any] = {"label": label, "version": version}
    if shown == WANTED:
        data["document"] = document()
    elif shown is not None and shown != version:
        data["update"] = update()
    _stage(
        data=data,
        key=key,
        width="content",
        on_wanted_change=lambda: st.session_state.update({showing: WANTED}),
        on_shown_change=lambda: st.session_state.update({showing: st.session_state[key].shown}),
        on_left_change=lambda: st.session_state.pop(showing, None),
    )
    return shown is not None


def _showing(key: str) -> str:
    """Where the session keeps what is open: nothing, WANTED until it is there, then the version that it shows."""
    return f"{key}-showing"
