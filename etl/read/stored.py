"""Turns what a workbook stores of a cell into the text that a clerk sees in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import IO
from xml.parsers import expat

from openpyxl.utils.datetime import from_ISO8601

from etl.read.cells import cell_text, serial_text, unescaped
from etl.read.formats import number_format
from etl.read.guards import unguarded
from etl.read.packages import is_true
from etl.read.styles import RAISED, Style


class LocalNames(dict[str, str]):
    """Name of an element → the name without its prefix."""

    def __missing__(self, name: str) -> str:
        self[name] = local = name.rpartition(":")[2]
        return local


@dataclass
class Strings:
    """The shared strings of a workbook; `struck` are the numbers of those struck out, `partly` of those in part."""

    texts: list[str] = field(default_factory=list)
    struck: set[int] = field(default_factory=set)
    partly: set[int] = field(default_factory=set)

    @property
    def has_struck(self) -> bool:
        """Whether any of them is struck out, wholly or in part."""
        return bool(self.struck or self.partly)


def _number(stored: str) -> int | float:
    """Raises ValueError also for what Python alone takes for a number (1_000)."""
    if "_" in stored or not stored.isascii():
        raise ValueError(stored)
    return float(stored) if "." in stored or "E" in stored or "e" in stored else int(stored)


class Texts:
    """The texts of cells; a style is looked at once, since a workbook has few of them."""

    def __init__(self, strings: Strings, styles: Sequence[Style], epoch: datetime) -> None:
        self.strings = strings
        self.styles = styles
        self.epoch = epoch
        self.of_style: dict[str, Callable[[str], str]] = {}
        numbered = [(str(number), style) for number, style in enumerate(styles)]
        shown = [(number, number_format(style.format)) for number, style in numbered]
        self.struck = {number for number, style in numbered if style.is_struck}
        self.veiled = {number for number, format_ in shown if format_.is_hidden}
        self.scaled = {number for number, format_ in shown if format_.is_scaled}
        self.remarkable = self.struck | self.veiled | self.scaled

    def text(self, kind: str, style: str, stored: str) -> str:
        """The text of what is stored in a cell of the type `kind` (not `e`).

        Raises OverflowError for a date outside the calendar, ValueError or LookupError where the workbook is broken.
        """
        match kind:
            case "s":
                return self.strings.texts[self.index(stored)]
            case "n":
                if style not in self.of_style:
                    self.of_style[style] = self._reader(style)
                return self.of_style[style](stored)
            case "b":
                return cell_text(is_true(stored.strip()))
            case "d":
                try:
                    return cell_text(from_ISO8601(stored.strip().removesuffix("Z")), self._format(style))
                except ValueError as error:
                    raise OverflowError(stored) from error
            case _:
                return unguarded(unescaped(stored))

    def index(self, stored: str) -> int:
        """The number of a shared string; raises ValueError if it cannot be one."""
        index = int(stored)
        if index < 0:
            raise ValueError(stored)
        return index

    def _format(self, style: str) -> str:
        return self.styles[self.index(style)].format

    def _reader(self, style: str) -> Callable[[str], str]:
        code, epoch = self._format(style), self.epoch
        return lambda stored: serial_text(_number(stored), code, epoch)


def read_strings(part: IO[bytes]) -> Strings:
    """The shared strings of a workbook, without the readings (furigana) that may stand beside them."""
    strings = Strings()
    names = LocalNames()
    parts: list[str] = []
    inside: list[str] = []
    # Whether the run at hand is struck out or raised, and which runs were seen in the string.
    run = {"is_struck": False, "is_raised": False}
    seen: set[bool] = set()

    def start(name: str, attributes: dict[str, str]) -> None:
        inside.append(names[name])
        match inside[-1]:
            case "r" | "si":
                run["is_struck"] = run["is_raised"] = False
            case "strike":
                run["is_struck"] = is_true(attributes.get("val", "1"))
            case "vertAlign":
                run["is_raised"] = attributes.get("val") == "superscript"

    def text(text: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:
            parts.append(text.translate(RAISED) if run["is_raised"] else text)
            if text.strip():
                seen.add(run["is_struck"])

    def end(_: str) -> None:
        if inside.pop() == "si":
            if True in seen:
                (strings.partly if False in seen else strings.struck).add(len(strings.texts))
            strings.texts.append(unguarded(unescaped("".join(parts))))
            parts.clear()
            seen.clear()

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.ParseFile(part)
    return strings
