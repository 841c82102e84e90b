"""The pipeline's front door: filled forms → the published warehouse, and what is wrong with them.

The parts are imported when they are called, so that a child process that only reads a file starts at once.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def open_questions(data: Path | None = None, warehouse: Path | None = None) -> "list[Problem]":
    """What the forms below the data folder ask and nobody has answered; nothing is published."""
    from etl.inputs import find_inputs
    from etl.problems import Level

    data = data or default_data()
    reported = [given.path for given in find_inputs(data, {"published", "demo"}) if not given.is_geometry]
    return [problem for problem in check(reported, data, warehouse).problems if problem.level is Level.QUESTION]


def answer(answers: Mapping[str, str], data: Path | None = None) -> None:
    """Keep answers to questions: `Problem.question` → one of `Problem.options`; an empty one takes an earlier back."""
    from etl.answers import add_answers

    add_answers(data or default_data(), answers)


def add_alias(register: str, code: str, alias: str, data: Path | None = None) -> Path:
    """Add another name of an area, enterprise or site to the received form of aliases; the file."""
    from etl.aliases import add_alias

    return add_alias(data or default_data(), register, code, alias)


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
