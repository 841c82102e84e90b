"""The command line: `python -m etl build`, `check`, `propose`, `history` and so on, see `etl.arguments`.

Ends with 0 when all went well, 1 when there are problems, 2 when it was called wrongly.
"""

import argparse
import io
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

import etl
from command_line import USAGE
from etl.arguments import parser
from etl.datasets import DATASETS
from etl.loads import GEOMETRY, STATUS_LABELS, Load
from etl.problems import Level, Problem, has_error
from etl.values.periods import BEIJING_AHEAD

if TYPE_CHECKING:
    from etl.pipeline import BuildResult

OK, PROBLEMS = 0, 1
ORIGIN_LABELS = {"reported": "单位填报", "published": "公开文件", "demo": "演示数据", "": "图形"}
CHECKSUM_SHOWN = 12
PRINTED_WIDTH = 160


def _print_problems(problems: Sequence[Problem], console: Console) -> None:
    for problem in problems:
        console.print(
            str(problem), style="red" if problem.level is Level.ERROR else "yellow", markup=False, soft_wrap=True
        )


def _print_sum(problems: Sequence[Problem], console: Console) -> None:
    errors = sum(problem.level is Level.ERROR for problem in problems)
    if problems:
        console.print(f"共 {errors} 处错误、{len(problems) - errors} 处提醒。")


def _show(problems: Sequence[Problem], console: Console) -> None:
    _print_problems(problems, console)
    _print_sum(problems, console)


def _label(dataset: str) -> str:
    return DATASETS[dataset].label if dataset in DATASETS else "区域图形" if dataset == GEOMETRY else ""


def _loads_table(loads: Sequence[Load], title: str, *, with_history: bool) -> Table:
    table = Table(title=title, title_justify="left")
    added = ("装载时间", "校验码") if with_history else ()
    for header in ("文件", "报表", "性质", "行数", "采用", "状态", *added):
        table.add_column(header, justify="right" if header in ("行数", "采用") else "left", overflow="fold")
    for load in loads:
        name = f"{load.file} {load.sheet}".strip()
        history = (
            (f"{load.loaded_at + BEIJING_AHEAD:%Y-%m-%d %H:%M:%S}", load.checksum[:CHECKSUM_SHOWN])
            if with_history
            else ()
        )
        table.add_row(
            name,
            _label(load.dataset),
            ORIGIN_LABELS[load.origin],
            f"{load.rows:,}",
            f"{load.rows_used:,}",
            STATUS_LABELS[load.status],
            *history,
        )
    return table


def _build(arguments: argparse.Namespace, console: Console, errors: Console) -> int:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task("准备", total=1.0)
        result = etl.build(
            arguments.data,
            arguments.warehouse,
            without=arguments.without,
            keep=arguments.keep,
            progress=lambda share, text: bar.update(task, completed=share, description=text),
        )
    if result.published or result.is_refused:
        console.print(_loads_table(result.loads, "装载结果", with_history=False))
    _show(result.problems, console)
    if result.is_refused:
        console.print(f"没有发布。现用版本：{result.version or '无'}。", markup=False)
        _print_what_to_do(result, arguments.data, console)
        return PROBLEMS
    outcome = "已发布版本" if result.published else "没有变化，现用版本"
    console.print(f"{outcome} {result.version}，用时 {result.seconds:.1f} 秒。", markup=False, highlight=False)
    return OK


def _print_what_to_do(result: "BuildResult", data: Path, console: Console) -> None:
    """Name the files that kept the build from publishing: a corrected form beside a wrong one does not replace it."""
    inputs = {load.file for load in result.loads}
    wrong = Counter(
        problem.file for problem in result.problems if problem.level is Level.ERROR and problem.file in inputs
    )
    for file, count in sorted(wrong.items()):
        console.print(f"有错的文件：{file}（{count} 处错误）", markup=False, highlight=False, soft_wrap=True)
    if wrong:
        folders = "、".join(sorted({f"{data.name}/{PurePosixPath(file).parts[0]}" for file in wrong}))
        console.print(
            f"请改正后覆盖原文件，或把有错的文件移出 {folders}，再运行一次。",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )


def _taken_for(load: Load) -> str:
    sheet = f"工作表“{load.sheet}”：" if load.sheet else ""
    label = _label(load.dataset)
    return f"{sheet}认作“{label}”，{load.rows:,} 行。" if label else f"{sheet}认不出是哪张报表，没有读取。"


def _check(arguments: argparse.Namespace, console: Console) -> int:
    missing = [file for file in arguments.files if not file.is_file()]
    if missing:
        print(f"没有这个文件：{'、'.join(map(str, missing))}", file=sys.stderr)
        return USAGE
    checked = etl.check(arguments.files, arguments.data, arguments.warehouse)
    if arguments.json:
        print(json.dumps([problem.as_dict() for problem in checked.problems], ensure_ascii=False, indent=2))
        return PROBLEMS if has_error(checked.problems) else OK
    for file in dict.fromkeys(load.file for load in checked.loads):
        console.print(file, markup=False, highlight=False, soft_wrap=True)
        for load in checked.loads:
            if load.file == file:
                console.print(f"  {_taken_for(load)}", markup=False, soft_wrap=True)
        # The path stands above; in every line it would hide the cell.
        own = [problem for problem in checked.problems if problem.file == file]
        _print_problems([replace(problem, file=Path(file).name) for problem in own], console)
    _print_sum(checked.problems, console)
    if not checked.problems:
        console.print("没有发现问题。")
    return PROBLEMS if has_error(checked.problems) else OK


def _history(arguments: argparse.Namespace, console: Console) -> int:
    versions = etl.history(arguments.warehouse)
    table = Table(title="版本", title_justify="left")
    for header in ("版本", "生成时间", "不含", "现用"):
        table.add_column(header, overflow="fold")
    for version in versions:
        without = "、".join(ORIGIN_LABELS[origin] for origin in version.without)
        table.add_row(
            version.version,
            f"{version.built_at + BEIJING_AHEAD:%Y-%m-%d %H:%M:%S}",
            without,
            "●" if version.is_published else "",
        )
    console.print(table)
    for version in versions:
        if version.is_published:
            console.print(_loads_table(version.loads, f"版本 {version.version} 的装载历史", with_history=True))
    return OK


def _rollback(arguments: argparse.Namespace, console: Console) -> int:
    from etl.publish import UnknownVersion

    try:
        version = etl.rollback(arguments.version, arguments.warehouse)
    except UnknownVersion:
        known = "、".join(version.version for version in etl.history(arguments.warehouse)) or "无"
        console.print(f"没有版本 {arguments.version}。保留的版本：{known}。", markup=False, highlight=False)
        return USAGE
    console.print(f"现用版本改为 {version.version}。", markup=False, highlight=False)
    return OK


def _write(arguments: argparse.Namespace, console: Console) -> int:
    if arguments.command == "templates":
        files = etl.write_templates(arguments.folder, arguments.warehouse)
    elif arguments.command == "demo":
        from etl.demo import write

        files = write(arguments.folder)
    else:
        files = [etl.write_dictionary(arguments.file)]
    for file in files:
        console.print(str(file), markup=False, highlight=False, soft_wrap=True)
    return OK


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a redirected stream may be in a code page that lacks some of what is printed.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(words)
    # Redirected output has no width of its own; file names should not be broken there.
    console, errors = Console(width=None if sys.stdout.isatty() else PRINTED_WIDTH), Console(stderr=True)
    match arguments.command:
        case "build":
            return _build(arguments, console, errors)
        case "check":
            return _check(arguments, console)
        case "propose":
            from etl.proposing.commands import propose

            return propose(arguments, console, _show)
        case "watch":
            from etl.proposing.commands import watch

            return watch(arguments, console)
        case "history":
            return _history(arguments, console)
        case "rollback":
            return _rollback(arguments, console)
        case _:
            return _write(arguments, console)


if __name__ == "__main__":
    sys.exit(main())
