"""Draws views where the page stands: in the theme of the reader, or why there is nothing to draw; one that fails alone."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.charts import draw
from dashboard.render.web.blocks import (
    chart_block,
    contained,
    empty_state,
    finding_text,
    headline_cards,
    map_block,
    reading_block,
    table_block,
)
from dashboard.render.web.blocks.contained import TITLE, tell
from dashboard.render.web.maps import drawn_map
from dashboard.render.web.theme import current_theme
from dashboard.views.kinds.cards import Card, card
from dashboard.views.kinds.further import further_names, further_table
from dashboard.views.kinds.several import IN_A_ROW, trends
from dashboard.views.table import Footer, Table
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


def show(view: Making, *, on_choose: Callable[[str], None] | None = None) -> None:
    """Draw the view where the page stands, or why it is empty; `on_choose` gets the key of the mark pointed at."""
    drawn = made(view)
    if drawn is None:
        return
    if drawn is NOT_DRAWN:
        tell()
        return
    with contained():
        _show(drawn, on_choose)


def _show(view: View, on_choose: Callable[[str], None] | None) -> None:
    if view.chart is None or is_empty(view.table):
        why, what_to_do = why_empty(view.table)
        words = (view.why,) if view.why else (f"{view.measured}：{why}", what_to_do)
        empty_state(view.finding, *words)
        return
    chart_block(
        view.key,
        view.finding,
        view.measured,
        draw(view.chart, current_theme()),
        view.footer,
        table=view.table,
        on_choose=on_choose,
    )


def side_by_side(*views: Making) -> None:
    """Draw views in a row, below each other on a phone; what makes no view takes no room."""
    drawn = [view for view in map(made, views) if view]
    if not drawn:
        return
    for column, view in zip(st.columns(len(drawn)), drawn, strict=True):
        with column:
            show(view)


def show_map(
    view: Making,
    is_selectable: bool = False,
    on_choose: Callable[[str | None], None] | None = None,
    *,
    is_legend_beside: bool = False,
) -> str | None:
    """Draw the map where the page stands, or why there is none; the code of the area that the reader points out.

    A page hands over the making of the map, so that one that fails leaves what is beside it.
    """
    with contained():
        drawn = view if isinstance(view, View) else view()
        return _show_map(drawn, is_selectable, on_choose, is_legend_beside=is_legend_beside) if drawn else None
    return None


def _show_map(
    view: View, is_selectable: bool, on_choose: Callable[[str | None], None] | None, *, is_legend_beside: bool
) -> str | None:
    if view.map is None:
        empty_state(view.finding, view.why)
        return None
    deck, legend = drawn_map(view.map, current_theme())
    return map_block(
        view.key,
        view.finding,
        view.measured,
        deck,
        legend,
        view.footer,
        table=view.table,
        is_selectable=is_selectable,
        on_choose=on_choose,
        height=view.map.height,
        is_legend_beside=is_legend_beside,
    )


@contained()
def show_cards(warehouse: Warehouse, names: Sequence[str], selection: Selection) -> None:
    """Draw the headline cards of the metrics `names`; one that fails says so above the others."""
    cards: list[Card] = []
    for name in names:
        with contained():
            cards.append(card(warehouse, name, selection))
    headline_cards(cards)


@contained()
def show_further(warehouse: Warehouse, names: Sequence[str], selection: Selection, *themes: str) -> None:
    """Draw the table of the metrics `names`, and of the further ones of `themes`, for the selected area and period."""
    if shown := (*names, *further_names(themes)):
        reading_block("further", *further_table(warehouse, shown, selection))


def show_trends(warehouse: Warehouse, names: Sequence[str], selection: Selection, *, in_a_row: int = IN_A_ROW) -> None:
    """Draw the trends of the metrics that have a figure, and say of which the area has sent none."""
    drawn, silent = trends(warehouse, names, selection)
    for start in range(0, len(drawn), in_a_row):
        side_by_side(*drawn[start : start + in_a_row])
    if silent:
        labels = "、".join(metric(name).label for name in silent)
        finding_text(f"所选区域在这段时间没有上报（未填报）：{labels}。")


Listed = tuple[str, str, Table, Footer]


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
