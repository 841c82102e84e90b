"""What was done to cells that do not say their value in the usual way → notes, and questions where both readings make sense."""

from collections.abc import Iterator

import duckdb

from etl.addresses import address
from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.schema import Kind
from etl.validate.convert import Done
from etl.validate.cumulative import AS_QUARTER, CONVERT, can_convert, cumulative_question
from etl.validate.history import period
from etl.validate.layout import Field, Form
from etl.validate.titles import YEAR
from etl.validate.type_rows import TIMES_100, reread_table

AS_IT_STANDS = "按原数读入（0.4 即 0.4%）"
YEAR_FIRST = "按年、月、日的次序读入"
WITHOUT_ZERO = "前面的 0 不算"
SHOWN_NAMES = 3
SPANNED = frozenset({Kind.MONTH, Kind.QUARTER})


def said_of_cells(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """One note, or one question, for each column and each thing that was done to cells of it."""
    if form.layout.cumulative and form.origin == "reported" and not _lists_periods(connection, form):
        yield from cumulative_question(form, form.layout.cumulative)
    yield from _other_years(connection, form)
    kinds = connection.execute(
        f"SELECT DISTINCT reread_place, reread_done FROM {reread_table(form)} WHERE reread_done IS NOT NULL ORDER BY ALL"
    ).fetchall()
    for place, done in kinds:
        field = form.layout.fields[place]
        cells = connection.execute(
            f"""
            SELECT source_row, {field.cell} FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row)
            WHERE {field.cell} IN (SELECT reread_text FROM {reread_table(form)} WHERE reread_place = ? AND reread_done = ?)
            ORDER BY source_row
            """,
            [place, done],
        ).fetchall()
        if cells:
            yield from _said(connection, form, field, Done(done), cells)


def _other_years(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Headers that name a year of which no row is: 常住人口（2025年末） over rows of 2026."""
    stated = {field: set(YEAR.findall(field.header)) for field in form.layout.fields}
    name = period(form.dataset)
    if name is None or not any(stated.values()):
        return
    found = connection.execute(f"SELECT DISTINCT left(CAST({name} AS VARCHAR), 4) FROM {form.typed}").fetchall()
    years = {year for (year,) in found if year}
    for field, told in stated.items():
        if told and years and not told & years:
            yield form.problem(
                [address(form.layout.header_row, field.index + 1)],
                f"表头“{quotable(field.header)}”写着 {'、'.join(sorted(told))} 年，各行却是 {'、'.join(sorted(years))} 年的。",
                "请核对这一列是哪一年的数：是本期的请改表头，不是的请另列。",
                "period-error",
            )


def _lists_periods(connection: duckdb.DuckDBPyConnection, form: Form) -> bool:
    """Whether the span in a title, such as 1-6月, is that of the periods of the rows, and says nothing of their figures."""
    name = period(form.dataset)
    periods = [one.column for one in form.layout.fields if one.column.name == name and one.column.kind in SPANNED]
    if not periods or "累计" in form.layout.cumulative:
        return False
    [(count,)] = connection.execute(f"SELECT count(DISTINCT {periods[0].name}) FROM {form.typed}").fetchall()
    return int(count) > 1


def _said(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field, done: Done, cells: list[tuple[int, str]]
) -> Iterator[Problem]:
    label, texts = field.column.label, list(dict.fromkeys(text for _, text in cells))
    shown = "、".join(f"“{quotable(text)}”" for text in texts[:SHOWN_NAMES]) + (
        "等" if len(texts) > SHOWN_NAMES else ""
    )
    match done:
        case Done.BLANK:
            yield _note(form, field, cells, f"“{label}”填的{shown}按没有数读入。", "有数的请填数字。")
        case Done.ROUNDED:
            yield _note(form, field, cells, f"“{label}”小数位数很多，按 6 位小数读入。", "")
        case Done.FOOTED:
            yield _note(form, field, cells, f"“{label}”填的{shown}后面是注码，没有读入。", "")
        case Done.FIRST_DAY:
            yield _note(form, field, cells, f"“{label}”填的{shown}是几天，按第一天读入。", "")
        case Done.LAST_DAY:
            yield _note(
                form, field, cells, f"“{label}”填的{shown}没有日，按当月最后一天读入。", "不是月底的请填写日期。"
            )
        case Done.SERIAL:
            yield _note(form, field, cells, f"“{label}”填的{shown}是日期的序号，按日期读入。", "请把格式设为日期核对。")
        case Done.RESOLVED:
            named = "、".join(
                f"“{quotable(text)}”读作“{_name(connection, form, field, text)}”" for text in texts[:SHOWN_NAMES]
            )
            more = f"等 {len(texts)} 种写法" if len(texts) > SHOWN_NAMES else ""
            yield _note(
                form, field, cells, f"“{label}”：{named}{more}。", "如不是，请改填全称或代码。", "resolved-reference"
            )
        case Done.ZERO_IN_FRONT if form.source.answer("zero", field.column.name) != WITHOUT_ZERO:
            message = f"“{label}”填的{shown}前面有 0，可能漏了或错了一位，也可能是编号。"
            yield _question(form, field, cells, message, ("zero", field.column.name), (WITHOUT_ZERO,))
        case Done.SHORT_YEAR | Done.YEAR_OR_DAY if _gainsays_order(form, field):
            message = f"“{label}”填的{shown}是两位数的年份，表上写着按“{form.layout.day_order}”填写。"
            yield _question(form, field, cells, message, ("short-year", field.column.name), (YEAR_FIRST,))
        case Done.SHORT_YEAR:
            yield _note(
                form,
                field,
                cells,
                f"“{label}”填的{shown}按“年.月.日”读入，两位数的年份是 20 多少年。",
                "请填四位年份。",
            )
        case Done.YEAR_OR_DAY if not _has_sure_years(connection, form, field):
            message = f"“{label}”填的{shown}分不清哪个是年、哪个是日。"
            yield _question(form, field, cells, message, ("short-year", field.column.name), (YEAR_FIRST,))
        case Done.SHARE if form.source.answer("share", field.column.name) not in (TIMES_100, AS_IT_STANDS):
            yield _question(
                form,
                field,
                cells,
                f"“{label}”的单位是 %，填的{shown}不到 1，不知道是不是百分之几。",
                ("share", field.column.name),
                (TIMES_100, AS_IT_STANDS),
            )
        case Done.CUMULATIVE if form.source.answer("cumulative") not in (CONVERT, AS_QUARTER):
            options = (CONVERT, AS_QUARTER) if can_convert(form.dataset) else (AS_QUARTER,)
            yield _question(
                form, field, cells, f"“{label}”填的{shown}像是累计数，本表要的是当季数。", ("cumulative",), options
            )


def _gainsays_order(form: Form, field: Field) -> bool:
    """Whether the sheet says that the year does not stand in front, and nobody has answered that it does."""
    is_in_front = form.layout.day_order.lower()[:1] in {"", "年", "y"}
    return not is_in_front and form.source.answer("short-year", field.column.name) != YEAR_FIRST


def _has_sure_years(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> bool:
    """Whether it was answered or is written, or other cells of the column show, that the year stands in front."""
    if form.layout.day_order:
        return True
    if form.source.answer("short-year", field.column.name) == YEAR_FIRST:
        return True
    place = form.layout.fields.index(field)
    found = connection.execute(
        f"SELECT 1 FROM {reread_table(form)} WHERE reread_place = ? AND reread_done = ? LIMIT 1",
        [place, str(Done.SHORT_YEAR)],
    ).fetchall()
    return bool(found)


def _name(connection: duckdb.DuckDBPyConnection, form: Form, field: Field, text: str) -> str:
    dataset = field.column.references.partition(".")[0]
    [(code,)] = connection.execute(
        f"SELECT reread_value FROM {reread_table(form)} WHERE reread_place = ? AND reread_text = ?",
        [form.layout.fields.index(field), text],
    ).fetchall()
    [(name,)] = connection.execute(
        "SELECT coalesce(min(spelling) FILTER (WHERE spelling <> code), min(spelling)) FROM staging.spellings "
        "WHERE dataset = ? AND code = ? AND is_name",
        [dataset, code],
    ).fetchall()
    return str(name or code)


def _note(
    form: Form, field: Field, cells: list[tuple[int, str]], message: str, remedy: str, code: str = "converted-value"
) -> Problem:
    return form.problem([field.address(row) for row, _ in cells], message, remedy, code, Level.NOTE)


def _question(
    form: Form,
    field: Field,
    cells: list[tuple[int, str]],
    message: str,
    asks: tuple[str, ...],
    options: tuple[str, ...],
) -> Problem:
    remedy = "请选一种读法，或改正后重新报送。"
    places = [field.address(row) for row, _ in cells]
    return form.problem(places, message, remedy, "deviated-value", asks=asks, options=options)
