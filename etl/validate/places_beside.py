"""A column of villages, parks or towns beside that of a form's own areas → an error where it names another one."""

from collections.abc import Iterator, Mapping

import duckdb

from etl.addresses import address
from etl.parse.words import clean
from etl.problems import Problem
from etl.read.personal import quotable
from etl.validate.headers import bare
from etl.validate.layout import Field, Form, Unread
from etl.validate.names import normal
from etl.validate.registers import register
from etl.validate.wordings import OF_PARKS, OF_PLACES, OF_VILLAGES

AREAS = "areas.area_code"
PLACES = frozenset(
    map(
        bare,
        (
            *(
                "镇",
                "镇街",
                "乡镇",
                "街道",
                "所属镇",
                "所在镇",
                "片区",
                "所属片区",
                "所在片区",
                "园区",
                "所属园区",
                "所在园区",
            ),
            *("村", "社区", *OF_VILLAGES, *OF_PARKS, *OF_PLACES),
        ),
    )
)


def other_places(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Records whose area does not lie in the place that another column of the sheet tells."""
    beside = [one for one in form.layout.unread if one.header and bare(one.header) in PLACES]
    field = next((one for one in form.layout.fields if one.column.references == AREAS), None)
    if not beside or field is None or field.constant:
        return
    rows = connection.execute("SELECT area_code, parent_code FROM core.areas").fetchall()
    for unread in beside:
        yield from _gainsaid(connection, form, field, unread, dict(rows))


def _gainsaid(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field, unread: Unread, parents: Mapping[str, str | None]
) -> Iterator[Problem]:
    known = register(connection, field.column, form.origin)
    name = field.column.name
    rows = connection.execute(
        f"SELECT source_row, raw.c{unread.index}, {name} FROM {form.raw} AS raw JOIN {form.typed} USING (source_row) "
        f"WHERE raw.c{unread.index} IS NOT NULL AND {name} IS NOT NULL ORDER BY source_row"
    ).fetchall()
    wrong = {}
    for row, text, code in rows:
        codes = known.codes.get(clean(text)) or known.normal.get(normal(text)) or set()
        if codes and codes.isdisjoint(_around(code, parents)):
            wrong[row] = (text, known.called.get(code, code))
    if wrong:
        text, called = next(iter(wrong.values()))
        yield form.problem(
            [address(row, unread.index + 1) for row in wrong],
            f"“{quotable(unread.header)}”写的是“{quotable(text)}”，“{field.column.label}”却是“{called}”，不在那里。",
            "请核对是哪一处；填区域的全称或代码。",
            "foreign-key",
        )


def _around(code: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """The area itself, and those round it."""
    at: str | None = code
    while at:
        yield at
        at = parents.get(at)
