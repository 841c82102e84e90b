"""Sheets and rows that no form reads → what of a person stands in them all the same."""

from collections.abc import Iterator

import duckdb

from etl.addresses import address, joined
from etl.forms.aside import Reason
from etl.forms.layout import Form
from etl.forms.titles import is_signature
from etl.problems import Problem
from etl.read.personal import REMEDY, find_personal, personal_sql
from etl.read.sheets import Sheet

LISTED_CELLS = 200
LOOKED_AT = 20_000


def personal_cells(
    connection: duckdb.DuckDBPyConnection, file: str, sheet: Sheet, raw: str, where: str = "true"
) -> Iterator[Problem]:
    """One problem for each kind of personal data in the rows of `raw` for which `where` (SQL) holds; nothing is quoted."""
    cells = ", ".join(f"c{index}" for index in range(sheet.columns))
    suspect = personal_sql(*(f"c{index}" for index in range(sheet.columns)))
    rows = connection.execute(
        f"SELECT source_row, {cells} FROM {raw} WHERE ({where}) AND ({suspect}) ORDER BY source_row LIMIT {LOOKED_AT}"
    ).fetchall()
    found: dict[str, list[str]] = {}
    for row, *texts in rows:
        for place, text in enumerate(texts, start=1):
            if text and (kind := find_personal(text)) and not is_signature(text, kind):
                found.setdefault(kind, []).append(address(row, place))
    for kind, places in found.items():
        yield Problem(
            file=file,
            sheet=sheet.name,
            cell=joined(places[:LISTED_CELLS]),
            count=len(places),
            code="personal-data",
            message=f"这一格含有{kind}，是个人信息，本系统不接收。",
            remedy=REMEDY,
        )


def personal_beside(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The same for the rows below the headers that are neither records nor set aside: only strange columns are filled."""
    if form.read:
        yield from personal_cells(
            connection,
            form.file,
            form.read,
            form.raw,
            f"source_row IN (SELECT source_row FROM {form.aside} WHERE reason = '{Reason.UNREAD}')",
        )
