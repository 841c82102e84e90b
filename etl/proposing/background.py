"""A proposal → a process of its own that checks it, so that a page goes on; how far it is, and its end."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from filelock import Timeout

from etl.proposing.checking import say_starting
from etl.proposing.place import Place, progress_of, remove_candidate
from etl.proposing.proposal import OPEN, Proposal, State, WrongState, kept, read, save
from etl.writing import write_whole

ROOT = Path(__file__).resolve().parents[2]
IS_WINDOWS = sys.platform == "win32"
# No console window, and a group of its own: what ends the page does not end the check.
APART = (
    {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if IS_WINDOWS
    else {"start_new_session": True}
)
END_SECONDS = 10
# Kept, so that the system can forget the processes that have ended.
_started: dict[str, subprocess.Popen[bytes]] = {}


def start_checking(place: Place) -> None:
    """Have a process of its own check the proposal; what it prints goes to `log.txt` in the proposal's folder."""
    for proposal_id in [known for known, process in _started.items() if process.poll() is not None]:
        del _started[proposal_id]
    folders = ["--data", str(place.data.resolve()), "--warehouse", str(place.warehouse.resolve())]
    command = [sys.executable, "-m", "etl", "propose", *folders, "--again", place.proposal_id]
    with (place.folder / "log.txt").open("ab") as log:
        _started[place.proposal_id] = subprocess.Popen(
            command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            **APART,
        )


def recheck(place: Place) -> None:
    """Have the proposal checked anew in a process of its own. Raises `WrongState` where it is closed or at work."""
    try:
        with place.running_lock().acquire(timeout=0):
            proposal = kept(place)
            if proposal.state not in OPEN | {State.RUNNING}:
                raise WrongState(f"{place.proposal_id} is {proposal.state}")
            say_starting(place)
            save(place, replace(proposal, state=State.RUNNING))
    except Timeout as timeout:
        raise WrongState(f"{place.proposal_id} is being checked") from timeout
    start_checking(place)


def progress(place: Place) -> tuple[float, str]:
    """The share done (0 to 1) and what is being done, in Chinese."""
    told = progress_of(place)
    return told.get("share", 0.0), told.get("text", "")


def cancel(place: Place) -> Proposal:
    """Stop the checking and remove what it has made; the files stay, so that it can be checked again.

    A check in another process is ended; one within this process stops by itself at its next step.
    """
    proposal = read(place)
    if proposal.state is not State.RUNNING:
        return proposal
    place.stop.touch()
    pid = progress_of(place).get("pid")
    process = _started.get(place.proposal_id)
    if pid != os.getpid():
        _end(process.pid if process else pid)
        if process:
            process.wait(END_SECONDS)
    ended = kept(place)
    if ended.state is State.RUNNING and _becomes_free(place):
        ended = replace(ended, state=State.CANCELLED)
        save(place, ended)
        place.stop.unlink(missing_ok=True)
        remove_candidate(place)
        write_whole(place.progress, '{"share": 0.0, "text": "已取消"}')
    return ended


def _becomes_free(place: Place) -> bool:
    """Whether the process that checked the proposal has ended; one within this process is not waited for."""
    if progress_of(place).get("pid") == os.getpid():
        return False
    try:
        with place.running_lock().acquire(timeout=END_SECONDS):
            return True
    except Timeout:
        return False


def _end(pid: int | None) -> None:
    """End the process and those that it has started."""
    if pid is None:
        return
    if IS_WINDOWS:
        subprocess.run(["taskkill", "/PID", str(pid), "/T", "/F"], capture_output=True, check=False)
        return
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
