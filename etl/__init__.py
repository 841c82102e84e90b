"""The pipeline's front door: filled forms → the published warehouse, and what is wrong with them.

The parts are imported when they are called, so that a child process that only reads a file starts at once. Every
function raises `FolderUnusable` where a folder cannot be used.
"""

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.folders import DATA, TEMPORARY, WAREHOUSE, WRITTEN, FolderUnusable, probe, temporary, usable
from etl.problems import BLOCKING, LEVEL_LABELS

if TYPE_CHECKING:
    import pandas

    # Named as themselves, so that who calls the front door can name what it gives: `etl.Problem`.
    from etl.corrected import Correction as Correction
    from etl.pipeline import BuildResult as BuildResult
    from etl.precheck import Checked as Checked
    from etl.problems import Problem as Problem
    from etl.proposing.proposal import Place as Place
    from etl.proposing.proposal import Proposal as Proposal
    from etl.proposing.unpack import Sent as Sent
    from etl.quoted import Excerpt as Excerpt
    from etl.warehouse.changed import RowChange as RowChange
    from etl.warehouse.changed import TableChange as TableChange
    from etl.warehouse.loads import Load as Load
    from etl.warehouse.publish import Kept as Kept
    from etl.warehouse.publish import Version as Version

__all__ = [
    "add_alias",
    "add_correction",
    "annotated_copy",
    "annotated_name",
    "answer",
    "blank_forms",
    "build",
    "cancel_proposal",
    "candidate",
    "changes",
    "check",
    "check_again",
    "compare",
    "corrections",
    "default_data",
    "default_warehouse",
    "difference",
    "discard_proposal",
    "due_days",
    "excerpts",
    "history",
    "leftovers",
    "nearest_row",
    "open_questions",
    "proposal",
    "proposal_progress",
    "proposals",
    "propose",
    "publish_proposal",
    "recheck_proposal",
    "register_of",
    "register_rows",
    "revise_proposal",
    "rollback",
    "sender_fault",
    "settings_fault",
    "start_correction",
    "start_proposal",
    "start_undoing",
    "templates_zip",
    "tidy",
    "undo_correction",
    "usable",
    "verify",
    "version_file",
    "watch_folder",
    "write_dictionary",
    "write_templates",
    "BLOCKING",
    "DATA",
    "FolderUnusable",
    "LEVEL_LABELS",
    "WAREHOUSE",
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


def nearest_row(name: str, rows: Mapping[str, str]) -> str | None:
    """The code of the register's row that a name is most likely meant for, see `etl.aliases.nearest`."""
    from etl.aliases import nearest

    return nearest(name, rows)


def register_of(dataset: str) -> str | None:
    """What `add_alias` calls the register of a dataset, or None where it takes no aliases of it."""
    from etl.aliases import register_of

    return register_of(dataset)


def history(warehouse: Path | None = None) -> "list[Version]":
    """The versions that are kept and intact, the newest first, each with its loads."""
    from etl.warehouse.publish import versions

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return versions(warehouse)


def verify(warehouse: Path | None = None) -> "list[Kept]":
    """Every version that is kept, the newest first, and whether its file is what was published."""
    from etl.warehouse.publish import kept

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return kept(warehouse)


def leftovers(data: Path | None = None, warehouse: Path | None = None) -> list[Path]:
    """What builds and checks that were killed have left in the warehouse; nothing of those that are at work."""
    from etl.proposing.tidying import leftovers

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        return leftovers(data, warehouse)


def tidy(data: Path | None = None, warehouse: Path | None = None) -> None:
    """Remove what killed builds and checks have left, unless somebody is at work; see `etl.proposing.tidying.tidy`."""
    from etl.proposing.tidying import tidy

    data, warehouse = data or default_data(), warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse, DATA: data}):
        tidy(data, warehouse)


def rollback(version: str, warehouse: Path | None = None) -> "Version":
    """Publish an earlier version that is kept; raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.publish import rollback

    warehouse = warehouse or default_warehouse()
    with usable({WAREHOUSE: warehouse}):
        return rollback(warehouse, version)


def _place(proposal_id: str, data: Path | None, warehouse: Path | None) -> "Place":
    from etl.proposing.proposal import Place

    return Place(data or default_data(), warehouse or default_warehouse(), proposal_id)


def propose(
    files: "Sequence[Sent]",
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    sent_by: str = "",
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> "Proposal":
    """Keep what was sent and check it in this process; nothing is published. A file is a path or (name, bytes).

    Raises `ValueError` where `sender_fault` finds something in `sent_by`.
    """
    from etl.proposing.checking import check_proposal, open_proposal

    place = open_proposal(files, data or default_data(), warehouse or default_warehouse(), sent_by)
    return check_proposal(place, progress)


def start_proposal(
    files: "Sequence[Sent]", data: Path | None = None, warehouse: Path | None = None, *, sent_by: str = ""
) -> str:
    """Keep what was sent and have a process of its own check it; the id of the proposal, at once. See `propose`."""
    from etl.proposing.background import start_checking
    from etl.proposing.checking import open_proposal

    place = open_proposal(files, data or default_data(), warehouse or default_warehouse(), sent_by)
    start_checking(place)
    return place.proposal_id


def check_again(
    proposal_id: str,
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> "Proposal":
    """Check a proposal in this process. Raises `UnknownProposal`, or `WrongState` where it is closed or at work."""
    from etl.proposing.checking import check_proposal

    return check_proposal(_place(proposal_id, data, warehouse), progress)


def recheck_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> None:
    """Have a process of its own check the proposal anew, after answers, aliases or corrections were added."""
    from etl.proposing.background import recheck

    recheck(_place(proposal_id, data, warehouse))


def sender_fault(sent_by: str) -> str:
    """Why `sent_by` cannot be kept as the sender, in Chinese, or an empty text."""
    from etl.proposing.proposal import sender_fault

    return sender_fault(sent_by)


def proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """The proposal as it is now. Raises `etl.proposing.proposal.UnknownProposal`."""
    from etl.proposing.proposal import read

    return read(_place(proposal_id, data, warehouse))


def proposals(data: Path | None = None, warehouse: Path | None = None) -> "list[Proposal]":
    """Every proposal that is kept, the newest first."""
    from etl.proposing.proposal import places, read

    found = places(data or default_data(), warehouse or default_warehouse())
    return [read(place) for place in found if place.told.exists()]


def proposal_progress(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> tuple[float, str]:
    """The share of the checking that is done (0 to 1), and what is being done, in Chinese."""
    from etl.proposing.background import progress

    return progress(_place(proposal_id, data, warehouse))


def cancel_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """Stop the checking of a proposal; its files stay, so that it can be checked again."""
    from etl.proposing.background import cancel

    return cancel(_place(proposal_id, data, warehouse))


def discard_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """Give a proposal up; see `etl.proposing.publishing.discard_proposal`."""
    from etl.proposing.publishing import discard_proposal

    return discard_proposal(_place(proposal_id, data, warehouse))


def publish_proposal(
    proposal_id: str,
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    note: str = "",
    approved_by: str = "",
    keep: int = 5,
    progress: Callable[[float, str], None] = lambda share, text: None,
) -> "BuildResult":
    """Publish a proposal that is ready and receive its files; see `etl.proposing.publishing.publish_proposal`."""
    from etl.proposing.publishing import publish_proposal

    place = _place(proposal_id, data, warehouse)
    return publish_proposal(place, note=note, approved_by=approved_by, keep=keep, progress=progress)


def annotated_copy(proposal_id: str, file: str, data: Path | None = None, warehouse: Path | None = None) -> bytes:
    """The sender's workbook with its problems marked and listed, nothing else changed; see `etl.annotate`.

    Once published it is made of the file received. Raises `FileNotFoundError` where the file is there no more.
    """
    from etl.annotate import annotated_copy
    from etl.proposing.proposal import file_of, read

    place = _place(proposal_id, data, warehouse)
    found = read(place)
    return annotated_copy(file_of(place, found, file), [problem for problem in found.problems if problem.file == file])


def annotated_name(file: str) -> str:
    """The name under which the annotated copy of a file is given out: `季报.核对批注.xlsx`."""
    from etl.annotate import annotated_name

    return annotated_name(file)


def candidate(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> Path | None:
    """The warehouse file that publishing the proposal would point to, or None where there is none."""
    path = _place(proposal_id, data, warehouse).candidate
    return path if path.exists() else None


def changes(
    proposal_or_version: str, data: Path | None = None, warehouse: Path | None = None, *, against: str | None = None
) -> "tuple[TableChange, ...]":
    """What a proposal changes, or a version did, against the version `against`.

    Without it a proposal is compared with the version that it was made on top of, and has no changes where it has no
    candidate; a version is compared with the one before it, all its rows being new where none is kept.
    Raises `etl.warehouse.publish.UnknownVersion`.
    """
    from etl.proposing.proposal import ID
    from etl.warehouse.changed import from_json
    from etl.warehouse.compared import compare_files
    from etl.warehouse.publish import before_version, version_path

    folder = warehouse or default_warehouse()
    if not ID.fullmatch(proposal_or_version):
        before = version_path(folder, against) if against else before_version(folder, proposal_or_version)
        return compare_files(before, version_path(folder, proposal_or_version))
    place = _place(proposal_or_version, data, warehouse)
    if against and place.candidate.exists():
        return compare_files(version_path(folder, against), place.candidate)
    return from_json(place.changes.read_text(encoding="utf-8")) if place.changes.exists() else ()


def version_file(version: str, warehouse: Path | None = None) -> Path:
    """The warehouse file of a version that is kept. Raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.publish import version_path

    return version_path(warehouse or default_warehouse(), version)


def compare(version_a: str, version_b: str, warehouse: Path | None = None) -> "tuple[TableChange, ...]":
    """What became of the rows of version a in version b. Raises `etl.warehouse.publish.UnknownVersion`."""
    from etl.warehouse.compared import compare_files
    from etl.warehouse.publish import version_path

    folder = warehouse or default_warehouse()
    return compare_files(version_path(folder, version_a), version_path(folder, version_b))


def difference(dataset: str, before: Path | None, after: Path) -> "pandas.DataFrame":
    """Every row of a form that differs between two warehouse files, in words; for download."""
    from etl.warehouse.compared import difference

    return difference(before, after, dataset)


def watch_folder(
    folder: Path,
    data: Path | None = None,
    warehouse: Path | None = None,
    *,
    every_seconds: float = 5,
    still_seconds: float = 10,
    once: bool = False,
    say: Callable[[str], None] = print,
) -> None:
    """Load what people drop into a folder and lay a report beside it, for ever or `once`; see `etl.watch`."""
    from etl.watch import watch

    watch(
        folder,
        data or default_data(),
        warehouse or default_warehouse(),
        every_seconds=every_seconds,
        still_seconds=still_seconds,
        once=once,
        say=say,
    )


def corrections(data: Path | None = None) -> "list[Correction]":
    """Every correction of a cell, in order, undone ones too; the first is number 1."""
    from etl.corrected import corrections

    return corrections(data or default_data())


def add_correction(
    file: str, sheet: str, cell: str, was: str, value: str, why: str, data: Path | None = None
) -> "Correction":
    """Note that a cell of a file, named by its path in the data folder, is to be read as `value`.

    Raises `etl.corrected.WrongCorrection`, whose message is Chinese.
    """
    from etl.corrected import add_correction

    return add_correction(data or default_data(), file, sheet, cell, was, value, why)


def start_correction(
    file: str,
    sheet: str,
    cell: str,
    was: str,
    value: str,
    why: str,
    data: Path | None = None,
    warehouse: Path | None = None,
) -> str:
    """Note a correction and have a process of its own find out what it changes; the id of the proposal, at once.

    The proposal is published or discarded as any other; discarding takes the correction back. See `add_correction`.
    """
    from etl.proposing.background import start_checking
    from etl.proposing.correcting import open_correction

    folders = data or default_data(), warehouse or default_warehouse()
    place = open_correction(*folders, file, sheet, cell, was, value, why)
    start_checking(place)
    return place.proposal_id


def start_undoing(number: int, data: Path | None = None, warehouse: Path | None = None) -> str:
    """Undo a correction as `start_correction` makes one; the id of the proposal, at once. See `undo_correction`."""
    from etl.proposing.background import start_checking
    from etl.proposing.correcting import open_undoing

    place = open_undoing(data or default_data(), warehouse or default_warehouse(), number)
    start_checking(place)
    return place.proposal_id


def undo_correction(number: int, data: Path | None = None) -> "Correction":
    """Mark a correction as undone; it is kept. Raises `etl.corrected.WrongCorrection`, whose message is Chinese."""
    from etl.corrected import undo_correction

    return undo_correction(data or default_data(), number)


def write_templates(folder: Path, warehouse: Path | None = None) -> list[Path]:
    """Write a blank form for every dataset, with the published names to choose from; the files written."""
    from etl.templates import write_templates
    from etl.warehouse.published_registers import register_names

    warehouse = warehouse or default_warehouse()
    with usable({WRITTEN: folder, WAREHOUSE: warehouse}):
        folder.mkdir(parents=True, exist_ok=True)
        probe(folder)
        return write_templates(folder, register_names(warehouse))


def blank_forms(
    period: str = "",
    area: str | None = None,
    *,
    prefilled: bool = True,
    datasets: Sequence[str] = (),
    warehouse: Path | None = None,
) -> dict[str, bytes]:
    """The forms to hand out, all or those named, as .xlsx by the names of their files.

    With a `period` (2024Q3 or 2024-11) and `prefilled` they hold an example row and the rows of the last period before
    of an area code and what lies in it, or of all; see `etl.prefill`. Raises `ValueError` for another period.
    """
    from etl.datasets import DATASETS
    from etl.prefill import Prefill, prefill, published_version
    from etl.templates import template
    from etl.warehouse.published_registers import register_names

    folder = warehouse or default_warehouse()
    names = register_names(folder)
    written = {}
    with published_version(folder) as connection:
        for dataset in (DATASETS[name] for name in datasets or DATASETS):
            filled = prefill(connection, dataset, period, area) if connection and period and prefilled else Prefill()
            name = f"{dataset.label}_{period}.xlsx" if period else f"{dataset.label}.xlsx"
            written[name] = template(dataset, names, filled if prefilled else None)
    return written


def templates_zip(
    period: str = "",
    area: str | None = None,
    *,
    prefilled: bool = True,
    datasets: Sequence[str] = (),
    warehouse: Path | None = None,
) -> bytes:
    """What `blank_forms` gives, as one ZIP."""
    from etl.templates import templates_zip

    return templates_zip(blank_forms(period, area, prefilled=prefilled, datasets=datasets, warehouse=warehouse))


def write_dictionary(file: Path | None = None) -> Path:
    """Write the data dictionary, `docs/dictionary.md` unless told otherwise; the file written."""
    from etl.dictionary import write_dictionary

    file = file or ROOT / "docs" / "dictionary.md"
    with usable({WRITTEN: file.parent}):
        return write_dictionary(file)


def excerpts(
    proposal_id: str, file: str, problems: "Sequence[Problem]", data: Path | None = None, warehouse: Path | None = None
) -> "list[Excerpt | None]":
    """For each problem of one file of a proposal the rows that it is in, see `etl.quoted.excerpts`."""
    from etl.proposing.proposal import file_of, read
    from etl.quoted import excerpts

    place = _place(proposal_id, data, warehouse)
    found = read(place)
    # A name out of the proposal itself, so that no other file is ever read.
    if file not in found.files:
        return [None] * len(problems)
    return excerpts(file_of(place, found, file), problems, [one for one in found.problems if one.file == file])


def register_rows(register: str, warehouse: Path | None = None) -> dict[str, str]:
    """The rows of a published register that an alias may be given to: code → name."""
    from etl.warehouse.published_registers import register_rows

    return register_rows(warehouse or default_warehouse(), register)


def revise_proposal(
    proposal_id: str, files: "Sequence[Sent]", data: Path | None = None, warehouse: Path | None = None
) -> str:
    """Send the files of a proposal once more, those in `files` in place of their namesakes; the id of the new one."""
    from etl.proposing.unpack import safe_name

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


def settings_fault(data: Path | None = None) -> str:
    """What is wrong with the file of settings, in Chinese, or an empty text."""
    from etl.settings import WrongSettings, read_settings

    try:
        read_settings(data or default_data())
    except WrongSettings as wrong:
        return str(wrong)
    return ""
