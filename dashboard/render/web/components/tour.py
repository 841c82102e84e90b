"""Four steps that show a reader who is here for the first time where things are; the browser remembers that he has seen them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_tour = st.components.v2.component(
    "tour",
    html='<aside aria-label="使用提示" hidden></aside>',
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True)
class Step:
    """One step: a part of the page by its class, and a sentence on what it is for."""

    part: str
    text: str


def tour(steps: Sequence[Step]) -> None:
    """Offer the tour in a corner of the page until the reader has taken it or put it away."""
    _tour(data={"steps": [asdict(step) for step in steps]}, key="tour", height=0)
