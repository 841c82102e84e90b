"""Turns the tokens into the page's one style sheet, and says which of the two themes the reader sees."""

from pathlib import Path

import streamlit as st

from dashboard.render.palette import DARK, LIGHT, Theme, css_tokens
from dashboard.render.web.platform import filled


def current_theme() -> Theme:
    """The theme that the reader's browser shows now; light where the browser has not said yet."""
    return DARK if st.context.theme.type == "dark" else LIGHT


def _css_variables() -> str:
    """The tokens as CSS variables; `light-dark()` follows the colour scheme that Streamlit sets on its root."""
    bright, dim = css_tokens(LIGHT), css_tokens(DARK)
    light = "".join(f"--{name}:{color};" for name, color in bright.items())
    dark = "".join(f"--{name}:{color};" for name, color in dim.items())
    both = "".join(f"--{name}:light-dark({bright[name]},{dim[name]});" for name in bright)
    # Older office browsers lack light-dark(): there the system's choice of light or dark decides.
    return (
        f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"@supports (color:light-dark(red,red)){{:root{{{both}}}}}"
    )


SHEETS = ("page.css", "explore/explore.css", "question/question.css")
_sheet = filled("".join(Path(__file__).parent.joinpath(name).read_text(encoding="utf-8") for name in SHEETS))
PAGE_CSS = f"<style>{_css_variables()}{_sheet}</style>"
