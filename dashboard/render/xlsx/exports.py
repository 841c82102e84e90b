"""Turns a table and its footer into a CSV file, and into what a sheet says too: unit, source, definition, 演示数据."""

import csv
import io
import re
from collections.abc import Sequence
from decimal import Decimal

from dashboard.text.formats import absence_word, is_number, rounded
from dashboard.text.joined import Joined
from dashboard.views.table import Cell, Column, Footer, Table, as_value

# A spreadsheet takes text that begins so for a formula, whatever the file says.
FORMULA_START = re.compile(r"^[\s'\"]*[=+\-@＝＋－＠\t\r|]")
SPACE = re.compile(r"\s+")
LONGEST_STEM = 40
DEMO_MARK = "演示数据，非真实统计，不得引用"


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet may take the text for a formula."""
    return FORMULA_START.match(text) is not None


def safe_text(text: str) -> str:
    """Text that no spreadsheet runs as a formula when it reads a CSV file: a leading apostrophe makes it plain text."""
    return "'" + text if is_formula_like(text) else text


def on_one_line(text: str) -> str:
    """The text without tabs and breaks."""
    return SPACE.sub(" ", text)


def preamble(title: str, subtitle: str, footer: Footer, unit: str = "") -> list[list[str]]:
    """The lines above the header: what it is, in which unit where that is said, who says so; each definition in its own."""
    lines = [[title], [subtitle]] if subtitle else [[title]]
    lines += [["单位", unit]] if unit else []
    lines += [[word, text] for word, text in footer.parts]
    lines += [["" if place else "口径", one] for place, one in enumerate(footer.definition.splitlines())]
    lines += [["注意", DEMO_MARK]] if footer.is_demo else []
    return lines


def as_written(cell: Cell, column: Column) -> str | Decimal:
    """A cell as it goes into a file: numbers unscaled, missing ones as their word."""
    if column.decimals is None:
        return "" if cell is None else str(cell)
    return rounded(cell, column.decimals) if is_number(cell) else absence_word(as_value(cell))


def to_csv(title: str, subtitle: str, table: Table, footer: Footer) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, by which Excel knows the encoding."""
    lines: list[Sequence[str | Decimal]] = [*preamble(title, subtitle, footer), []]
    lines.append([column.header for column in table.columns])
    lines += [[as_written(*pair) for pair in zip(row, table.columns, strict=True)] for row in table.rows]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerows([safe_text(one) if isinstance(one, str) else one for one in line] for line in lines)
    return stream.getvalue().encode("utf-8-sig")


def file_name(subtitle: str, footer: Footer, suffix: str) -> str:
    """A name that every system takes: what is measured and of when, 演示数据 before it where it is so."""
    parts = subtitle.parts[:2] if isinstance(subtitle, Joined) else (subtitle,)
    told = "_".join(re.sub("（.*?）", "", part) for part in parts)
    stem = re.sub(r'[\\/:*?"<>|\s]+', "_", told)[:LONGEST_STEM].strip("._") or "数据"
    return f"{'演示数据_' if footer.is_demo else ''}{stem}.{suffix}"
