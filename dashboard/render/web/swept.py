"""The address of a page → the same without what no page asks for, and a word on what was left out."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import nullcontext

import streamlit as st

from dashboard.metrics.marts.mart import words
from dashboard.render.web.looping import LOOP, SECONDS
from dashboard.render.web.question import AFTER, ASK
from dashboard.render.web.settled import NOTICES, is_settled
from dashboard.text.formats import escape_html
from dashboard.views.explore.reading import seen
from dashboard.views.links import OF, VERSION

# What has a reader of its own on every page, which says itself what it replaced; a page names what else it reads.
READ = frozenset(("open", OF, LOOP, SECONDS, ASK, AFTER, VERSION))
# What stands on every page, since a reader takes it from page to page.
TAKEN_ALONG = frozenset(words("area period compare"))
# What boxes of pages stand under; a box that is drawn says itself what it replaced.
BOXES = frozenset(
    words(
        "against at basis beside by channel chart contents district document dots edition events file filing filled for form"
        " group kind level look map mark matter mediation meeting metric month nature output pairs part parts place causes quarter rate"
        " screen sheet spot stage standing teams theme topic unit view visits"
    )
)
NOTHING: Mapping[str, str] = {}
# In the session: what the link asked of the boxes of the page that is drawn.
ASKED = "swept-asked"
MOST_SIGNS, MOST_TOLD = 200, 3


def swept_address(reads: Collection[str] = (), refused: Mapping[str, str] = NOTHING) -> None:
    """Take out of the address what nothing reads, and what no box can mean, and say so where the page stands.

    The page has a reader of its own for what it `reads`; `refused` is what nobody can choose.
    """
    told = {name: st.query_params[name] for name in st.query_params}
    st.session_state[ASKED] = {name: value for name, value in told.items() if name in BOXES - READ - {*reads}}
    st.session_state[NOTICES] = st.container(key="page-left-out", gap=None)
    _sweep(
        (
            *left_out(told, {*READ, *TAKEN_ALONG, *reads}),
            *((name, _named(name, word)) for name, word in refused.items()),
        )
    )


def swept_boxes() -> None:
    """Take out of the address what a link asks of a box that the page does not offer, nor has in this session.

    Called when the page stands: by then each box that is drawn has offered its value or replaced it. What was offered
    before belongs to a section that is closed now, and is kept for it.
    """
    asked: Mapping[str, str] = st.session_state.pop(ASKED, NOTHING)
    told = {name: value for name, value in asked.items() if st.query_params.get(name) == value}
    with st.session_state.pop(NOTICES, None) or nullcontext():
        _sweep((name, _named(name, value)) for name, value in told.items() if not is_settled(name, value))


def _sweep(found: Iterable[tuple[str, str]]) -> None:
    left = dict(found)
    for name in left:
        st.query_params.pop(name, None)
    if left:
        named = "、".join(list(left.values())[:MOST_TOLD]) + ("等" if len(left) > MOST_TOLD else "")
        st.html(f'<p class="notice" role="status"><bdi>{escape_html(f"链接中的参数{named}已略去。")}</bdi></p>')


def left_out(query: Mapping[str, str], read: Collection[str]) -> Iterator[tuple[str, str]]:
    """The parameters that nothing has `read`, or whose value no box can have, each with the words that name it."""
    for name, value in query.items():
        if name in read:
            continue
        if name not in BOXES:
            yield name, f"“{seen(name)}”"
        elif not is_plain(value):
            yield name, _named(name, value)


def _named(name: str, value: str) -> str:
    return f"“{name}”（“{seen(value)}”）"


def is_plain(value: str) -> bool:
    """Whether a value may be the code or the name of something: not too long, without signs that steer."""
    return len(value) <= MOST_SIGNS and not any(unicodedata.category(sign) in ("Cc", "Cf") for sign in value)
