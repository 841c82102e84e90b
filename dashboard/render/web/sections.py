"""The parts of a page that are drawn when a reader opens them; which are open stands in the address."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import absent_parts, contained, part_heading, told_once
from dashboard.render.web.components import Entry, page_index
from dashboard.render.web.show import show_further
from dashboard.render.web.swept import swept_boxes
from dashboard.text.formats import escape_html
from dashboard.views.explore.reading import seen
from dashboard.views.kinds.further import further_names

# In the address: the keys of the open sections, or that all are open, as for paper.
OPEN, ALL = "open", "all"
MOST_TOLD = 3


@dataclass(frozen=True)
class Section:
    """One part of a page: what it is called, in a few words what it holds, and what draws it.

    `key` stands in the address. With `why` there is nothing to open, and that is the reason. What is pointed at in one
    that `is_linked` shows elsewhere on the page too, which is drawn anew with it.
    """

    key: str
    title: str
    tells: str
    draw: Callable[[], object]
    why: str = ""
    is_linked: bool = False


def sections(index: DeltaGenerator, *given: Section | None) -> None:
    """Draw the closed and the open sections in their order, the index of the page in its place, and what is missing.

    `index` is the place that `page_head` kept free. A part that is None has nothing to tell, now or ever.
    """
    parts = [part for part in given if part]
    swept_boxes()
    _sweep({part.key for part in parts})
    shown = [part for part in parts if not part.why]
    keys = tuple(part.key for part in shown)
    for part in shown:
        (_section if part.is_linked else _alone)(part, keys)
    absent_parts([(part.title, part.why) for part in parts if part.why])
    with index:
        page_index([Entry(part.key, part.title) for part in shown], _open_all)


def _sweep(known: Collection[str]) -> None:
    """Take out of the address the sections that this page has not, and say which."""
    told = st.query_params.get(OPEN, "").split(",")
    unknown = [key for key in told if key and key != ALL and key not in known]
    if unknown:
        left = ",".join(key for key in told if key in known or key == ALL)
        if left:
            st.query_params[OPEN] = left
        else:
            st.query_params.pop(OPEN, None)
        named = "、".join(f"“{seen(key)}”" for key in unknown[:MOST_TOLD])
        said = escape_html(f"链接要打开的{named}，本页没有，已略去。")
        st.html(f'<p class="notice" role="status"><bdi>{said}</bdi></p>')


def further(warehouse: Warehouse, selection: Selection, *themes: str, names: Sequence[str] = ()) -> Section | None:
    """The section of the metrics `names`, and of the further ones of `themes`, as one table; None where there is none."""
    if not names and not further_names(themes):
        return None
    draw = partial(show_further, warehouse, names, selection, *themes)
    return Section("further", "其他指标", "逐项列出本期数与变化", draw)


def opened(keys: Sequence[str]) -> tuple[str, ...]:
    """Those of the sections that the address has open."""
    told = st.query_params.get(OPEN, "")
    return tuple(keys) if told == ALL else tuple(key for key in keys if key in told.split(","))


def open_section(key: str) -> None:
    """Write into the address that the section is open, beside those that are."""
    told = st.query_params.get(OPEN, "")
    if told != ALL:
        st.query_params[OPEN] = ",".join(dict.fromkeys([*filter(None, told.split(",")), key]))


def _open_all() -> None:
    """Write into the address that all sections are open."""
    st.query_params[OPEN] = ALL


@contained()
def _section(part: Section, keys: Sequence[str]) -> None:
    widget = f"section-{part.key}"
    is_open = part.key in opened(keys)
    if st.session_state.get(widget) != is_open:
        st.session_state[widget] = is_open
    label = f"**{part.title}** {part.tells}"
    part_heading(part.title)
    place = st.expander(label, key=widget, on_change=partial(_turn, part.key, widget, keys))
    if place.open:
        with place, contained(), told_once():
            part.draw()


# What opens or closes a section that stands alone, or is clicked in it, draws nothing else anew.
_alone = st.fragment(_section)


def _turn(key: str, widget: str, keys: Sequence[str]) -> None:
    """Write into the address what the click has opened or closed."""
    others = [one for one in opened(keys) if one != key]
    now = [*others, key] if st.session_state[widget] else others
    if now:
        st.query_params[OPEN] = ",".join(one for one in keys if one in now)
    else:
        st.query_params.pop(OPEN, None)
