"""Turns a deck into Streamlit's own map element, which the graphics card draws: for hundreds of areas and more."""

from collections.abc import Callable
from functools import partial

import pydeck as pdk
import streamlit as st


def deck_map(
    name: str, deck: pdk.Deck, height: int, alt: str, *, on_choose: Callable[[str | None], None] | None = None
) -> None:
    """Draw `deck`, `height` pixels high; `alt` is what a screen reader says.

    `on_choose` is called with the code of the area that the reader points at, None where it is let go.
    """
    if on_choose is None:
        st.pydeck_chart(deck, height=height, key=name, alt=alt)
    else:
        st.pydeck_chart(deck, height=height, key=name, on_select=partial(_tell, name, on_choose), alt=alt)


def _tell(name: str, on_choose: Callable[[str | None], None]) -> None:
    chosen = st.session_state[name]["selection"]["objects"].get("areas", [])
    on_choose(str(chosen[0]["code"]) if chosen else None)
