"""Turns an OpenDocument table (.ods, .ots, .fods), which LibreOffice and WPS write on Linux, into clean sheets."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from etl.addresses import address
from etl.read.archives import check_archive, damaged, refuse_doctype
from etl.read.kinds import LOCKED, REMEDIES
from etl.read.marks import Marks
from etl.read.notices import check_merged, hidden_sheet, is_own, personal_comments, remarks, too_many_cells
from etl.read.open_cells import Cells, Styles
from etl.read.packages import attribute, local
from etl.read.sheets import Extract, Limits, refuse, write_sheet
from etl.read.worksheets import COLUMNS, ROWS, TooManyCells

BROKEN = (
    *(ElementTree.ParseError, expat.ExpatError, zipfile.BadZipFile, zlib.error, ValueError, LookupError),
    *(NotImplementedError, EOFError, RecursionError, OverflowError),
)
CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
CELLS = frozenset({"table-cell", "covered-table-cell"})
# What holds cells or lines of its own and is nothing of the sheet: what was changed, drawn, linked.
BESIDE = frozenset(
    ("tracked-changes", "shapes", "dde-links", "content-validations", "forms", "scenario", "frame", "custom-shape", "g")
)
NOT_SHOWN = frozenset({"collapse", "filter"})
Events = Iterator[tuple[str, ElementTree.Element]]


@dataclass
class _Table:
    """What is known of a sheet beside its rows."""

    name: str
    is_hidden: bool
    marks: Marks = field(default_factory=Marks)
    comments: dict[str, str] = field(default_factory=dict)
    hidden_columns: set[int] = field(default_factory=set)
    columns: int = 0


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the document with the values that it was saved with. Raises `Refused`."""
    try:
        with _content(path, limits) as stream:
            found = _read_sheets(ElementTree.iterparse(stream, ("start", "end")), path, work, limits)
    except TooManyCells as error:
        raise too_many_cells(path, limits) from error
    except BROKEN as error:
        raise damaged(path) from error
    if not found.sheets and not found.problems:
        raise refuse(path, "文件里没有表格。", "请确认提交的是填好的报表。", "format-error")
    return found


@contextmanager
def _content(path: Path, limits: Limits) -> Iterator[IO[bytes]]:
    """The XML of the tables: a part of the zip, or the file itself, in neither case with entities."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as plain:
            refuse_doctype(path, plain)
            plain.seek(0)
            yield plain
        return
    check_archive(path, limits)
    with zipfile.ZipFile(path) as archive:
        if MANIFEST in archive.namelist() and b"encryption-data" in archive.read(MANIFEST):
            raise refuse(path, "文件设有打开密码，无法读取。", REMEDIES[LOCKED], "format-error")
        with archive.open(CONTENT) as stream:
            yield stream


def _read_sheets(events: Events, path: Path, work: Path, limits: Limits) -> Extract:
    styles = Styles()
    sheets, problems, cells_left, number = [], [], limits.cells, 0
    for event, element in events:
        if event == "end" and local(element.tag) == "style":
            styles.add(element)
        if event == "start" and local(element.tag) in BESIDE:
            _pass_over(events, element)
        if event == "end" or local(element.tag) != "table":
            continue
        number += 1
        table = _Table(attribute(element, "name") or "", attribute(element, "style-name") in styles.unseen)
        rows = _rows(events, element, table, styles, cells_left)
        if is_own(table.name) or table.is_hidden:
            held = list(rows)
            problems += [] if is_own(table.name) else hidden_sheet(path.name, table.name, held)
            continue
        target = work / f"{number}.csv"
        extract = write_sheet(rows, target, file=path.name, name=table.name, limits=limits)
        cells_left -= table.marks.filled
        check_merged(path, table.name, table.marks)
        merged, commented = tuple(table.marks.merged), tuple(table.comments)
        sheets += [replace(found, merged=merged, comments=commented) for found in extract.sheets]
        problems += [*extract.problems, *remarks(path.name, table.name, table.marks)]
        problems += personal_comments(path.name, table.name, table.comments)
    return Extract(tuple(sheets), tuple(problems))


def _pass_over(events: Events, element: ElementTree.Element) -> None:
    for event, inner in events:
        if event == "end" and inner is element:
            element.clear()
            return


def _rows(
    events: Events, sheet: ElementTree.Element, table: _Table, styles: Styles, most_cells: int
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet up to its end, each with its number; what is read is thrown away at once."""
    cells, inside, number = Cells(styles, table.marks), [sheet], 1
    for event, element in events:
        name = local(element.tag)
        if event == "start" and name in BESIDE:
            _pass_over(events, element)
        elif event == "start":
            inside.append(element)
        elif element is sheet:
            sheet.clear()
            return
        else:
            inside.pop()
            if name == "table-column":
                _note_column(element, table)
            if name == "table-row":
                times, texts = _times(element, "rows", ROWS), _texts(element, number, table, cells)
                for again in range(times if texts else 0):
                    table.marks.filled += sum(map(bool, texts)) if again else 0
                    if table.marks.filled > most_cells:
                        raise TooManyCells
                    yield number + again, texts
                number += times
                inside[-1].remove(element)


def _times(element: ElementTree.Element, what: str, most: int) -> int:
    """How often an element stands in the place of itself and its like; raises ValueError beyond what a sheet has."""
    times = int(attribute(element, f"number-{what}-repeated") or 1)
    if not 0 < times <= most:
        raise ValueError(times)
    return times


def _note_column(element: ElementTree.Element, table: _Table) -> None:
    times = _times(element, "columns", COLUMNS)
    if attribute(element, "visibility") in NOT_SHOWN:
        # The last one stands for all that follow.
        table.hidden_columns |= set(range(table.columns, table.columns + min(times, COLUMNS)))
    table.columns += times


def _texts(row: ElementTree.Element, number: int, table: _Table, cells: Cells) -> list[str]:
    """The texts of the cells of a row, none where all are empty."""
    texts: list[str] = []
    gap = 0
    for element in row:
        if local(element.tag) not in CELLS:
            continue
        times, place = _times(element, "columns", COLUMNS), len(texts) + gap
        cell = cells.read(element, number, place + 1)
        if cell.comment:
            table.comments[address(number, place + 1)] = cell.comment
        if cell.across > 1 or cell.down > 1:
            table.marks.merged.append((number, place + 1, number + cell.down - 1, place + cell.across))
        if not cell.text or local(element.tag) == "covered-table-cell":
            gap += times
            continue
        if place + times > COLUMNS:
            raise ValueError(place)
        texts += [*[""] * gap, *[cell.text] * times]
        gap = 0
        table.marks.filled += times
        hidden = table.hidden_columns.intersection(range(place, place + times))
        table.marks.in_hidden_columns += [address(number, column + 1) for column in sorted(hidden)]
    if texts and attribute(row, "visibility") in NOT_SHOWN:
        table.marks.hidden_rows.append(number)
    return texts
