"""Finds the size at which a text fits and the pages that a table takes, so that no document cuts what its data made long."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.render.widths import text_width
from dashboard.views.table import Row, Table, cell_text

LINE_SPACING, ROUNDING = 1.25, 1e-9
# To how many lines texts are cut that have to fit below each other.
MOST_LINES = (4, 3, 2, 1)
WIDE_SIGNS = "“”‘’…—→▲▼"


@dataclass(frozen=True)
class Fitted:
    """A text and its size; `is_cut` says that even the smallest size left some of it out."""

    text: str
    size: int
    is_cut: bool = False


@dataclass(frozen=True)
class Setting:
    """How a table is set: the size of its type, and the air beside and above the text of a cell, in one unit.

    `is_tight` says that a text exactly as wide as its column stays on one line, as it does in a browser.
    """

    size: int
    side: float
    top: float
    is_tight: bool = False


def line_width(text: str, size: int) -> float:
    """The width of a text as Chinese fonts set it: quotation marks, dashes and arrows are as wide as characters."""
    return text_width(text, size) + 0.4 * size * sum(text.count(sign) for sign in WIDE_SIGNS)


def lines_of(text: str, size: int, width: float) -> int:
    """The lines that a text takes in `width`. One sign is kept free, for no line breaks before a full stop."""
    # A column as wide as its text is not found too narrow by the last digit of a division.
    return sum(max(1, math.ceil(line_width(line, size) / (width - size) - ROUNDING)) for line in text.split("\n"))


def height_of(text: str, size: int, width: float) -> float:
    """The height of a text set in `width`, in the same unit as its size."""
    return lines_of(text, size, width) * size * LINE_SPACING


def fitted(text: str, width: float, height: float, sizes: Sequence[int], *, tail: str = "") -> Fitted:
    """The text at the largest of `sizes` (falling) at which it fits; cut with … where none is small enough.

    `tail` is an end of the text that is never cut.
    """
    for size in sizes:
        if height_of(text, size, width) <= height:
            return Fitted(text, size)
    size = sizes[-1]
    kept, end = text[: len(text) - len(tail)], f"…{tail}"
    while kept and height_of(kept + end, size, width) > height:
        kept = kept[:-1]
    return Fitted(kept + end, size, is_cut=True)


def cut_evenly(texts: Sequence[str], width: float, height: float, size: int) -> list[str]:
    """The texts, each cut to as many lines as all of them may have so that they fit below each other."""
    line = size * LINE_SPACING
    for lines in MOST_LINES:
        told = [fitted(text, width, lines * line, (size,)).text for text in texts]
        if sum(height_of(text, size, width) for text in told) <= height:
            break
    return told


def table_widths(table: Table, width: float, setting: Setting) -> list[float]:
    """The columns' widths: short ones as wide as they are, so that no day is broken; long ones share the rest."""
    wants = []
    spare = setting.size / 4 if setting.is_tight else setting.size
    for place, column in enumerate(table.columns):
        texts = [column.header, *(cell_text(row[place], column) for row in table.rows)]
        wants.append(max(line_width(text, setting.size) for text in texts) + 2 * setting.side + spare)
    if sum(wants) <= width:
        return [width * want / sum(wants) for want in wants]
    found: dict[int, float] = {}
    for done, place in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
        share = (width - sum(found.values())) / (len(wants) - done)
        found[place] = min(wants[place], share)
    return [found[place] for place in range(len(wants))]


def row_height(cells: Sequence[str], widths: Sequence[float], setting: Setting) -> float:
    """The height that a row needs."""
    pairs = zip(cells, widths, strict=True)
    return max(_text_height(text, wide - 2 * setting.side, setting) for text, wide in pairs) + 2 * setting.top


def _text_height(text: str, width: float, setting: Setting) -> float:
    is_one_line = setting.is_tight and "\n" not in text and line_width(text, setting.size) <= width
    return setting.size * LINE_SPACING if is_one_line else height_of(text, setting.size, width)


def last_rows(table: Table, width: float, height: float, setting: Setting) -> Table:
    """As many of the last rows as fit into the height."""
    backwards = table_pages(Table(table.columns, table.rows[::-1]), width, height, setting)[0]
    return Table(table.columns, backwards.rows[::-1])


def table_pages(table: Table, width: float, height: float, setting: Setting) -> list[Table]:
    """The table cut into pieces of whole rows that fit into the height, each under the same header."""
    widths = table_widths(table, width, setting)
    header = row_height([column.header for column in table.columns], widths, setting)
    pages: list[list[Row]] = [[]]
    left = height - header
    for row in table.rows:
        texts = [cell_text(*pair) for pair in zip(row, table.columns, strict=True)]
        needed = row_height(texts, widths, setting)
        if needed > left and pages[-1]:
            pages.append([])
            left = height - header
        pages[-1].append(row)
        left -= needed
    return [Table(table.columns, tuple(rows)) for rows in pages]
