"""Turns the XML of a worksheet, in one pass, into rows of text and into what its values do not tell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string

from etl.read.sheets import address
from etl.read.stored import LocalNames, Texts

CHUNK = 1 << 18
COLUMNS = 16_384
OUTSIDE_CALENDAR = "#VALUE!"


class TooManyCells(Exception):
    """More cells have content than may be read."""


@dataclass
class Marks:
    """What was seen beside the values: `filled` counts cells with content, `lone_rows` have one such cell.

    `errors` are the cells of each error value; `merged` the ranges.
    """

    filled: int = 0
    errors: dict[str, list[str]] = field(default_factory=dict)
    formulas_without_value: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    lone_rows: set[int] = field(default_factory=set)


class _Columns(dict[str, int]):
    """Letters of an address → number of the column; raises ValueError beyond what a worksheet has."""

    def __missing__(self, letters: str) -> int:
        self[letters] = column = column_index_from_string(letters)
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
        self.kind = self.style = ""
        self.cells: list[str] = []
        self.stored: list[str] = []
        self.is_data = self.is_content = self.is_phonetic = self.has_formula = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match self.names[name]:
            case "c" if self.is_data:
                place = attributes.get("r")
                self.column = self.columns[place.rstrip("0123456789")] if place else self.column + 1
                self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
                self.has_formula = False
                self.stored = []
            case "v":
                self.is_content = self.kind != "inlineStr"
            case "t":
                self.is_content = self.kind == "inlineStr" and not self.is_phonetic
            case "f":
                self.has_formula = True
            case "row" if self.is_data:
                self.row, self.column = int(attributes.get("r", self.row + 1)), 0
                self.cells = []
                self.filled_before_row = self.marks.filled
                if attributes.get("hidden") in {"1", "true"}:
                    self.marks.hidden_rows.append(self.row)
            case "rPh":
                self.is_phonetic = True
            case "sheetData":
                self.is_data = True
            case "mergeCell":
                self.marks.merged.append(attributes["ref"])

    def text(self, text: str) -> None:
        if self.is_content:
            self.stored.append(text)

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
                if self.marks.filled == self.filled_before_row + 1:
                    self.marks.lone_rows.add(self.row)
                if self.cells:
                    self.rows.append((self.row, self.cells))
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
            self.cells[self.column - 1] = text

    def _text(self, stored: str) -> str:
        if self.kind != "e":
            try:
                return self.texts.text(self.kind, self.style, stored)
            except OverflowError:
                stored = OUTSIDE_CALENDAR
        self.marks.errors.setdefault(stored, []).append(address(self.row, self.column))
        return ""


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
