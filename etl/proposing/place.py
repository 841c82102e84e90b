"""Where a proposal lies: its folder below the data, its candidate beside the published versions, and how far it is."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from filelock import FileLock, Timeout

from etl.overtaken import Overtaken
from etl.warehouse.kept_versions import SUFFIX

PROPOSALS = "proposals"
PROPOSED = ".proposed-"
ID = re.compile(r"[0-9]{8}T[0-9]{15}Z-[0-9a-f]{8}")
# A background process has so long to start before its proposal counts as broken off.
START_SECONDS = 120


class UnknownProposal(Overtaken, LookupError):
    """There is no proposal of that id."""


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


def remove_candidate(place: Place) -> None:
    """Remove the candidate and what was left while making it; what Windows holds open stays for the next time."""
    shutil.rmtree(place.workshop, ignore_errors=True)
    try:
        place.candidate.unlink(missing_ok=True)
    except PermissionError:
        return
