"""Turns a link into a button that copies it, on an intranet too, where the browser has no clipboard for scripts."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__)
_copying = st.components.v2.component(
    "copying",
    css=HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def copy_link(key: str, query: str, label: str = "复制链接") -> None:
    """A button that copies the address of this page with the parameters `query`, and says that it has."""
    _copying(data={"label": label, "query": query}, key=key, width="content", height="content")
