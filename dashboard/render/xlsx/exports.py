"""Turns a table and its footer into a CSV or Excel file that carries unit, source, definition and 演示数据 with it."""

import csv
import io
import re
from decimal import Decimal

import xlsxwriter

from dashboard.text.formats import absence_word, is_number, rounded
from dashboard.text.joined import Joined
from dashboard.views.table import Cell, Column, Footer, Table, as_value, cell_text

# A spreadsheet takes text that begins so for a formula, whatever the file says.
FORMULA_START = re.compile(r"^[\s'\"]*[=+\-@＝＋－＠\t\r|%]")
LONGEST_STEM = 40
NARROWEST, WIDEST = 12, 40
LAST_LATIN = 0x2E7F
# Neither a formula nor a link is made of text.
TEXT_STAYS_TEXT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
DEMO_MARK = "演示数据，非真实统计，不得引用"


def safe_text(text: str) -> str:
    """Text that no spreadsheet runs as a formula: a leading apostrophe makes it plain text."""
    return "'" + text if FORMULA_START.match(text) else text


def preamble(title: str, subtitle: str, footer: Footer, unit: str = "") -> list[list[str]]:
    """The lines above the header: what it is, in which unit where that is said, and who says so."""
    lines = [[title], [subtitle]] if subtitle else [[title]]
    lines += [["单位", unit]] if unit else []
    lines += [[word, text] for word, text in footer.parts]
    lines += [["口径", footer.definition]] if footer.definition else []
    lines += [["注意", DEMO_MARK]] if footer.is_demo else []
    return [[safe_text(text) for text in line] for line in lines]


def _written(cell: Cell, column: Column) -> str | Decimal:
    """A cell as it goes into a file: numbers unscaled, missing ones as their word."""
    if column.decimals is None:
        return safe_text("" if cell is None else str(cell))
    return rounded(cell, column.decimals) if is_number(cell) else absence_word(as_value(cell))


def to_csv(title: str, subtitle: str, table: Table, footer: Footer) -> bytes:
    """A CSV file in UTF-8 with a byte order mark, by which Excel knows the encoding."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerows(preamble(title, subtitle, footer))
    writer.writerow([])
    writer.writerow([safe_text(column.header) for column in table.columns])
    writer.writerows(
        [_written(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows
    )
    return stream.getvalue().encode("utf-8-sig")


def to_xlsx(title: str, subtitle: str, table: Table, footer: Footer) -> bytes:
    """An Excel workbook with one sheet: the preamble, a bold header, numbers as numbers."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, TEXT_STAYS_TEXT) as workbook:
        add_sheet(workbook, "数据", title, subtitle, table, footer)
    return stream.getvalue()


def add_sheet(
    workbook: xlsxwriter.Workbook, name: str, title: str, subtitle: str, table: Table, footer: Footer, unit: str = ""
) -> None:
    """Add a sheet: the preamble, a bold header, numbers as numbers, text that no spreadsheet runs."""
    sheet = workbook.add_worksheet(name)
    bold = workbook.add_format({"bold": True})
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    shapes = {
        decimals: workbook.add_format({"num_format": "#,##0" + ("." + "0" * decimals if decimals else "")})
        for decimals in {column.decimals for column in table.columns if column.decimals is not None}
    }
    lines = preamble(title, subtitle, footer, unit)
    for number_of_line, line in enumerate(lines):
        for position, text in enumerate(line):
            sheet.write_string(number_of_line, position, text, bold if number_of_line == 0 else None)
    top = len(lines) + 1
    for position, column in enumerate(table.columns):
        sheet.write_string(top, position, safe_text(column.header), head)
        sheet.set_column(position, position, _width(table, position))
    for number_of_row, row in enumerate(table.rows, start=top + 1):
        for position, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            value = _written(cell, column)
            if isinstance(value, str):
                sheet.write_string(number_of_row, position, value)
            elif column.decimals is not None:
                sheet.write_number(number_of_row, position, float(value), shapes[column.decimals])
    sheet.freeze_panes(top + 1, 0)


def _width(table: Table, position: int) -> int:
    """The width of a column in signs: a number is always seen whole (else it is ####), text up to 40 signs."""
    column = table.columns[position]
    texts = [cell_text(row[position], column) for row in table.rows]
    longest = max((_signs(text) for text in (column.header, *texts)), default=0) + 2
    numbers = max((len(text) for text in texts), default=0) + 2 if column.decimals is not None else 0
    return max(NARROWEST, numbers, min(WIDEST, longest))


def _signs(text: str) -> int:
    """The width of a text in Latin signs; a Chinese one is as wide as two."""
    return sum(2 if ord(sign) > LAST_LATIN else 1 for sign in text)


def file_name(subtitle: str, footer: Footer, suffix: str) -> str:
    """A name that every system takes: what is measured and of when, 演示数据 before it where it is so."""
    parts = subtitle.parts[:2] if isinstance(subtitle, Joined) else (subtitle,)
    told = "_".join(re.sub("（.*?）", "", part) for part in parts)
    stem = re.sub(r'[\\/:*?"<>|\s]+', "_", told)[:LONGEST_STEM].strip("._") or "数据"
    return f"{'演示数据_' if footer.is_demo else ''}{stem}.{suffix}"
