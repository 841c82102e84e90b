"""Merged cells of a sheet → each row with the text that a reader sees in it, and numbers that belong to no one row."""

from collections.abc import Iterator

import duckdb

from etl.addresses import address
from etl.problems import Level, Problem
from etl.read.raw import keep_as_table
from etl.schema import NUMBERS
from etl.validate.header_rows import Merged
from etl.validate.layout import Field, Form


def _in_rows(form: Form) -> Iterator[Merged]:
    """The merged ranges below the headers."""
    for top, left, bottom, right in form.read.merged:
        if top > form.layout.last_header_row:
            yield top, left, bottom, right


def _field_at(form: Form, column: int) -> Field | None:
    return next((field for field in form.layout.fields if field.index == column - 1), None)


def fill_merged(connection: duckdb.DuckDBPyConnection, form: Form) -> None:
    """Make the raw view a table in which a text merged over several rows stands in each of them; numbers do not."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, _ in _in_rows(form):
        field = _field_at(form, left)
        if bottom > top and (field is None or field.column.kind not in NUMBERS):
            spans.setdefault(left - 1, []).append((top, bottom))
    if not spans:
        return
    keep_as_table(connection, form.raw)
    for index, ranges in spans.items():
        if index >= form.layout.width:
            continue
        connection.execute(
            f"""
            UPDATE {form.raw} AS raw SET c{index} = top.c{index}
            FROM (SELECT unnest($firsts) AS first, unnest($lasts) AS last) AS spans, {form.raw} AS top
            WHERE top.source_row = spans.first AND raw.source_row > spans.first AND raw.source_row <= spans.last
                AND raw.c{index} IS NULL
            """,
            {"firsts": [first for first, _ in ranges], "lasts": [last for _, last in ranges]},
        )


def merged_problems(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Merged cells over records: filled ones are said, numbers merged over several rows or columns are refused."""
    rows = (
        {row for (row,) in connection.execute(f"SELECT source_row FROM {form.typed}").fetchall()}
        if form.read and form.read.merged
        else set()
    )
    filled: dict[str, list[str]] = {}
    wrong: list[str] = []
    for top, left, bottom, right in _in_rows(form):
        covered = [field for column in range(left, right + 1) if (field := _field_at(form, column))]
        if not covered or not rows.intersection(range(top, bottom + 1)):
            continue
        first = _field_at(form, left)
        if len(covered) > 1 or (first and first.column.kind in NUMBERS and bottom > top):
            wrong.append(address(top, left))
        elif first and bottom > top:
            filled.setdefault(first.column.label, []).append(address(top, left))
    for label, cells in filled.items():
        message = f"合并的“{label}”格，其中每一行都按同一内容读入。"
        yield form.problem(cells, message, "如有不同，请取消合并后逐行填写。", "merged-cell", Level.NOTE)
    if wrong:
        message = "合并格里的内容不知道属于哪一行或哪一列。"
        yield form.problem(wrong, message, "请取消合并，把数填在它所属的那一格。", "merged-cell")
