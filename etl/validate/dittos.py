"""Marks that say “as above” → the text above them; numbers under such a mark are asked for."""

import re
from collections.abc import Iterator

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.raw import keep_as_table
from etl.schema import NUMBERS, Kind
from etl.validate.layout import Field, Form
from etl.validate.reasons import FOOTNOTE, HEADING, PART, TOTAL

ABOVE = re.compile(r"同上|同前|同上一?行|上同|〃|″|“|”|\"|＂|〞|〟|''|′′|´´|仝上?|[Dd]itto|[Dd]o\.")
LEFT = re.compile("同左|同前[列项]")
# SQL finds the cells that may be such a mark; the pattern above decides.
SHORT = 6
AS_ABOVE = "与上一行相同"


def asked_of(field: Field) -> tuple[str, str]:
    """The words of the question whether figures marked so are those of the row above."""
    return ("ditto", field.column.name)


def fill_dittos(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Problem]:
    """Put the text of the row above into cells that say so, in the raw rows of the form; what is to be said of it."""
    marked = _columns_marked(connection, form)
    said = []
    for field in form.layout.fields:
        for index in marked.intersection((field.index, *field.beside)):
            cells = [(row, text) for row, text in _short_cells(connection, form, index) if ABOVE.fullmatch(clean(text))]
            if cells:
                said += list(_filled(connection, form, field, index, {row for row, _ in cells}))
    return [*said, *_from_left(connection, form, marked)]


def may_hold_dittos(connection: duckdb.DuckDBPyConnection, form: Form) -> bool:
    """Whether rows that have been typed may hold such marks: a cell was not read, or a text or code is as short as one.

    Of a large file this is known sooner than the file is passed over once more.
    """
    takes_any = [field.column.name for field in form.layout.fields if field.column.kind in {Kind.TEXT, Kind.CODE}]
    unread = f"odd & {(1 << len(form.layout.fields)) - 1} <> 0"
    marked = " OR ".join([unread, *(f"({_may_be_mark(name)})" for name in takes_any)])
    return bool(connection.execute(f"SELECT 1 FROM {form.typed} WHERE {marked} LIMIT 1").fetchall())


def _may_be_mark(cell: str) -> str:
    """SQL: whether a cell may be such a mark."""
    return (
        f"length({cell}) <= {SHORT} AND NOT regexp_full_match({cell}, '[0-9.]*') "
        f"AND regexp_matches({cell}, '[同仝〃″“”\"＂〞〟''′´Dd]')"
    )


def _columns_marked(connection: duckdb.DuckDBPyConnection, form: Form) -> set[int]:
    """The columns with any such cell, found in one pass: a form is passed over once, not once a column."""
    places = sorted({place for field in form.layout.fields for place in (field.index, *field.beside) if place >= 0})
    if not places:
        return set()
    counted = ", ".join(f"count(*) FILTER (WHERE {_may_be_mark(cell)})" for cell in (f"c{place}" for place in places))
    [counts] = connection.execute(
        f"SELECT {counted} FROM {form.raw} WHERE source_row > ?",
        [form.layout.last_header_row],
    ).fetchall()
    return {place for place, count in zip(places, counts, strict=True) if count}


def _short_cells(connection: duckdb.DuckDBPyConnection, form: Form, index: int) -> list[tuple[int, str]]:
    cell = f"c{index}"
    return connection.execute(
        f"SELECT source_row, {cell} FROM {form.raw} WHERE source_row > ? AND {_may_be_mark(cell)}",
        [form.layout.last_header_row],
    ).fetchall()


def _filled(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field, index: int, marked: set[int]
) -> Iterator[Problem]:
    is_number = field.column.kind in NUMBERS
    if is_number and form.source.answer(*asked_of(field)) != AS_ABOVE:
        # The cells stay unreadable, and are asked for as such.
        return
    rows = connection.execute(
        f"FROM {form.raw} WHERE source_row > ? ORDER BY source_row", [form.layout.last_header_row]
    )
    above: str | None = None
    texts: dict[int, str] = {}
    for number, *cells in rows.fetchall():
        if number in marked:
            if above:
                texts[number] = above
        elif any(map(_is_no_record, cells)):
            # Whatever follows a total or a heading says nothing that could be meant by “above”.
            above = None
        else:
            above = cells[index]
    if texts:
        _put(connection, form, index, texts)
        yield form.problem(
            [field.address(row) for row in sorted(texts)],
            f"“{field.column.label}”填的“同上”一类的记号，按上一行的内容读入。",
            "如有不同，请逐行填写。",
            "converted-value",
            Level.NOTE,
        )


def _is_no_record(cell: str | None) -> bool:
    text = re.sub(r"\s", "", clean(cell or ""))
    return bool(text) and any(pattern.fullmatch(text) for pattern in (TOTAL, PART, FOOTNOTE, HEADING))


def _from_left(connection: duckdb.DuckDBPyConnection, form: Form, marked: set[int]) -> Iterator[Problem]:
    """同左 is what the field of the same kind at its left says."""
    for field in form.layout.fields:
        if field.index not in marked:
            continue
        left = next((one for one in form.layout.fields if one.index == field.index - 1 >= 0), None)
        if left is None or left.column.kind is not field.column.kind or field.beside or left.beside:
            continue
        rows = [row for row, text in _short_cells(connection, form, field.index) if LEFT.fullmatch(clean(text))]
        found = connection.execute(
            f"SELECT source_row, c{left.index} FROM {form.raw} WHERE list_contains(?, source_row) "
            f"AND c{left.index} IS NOT NULL",
            [rows],
        ).fetchall()
        if found and left.column.unit == field.column.unit:
            _put(connection, form, field.index, dict(found))
            message = f"“{field.column.label}”填的“同左”，按“{left.column.label}”的内容读入。"
            cells = [field.address(row) for row, _ in found]
            yield form.problem(cells, message, "如有不同，请改填。", "converted-value", Level.NOTE)


def _put(connection: duckdb.DuckDBPyConnection, form: Form, index: int, texts: dict[int, str]) -> None:
    keep_as_table(connection, form.raw)
    connection.execute(
        f"UPDATE {form.raw} AS raw SET c{index} = said.text "
        "FROM (SELECT unnest($rows) AS source_row, unnest($texts) AS text) AS said WHERE raw.source_row = said.source_row",
        {"rows": list(texts), "texts": list(texts.values())},
    )
