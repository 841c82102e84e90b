"""A proposal that is ready → the published version, or back; a second person's consent where the settings ask for it."""

import shutil
import time
from collections.abc import Callable
from dataclasses import replace

from filelock import Timeout

from etl.pipeline import BuildResult
from etl.problems import Problem
from etl.proposing.arriving import is_current
from etl.proposing.checking import examine
from etl.proposing.correcting import revert
from etl.proposing.landing import land, settle
from etl.proposing.place import Place, is_running, remove_candidate
from etl.proposing.proposal import PUBLISHABLE, Proposal, State, WrongState, read, save, sender_fault
from etl.read.personal import find_personal
from etl.settings import read_settings
from etl.warehouse.kept_versions import Version, published
from etl.warehouse.lock import locked
from etl.warehouse.publish import sweep

Progress = Callable[[float, str], None]


def publish_proposal(
    place: Place, *, note: str, approved_by: str, keep: int, progress: Progress = lambda share, text: None
) -> BuildResult:
    """Publish the proposal's candidate and receive its files, both or neither.

    What was published or received since the candidate was made counts: it is made anew first, and problems found then
    hold it back. Where the settings ask for a second person, the first call only notes that one is waited for.
    Raises `WrongState` for a proposal that is not ready, `ValueError` for a note that holds personal data.
    """
    if find_personal(note) or sender_fault(approved_by):
        raise ValueError("a note or an approver holds personal data")
    start = time.monotonic()
    with locked(place.warehouse, progress):
        sweep(place.warehouse)
        settle(place.data, place.warehouse)
        proposal = read(place)
        if proposal.state not in PUBLISHABLE:
            raise WrongState(f"{place.proposal_id} is {proposal.state}")
        try:
            # Nobody may check it anew meanwhile.
            with place.running_lock().acquire(timeout=0):
                return _publish(place, proposal, note, approved_by, keep, progress, start)
        except Timeout as timeout:
            raise WrongState(f"{place.proposal_id} is being checked") from timeout


def _publish(
    place: Place, proposal: Proposal, note: str, approved_by: str, keep: int, progress: Progress, start: float
) -> BuildResult:
    before = published(place.warehouse)
    if fault := _lacks_consent(place, proposal, approved_by):
        save(place, replace(proposal, state=State.APPROVAL, note=note or proposal.note))
        return _result(before, proposal, start, problems=[fault] if approved_by else [])
    if not is_current(place, proposal, before, before.without if before else ()):
        remove_candidate(place)
        proposal = examine(place, proposal, before, progress)
        save(place, proposal)
        if proposal.state is not State.READY:
            return _result(before, proposal, start, problems=list(proposal.problems))
    proposal = land(place, proposal, keep=keep, note=note or proposal.note, approved_by=approved_by)
    progress(1.0, "已发布")
    return _result(published(place.warehouse), proposal, start, is_new=True, problems=list(proposal.problems))


def _lacks_consent(place: Place, proposal: Proposal, approved_by: str) -> Problem | None:
    if not read_settings(place.data).needs_approval or (approved_by and approved_by != proposal.sent_by):
        return None
    return Problem(
        file=proposal.proposal_id,
        message="按设置，发布要由报送单位以外的另一人同意。",
        remedy="请由另一单位或岗位核对后同意发布。",
        code="constraint-error",
    )


def _result(
    current: Version | None, proposal: Proposal, start: float, *, problems: list[Problem], is_new: bool = False
) -> BuildResult:
    return BuildResult(
        version=current.version if current else None,
        published=is_new,
        loads=list(proposal.loads),
        problems=problems,
        seconds=time.monotonic() - start,
    )


def discard_proposal(place: Place) -> Proposal:
    """Give the proposal up: its files, its candidate and its correction are removed, what it came to is kept.

    Raises `WrongState` where it is published or being checked.
    """
    proposal = read(place)
    if proposal.state is State.PUBLISHED or is_running(place):
        raise WrongState(f"{place.proposal_id} is {proposal.state}")
    discarded = replace(proposal, state=State.DISCARDED)
    revert(place.data, proposal)
    save(place, discarded)
    remove_candidate(place)
    shutil.rmtree(place.files, ignore_errors=True)
    return discarded
