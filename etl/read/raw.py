"""Turns a clean sheet into a DuckDB view of raw text."""

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import duckdb

from etl.read.paths import is_harmless, linked
from etl.read.sheets import Sheet


def load_sheet(connection: duckdb.DuckDBPyConnection, sheet: Sheet, view: str) -> None:
    """Creates `view(source_row BIGINT, c0 VARCHAR, c1 VARCHAR, …)`, a row for each row of the sheet, in its order.

    Text is as it stands in the source; an empty cell is NULL. A view, not a table: a sound sheet is passed over once,
    and ten million rows of text would not fit into memory. The sheet's file has to stay as long as the view is used.
    `view` is an identifier of the program's own, never of a file's. Raises `ValueError` if even the system's folder
    for temporary files has a name that DuckDB would expand.
    """
    names = [f"c{place}" for place in range(sheet.columns)]
    types = {"source_row": "BIGINT"} if sheet.is_numbered else {}
    types |= dict.fromkeys(names, "VARCHAR")
    # Quoted line breaks rule out the parallel reader; a source taken as it is has no quotes.
    dialect = "new_line = '\\r\\n', parallel = false," if sheet.is_numbered else ""
    row = "source_row" if sheet.is_numbered else "row_number() OVER () AS source_row"
    connection.execute(
        f"""
        CREATE VIEW {view} AS
        SELECT {row}, {", ".join(names)}
        FROM read_csv('{_literal(sheet.path)}', auto_detect = false, header = false, {dialect}
            delim = '{sheet.delimiter}', quote = '"', escape = '"', null_padding = true, compression = 'none',
            hive_partitioning = false, columns = {types})
        """
    )


def _literal(path: Path) -> Path:
    """The path, or one of the program's own to the same file where DuckDB would take it for a pattern (`a[1].csv`)."""
    if is_harmless(path):
        return path
    folder = Path(_own_folder().name)
    if not is_harmless(folder):
        raise ValueError(f"{folder} would be taken for a pattern")
    return linked(path, Path(tempfile.mkdtemp(dir=folder)) / "sheet.csv")


@cache
def _own_folder() -> tempfile.TemporaryDirectory[str]:
    """A folder that is emptied when the program ends."""
    return tempfile.TemporaryDirectory(prefix="sanqu-links-", ignore_cleanup_errors=True)


def keep_as_table(connection: duckdb.DuckDBPyConnection, view: str) -> None:
    """Make the view of a sheet a table of the same name, so that single cells of it can be changed; once is enough."""
    database, _, name = view.partition(".")
    [(is_table,)] = connection.execute(
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = ? AND table_name = ?", [database, name]
    ).fetchall()
    if not is_table:
        connection.execute(
            f"CREATE TABLE {view}_kept AS FROM {view}; DROP VIEW {view}; ALTER TABLE {view}_kept RENAME TO {name}"
        )


def keep_rows(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[tuple[int, Sequence[str | None]]], columns: int
) -> None:
    """Creates `table` as `load_sheet` would, of (row number, cells) in their order, in the place of the sheet's own."""
    names = ", ".join(f"c{place} VARCHAR" for place in range(columns))
    connection.execute(f"DROP VIEW IF EXISTS {table}; CREATE TABLE {table} (source_row BIGINT, {names})")
    marks = ", ".join("?" * (columns + 1))
    padded = [(number, *(cell or None for cell in cells), *[None] * (columns - len(cells))) for number, cells in rows]
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", padded)
