"""Declarations → the warehouse's empty tables and their comments: `core.*` for the forms, `meta.*` for their story."""

from collections.abc import Iterable, Sequence

import duckdb

from etl.datasets import DATASETS
from etl.schema import PROVENANCE, Column, Dataset
from etl.sql import literal
from etl.warehouse.own_tables import CONTENT, GEOMETRY, META, PACKS, Table

SCHEMAS = ("core", "mart", "meta", "content")
PROVENANCE_TYPES = {"origin": "VARCHAR", "load_id": "INTEGER", "source_row": "BIGINT"}


def column_comment(column: Column) -> str:
    """What the warehouse says of a column: header and definition."""
    return f"{column.header}：{column.definition}"


def table_of(dataset: Dataset) -> Table:
    """The table that holds the rows of `dataset`, with the provenance of each row."""
    declared = ((column.name, column.sql_type, column_comment(column)) for column in dataset.columns)
    added = ((name, PROVENANCE_TYPES[name], comment) for name, comment in PROVENANCE.items())
    return Table(dataset.table, f"{dataset.label}：一行是{dataset.row_is}", (*declared, *added))


def tables() -> tuple[Table, ...]:
    """Every table that a warehouse has before the marts are made."""
    return (*(table_of(dataset) for dataset in DATASETS.values()), GEOMETRY, *CONTENT, *PACKS, *META)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create all schemas and tables, and fill in `meta.datasets` and `meta.columns`."""
    for schema in SCHEMAS:
        connection.execute(f"CREATE SCHEMA {schema}")
    for table in tables():
        columns = ", ".join(f'"{name}" {sql_type}' for name, sql_type, _ in table.columns)
        connection.execute(f"CREATE TABLE {table.name} ({columns})")
    insert_rows(
        connection,
        "meta.datasets",
        ("name", "label", "row_is", "purpose", "source", "key"),
        [(d.name, d.label, d.row_is, d.purpose, d.source, list(d.key)) for d in DATASETS.values()],
    )
    insert_rows(
        connection,
        "meta.columns",
        ("dataset", "name", "label", "unit", "kind", "definition", "is_required", "choices", "reference"),
        [
            (d.name, c.name, c.label, c.unit, c.kind.value, c.definition, c.is_required, list(c.choices), c.references)
            for d in DATASETS.values()
            for c in d.columns
        ],
    )


def comment_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Say of each table and column in the warehouse what it holds; this takes longer than to create them."""
    for table in tables():
        comments = "".join(
            f'; COMMENT ON COLUMN {table.name}."{name}" IS {literal(comment)}' for name, _, comment in table.columns
        )
        connection.execute(f"COMMENT ON TABLE {table.name} IS {literal(table.comment)}{comments}")


def insert_rows(
    connection: duckdb.DuckDBPyConnection, table: str, names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Insert rows of Python values in one statement, which is ten times faster than one for each row."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    if columns:
        told = ", ".join(f'unnest(?) AS "{name}"' for name in names)
        connection.execute(f"INSERT INTO {table} BY NAME SELECT {told}", columns)
