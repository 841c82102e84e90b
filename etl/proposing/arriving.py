"""A proposal's files → the inputs that they will be once they have landed, among those that are there already."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from etl.corrected import corrections
from etl.fingerprints import fingerprint
from etl.inputs import GEOMETRY_FOLDER, Input, describe, find_inputs
from etl.problems import Level, Problem
from etl.proposing.place import Place
from etl.proposing.proposal import Proposal
from etl.proposing.unpack import free_name, holds_shapes
from etl.warehouse.kept_versions import Version, read_version
from etl.warehouse.loads import Load, Status

RECEIVED = "received"
REPORTED = "reported"


def in_order(inputs: Sequence[Input]) -> list[Input]:
    """The inputs as `find_inputs` sorts them, on which the fingerprint depends."""
    return sorted(inputs, key=lambda given: given.name)


def own_inputs(
    place: Place, proposal: Proposal, present: Sequence[Input], before: Version | None
) -> tuple[dict[str, Input], list[Problem]]:
    """The files that are to land, each as the input that it will be; and a note for each that was received before."""
    received = {given.checksum: given for given in present if given.origin in (REPORTED, "")}
    own: dict[str, Input] = {}
    known = []
    taken = {folder: _names_in(place.data / folder) for folder in (RECEIVED, GEOMETRY_FOLDER)}
    for name in proposal.files:
        folder, origin = (GEOMETRY_FOLDER, "") if holds_shapes(name) else (RECEIVED, REPORTED)
        free = free_name(name, taken[folder])
        given = describe(place.files / name, f"{folder}/{free}", origin)
        twin = received.get(given.checksum)
        if twin and not _was_followed(given.checksum, before):
            known.append(_known(name, twin))
            continue
        taken[folder].append(free)
        own[name] = given
    return own, known


def _names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()] if folder.is_dir() else []


def _was_followed(checksum: str, before: Version | None) -> bool:
    """Whether a later form of the same kind came after the one of this checksum, so that it is news once more."""
    loads = before.loads if before else ()
    seen = {load.dataset: load.loaded_at for load in loads if load.checksum == checksum}
    return any(
        load.origin == REPORTED
        and load.checksum != checksum
        and load.loaded_at > seen.get(load.dataset, load.loaded_at)
        for load in loads
    )


def _known(name: str, twin: Input) -> Problem:
    return Problem(
        file=name,
        level=Level.NOTE,
        message=f"与已收到的“{PurePosixPath(twin.name).name}”内容相同，不重复收。",
        remedy="如果要更正，请确认发送的是改过的文件。",
        code="unique-error",
    )


def known_loads(proposal: Proposal, before: Version | None, place: Place) -> tuple[Load, ...]:
    """The loads of the files that were received before, under the names that they were sent with now."""
    landed = {name for name, _ in proposal.landing}
    again = {describe(place.files / name, name, "").checksum: name for name in proposal.files if name not in landed}
    return tuple(
        replace(load, file=again[load.checksum], status=Status.UNCHANGED, rows_used=0)
        for load in (before.loads if before else ())
        if load.checksum in again and load.status is not Status.WITHDRAWN
    )


def corrected_file(data: Path, proposal: Proposal) -> tuple[tuple[str, str], ...]:
    """The received file that the proposal corrects, as (name, place in the data folder); empty for one with files."""
    if not proposal.correction:
        return ()
    file = corrections(data)[proposal.correction - 1].file
    return ((PurePosixPath(file).name, file),)


def is_current(place: Place, proposal: Proposal, before: Version | None, without: Collection[str]) -> bool:
    """Whether the candidate is still what the forms of now would give on top of the published version."""
    found = read_version(place.candidate)
    if found is None or proposal.base != (before.version if before else None):
        return False
    if any((place.data / landing).exists() for _, landing in proposal.landing):
        return False
    own = [_landed(place, name, landing) for name, landing in proposal.landing]
    return found.fingerprint == fingerprint(in_order([*find_inputs(place.data, without), *own]), without, place.data)


def _landed(place: Place, name: str, landing: str) -> Input:
    return describe(place.files / name, landing, "" if landing.startswith(f"{GEOMETRY_FOLDER}/") else REPORTED)
