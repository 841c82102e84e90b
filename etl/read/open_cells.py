"""Turns one cell of an OpenDocument table into the text that a clerk sees in it, and into what it does not tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from xml.etree import ElementTree

from etl.addresses import address
from etl.read.cells import CellValue, cell_text, is_too_long
from etl.read.guards import unguarded
from etl.read.marks import Marks
from etl.read.packages import attribute, local
from etl.read.styles import RAISED

# What a cell shows in place of a value that could not be worked out.
ERRORS = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
# What a number format prints behind a number, and the number that it prints.
SHOWN = re.compile(r"[^\d+\-]*(?P<number>[-+]?[\d,]*\.?\d+)\s*(?P<unit>[一-龥%‰][一-龥/]*)?[^\d]*")
SPAN = re.compile(r"-?PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
TIMED, DAY = "yyyy-mm-dd hh:mm", "yyyy-mm-dd"
# A format that shows a hundredth of a number, or less, shows it in another unit.
SCALED = 100
NUMBERS = frozenset({"float", "currency", "percentage"})
OWN_MONEY = frozenset({"", "CNY", "RMB"})


@dataclass
class Styles:
    """The names of styles that strike out, that raise, and of those of tables that nobody sees."""

    struck: set[str] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    unseen: set[str] = field(default_factory=set)

    def add(self, style: ElementTree.Element) -> None:
        """Remember what a style does."""
        name = attribute(style, "name") or ""
        for properties in style:
            lines = (attribute(properties, f"text-line-through-{word}") for word in ("style", "type"))
            if any(line not in {None, "none"} for line in lines):
                self.struck.add(name)
            if (attribute(properties, "text-position") or "").startswith("super"):
                self.raised.add(name)
            if attribute(properties, "display") == "false":
                self.unseen.add(name)


@dataclass(frozen=True)
class Cell:
    """The text of a cell, its comment, and over how many columns and rows it is merged."""

    text: str
    comment: str
    across: int
    down: int


class Cells:
    """Reads the cells of one sheet; what they do not tell goes into `marks`."""

    def __init__(self, styles: Styles, marks: Marks) -> None:
        self.styles, self.marks = styles, marks

    def read(self, cell: ElementTree.Element, row: int, column: int) -> Cell:
        """The cell at a place; raises ValueError where its value makes no sense."""
        place = address(row, column)
        pieces = [piece for line in _lines(cell, self.styles) for piece in line]
        comments = [one for one in cell if local(one.tag) == "annotation"]
        across, down = (int(attribute(cell, f"number-{word}-spanned") or 1) for word in ("columns", "rows"))
        text = self._text(cell, "".join(text for text, _ in pieces), place)
        if text:
            self._note_struck(cell, pieces, place)
        return Cell(text, "\n".join("".join(one.itertext()) for one in comments), across, down)

    def _text(self, cell: ElementTree.Element, shown: str, place: str) -> str:
        kind = attribute(cell, "value-type") or ""
        is_formula = attribute(cell, "formula") is not None
        if is_formula and ERRORS.fullmatch(shown.strip()):
            self.marks.errors.setdefault(shown.strip(), []).append(place)
            return ""
        if is_formula and not kind:
            self.marks.formulas_without_value.append(place)
            return ""
        if kind in NUMBERS:
            return self._number(cell, kind, shown, place)
        value, code = _value(cell, kind, shown)
        return unguarded(value) if isinstance(value, str) else cell_text(value, code)

    def _number(self, cell: ElementTree.Element, kind: str, shown: str, place: str) -> str:
        value = float(attribute(cell, "value") or "")
        if not -1e300 < value < 1e300:
            raise ValueError(value)
        has_lines = any(local(one.tag) == "p" for one in cell)
        if has_lines and not shown.strip():
            self.marks.veiled.append(place)
        printed = SHOWN.fullmatch(shown.strip())
        if kind == "percentage":
            return cell_text(value, "0.00%")
        if (attribute(cell, "currency") or "") not in OWN_MONEY:
            return cell_text(value, "[$USD]0")
        if printed and _is_smaller(float(printed["number"].replace(",", "")), value):
            self.marks.scaled.append(place)
        text = cell_text(value)
        if is_too_long(text):
            self.marks.too_long.append(place)
        return text + (printed["unit"] or "" if printed else "")

    def _note_struck(self, cell: ElementTree.Element, pieces: Iterable[tuple[str, bool]], place: str) -> None:
        seen = {is_struck for text, is_struck in pieces if text.strip()}
        if attribute(cell, "style-name") in self.styles.struck or seen == {True}:
            self.marks.struck.append(place)
        elif True in seen:
            self.marks.partly.append(place)


def _is_smaller(shown: float, value: float) -> bool:
    return abs(value) >= SCALED and abs(shown) * SCALED <= abs(value)


def _value(cell: ElementTree.Element, kind: str, shown: str) -> tuple[CellValue, str]:
    """The value that is stored, and the format by which `cell_text` shows it."""
    match kind:
        case "date":
            stored = (attribute(cell, "date-value") or "").removesuffix("Z")
            return datetime.fromisoformat(stored), TIMED if ":" in shown else DAY
        case "time":
            if not (found := SPAN.fullmatch(attribute(cell, "time-value") or "")):
                raise ValueError(kind)
            hours, minutes, seconds = (int(part or 0) for part in found.groups())
            return timedelta(hours=hours, minutes=minutes, seconds=seconds), ""
        case "boolean":
            return attribute(cell, "boolean-value") == "true", ""
    return shown or attribute(cell, "string-value") or "", ""


def _lines(cell: ElementTree.Element, styles: Styles) -> Iterator[list[tuple[str, bool]]]:
    """The pieces of text of each line of a cell, and whether they are struck out; lines are parted by a break."""
    for number, line in enumerate(one for one in cell if local(one.tag) == "p"):
        yield [*([("\n", False)] if number else []), *_pieces(line, styles, "", is_struck=False)]


def _pieces(
    element: ElementTree.Element, styles: Styles, raised: str, *, is_struck: bool
) -> Iterator[tuple[str, bool]]:
    def told(text: str | None) -> tuple[str, bool]:
        return (text or "").translate(RAISED) if raised else text or "", is_struck

    yield told(element.text)
    for inner in element:
        name, style = local(inner.tag), attribute(inner, "style-name") or ""
        if name == "s":
            yield " " * min(int(attribute(inner, "c") or 1), SCALED), is_struck
        elif name in {"line-break", "tab"}:
            yield ("\n" if name == "line-break" else "\t"), is_struck
        elif name not in {"annotation", "ruby-text", "note"}:
            above = raised or (style if style in styles.raised else "")
            yield from _pieces(inner, styles, above, is_struck=is_struck or style in styles.struck)
        yield told(inner.tail)
