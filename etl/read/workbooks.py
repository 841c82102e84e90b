"""Turns a .xlsx or .xlsm workbook into clean sheets, and whatever a reader would lose quietly into problems."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree
from xml.parsers import expat

from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH

from etl.read.archives import check_archive, damaged
from etl.read.comments import read_comments
from etl.read.marks import Marks
from etl.read.notices import check_merged, hidden_sheet, is_own, personal_comments, remarks, too_many_cells
from etl.read.order import Disordered, in_order, put_in_order
from etl.read.packages import Package, attribute, is_true, local
from etl.read.sheets import Extract, Limits, write_sheet
from etl.read.stored import Strings, Texts, read_strings
from etl.read.styles import read_styles
from etl.read.worksheets import TooManyCells, read_rows

BROKEN = (
    ElementTree.ParseError,
    expat.ExpatError,
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    LookupError,
    NotImplementedError,
    EOFError,
    RecursionError,
)
VISIBLE = "visible"


@dataclass(frozen=True)
class _SheetPart:
    """A worksheet's name and state in the workbook, and the part that holds it."""

    name: str
    state: str
    part: str


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the workbook with the values that it was saved with. Raises `Refused`."""
    check_archive(path, limits)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read_book(Package(archive), path, work, limits)
    except TooManyCells as error:
        raise too_many_cells(path, limits) from error
    except BROKEN as error:
        raise damaged(path) from error


def _read_book(package: Package, path: Path, work: Path, limits: Limits) -> Extract:
    main = package.main()
    if main is None:
        raise damaged(path)
    book = package.tree(main)
    styles = package.related(main, "styles")
    texts = Texts(_strings(package, main), read_styles(package.tree(styles) if styles else None), _epoch(book))
    sheets, problems, cells_left = [], [], limits.cells
    for number, sheet in enumerate(_worksheets(package, main, book), 1):
        if is_own(sheet.name):
            continue
        if sheet.state != VISIBLE:
            problems += hidden_sheet(path.name, sheet.name, _rows(package, sheet, texts, Marks(), cells_left))
            continue
        marks = Marks()
        target = work / f"{number}.csv"
        try:
            rows = in_order(_rows(package, sheet, texts, marks, cells_left))
            extract = write_sheet(rows, target, file=path.name, name=sheet.name, limits=limits)
        except Disordered:
            marks = Marks()
            rows = put_in_order(_rows(package, sheet, texts, marks, cells_left))
            extract = write_sheet(rows, target, file=path.name, name=sheet.name, limits=limits)
        check_merged(path, sheet.name, marks)
        comments = read_comments(package, sheet.part)
        cells_left -= marks.filled
        merged, commented = tuple(marks.merged), tuple(comments)
        sheets += [replace(found, merged=merged, comments=commented) for found in extract.sheets]
        problems += [*extract.problems, *remarks(path.name, sheet.name, marks)]
        problems += personal_comments(path.name, sheet.name, comments)
    return Extract(tuple(sheets), tuple(problems))


def _rows(
    package: Package, sheet: _SheetPart, texts: Texts, marks: Marks, most_cells: int
) -> Iterator[tuple[int, list[str]]]:
    with package.open(sheet.part) as part:
        yield from read_rows(part, texts, marks, most_cells)


def _strings(package: Package, main: str) -> Strings:
    part = package.related(main, "sharedStrings")
    if part is None:
        return Strings()
    with package.open(part) as stream:
        return read_strings(stream)


def _epoch(book: ElementTree.Element) -> datetime:
    """The day from which the workbook counts."""
    is_1904 = any(local(child.tag) == "workbookPr" and is_true(attribute(child, "date1904")) for child in book)
    return CALENDAR_MAC_1904 if is_1904 else WINDOWS_EPOCH


def _worksheets(package: Package, main: str, book: ElementTree.Element) -> Iterator[_SheetPart]:
    """The worksheets in their order; sheets of charts and macros are none. Raises KeyError where one is missing."""
    relations = package.relations(main)
    for group in book:
        if local(group.tag) != "sheets":
            continue
        for sheet in group:
            relation = relations[attribute(sheet, "id") or ""]
            if relation.kind == "worksheet":
                yield _SheetPart(sheet.get("name", ""), sheet.get("state", VISIBLE), relation.target)
