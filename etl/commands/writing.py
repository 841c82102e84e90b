"""The commands `templates` and `dictionary` of `python -m etl`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

import etl
from etl.commands.told import OK


def templates(arguments: argparse.Namespace, console: Console) -> int:
    """Write the blank forms and name the files; the exit code."""
    return _named(etl.write_templates(arguments.folder, arguments.warehouse), console)


def dictionary(arguments: argparse.Namespace, console: Console) -> int:
    """Write the dictionary of all forms and name the file; the exit code."""
    return _named([etl.write_dictionary(arguments.file)], console)


def _named(files: Sequence[Path], console: Console) -> int:
    for file in files:
        console.print(str(file), markup=False, highlight=False, soft_wrap=True)
    return OK
