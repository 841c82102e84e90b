"""Turns what a workbook stores of a cell into the text that a clerk sees in it."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.worksheet.worksheet import Worksheet

from etl.read.cells import cell_text


class LocalNames(dict[str, str]):
    """Name of an element → the name without its prefix."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local


def _number(stored: str) -> int | float:
    return float(stored) if "." in stored or "E" in stored or "e" in stored else int(stored)


class Texts:
    """The texts of the cells of `sheet`; a style is looked at once, since a sheet has few of them."""

    def __init__(self, sheet: Worksheet, shared_strings: list[str]) -> None:
        self.sheet = sheet
        self.strings = shared_strings
        self.of_style: dict[str, Callable[[str], str]] = {}

    def text(self, kind: str, style: str, stored: str) -> str:
        """The text of what is stored in a cell of the type `kind` (not `e`).

        Raises OverflowError for a date outside the calendar, ValueError or LookupError where the workbook is broken.
        """
        match kind:
            case "s":
                return self.strings[int(stored)]
            case "n":
                if style not in self.of_style:
                    self.of_style[style] = self._reader(style)
                return self.of_style[style](stored)
            case "b":
                return cell_text(bool(int(stored)))
            case "d":
                return cell_text(from_ISO8601(stored), self._format(style))
            case _:
                return stored

    def _format(self, style: str) -> str:
        return ReadOnlyCell(self.sheet, 1, 1, None, style_id=int(style)).number_format

    def _reader(self, style: str) -> Callable[[str], str]:
        shown = self._format(style)
        if not is_date_format(shown):
            return lambda stored: cell_text(_number(stored), shown)
        epoch, is_span = self.sheet.parent.epoch, is_timedelta_format(shown)

        def read(stored: str) -> str:
            number = _number(stored)
            try:
                return cell_text(from_excel(number, epoch, timedelta=is_span), shown)
            except ValueError as error:
                raise OverflowError(stored) from error

        return read


def read_strings(part: IO[bytes]) -> list[str]:
    """The shared strings of a workbook, without the readings (furigana) that may stand beside them."""
    strings: list[str] = []
    names = LocalNames()
    parts: list[str] = []
    inside: list[str] = []

    def start(name: str, _: dict[str, str]) -> None:
        inside.append(names[name])

    def text(text: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:
            parts.append(text)

    def end(_: str) -> None:
        if inside.pop() == "si":
            # As openpyxl does: an underscore that might be taken for an escape is written so.
            strings.append("".join(parts).replace("x005F_", ""))
            parts.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.ParseFile(part)
    return strings
