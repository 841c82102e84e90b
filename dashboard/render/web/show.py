"""Draws views where the page stands: in the theme of the reader, or why there is nothing to draw; one that fails alone."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

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
from dashboard.render.web.maps import drawing_of, picture_name
from dashboard.render.web.theme import current_theme
from dashboard.text.formats import Value
from dashboard.views.charts import Chart, Columns, Trend
from dashboard.views.kinds.cards import Card, card
from dashboard.views.kinds.further import further_names, further_table
from dashboard.views.kinds.several import IN_A_ROW, trends
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
        glance=_glance(view.chart),
    )


def _glance(chart: Chart) -> tuple[Value, ...]:
    """The course of the series that matters, where the chart is of courses: the highlighted one, or the only one."""
    series = chart.series if isinstance(chart, Trend | Columns) else ()
    chosen = [one for one in series if one.is_highlighted] or series
    return tuple(value for _, value in chosen[0].points) if len(chosen) == 1 else ()


def side_by_side(*views: Making) -> None:
    """Draw views in a row, below each other on a phone; what makes no view takes no room."""
    drawn = [view for view in map(made, views) if view]
    if not drawn:
        return
    for column, view in zip(st.columns(len(drawn)), drawn, strict=True):
        with column:
            show(view)


def rows(*beside: Sequence[Making]) -> Callable[[], None]:
    """What draws rows of views, each row beside each other."""

    def draw() -> None:
        for row in beside:
            side_by_side(*row)

    return draw


def in_pairs(views: Iterable[Making], across: int = 2) -> None:
    """Draw views in rows of two, or of `across`."""
    drawn = tuple(views)
    rows(*(drawn[first : first + across] for first in range(0, len(drawn), across)))()


def in_rows(making: Callable[..., Iterable[Sequence[Making]]], *given: Any, **named: Any) -> Callable[[], None]:
    """What asks `making` for rows of views, only when they are to be drawn, and draws them."""
    return lambda: rows(*making(*given, **named))()


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


def show_trends(warehouse: Warehouse, names: Sequence[str], selection: Selection, *, in_a_row: int = IN_A_ROW) -> None:
    """Draw the trends of the metrics that have a figure, and say of which the area has sent none."""
    drawn, silent = trends(warehouse, names, selection)
    for start in range(0, len(drawn), in_a_row):
        side_by_side(*drawn[start : start + in_a_row])
    if silent:
        labels = "、".join(metric(name).label for name in silent)
        finding_text(f"所选区域在这段时间没有上报（未填报）：{labels}。")


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
