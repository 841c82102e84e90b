"""Turns a chart on the page into a picture to take away, with its finding and its source; the browser makes it alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_picture = st.components.v2.component(
    "picture",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def picture_tools(
    of: str,
    *,
    stem: str,
    heading: tuple[str, str],
    foot: Sequence[str],
    colors: tuple[str, str, str],
    query: Mapping[str, str] | None,
) -> None:
    """Buttons that save the chart of the name `of` as `stem`.png or .svg, copy it, and copy the link to the page.

    `heading` and `foot` are the words above and below it, `colors` those of paper, ink and small print. `query` is what
    the link says beside the address of the page; None where the page has a link of its own.
    """
    words = {"of": of, "stem": stem, "heading": heading, "foot": list(foot), "colors": colors}
    _picture(data=words | {"query": query and dict(query)}, key=f"picture-{of}", width="content", height="content")
