"""A command as a whole process: its seconds and its peak memory as the operating system counts them."""

import os
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parents[1]
KIB = 1024


class Run(NamedTuple):
    """What a finished process and its children took: seconds of wall and processor, peak memory in MB of the largest.

    Where the system does not count processor and memory, these are 0.
    """

    seconds: float
    cpu_seconds: float
    peak_mb: float


def run(command: list[str], **settings: str) -> Run:
    """Run `command` in the repository with further environment variables; raises where it fails."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), **settings}
    # Where users work, modules are compiled once.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=REPOSITORY, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    if not hasattr(os, "wait4"):  # Windows counts no memory for a finished child
        _, error = process.communicate()
        result = Run(time.perf_counter() - started, 0.0, 0.0)
    else:
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        cpu_seconds = usage.ru_utime + usage.ru_stime
        result = Run(time.perf_counter() - started, cpu_seconds, usage.ru_maxrss / KIB)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}: {error.decode(errors='replace')[-2000:]}")
    return result
