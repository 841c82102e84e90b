"""Draws views beside each other: in rows whose charts are equally high, below each other on a phone."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from itertools import chain
from typing import Any

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.charts.evened import NO_CHART, Room, arranged, heights, room_of, shares
from dashboard.render.web.blocks import finding_text
from dashboard.render.web.show import chart_of, made, show
from dashboard.render.web.theme import current_theme
from dashboard.views.kinds.several import IN_A_ROW, trends
from dashboard.views.view import Making, View


def side_by_side(*views: Making) -> None:
    """Draw views in a row, or two below each other where one of them would stay half empty; none makes no room."""
    _draw_rows([views])


def rows(*beside: Sequence[Making]) -> Callable[[], None]:
    """What draws rows of views; those of two at most are paired anew where less stays empty then."""
    return lambda: _draw_rows(beside)


def _draw_rows(beside: Sequence[Sequence[Making]]) -> None:
    drawn: list[Sequence[View]] = [[view for view in map(made, row) if view] for row in beside]
    if max(map(len, beside), default=0) == 2:
        drawn = _paired(list(chain.from_iterable(drawn)))
    for row in filter(None, drawn):
        # One alone stands in the column of the page, which it may have to fill.
        places: Sequence[Any] = st.columns(len(row)) if len(row) > 1 else [nullcontext()]
        for place, view, height in zip(places, row, heights(list(map(_room, row))), strict=True):
            with place:
                show(view, height=height)


def _paired(views: Sequence[View]) -> list[Sequence[View]]:
    """The views in their order, in the rows that suit their heights."""
    left = iter(views)
    return [[next(left) for _ in range(count)] for count in arranged(list(map(_room, views)))]


def _room(view: View) -> Room:
    chart = chart_of(view)
    return NO_CHART if chart is None else room_of(chart, current_theme())


def in_pairs(views: Iterable[Making], across: int = 2) -> None:
    """Draw views in rows of two, or of `across`."""
    drawn = tuple(views)
    rows(*(drawn[first : first + across] for first in range(0, len(drawn), across)))()


def below_each_other(views: Iterable[Making], beside: Making) -> None:
    """Draw views in one column, whose charts fill what the chart of `beside`, drawn in the other, is high."""
    drawn, high = [view for view in map(made, views) if view], made(beside)
    rooms = list(map(_room, drawn))
    told = shares(rooms, _room(high).own) if high else [room.own for room in rooms]
    for view, height in zip(drawn, told, strict=True):
        show(view, height=height)


def in_rows(making: Callable[..., Iterable[Sequence[Making]]], *given: Any, **named: Any) -> Callable[[], None]:
    """What asks `making` for rows of views, only when they are to be drawn, and draws them."""
    return lambda: rows(*making(*given, **named))()


def show_trends(warehouse: Warehouse, names: Sequence[str], selection: Selection, *, in_a_row: int = IN_A_ROW) -> None:
    """Draw the trends of the metrics that have a figure, and say of which the area has sent none."""
    drawn, silent = trends(warehouse, names, selection)
    for start in range(0, len(drawn), in_a_row):
        side_by_side(*drawn[start : start + in_a_row])
    if silent:
        labels = "、".join(metric(name).label for name in silent)
        finding_text(f"所选区域在这段时间没有上报（未填报）：{labels}。")
