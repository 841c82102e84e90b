"""The commands `history`, `verify` and `rollback` of `python -m etl`."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

import etl
from command_line import USAGE
from etl.commands.told import OK, ORIGIN_LABELS, PROBLEMS, loads_table
from etl.parse.periods import BEIJING_AHEAD
from etl.warehouse.seals import CONDITION_LABELS

if TYPE_CHECKING:
    from etl.warehouse.kept_versions import Kept


def history(arguments: argparse.Namespace, console: Console) -> int:
    """Print the versions and what was loaded into the published one; the exit code."""
    kept = etl.verify(arguments.warehouse)
    console.print(_versions_table(kept))
    for one in kept:
        if one.found and one.is_published:
            console.print(loads_table(one.found.loads, f"版本 {one.version} 的装载历史", with_history=True))
        elif not one.found:
            console.print(f"{one}，看不到它的装载历史。", markup=False, highlight=False)
    return OK


def verify(arguments: argparse.Namespace, console: Console) -> int:
    """Look through the files of all versions and say which are whole; the exit code, 1 where one is not."""
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


def rollback(arguments: argparse.Namespace, console: Console) -> int:
    """Publish an earlier version again; the exit code."""
    from etl.warehouse.kept_versions import DamagedVersion, UnknownVersion

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


def _print_leftovers(paths: Sequence[Path], console: Console) -> None:
    """What a killed program has left beside the versions; it does no harm but takes room."""
    if paths:
        told = f"另有 {len(paths)} 个中断时留下的临时文件：{'、'.join(path.name for path in paths)}。不影响数据，下次生成或打开“数据填报”时自动清理。"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
