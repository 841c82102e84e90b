"""Turns a clean sheet into a DuckDB view of raw text."""

import duckdb

from etl.read.sheets import Sheet


def load_sheet(connection: duckdb.DuckDBPyConnection, sheet: Sheet, view: str) -> None:
    """Creates `view(source_row BIGINT, c0 VARCHAR, c1 VARCHAR, …)`, a row for each row of the sheet, in its order.

    Text is as it stands in the source; an empty cell is NULL. A view, not a table: a sound sheet is passed over once,
    and ten million rows of text would not fit into memory. The sheet's file has to stay as long as the view is used.
    `view` is an identifier of the program's own, never of a file's.
    """
    names = [f"c{place}" for place in range(sheet.columns)]
    types = {"source_row": "BIGINT"} if sheet.is_numbered else {}
    types |= dict.fromkeys(names, "VARCHAR")
    # Quoted line breaks rule out the parallel reader; a source taken as it is has no quotes.
    dialect = "new_line = '\\r\\n', parallel = false," if sheet.is_numbered else ""
    row = "source_row" if sheet.is_numbered else "row_number() OVER () AS source_row"
    path = str(sheet.path).replace("'", "''")
    connection.execute(
        f"""
        CREATE VIEW {view} AS
        SELECT {row}, {", ".join(names)}
        FROM read_csv('{path}', auto_detect = false, header = false, {dialect} delim = '{sheet.delimiter}',
            quote = '"', escape = '"', null_padding = true, columns = {types})
        """
    )
