"""A proposal as it is kept: one folder of `data/proposals` with the sender's files, its state and how far it is."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from secrets import token_hex
from typing import Any

from filelock import FileLock, Timeout

from etl.overtaken import FileGone, Overtaken
from etl.problems import Problem, from_dict
from etl.read.personal import find_personal
from etl.warehouse.kept_versions import SUFFIX
from etl.warehouse.loads import Load, Status
from etl.writing import write_whole

PROPOSALS = "proposals"
PROPOSED = ".proposed-"
ID = re.compile(r"[0-9]{8}T[0-9]{15}Z-[0-9a-f]{8}")
# A background process has so long to start before its proposal counts as broken off.
START_SECONDS = 120


class State(StrEnum):
    """How far a proposal is. Problems keep a `HELD` one back, `APPROVAL` waits for a second person's consent."""

    RUNNING = "running"
    HELD = "held"
    READY = "ready"
    APPROVAL = "approval"
    PUBLISHED = "published"
    DISCARDED = "discarded"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        """What clerks call it."""
        return STATE_LABELS[self]


STATE_LABELS = {
    State.RUNNING: "正在核对",
    State.HELD: "有问题，未通过",
    State.READY: "可以发布",
    State.APPROVAL: "等待另一人同意",
    State.PUBLISHED: "已发布",
    State.DISCARDED: "已作废",
    State.FAILED: "程序没有完成",
    State.CANCELLED: "已取消",
}
PUBLISHABLE = frozenset({State.READY, State.APPROVAL})
# Those that may be checked again, once something was answered or put right.
OPEN = frozenset({State.HELD, State.READY, State.APPROVAL, State.FAILED, State.CANCELLED})


class UnknownProposal(Overtaken, LookupError):
    """There is no proposal of that id."""


class WrongState(Overtaken, RuntimeError):
    """The proposal is in a state in which this cannot be done."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What became of some files that were sent together; `created_at` is UTC.

    `files`, and the `file` of loads and problems, are the names under which the sender's files lie in the proposal.
    `landing` tells where in the data folder each goes when it is published; one that was received before has none.
    `base` is the published version that it was compared with, `version` the one that it has become.
    A proposal without files is of one correction: `correction` is its number, `takes_back` says that the proposal is to
    undo it, `about` tells it in Chinese.
    """

    proposal_id: str
    created_at: datetime
    sent_by: str
    files: tuple[str, ...]
    state: State
    loads: tuple[Load, ...] = ()
    problems: tuple[Problem, ...] = ()
    version: str | None = None
    base: str | None = None
    note: str = ""
    approved_by: str = ""
    landing: tuple[tuple[str, str], ...] = ()
    correction: int = 0
    takes_back: bool = False
    about: str = ""


@dataclass(frozen=True)
class Place:
    """Where a proposal lies: its folder below `data`, its candidate beside the published versions."""

    data: Path
    warehouse: Path
    proposal_id: str

    def __post_init__(self) -> None:
        if not ID.fullmatch(self.proposal_id):
            raise UnknownProposal(self.proposal_id)

    @property
    def folder(self) -> Path:
        """The proposal's own folder."""
        return self.data / PROPOSALS / self.proposal_id

    @property
    def files(self) -> Path:
        """The sender's files."""
        return self.folder / "files"

    @property
    def told(self) -> Path:
        """What the proposal says of itself."""
        return self.folder / "proposal.json"

    @property
    def progress(self) -> Path:
        """How far the checking is."""
        return self.folder / "progress.json"

    @property
    def changes(self) -> Path:
        """What would change, as it was found when the candidate was made."""
        return self.folder / "changes.json"

    @property
    def stop(self) -> Path:
        """Lies there once somebody cancelled."""
        return self.folder / "stop"

    @property
    def candidate(self) -> Path:
        """The version that publishing would point to; a leading dot keeps it from counting as one."""
        return self.warehouse / f"{PROPOSED}{self.proposal_id}{SUFFIX}"

    @property
    def workshop(self) -> Path:
        """Where the candidate is made."""
        return self.warehouse / f"{PROPOSED}{self.proposal_id}.work"

    def running_lock(self) -> FileLock:
        """What the process that checks the proposal holds; the system lets go of it however the process ends."""
        return FileLock(self.folder / ".running.lock")


def new_place(data: Path, warehouse: Path) -> Place:
    """A place with an id of its own; its folder is made."""
    now = datetime.now(UTC)
    place = Place(data, warehouse, f"{now:%Y%m%dT%H%M%S%f}000Z-{token_hex(4)}")
    place.files.mkdir(parents=True)
    return place


def sender_fault(sent_by: str) -> str:
    """Why `sent_by` cannot be kept as the sender, in Chinese, or an empty text."""
    if personal := find_personal(sent_by):
        return f"“报送单位”中含有{personal}，是个人信息，请只写单位或岗位。"
    return "“报送单位”太长，请只写单位或岗位。" if len(sent_by) > 40 else ""


def save(place: Place, proposal: Proposal) -> None:
    """Keep the proposal as it is now."""
    told = asdict(proposal) | {
        "created_at": proposal.created_at.isoformat(),
        "loads": [asdict(load) | {"loaded_at": load.loaded_at.isoformat()} for load in proposal.loads],
        "problems": [problem.as_dict() for problem in proposal.problems],
    }
    write_whole(place.told, json.dumps(told, ensure_ascii=False, indent=1))


def kept(place: Place) -> Proposal:
    """The proposal as it was saved last. Raises `UnknownProposal`."""
    try:
        told = json.loads(place.told.read_text(encoding="utf-8"))
    except FileNotFoundError as missing:
        raise UnknownProposal(place.proposal_id) from missing
    return Proposal(
        **told
        | {
            "created_at": datetime.fromisoformat(told["created_at"]),
            "state": State(told["state"]),
            "files": tuple(told["files"]),
            "landing": tuple(map(tuple, told["landing"])),
            "loads": tuple(_load(load) for load in told["loads"]),
            "problems": tuple(from_dict(problem) for problem in told["problems"]),
        }
    )


def _load(told: dict[str, Any]) -> Load:
    return Load(**told | {"loaded_at": datetime.fromisoformat(told["loaded_at"]), "status": Status(told["status"])})


def read(place: Place) -> Proposal:
    """The proposal as it is; one whose process has died while checking it is `FAILED`. Raises `UnknownProposal`."""
    proposal = kept(place)
    if proposal.state is State.RUNNING and not is_running(place):
        # It may have ended between the two looks.
        proposal = kept(place)
        if proposal.state is State.RUNNING:
            proposal = replace(proposal, state=State.FAILED)
    return proposal


def is_running(place: Place) -> bool:
    """Whether a process checks the proposal, or one that is to do so has just been started."""
    try:
        with place.running_lock().acquire(timeout=0):
            pass
    except Timeout:
        return True
    told = progress_of(place)
    started = datetime.fromisoformat(told["starting"]) if told.get("starting") else None
    return started is not None and (datetime.now(UTC) - started).total_seconds() < START_SECONDS


def progress_of(place: Place) -> dict[str, Any]:
    """What is written of the progress: `share`, `text`, `pid`, `starting`; empty where nothing is."""
    try:
        progress: dict[str, Any] = json.loads(place.progress.read_text(encoding="utf-8"))
    except (FileNotFoundError, PermissionError):
        return {}
    return progress


def places(data: Path, warehouse: Path) -> Iterator[Place]:
    """The place of every proposal, the newest first."""
    folder = data / PROPOSALS
    names = sorted((path.name for path in folder.iterdir() if path.is_dir()), reverse=True) if folder.is_dir() else []
    yield from (Place(data, warehouse, name) for name in names if ID.fullmatch(name))


def file_of(place: Place, proposal: Proposal, name: str) -> Path:
    """Where one of the proposal's files lies: with the proposal, or among the forms received once it is published.

    Raises `FileGone` where there is no such file.
    """
    landing = dict(proposal.landing)
    found = place.data / landing[name] if proposal.state is State.PUBLISHED and name in landing else place.files / name
    if name not in proposal.files or not found.is_file():
        raise FileGone(f"{name} is not in {place.proposal_id}")
    return found


def remove_candidate(place: Place) -> None:
    """Remove the candidate and what was left while making it; what Windows holds open stays for the next time."""
    shutil.rmtree(place.workshop, ignore_errors=True)
    try:
        place.candidate.unlink(missing_ok=True)
    except PermissionError:
        return
