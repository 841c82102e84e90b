"""Turns a .xlsx or .xlsm workbook into clean sheets, and whatever a reader would lose quietly into problems."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from etl.problems import Problem
from etl.read.archives import check_archive, damaged
from etl.read.cells import cell_text
from etl.read.marks import Marks, find_marks
from etl.read.notices import hidden_rows, hidden_sheet, is_quiet, merged_cells, too_many_cells
from etl.read.sheets import Extract, Limits, address, problems_at, write_sheet


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the workbook with the values that it was saved with. Raises `Refused`."""
    check_archive(path, limits)
    try:
        reader = ExcelReader(path, read_only=True, data_only=True, keep_links=False)
        reader.read()
    except (KeyError, ValueError, OSError) as error:
        raise damaged(path) from error
    parts = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    sheets, problems, cells_left = [], [], limits.cells
    with reader.archive:
        for number, sheet in enumerate(reader.wb.worksheets, 1):
            if is_quiet(sheet.title):
                continue
            if sheet.sheet_state != "visible":
                problems.append(hidden_sheet(path.name, sheet.title))
                continue
            with reader.archive.open(parts[sheet.title]) as part:
                marks = find_marks(part, cells_left)
            if marks is None:
                raise too_many_cells(path, limits)
            cells_left -= marks.filled
            errors: dict[str, list[str]] = {}
            rows = _rows(sheet, errors)
            extract = write_sheet(rows, work / f"{number}.csv", file=path.name, name=sheet.title, limits=limits)
            sheets += extract.sheets
            problems += [*extract.problems, *_broken(path.name, sheet.title, errors, marks)]
            problems += hidden_rows(path.name, sheet.title, marks.hidden_rows)
            problems += merged_cells(
                path.name, sheet.title, [span for span in marks.merged if _holds_data(span, marks)]
            )
    return Extract(tuple(sheets), tuple(problems))


def _rows(sheet: Worksheet, errors: dict[str, list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows as text; error cells become empty and their addresses go into `errors` by the error."""
    # The size that a file claims for itself may be a million rows; without it only real cells are visited.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        texts = []
        for place, cell in enumerate(row, 1):
            if cell.value is None:
                texts.append("")
            elif cell.data_type == "e":
                errors.setdefault(cell.value, []).append(address(number, place))
                texts.append("")
            else:
                texts.append(cell_text(cell.value, "" if cell.data_type == "s" else cell.number_format))
        yield number, texts


def _broken(file: str, sheet: str, errors: dict[str, list[str]], marks: Marks) -> list[Problem]:
    problems = problems_at(
        marks.formulas_without_value,
        file=file,
        sheet=sheet,
        message="公式没有保存计算结果。",
        remedy="请用 Excel 或 WPS 打开，重新计算并保存，或直接填写数值。",
    )
    for value, cells in errors.items():
        remedy = "请改正公式，或直接填写数值。"
        problems += problems_at(cells, file=file, sheet=sheet, message=f"单元格是错误值 {value}。", remedy=remedy)
    return problems


def _holds_data(span: str, marks: Marks) -> bool:
    """Whether merging hides cells: a title or footnote, alone in its one row, loses nothing."""
    _, first, _, last = range_boundaries(span)
    return first != last or first not in marks.lone_rows
