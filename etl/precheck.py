"""A few files → what a build would take them for and what is wrong with them, with nothing published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.datasets import DATASETS
from etl.extracts import reading
from etl.folders import reach
from etl.inputs import ORIGINS, describe, find_inputs, is_shapes
from etl.office import read_office
from etl.problems import Problem
from etl.validate.history import BEFORE
from etl.warehouse.kept_versions import Kept, newest_intact, wrong_with_published
from etl.warehouse.loads import Load
from etl.warehouse.published_registers import copy_registers
from etl.workshop import load_all, workshop


@dataclass(frozen=True)
class Checked:
    """What the sheets of the files were taken for (`rows` of which `dataset`), and all that is wrong with them.

    `remark` is a Chinese sentence where the published registers could not be used, else empty.
    """

    loads: list[Load]
    problems: list[Problem]
    remark: str = ""


def check(files: Sequence[Path], data: Path, warehouse: Path) -> Checked:
    """What a build would make of some files; nothing is published.

    The registers are those of the published version, or of the newest intact one where that is damaged, or else of
    `data/published`.
    """
    given = [describe(path, str(path), "" if is_shapes(path) else "reported") for path in files]
    with (
        TemporaryDirectory(prefix="sanqu-check-", ignore_cleanup_errors=True) as folder,
        workshop(":memory:", Path(folder) / "spill") as connection,
    ):
        reach(data, ORIGINS)
        source = newest_intact(warehouse)
        registers = [] if copy_registers(connection, source) else find_inputs(data, {"reported", "demo"})
        inputs = [*given, *(register for register in registers if not register.is_geometry)]
        now = datetime.now(UTC).replace(tzinfo=None)
        with reading(inputs, Path(folder)) as extract:
            loads, problems = load_all(
                connection,
                inputs,
                (),
                now,
                Path(folder),
                extract,
                lambda share, text: None,
                office=read_office(data),
                has_before=source is not None and _is_complete(connection),
            )
    names = {given_.name for given_ in given}
    return Checked(
        [load for load in loads if load.file in names],
        [problem for _, problem in problems if problem.file in names],
        _remark(warehouse, source),
    )


def _is_complete(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the attached version has every declared column, so that figures can be compared with it."""
    known = set(
        connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = ? AND schema_name = 'core'",
            [BEFORE],
        ).fetchall()
    )
    return all((dataset.name, column.name) in known for dataset in DATASETS.values() for column in dataset.columns)


def _remark(warehouse: Path, source: Kept | None) -> str:
    wrong = wrong_with_published(warehouse)
    used = f"版本 {source.version} 的名录" if source else "公开文件中的名录"
    return f"{wrong}，这次按{used}核对；请运行 python -m etl build 修复。" if wrong else ""
