"""Reads every form of the corpus in a scratch town and judges what became of it."""

import datetime
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
from openpyxl.utils.cell import range_boundaries

import etl.extracts
from etl.datasets import DATASETS
from etl.extracts import reading
from etl.inputs import Input, describe, find_inputs
from etl.problems import BLOCKING, Problem
from etl.validate.registers import REGISTERS
from etl.workshop import load_all, workshop
from tests.etl.corpus.declare import Form, KeptOut, Read
from tests.etl.corpus.registers import write_registers

# Every form of the corpus speaks of 2026 or before; Beijing is eight hours ahead.
NOW = datetime.datetime(2026, 7, 20, 2, 0)
REGISTER_LOADS = 1_000_000
READ_TOGETHER = 40


class Verdict(StrEnum):
    """What a form came to."""

    READ = "read right"
    REFUSED = "rightly refused"
    ASKED = "rightly asked"
    SILENTLY_WRONG = "SILENTLY WRONG"
    REFUSED_READABLE = "refused though readable"
    WRONG_REASON = "kept out without the right words or cells"
    NOT_SAID = "read right, not said"
    QUOTED = "says what it must not"
    TOO_MANY_LINES = "says the same many times"


RIGHT = frozenset({Verdict.READ, Verdict.REFUSED, Verdict.ASKED})


@dataclass(frozen=True)
class Outcome:
    """What became of a form: the rows of its files in the warehouse, its problems, its loads."""

    rows: Mapping[str, frozenset[tuple]]
    problems: Sequence[Problem]
    loads: Sequence[Any]


def plain(value: Any) -> Any:
    """A value as the corpus writes it: a day or an instant as text, a number as Decimal, nothing for an empty cell."""
    if isinstance(value, datetime.datetime):
        return f"{value:%Y-%m-%d %H:%M}" + (f":{value:%S}" if value.second else "")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(str(value)).normalize() + 0
    return None if value == "" else value


def plain_rows(rows: Mapping[str, frozenset[tuple]]) -> dict[str, frozenset[tuple]]:
    return {name: frozenset(tuple(map(plain, row)) for row in listed) for name, listed in rows.items() if listed}


class Town:
    """A workshop with the registers of the made-up town, emptied of everything else before each form."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
        self.connection, self.folder = connection, folder
        self.touched: set[str] = set()
        # Forms are small, and other tests run beside.
        connection.execute("SET threads = 1")
        loads, problems = self._load(find_inputs(write_registers(folder / "data")))
        assert loads, problems
        assert not [problem for _, problem in problems if problem.level in BLOCKING], problems
        connection.execute("ATTACH ':memory:' AS kept")
        for name in REGISTERS:
            connection.execute(f"UPDATE core.{name} SET load_id = load_id + {REGISTER_LOADS}")
            connection.execute(f"CREATE TABLE kept.{name} AS FROM core.{name}")

    def _load(self, inputs: Sequence[Input]) -> tuple[list, list]:
        with reading(inputs, self.folder) as extract:
            return load_all(self.connection, inputs, (), NOW, self.folder, extract, lambda share, text: None)

    def _empty(self) -> None:
        for name in self.touched:
            self.connection.execute(f"DELETE FROM core.{name}")
            if name in REGISTERS:
                self.connection.execute(f"INSERT INTO core.{name} FROM kept.{name}")
        self.touched = set()
        self.connection.execute("DETACH staging; ATTACH ':memory:' AS staging")

    def read(self, form: Form, paths: Sequence[Path]) -> Outcome:
        """Load the files of a form, in the order in which they stand there."""
        self._empty()
        inputs = []
        for number, (file, path) in enumerate(zip(form.files, paths, strict=True)):
            stamp = NOW.timestamp() - 1000 + number
            os.utime(path, (stamp, stamp))
            room = {"reported": "received"}.get(file.origin, file.origin)
            inputs.append(describe(path, f"{room}/{file.name}", file.origin))
        loads, problems = self._load(inputs)
        self.touched = {load.dataset for load in loads} & set(DATASETS)
        judged = {
            given.name
            for given, file in zip(inputs, form.files, strict=True)
            if not file.is_history and file.origin == "reported"
        }
        own = [load for load in loads if load.file in judged]
        return Outcome(self._rows(own), [problem for _, problem in problems if problem.file in judged], own)

    def _rows(self, loads: Sequence[Any]) -> dict[str, frozenset[tuple]]:
        ids = [load.load_id for load in loads]
        rows = {}
        for name in sorted({load.dataset for load in loads} & set(DATASETS)):
            columns = ", ".join(column.name for column in DATASETS[name].columns)
            found = self.connection.execute(
                f"SELECT {columns} FROM core.{name} WHERE list_contains(?, load_id)", [ids]
            ).fetchall()
            rows[name] = frozenset(found)
        return rows


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    """The town, ready to read forms."""
    with workshop(":memory:", folder / "spill") as connection:
        yield Town(connection, folder)


@contextmanager
def read_beforehand(paths: Sequence[Path], folder: Path) -> Iterator[None]:
    """Within, files are taken as few child processes have read them all before: starting one for each costs more."""
    extracts = {}
    for first in range(0, len(paths), READ_TOGETHER):
        some = paths[first : first + READ_TOGETHER]
        extracts |= dict(zip(some, etl.extracts.extract_together(some, folder), strict=True))
    with patch.object(etl.extracts, "extract_together", lambda paths, work, *more: [extracts[path] for path in paths]):
        yield


def covers(cells: str, address: str) -> bool:
    """Whether addresses joined by commas (`C7,E5:E15`) hold one of `C3|C4`."""
    wanted = [range_boundaries(one)[:2] for one in address.split("|")]
    for part in filter(None, cells.split(",")):
        left, top, right, bottom = range_boundaries(part)
        if any(left <= column <= right and top <= row <= bottom for column, row in wanted):
            return True
    return False


def _told(problem: Problem) -> str:
    return problem.message + problem.remedy


def _meets(outcome: Outcome, answer: KeptOut) -> bool:
    problems = [problem for problem in outcome.problems if problem.level in answer.levels]
    return (
        bool(problems)
        and all(any(re.search(word, _told(problem)) for problem in problems) for word in answer.words)
        and all(any(covers(problem.cell, address) for problem in problems) for address in answer.at)
    )


def judge(form: Form, outcome: Outcome) -> Verdict:
    """What the form came to, the worst first."""
    blocking = [problem for problem in outcome.problems if problem.level in BLOCKING]
    rows = plain_rows(outcome.rows)
    reads = [answer for answer in form.accept if isinstance(answer, Read)]
    fitting = [answer for answer in reads if plain_rows(answer.rows) == rows]
    if not blocking and not fitting:
        return Verdict.SILENTLY_WRONG
    if any(secret in _told(problem) for secret in form.never for problem in outcome.problems):
        return Verdict.QUOTED
    for pattern, most in form.lines.items():
        if sum(bool(re.search(pattern, _told(problem))) for problem in outcome.problems) > most:
            return Verdict.TOO_MANY_LINES
    if not blocking:
        said = any(
            all(any(re.search(word, _told(problem)) for problem in outcome.problems) for word in answer.said)
            for answer in fitting
        )
        return Verdict.READ if said else Verdict.NOT_SAID
    met = [answer for answer in form.accept if isinstance(answer, KeptOut) and _meets(outcome, answer)]
    if met:
        return Verdict.ASKED if any(problem.level == "question" for problem in blocking) else Verdict.REFUSED
    return Verdict.REFUSED_READABLE if len(reads) == len(form.accept) else Verdict.WRONG_REASON


def shown(outcome: Outcome) -> str:
    """The outcome for whoever must mend it."""
    rows = [f"{name}: {row}" for name, listed in plain_rows(outcome.rows).items() for row in sorted(listed, key=str)]
    return "\n".join([*map(str, outcome.problems), "loaded:", *rows])


def read_all(forms: Sequence[Form], folder: Path) -> dict[str, Outcome]:
    """Name of each form → what became of it, read one after the other, each by itself."""
    paths = {form.name: [file.write(folder / "forms" / form.name) for file in form.files] for form in forms}
    work = folder / "work"
    work.mkdir()
    every = [path for listed in paths.values() for path in listed]
    with town(folder) as made_up, read_beforehand(every, work):
        return {form.name: made_up.read(form, paths[form.name]) for form in forms}


def share_read(forms: Sequence[Form], outcomes: Mapping[str, Outcome]) -> float:
    """The share of the forms that a person reads at a glance which are read right."""
    verdicts = [judge(form, outcomes[form.name]) for form in forms if form.is_readable]
    return verdicts.count(Verdict.READ) / len(verdicts)


def summary_of(forms: Sequence[Form], outcomes: Mapping[str, Outcome]) -> str:
    """The forms that came out wrong, and how many came to what."""
    verdicts = {form.name: judge(form, outcomes[form.name]) for form in forms}
    counts = Counter(verdicts.values())
    wrong = sorted(f"{verdict}: {name}" for name, verdict in verdicts.items() if verdict not in RIGHT)
    readable = sum(form.is_readable for form in forms)
    share = f"{share_read(forms, outcomes):.1%} of {readable} readable forms are read" if readable else ""
    return "\n".join(
        ["", *wrong, f"{len(forms)} forms", *(f"{counts[verdict]:5} {verdict}" for verdict in Verdict), share]
    )
