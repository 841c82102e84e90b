"""Cells of a sheet that the office put right → the raw cells as they are to be read, and what is said of each."""

from collections.abc import Iterator

import duckdb

from etl.addresses import place_of
from etl.corrected import Correction
from etl.office import Corrections
from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.read.raw import keep_as_table
from etl.read.sheets import Sheet
from etl.shape.table import sheet_name


def put_right(
    connection: duckdb.DuckDBPyConnection, file: str, sheet: Sheet, raw: str, corrections: Corrections
) -> Iterator[Problem]:
    """Write the corrections of a sheet into its raw cells. One whose cell does not hold what it replaces is left."""
    own = {cell: correction for (name, cell), correction in corrections.items() if sheet_name(name) == sheet.name}
    if own:
        keep_as_table(connection, raw)
    for cell, correction in sorted(own.items()):
        number, row = place_of(cell)
        column = f"c{number - 1}"
        is_there = number <= sheet.columns
        found = (
            connection.execute(f"SELECT {column} FROM {raw} WHERE source_row = ?", [row]).fetchone()
            if is_there
            else None
        )
        if found is None or (found[0] or "").strip() != correction.was.strip():
            yield _unused(file, sheet, cell, correction)
            continue
        connection.execute(f"UPDATE {raw} SET {column} = ? WHERE source_row = ?", [correction.value or None, row])
        yield Problem(
            file=file,
            sheet=sheet.name,
            cell=cell,
            level=Level.NOTE,
            code="converted-value",
            message=f"按更正记录读作“{quotable(correction.value)}”，原为“{quotable(correction.was)}”。",
            remedy="",
        )


def _unused(file: str, sheet: Sheet, cell: str, correction: Correction) -> Problem:
    return Problem(
        file=file,
        sheet=sheet.name,
        cell=cell,
        level=Level.WARNING,
        code="converted-value",
        message=f"更正记录说这一格原为“{quotable(correction.was)}”，现在不是，没有按更正读取。",
        remedy="请核对这条更正，用不上的请撤销。",
    )
