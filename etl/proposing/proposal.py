"""A proposal as it is kept: one folder of `data/proposals` with the sender's files, its state and how far it is."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from etl.overtaken import FileGone, Overtaken
from etl.problems import Problem, from_dict
from etl.proposing.place import Place, UnknownProposal, is_running
from etl.read.personal import find_personal
from etl.warehouse.loads import Load, Status
from etl.writing import write_whole


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


def file_of(place: Place, proposal: Proposal, name: str) -> Path:
    """Where one of the proposal's files lies: with the proposal, or among the forms received once it is published.

    Raises `FileGone` where there is no such file.
    """
    landing = dict(proposal.landing)
    found = place.data / landing[name] if proposal.state is State.PUBLISHED and name in landing else place.files / name
    if name not in proposal.files or not found.is_file():
        raise FileGone(f"{name} is not in {place.proposal_id}")
    return found
