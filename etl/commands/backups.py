"""The commands `backup` and `restore` of `python -m etl`."""

import argparse

from rich.console import Console

import etl
from etl.commands.told import OK


def backup(arguments: argparse.Namespace, console: Console) -> int:
    """Write a backup and say what is in it; the exit code."""
    saved = etl.backup(arguments.file, arguments.data, arguments.warehouse)
    within = f"，含版本 {saved.version}" if saved.version else ""
    _say(f"已备份 {saved.count:,} 个文件{within}，共 {saved.bytes / 1e6:.1f} MB：{saved.file}", console)
    if saved.remark:
        _say(saved.remark, console)
    return OK


def restore(arguments: argparse.Namespace, console: Console) -> int:
    """Restore a backup and say how it is used; the exit code."""
    restored = etl.restore(arguments.file, arguments.folder)
    _say(f"已还原 {restored.count:,} 个文件到 {restored.folder}，备份写于 {restored.made_at}，逐个核对无误。", console)
    _say("请用它替换程序的 data 文件夹，或用环境变量 SANQU_DATA、SANQU_WAREHOUSE、SANQU_KEPT 指向它。", console)
    return OK


def _say(text: str, console: Console) -> None:
    console.print(text, markup=False, highlight=False, soft_wrap=True)
