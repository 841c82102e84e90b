"""Turns the XML of a worksheet, in one pass, into rows of text and into what its values do not tell."""

import re
from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from etl.addresses import CELL, address, column_number
from etl.read.cells import is_too_long
from etl.read.marks import Marks
from etl.read.order import put
from etl.read.packages import is_true
from etl.read.stored import LocalNames, Texts
from etl.read.styles import RAISED

CHUNK = 1 << 18
ROWS, COLUMNS = 1_048_576, 16_384
OUTSIDE_CALENDAR = "#VALUE!"
NIL = re.compile(r"0+(?:\.0*)?")


class TooManyCells(Exception):
    """More cells have content than may be read."""


class _Columns(dict[str, int]):
    """Letters of an address → number of the column; raises ValueError beyond what a worksheet has."""

    def __missing__(self, letters: str) -> int:
        if not (letters.isascii() and letters.isalpha()):
            raise ValueError(f"column {letters}")
        self[letters] = column = column_number(letters.upper())
        if column > COLUMNS:
            raise ValueError(f"column {letters}")
        return column


class _Watcher:
    """Expat's handlers over one worksheet; finished rows wait in `rows`."""

    def __init__(self, texts: Texts, marks: Marks) -> None:
        self.texts, self.marks = texts, marks
        self.names, self.columns = LocalNames(), _Columns()
        self.rows: list[tuple[int, list[str]]] = []
        self.row = self.column = self.filled_before_row = 0
        self.row_digits = ""
        self.hidden_columns: set[int] = set()
        self.kind = self.style = ""
        self.cells: list[str] = []
        self.stored: list[str] = []
        self.is_data = self.is_content = self.is_phonetic = self.has_formula = self.is_row_hidden = False
        self.is_run_struck = self.is_run_raised = False
        self.struck_characters = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match self.names[name]:
            case "c" if self.is_data:
                self._start_cell(attributes)
            case "v":
                self.is_content = self.kind != "inlineStr"
            case "t":
                self.is_content = self.kind == "inlineStr" and not self.is_phonetic
            case "f":
                self.has_formula = True
            case "row" if self.is_data:
                self._start_row(attributes)
            case "r" | "is":
                self.is_run_struck = self.is_run_raised = False
            case "strike":
                self.is_run_struck = is_true(attributes.get("val", "1"))
            case "vertAlign":
                self.is_run_raised = attributes.get("val") == "superscript"
            case "rPh":
                self.is_phonetic = True
            case "sheetData":
                self.is_data = True
            case "col" if is_true(attributes.get("hidden")) or _is_nil(attributes.get("width")):
                self.hidden_columns |= set(range(int(attributes["min"]), min(int(attributes["max"]), COLUMNS) + 1))
            case "mergeCell":
                self._merge(attributes["ref"])

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.row_digits = attributes.get("r", "")
        self.row, self.column = int(self.row_digits or self.row + 1), 0
        if not 0 < self.row <= ROWS:
            raise ValueError(f"row {self.row}")
        self.cells = []
        self.filled_before_row = self.marks.filled
        self.is_row_hidden = is_true(attributes.get("hidden")) or _is_nil(attributes.get("ht"))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        if place:
            letters = place.rstrip("0123456789")
            self.column = self.columns[letters]
            if place[len(letters) :] != self.row_digits:
                self._settle_row(place[len(letters) :])
        else:
            self.column += 1
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.has_formula = False
        self.stored = []

    def _settle_row(self, digits: str) -> None:
        """A row without a number of its own has that of its first cell."""
        if self.row_digits and int(digits) != self.row:
            raise ValueError(f"a cell of row {digits} in row {self.row}")
        self.row, self.row_digits = int(digits), digits

    def _merge(self, span: str) -> None:
        first, _, last = span.replace("$", "").partition(":")
        corners = [corner for cell in (first, last or first) if (corner := CELL.fullmatch(cell))]
        if len(corners) != 2:
            raise ValueError(f"merged {span}")
        (left, top), (right, bottom) = ((self.columns[corner[1]], int(corner[2])) for corner in corners)
        if (top, left) != (bottom, right):
            self.marks.merged.append((top, left, bottom, right))

    def text(self, text: str) -> None:
        if self.is_content:
            self.stored.append(text.translate(RAISED) if self.is_run_raised else text)
            if self.is_run_struck:
                self.struck_characters += len(text.strip())

    def end(self, name: str) -> None:
        match self.names[name]:
            case "v" | "t":
                self.is_content = False
            case "c" if self.is_data:
                if self.stored:
                    self._take("".join(self.stored))
                # A formula may well give an empty text; without a type it has never been calculated.
                elif self.has_formula and self.kind != "str":
                    self.marks.formulas_without_value.append(address(self.row, self.column))
            case "row" if self.is_data:
                if self.is_row_hidden and self.marks.filled > self.filled_before_row:
                    self.marks.hidden_rows.append(self.row)
                if self.cells:
                    self.rows.append((self.row, self.cells))
            case "is":
                self.is_run_struck = self.is_run_raised = False
            case "rPh":
                self.is_phonetic = False
            case "sheetData":
                self.is_data = False

    def _take(self, stored: str) -> None:
        self.marks.filled += 1
        text = self._text(stored)
        missing = self.column - len(self.cells)
        if missing == 1:
            self.cells.append(text)
        else:
            self.cells += [""] * missing
            put(self.cells, self.column - 1, text)
        if self.kind == "n" and is_too_long(text):
            self.marks.too_long.append(address(self.row, self.column))
        if self.style in self.texts.remarkable or self.column in self.hidden_columns:
            self._remark()
        if self.struck_characters or (self.kind == "s" and self.texts.strings.has_struck):
            self._remark_runs(stored)

    def _remark(self) -> None:
        place = address(self.row, self.column)
        marks, texts = self.marks, self.texts
        if self.column in self.hidden_columns:
            marks.in_hidden_columns.append(place)
        if self.style in texts.struck:
            marks.struck.append(place)
        if self.kind == "n" and self.style in texts.veiled:
            marks.veiled.append(place)
        if self.kind == "n" and self.style in texts.scaled:
            marks.scaled.append(place)

    def _remark_runs(self, stored: str) -> None:
        strings = self.texts.strings
        index = self.texts.index(stored) if self.kind == "s" else -1
        if index in strings.partly or 0 < self.struck_characters < len(stored.strip()):
            self.marks.partly.append(address(self.row, self.column))
        elif index in strings.struck or self.struck_characters:
            self.marks.struck.append(address(self.row, self.column))
        self.struck_characters = 0

    def _text(self, stored: str) -> str:
        if self.kind != "e":
            try:
                return self.texts.text(self.kind, self.style, stored)
            except OverflowError:
                stored = OUTSIDE_CALENDAR
        self.marks.errors.setdefault(stored, []).append(address(self.row, self.column))
        return ""


def _is_nil(measure: str | None) -> bool:
    """Whether a row's height or a column's width is none at all."""
    return measure is not None and NIL.fullmatch(measure) is not None


def read_rows(part: IO[bytes], texts: Texts, marks: Marks, most_cells: int) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of the worksheet in `part`; error cells are empty. `marks` is complete with the last row.

    Raises `TooManyCells`, and `expat.ExpatError`, ValueError or LookupError where the part is broken.
    """
    watcher = _Watcher(texts, marks)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    parser.CharacterDataHandler = watcher.text
    is_last = False
    while not is_last:
        chunk = part.read(CHUNK)
        is_last = not chunk
        parser.Parse(chunk, is_last)
        if marks.filled > most_cells:
            raise TooManyCells
        yield from watcher.rows
        watcher.rows = []
