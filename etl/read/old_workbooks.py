"""Turns an old .xls workbook into clean sheets, and whatever a reader would lose quietly into problems."""

import os
import struct
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import xlrd
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH
from xlrd.biffh import XLRDError
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.formatting import Font
from xlrd.sheet import Cell, Sheet

from etl.addresses import address
from etl.read.cells import cell_text, is_too_long, serial_text
from etl.read.formats import NUMBERED_FORMATS, number_format
from etl.read.guards import unguarded
from etl.read.marks import Marks
from etl.read.notices import check_merged, hidden_sheet, is_own, personal_comments, remarks, too_many_cells
from etl.read.sheets import Extract, Limits, Refused, refuse, write_sheet
from etl.read.styles import RAISED
from etl.read.worksheets import OUTSIDE_CALENDAR

# What xlrd raises, on purpose or not, where the records of a workbook make no sense.
BROKEN = (
    XLRDError,
    CompDocError,
    struct.error,
    AssertionError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
)
UNKNOWN = "#?"
EMPTY = frozenset({xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK})


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the workbook. Raises `Refused`."""
    with Path(os.devnull).open("w") as nowhere:
        try:
            book = xlrd.open_workbook(str(path), formatting_info=True, ragged_rows=True, logfile=nowhere)
            return _read_sheets(book, path, work, limits)
        except BROKEN as error:
            raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> Refused:
    if "encrypted" in str(error):
        return refuse(path, "文件设有打开密码，无法读取。", "请取消打开密码后重新保存。", "format-error")
    return refuse(path, "文件已损坏，或者不是真正的 .xls 工作簿。", "请打开后另存为 .xlsx。", "format-error")


def _read_sheets(book: Book, path: Path, work: Path, limits: Limits) -> Extract:
    sheets, problems, cells_left = [], [], limits.cells
    for number, sheet in enumerate(book.sheets(), 1):
        if is_own(sheet.name):
            continue
        if sheet.visibility:
            problems += hidden_sheet(path.name, sheet.name, _Cells(book, sheet, Marks()).rows())
            continue
        marks = Marks(merged=_merged(sheet))
        check_merged(path, sheet.name, marks)
        rows = _Cells(book, sheet, marks).rows()
        extract = write_sheet(rows, work / f"{number}.csv", file=path.name, name=sheet.name, limits=limits)
        cells_left -= marks.filled
        if cells_left < 0:
            raise too_many_cells(path, limits)
        comments = {address(row + 1, column + 1): note.text for (row, column), note in sheet.cell_note_map.items()}
        merged, commented = tuple(marks.merged), tuple(comments)
        sheets += [replace(found, merged=merged, comments=commented) for found in extract.sheets]
        problems += [*extract.problems, *remarks(path.name, sheet.name, marks)]
        problems += personal_comments(path.name, sheet.name, comments)
    return Extract(tuple(sheets), tuple(problems))


def _merged(sheet: Sheet) -> list[tuple[int, int, int, int]]:
    spans = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    return [span for span in spans if span[:2] != span[2:]]


class _Cells:
    """The cells of one sheet as text; what is seen beside the values goes into `marks`."""

    def __init__(self, book: Book, sheet: Sheet, marks: Marks) -> None:
        self.book, self.sheet, self.marks = book, sheet, marks
        self.epoch = CALENDAR_MAC_1904 if book.datemode else WINDOWS_EPOCH
        self.hidden_columns = {place for place, about in sheet.colinfo_map.items() if about.hidden or not about.width}

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """(row number, cells); error cells are empty. `marks` is complete with the last row."""
        for row in range(self.sheet.nrows):
            before = self.marks.filled
            yield row + 1, [self._text(row, column, cell) for column, cell in enumerate(self.sheet.row(row))]
            about = self.sheet.rowinfo_map.get(row)
            if about and (about.hidden or about.height == 0) and self.marks.filled > before:
                self.marks.hidden_rows.append(row + 1)

    def _text(self, row: int, column: int, cell: Cell) -> str:
        if cell.ctype in EMPTY or cell.value == "":
            return ""
        self.marks.filled += 1
        place = address(row + 1, column + 1)
        code = self._format(cell)
        if column in self.hidden_columns:
            self.marks.in_hidden_columns.append(place)
        self._remark_strikes(row, column, cell, place)
        match cell.ctype:
            case xlrd.XL_CELL_TEXT:
                return unguarded(self._raised(row, column, cell))
            case xlrd.XL_CELL_BOOLEAN:
                return cell_text(bool(cell.value))
            case xlrd.XL_CELL_ERROR:
                self.marks.errors.setdefault(xlrd.error_text_from_code.get(int(cell.value), UNKNOWN), []).append(place)
                return ""
        shown = number_format(code)
        if shown.is_hidden:
            self.marks.veiled.append(place)
        if shown.is_scaled:
            self.marks.scaled.append(place)
        try:
            text = serial_text(float(cell.value), code, self.epoch)
        except OverflowError:
            self.marks.errors.setdefault(OUTSIDE_CALENDAR, []).append(place)
            return ""
        if is_too_long(text):
            self.marks.too_long.append(place)
        return text

    def _format(self, cell: Cell) -> str:
        if not self.book.xf_list or cell.xf_index is None:
            return ""
        key = self.book.xf_list[cell.xf_index].format_key
        held = self.book.format_map.get(key)
        return (held and held.format_str) or NUMBERED_FORMATS.get(key, "")

    def _runs(self, row: int, column: int, cell: Cell) -> list[tuple[Font, str]]:
        """The pieces of a cell's text with their fonts: a text may change its font on the way, every other cell has one."""
        if not self.book.xf_list or cell.xf_index is None:
            return []
        runs = [
            (0, self.book.xf_list[cell.xf_index].font_index),
            *self.sheet.rich_text_runlist_map.get((row, column), ()),
        ]
        text = str(cell.value)
        ends = [start for start, _ in runs[1:]] + [len(text)]
        return [(self.book.font_list[font], text[start:end]) for (start, font), end in zip(runs, ends, strict=True)]

    def _raised(self, row: int, column: int, cell: Cell) -> str:
        """A text with its raised digits as such."""
        if (row, column) not in self.sheet.rich_text_runlist_map:
            return str(cell.value)
        runs = self._runs(row, column, cell)
        return "".join(text.translate(RAISED) if font.escapement == 1 else text for font, text in runs) or str(
            cell.value
        )

    def _remark_strikes(self, row: int, column: int, cell: Cell, place: str) -> None:
        struck = {bool(font.struck_out) for font, text in self._runs(row, column, cell) if text.strip()}
        if struck == {True}:
            self.marks.struck.append(place)
        elif len(struck) > 1:
            self.marks.partly.append(place)
