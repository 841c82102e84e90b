"""A proposal's files with everything received before → a candidate version and what would change, or the problems."""

import json
import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from filelock import Timeout

from etl.assembling import Candidate, assemble
from etl.fingerprints import fingerprint
from etl.inputs import find_inputs
from etl.problems import BLOCKING, Problem, from_dict, has_error
from etl.proposing.arriving import corrected_file, in_order, known_loads, own_inputs
from etl.proposing.landing import settle
from etl.proposing.place import Place, new_place, remove_candidate
from etl.proposing.proposal import OPEN, Proposal, State, WrongState, kept, save, sender_fault
from etl.proposing.unpack import Sent, receive
from etl.warehouse.changed import to_json
from etl.warehouse.compared import compare_files
from etl.warehouse.kept_versions import Version, pointed, published
from etl.warehouse.loads import Load
from etl.warehouse.lock import locked
from etl.writing import write_whole

PROGRESS_SECONDS = 0.2
# Until which share of the making of a version what is done, as clerks call it.
STEPS = ((0.4, "读取全部表格"), (0.8, "逐行核对"), (0.92, "计算页面上的数字"), (1.0, "检查生成的数据"))
Progress = Callable[[float, str], None]


class Cancelled(Exception):
    """Somebody cancelled the proposal while it was being checked."""


def silent(share: float, text: str) -> None:
    """Progress that nobody looks at."""


def open_proposal(
    sent: Sequence[Sent],
    data: Path,
    warehouse: Path,
    sent_by: str,
    *,
    correction: int = 0,
    takes_back: bool = False,
    about: str = "",
) -> Place:
    """Keep what was sent, or a correction of what was received, as a new proposal, not yet checked; where it lies.

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
            correction=correction,
            takes_back=takes_back,
            about=about,
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
    place.changes.unlink(missing_ok=True)
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


def in_steps(progress: Progress, sent: Mapping[str, str]) -> Progress:
    """Progress that names the sender's files (`sent`: place in the data folder → name) or the step, no other file."""

    def tell(share: float, text: str) -> None:
        verb, _, file = text.partition(" ")
        step = next((word for end, word in STEPS if share < end), STEPS[-1][1])
        progress(share, f"{verb} {sent[file]}" if file in sent else step)

    return tell


def examine(place: Place, proposal: Proposal, before: Version | None, progress: Progress) -> Proposal:
    """What `proposal` comes to on top of the version `before`: ready with a candidate, held, or nothing new."""
    without = before.without if before else ()
    present = find_inputs(place.data, without)
    own, known = own_inputs(place, proposal, present, before)
    landing = tuple((name, given.name) for name, given in own.items())
    base = before.version if before else None
    proposal = replace(proposal, landing=landing, base=base)
    problems = [*_from_receiving(place), *known]
    loads = known_loads(proposal, before, place)
    if not (proposal.files or proposal.correction):
        return replace(proposal, state=State.HELD, problems=tuple(problems), loads=loads)
    inputs = in_order([*present, *own.values()])
    if before and before.fingerprint == fingerprint(inputs, without, place.data) and not has_error(problems):
        return replace(proposal, state=State.PUBLISHED, version=base, problems=tuple(problems), loads=loads)
    place.workshop.mkdir(exist_ok=True)
    candidate = assemble(
        place.workshop,
        place.warehouse,
        place.data,
        inputs,
        without,
        in_steps(progress, {landed: name for name, landed in landing}),
    )
    about = (*landing, *corrected_file(place.data, proposal))
    problems += _own_problems(candidate, {landing: name for name, landing in about})
    loads = (*loads, *_own_loads(candidate, about))
    if has_error([*candidate.problems, *problems]):
        return replace(proposal, state=State.HELD, problems=tuple(problems), loads=loads)
    progress(0.97, "比较前后两个版本")
    candidate.path.replace(place.candidate)
    shutil.rmtree(place.workshop, ignore_errors=True)
    changes = compare_files(pointed(place.warehouse) if before else None, place.candidate)
    write_whole(place.changes, to_json(changes))
    progress(1.0, "核对完成")
    return replace(proposal, state=State.READY, problems=tuple(problems), loads=loads)


def _from_receiving(place: Place) -> list[Problem]:
    told = json.loads((place.folder / "received.json").read_text(encoding="utf-8"))
    return [from_dict(problem) for problem in told]


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
