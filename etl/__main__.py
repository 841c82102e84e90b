"""The command line: `python -m etl build`, `check`, `propose`, `history` and so on, see `etl.arguments`.

Ends with 0 when all went well, 1 when there are problems or a folder cannot be used, 2 when it was called wrongly.
"""

import io
import sys
from collections.abc import Sequence
from importlib import import_module

from rich.console import Console

import etl
from command_line import USAGE, to_the_end
from etl.arguments import parser
from etl.commands.told import OK, PROBLEMS

__all__ = ["OK", "PROBLEMS", "USAGE", "main"]

PRINTED_WIDTH = 160
# Where each command is carried out. A command takes only as long to start as what it needs.
ROOMS = {
    "build": "building",
    "check": "checking",
    "propose": "proposing",
    "watch": "proposing",
    "history": "versions",
    "verify": "versions",
    "rollback": "versions",
    "backup": "backups",
    "restore": "backups",
    "pack": "packs",
    "receive": "packs",
    "templates": "writing",
    "dictionary": "writing",
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or a redirected stream may be in a code page that lacks some of what is printed.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = parser().parse_args(words)
    # Redirected output has no width of its own; file names should not be broken there.
    console = Console(width=None if sys.stdout.isatty() else PRINTED_WIDTH)
    command = getattr(import_module(f"etl.commands.{ROOMS[arguments.command]}"), arguments.command)
    try:
        return to_the_end(lambda: int(command(arguments, console)), PROBLEMS)
    except etl.FolderUnusable as unusable:
        Console(stderr=True).print(unusable.message, style="red", markup=False, highlight=False, soft_wrap=True)
        return PROBLEMS


if __name__ == "__main__":
    sys.exit(main())
