"""Turns the sections of a page into a line of words that lead to them; one that is closed opens on the way."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

from dashboard.render.web.platform import filled

HERE = Path(__file__)
_index = st.components.v2.component(
    "page_index",
    html='<nav aria-label="本页目录"></nav>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=filled(HERE.with_suffix(".js").read_text(encoding="utf-8")),
)


@dataclass(frozen=True)
class Entry:
    """A section by its key, and what it is called."""

    key: str
    title: str


def page_index(entries: Sequence[Entry], open_all: Callable[[], None]) -> None:
    """Draw the index; it works in the browser alone, but for the word that opens all, which calls `open_all`."""
    _index(data={"entries": [asdict(entry) for entry in entries]}, key="page-index", on_all_change=open_all)
