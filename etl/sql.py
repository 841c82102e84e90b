"""Words of the program → text that stands in SQL where no value can be bound; tables → their numbers of rows."""

import duckdb


def literal(text: str) -> str:
    """`text` as an SQL string."""
    return "'" + text.replace("'", "''") + "'"


def count_rows(connection: duckdb.DuckDBPyConnection, source: str) -> int:
    """The number of rows of a table or view."""
    [(rows,)] = connection.execute(f"SELECT count(*) FROM {source}").fetchall()
    return int(rows)
