"""The switches and boxes of a page: what is chosen by them stands in the address, and a link says it again."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.text.formats import escape_html

LONGEST_TOLD = 24
DIGITS_AT_MOST = 7


def short(value: str) -> str:
    """What an address said, cut where nobody would read on."""
    return value if len(value) <= LONGEST_TOLD else f"{value[:LONGEST_TOLD]}…"


def _settled(label: str, widget: str, key: str, names: Mapping[str, str], default: str | None = None) -> str:
    """The code that the address has under `key` where it is offered, else the default or the first; the widget shows it.

    What is not offered is told and leaves the address.
    """
    told = st.query_params.get(key, "")
    shown = told if told in names else default if default is not None and default in names else next(iter(names))
    if told and told not in names:
        st.query_params.pop(key, None)
        replaced_notice(label, told, names[shown])
    if st.session_state.get(widget) != shown:
        st.session_state[widget] = shown
    return shown


def pointed(key: str, label: str, known: Callable[[str], object | None], instead: str) -> str:
    """What the address points out under `key`, where it is known; what is not is told and leaves the address."""
    told = st.query_params.get(key, "")
    if not told or known(told):
        return told
    st.query_params.pop(key, None)
    replaced_notice(label, told, instead)
    return ""


def replaced_notice(label: str, told: str, instead: str) -> None:
    """Say, where the page stands, what of the address was replaced by what; the words of the address are text."""
    said = escape_html(f"链接中的{label}“{short(told)}”现在没有或不能选择，已改为{instead}。")
    st.html(f'<p class="notice" role="status"><bdi>{said}</bdi></p>')


def switch(label: str, names: Mapping[str, str], key: str, default: str | None = None) -> str:
    """One of a few views side by side, by its code; it stands in the address under `key`. `names` are code → words."""
    widget = f"switch-{key}"
    shown = _settled(label, widget, key, names, default)
    st.segmented_control(
        label,
        list(names),
        format_func=word_of(names),
        key=widget,
        required=True,
        label_visibility="collapsed",
        wrap=True,
        on_change=_turn,
        args=(key, widget),
    )
    return shown


def choose(label: str, key: str, names: Mapping[str, str], default: str | None = None, *, is_named: bool = True) -> str:
    """One of many in a box, by its code; it stands in the address under `key`. `names` are code → words.

    Without `is_named` the box says by its words what it is for, and only a screen reader hears its label.
    """
    widget = f"choose-{key}"
    shown = _settled(label, widget, key, names, default)
    st.selectbox(
        label,
        list(names),
        format_func=word_of(names),
        key=widget,
        on_change=_turn,
        args=(key, widget),
        placeholder="请选择",
        filter_mode="contains",
        label_visibility="visible" if is_named else "collapsed",
    )
    return shown


def address_of_row(key: str, codes: Sequence[str], row: int | None) -> None:
    """Write the code of a chosen row into the address under `key`; a row that is let go leaves the last one there."""
    if row is not None:
        st.query_params[key] = codes[row]


def page_told(key: str) -> int:
    """The number of the page that the address has under `key`, 1 where it has none."""
    told = st.query_params.get(key, "")
    is_number = told.isascii() and told.isdigit() and len(told) <= DIGITS_AT_MOST
    return max(1, int(told)) if is_number else 1


def pager(key: str, page: int, pages: int) -> None:
    """The buttons to the page before and the page behind; the number of the page stands in the address under `key`."""
    st.button("上一页", key=f"{key}-back", disabled=page <= 1, on_click=_to_page, args=(key, page - 1))
    st.button("下一页", key=f"{key}-on", disabled=page >= pages, on_click=_to_page, args=(key, page + 1))


def _to_page(key: str, page: int) -> None:
    st.query_params[key] = str(page)


def word_of(names: Mapping[str, str]) -> Callable[[str], str]:
    """What a box writes for a code: its word, and nothing for one that is no longer offered but still in the session."""
    return lambda code: names.get(code, "")


def _turn(key: str, widget: str) -> None:
    st.query_params[key] = st.session_state[widget]
