"""A form whose title or footnote says that its figures are planned, expected, of before or differences → a question."""

from collections.abc import Iterator

import duckdb

from etl.addresses import address
from etl.parse.grammar import PARSERS
from etl.parse.words import clean
from etl.problems import Problem
from etl.read.personal import quotable
from etl.validate.convert import PERCENT
from etl.validate.history import period
from etl.validate.layout import Form
from etl.validate.reasons import FOOTNOTE, LONG, Reason
from etl.validate.stale import TOLD
from etl.validate.titles import (
    BESIDE_FIGURES,
    EXPECTED,
    OF_OTHERS,
    PER_CENT,
    apart,
    other_figures,
    phrases,
    said_of_all,
)

AS_HAPPENED = "就是本期的实际数"


def not_happened(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The one question of a form of months or quarters, which its title raises or else a footnote."""
    when = period(form.dataset)
    if when and form.dataset.column_of[when].kind in TOLD and not form.source.answer("title-figures"):
        yield from list(_by_title(form)) or _by_note(connection, form, when)


def _by_title(form: Form) -> Iterator[Problem]:
    """A title, or a sheet's name, of figures that are planned, expected, of the year before or differences alone."""
    # Such figures in columns of their own, which are not read, are what the title means.
    if any(BESIDE_FIGURES.search(one.header) for one in form.layout.unread):
        return
    has_share = any(field.column.unit == PERCENT for field in form.layout.fields)
    for text, cell in form.layout.above:
        is_title = (cell or text == form.sheet) and len(text) < LONG and not FOOTNOTE.fullmatch(clean(text))
        words = other_figures(text) if is_title else ""
        if words and not (has_share and PER_CENT.fullmatch(words)):
            yield _question(form, cell, f"“{quotable(text)}”里的“{words}”")
            return


def _by_note(connection: duckdb.DuckDBPyConnection, form: Form, when: str) -> Iterator[Problem]:
    """A footnote by which all figures are planned, expected, or of another time than the rows say."""
    notes = connection.execute(
        f"SELECT raw.* FROM {form.raw} AS raw JOIN {form.aside} USING (source_row) WHERE reason = '{Reason.FOOTNOTE}'"
    ).fetchall()
    for number, *cells in notes:
        for text in filter(None, cells):
            what = said_of_all(text)
            if EXPECTED.search(what) or OF_OTHERS.search(what) or _is_of_other_period(connection, form, when, what):
                yield _question(form, address(number, 1), f"附注“{quotable(text)}”")
                return


def _is_of_other_period(connection: duckdb.DuckDBPyConnection, form: Form, when: str, what: str) -> bool:
    kind = form.dataset.column_of[when].kind
    pieces = phrases([what], "", "") or apart([what], form.layout.year, is_day=False)
    told = {str(value) for piece in pieces if (value := PARSERS[kind](piece, ""))}
    rows = connection.execute(f"SELECT DISTINCT {when} FROM {form.typed} WHERE {when} IS NOT NULL").fetchall()
    return bool(told) and bool(rows) and not any(str(value) in told for (value,) in rows)


def _question(form: Form, cell: str, words: str) -> Problem:
    return form.problem(
        [cell] if cell else (),
        f"{words}像是说，表中的数不是本期实际发生的。",
        "请改填本期的实际数后重新报送；确是本期实际数的，请确认。",
        "deviated-value",
        asks=("title-figures",),
        options=(AS_HAPPENED,),
    )
