"""A candidate and its files → the published version and the forms received, both or neither, whenever the power fails.

Files are copied beside their places first, under hidden names. Then one small file in the warehouse says what is to
happen, and only then are files renamed and the pointer moved; whoever holds the warehouse next does the rest.
"""

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from etl.proposing.place import ID, PROPOSED, Place, UnknownProposal, is_running
from etl.proposing.proposal import PUBLISHABLE, Proposal, State, kept, save
from etl.warehouse.kept_versions import SUFFIX, Version, pointed, read_version
from etl.warehouse.publish import publish, remove
from etl.writing import write_whole

INTENT = ".publishing.json"
PART = ".part-"


@dataclass(frozen=True, kw_only=True)
class Intent:
    """What is to happen: `moves` are (hidden copy, place) inside the data folder; `version` is the candidate's."""

    proposal_id: str
    version: str
    keep: int
    note: str
    approved_by: str
    moves: tuple[tuple[str, str], ...]


def land(place: Place, proposal: Proposal, *, keep: int, note: str, approved_by: str) -> Proposal:
    """Publish the candidate of `proposal` and put its files where it says; the proposal as it is then.

    Only while the warehouse is locked. Raises `OSError` before anything has changed where there is no room.
    """
    moves: list[tuple[str, str]] = []
    for name, landing in proposal.landing:
        target = place.data / landing
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{PART}{place.proposal_id}-{len(moves)}")
        shutil.copy2(place.files / name, part)
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        moves.append((part.relative_to(place.data).as_posix(), landing))
    intent = Intent(
        proposal_id=place.proposal_id,
        version=_candidate(place).version,
        keep=keep,
        note=note,
        approved_by=approved_by,
        moves=tuple(moves),
    )
    write_whole(place.warehouse / INTENT, json.dumps(asdict(intent), ensure_ascii=False))
    return _finish(place, intent)


def _candidate(place: Place) -> Version:
    """The version that waits to be published; raises ValueError where its file holds none."""
    version = read_version(place.candidate)
    if version is None:
        raise ValueError(f"{place.candidate.name} holds no version")
    return version


def _finish(place: Place, intent: Intent) -> Proposal:
    """Do what is left of the intent; each step may have been done before."""
    for part, landing in intent.moves:
        if (place.data / part).exists():
            (place.data / part).replace(place.data / landing)
    finished = place.warehouse / f"{intent.version}{SUFFIX}"
    if pointed(place.warehouse) != finished:
        if not place.candidate.exists():
            finished.replace(place.candidate)
        publish(place.warehouse, place.candidate, _candidate(place), intent.keep)
    proposal = replace(
        kept(place),
        state=State.PUBLISHED,
        version=intent.version,
        note=intent.note,
        approved_by=intent.approved_by,
    )
    save(place, proposal)
    (place.warehouse / INTENT).unlink()
    shutil.rmtree(place.files, ignore_errors=True)
    return proposal


def _undo(place: Place, intent: Intent) -> None:
    """Take the files back where the candidate is lost; they still lie in the proposal, which can be checked anew."""
    for part, landing in intent.moves:
        if (place.data / part).exists():
            (place.data / part).unlink()
        else:
            (place.data / landing).unlink(missing_ok=True)
    (place.warehouse / INTENT).unlink()


def settle(data: Path, warehouse: Path) -> None:
    """Finish or undo a publication that was cut off, and remove what dead proposals left; while it is locked."""
    intent = _intent(warehouse)
    if intent:
        place = Place(data, warehouse, intent.proposal_id)
        made = (place.candidate, warehouse / f"{intent.version}{SUFFIX}")
        are_there = all((data / part).exists() or (data / landing).exists() for part, landing in intent.moves)
        if are_there and place.told.exists() and any(_is_whole(path, intent.version) for path in made):
            _finish(place, intent)
        else:
            _undo(place, intent)
    for part in _parts(data):
        part.unlink(missing_ok=True)
    for path in unwanted(data, warehouse):
        remove(path)


def unwanted(data: Path, warehouse: Path) -> list[Path]:
    """What lies in the warehouse of proposals that nobody checks and nobody can publish."""
    found = []
    for path in sorted(warehouse.glob(f"{PROPOSED}*")):
        proposal_id = path.name.removeprefix(PROPOSED).partition(".")[0]
        if ID.fullmatch(proposal_id) and not _is_wanted(path, Place(data, warehouse, proposal_id)):
            found.append(path)
    return found


def _intent(warehouse: Path) -> Intent | None:
    try:
        told = json.loads((warehouse / INTENT).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Intent(**told | {"moves": tuple(map(tuple, told["moves"]))})


def _is_whole(path: Path, version: str) -> bool:
    found = read_version(path)
    return found is not None and found.version == version


def _parts(data: Path) -> Sequence[Path]:
    return [path for folder in ("received", "geo") for path in (data / folder).glob(f"{PART}*")]


def _is_wanted(path: Path, place: Place) -> bool:
    try:
        # A check that was killed leaves its workshop; the candidate of one that came to its end is to be published.
        return is_running(place) or (path == place.candidate and kept(place).state in PUBLISHABLE)
    except UnknownProposal:
        return False
