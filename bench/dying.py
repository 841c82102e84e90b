"""Runs `python -m etl` until its n-th change of a file in the warehouse and dies there, as by kill -9.

Run as `python -m bench.dying MOMENT WAREHOUSE WORDS…`, see `die_at`; ends as the command does where it has fewer changes.
`SANQU_BENCH_DAYS_BACK` says how far the clock is behind.
"""

import os
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path

from etl import pipeline
from etl.__main__ import main

# What Python tells its auditors where a process changes a folder.
CHANGES = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"})
WRITING = frozenset({"w", "r+"})
DAYS_BACK = "SANQU_BENCH_DAYS_BACK"


def die_at(moment: str, folder: Path) -> None:
    """End this process when it begins its n-th change in `folder`; nothing of it runs any more.

    `moment` is `os.rename:2`, or `change:7` for the seventh change of any kind; nothing happens at `change:0`.
    """
    kind, _, number = moment.partition(":")
    left = int(number)

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        is_change = event in CHANGES and not (event == "open" and arguments[1] not in WRITING)
        if is_change and kind in ("change", event) and str(arguments[0]).startswith(str(folder)):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    sys.addaudithook(hear)


def set_back(days: float) -> None:
    """Have builds of this process believe a clock that is `days` behind."""

    class Behind(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(days=days)

    pipeline.datetime = Behind


if __name__ == "__main__":
    set_back(float(os.environ.get(DAYS_BACK, 0)))
    die_at(sys.argv[1], Path(sys.argv[2]))
    sys.exit(main(sys.argv[3:]))
