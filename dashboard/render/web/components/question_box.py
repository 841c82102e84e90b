"""Turns what a reader types into one box into a question; the key `/` leads to it from anywhere on the page."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_box = st.components.v2.component(
    "question_box",
    html='<form role="search"><input type="search" enterkeyhint="search" autocomplete="off" spellcheck="false"><kbd>/</kbd></form>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def question_box(
    key: str, text: str, hint: str, longest: int, on_ask: Callable[[str], None], on_leave: Callable[[], None]
) -> None:
    """Draw the box with the question that is asked now; `on_ask` gets the next one, `on_leave` is called at Escape."""
    _box(
        data={"text": text, "hint": hint, "longest": longest},
        key=key,
        on_asked_change=lambda: on_ask(str(st.session_state[key].asked or "")),
        on_left_change=on_leave,
    )
