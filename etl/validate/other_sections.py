"""Headings within a table → an error where one names another period, place or kind than the title, of which all rows would be."""

from collections.abc import Iterator, Sequence

import duckdb

from etl.addresses import address
from etl.parse.words import clean
from etl.problems import Problem
from etl.schema import PERIODS, Kind
from etl.validate.choices import chosen
from etl.validate.convert import convert
from etl.validate.grouped import NUMBERED
from etl.validate.headers import column_named
from etl.validate.layout import Field, Form
from etl.validate.reasons import Row
from etl.validate.registers import register
from etl.validate.titled import codes_named
from etl.validate.titles import phrases

CALLED = {True: "期", False: "处"}


def other_sections(connection: duckdb.DuckDBPyConnection, form: Form, headings: Sequence[Row]) -> Iterator[Problem]:
    """Headings that name something else than what the title says of all rows in a column that the sheet lacks."""
    for field in form.layout.fields:
        if not field.constant:
            continue
        for row in headings:
            if _told(connection, form, field, row.texts) - {field.constant}:
                called = CALLED[field.column.kind in PERIODS]
                label, shown = field.column.label, _shown(connection, form, field)
                yield form.problem(
                    [address(row.number, 1)],
                    f"没有“{label}”这一列，标题说的是 {shown}，这一行又写着另一{called}，不知道下面的行是哪一{called}的。",
                    f"请补上“{label}”一列，或按{label}分成几张表。",
                    "table-error",
                )


def _told(connection: duckdb.DuckDBPyConnection, form: Form, field: Field, texts: Sequence[str]) -> set[str]:
    """What texts say of the column: its periods, its kinds, or the codes of what they name."""
    column = field.column
    texts = [_value(form, field, text) for text in texts]
    if column.references:
        known = register(connection, column, form.origin)
        return {code for text in texts for code in codes_named(NUMBERED.sub("", clean(text)), known)}
    if column.kind is Kind.CHOICE:
        return {choice for text in texts if (choice := chosen(column, NUMBERED.sub("", clean(text))))}
    if column.kind not in PERIODS:
        return set()
    told = [piece for text in texts for piece in (text, *phrases([text], "", ""))]
    return {value.text for text in told if (value := convert(field, text, form.layout.year)) and value.text}


def _value(form: Form, field: Field, text: str) -> str:
    """A text without the name of the column before it: 阵地：某某驿站."""
    label, mark, value = clean(text).partition(":")
    return value if mark and column_named(form.dataset.name, label) == field.column.name else text


def _shown(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> str:
    if not field.column.references:
        return field.constant
    called = register(connection, field.column, form.origin).called
    return f"“{called.get(field.constant, field.constant)}”"
