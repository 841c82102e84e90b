"""Columns of a sheet that are none of the form's → what is said of them: left out, or asked which column they are."""

import re
from collections.abc import Iterator

import duckdb

from etl.addresses import address
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, is_personal_name, quotable
from etl.schema import Column
from etl.validate.by_order import missing_at
from etl.validate.candidates import NEAR, candidates_of, is_number, is_opposite, stated_columns
from etl.validate.cell_checks import known_spellings
from etl.validate.headers import ROW_NUMBERS, column_named
from etl.validate.layout import Form, Unread
from etl.validate.likeness import NOT_THIS_TIME, is_column, likeness, missing

NOT_SLIPPED = "没有串列"
SAMPLE = 200
# The last word of a header that names somebody: 网格长, 调解员, 帮扶对象.
SOMEBODY = re.compile(
    r"(?:[员长人者主]|对象|代表|书记|主任|干部|领导|医生|律师|教师|老师|经理|户|成员|党员)(?:名单|情况|\d)?$"
)
# So many different names, where the header tells of nobody.
FEWEST_NAMES = 3
# Of a figure that runs from the beginning of the year.
SINCE = re.compile("(?:自?年初|本年度?|今年|至本月|至本季)?(?:至今|以来)?累计(?:数|值)?")


def lost_columns(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """What is to be said of the columns that are none of the form's, and of required columns that nothing stands for."""
    layout = form.layout
    filled = _filled(connection, form)
    asked = set(layout.asked)
    misnamed: dict[str, list[Unread]] = {}
    for unread in layout.unread:
        texts = filled.get(unread.index, [])
        if (
            (not unread.header and not texts)
            or clean(unread.header) in ROW_NUMBERS
            or _counts_rows(form, unread, texts)
        ):
            continue
        if _names_persons(connection, unread, texts):
            yield _personal(form, unread)
            continue
        is_other_time = _is_of_other_time(form, unread)
        may_be = [*candidates_of(layout.absent, unread, texts), *stated_columns(layout, unread)]
        may_be = may_be or missing_at(layout, unread, texts)
        candidates = may_be if texts and not is_other_time else []
        answer = form.source.answer("column", str(unread.index), unread.header)
        if candidates and candidates[0].is_required and candidates[0] in layout.absent:
            misnamed.setdefault(candidates[0].name, []).append(unread)
        elif candidates and answer != NOT_THIS_TIME:
            yield _question(form, unread, candidates)
        elif not unread.header and _may_have_slipped(form, unread, texts) and answer != NOT_SLIPPED:
            yield form.problem(
                [over(form, unread)],
                f"最后一列的右边，没有表头的第 {unread.index + 1} 列里有数，可能有的行串了列。",
                "请核对这些行；没有串列的，请确认，这一列不读。",
                "extra-cell",
                asks=("column", str(unread.index), unread.header),
                options=(NOT_SLIPPED,),
            )
        elif not unread.header:
            yield form.problem(
                [over(form, unread)],
                f"第 {unread.index + 1} 列没有表头，不会读取。",
                "请补上表头，或删去这一列。",
                "blank-label",
                Level.WARNING,
            )
        else:
            yield _unknown(form, unread)
    yield from (_misnamed(form, some, form.dataset.column_of[name]) for name, some in misnamed.items())
    asked |= set(misnamed)
    if lacking := [column for column in layout.absent if column.is_required and column.name not in asked]:
        yield form.problem((), *missing(lacking, layout.header_row), "missing-label")


def unread_filled(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Unread]:
    """The columns that are none of the form's, but for those without a header in which nothing stands."""
    below = f"FROM {form.raw} WHERE source_row > {form.layout.last_header_row}"
    return [
        one
        for one in form.layout.unread
        if one.header or connection.execute(f"SELECT 1 {below} AND trim(c{one.index}) <> '' LIMIT 1").fetchall()
    ]


def _counts_rows(form: Form, unread: Unread, texts: list[str]) -> bool:
    """Whether a column without a header, left of all others, numbers the rows."""
    first = min((field.index for field in form.layout.fields if field.index >= 0), default=0)
    words = sorted((clean(text) for text in texts), key=lambda word: (len(word), word))
    return not unread.header and unread.index < first and words == [str(number + 1) for number in range(len(words))]


def _is_of_other_time(form: Form, unread: Unread) -> bool:
    """Whether a header is that of a column which is there, but for the word that its figures run from an earlier day."""
    words = SINCE.sub("", clean(unread.header))
    name = column_named(form.dataset.name, words) if words != clean(unread.header) else None
    return any(field.column.name == name for field in form.layout.fields)


def _may_have_slipped(form: Form, unread: Unread, texts: list[str]) -> bool:
    """Whether records of a workbook go on with numbers right behind the last header, as a cell that slipped makes them."""
    headed = max((index for index, header in enumerate(form.layout.headers) if header), default=0)
    return bool(form.sheet) and unread.index == headed + 1 and all(map(is_number, texts))


def _filled(connection: duckdb.DuckDBPyConnection, form: Form) -> dict[int, list[str]]:
    """Index of an unread column → some of the texts that stand in it beside records."""
    if not form.layout.unread:
        return {}
    cells = ", ".join(
        f"list(raw.c{unread.index}) FILTER (WHERE raw.c{unread.index} IS NOT NULL)[:{SAMPLE}]"
        for unread in form.layout.unread
    )
    [row] = connection.execute(
        f"SELECT {cells} FROM {form.raw} AS raw WHERE source_row IN (SELECT source_row FROM {form.typed} LIMIT 100000)"
    ).fetchall()
    found = zip(form.layout.unread, row, strict=True)
    return {
        unread.index: [text for text in texts if clean(text)]
        for unread, texts in found
        if texts and any(map(clean, texts))
    }


def _names_persons(connection: duckdb.DuckDBPyConnection, unread: Unread, texts: list[str]) -> bool:
    """Whether most of what stands in a column are names of people: half under a word for somebody, else nearly all."""
    words = set(texts)
    if not any(map(is_personal_name, words)):
        return False
    known = known_spellings(connection)
    names = sum(is_personal_name(word, known) for word in words)
    if SOMEBODY.search(clean(unread.header)):
        return names * 2 >= len(words)
    return names >= FEWEST_NAMES and names * 10 >= len(words) * 9


def _personal(form: Form, unread: Unread) -> Problem:
    message = f"{_called(unread)}一列填的像是姓名，是个人信息，本系统不接收。"
    return form.problem([over(form, unread)], message, REMEDY, "personal-data")


def over(form: Form, unread: Unread) -> str:
    """The cell of the header over a column."""
    return address(form.layout.header_row, unread.index + 1)


def _called(unread: Unread) -> str:
    return f"“{quotable(unread.header)}”" if unread.header else f"没有表头的第 {unread.index + 1} 列"


def _misnamed(form: Form, some: list[Unread], column: Column) -> Problem:
    return form.problem(
        [over(form, unread) for unread in some],
        f"缺少必填的列“{column.header}”，而{'、'.join(map(_called, some))}读不进任何一列。",
        f"如果就是“{column.header}”，请改表头；不是的，请补上“{column.header}”并填写。",
        "missing-label",
    )


def _question(form: Form, unread: Unread, candidates: list[Column]) -> Problem:
    return form.problem(
        [over(form, unread)],
        f"{_called(unread)}读不进任何一列，而表中没有“{candidates[0].header}”。",
        f"如果就是“{candidates[0].header}”，请改表头或确认；不是的，请确认“{NOT_THIS_TIME}”。",
        "incorrect-label" if unread.header else "blank-label",
        asks=("column", str(unread.index), unread.header),
        options=(*map(is_column, candidates), NOT_THIS_TIME),
    )


def _unknown(form: Form, unread: Unread) -> Problem:
    near = max(form.dataset.columns, key=lambda column: likeness(unread.header, column))
    is_near = likeness(unread.header, near) >= NEAR and not is_opposite(unread.header, near)
    return form.problem(
        [over(form, unread)],
        f"“{form.dataset.label}”没有“{quotable(unread.header)}”这一列，不会读取。",
        f"如果是“{near.header}”，请改表头。" if is_near else "不需要的列可以删去。",
        "extra-label",
        Level.WARNING,
    )
