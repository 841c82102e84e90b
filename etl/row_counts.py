"""Tables and views → how many rows they have."""

import duckdb


def count_rows(connection: duckdb.DuckDBPyConnection, source: str) -> int:
    """The number of rows of a table or view."""
    [(rows,)] = connection.execute(f"SELECT count(*) FROM {source}").fetchall()
    return int(rows)
