"""Brings the charts of a row to one height, and finds which charts make a row: no card stands half empty beside another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dashboard.render.charts import draw
from dashboard.render.charts.frame import Figure
from dashboard.render.palette import Theme
from dashboard.views.charts import Chart, Columns, Season, Trend

# Rows of bars may be set as far apart as this, in pixels; bars of more are blocks.
WIDEST_ROW = 54
# A chart over time may be as low as this, with more for each line above two, and as high as that.
LOWEST, FOR_A_LINE, FEW_LINES, HIGHEST = 200, 30, 2, 340
# What title, foot and frame of a card take.
AROUND = 150
# What stands in place of a chart that has nothing to show.
WORDS = 100


@dataclass(frozen=True)
class Room:
    """The least height of a chart, the one that it has by itself, and the most."""

    least: int
    own: int
    most: int


NO_CHART = Room(WORDS, WORDS, WORDS)


@lru_cache(512)
def room_of(chart: Chart, theme: Theme) -> Room:
    """How far the chart can be pressed or stretched; one of rows only grows, one over time does both."""
    layout = draw(chart, theme)["layout"]
    own: int = layout["height"]
    if isinstance(chart, Trend | Season | Columns):
        lines = 0 if isinstance(chart, Season) else len(chart.series)
        lowest = LOWEST + FOR_A_LINE * max(0, lines - FEW_LINES)
        return Room(min(own, lowest), own, max(own, HIGHEST))
    first, last = layout["yaxis"].get("range", (0, 0))
    rows = first - last
    if rows <= 0:
        return Room(own, own, own)
    plot = own - layout["margin"]["t"] - layout["margin"]["b"]
    return Room(own, own, own + max(0, round(rows * WIDEST_ROW - plot)))


def heights(rooms: Sequence[Room]) -> list[int]:
    """The height of each chart of a row: the one that fills all cards, or as near to it as each can come."""
    filling = min(max(room.own for room in rooms), min(room.most for room in rooms))
    aim = max(filling, *(room.least for room in rooms))
    return [min(aim, room.most) for room in rooms]


def shares(rooms: Sequence[Room], height: int) -> list[int]:
    """The heights of charts below each other which, with what is around them, are so high in sum, or as near as they come."""
    spare = height - AROUND * (len(rooms) - 1) - sum(room.own for room in rooms)
    limits = [(room.most if spare > 0 else room.least) - room.own for room in rooms]
    part = min(1.0, spare / sum(limits)) if sum(limits) else 0.0
    return [room.own + round(limit * part) for room, limit in zip(rooms, limits, strict=True)]


def at_height(chart: Chart, theme: Theme, height: int) -> Figure:
    """The figure of the chart so many pixels high."""
    if isinstance(chart, Trend | Season | Columns):
        return draw(replace(chart, height=height), theme)
    drawn = draw(chart, theme)
    return drawn | {"layout": drawn["layout"] | {"height": height}}


def arranged(rooms: Sequence[Room]) -> list[int]:
    """How many of the charts, in their order, stand in each row, one or two: the least length and emptiness in sum."""
    best: list[tuple[int, list[int]]] = [(0, [])]
    for end in range(1, len(rooms) + 1):
        found = []
        for count in (2, 1)[2 - min(2, end) :]:
            cost, before = best[end - count]
            found.append((cost + _cost(rooms[end - count : end]), [*before, count]))
        best.append(min(found, key=lambda one: one[0]))
    return best[-1][1]


def _cost(row: Sequence[Room]) -> int:
    """The length of a row and what stays empty in it, in pixels."""
    drawn = heights(row)
    return AROUND + max(drawn) + sum(max(drawn) - height for height in drawn)
