"""The pipeline's front door: filled forms → the published warehouse, and what is wrong with them.

The parts are imported when they are called, so that a child process that only reads a file starts at once. Every
function raises `FolderUnusable` where a folder cannot be used.
"""

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, TEMPORARY, WAREHOUSE, WRITTEN, FolderUnusable, probe, temporary, usable

if TYPE_CHECKING:
    from etl.pipeline import BuildResult
    from etl.precheck import Checked
    from etl.publish import Kept, Version

__all__ = [
    "FolderUnusable",
    "build",
    "check",
    "default_data",
    "default_warehouse",
    "history",
    "rollback",
    "verify",
    "write_demonstration",
    "write_dictionary",
    "write_templates",
]

ROOT = Path(__file__).resolve().parents[1]


def default_data() -> Path:
    """Where the forms lie: `SANQU_DATA`, or `data` beside this package."""
    return Path(os.environ.get("SANQU_DATA") or ROOT / "data")


def default_warehouse() -> Path:
    """Where the built versions lie: `SANQU_WAREHOUSE`, or `warehouse` in the data folder of this repository."""
    return Path(os.environ.get("SANQU_WAREHOUSE") or ROOT / "data" / "warehouse")


def build(
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    without: Collection[str] = (),
    keep: int = 5,
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> "BuildResult":
    """Load every form into a new version of the warehouse and publish it, see `etl.pipeline.build`."""
    from etl.pipeline import build

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        return build(data, warehouse, without=without, keep=keep, progress=progress)


def check(files: Sequence[Path], data: Path | None = None, warehouse: Path | None = None) -> "Checked":
    """What a build would make of some files; nothing is published, see `etl.precheck.check`."""
    from etl.precheck import check

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({TEMPORARY: temporary(), DATA: data, WAREHOUSE: warehouse}):
        return check([Path(file) for file in files], data, warehouse)


def history(warehouse: Path | None = None) -> "list[Version]":
    """The versions that are kept and intact, the newest first, each with its loads."""
    from etl.publish import versions

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return versions(warehouse)


def verify(warehouse: Path | None = None) -> "list[Kept]":
    """Every version that is kept, the newest first, and whether its file is what was published."""
    from etl.publish import kept

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return kept(warehouse)


def rollback(version: str, warehouse: Path | None = None) -> "Version":
    """Publish an earlier version that is kept; raises `etl.publish.UnknownVersion`."""
    from etl.publish import rollback

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return rollback(warehouse, version)


def write_templates(folder: Path, warehouse: Path | None = None) -> list[Path]:
    """Write a blank form for every dataset, with the published names to choose from; the files written."""
    from etl.published_registers import register_names
    from etl.templates import write_templates

    warehouse = warehouse or default_warehouse()
    with usable({WRITTEN: folder, WAREHOUSE: warehouse}):
        folder.mkdir(parents=True, exist_ok=True)
        probe(folder)
        return write_templates(folder, register_names(warehouse))


def write_demonstration(folder: Path) -> list[Path]:
    """Write the made-up forms of the demonstration; the files written."""
    from etl.demo import write

    with usable({WRITTEN: folder}):
        folder.mkdir(parents=True, exist_ok=True)
        probe(folder)
        return write(folder)


def write_dictionary(file: Path | None = None) -> Path:
    """Write the data dictionary, `docs/dictionary.md` unless told otherwise; the file written."""
    from etl.dictionary import write_dictionary

    file = file or ROOT / "docs" / "dictionary.md"
    with usable({WRITTEN: file.parent}):
        return write_dictionary(file)
