"""Draws views where the page stands: in the theme of the reader, or why there is nothing to draw; one that fails alone."""

from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import streamlit as st

from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.charts import draw
from dashboard.render.charts.evened import at_height
from dashboard.render.charts.glances import glance
from dashboard.render.web.blocks import (
    chart_block,
    contained,
    empty_state,
    headline_cards,
    map_block,
    reading_block,
    table_block,
)
from dashboard.render.web.blocks.contained import TITLE, tell
from dashboard.render.web.maps import drawing_of, picture_name
from dashboard.render.web.theme import current_theme
from dashboard.views.charts import Chart
from dashboard.views.kinds.cards import Card, card
from dashboard.views.kinds.further import further_names, further_table
from dashboard.views.table import Footer, Listed, Table
from dashboard.views.view import Making, View, is_empty, why_empty

# In place of a view whose making failed.
NOT_DRAWN = View("", TITLE, "", Footer(""), Table((), ()))


def made(view: Making) -> View | None:
    """The view itself; `NOT_DRAWN` where its making failed, None where it makes none."""
    if isinstance(view, View):
        return view
    with contained(instead=lambda: None):
        return view()
    return NOT_DRAWN


def show(view: Making, *, on_choose: Callable[[str], None] | None = None, height: int | None = None) -> None:
    """Draw the view where the page stands, or why it is empty; `on_choose` gets the key of the mark pointed at.

    `height` is that of its chart, in pixels, where it stands in a row.
    """
    drawn = made(view)
    if drawn is None:
        return
    if drawn is NOT_DRAWN:
        tell()
        return
    with contained():
        _show(drawn, on_choose, height)


def _show(view: View, on_choose: Callable[[str], None] | None, height: int | None = None) -> None:
    chart, theme = chart_of(view), current_theme()
    if chart is None:
        why, what_to_do = why_empty(view.table)
        words = (view.why,) if view.why else (f"{view.measured}：{why}", what_to_do)
        empty_state(view.finding, *words)
        return
    chart_block(
        view.key,
        view.finding,
        view.measured,
        draw(chart, theme) if height is None else at_height(chart, theme, height),
        view.footer,
        table=view.table,
        on_choose=on_choose,
        glance=glance(chart),
    )


def chart_of(view: View) -> Chart | None:
    """The chart of the view; None where there is nothing to draw."""
    return None if is_empty(view.table) else view.chart


def show_map(
    view: Making, *, on_choose: Callable[[str | None], None] | None = None, is_legend_beside: bool = False
) -> None:
    """Draw the map where the page stands, or what stands for it; `on_choose` gets the area that the reader points out.

    A page hands over the making of the map, so that one that fails leaves what is beside it.
    """
    with contained():
        drawn = view if isinstance(view, View) else view()
        if drawn:
            _show_map(drawn, on_choose, is_legend_beside=is_legend_beside)


def _show_map(view: View, on_choose: Callable[[str | None], None] | None, *, is_legend_beside: bool) -> None:
    if view.map is None and view.chart is not None:
        _show(view, on_choose)
        return
    if view.map is None:
        empty_state(view.finding, view.why)
        return
    drawing, legend = drawing_of(view.key, view.map, on_choose)
    map_block(
        view.key,
        view.finding,
        view.measured,
        drawing,
        legend,
        view.footer,
        table=view.table,
        is_legend_beside=is_legend_beside,
        drawn_as=picture_name(view.key, view.map),
    )


@contained()
def show_cards(warehouse: Warehouse, names: Sequence[str], selection: Selection) -> None:
    """Draw the headline cards of the metrics `names`; one that fails says so above the others."""
    here = PurePosixPath(urlsplit(st.context.url or "").path).name
    cards: list[Card] = []
    for name in names:
        with contained():
            cards.append(card(warehouse, name, selection, here=here))
    headline_cards(cards)


@contained()
def show_further(warehouse: Warehouse, names: Sequence[str], selection: Selection, *themes: str) -> None:
    """Draw the table of the metrics `names`, and of the further ones of `themes`, for the selected area and period."""
    if shown := (*names, *further_names(themes)):
        reading_block("further", *further_table(warehouse, shown, selection))


def show_rows(key: str, making: Callable[[], Listed], *, is_read: bool = False) -> bool:
    """Draw a table with its title, subtitle and footer where it has rows; whether it has any.

    With `is_read` every text is shown in full, for short tables of sentences.
    """
    with contained():
        listed = making()
        if listed[2].rows:
            (reading_block if is_read else table_block)(key, *listed)
        return bool(listed[2].rows)
    return True


def listed(
    key: str, making: Callable[[], Listed], empty: Sequence[str], *, is_read: bool = False
) -> Callable[[], None]:
    """What draws a table as `show_rows` does, or, where it has no rows, the words of `empty`: what, why, what to do."""

    def draw() -> None:
        if not show_rows(key, making, is_read=is_read):
            empty_state(*empty)

    return draw
