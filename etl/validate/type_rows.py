"""A sheet's raw text → a table of the declared types, in SQL; only unusual spellings pass through Python, once each.

Every typed row keeps `source_row` and `odd`, a set of bits: bit i says that the i-th field of the layout could not be
read, the bit after the last field that a cell of the row may hold personal information, the next that a cell which
takes any text has the word of a total or an example (`TOTAL_TEXT`, `EXAMPLE_WORD`).
"""

from collections.abc import Callable

import duckdb

from etl.datasets import referred
from etl.parse.grammar import CANONICAL
from etl.parse.words import clean, is_placeholder
from etl.schema import Kind
from etl.sql import literal
from etl.validate.convert import PERCENT, Done, Value, convert
from etl.validate.layout import Field, Form
from etl.validate.registers import known_codes, register
from etl.validate.suspects import suspect_sql

# So many different unusual spellings of one column are read; above it the form is better corrected at its source.
SPELLINGS_READ = 500_000
BATCH = 50_000
# What a text that takes any word says of a total: 合计, 某村小计, 全村; short, since a matter may speak of a sum.
TOTAL_TEXT = (
    "[一-龥]{0,6}(合|总|總|小|累|共)[计計][数數]?|全(市|县|縣|区|區|镇|鎮|乡|鄉|街道|片[区區]|[园園][区區]|村|社[区區])"
)
EXAMPLE_WORD = "示例"
# Outer blanks, full-width ASCII, no-break and invisible characters: such text is cleaned in Python.
SOLID = r"[^\s\x{00A0}\x{00AD}\x{200B}-\x{200F}\x{2060}\x{3000}\x{FEFF}]"
CLEAN = {Kind.TEXT: rf"{SOLID}(.*{SOLID})?", Kind.CODE: rf"({SOLID[:-1]}\x{{FF01}}-\x{{FF5E}}])+"}
# The answer that bare shares of 1 are per cent.
TIMES_100 = "按 100 倍读入（0.4 即 40%）"


def personal_bit(form: Form) -> int:
    """The value of `odd` that says: perhaps personal information in this row, on which `find_personal` decides."""
    return 1 << len(form.layout.fields)


def total_bit(form: Form) -> int:
    """The value of `odd` that says: a cell of this row says 合计 or the like, or the row is marked as an example."""
    return personal_bit(form) << 1


def refers_to_own(form: Form) -> list[Field]:
    """The fields that refer to other rows of the same form, such as an area's parent."""
    return [
        field
        for field in form.layout.fields
        if field.column.references and referred(field.column)[0] == form.dataset.name
    ]


def type_rows(connection: duckdb.DuckDBPyConnection, form: Form) -> None:
    """Create the form's typed table from its raw one.

    The first pass reads what SQL can; where that leaves something unread, Python reads each distinct spelling and a
    second pass takes it over. References to the form's own dataset are left to `resolve_own`.
    """
    connection.execute(
        f"CREATE OR REPLACE TABLE {reread_table(form)} "
        "(reread_place INTEGER, reread_text VARCHAR, reread_value VARCHAR, reread_done VARCHAR)"
    )
    connection.execute(f"CREATE OR REPLACE TABLE {form.aside} (source_row BIGINT, reason VARCHAR)")
    own = refers_to_own(form)
    _create_typed(connection, form)
    _read_unusual(connection, form, [field for field in form.layout.fields if field not in own])


def resolve_own(connection: duckdb.DuckDBPyConnection, form: Form) -> None:
    """Read the references to the form's own dataset, once the rows of all its forms are known."""
    if own := refers_to_own(form):
        _create_typed(connection, form)
        _read_unusual(connection, form, own)


def reread_table(form: Form) -> str:
    """The table of what Python read: field, text, value, and what was done to it (`Done`)."""
    return f"staging.reread_{form.load_id}"


def _matches(cell: str, pattern: str) -> str:
    return f"regexp_full_match({cell}, {literal(pattern)})"


def _value(field: Field, reread: str) -> str:
    """SQL of the field's value, NULL where it cannot be read; `reread` is the SQL of what Python read, or NULL."""
    column, cell = field.column, field.cell
    if field.constant:
        return f"CAST({cell} AS {column.sql_type})"
    if column.kind is Kind.CHOICE:
        # Of `IN (…)` DuckDB would make a join.
        known = " ".join(f"WHEN {choice} THEN {choice}" for choice in map(literal, column.choices))
        return f"CASE {cell} {known} ELSE {reread} END"
    if column.kind in CLEAN:
        plain, value = _matches(cell, CLEAN[column.kind]), cell
    elif field.needs_conversion or column.unit == PERCENT:
        plain, value = "false", "NULL"
    else:
        canonical = CANONICAL[column.kind]
        plain, value = _matches(cell, canonical.pattern), canonical.expression.format(cell=cell)
    return f"CASE WHEN {plain} THEN {value} ELSE CAST({reread} AS {column.sql_type}) END"


def _says_total(form: Form) -> str:
    """SQL: a cell that the types would let pass has the word of a total, or the row is marked as an example."""
    taken = {field.index for field in form.layout.fields if field.column.kind not in {Kind.TEXT, Kind.CODE}}
    # CASE, since AND would take the blanks out of every cell.
    said = [
        f"CASE WHEN contains(raw.c{index}, '计') OR contains(raw.c{index}, '計') OR starts_with(raw.c{index}, '全') "
        f"THEN regexp_full_match(replace(raw.c{index}, ' ', ''), '{TOTAL_TEXT}') ELSE false END"
        for index in range(form.layout.width)
        if index not in taken
    ]
    return " OR ".join([f"coalesce(starts_with(raw.c0, '{EXAMPLE_WORD}'), false)", *said])


def _create_typed(connection: duckdb.DuckDBPyConnection, form: Form) -> None:
    places = connection.execute(f"SELECT DISTINCT reread_place FROM {reread_table(form)}").fetchall()
    has_reread = {place for (place,) in places}
    values, joins, odd = {}, [], []
    for place, field in enumerate(form.layout.fields):
        column, reread, is_blank = field.column, "NULL", "true"
        if place in has_reread:
            joins.append(
                f"LEFT JOIN {reread_table(form)} AS r{place} ON r{place}.reread_place = {place} "
                f"AND r{place}.reread_text = {field.cell}"
            )
            reread, is_blank = f"r{place}.reread_value", f"r{place}.reread_text IS NULL"
        if column.references:
            joins.append(
                f"LEFT JOIN ({known_codes(column, form.origin)}) AS k{place} ON k{place}.known_text = {field.cell}"
            )
            values[column.name] = f"coalesce(k{place}.known_code, {reread})"
        else:
            values[column.name] = _value(field, reread)
        odd.append(
            f"CASE WHEN {field.cell} IS NOT NULL AND {column.name} IS NULL AND {is_blank} THEN {1 << place} ELSE 0 END"
        )
    odd.append(f"CASE WHEN {suspect_sql(connection, form)} THEN {personal_bit(form)} ELSE 0 END")
    odd.append(f"CASE WHEN {_says_total(form)} THEN {total_bit(form)} ELSE 0 END")
    columns = ", ".join(
        f"{values.get(column.name, f'CAST(NULL AS {column.sql_type})')} AS {column.name}"
        for column in form.dataset.columns
    )
    cells = ", ".join(field.cell for field in form.layout.fields if not field.constant)
    [(aside,)] = connection.execute(f"SELECT count(*) FROM {form.aside}").fetchall()
    kept = f"AND raw.source_row NOT IN (SELECT source_row FROM {form.aside})" if aside else ""
    # A condition on what is computed here would make DuckDB compute it twice.
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE {form.typed} AS
        SELECT raw.source_row, {columns}, CAST({" + ".join(odd)} AS BIGINT) AS odd
        FROM {form.raw} AS raw {" ".join(joins)}
        WHERE raw.source_row > {form.layout.last_header_row} AND coalesce({cells}) IS NOT NULL {kept}
        """
    )
    if has_reread:
        constant = {field.column.name for field in form.layout.fields if field.constant}
        is_blank = " AND ".join(f"{name} IS NULL" for name in values if name not in constant)
        connection.execute(f"DELETE FROM {form.typed} WHERE odd & {personal_bit(form) - 1} = 0 AND {is_blank}")


def _read_unusual(connection: duckdb.DuckDBPyConnection, form: Form, fields: list[Field]) -> None:
    """Let Python read every distinct text that SQL could not; blank cells are read as empty."""
    [(odd,)] = connection.execute(f"SELECT coalesce(bit_or(odd), 0) FROM {form.typed}").fetchall()
    is_any = False
    for place, field in enumerate(form.layout.fields):
        if field not in fields or not odd >> place & 1:
            continue
        texts = connection.execute(
            f"SELECT DISTINCT {field.cell} FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row) "
            f"WHERE typed.odd & {1 << place} <> 0 LIMIT {SPELLINGS_READ}"
        ).fetchall()
        read = reader(connection, form, field)
        for start in range(0, len(texts), BATCH):
            pairs = [(text, read(text)) for (text,) in texts[start : start + BATCH]]
            known = [(text, value) for text, value in pairs if value is not None]
            if known:
                is_any = True
                connection.execute(
                    f"INSERT INTO {reread_table(form)} SELECT {place}, unnest($texts), unnest($values), unnest($done)",
                    {
                        "texts": [text for text, _ in known],
                        "values": [value.text or None for _, value in known],
                        "done": [value.done and str(value.done) for _, value in known],
                    },
                )
    if is_any:
        _create_typed(connection, form)


def reader(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Callable[[str], Value | None]:
    """What reads one text of `field`: its value, an empty one for a blank cell, None where it cannot be read."""
    if not field.column.references:
        is_share = form.source.answer("share", field.column.name) == TIMES_100
        return lambda text: convert(field, text, form.layout.year, is_share=is_share)
    known = register(connection, field.column, form.origin)

    def read(text: str) -> Value | None:
        if not clean(text) or (not field.column.is_required and is_placeholder(text)):
            return Value("")
        code, is_exact = known.find(text)
        if code is None and (answer := form.source.answer("name", field.column.name, clean(text))):
            code = next((code for code in known.called if known.option(code) == answer), None)
        return Value(code, None if is_exact and code else Done.RESOLVED) if code else None

    return read
