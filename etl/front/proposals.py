"""Turns files that somebody sent into a proposal: checked in a process of its own, then published or given up."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etl.front.places import default_data, default_warehouse, place_of

if TYPE_CHECKING:
    from etl.pipeline import BuildResult
    from etl.problems import Problem
    from etl.proposing.proposal import Proposal
    from etl.proposing.unpack import Sent
    from etl.quoted import Excerpt
    from etl.read.outlines import Outline


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

    return check_proposal(place_of(proposal_id, data, warehouse), progress)


def recheck_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> None:
    """Have a process of its own check the proposal anew, after answers, aliases or corrections were added."""
    from etl.proposing.background import recheck

    recheck(place_of(proposal_id, data, warehouse))


def revise_proposal(
    proposal_id: str, files: "Sequence[Sent]", data: Path | None = None, warehouse: Path | None = None
) -> str:
    """Send the files of a proposal once more, those in `files` in place of their namesakes; the id of the new one.

    Raises `Overtaken` where the proposal is closed or at work.
    """
    from etl.proposing.proposal import OPEN, WrongState, file_of
    from etl.proposing.unpack import safe_name

    place, before = place_of(proposal_id, data, warehouse), proposal(proposal_id, data, warehouse)
    if before.state not in OPEN:
        raise WrongState(f"{proposal_id} is {before.state}")
    names = {safe_name(file.name if isinstance(file, Path) else file[0]).casefold() for file in files}
    rest = [file_of(place, before, name) for name in before.files if name.casefold() not in names]
    revised = start_proposal([*rest, *files], data, warehouse, sent_by=before.sent_by)
    discard_proposal(proposal_id, data, warehouse)
    return revised


def sender_fault(sent_by: str) -> str:
    """Why `sent_by` cannot be kept as the sender, in Chinese, or an empty text."""
    from etl.proposing.proposal import sender_fault

    return sender_fault(sent_by)


def proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """The proposal as it is now. Raises `etl.proposing.place.UnknownProposal`."""
    from etl.proposing.proposal import read

    return read(place_of(proposal_id, data, warehouse))


def proposals(data: Path | None = None, warehouse: Path | None = None) -> "list[Proposal]":
    """Every proposal that is kept, the newest first."""
    from etl.proposing.place import places
    from etl.proposing.proposal import read

    found = places(data or default_data(), warehouse or default_warehouse())
    return [read(place) for place in found if place.told.exists()]


def proposal_progress(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> tuple[float, str]:
    """The share of the checking that is done (0 to 1), and what is being done, in Chinese."""
    from etl.proposing.background import progress

    return progress(place_of(proposal_id, data, warehouse))


def cancel_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """Stop the checking of a proposal; its files stay, so that it can be checked again."""
    from etl.proposing.background import cancel

    return cancel(place_of(proposal_id, data, warehouse))


def discard_proposal(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> "Proposal":
    """Give a proposal up; see `etl.proposing.publishing.discard_proposal`."""
    from etl.proposing.publishing import discard_proposal

    return discard_proposal(place_of(proposal_id, data, warehouse))


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

    place = place_of(proposal_id, data, warehouse)
    return publish_proposal(place, note=note, approved_by=approved_by, keep=keep, progress=progress)


def candidate(proposal_id: str, data: Path | None = None, warehouse: Path | None = None) -> Path | None:
    """The warehouse file that publishing the proposal would point to, or None where there is none."""
    path = place_of(proposal_id, data, warehouse).candidate
    return path if path.exists() else None


def annotated_copy(proposal_id: str, file: str, data: Path | None = None, warehouse: Path | None = None) -> bytes:
    """The sender's workbook with its problems marked and listed, nothing else changed; see `etl.annotate`.

    Once published it is made of the file received. Raises `FileGone` where the file is there no more.
    """
    from etl.annotate import annotated_copy
    from etl.proposing.proposal import file_of, read

    place = place_of(proposal_id, data, warehouse)
    found = read(place)
    return annotated_copy(file_of(place, found, file), [problem for problem in found.problems if problem.file == file])


def annotated_name(file: str) -> str:
    """The name under which the annotated copy of a file is given out: `季报.核对批注.xlsx`."""
    from etl.annotate import annotated_name

    return annotated_name(file)


def outlines(
    proposal_id: str, data: Path | None = None, warehouse: Path | None = None
) -> "dict[str, tuple[Outline, ...]]":
    """The shapes of each file of a proposal that holds any, to look at, see `etl.read.outlines`."""
    from etl.proposing.proposal import file_of, read
    from etl.proposing.unpack import holds_shapes
    from etl.read.outlines import outlines

    place = place_of(proposal_id, data, warehouse)
    found = read(place)
    return {name: outlines(file_of(place, found, name)) for name in found.files if holds_shapes(name)}


def excerpts(
    proposal_id: str, file: str, problems: "Sequence[Problem]", data: Path | None = None, warehouse: Path | None = None
) -> "list[Excerpt | None]":
    """For each problem of one file of a proposal the rows that it is in, see `etl.quoted.excerpts`."""
    from etl.proposing.proposal import file_of, read
    from etl.quoted import excerpts

    place = place_of(proposal_id, data, warehouse)
    found = read(place)
    # A name out of the proposal itself, so that no other file is ever read.
    if file not in found.files:
        return [None] * len(problems)
    return excerpts(file_of(place, found, file), problems, [one for one in found.problems if one.file == file])
