"""The typed rows of a form → those rows of `core.*` that no other form has: what is there stays, demonstration gives way."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb

from etl.datasets import DATASETS, referred
from etl.problems import Level, Problem
from etl.row_counts import count_rows
from etl.schema import Dataset
from etl.validate.layout import Form
from etl.warehouse.loads import Status

AREAS = "areas"
COVERING_LEVEL = "片区"


@dataclass(frozen=True)
class Outcome:
    """What became of one form: of `rows_in` rows below its headers `rows` are records."""

    rows: int
    rows_used: int
    status: Status
    rows_in: int = 0


def displaced(connection: duckdb.DuckDBPyConnection, form: Form, demos: Iterable[Form]) -> list[Problem]:
    """How many rows of demonstration give way to a reported form: those of its keys, and those of its 片区."""
    if form.origin != "reported":
        return []
    dataset = form.dataset
    area, own_area = area_of(dataset, "typed"), area_of(dataset, "own")
    gives_way = [f"EXISTS (FROM {form.typed} AS kept WHERE {_same_key(dataset)})"]
    if area and dataset.name != AREAS:
        gives_way.append(
            f"""(SELECT zone_code FROM staging.zones WHERE area_code = {area}) IN (
                SELECT zone_code FROM staging.zones WHERE area_code IN (SELECT {own_area} FROM {form.typed} AS own))"""
        )
    count = sum(
        count_rows(
            connection,
            f"{demo.typed} AS typed WHERE ({' OR '.join(gives_way)}) AND NOT EXISTS "
            f"(FROM {dataset.table} AS kept WHERE {_same_key(dataset)} AND kept.origin = 'demo')",
        )
        for demo in demos
    )
    if not count:
        return []
    return [
        Problem(
            file=form.file,
            sheet=form.sheet,
            level=Level.NOTE,
            code="hash-count",
            message=f"有了这份数据，同一片区的 {count:,} 行演示数据不再使用。",
            remedy="",
        )
    ]


def _same_key(dataset: Dataset) -> str:
    return " AND ".join(f"kept.{name} = typed.{name}" for name in dataset.key)


def insert(connection: duckdb.DuckDBPyConnection, form: Form) -> Outcome:
    """Insert the rows whose keys are not there yet and, of demonstration, not where a town reports by itself."""
    dataset = form.dataset
    columns = ", ".join(column.name for column in dataset.columns)
    wanted = [f"NOT EXISTS (FROM {dataset.table} AS kept WHERE {_same_key(dataset)})"]
    if form.origin == "demo":
        wanted += _demonstration_is_wanted(dataset)
    if not count_rows(connection, dataset.table):
        wanted = wanted[1:]
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    [(used,)] = connection.execute(
        f"INSERT INTO {dataset.table} SELECT {columns}, '{form.origin}', {form.load_id}, source_row "
        f"FROM {form.typed} AS typed {where}"
    ).fetchall()
    rows = count_rows(connection, form.typed)
    if used or not rows:
        return Outcome(rows, used, Status.LOADED)
    left = count_rows(
        connection,
        f"{form.typed} AS typed WHERE NOT EXISTS "
        f"(FROM {dataset.table} AS kept WHERE {_same_key(dataset)} AND kept.origin = '{form.origin}')",
    )
    return Outcome(rows, 0, Status.DISPLACED if left else Status.REPLACED)


def create_zones(connection: duckdb.DuckDBPyConnection) -> None:
    """The 片区 that each area lies in or is."""
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE staging.zones AS
        WITH RECURSIVE inside AS (
            SELECT area_code, area_code AS zone_code FROM core.{AREAS} WHERE level = '{COVERING_LEVEL}'
            UNION
            SELECT areas.area_code, inside.zone_code
            FROM core.{AREAS} AS areas JOIN inside ON areas.parent_code = inside.area_code
        )
        SELECT area_code, zone_code FROM inside
        """
    )


def area_of(dataset: Dataset, row: str) -> str | None:
    """SQL of the area of a `row` (a table alias), followed through the registers that it refers to."""
    for column in dataset.referring:
        target, key = referred(column)
        if target == AREAS:
            return f"{row}.{column.name}"
        if target != dataset.name and (area := area_of(DATASETS[target], target)):
            return f"(SELECT {area} FROM core.{target} AS {target} WHERE {target}.{key} = {row}.{column.name})"
    return None


def _demonstration_is_wanted(dataset: Dataset) -> list[str]:
    """Conditions on a row of demonstration: its registers' rows are in use, and its 片区 has no reported form."""
    wanted = [
        f"(typed.{column.name} IS NULL OR typed.{column.name} IN (SELECT {key} FROM core.{target}))"
        for column in dataset.referring
        for target, key in [referred(column)]
        if target != dataset.name
    ]
    area, kept_area = area_of(dataset, "typed"), area_of(dataset, "kept")
    if area and dataset.name != AREAS:
        wanted.append(
            f"""coalesce((SELECT zone_code FROM staging.zones WHERE area_code = {area}), '') NOT IN (
                SELECT zone_code FROM staging.zones WHERE area_code IN (
                    SELECT {kept_area} FROM {dataset.table} AS kept WHERE kept.origin = 'reported'))"""
        )
    return wanted
