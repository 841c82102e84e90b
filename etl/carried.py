"""What a version was made from, and what lies there now → which forms must be read again; the rest is carried over.

A form is read again where its file is another one, where a form of its kind is, or one that its checks look at; all
others stand in the version before as they would be loaded now.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import duckdb

from etl.datasets import DATASETS, referred
from etl.inputs import Input
from etl.office import Office
from etl.problems import Level, Problem
from etl.sql import literal
from etl.validate.registers import AREAS, REGISTERS
from etl.warehouse.load import in_order_loaded
from etl.warehouse.loads import GEOMETRY, Load, read_loads
from etl.warehouse.tables import insert_rows

# As what the version before is attached.
BEFORE = "carried"
FIELDS = ("name", "origin", "checksum", "corrected")
# Name of a file, its origin, its checksum, and a checksum of the corrections in force for it.
Given = tuple[str, str, str, str]


@dataclass(frozen=True)
class Earlier:
    """A version that was made by the same program: its `file`, what it was `given`, its loads and its problems."""

    file: Path
    given: frozenset[Given]
    loads: tuple[Load, ...]
    problems: tuple[tuple[int | None, Problem], ...]

    @property
    def datasets(self) -> dict[str, set[str]]:
        """Name of a file that lay there → what its sheets were taken for."""
        checksums = {name: checksum for name, _, checksum, _ in self.given}
        found: dict[str, set[str]] = {name: set() for name in checksums}
        for load in self.loads:
            if load.dataset and checksums.get(load.file) == load.checksum:
                found[load.file].add(load.dataset)
        return found


@dataclass(frozen=True)
class Plan:
    """Which files must be read, by name, and the datasets whose rows may not be what they were."""

    read: frozenset[str]
    changed: frozenset[str]


def given_of(inputs: Sequence[Input], office: Office) -> frozenset[Given]:
    """What a version is made from, as it is written to `meta.inputs`."""
    return frozenset((one.name, one.origin, one.checksum, _corrected(one, office)) for one in inputs)


def _corrected(given: Input, office: Office) -> str:
    said = office.corrections.get(given.name, {})
    return hashlib.sha256(repr(sorted(said.items())).encode()).hexdigest() if said else ""


def read_earlier(file: Path | None, basis: str, known: Sequence[Load]) -> Earlier | None:
    """The version in `file`, where it was made on the same `basis` and by the loads that are `known`; else None.

    A file of an earlier program does not say on what basis it was made.
    """
    if file is None:
        return None
    try:
        # Attached, not connected to: a dashboard in this process may hold the file open with other settings.
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH {literal(str(file))} AS version (READ_ONLY); USE version")
            if connection.execute("SELECT basis FROM meta.version").fetchall() != [(basis,)]:
                return None
            given = connection.execute(f"SELECT {', '.join(FIELDS)} FROM meta.inputs").fetchall()
            loads = tuple(read_loads(connection))
            told = connection.execute(
                "SELECT load_id, file, level, sheet, cell, count, code, message, remedy FROM meta.problems"
            ).fetchall()
    except duckdb.Error:
        return None
    if loads != tuple(known):
        return None
    names = ("file", "level", "sheet", "cell", "count", "code", "message", "remedy")
    problems = [
        (load_id, Problem(**{**dict(zip(names, row, strict=True)), "level": Level(row[1])})) for load_id, *row in told
    ]
    return Earlier(file, frozenset(given), loads, tuple(problems))


@cache
def looked_at(dataset: str) -> frozenset[str]:
    """The datasets that the checks of a dataset look at: what is known of names is what all registers before it say."""
    order = [one.name for one in in_order_loaded()]
    before = {name for name in order[: order.index(dataset)] if name in REGISTERS or name == "aliases"}
    return frozenset(before | {referred(column)[0] for column in DATASETS[dataset].referring} - {dataset})


def plan(
    earlier: Earlier | None, inputs: Sequence[Input], office: Office, known: Mapping[str, Collection[str]]
) -> Plan:
    """What must be read of the `inputs`, as far as can be said of those that are `known` to hold forms of datasets.

    To be asked again until nothing more must be read.
    """
    forms = [one for one in inputs if not one.is_geometry]
    if earlier is None:
        return Plan(frozenset(one.name for one in forms), frozenset({*DATASETS, GEOMETRY}))
    before = earlier.datasets
    differing = {name for name, *_ in earlier.given ^ given_of(inputs, office)} | _regrouped(earlier, forms)
    now = {one.name: set(known.get(one.name, before.get(one.name, ()))) for one in forms}
    changed = _with_lookers({name for file in differing for name in before.get(file, set()) | now.get(file, set())})
    read = differing & now.keys()
    needed: set[str] = set()
    while True:
        inside = changed.union(*(now[file] for file in read)) & DATASETS.keys()
        needed = inside.union(*map(looked_at, inside))
        more = {file for file, datasets in now.items() if datasets & needed}
        if more <= read:
            return Plan(frozenset(read), frozenset(changed))
        read |= more


def changed_since(
    earlier: Earlier | None, inputs: Sequence[Input], office: Office, loads: Iterable[Load]
) -> frozenset[str]:
    """The datasets (and shapes) whose rows may not be what they were, of the inputs as they were loaded."""
    known: dict[str, set[str]] = {one.name: set() for one in inputs}
    for load in loads:
        if load.dataset and load.file in known:
            known[load.file].add(load.dataset)
    return plan(earlier, inputs, office, known).changed


def _regrouped(earlier: Earlier, forms: Sequence[Input]) -> set[str]:
    """Files of the same bytes, one of which is read for all, where not the same ones lay there."""

    def groups(given: Collection[tuple[str, str, str]]) -> dict[tuple[str, str], set[str]]:
        ordered = sorted(given, key=lambda one: one[1:])
        return {same: {name for name, *_ in group} for same, group in groupby(ordered, key=lambda one: one[1:])}

    before = groups([one[:3] for one in earlier.given])
    now = groups([(one.name, one.origin, one.checksum) for one in forms])
    return {
        name
        for same in before.keys() | now.keys()
        if before.get(same) != now.get(same)
        for name in before.get(same, set()) | now.get(same, set())
    }


def _with_lookers(changed: set[str]) -> set[str]:
    """The datasets, and all whose checks look at one of them, directly or through others; shapes look at areas."""
    found = set(changed)
    for dataset in in_order_loaded():
        if looked_at(dataset.name) & found:
            found.add(dataset.name)
    return found | ({GEOMETRY} if AREAS in found else set())


@contextmanager
def attached(connection: duckdb.DuckDBPyConnection, earlier: Earlier | None) -> Iterator[None]:
    """Has the version before at hand while what is unchanged is copied."""
    if earlier is None:
        yield
        return
    connection.execute(f"ATTACH {literal(str(earlier.file))} AS {BEFORE} (READ_ONLY)")
    yield
    connection.execute(f"DETACH {BEFORE}")


def copy_tables(connection: duckdb.DuckDBPyConnection, datasets: Collection[str]) -> None:
    """Fill the tables of `core` for the datasets (or shapes) with their rows of the version before."""
    for name in sorted(datasets):
        connection.execute(f"INSERT INTO core.{name} BY NAME FROM {BEFORE}.core.{name}")


def carry_loads(earlier: Earlier, files: Mapping[str, str]) -> tuple[dict[int, Load], list[tuple[int | None, Problem]]]:
    """What became of `files` (name → checksum) that are not read again, and what was said of them, as it was."""
    loads = {load.load_id: load for load in earlier.loads if files.get(load.file) == load.checksum}
    problems = [
        (number, said)
        for number, said in earlier.problems
        if (said.file in files if number is None else number in loads)
    ]
    return loads, problems


def write_inputs(connection: duckdb.DuckDBPyConnection, given: Collection[Given]) -> None:
    """Write what a version is made from, in order."""
    insert_rows(connection, "meta.inputs", FIELDS, sorted(given))
