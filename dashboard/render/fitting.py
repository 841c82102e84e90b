"""Finds the size at which a text fits and the pages that a table takes, so that no document cuts what its data made long."""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.render.widths import text_width
from dashboard.views.table import Table, cell_text

LINE_SPACING, ROUNDING = 1.25, 1e-9
# To how many lines texts are cut that have to fit below each other.
MOST_LINES = (4, 3, 2, 1)
# A figure with the sign behind it (170 天, 2026-02-01 前) or with what it became (0% → 10%), a word in Latin letters.
UNBROKEN = re.compile(r"[!-~]+(?: → [!-~]+|(?: ?[^ -~，。；、：）”→])?)")
# What no line break parts: a word, or a sign with the stops behind it and the brackets before it.
PIECES = re.compile(r"\s|[（“‘《]*(?:[!-~]+|[^\s])[，。；：、！？）”’》…]*")
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
    """The columns' widths at which the table is lowest, where not all texts fit on a line.

    Either short columns are as wide as they are and long ones share the rest, or each gets the same share of its longest
    text, so that the longest texts take about as many lines as those beside them. No day is broken, no header.
    """
    rows = _texts(table)
    texts = list(zip(*rows, strict=True))
    whole = [[header, *(piece for text in cells for piece in UNBROKEN.findall(text))] for header, *cells in texts]
    wants, leasts = _widest(texts, setting.size), _widest(whole, setting.size)
    sides = 2 * setting.side + setting.size
    air = 2 * setting.side + setting.size / 4 if setting.is_tight else sides
    if sum(wants) + air * len(wants) <= width:
        return _stretched([want + air for want in wants], width)
    room = width - sides * len(wants)
    # A word longer than a fair part of the room is broken after all.
    leasts = [min(least, room / len(leasts)) for least in leasts]
    share = _share(wants, leasts, room)
    alike = [max(least, share * want) + sides for want, least in zip(wants, leasts, strict=True)]
    filled = _filled([want + air for want in wants], width)
    return min(filled, alike, key=lambda widths: sum(row_height(row, widths, setting) for row in rows))


def _filled(wants: Sequence[float], width: float) -> list[float]:
    """Short columns as wide as they want, the others with equal shares of the rest."""
    found: dict[int, float] = {}
    for done, place in enumerate(sorted(range(len(wants)), key=wants.__getitem__)):
        found[place] = min(wants[place], (width - sum(found.values())) / (len(wants) - done))
    return [found[place] for place in range(len(wants))]


def _widest(texts: Sequence[Sequence[str]], size: int) -> list[float]:
    """The widest text of each column."""
    return [max(line_width(text, size) for text in column) for column in texts]


def _stretched(widths: Sequence[float], width: float) -> list[float]:
    """The widths in the same proportion, so that they fill the width."""
    return [width * one / sum(widths) for one in widths]


def _share(wants: Sequence[float], leasts: Sequence[float], width: float) -> float:
    """The share of what they want that columns get, so that with those that cannot be narrower they fill the width."""
    left, wanted, share = width, sum(wants), 0.0
    for want, least in sorted(zip(wants, leasts, strict=True), key=lambda pair: pair[1] / pair[0], reverse=True):
        share = left / wanted
        if least <= share * want:
            break
        left, wanted = left - least, wanted - want
    return share


def row_height(cells: Sequence[str], widths: Sequence[float], setting: Setting) -> float:
    """The height that a row needs."""
    pairs = zip(cells, widths, strict=True)
    return max(_text_height(text, wide - 2 * setting.side, setting) for text, wide in pairs) + 2 * setting.top


def _text_height(text: str, width: float, setting: Setting) -> float:
    is_one_line = setting.is_tight and "\n" not in text and line_width(text, setting.size) <= width
    lines = 1 if is_one_line else max(lines_of(text, setting.size, width), _broken(text, setting.size, width))
    return lines * setting.size * LINE_SPACING


def _broken(text: str, size: int, width: float) -> int:
    """The lines of a text that is broken where a browser breaks it: no word in Latin letters, no sign from its stop."""
    lines, used = 1, 0.0
    for piece in PIECES.findall(text):
        wide = line_width(piece, size)
        if piece == "\n" or (used and used + wide > width and not piece.isspace()):
            lines, used = lines + 1, 0.0
        # A word wider than the column is broken anywhere.
        lines += math.ceil(wide / width - ROUNDING) - 1 if wide > width else 0
        used = (used + wide) % width if wide > width else used + wide
    return lines


def last_rows(table: Table, width: float, height: float, setting: Setting) -> Table:
    """As many of the last rows as fit into the height."""
    backwards = table_pages(Table(table.columns, table.rows[::-1]), width, height, setting)[0]
    return Table(table.columns, backwards.rows[::-1])


def table_pages(table: Table, width: float, height: float, setting: Setting, *, is_even: bool = False) -> list[Table]:
    """The table cut into pieces of whole rows that fit into the height, each under the same header.

    `is_even` fills the pages alike, where otherwise the last takes what the others leave.
    """
    pages: list[Table] = []
    rest = table
    while rest.rows or not pages:
        count = _first_count(rest, width, height, setting, is_even=is_even)
        # A piece has columns of its own widths.
        while count > 1 and sum(_heights(Table(table.columns, rest.rows[:count]), width, setting)) > height:
            count -= 1
        pages.append(Table(table.columns, rest.rows[:count]))
        rest = Table(table.columns, rest.rows[count:])
    return pages


def _first_count(table: Table, width: float, height: float, setting: Setting, *, is_even: bool) -> int:
    """How many rows stand on the first of the pages that the table takes at the widths of its columns."""
    header, *heights = _heights(table, width, setting)
    room = height - header
    counts = _counts(heights, room)
    if is_even and len(counts) > 1:
        least = bisect_left(range(int(room)), True, key=lambda one: len(_counts(heights, one)) <= len(counts))
        counts = _counts(heights, min(least, room))
    return counts[0]


def _heights(table: Table, width: float, setting: Setting) -> list[float]:
    """The heights of the header and of each row."""
    widths = table_widths(table, width, setting)
    return [row_height(texts, widths, setting) for texts in _texts(table)]


def _texts(table: Table) -> list[list[str]]:
    """The header and the rows as they are read."""
    rows = [[cell_text(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    return [[column.header for column in table.columns], *rows]


def _counts(heights: Sequence[float], room: float) -> list[int]:
    """How many rows of these heights each page holds."""
    counts, left = [0], room
    for needed in heights:
        if needed > left and counts[-1]:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= needed
    return counts
