"""The address of a page → the same without what no page asks for, and a word on what was left out."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping

import streamlit as st

from dashboard.metrics.marts.mart import words
from dashboard.metrics.versions import current
from dashboard.render.web.known_boxes import KNOWN, is_known
from dashboard.render.web.looping import LOOP, SECONDS
from dashboard.render.web.question import AFTER, ASK
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
TAGS = frozenset("<>")
MOST_SIGNS, MOST_TOLD = 200, 3


def swept_address(reads: Collection[str] = (), refused: Mapping[str, str] = NOTHING) -> None:
    """Take out of the address what nothing reads, and what no box can mean, and say so where the page stands.

    The page has a reader of its own for what it `reads`; `refused` is what nobody can choose.
    """
    told = {name: st.query_params[name] for name in st.query_params}
    _sweep(
        (
            *left_out(told, {*READ, *TAKEN_ALONG, *reads}),
            *((name, _named(name, word)) for name, word in refused.items()),
        )
    )


def swept_boxes() -> None:
    """The same of what no box of its key may say, which a box that is drawn has replaced by now.

    The others stand in sections that are closed: what these may say is declared, so that a link keeps it.
    """
    told = ((name, st.query_params[name]) for name in st.query_params if name in BOXES - READ)
    _sweep(
        (name, _named(name, value)) for name, value in told if TAGS.intersection(value) or _is_undeclared(name, value)
    )


def _is_undeclared(name: str, value: str) -> bool:
    return name in KNOWN and not is_known(current(), name, value)


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
