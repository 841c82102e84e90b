"""Turns rows of text cells into one clean CSV per sheet, whatever the file they came from."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.addresses import address, joined
from etl.problems import Level, Problem

HEAD_ROWS = 20
ROW_CHARACTERS = 200_000
LISTED_CELLS = 200
SHORT_ROWS = 2_000


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much a file may cost to read; what goes beyond is refused with a message."""

    seconds: float = 300
    memory_bytes: int = 3 << 30
    workbook_bytes: int = 50 << 20
    text_bytes: int = 4 << 30
    zip_entries: int = 2000
    inflated_bytes: int = 600 << 20
    inflation: int = 100
    cells: int = 2_000_000
    columns: int = 500


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet as UTF-8 CSV without header: `columns` cells a row at most, `rows` rows that hold anything.

    If `is_numbered`, the first field of each row is its 1-based row in the source and empty rows are left out;
    otherwise `path` is the source itself and the n-th line is row n. `name` is empty for a text file.
    `merged` are the merged ranges as (first row, first column, last row, last column), counted from 1, of which only
    the first cell has its value here. `short` are (row, cells) of the rows of a text file that end before the widest
    of the first rows does, `long` of those that have more cells than it, be they blank; `comments` the addresses of the
    cells that carry a comment or a note.
    """

    name: str
    path: Path
    columns: int
    rows: int
    is_numbered: bool = True
    delimiter: str = ","
    merged: tuple[tuple[int, int, int, int], ...] = ()
    short: tuple[tuple[int, int], ...] = ()
    long: tuple[tuple[int, int], ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extract:
    """What came out of one file: its sheets, and all that a clerk should know about the reading."""

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


class Refused(Exception):
    """Carries the problem for which the reading of a file stops; it never leaves the child process."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(path: Path, message: str, remedy: str, code: str = "source-error") -> Refused:
    """The refusal of a whole file, to be raised."""
    return Refused(Problem(file=path.name, message=message, remedy=remedy, code=code))


def problems_at(
    cells: Sequence[str], *, file: str, sheet: str, message: str, remedy: str, code: str, level: Level = Level.ERROR
) -> list[Problem]:
    """The one problem that all of `cells` have; empty if there are none."""
    if not cells:
        return []
    return [
        Problem(
            file=file,
            sheet=sheet,
            cell=joined(cells[:LISTED_CELLS]),
            count=len(cells),
            message=message,
            remedy=remedy,
            code=code,
            level=level,
        )
    ]


def without_blank_end(cells: list[str]) -> list[str]:
    """The cells up to the last that is not blank."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def write_sheet(
    rows: Iterable[tuple[int, list[str]]], target: Path, *, file: str, name: str, limits: Limits
) -> Extract:
    """The sheet written to `target` from (row number, cells), with the rows that are too wide or too long as problems.

    The first rows of more than one cell set the width: above a table may stand any number of lines. An empty sheet is
    no sheet. Raises nothing of its own; what `rows` raises passes.
    """
    columns = written = tabular = 0
    wide, long = [], []
    with target.open("w", encoding="utf-8", newline="") as stream:
        write_row = csv.writer(stream, lineterminator="\r\n").writerow
        for number, cells in rows:
            cells = without_blank_end(cells)
            if not cells:
                continue
            if tabular < HEAD_ROWS:
                columns = min(max(columns, len(cells)), limits.columns)
                tabular += len(cells) > 1
            if len(cells) > columns:
                first = next(place for place in range(columns, len(cells)) if cells[place].strip())
                wide.append(address(number, first + 1))
            if sum(map(len, cells)) > ROW_CHARACTERS:
                long.append(address(number, 1))
                continue
            write_row((number, *cells[:columns]))
            written += 1
    problems = problems_at(
        wide,
        file=file,
        sheet=name,
        message=f"这里有内容，但超出了表格的 {columns} 列。",
        remedy="请核对该行是否错位，或删去表格以外的内容。",
        code="extra-cell",
    )
    problems += problems_at(
        long,
        file=file,
        sheet=name,
        message=f"这一行超过 {ROW_CHARACTERS} 个字，不像报表内容。",
        remedy="请核对该行，CSV 文件请检查双引号是否成对。",
        code="row-error",
    )
    sheets = (Sheet(name=name, path=target, columns=columns, rows=written),) if written else ()
    return Extract(sheets, tuple(problems))
