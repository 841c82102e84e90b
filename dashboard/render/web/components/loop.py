"""Turns a list of pages into an unattended show: each is scrolled through, then the next is opened afresh."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dashboard.render.web.platform import filled

HERE = Path(__file__)
_loop = st.components.v2.component(
    "loop",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=filled(HERE.with_suffix(".js").read_text(encoding="utf-8")),
)


def loop(pages: Sequence[str], here: str, seconds: int, kept: Sequence[str]) -> None:
    """Show the page `here` for so many seconds, then the one behind it in `pages`; Esc and the button end the show.

    Each page is loaded anew, so that a version published meanwhile is shown and nothing piles up in the browser. The
    next one is opened only once the server answers, with the parameters `kept` of the address.
    """
    place = pages.index(here) if here in pages else -1
    following = pages[(place + 1) % len(pages)]
    words = f"放映{place + 1}/{len(pages)}" if place >= 0 else "放映"
    _loop(
        data={"next": following, "seconds": seconds, "words": words, "kept": list(kept)}, key="loop", height="content"
    )
