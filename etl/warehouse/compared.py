"""Two warehouse files → what the rows of each form became: new, changed, gone, or demonstration that gave way."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from etl.datasets import DATASETS, referred
from etl.overtaken import still_there
from etl.schema import Column, Dataset
from etl.sql import literal
from etl.warehouse.changed import KIND_LABELS, KINDS, RowChange, TableChange

if TYPE_CHECKING:
    import pandas

EXAMPLES = 200
DEMONSTRATION = "demo"


def compare_files(before: Path | None, after: Path) -> tuple[TableChange, ...]:
    """The difference of each form between two warehouse files; without `before` every row is new.

    Raises `FileGone` where a file is there no more, `duckdb.Error` where it cannot be read.
    """
    with _attached(before, after) as connection:
        found = (_compare(connection, dataset) for dataset in DATASETS.values())
        return tuple(change for change in found if change)


def difference(before: Path | None, after: Path, dataset: str) -> "pandas.DataFrame":
    """Every row of one form that differs: 变化, the key in words, then each column before （原） and after （新）.

    Raises `FileGone` where a file is there no more.
    """
    declared = DATASETS[dataset]
    with _attached(before, after) as connection:
        _create_difference(connection, declared)
        columns = [
            f'{_worded(connection, declared.column_of[name], f"key_{name}")} AS "{declared.column_of[name].label}"'
            for name in declared.key
        ]
        for column in _measured(declared):
            for side, word in (("before", "原"), ("after", "新")):
                shown = _worded(connection, column, f"{side}_{column.name}")
                columns.append(f'{shown} AS "{column.header}（{word}）"')
        kinds = " ".join(f"WHEN '{kind}' THEN '{label}'" for kind, label in KIND_LABELS.items())
        return connection.execute(
            f"SELECT CASE difference_kind {kinds} END AS 变化, {', '.join(columns)} FROM difference ORDER BY {_order(declared)}"
        ).df()


class _attached:
    """A connection with `before` and `after` attached for reading, `before` empty where there is none."""

    def __init__(self, before: Path | None, after: Path) -> None:
        self.before, self.after = before and still_there(before), still_there(after)

    def __enter__(self) -> duckdb.DuckDBPyConnection:
        self.connection = duckdb.connect()
        if self.before:
            self.connection.execute(f"ATTACH {literal(str(self.before))} AS before (READ_ONLY)")
        else:
            self.connection.execute("ATTACH ':memory:' AS before; CREATE SCHEMA before.core")
        self.connection.execute(f"ATTACH {literal(str(self.after))} AS after (READ_ONLY)")
        return self.connection

    def __exit__(self, *_: object) -> None:
        self.connection.close()


def _measured(dataset: Dataset) -> list[Column]:
    return [column for column in dataset.columns if column.name not in dataset.key]


def _held(connection: duckdb.DuckDBPyConnection, side: str, table: str) -> set[str]:
    """The columns that a table has in one of the files; an older version may lack some, or the table."""
    rows = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE database_name = ? AND schema_name = 'core' AND table_name = ?",
        [side, table],
    )
    return {name for (name,) in rows.fetchall()}


def _side(connection: duckdb.DuckDBPyConnection, side: str, dataset: Dataset) -> str:
    held = _held(connection, side, dataset.name)
    names = ", ".join(
        f"{column.name if column.name in held else f'CAST(NULL AS {column.sql_type})'} AS {column.name}"
        for column in dataset.columns
    )
    if not set(dataset.key) <= held:
        nothing = ", ".join(f"CAST(NULL AS {column.sql_type}) AS {column.name}" for column in dataset.columns)
        return f"(SELECT {nothing}, '' AS origin WHERE false)"
    return f"(SELECT {names}, origin FROM {side}.core.{dataset.name})"


def _create_difference(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> None:
    """A table of the rows that differ: `kind`, the key, and every other column before and after."""
    same = " AND ".join(f"old.{name} = new.{name}" for name in dataset.key)
    key = ", ".join(f"coalesce(new.{name}, old.{name}) AS key_{name}" for name in dataset.key)
    measured = [column.name for column in _measured(dataset)]
    pairs = "".join(f", old.{name} AS before_{name}, new.{name} AS after_{name}" for name in measured)
    differs = " OR ".join(f"old.{name} IS DISTINCT FROM new.{name}" for name in measured) or "false"
    first = dataset.key[0]
    sides = [_side(connection, side, dataset) for side in ("before", "after")]
    connection.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE difference AS
        SELECT
            CASE
                WHEN new.{first} IS NULL AND old.origin = '{DEMONSTRATION}' THEN 'displaced'
                WHEN new.{first} IS NULL THEN 'gone'
                WHEN old.{first} IS NULL THEN 'new'
                WHEN old.origin = '{DEMONSTRATION}' AND new.origin <> '{DEMONSTRATION}' THEN 'new'
                WHEN {differs} THEN 'changed'
            END AS difference_kind,
            old.{first} IS NOT NULL AND old.origin = '{DEMONSTRATION}'
                AND (new.{first} IS NULL OR new.origin <> '{DEMONSTRATION}') AS is_displaced,
            {key}{pairs}
        FROM {sides[0]} AS old FULL OUTER JOIN {sides[1]} AS new ON {same}
        WHERE difference_kind IS NOT NULL
        """
    )


def _order(dataset: Dataset) -> str:
    ranks = " ".join(f"WHEN '{kind}' THEN {rank}" for rank, kind in enumerate(KINDS))
    return f"CASE difference_kind {ranks} END, {', '.join(f'key_{name}' for name in dataset.key)}"


def _compare(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> TableChange | None:
    _create_difference(connection, dataset)
    counts = dict(connection.execute("SELECT difference_kind, count(*) FROM difference GROUP BY ALL").fetchall())
    if not counts:
        return None
    [(displaced,)] = connection.execute("SELECT count(*) FROM difference WHERE is_displaced").fetchall()
    return TableChange(
        dataset=dataset.name,
        label=dataset.label,
        key_labels=tuple(dataset.column_of[name].label for name in dataset.key),
        new=counts.get("new", 0),
        changed=counts.get("changed", 0),
        gone=counts.get("gone", 0),
        displaced=displaced,
        examples=tuple(_examples(connection, dataset)),
    )


def _examples(connection: duckdb.DuckDBPyConnection, dataset: Dataset) -> Iterator[RowChange]:
    measured = _measured(dataset)
    keys = [_worded(connection, dataset.column_of[name], f"key_{name}") for name in dataset.key]
    pairs = [
        _worded(connection, column, f"{side}_{column.name}") for column in measured for side in ("before", "after")
    ]
    rows = connection.execute(
        f"SELECT difference_kind, {', '.join((*keys, *pairs))} FROM difference ORDER BY {_order(dataset)} LIMIT {EXAMPLES}"
    ).fetchall()
    for kind, *cells in rows:
        words = [_words(cell) for cell in cells]
        key, values = words[: len(keys)], words[len(keys) :]
        differing = {
            column.header: (values[2 * place], values[2 * place + 1])
            for place, column in enumerate(measured)
            if values[2 * place] != values[2 * place + 1]
        }
        yield RowChange(key=tuple(word or "" for word in key), kind=kind, values=differing)


def _worded(connection: duckdb.DuckDBPyConnection, column: Column, value: str) -> str:
    """SQL of `value`, of a reference the name that the register gives it now or gave it before."""
    if not column.references:
        return value
    target, key = referred(column)
    called = next(iter(DATASETS[target].called), None)
    if called is None:
        return value
    names = [
        f"(SELECT any_value({called}) FROM {side}.core.{target} WHERE {key} = difference.{value})"
        for side in ("after", "before")
        if {called, key} <= _held(connection, side, target)
    ]
    return f"coalesce({', '.join((*names, value))})"


def _words(value: object) -> str | None:
    match value:
        case None:
            return None
        case bool():
            return "是" if value else "否"
        case Decimal():
            return f"{value.normalize():f}"
        case datetime():
            return f"{value:%Y-%m-%d %H:%M}"
        case date():
            return value.isoformat()
        case _:
            return str(value)
