"""Saves the question under a name, and opens, pins and removes what was saved."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.explore.address import write
from dashboard.render.web.explore.seen import views_seen
from dashboard.store.place import kept_folder
from dashboard.store.prepared import NotKept
from dashboard.store.saved_views import (
    LONGEST_NAME,
    SavedView,
    pin_view,
    remove_view,
    save_view,
)
from dashboard.text.formats import escape_html
from dashboard.views.explore.question import Question

NAME, SAID = "explore-view-name", "explore-view-said"


def views_panel(warehouse: Warehouse, question: Question, *, is_open_to_change: bool) -> None:
    """The button of the views; what is behind it is read once somebody opens it."""
    panel = st.popover("视图", key="explore-views", icon=":material/bookmark:", on_change="rerun")
    if panel.open:
        with panel:
            _panel(warehouse, question, is_open_to_change=is_open_to_change)


def _panel(warehouse: Warehouse, question: Question, *, is_open_to_change: bool) -> None:
    if is_open_to_change:
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.text_input("把当前分析存为", key=NAME, placeholder="名称", max_chars=LONGEST_NAME)
            st.button("保存", key="explore-save", on_click=_tried, args=(partial(_save, question),))
    if said := st.session_state.pop(SAID, ""):
        st.html(f'<p class="notice" role="status">{escape_html(said)}</p>')
    views = views_seen(warehouse)
    if not views:
        st.html('<p class="note">还没有保存的视图。</p>')
    for place, view in enumerate(views):
        _line(place, view, is_open_to_change=is_open_to_change)


def _line(place: int, view: SavedView, *, is_open_to_change: bool) -> None:
    """One view: its name, when it was saved, what can be done with it."""
    with st.container(key=f"explore-view-{place}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<p class="view"><bdi>{escape_html(view.name)}</bdi><span class="note">{escape_html(view.saved_at)}</span></p>'
        )
        st.button("打开", key=f"explore-open-{place}", on_click=write, args=({"view": view.name},), type="tertiary")
        if is_open_to_change:
            pin = partial(pin_view, kept_folder(), view.name, is_pinned=not view.is_pinned)
            st.button(
                "从总览取下" if view.is_pinned else "放到总览",
                key=f"explore-pin-{place}",
                on_click=_tried,
                args=(pin,),
                type="tertiary",
            )
            remove = partial(remove_view, kept_folder(), view.name)
            st.button("删除", key=f"explore-remove-{place}", on_click=_tried, args=(remove,), type="tertiary")


def _save(question: Question) -> None:
    view = save_view(kept_folder(), st.session_state[NAME], question.to_query())
    st.session_state[NAME] = ""
    st.session_state[SAID] = f"已保存为“{view.name}”。"


def _tried(change: Callable[[], None]) -> None:
    """Make a change; where it is not made, the reader is told why."""
    try:
        change()
    except NotKept as refused:
        st.session_state[SAID] = str(refused)
