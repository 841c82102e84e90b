"""The command line: `python -m etl build`, `check`, `propose`, `history` and so on, see `etl.arguments`.

Ends with 0 when all went well, 1 when there are problems or a folder cannot be used, 2 when it was called wrongly.
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
from command_line import USAGE, to_the_end
from etl.arguments import parser
from etl.datasets import DATASETS
from etl.parse.periods import BEIJING_AHEAD
from etl.problems import BLOCKING, LEVEL_LABELS, Level, Problem, has_error
from etl.warehouse.loads import GEOMETRY, STATUS_LABELS, Load, Status
from etl.warehouse.seals import CONDITION_LABELS

if TYPE_CHECKING:
    from etl.pipeline import BuildResult
    from etl.warehouse.publish import Kept

OK, PROBLEMS = 0, 1
ORIGIN_LABELS = {"reported": "单位填报", "published": "公开文件", "demo": "演示数据", "": "图形"}
CHECKSUM_SHOWN = 12
PRINTED_WIDTH = 160


STYLES = {Level.ERROR: "red", Level.QUESTION: "magenta", Level.WARNING: "yellow", Level.NOTE: "dim"}


def _print_problems(problems: Sequence[Problem], console: Console) -> None:
    for problem in sorted(problems, key=lambda problem: list(Level).index(problem.level)):
        console.print(str(problem), style=STYLES[problem.level], markup=False, soft_wrap=True)


def _print_sum(problems: Sequence[Problem], console: Console) -> None:
    """How many cells each level is about, the errors always, the others where there are any."""
    counts = {level: sum(problem.count for problem in problems if problem.level is level) for level in Level}
    told = [f"{count} 处{LEVEL_LABELS[level]}" for level, count in counts.items() if count or level is Level.ERROR]
    if problems:
        console.print(f"共 {'、'.join(told)}。")
    if counts[Level.QUESTION]:
        console.print("确认无误的，运行 python -m etl build --accept 编号（或 编号=答复）。", markup=False)


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
    if arguments.accept and not _accept(arguments):
        return USAGE
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
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
        console.print(_loads_table(result.loads, "装载结果", with_history=False))
    _show(result.problems, console)
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


def _taken_for(load: Load) -> str:
    """What a sheet was taken for, and where its rows went: read, left out, refused."""
    sheet = f"工作表“{load.sheet}”：" if load.sheet else ""
    if load.status is Status.UNCHANGED:
        return f"{sheet}与另一份文件完全相同，不重复读取。"
    label = _label(load.dataset)
    if not label:
        return (
            f"{sheet}不是报表，没有读取。" if load.status is Status.LEFT_OUT else f"{sheet}认不出是哪张报表，没有读取。"
        )
    refused = load.rows if load.status is Status.REFUSED else 0
    told = [f"表头以下 {load.rows_in:,} 行", f"读入 {load.rows - refused:,} 行", f"不作数据 {load.rows_left_out:,} 行"]
    return f"{sheet}认作“{label}”，{load.rows:,} 行。{'、'.join(told)}{f'、未通过 {refused:,} 行' if refused else ''}。"


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


def _check(arguments: argparse.Namespace, console: Console) -> int:
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
        _print_problems([replace(problem, file=Path(file).name) for problem in own], console)
    if checked.remark:
        console.print(checked.remark, style="yellow", markup=False, highlight=False, soft_wrap=True)
    _print_sum(checked.problems, console)
    if not checked.problems:
        console.print("没有发现问题。")
    return PROBLEMS if has_error(checked.problems) else OK


def _versions_table(kept: "Sequence[Kept]") -> Table:
    """A line for each version that is kept, whether or not its file can be read."""
    table = Table(title="版本", title_justify="left")
    for header in ("版本", "生成时间", "不含", "现用", "文件"):
        table.add_column(header, overflow="fold")
    for one in kept:
        built, without = "", ""
        if one.found:
            built = f"{one.found.built_at + BEIJING_AHEAD:%Y-%m-%d %H:%M:%S}"
            without = "、".join(ORIGIN_LABELS[origin] for origin in one.found.without)
        is_published = "●" if one.is_published else ""
        table.add_row(one.version, built, without, is_published, CONDITION_LABELS[one.condition])
    return table


def _history(arguments: argparse.Namespace, console: Console) -> int:
    kept = etl.verify(arguments.warehouse)
    console.print(_versions_table(kept))
    for one in kept:
        if one.found and one.is_published:
            console.print(_loads_table(one.found.loads, f"版本 {one.version} 的装载历史", with_history=True))
        elif not one.found:
            console.print(f"{one}，看不到它的装载历史。", markup=False, highlight=False)
    return OK


def _verify(arguments: argparse.Namespace, console: Console) -> int:
    kept = etl.verify(arguments.warehouse)
    if not kept:
        console.print("还没有版本。请运行 python -m etl build 生成。")
        return PROBLEMS
    console.print(_versions_table(kept))
    _print_leftovers(etl.leftovers(arguments.data, arguments.warehouse), console)
    spoiled = [one for one in kept if not one.found]
    for one in spoiled:
        console.print(f"{one}。", style="red", markup=False, highlight=False)
    if not any(one.is_published for one in kept):
        console.print("没有现用版本。", style="red")
    elif not spoiled:
        console.print(f"共 {len(kept)} 个版本，都完好。")
        return OK
    console.print(
        "请运行 python -m etl build：现用版本会用报表重新生成，报表通不过时退回最新的完好版本；"
        "不是现用的损坏版本，下次发布时自动删除。",
        markup=False,
        soft_wrap=True,
    )
    return PROBLEMS


def _print_leftovers(paths: Sequence[Path], console: Console) -> None:
    """What a killed program has left beside the versions; it does no harm but takes room."""
    if paths:
        told = f"另有 {len(paths)} 个中断时留下的临时文件：{'、'.join(path.name for path in paths)}。不影响数据，下次生成或打开“数据填报”时自动清理。"
        console.print(told, markup=False, highlight=False, soft_wrap=True)


def _rollback(arguments: argparse.Namespace, console: Console) -> int:
    from etl.warehouse.publish import DamagedVersion, UnknownVersion

    try:
        version = etl.rollback(arguments.version, arguments.warehouse)
    except DamagedVersion:
        known = "、".join(version.version for version in etl.history(arguments.warehouse)) or "无"
        told = f"版本 {arguments.version} 的文件已损坏或无法读取，不能退回。完好的版本：{known}。"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
        return PROBLEMS
    except UnknownVersion:
        known = "、".join(version.version for version in etl.history(arguments.warehouse)) or "无"
        console.print(f"没有版本 {arguments.version}。保留的版本：{known}。", markup=False, highlight=False)
        return USAGE
    console.print(f"现用版本改为 {version.version}。", markup=False, highlight=False)
    return OK


def _write(arguments: argparse.Namespace, console: Console) -> int:
    if arguments.command == "templates":
        files = etl.write_templates(arguments.folder, arguments.warehouse)
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
    try:
        return to_the_end(lambda: _run(arguments, console, errors), PROBLEMS)
    except etl.FolderUnusable as unusable:
        errors.print(unusable.message, style="red", markup=False, highlight=False, soft_wrap=True)
        return PROBLEMS


def _run(arguments: argparse.Namespace, console: Console, errors: Console) -> int:
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
        case "verify":
            return _verify(arguments, console)
        case "rollback":
            return _rollback(arguments, console)
        case "backup" | "restore":
            from etl.backups import commands

            return {"backup": commands.backup, "restore": commands.restore}[arguments.command](arguments, console)
        case "pack" | "receive":
            from etl.packs import commands as packs

            return {"pack": packs.pack, "receive": packs.receive}[arguments.command](arguments, console)
        case _:
            return _write(arguments, console)


if __name__ == "__main__":
    sys.exit(main())
