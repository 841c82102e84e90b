"""A row that holds one name alone, over rows that leave that column empty → the name in each of those rows."""

import re
from collections.abc import Iterator, Mapping, Sequence

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.raw import keep_as_table
from etl.schema import NUMBERS
from etl.validate.layout import Field, Form
from etl.validate.reasons import FOOTNOTE, TOTAL

NUMBERED = re.compile(r"^[(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]?[、.:]\s*")
# A form with more rows is an export, which has no such headings.
MOST_ROWS = 20_000


def fill_grouped(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Give the rows below a name that stands alone that name, in the raw rows of the form; what is said of it."""
    if form.read.rows > MOST_ROWS:
        return
    keys = [
        field
        for field in form.layout.fields
        if field.column.name in form.dataset.key and field.column.kind not in NUMBERS and not field.beside
        if 0 <= field.index < form.layout.width
    ]
    for field in with_gaps(connection, form, keys):
        yield from _filled(connection, form, field)


def with_gaps(connection: duckdb.DuckDBPyConnection, form: Form, fields: Sequence[Field]) -> list[Field]:
    """The columns among `fields` that some row leaves empty."""
    if not fields:
        return []
    gaps = ", ".join(f"bool_or(c{field.index} IS NULL)" for field in fields)
    [found] = connection.execute(
        f"SELECT {gaps} FROM {form.raw} WHERE source_row > ?", [form.layout.last_header_row]
    ).fetchall()
    return [field for field, is_open in zip(fields, found, strict=True) if is_open]


def _filled(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Iterator[Problem]:
    rows = connection.execute(
        f"FROM {form.raw} WHERE source_row > ? ORDER BY source_row", [form.layout.last_header_row]
    ).fetchall()
    heading: tuple[int, str] | None = None
    texts: dict[int, str] = {}
    headings: dict[int, str] = {}
    for number, *cells in rows:
        filled = [place for place, cell in enumerate(cells) if cell and clean(cell)]
        if filled == [field.index]:
            text = NUMBERED.sub("", clean(cells[field.index]))
            is_name = not TOTAL.fullmatch(text) and not FOOTNOTE.fullmatch(text)
            heading = (number, text) if is_name else None
        elif field.index in filled:
            heading = None
        elif heading and len(filled) > 1:
            texts[number] = heading[1]
            headings[heading[0]] = heading[1]
    if texts:
        put(connection, form, field, {**texts, **dict.fromkeys(headings)})
        cells = [field.address(number) for number in sorted(headings)]
        message = f"单独成行的“{field.column.label}”，按它下面各行的内容读入。"
        yield form.problem(cells, message, "如有不同，请逐行填写。", "converted-value", Level.NOTE)


def put(connection: duckdb.DuckDBPyConnection, form: Form, field: Field, texts: Mapping[int, str | None]) -> None:
    """Write texts into a column of the form's raw rows, each into its row."""
    keep_as_table(connection, form.raw)
    connection.execute(
        f"UPDATE {form.raw} AS raw SET c{field.index} = said.text FROM "
        "(SELECT unnest($rows) AS source_row, unnest($texts) AS text) AS said WHERE raw.source_row = said.source_row",
        {"rows": list(texts), "texts": list(texts.values())},
    )
