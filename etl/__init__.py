"""The pipeline's front door: filled forms → the published warehouse, and what is wrong with them.

The parts are imported when they are called, so that a child process that only reads a file starts at once.
"""

import os
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.excerpts import Excerpt
    from etl.pipeline import BuildResult
    from etl.precheck import Checked
    from etl.problems import Problem
    from etl.publish import Version

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

    return build(
        data or default_data(), warehouse or default_warehouse(), without=without, keep=keep, progress=progress
    )


def check(files: Sequence[Path], data: Path | None = None, warehouse: Path | None = None) -> "Checked":
    """What a build would make of some files; nothing is published, see `etl.precheck.check`."""
    from etl.precheck import check

    return check([Path(file) for file in files], data or default_data(), warehouse or default_warehouse())


def history(warehouse: Path | None = None) -> "list[Version]":
    """The versions that are kept, the newest first, each with its loads."""
    from etl.publish import versions

    return versions(warehouse or default_warehouse())


def rollback(version: str, warehouse: Path | None = None) -> "Version":
    """Publish an earlier version that is kept; raises `etl.publish.UnknownVersion`."""
    from etl.publish import rollback

    return rollback(warehouse or default_warehouse(), version)


def write_templates(folder: Path, warehouse: Path | None = None) -> list[Path]:
    """Write a blank form for every dataset, with the published names to choose from; the files written."""
    from etl.publish import register_names
    from etl.templates import write_templates

    return write_templates(folder, register_names(warehouse or default_warehouse()))


def write_dictionary(file: Path | None = None) -> Path:
    """Write the data dictionary, `docs/dictionary.md` unless told otherwise; the file written."""
    from etl.dictionary import write_dictionary

    return write_dictionary(file or ROOT / "docs" / "dictionary.md")


def excerpts(
    proposal_id: str, file: str, problems: "Sequence[Problem]", data: Path | None = None, warehouse: Path | None = None
) -> "list[Excerpt | None]":
    """For each problem of one file of a proposal the rows that it is in, see `etl.excerpts.excerpts`."""
    from etl.excerpts import excerpts

    place = _place(proposal_id, data, warehouse)
    # A name out of the proposal itself, so that no other file is ever read.
    return excerpts(place.files / file, problems) if file in proposal(proposal_id, data, warehouse).files else []


def register_rows(register: str, warehouse: Path | None = None) -> dict[str, str]:
    """The rows of a published register that an alias may be given to: code → name."""
    from etl.publish import register_rows

    return register_rows(warehouse or default_warehouse(), register)


def revise_proposal(
    proposal_id: str, files: "Sequence[Sent]", data: Path | None = None, warehouse: Path | None = None
) -> str:
    """Send the files of a proposal once more, those in `files` in place of their namesakes; the id of the new one."""
    from etl.proposals.unpack import safe_name

    place, before = _place(proposal_id, data, warehouse), proposal(proposal_id, data, warehouse)
    names = {safe_name(file.name if isinstance(file, Path) else file[0]).casefold() for file in files}
    rest = [place.files / name for name in before.files if name.casefold() not in names]
    revised = start_proposal([*rest, *files], data, warehouse, sent_by=before.sent_by)
    discard_proposal(proposal_id, data, warehouse)
    return revised


def due_days(data: Path | None = None) -> int:
    """How many days after a quarter's end its forms are to be sent, as the settings say."""
    from etl.settings import read_settings

    return read_settings(data or default_data()).due_days
