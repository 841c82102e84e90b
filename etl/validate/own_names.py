"""A column under a header that nobody knows, in whose cells names of one register stand → the column that refers to it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import duckdb

from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.schema import Column
from etl.validate.columns import over
from etl.validate.dittos import ABOVE
from etl.validate.headers import ANOTHER
from etl.validate.headings import OTHER_ABOVE
from etl.validate.layout import Field, Form, Unread
from etl.validate.reasons import FOOTNOTE, TOTAL
from etl.validate.registers import register

LOOKED_AT = 2_000
# So many of ten texts are names of the register; the others are told one by one.
MOST = 7
# A number as short as these counts something and is nobody's code.
SHORTEST_CODE = 6
# What has another part in the matter than that the row is of it.
ANOTHER_PART = re.compile(
    "原|前|旧|迁|流[入出]|上级|去向|目的|对口|结对|相邻|周边|协[办同助]|配合|责任|承办|主办|牵头|主持|组织|审核|来源|备注|说明"
)


def settle_named(connection: duckdb.DuckDBPyConnection, form: Form) -> tuple[Form, list[Problem]]:
    """The form with the columns that only their cells tell, and what is to be said of them."""
    problems: list[Problem] = []
    for column in [one for one in form.layout.absent if one.references]:
        rivals = [one for one in form.layout.absent if one.references == column.references]
        found = [unread for unread in form.layout.unread if _names(connection, form, column, unread)]
        if len(rivals) == 1 and len(found) == 1:
            (unread,) = found
            form = _with(form, column, unread)
            known = register(connection, column, form.origin)
            message = f"“{quotable(unread.header)}”一列填的是“{known.label}”里的，读作“{column.label}”。"
            remedy = "如不是，请改表头。"
            problems.append(form.problem([over(form, unread)], message, remedy, "converted-value", Level.NOTE))
    return form, problems


def _with(form: Form, column: Column, unread: Unread) -> Form:
    """The form with the column at its place among the others."""
    own = Field(column, unread.index, column.unit, header=unread.header)
    fields = tuple(sorted((*form.layout.fields, own), key=lambda field: field.index))
    rest = tuple(one for one in form.layout.unread if one != unread)
    return replace(form, layout=replace(form.layout, fields=fields, unread=rest))


def _names(connection: duckdb.DuckDBPyConnection, form: Form, column: Column, unread: Unread) -> bool:
    header = clean(unread.header)
    if not header or any(told.search(header) for told in (ANOTHER, OTHER_ABOVE, ANOTHER_PART)):
        return False
    texts = set(_texts(connection, form, unread))
    known = register(connection, column, form.origin)
    named = [text for text in texts if known.find(text)[0] in known.fitting]
    return bool(named) and len(named) * 10 >= len(texts) * MOST


def _texts(connection: duckdb.DuckDBPyConnection, form: Form, unread: Unread) -> Iterator[str]:
    """What stands in the column beside something else, but for totals, footnotes and marks that say 同上."""
    others = ", ".join(f"c{field.index}" for field in form.layout.fields if field.index >= 0) or "NULL"
    rows = connection.execute(
        f"SELECT DISTINCT c{unread.index} FROM {form.raw} WHERE source_row > {form.layout.last_header_row} "
        f"AND c{unread.index} IS NOT NULL AND coalesce({others}) IS NOT NULL LIMIT {LOOKED_AT}"
    ).fetchall()
    for text in (clean(text) for (text,) in rows):
        is_short = text.isdecimal() and len(text) < SHORTEST_CODE
        if text and not any(told.fullmatch(text) for told in (TOTAL, FOOTNOTE, ABOVE)):
            yield "" if is_short else text
