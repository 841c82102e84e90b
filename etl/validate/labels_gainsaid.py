"""A label above a table that names another place or company than its title → an error, since one of them is old."""

from collections.abc import Iterator

import duckdb

from etl.problems import Problem
from etl.read.personal import quotable
from etl.validate.layout import Field, Form
from etl.validate.registers import AREAS, Register, register
from etl.validate.titled import around, codes_named


def gainsaid_labels(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """What the labels of a form say that its other lines above the table gainsay."""
    for field in form.layout.fields:
        if field.constant and field.stated_at and field.column.references:
            yield from _gainsaid(connection, form, field, register(connection, field.column, form.origin))


def _gainsaid(connection: duckdb.DuckDBPyConnection, form: Form, field: Field, known: Register) -> Iterator[Problem]:
    own, _ = known.find(field.constant)
    if own is None:
        return
    for text, cell in form.layout.above:
        for code in codes_named(text, known) if cell and cell != field.stated_at else ():
            is_round = known.name == AREAS and (code in around(connection, [own]) or own in around(connection, [code]))
            if code != own and not is_round:
                yield form.problem(
                    [cell, field.stated_at],
                    f"“{quotable(text)}”说的是“{known.called.get(code, code)}”，"
                    f"“{field.column.label}”却写着“{quotable(field.constant)}”。",
                    "请核对是不是只改了一处，改正后重新报送。",
                    "foreign-key",
                )
                return
