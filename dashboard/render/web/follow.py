"""Turns a switch of the browser's theme into a rerun, as charts and maps are drawn in colours chosen on the server."""

import streamlit as st

from dashboard.render.web.platform import filled
from dashboard.render.web.theme import current_theme

# Streamlit restyles its own root at a switch and tells the server nothing until the next click.
WATCH = filled("""
export default function ({ data, setTriggerValue }) {
  const root = document.querySelector(':--app');
  const tell = () => {
    const shown = getComputedStyle(root).colorScheme;
    if ((shown === 'light' || shown === 'dark') && shown !== data.drawn) setTriggerValue('switched', shown);
  };
  const observer = new MutationObserver(tell);
  observer.observe(root, { attributes: true, attributeFilter: ['class', 'style'] });
  tell();
  return () => observer.disconnect();
}
""")
_watch = st.components.v2.component("theme_switch", js=WATCH)


def follow_theme() -> None:
    """Watch, once per run of `app.py`, for a theme other than the one that this run draws in."""
    _watch(data={"drawn": current_theme().name}, key="theme-switch", height=0, on_switched_change=_redraw)


def _redraw() -> None:
    """Nothing but the rerun is wanted: it brings the new theme with it."""
