"""A proposal's files with everything received before → a candidate version and what would change, or the problems."""

import json
import os
import shutil
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from filelock import Timeout

from etl.compared import compare_files, to_json
from etl.inputs import GEOMETRY_FOLDER, Input, describe, find_inputs
from etl.loads import Load, Status
from etl.pipeline import Candidate, assemble, fingerprint
from etl.problems import BLOCKING, Level, Problem, from_dict, has_error
from etl.proposing.landing import settle
from etl.proposing.proposal import (
    OPEN,
    Place,
    Proposal,
    State,
    WrongState,
    kept,
    new_place,
    remove_candidate,
    save,
    sender_fault,
)
from etl.proposing.unpack import SHAPES, Sent, free_name, receive
from etl.publish import Version, locked, pointed, published, read_version
from etl.writing import write_whole

RECEIVED = "received"
REPORTED = "reported"
PROGRESS_SECONDS = 0.2
Progress = Callable[[float, str], None]


class Cancelled(Exception):
    """Somebody cancelled the proposal while it was being checked."""


def silent(share: float, text: str) -> None:
    """Progress that nobody looks at."""


def open_proposal(sent: Sequence[Sent], data: Path, warehouse: Path, sent_by: str) -> Place:
    """Keep what was sent as a new proposal, not yet checked; where it lies.

    Raises `ValueError` where `sender_fault` finds something, `OSError` where a file cannot be read or kept.
    """
    if fault := sender_fault(sent_by):
        raise ValueError(f"not a sender: {fault}")
    place = new_place(data, warehouse)
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, place.folder, ignore_errors=True)
        names, problems = receive(sent, place.files)
        proposal = Proposal(
            proposal_id=place.proposal_id,
            created_at=datetime.now(UTC).replace(tzinfo=None),
            sent_by=sent_by,
            files=tuple(names),
            state=State.RUNNING,
        )
        write_whole(place.folder / "received.json", json.dumps([problem.as_dict() for problem in problems]))
        say_starting(place)
        save(place, proposal)
        undo.pop_all()
    return place


def say_starting(place: Place) -> None:
    """Note that a process is about to check the proposal, so that it does not count as broken off."""
    starting = {"share": 0.0, "text": "准备核对", "starting": datetime.now(UTC).isoformat()}
    write_whole(place.progress, json.dumps(starting, ensure_ascii=False))


def check_proposal(place: Place, progress: Progress = silent) -> Proposal:
    """Make the proposal's candidate, or find out why there is none; the proposal as it is then.

    Raises `WrongState` where another process is at it or it is closed, and passes on what stops the program; the
    proposal is `FAILED` then.
    """
    try:
        with place.running_lock().acquire(timeout=0):
            proposal = kept(place)
            if proposal.state not in OPEN | {State.RUNNING}:
                raise WrongState(f"{place.proposal_id} is {proposal.state}")
            return _checked_under_lock(place, proposal, _told(place, progress))
    except Timeout as timeout:
        raise WrongState(f"{place.proposal_id} is being checked") from timeout


def _checked_under_lock(place: Place, proposal: Proposal, progress: Progress) -> Proposal:
    save(place, replace(proposal, state=State.RUNNING))
    remove_candidate(place)
    done = replace(proposal, state=State.FAILED)
    try:
        progress(0.0, "准备核对")
        with locked(place.warehouse, progress):
            settle(place.data, place.warehouse)
            before = published(place.warehouse)
        done = examine(place, proposal, before, progress)
    except Cancelled:
        done = replace(proposal, state=State.CANCELLED)
    finally:
        if done.state is not State.READY:
            remove_candidate(place)
        place.stop.unlink(missing_ok=True)
        save(place, done)
    return done


def _told(place: Place, progress: Progress) -> Progress:
    """A progress that is also kept in the proposal's folder, and that stops where somebody cancelled."""
    last = float("-inf")

    def tell(share: float, text: str) -> None:
        nonlocal last
        progress(share, text)
        if place.stop.exists():
            raise Cancelled(place.proposal_id)
        if time.monotonic() - last >= PROGRESS_SECONDS or share >= 1:
            last = time.monotonic()
            told = {"share": share, "text": text, "pid": os.getpid()}
            write_whole(place.progress, json.dumps(told, ensure_ascii=False))

    return tell


def examine(place: Place, proposal: Proposal, before: Version | None, progress: Progress) -> Proposal:
    """What `proposal` comes to on top of the version `before`: ready with a candidate, held, or nothing new."""
    without = before.without if before else ()
    present = find_inputs(place.data, without)
    own, known = _own_inputs(place, proposal, present, before)
    landing = tuple((name, given.name) for name, given in own.items())
    base = before.version if before else None
    proposal = replace(proposal, landing=landing, base=base)
    problems = [*_from_receiving(place), *known]
    loads = _known_loads(proposal, before, place)
    if not proposal.files:
        return replace(proposal, state=State.HELD, problems=tuple(problems), loads=loads)
    inputs = in_order([*present, *own.values()])
    if before and before.fingerprint == fingerprint(inputs, without) and not has_error(problems):
        return replace(proposal, state=State.PUBLISHED, version=base, problems=tuple(problems), loads=loads)
    place.workshop.mkdir(exist_ok=True)
    candidate = assemble(place.workshop, place.data, inputs, before, without, progress)
    problems += _own_problems(candidate, {landing: name for name, landing in landing})
    loads = (*loads, *_own_loads(candidate, landing))
    if has_error([*candidate.problems, *problems]):
        return replace(proposal, state=State.HELD, problems=tuple(problems), loads=loads)
    progress(0.97, "比较前后两个版本")
    candidate.path.replace(place.candidate)
    shutil.rmtree(place.workshop, ignore_errors=True)
    changes = compare_files(pointed(place.warehouse) if before else None, place.candidate)
    write_whole(place.changes, to_json(changes))
    progress(1.0, "核对完成")
    return replace(proposal, state=State.READY, problems=tuple(problems), loads=loads)


def in_order(inputs: Sequence[Input]) -> list[Input]:
    """The inputs as `find_inputs` sorts them, on which the fingerprint depends."""
    return sorted(inputs, key=lambda given: given.name)


def _own_inputs(
    place: Place, proposal: Proposal, present: Sequence[Input], before: Version | None
) -> tuple[dict[str, Input], list[Problem]]:
    """The files that are to land, each as the input that it will be; and a note for each that was received before."""
    received = {given.checksum: given for given in present if given.origin in (REPORTED, "")}
    own: dict[str, Input] = {}
    known = []
    taken = {folder: _names_in(place.data / folder) for folder in (RECEIVED, GEOMETRY_FOLDER)}
    for name in proposal.files:
        is_shape = PurePosixPath(name).suffix.lower() == SHAPES
        folder, origin = (GEOMETRY_FOLDER, "") if is_shape else (RECEIVED, REPORTED)
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


def _from_receiving(place: Place) -> list[Problem]:
    told = json.loads((place.folder / "received.json").read_text(encoding="utf-8"))
    return [from_dict(problem) for problem in told]


def _known_loads(proposal: Proposal, before: Version | None, place: Place) -> tuple[Load, ...]:
    """The loads of the files that were received before, under the names that they were sent with now."""
    landed = {name for name, _ in proposal.landing}
    again = {describe(place.files / name, name, "").checksum: name for name in proposal.files if name not in landed}
    return tuple(
        replace(load, file=again[load.checksum], status=Status.UNCHANGED, rows_used=0)
        for load in (before.loads if before else ())
        if load.checksum in again and load.status is not Status.WITHDRAWN
    )


def _own_loads(candidate: Candidate, landing: Sequence[tuple[str, str]]) -> list[Load]:
    sent = {landed: name for name, landed in landing}
    return [replace(load, file=sent[load.file]) for load in candidate.loads if load.file in sent]


def _own_problems(candidate: Candidate, sent: dict[str, str]) -> list[Problem]:
    """The problems of the proposal's files under the sender's names, and one for every other file that holds it back."""
    own = [replace(problem, file=sent[problem.file]) for problem in candidate.problems if problem.file in sent]
    others = [problem for problem in candidate.problems if problem.file not in sent and problem.level in BLOCKING]
    counts = {file: sum(problem.file == file for problem in others) for file in sorted({p.file for p in others})}
    return own + [
        Problem(
            file=file,
            message=f"以前收到的这份表现在有 {count} 处问题，全部数据因此不能发布。",
            remedy="请先改正或移走这份表，再重新核对。",
            code="source-error",
        )
        for file, count in counts.items()
    ]


def is_current(place: Place, proposal: Proposal, before: Version | None, without: Collection[str]) -> bool:
    """Whether the candidate is still what the forms of now would give on top of the published version."""
    found = read_version(place.candidate)
    if found is None or proposal.base != (before.version if before else None):
        return False
    if any((place.data / landing).exists() for _, landing in proposal.landing):
        return False
    own = [_landed(place, name, landing) for name, landing in proposal.landing]
    return found.fingerprint == fingerprint(in_order([*find_inputs(place.data, without), *own]), without)


def _landed(place: Place, name: str, landing: str) -> Input:
    return describe(place.files / name, landing, "" if landing.startswith(f"{GEOMETRY_FOLDER}/") else REPORTED)
