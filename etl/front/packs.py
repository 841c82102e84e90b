"""Turns the figures of a 片区 into one file, and takes such files from below."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, WAREHOUSE, WRITTEN, usable
from etl.front.places import default_data, default_warehouse

if TYPE_CHECKING:
    from etl.packs.pack import Pack
    from etl.packs.receiving import Receipt


def pack(file: Path, area: str, warehouse: Path | None = None) -> "Pack":
    """Write what pages may show of a 片区 to `file`. Raises `etl.packs.pack.UnusablePack`, a kind of `FolderUnusable`."""
    from etl.packs.packing import pack

    warehouse = warehouse or default_warehouse()
    with usable({WRITTEN: file.parent, WAREHOUSE: warehouse}):
        return pack(file, area, warehouse)


def receive(files: Sequence[Path], data: Path | None = None) -> "list[Receipt]":
    """Keep packs that were sent; what became of each, see `etl.packs.receiving.receive`."""
    from etl.packs.receiving import receive

    data = data or default_data()
    with usable({DATA: data}):
        return receive(files, data)
