"""A form that may be one of another time, by its title or by figures that are those of the period before → questions."""

from collections.abc import Iterator

import duckdb

from etl.parse.grammar import PARSERS
from etl.problems import Problem
from etl.read.personal import quotable
from etl.schema import NUMBERS, Kind
from etl.validate.history import history, period, subject
from etl.validate.layout import Form
from etl.validate.titles import DAY, UNTIL, of_sheet, phrases, year_of

# A day that a title tells may be that of a meeting, of printing, of sending.
TOLD = frozenset({Kind.MONTH, Kind.QUARTER})
AS_BEFORE, RIGHT_TIME = "确与上期相同", "各行的时间无误"
# What is counted anew in every period; stocks, such as members or floors, may well stay as they are.
COUNTED_ANEW = frozenset({"次", "人次", "家次", "个次", "件", "场", "分", "单", "小时", "天"})
# So many figures, so many of them different, do not come out the same by chance.
FEWEST, FEWEST_DIFFERENT = 5, 3


def stale(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The questions of one form; needs the table of `history`."""
    yield from list(_title_of_other_year(connection, form)) or _title_of_other_period(connection, form)
    yield from _unchanged(connection, form)


def _title_of_other_year(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """A title of a year in which no row is: last year's form whose title, or whose rows, nobody has changed."""
    when = period(form.dataset)
    titles = [(text, cell) for text, cell in form.layout.above if cell]
    year = year_of([text for text, _ in titles], "", "")
    if when is None or year is None or form.source.answer("title-year") == RIGHT_TIME:
        return
    [(first, last)] = connection.execute(
        f"SELECT min(CAST({when} AS VARCHAR)[:4]), max(CAST({when} AS VARCHAR)[:4]) FROM {form.typed}"
    ).fetchall()
    if first and not int(first) <= year <= int(last):
        years = first if first == last else f"{first} 至 {last}"
        yield form.problem(
            [next(cell for text, cell in titles if year_of([text], "", "") == year)],
            f"标题写的是 {year} 年，各行的“{form.dataset.column_of[when].label}”却是 {years} 年。",
            "请核对是不是拿错了表，或只改了一处；各行没有错的，请确认。",
            "period-error",
            asks=("title-year",),
            options=(RIGHT_TIME,),
        )


def _title_of_other_period(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """A title, or a sheet's name, that tells one month or quarter of the year, in which no row is."""
    when = period(form.dataset)
    if when is None or form.source.answer("title-period") == RIGHT_TIME:
        return
    column = form.dataset.column_of[when]
    # The file is called after the day of sending as often.
    above = [(text, cell) for text, cell in form.layout.above if cell or text == form.sheet]
    # What the rows were taken to be of is no witness of it.
    taken_from = form.layout.field_of(when).stated_at
    above = [(text, cell) for text, cell in above if not cell or cell != taken_from]
    told = {
        str(value): (text, cell)
        for text, cell in above
        for piece in (of_sheet(text, form.layout.year) if not cell else phrases([text], "", ""))
        if column.kind in TOLD and (UNTIL.search(piece) or not DAY.search(piece))
        if (value := PARSERS[column.kind](piece, ""))
    }
    rows = connection.execute(f"SELECT DISTINCT {when} FROM {form.typed} WHERE {when} IS NOT NULL").fetchall()
    if len(told) != 1 or not rows or any(str(value) in told for (value,) in rows):
        return
    [(stated, (text, cell))] = told.items()
    yield form.problem(
        [cell] if cell else (),
        f"“{quotable(text)}”说的是 {stated}，各行的“{column.label}”却都不是。",
        "请核对是不是拿错了表，或只改了一处；各行没有错的，请确认。",
        "period-error",
        asks=("title-period",),
        options=(RIGHT_TIME,),
    )


def _unchanged(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Figures that are, one and all, those of the period before: a form that was copied and not filled in anew."""
    when = period(form.dataset)
    figures = [
        field.column.name
        for field in form.layout.fields
        if field.column.kind in NUMBERS
        and (field.column.is_flow or field.column.unit in COUNTED_ANEW or field.column.unit.endswith("元"))
    ]
    if not figures or form.source.answer("unchanged") == AS_BEFORE:
        return
    if when is None or form.dataset.column_of[when].kind not in {Kind.MONTH, Kind.QUARTER}:
        return
    same = " AND ".join(["true", *(f"own.{name} = h.{name}" for name in subject(form.dataset))])
    latest = ", ".join(f"arg_max(coalesce(h.{name}, 0), (h.{when}, h.history_order)) AS {name}" for name in figures)
    own = ", ".join(f"any_value(coalesce(own.{name}, 0)) AS own_{name}" for name in figures)
    listed = ", ".join(f"own_{name}" for name in figures)
    equal = " AND ".join(f"{name} = own_{name}" for name in figures)
    [(rows, are_equal, values, first, last)] = connection.execute(
        f"""
        WITH beside AS (
            SELECT own.source_row, {own}, {latest}
            FROM {form.typed} AS own JOIN {history(form.dataset)} AS h ON {same}
            WHERE h.{when} < own.{when} AND h.load_id <> ?
            GROUP BY own.source_row
        )
        SELECT count(*), bool_and({equal}), flatten(list([{listed}])), min(source_row), max(source_row) FROM beside
        """,
        [form.load_id],
    ).fetchall()
    filled = [value for value in values or () if value]
    [(count,)] = connection.execute(f"SELECT count(*) FROM {form.typed}").fetchall()
    if are_equal and rows * 2 >= count and len(filled) >= FEWEST and len(set(filled)) >= FEWEST_DIFFERENT:
        field = form.layout.field_of(when)
        yield form.problem(
            [field.address(row) for row in dict.fromkeys((first, last))],
            f"各行的数与上一期完全相同，共 {len(filled)} 个数，像是复制上期的表而没有改数。",
            "请填本期的数后重新报送；确与上期相同的，请确认。",
            "deviated-value",
            asks=("unchanged",),
            options=(AS_BEFORE,),
        )
