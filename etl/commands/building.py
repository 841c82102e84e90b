"""The command `build` of `python -m etl`."""

import argparse
import sys
from collections import Counter
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

import etl
from command_line import USAGE
from etl.commands.told import OK, PROBLEMS, loads_table, show
from etl.problems import BLOCKING

if TYPE_CHECKING:
    from etl.pipeline import BuildResult


def build(arguments: argparse.Namespace, console: Console) -> int:
    """Build and publish with a bar on the error stream, and say what came of it; the exit code."""
    if arguments.accept and not _accept(arguments):
        return USAGE
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("准备", total=1.0)
        result = etl.build(
            arguments.data,
            arguments.warehouse,
            without=arguments.without,
            keep=arguments.keep,
            full=arguments.full,
            progress=lambda share, text: bar.update(task, completed=share, description=text),
        )
    if result.repair:
        console.print(result.repair, style="yellow", markup=False, highlight=False, soft_wrap=True)
    if result.published or result.is_refused:
        console.print(loads_table(result.loads, "装载结果", with_history=False))
    show(result.problems, console)
    if result.is_refused:
        console.print(f"没有发布。现用版本：{result.version or '无'}。", markup=False)
        _print_what_to_do(result, arguments.data, console)
        return PROBLEMS
    outcome = "已发布版本" if result.published else "没有变化，现用版本"
    console.print(f"{outcome} {result.version}，用时 {result.seconds:.1f} 秒。", markup=False, highlight=False)
    return OK


def _accept(arguments: argparse.Namespace) -> bool:
    """Keep the answers given at the prompt; False where a question or an answer is none that is asked."""
    asked = {problem.question: problem for problem in etl.open_questions(arguments.data, arguments.warehouse)}
    answers = {}
    for word in arguments.accept:
        number, _, answer = word.partition("=")
        if number not in asked:
            print(f"没有待确认的编号 {number}。", file=sys.stderr)
            return False
        answers[number] = answer or asked[number].options[0]
        if answers[number] not in asked[number].options:
            print(f"{number} 可以答：{'、'.join(asked[number].options)}。", file=sys.stderr)
            return False
    etl.answer(answers, arguments.data)
    return True


def _print_what_to_do(result: "BuildResult", data: Path, console: Console) -> None:
    """Name the files that kept the build from publishing: a corrected form beside a wrong one does not replace it."""
    inputs = {load.file for load in result.loads}
    wrong: Counter[str] = Counter()
    for problem in result.problems:
        if problem.level in BLOCKING and problem.file in inputs:
            wrong[problem.file] += problem.count
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
