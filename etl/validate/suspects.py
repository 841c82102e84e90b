"""A form's raw rows → SQL that says which of them may hold what is a person's; `find_personal` has the last word.

Dates, choices and known references cannot, once they are read; where they are not, the refusal says so.
"""

import re

import duckdb

from etl.read.personal import find_personal, personal_sql
from etl.schema import Column, Kind
from etl.sql import literal
from etl.validate.layout import Form

SERIAL_CODE = "[A-Za-z]{1,2}[0-9]{5,9}"
# Up to so many cells Python searches each different text once, sooner than DuckDB has the patterns compiled.
FEW_CELLS = 8_000


def is_numbered(column: Column) -> bool:
    """Whether the column holds the office's own numbers, such as E00000123, which read like those of passports."""
    return column.kind is Kind.CODE and not column.references


def suspect_sql(connection: duckdb.DuckDBPyConnection, form: Form) -> str:
    """SQL over the form's rows as `raw`: a cell of the row, read or not, may hold what is a person's."""
    cannot = {field.index for field in form.layout.fields if _is_closed(field.column)}
    searched = [index for index in range(form.layout.width) if index not in cannot]
    numbered = {field.index for field in form.layout.fields if is_numbered(field.column)}
    if not searched:
        return "false"
    if form.read.rows * len(searched) <= FEW_CELLS:
        return _found(connection, form, searched, numbered)
    return personal_sql(
        *(
            f"CASE WHEN regexp_full_match(raw.c{index}, {literal(SERIAL_CODE)}) THEN NULL ELSE raw.c{index} END"
            if index in numbered
            else f"raw.c{index}"
            for index in searched
        )
    )


def _found(connection: duckdb.DuckDBPyConnection, form: Form, searched: list[int], numbered: set[int]) -> str:
    """The rows of a small form in which `find_personal` finds something, as SQL."""
    cells = ", ".join(f"raw.c{index}" for index in searched)
    rows = connection.execute(
        f"SELECT source_row, {cells} FROM {form.raw} AS raw WHERE source_row > {form.layout.last_header_row}"
    ).fetchall()
    serials = [place for place, index in enumerate(searched) if index in numbered]
    is_personal: dict[str, bool] = {}
    found = []
    for row, *texts in rows:
        for place in serials:
            if re.fullmatch(SERIAL_CODE, texts[place] or ""):
                texts[place] = None
        for text in filter(None, texts):
            if text not in is_personal:
                is_personal[text] = find_personal(text) is not None
        if any(is_personal[text] for text in texts if text):
            found.append(row)
    return f"raw.source_row IN ({', '.join(map(str, found))})" if found else "false"


def _is_closed(column: Column) -> bool:
    return bool(column.references) or column.kind not in {Kind.TEXT, Kind.CODE, Kind.INTEGER, Kind.DECIMAL}
