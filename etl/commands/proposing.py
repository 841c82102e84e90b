"""The commands `propose` and `watch` of `python -m etl`."""

import argparse
import sys

from rich.console import Console

import etl
from command_line import USAGE
from etl.commands.told import OK, PROBLEMS, show
from etl.proposing.place import UnknownProposal
from etl.proposing.proposal import STATE_LABELS, State, WrongState
from etl.settings import WrongSettings


def propose(arguments: argparse.Namespace, console: Console) -> int:
    """Check the files, or a proposal again, and say what would change; the exit code."""
    missing = [file for file in arguments.files if not file.is_file()]
    if missing or bool(arguments.files) == bool(arguments.again):
        print(f"没有这个文件：{'、'.join(map(str, missing))}" if missing else "请写要核对的文件。", file=sys.stderr)
        return USAGE
    if fault := etl.sender_fault(arguments.sent_by):
        print(fault, file=sys.stderr)
        return USAGE
    places = arguments.data, arguments.warehouse
    try:
        proposal = (
            etl.check_again(arguments.again, *places)
            if arguments.again
            else etl.propose(arguments.files, *places, sent_by=arguments.sent_by)
        )
    except (UnknownProposal, WrongState):
        print(f"没有可以重新核对的报送 {arguments.again}：编号不对，或者已经发布、作废、正在核对。", file=sys.stderr)
        return USAGE
    show(proposal.problems, console)
    for change in etl.changes(proposal.proposal_id, *places):
        console.print(f"{change.label}：{change.summary}", markup=False, highlight=False)
    console.print(f"{proposal.proposal_id}：{STATE_LABELS[proposal.state]}。", markup=False, highlight=False)
    return OK if proposal.state in (State.READY, State.PUBLISHED) else PROBLEMS


def watch(arguments: argparse.Namespace, console: Console) -> int:
    """Watch a folder until Ctrl+C; the exit code."""
    if not arguments.folder.is_dir():
        print(f"没有这个文件夹：{arguments.folder}", file=sys.stderr)
        return USAGE
    console.print(f"看守文件夹 {arguments.folder}，按 Ctrl+C 结束。", markup=False, highlight=False)
    try:
        etl.watch_folder(
            arguments.folder,
            arguments.data,
            arguments.warehouse,
            every_seconds=arguments.every,
            still_seconds=arguments.still,
            once=arguments.once,
            say=lambda text: console.print(text, markup=False, highlight=False, soft_wrap=True),
        )
    except KeyboardInterrupt:
        console.print("不再看守。")
    except WrongSettings as wrong:
        print(wrong, file=sys.stderr)
        return PROBLEMS
    return OK
