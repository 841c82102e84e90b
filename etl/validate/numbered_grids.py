"""Grids that a form only numbers (第一网格, 1号) → the same with the village that stands beside them, or in the title."""

import re
from collections.abc import Iterator, Sequence

import duckdb

from etl.parse.words import clean
from etl.read.raw import keep_as_table
from etl.validate.grouped import MOST_ROWS
from etl.validate.headers import bare
from etl.validate.layout import Form
from etl.validate.names import NUMERALS
from etl.validate.places_beside import PLACES
from etl.validate.registers import Register, register
from etl.validate.titled import places_named
from etl.validate.units import BRACKETS

NUMBER = re.compile(rf"第?(?:\d{{1,2}}|[{''.join(NUMERALS)}十]{{1,3}})(?:号|#)?")
GRID = "网格"
INSIDE = re.compile(r"([^()]+)\(([^()]+)\)")
# Row, text of its grid, the place beside, and whether nothing else stands in the row.
Found = tuple[int, str, str | None, bool]


def fill_numbered_grids(connection: duckdb.DuckDBPyConnection, form: Form) -> None:
    """Put the village before each grid that is but numbered, in the raw rows of the form; no village, no change."""
    field = next(
        (one for one in form.layout.fields if GRID in one.column.area_levels and one.column.label == GRID), None
    )
    if field is None or field.index < 0 or field.beside or form.read.rows > MOST_ROWS:
        return
    alone = ", ".join(f"raw.c{index}" for index in range(form.layout.width) if index != field.index)
    beside = next((one.index for one in form.layout.unread if one.header and bare(one.header) in PLACES), None)
    known = register(connection, field.column, form.origin)
    titled = places_named(form, known)
    place = f"raw.c{beside}" if beside is not None else "NULL"
    rows = connection.execute(
        f"SELECT source_row, raw.c{field.index}, {place}, coalesce({alone}) IS NULL FROM {form.raw} AS raw "
        f"WHERE source_row > ? AND raw.c{field.index} IS NOT NULL ORDER BY source_row",
        [form.layout.last_header_row],
    ).fetchall()
    are_grids = field.column.area_levels == (GRID,)
    named = {number: name for number, text, name in _named(rows, known, titled) if are_grids or GRID in text}
    if named:
        keep_as_table(connection, form.raw)
        connection.execute(
            f"UPDATE {form.raw} AS raw SET c{field.index} = said.text FROM "
            "(SELECT unnest($rows) AS source_row, unnest($texts) AS text) AS said WHERE raw.source_row = said.source_row",
            {"rows": list(named), "texts": list(named.values())},
        )


def _named(rows: Sequence[Found], known: Register, titled: str) -> Iterator[tuple[int, str, str]]:
    """Row, its text and the name of its grid, where that is a number alone and a village is told: beside, above it, or in the title."""
    above = titled
    for number, text, beside, is_alone in rows:
        words, inside = _without_village(clean(text), known)
        village = inside or clean(beside or "") or above
        if is_alone:
            above = words if known.knows(words) else titled
        grid = words if words.endswith(GRID) else f"{words}{GRID}"
        is_gainsaid = bool(inside and beside and clean(beside) != inside)
        if (
            village
            and not is_gainsaid
            and known.knows(village)
            and NUMBER.fullmatch(words.removesuffix(GRID))
            and words not in known.codes
        ):
            yield number, text, f"{village}{grid}"


def _without_village(words: str, known: Register) -> tuple[str, str]:
    """The grid and the village that stands in brackets behind it, as 第一网格（甲乙村）; empty where none does."""
    match = INSIDE.fullmatch(words.translate(BRACKETS))
    return (match[1], match[2]) if match and known.knows(match[2]) else (words, "")
