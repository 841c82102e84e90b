"""Turns what a workbook hides or merges into warnings, the same for both workbook formats."""

import re
from pathlib import Path

from etl.problems import Level, Problem
from etl.read.sheets import Limits, Refused, refuse

# Sheets that belong to the blank form itself.
QUIET_SHEETS = re.compile("说明|填表说明|字典|选项|上期数据|问题清单|_")
SHOWN = 5


def is_quiet(sheet: str) -> bool:
    """Whether the sheet holds explanations or choices, which are left out without a word."""
    return bool(QUIET_SHEETS.match(sheet))


def hidden_sheet(file: str, sheet: str) -> Problem:
    """The warning for a sheet that nobody sees and that is therefore not read."""
    return Problem(
        file=file,
        sheet=sheet,
        level=Level.WARNING,
        message="这张工作表被隐藏，未读取。",
        remedy="如需上报请取消隐藏后重新提交，否则请删除。",
    )


def hidden_rows(file: str, sheet: str, rows: list[int]) -> list[Problem]:
    """The warning for rows that nobody sees and that are read all the same; empty if there are none."""
    if not rows:
        return []
    shown = "、".join(str(row) for row in rows[:SHOWN])
    return [
        Problem(
            file=file,
            sheet=sheet,
            cell=f"A{rows[0]}",
            level=Level.WARNING,
            message=f"第 {shown} 行{'等' if len(rows) > SHOWN else ''}共 {len(rows)} 行被隐藏或筛选，仍会读入。",
            remedy="如不需要请删除这些行。",
        )
    ]


def merged_cells(file: str, sheet: str, ranges: list[str]) -> list[Problem]:
    """The warning for merged cells, of which only the first has a value; empty if there are none."""
    if not ranges:
        return []
    shown = "、".join(ranges[:SHOWN])
    return [
        Problem(
            file=file,
            sheet=sheet,
            cell=ranges[0].split(":")[0],
            level=Level.WARNING,
            message=f"{shown} {'等' if len(ranges) > SHOWN else ''}共 {len(ranges)} 处合并单元格，只有左上角一格有值。",
            remedy="请取消合并，在每一格填写内容。",
        )
    ]


def too_many_cells(path: Path, limits: Limits) -> Refused:
    """The refusal of a workbook with more filled cells than may be read."""
    return refuse(
        path, f"有内容的单元格超过 {limits.cells:,} 个。", "请另存为 CSV（UTF-8）后提交，CSV 可以有上千万行。"
    )
