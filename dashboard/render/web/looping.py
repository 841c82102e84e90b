"""The show on the wall: reads from the address which pages are shown for how long, and shows them one after the other."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboard.render.web.components import loop
from dashboard.text.formats import escape_html
from dashboard.views.explore.reading import seen
from dashboard.views.links import VERSION

# In the address: the pages of the show, and how many seconds each is seen.
LOOP, SECONDS = "loop", "seconds"
# What goes with the show from page to page: the choice of the filter, and the version looked at.
CARRIED = ("area", "period")
KEPT = (LOOP, SECONDS, *CARRIED, "compare", VERSION)
USUAL, LEAST, MOST = 30, 5, 3600
DIGITS_AT_MOST = 6
# What is filled in is no page for a wall.
NOT_SHOWN = ("filing",)


@dataclass(frozen=True)
class Show:
    """The pages of the show and the seconds of each; `told` is what of the address was replaced."""

    pages: tuple[str, ...]
    seconds: int
    told: str


def show_of(query: Mapping[str, str], known: Mapping[str, str]) -> Show | None:
    """The show that an address asks for, of the `known` pages (name → title); None where it asks for none."""
    if LOOP not in query:
        return None
    asked = [name for name in query[LOOP].split(",") if name]
    pages = tuple(dict.fromkeys(name for name in asked if name in known and name not in NOT_SHOWN))
    wrong = [name for name in asked if name not in pages]
    told = [f"放映中没有页面“{seen(name)}”，已略去" for name in wrong[:1]]
    digits = query.get(SECONDS, "")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= DIGITS_AT_MOST
    seconds = min(max(int(digits), LEAST), MOST) if is_number else USUAL
    if digits and str(seconds) != digits:
        told.append(f"每页停留“{seen(digits)}”已改为{seconds}秒（{LEAST}至{MOST}）")
    return Show(pages, seconds, "；".join(told))


def follow_show(known: Mapping[str, str], here: str) -> None:
    """Go on with the show where the address asks for one; what it asks for in vain is told and leaves the address."""
    show = show_of(st.query_params, known)
    if show is None:
        return
    if not show.pages:
        for name in (LOOP, SECONDS):
            st.query_params.pop(name, None)
    else:
        for name, text in ((LOOP, ",".join(show.pages)), (SECONDS, str(show.seconds))):
            if st.query_params.get(name, "") != text:
                st.query_params[name] = text
        loop(show.pages, here, show.seconds, KEPT)
    if show.told:
        st.html(f'<p class="notice" role="status"><bdi>{escape_html(show.told)}。</bdi></p>')
