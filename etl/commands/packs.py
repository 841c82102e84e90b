"""The commands `pack` and `receive` of `python -m etl`."""

import argparse

from rich.console import Console

import etl
from etl.commands.told import OK, PROBLEMS


def pack(arguments: argparse.Namespace, console: Console) -> int:
    """Write a pack and say what is in it; the exit code."""
    made = etl.pack(arguments.file, arguments.area, arguments.warehouse)
    told = f"已写出{made.name}的汇总包，{len(made.figures):,} 个数，版本 {made.version}：{arguments.file}"
    console.print(told, markup=False, highlight=False, soft_wrap=True)
    return OK


def receive(arguments: argparse.Namespace, console: Console) -> int:
    """Take packs and say what became of each; the exit code, 1 where one was refused."""
    receipts = etl.receive(arguments.files, arguments.data)
    for one in receipts:
        told = one.remark or f"{one.file}：{one.name}，{one.taken}。"
        console.print(told, markup=False, highlight=False, soft_wrap=True)
    if any(not one.remark for one in receipts):
        console.print("请运行 python -m etl build，片区汇总页即按这些汇总包更新。", highlight=False, soft_wrap=True)
    return PROBLEMS if any(one.remark for one in receipts) else OK
