"""The views that somebody put on 总览, as a small panel of links with what each of them finds now."""

import streamlit as st

from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks.words import heading_html
from dashboard.render.web.explore.seen import views_seen
from dashboard.store.saved_views import SavedView
from dashboard.text.formats import escape_html
from dashboard.views.explore.offered import default_question
from dashboard.views.explore.opened import Opened, opened
from dashboard.views.explore.pictures import pictures
from dashboard.views.explore.reading import notice
from dashboard.views.explore.sentence import sentence
from dashboard.views.links import address
from dashboard.views.view import View

TITLE = "收藏的分析"


def pinned_panel(warehouse: Warehouse) -> None:
    """One line a pinned view: its name, what it asks, what it finds; nothing where none is pinned."""
    default = default_question(warehouse)
    views = [view for view in views_seen(warehouse) if view.is_pinned]
    if default is None or not views:
        return
    lines = "".join(_line(warehouse, view, opened(warehouse, view.query, default)) for view in views)
    st.html(f'<div class="panel">{heading_html(TITLE, "")}<ol class="attention">{lines}</ol></div>')


def _line(warehouse: Warehouse, view: SavedView, shown: Opened) -> str:
    link = address(warehouse, "explore", {"view": view.name})
    said = notice(shown.replaced, "这个视图") or _finding(warehouse, shown)
    return (
        f'<li><div class="what"><p><a href="{escape_html(link)}"><bdi>{escape_html(view.name)}</bdi></a></p>'
        f'<p class="note">{escape_html(sentence(warehouse, shown.question))}</p></div>'
        f'<div class="whom"><bdi>{escape_html(said)}</bdi></div></li>'
    )


def _finding(warehouse: Warehouse, shown: Opened) -> str:
    """What the first picture of the view says."""
    for making in pictures(warehouse, shown.question, shown.kind)[:1]:
        view = making if isinstance(making, View) else making()
        return view.finding if view else ""
    return ""
