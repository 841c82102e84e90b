"""Quarters of which nothing is decided yet → their patterns, decided by as many processes as there are processors."""

import contextlib
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from etl.warehouse.withholding.family import Family
from etl.warehouse.withholding.pattern import Pattern, decide
from etl.warehouse.withholding.quarters import Quarter
from etl.warehouse.withholding.sensitive import has_few
from etl.warehouse.withholding.worth import Worth

ROOT = Path(__file__).resolve().parents[3]
COMMAND = (sys.executable, "-m", "etl.warehouse.withholding.child")
# Starting a process costs as much as deciding so many atoms.
WORTH_A_PROCESS = 4000


@dataclass(frozen=True)
class Question:
    """A quarter of a family to decide, what its figures are worth, and the name of the decision."""

    decision: str
    family: Family
    quarter: Quarter
    worth: Worth

    @property
    def atoms(self) -> int:
        """How much there is to decide."""
        return sum(len(told) for _, told in self.quarter.told)

    def decided(self) -> Pattern:
        """The pattern of the quarter."""
        if not has_few(self.family, (atom for _, told in self.quarter.told for _, atom in told)):
            return Pattern(frozenset(), frozenset(), self.decision)
        found = decide(self.family, self.quarter.columns, self.worth, beside=self.quarter.beside)
        return replace(found, decision=self.decision)


def decide_together(questions: Sequence[Question]) -> Mapping[str, Pattern]:
    """Decision → pattern of every question. Each is decided for itself, so that it is the same whoever decides it.

    What a process that comes to grief has not decided is decided here.
    """
    waiting = deque(sorted(questions, key=lambda one: (-one.atoms, one.decision)))
    many = min((os.cpu_count() or 1) - 1, sum(one.atoms for one in questions) // WORTH_A_PROCESS)
    found: dict[str, Pattern] = {}
    with ThreadPoolExecutor(many or 1) as pool:
        others = [pool.submit(_ask, waiting, found) for _ in range(many)]
        while waiting:
            # Another may have taken the last one meanwhile.
            with contextlib.suppress(IndexError):
                one = waiting.popleft()
                found[one.decision] = one.decided()
        for other in others:
            other.result()
    return found | {one.decision: one.decided() for one in questions if one.decision not in found}


def _ask(waiting: deque[Question], found: dict[str, Pattern]) -> None:
    """Have a process of its own decide what is waiting, one after the other."""
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as child:
        # A process that has ended takes and gives nothing more.
        with contextlib.suppress(IndexError, OSError, EOFError, pickle.UnpicklingError):
            _exchange(waiting, found, child.stdin, child.stdout)
        with contextlib.suppress(OSError):
            child.communicate()


def _exchange(
    waiting: deque[Question], found: dict[str, Pattern], asked: IO[bytes] | None, told: IO[bytes] | None
) -> None:
    while asked and told:
        one = waiting.popleft()
        pickle.dump(one, asked)
        asked.flush()
        found[one.decision] = pickle.load(told)
