"""Sheets and rows that no form reads → what of a person stands in them all the same."""

import re
from collections.abc import Container, Iterator

import duckdb

from etl.addresses import address, joined
from etl.problems import Problem
from etl.read.personal import REMEDY, find_personal, personal_sql
from etl.read.sheets import Sheet
from etl.validate.layout import NAMED_CELLS, Form
from etl.validate.reasons import Reason
from etl.validate.suspects import SERIAL_CODE, is_numbered
from etl.validate.titles import is_signature
from etl.validate.type_rows import personal_bit

LOOKED_AT = 20_000


def personal_cells(
    connection: duckdb.DuckDBPyConnection,
    file: str,
    sheet: Sheet,
    raw: str,
    where: str = "true",
    *,
    is_signed: bool = True,
    numbered: Container[int] = (),
) -> Iterator[Problem]:
    """One problem for each kind of personal data in the rows of `raw` for which `where` (SQL) holds; nothing is quoted.

    With `is_signed` the name of who filled in a form is left out, as its row is. `numbered` are the columns (from 0) of
    the office's own numbers, in which E00000123 is none of a passport.
    """
    cells = ", ".join(f"c{index}" for index in range(sheet.columns))
    suspect = personal_sql(*(f"c{index}" for index in range(sheet.columns)))
    rows = connection.execute(
        f"SELECT source_row, {cells} FROM {raw} WHERE ({where}) AND ({suspect}) ORDER BY source_row LIMIT {LOOKED_AT}"
    ).fetchall()
    found: dict[str, list[str]] = {}
    for row, *texts in rows:
        for place, text in enumerate(texts, start=1):
            if not text or (place - 1 in numbered and re.fullmatch(SERIAL_CODE, text.strip())):
                continue
            if (kind := find_personal(text)) and not (is_signed and is_signature(text, kind)):
                found.setdefault(kind, []).append(address(row, place))
    for kind, places in found.items():
        yield Problem(
            file=file,
            sheet=sheet.name,
            cell=joined(places[:NAMED_CELLS]),
            count=len(places),
            code="personal-data",
            message=f"这一格含有{kind}，是个人信息，本系统不接收。",
            remedy=REMEDY,
        )


def personal_in_records(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The same for the records of a form that SQL suspects."""
    where = f"source_row IN (SELECT source_row FROM {form.typed} WHERE odd & {personal_bit(form)} <> 0)"
    numbered = {field.index for field in form.layout.fields if is_numbered(field.column)}
    return personal_cells(connection, form.file, form.read, form.raw, where, is_signed=False, numbered=numbered)


def personal_beside(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The same for the rows that fill strange columns only."""
    unread = f"SELECT source_row FROM {form.aside} WHERE reason = '{Reason.UNREAD}'"
    # The raw rows may lie in a large file that would be read once more for nothing.
    if not connection.execute(f"{unread} LIMIT 1").fetchall():
        return iter(())
    return personal_cells(connection, form.file, form.read, form.raw, f"source_row IN ({unread})")
