"""Turns an old .xls workbook into clean sheets, with a warning for what that format does not let us see."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from etl.addresses import address
from etl.problems import Level, Problem
from etl.read.archives import OLE_MAGIC
from etl.read.cells import cell_text
from etl.read.notices import hidden_sheet, is_quiet, merged_cells
from etl.read.sheets import Extract, Limits, refuse, write_sheet


def read(path: Path, work: Path, limits: Limits) -> Extract:
    """Every visible sheet of the workbook. Raises `Refused`."""
    with path.open("rb") as stream:
        is_ole = stream.read(len(OLE_MAGIC)) == OLE_MAGIC
    if not is_ole:
        content = "新版 .xlsx" if zipfile.is_zipfile(path) else "网页或文本"
        raise refuse(path, f"文件名是 .xls，内容却是{content}。", "请用 Excel 或 WPS 打开，另存为 .xlsx。")
    try:
        book = CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise refuse(path, "文件设有打开密码，无法读取。", "请取消打开密码后重新保存。") from error
    except CalamineError as error:
        raise refuse(path, "文件已损坏，或者不是真正的 .xls 工作簿。", "请打开后另存为 .xlsx。") from error
    sheets = []
    problems = [
        Problem(
            file=path.name,
            level=Level.WARNING,
            message="旧版 .xls 看不出错误值（如 #DIV/0!）和隐藏的行，百分数会读成小数（12% 读成 0.12）。",
            remedy="建议另存为 .xlsx 后重新提交。",
        )
    ]
    for number, about in enumerate(book.sheets_metadata, 1):
        if about.typ != SheetTypeEnum.WorkSheet or is_quiet(about.name):
            continue
        if about.visible != SheetVisibleEnum.Visible:
            problems.append(hidden_sheet(path.name, about.name))
            continue
        sheet = book.get_sheet_by_name(about.name)
        extract = write_sheet(_rows(sheet), work / f"{number}.csv", file=path.name, name=about.name, limits=limits)
        sheets += extract.sheets
        problems += [*extract.problems, *merged_cells(path.name, about.name, _merged(sheet))]
    return Extract(tuple(sheets), tuple(problems))


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        yield number, [cell_text(value) for value in row]


def _merged(sheet: CalamineSheet) -> list[str]:
    """The merged ranges over several rows; those of one row are mostly titles."""
    return [
        f"{address(top + 1, left + 1)}:{address(bottom + 1, right + 1)}"
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
        if top != bottom
    ]
