"""The command `check` of `python -m etl`."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path

from rich.console import Console

import etl
from command_line import USAGE
from etl.commands.told import OK, PROBLEMS, label, print_problems, print_sum
from etl.problems import has_error
from etl.warehouse.loads import Load, Status


def check(arguments: argparse.Namespace, console: Console) -> int:
    """Check files without publishing anything, and say what is wrong with them; the exit code."""
    missing = [file for file in arguments.files if not file.is_file()]
    if missing:
        print(f"没有这个文件：{'、'.join(map(str, missing))}", file=sys.stderr)
        return USAGE
    checked = etl.check(arguments.files, arguments.data, arguments.warehouse)
    if arguments.json:
        told = {
            "sheets": [_account(load) for load in checked.loads],
            "problems": [problem.as_dict() for problem in checked.problems],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return PROBLEMS if has_error(checked.problems) else OK
    for file in dict.fromkeys(load.file for load in checked.loads):
        console.print(file, markup=False, highlight=False, soft_wrap=True)
        for load in checked.loads:
            if load.file == file:
                console.print(f"  {_taken_for(load)}", markup=False, soft_wrap=True)
        # The path stands above; in every line it would hide the cell.
        own = [problem for problem in checked.problems if problem.file == file]
        print_problems([replace(problem, file=Path(file).name) for problem in own], console)
    if checked.remark:
        console.print(checked.remark, style="yellow", markup=False, highlight=False, soft_wrap=True)
    print_sum(checked.problems, console)
    if not checked.problems:
        console.print("没有发现问题。")
    return PROBLEMS if has_error(checked.problems) else OK


def _taken_for(load: Load) -> str:
    """What a sheet was taken for, and where its rows went: read, left out, refused."""
    sheet = f"工作表“{load.sheet}”：" if load.sheet else ""
    if load.status is Status.UNCHANGED:
        return f"{sheet}与另一份文件完全相同，不重复读取。"
    form = label(load.dataset)
    if not form:
        return (
            f"{sheet}不是报表，没有读取。" if load.status is Status.LEFT_OUT else f"{sheet}认不出是哪张报表，没有读取。"
        )
    refused = load.rows if load.status is Status.REFUSED else 0
    told = [f"表头以下 {load.rows_in:,} 行", f"读入 {load.rows - refused:,} 行", f"不作数据 {load.rows_left_out:,} 行"]
    return f"{sheet}认作“{form}”，{load.rows:,} 行。{'、'.join(told)}{f'、未通过 {refused:,} 行' if refused else ''}。"


def _account(load: Load) -> dict[str, object]:
    """Where the rows of a sheet went, as plain JSON values: rows_in = rows_loaded + rows_left_out + rows_refused."""
    refused = load.rows if load.status is Status.REFUSED else 0
    return {
        "file": load.file,
        "sheet": load.sheet,
        "dataset": load.dataset,
        "status": str(load.status),
        "rows_in": load.rows_in,
        "rows_loaded": load.rows - refused,
        "rows_left_out": load.rows_left_out,
        "rows_refused": refused,
    }
