"""Turns a workbook and its problems into a copy with marked cells, comments and a sheet that lists the problems.

Run as `python -m etl.marking`, so that a workbook that crashes a parser harms nobody else.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from etl.addresses import expanded, place_of
from etl.problems import LEVEL_LABELS, Level, Problem, from_dict
from etl.read.archives import check_archive
from etl.read.child import limit_resources
from etl.read.sheets import Limits

LIST = "问题清单"
HEADERS = {"序号": 6, "工作表": 16, "单元格": 14, "性质": 9, "问题": 60, "怎么改": 50}
FOOTNOTE = "这是核对用的副本，供查找问题；请改正后重新报送。"
FILLS = {Level.ERROR: "FFC7CE", Level.QUESTION: "FFEB9C", Level.WARNING: "FFF2CC", Level.NOTE: "DDEBF7"}
# The weightiest problem of a cell gives it its colour.
WEIGHTS = {level: weight for weight, level in enumerate(FILLS)}
COMMENT_HEAD = "【核对】"
COMMENT_WIDTH, COMMENT_HEIGHT = 320, 120
MARKED_CELLS = 20_000
FORMULA_SIGNS = ("=", "+", "-", "@")


def mark(book: Workbook, problems: Sequence[Problem], only_sheet: str = "") -> None:
    """Mark the cells of `problems` in `book` and add the sheet that lists them; other cells stay as they are.

    `only_sheet` is the sheet that problems without a sheet mean, such as those of a text file.
    """
    by_cell: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in problems:
        sheet = problem.sheet or only_sheet
        if sheet in book.sheetnames:
            for cell in expanded(problem.cell):
                by_cell[sheet, cell].append(problem)
    for (sheet, cell), listed in list(by_cell.items())[:MARKED_CELLS]:
        _mark_cell(_anchor(book[sheet], cell), listed)
    _list_problems(book, problems, only_sheet)


def _anchor(sheet: Worksheet, cell: str) -> Cell:
    """The cell, or of a merged range the one that is seen."""
    column, row = place_of(cell)
    span = next((span for span in sheet.merged_cells.ranges if cell in span), None)
    return cell_at(sheet, span.min_row, span.min_col) if span else cell_at(sheet, row, column)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that can be written; raises ValueError for one that lies under a merged range."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        raise ValueError(f"{cell.coordinate} lies under a merged range")
    return cell


def _mark_cell(cell: Cell, problems: Sequence[Problem]) -> None:
    level = min((problem.level for problem in problems), key=WEIGHTS.__getitem__)
    cell.fill = PatternFill("solid", start_color=FILLS[level])
    told = "\n".join(f"{LEVEL_LABELS[problem.level]}：{problem.message}{problem.remedy}" for problem in problems)
    before = cell.comment
    # What an earlier copy said is said anew.
    kept = before.text.partition(COMMENT_HEAD)[0].rstrip() if before else ""
    text = f"{kept}\n{COMMENT_HEAD}{told}" if kept else f"{COMMENT_HEAD}{told}"
    cell.comment = Comment(
        text,
        before.author if before else "核对",
        width=max(COMMENT_WIDTH, before.width if before else 0),
        height=max(COMMENT_HEIGHT, before.height if before else 0),
    )


def put_text(cell: Cell, text: str) -> None:
    """Write `text` as text: whatever a form holds never becomes a formula, here or when it is copied elsewhere."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(FORMULA_SIGNS)


def _list_problems(book: Workbook, problems: Sequence[Problem], only_sheet: str) -> None:
    sheet = _list_sheet(book)
    sheet.append(list(HEADERS))
    for place, width in enumerate(HEADERS.values(), 1):
        cell = cell_at(sheet, 1, place)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = width
    sheet.freeze_panes = "A2"
    for number, problem in enumerate(problems, 1):
        row = number + 1
        sheet.cell(row, 1, number)
        words = (problem.sheet, problem.place, LEVEL_LABELS[problem.level], problem.message, problem.remedy)
        for place, text in enumerate(words, 2):
            cell = cell_at(sheet, row, place)
            put_text(cell, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        _link(cell_at(sheet, row, 3), book, problem.sheet or only_sheet, next(expanded(problem.cell), ""))
    put_text(cell_at(sheet, len(problems) + 3, 1), FOOTNOTE)


def _list_sheet(book: Workbook) -> Worksheet:
    """A new last sheet; the list of an earlier copy goes."""
    if LIST in book.sheetnames and [cell.value for cell in book[LIST][1]] == list(HEADERS):
        del book[LIST]
    sheet: Worksheet = book.create_sheet(LIST)
    return sheet


def _link(cell: Cell, book: Workbook, sheet: str, target: str) -> None:
    if target and sheet in book.sheetnames:
        quoted = sheet.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{target}")
        cell.font = Font(color="0563C1", underline="single")


def main() -> None:
    """Marks the workbook `source` of the request on standard input, and saves the copy as `target`."""
    request = json.loads(sys.stdin.buffer.read())
    limits = Limits()
    limit_resources(limits)
    source = Path(request["source"])
    check_archive(source, limits)
    book = load_workbook(source, rich_text=True, keep_vba=source.suffix.lower() == ".xlsm")
    mark(book, [from_dict(problem) for problem in request["problems"]])
    # The copy has formulas without their results.
    book.calculation.fullCalcOnLoad = True
    book.save(request["target"])


if __name__ == "__main__":
    main()
