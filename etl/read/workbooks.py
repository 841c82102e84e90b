"""Turns a .xlsx or .xlsm workbook into clean sheets, and whatever a reader would lose quietly into problems."""

import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries
from openpyxl.xml.constants import SHARED_STRINGS

from etl.problems import Problem
from etl.read.archives import check_archive, damaged
from etl.read.notices import hidden_rows, hidden_sheet, is_quiet, merged_cells, too_many_cells
from etl.read.sheets import Extract, Limits, problems_at, write_sheet
from etl.read.stored import Texts, read_strings
from etl.read.worksheets import Marks, TooManyCells, read_rows

BROKEN = (ParseError, expat.ExpatError, ValueError, LookupError, zlib.error)


class _Reader(ExcelReader):
    """Reads what belongs to the whole workbook; its many strings not by openpyxl, which takes long for them."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as stream:
                self.shared_strings = read_strings(stream)


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the workbook with the values that it was saved with. Raises `Refused`."""
    check_archive(path, limits)
    try:
        reader = _Reader(path, read_only=True, data_only=True, keep_links=False)
        reader.read()
    except (*BROKEN, OSError) as error:
        raise damaged(path) from error
    try:
        with reader.archive:
            return _read_sheets(reader, path, work, limits)
    except TooManyCells as error:
        raise too_many_cells(path, limits) from error
    except BROKEN as error:
        raise damaged(path) from error


def _read_sheets(reader: _Reader, path: Path, work: Path, limits: Limits) -> Extract:
    parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    sheets, problems, cells_left = [], [], limits.cells
    for number, sheet in enumerate(reader.wb.worksheets, 1):
        if is_quiet(sheet.title):
            continue
        if sheet.sheet_state != "visible":
            problems.append(hidden_sheet(path.name, sheet.title))
            continue
        marks = Marks()
        with reader.archive.open(parts[sheet.title]) as part:
            rows = read_rows(part, Texts(sheet, reader.shared_strings), marks, cells_left)
            extract = write_sheet(rows, work / f"{number}.csv", file=path.name, name=sheet.title, limits=limits)
        cells_left -= marks.filled
        sheets += extract.sheets
        problems += [*extract.problems, *_broken(path.name, sheet.title, marks)]
        problems += hidden_rows(path.name, sheet.title, marks.hidden_rows)
        problems += merged_cells(path.name, sheet.title, [span for span in marks.merged if _holds_data(span, marks)])
    return Extract(tuple(sheets), tuple(problems))


def _broken(file: str, sheet: str, marks: Marks) -> list[Problem]:
    problems = problems_at(
        marks.formulas_without_value,
        file=file,
        sheet=sheet,
        message="公式没有保存计算结果。",
        remedy="请用 Excel 或 WPS 打开，重新计算并保存，或直接填写数值。",
    )
    for value, cells in marks.errors.items():
        remedy = "请改正公式，或直接填写数值。"
        problems += problems_at(cells, file=file, sheet=sheet, message=f"单元格是错误值 {value}。", remedy=remedy)
    return problems


def _holds_data(span: str, marks: Marks) -> bool:
    """Whether merging hides cells: a title or footnote, alone in its one row, loses nothing."""
    _, first, _, last = range_boundaries(span)
    return first != last or first not in marks.lone_rows
