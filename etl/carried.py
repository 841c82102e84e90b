"""The version before, as far as it is what would be loaded now → tables, loads and problems that are carried over."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.datasets import DATASETS
from etl.inputs import Input
from etl.office import Office
from etl.problems import Level, Problem
from etl.sql import literal
from etl.warehouse.loads import Load, Status, read_loads
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


def add_rows(
    connection: duckdb.DuckDBPyConnection, datasets: Collection[str], loads: Collection[Load]
) -> dict[int, Load]:
    """Put the rows of the version before behind those of the forms that came to `datasets`, but for those of their keys.

    Gives what has become of the `loads` that the rows are from.
    """
    found: dict[int, Load] = {}
    for dataset in (DATASETS[name] for name in sorted(datasets)):
        same = " AND ".join(f"kept.{name} = former.{name}" for name in dataset.key)
        connection.execute(
            f"INSERT INTO {dataset.table} BY NAME SELECT * FROM {BEFORE}.{dataset.table} AS former "
            f"WHERE NOT EXISTS (FROM {dataset.table} AS kept WHERE {same})"
        )
        used = dict(connection.execute(f"SELECT load_id, count(*) FROM {dataset.table} GROUP BY load_id").fetchall())
        for load in loads:
            if load.dataset == dataset.name:
                many = used.get(load.load_id, 0)
                status = Status.LOADED if many or not load.rows else Status.REPLACED
                found[load.load_id] = replace(load, rows_used=many, status=status)
    return found


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
