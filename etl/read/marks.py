"""Turns the XML of a worksheet into what its values do not tell: formulas without a value, hidden rows, merged cells."""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

CHUNK = 1 << 20


@dataclass
class Marks:
    """What was seen: `filled` counts cells with content, `lone_rows` are the rows with one such cell."""

    filled: int = 0
    formulas_without_value: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    lone_rows: set[int] = field(default_factory=set)


class _Watcher:
    """Expat's handlers over one worksheet."""

    def __init__(self) -> None:
        self.marks = Marks()
        self.row = self.filled_before_row = 0
        self.cell = self.type = ""
        self.has_formula = self.has_text = self.is_content = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                self.row = int(attributes.get("r", self.row + 1))
                self.filled_before_row = self.marks.filled
                if attributes.get("hidden") in {"1", "true"}:
                    self.marks.hidden_rows.append(self.row)
            case "c":
                self.cell, self.type = attributes.get("r", ""), attributes.get("t", "")
                self.has_formula = self.has_text = False
            case "f":
                self.has_formula = True
            case "v" | "t":
                self.is_content = True
            case "mergeCell":
                self.marks.merged.append(attributes["ref"])

    def text(self, _: str) -> None:
        self.has_text = self.has_text or self.is_content

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "v" | "t":
                self.is_content = False
            case "c" if self.has_text:
                self.marks.filled += 1
            # A formula may well give an empty text; without a type it has never been calculated.
            case "c" if self.has_formula and self.type != "str":
                self.marks.formulas_without_value.append(self.cell)
            case "row" if self.marks.filled == self.filled_before_row + 1:
                self.marks.lone_rows.add(self.row)


def find_marks(part: IO[bytes], most_cells: int) -> Marks | None:
    """The marks of the worksheet in `part`, or None as soon as more than `most_cells` cells have content."""
    watcher = _Watcher()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    parser.CharacterDataHandler = watcher.text
    while chunk := part.read(CHUNK):
        parser.Parse(chunk, False)
        if watcher.marks.filled > most_cells:
            return None
    parser.Parse(b"", True)
    return watcher.marks
