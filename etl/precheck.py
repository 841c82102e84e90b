"""A few files → what a build would take them for and what is wrong with them, with nothing published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.answers import read_answers
from etl.datasets import DATASETS
from etl.forms.history import BEFORE
from etl.forms.registers import REGISTERS
from etl.inputs import describe, find_inputs
from etl.loads import Load
from etl.problems import Problem
from etl.publish import pointed, read_version
from etl.tables import literal
from etl.workshop import load_all, workshop


@dataclass(frozen=True)
class Checked:
    """What the sheets of the files were taken for (`rows` of which `dataset`), and all that is wrong with them."""

    loads: list[Load]
    problems: list[Problem]


def check(files: Sequence[Path], data: Path, warehouse: Path) -> Checked:
    """What a build would make of some files; nothing is published.

    The registers are those of the published version, or of `data/published` where there is none.
    """
    given = [describe(path, str(path), "" if path.suffix.lower() == ".geojson" else "reported") for path in files]
    with (
        TemporaryDirectory(prefix="sanqu-check-", ignore_cleanup_errors=True) as folder,
        workshop(":memory:", Path(folder) / "spill") as connection,
    ):
        registers = [] if _copy_registers(connection, warehouse) else find_inputs(data, {"reported", "demo"})
        inputs = [*given, *(register for register in registers if not register.is_geometry)]
        now = datetime.now(UTC).replace(tzinfo=None)
        loads, problems = load_all(
            connection,
            inputs,
            (),
            now,
            Path(folder),
            lambda share, text: None,
            answers=read_answers(data),
            has_before=_attach_before(connection, warehouse),
        )
    names = {given_.name for given_ in given}
    return Checked(
        [load for load in loads if load.file in names],
        [problem for _, problem in problems if problem.file in names],
    )


def _copy_registers(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> bool:
    """Copy the published registers; False where there are none with the declared columns."""
    path = pointed(warehouse)
    if path is None or read_version(path) is None:
        return False
    connection.execute(f"ATTACH {literal(str(path))} AS published (READ_ONLY)")
    try:
        for name in sorted(REGISTERS):
            connection.execute(f"INSERT INTO core.{name} BY NAME SELECT * FROM published.core.{name}")
    except (duckdb.BinderException, duckdb.CatalogException):
        for name in REGISTERS:
            connection.execute(f"DELETE FROM core.{name}")
        return False
    return True


def _attach_before(connection: duckdb.DuckDBPyConnection, warehouse: Path) -> bool:
    """Attach the published version, with which the figures are compared; False where it lacks a declared column."""
    path = pointed(warehouse)
    if path is None or read_version(path) is None:
        return False
    connection.execute(f"ATTACH {literal(str(path))} AS {BEFORE} (READ_ONLY)")
    known = set(
        connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = ? AND schema_name = 'core'",
            [BEFORE],
        ).fetchall()
    )
    return all((dataset.name, column.name) in known for dataset in DATASETS.values() for column in dataset.columns)
