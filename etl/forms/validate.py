"""A form's typed rows → its problems: unreadable cells, gaps, ranges, row rules, repeated keys, personal values."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

import duckdb

from etl.addresses import address
from etl.datasets import referred
from etl.forms.convert import convert, explain, shorten
from etl.forms.layout import Field, Form
from etl.forms.registers import is_of_other_level, register
from etl.forms.type_rows import personal_bit
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal
from etl.schema import AREA_LEVEL, AREA_LEVELS, Column, Kind
from etl.values.words import clean

# So many cells are named for one kind of problem; the rest is counted.
NAMED_CELLS = 20


@dataclass(frozen=True)
class Check:
    """Rows of the typed table for which `fails` (SQL) holds are wrong at `field`; `explain` gets the raw cell."""

    fails: str
    field: Field
    explain: Callable[[str | None], tuple[str, str]]
    level: Level = Level.ERROR


def validate(
    connection: duckdb.DuckDBPyConnection, form: Form, today: date, incomplete: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the form's rows; of each kind at most `NAMED_CELLS` cells are named, then the rest is counted.

    `today` is the day of loading: demonstration, which reports nobody's facts, may lie after it.
    References to `incomplete` registers are not judged: what they miss may stand in the form that could not be read.
    """
    checks = list(_checks(connection, form, today, incomplete))
    counts = connection.execute(
        f"SELECT {', '.join(f'count(*) FILTER (WHERE {check.fails})' for check in checks)}, "
        f"count(*) FILTER (WHERE odd & {personal_bit(form)} <> 0), count(*) FROM {form.typed}"
    ).fetchone()
    *failures, personal, rows = counts
    if not rows:
        return [_problem(form, "", "表中没有数据行。", "请填写后重新报送；不需要的空表可以移走。", level=Level.WARNING)]
    problems = [
        problem
        for check, count in zip(checks, failures, strict=True)
        if count
        for problem in _named(connection, form, check, count)
    ]
    return [*problems, *(_personal(connection, form, personal) if personal else ()), *_repeated(connection, form)]


def _problem(form: Form, cell: str, message: str, remedy: str, level: Level = Level.ERROR) -> Problem:
    return Problem(file=form.file, sheet=form.sheet, cell=cell, message=message, remedy=remedy, level=level)


def _checks(
    connection: duckdb.DuckDBPyConnection, form: Form, today: date, incomplete: Collection[str]
) -> Iterator[Check]:
    for place, field in enumerate(form.layout.fields):
        column, name, label = field.column, field.column.name, field.column.label
        if not column.references or referred(column)[0] not in incomplete:
            yield Check(f"odd & {1 << place} <> 0", field, _unreadable(connection, form, field))
            if column.area_levels:
                yield Check(is_of_other_level(column, name), field, _of_other_level(connection, form, field))
        if column.is_required:
            yield Check(
                f"{name} IS NULL AND odd & {1 << place} = 0", field, _said(f"“{label}”没有填写。", "此项必填，请补填。")
            )
        if column.minimum is not None:
            yield Check(f"{name} < {column.minimum}", field, _out_of_range(field, f"小于最小值 {column.minimum:g}"))
        if column.maximum is not None:
            yield Check(f"{name} > {column.maximum}", field, _out_of_range(field, f"大于最大值 {column.maximum:g}"))
        if column.is_past and form.origin != "demo":
            yield Check(is_after(column, today), field, _not_yet(field, today))
    for rule in form.dataset.rules:
        # A row with an unreadable cell would break rules that it meets once the cell is right.
        yield Check(
            f"odd = 0 AND NOT ({rule.check})",
            form.layout.field_of(rule.column),
            _said(rule.message, rule.remedy),
            rule.level,
        )


def is_after(column: Column, today: date) -> str:
    """SQL: the day, month, quarter or instant of `column` begins after the day `today`."""
    return {
        Kind.DATE: f"{column.name} > DATE '{today}'",
        Kind.INSTANT: f"CAST({column.name} AS DATE) > DATE '{today}'",
        Kind.MONTH: f"{column.name} > '{today:%Y-%m}'",
        Kind.QUARTER: f"{column.name} > '{today.year}Q{(today.month + 2) // 3}'",
    }[column.kind]


def _said(message: str, remedy: str) -> Callable[[str | None], tuple[str, str]]:
    return lambda text: (message, remedy)


def _out_of_range(field: Field, how: str) -> Callable[[str | None], tuple[str, str]]:
    return lambda text: (f"“{field.column.label}”是 {shorten(text or '')}，{how}。", "请核对数字和单位。")


def _not_yet(field: Field, today: date) -> Callable[[str | None], tuple[str, str]]:
    return lambda text: (
        f"“{field.column.label}”是 {shorten(text or '')}，晚于今天（{today}），事情还没有发生。",
        "请核对年份和日期；计划中的事等发生以后再填。",
    )


def _of_other_level(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field
) -> Callable[[str | None], tuple[str, str]]:
    def said(text: str | None) -> tuple[str, str]:
        # Names of two areas may differ by invisible characters only; either tells why the cell does not fit.
        codes = sorted(register(connection, field.column, form.origin).codes[clean(text)])
        (level,) = connection.execute(
            f"SELECT {AREA_LEVEL} FROM core.areas WHERE list_contains(?, area_code) "
            f"AND {is_of_other_level(field.column, 'area_code')} ORDER BY area_code",
            [codes],
        ).fetchone()
        taken = field.column.levels_label
        return (
            f"“{field.column.label}”填的“{shorten(text)}”是{AREA_LEVELS[level]}，这一列只填{taken}。",
            f"请改填{taken}的名称或代码。",
        )

    return said


def _unreadable(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field
) -> Callable[[str | None], tuple[str, str]]:
    def said(text: str | None) -> tuple[str, str]:
        if field.column.references:
            if personal := find_personal(text):
                return f"这一格含有{personal}，是个人信息，本系统不接收。", REMEDY
            return register(connection, field.column, form.origin).explain(field.column, text)
        if convert(field, text, form.layout.year) is not None:
            return "这一列的特殊写法太多，没有全部读取。", "请在原系统中改用统一写法后重新导出。"
        return explain(field, text)

    return said


def _named(connection: duckdb.DuckDBPyConnection, form: Form, check: Check, count: int) -> Iterator[Problem]:
    cells = connection.execute(
        f"SELECT typed.source_row, {check.field.cell} FROM "
        f"(SELECT source_row FROM {form.typed} WHERE {check.fails} ORDER BY source_row LIMIT {NAMED_CELLS}) AS typed "
        f"JOIN {form.raw} AS raw USING (source_row) ORDER BY source_row"
    ).fetchall()
    for row, text in cells:
        message, remedy = check.explain(text)
        yield _problem(form, check.field.address(row), message, remedy, check.level)
    if count > len(cells):
        yield _rest(form, check.field.column.label, count - len(cells), check.level)


def _rest(form: Form, label: str, count: int, level: Level = Level.ERROR) -> Problem:
    return _problem(form, "", f"“{label}”另有 {count} 处同类问题，没有逐一列出。", "请一并检查整列。", level)


def _personal(connection: duckdb.DuckDBPyConnection, form: Form, count: int) -> Iterator[Problem]:
    rows = connection.execute(
        f"SELECT raw.* FROM (SELECT source_row FROM {form.typed} WHERE odd & {personal_bit(form)} <> 0 "
        f"ORDER BY source_row LIMIT {NAMED_CELLS}) JOIN {form.raw} AS raw USING (source_row) ORDER BY source_row"
    ).fetchall()
    for row, *cells in rows:
        for place, text in enumerate(cells, start=1):
            if text and (kind := find_personal(text)):
                message = f"这一格含有{kind}，是个人信息，本系统不接收。"
                yield _problem(form, address(row, place), message, REMEDY)
    if count > len(rows):
        yield _rest(form, "个人信息", count - len(rows))


def _repeated(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Rows that share a key, with the cells of each; hashes first, since they are small, then the keys themselves."""
    key = ", ".join(form.dataset.key)
    is_known = " AND ".join(f"{name} IS NOT NULL" for name in form.dataset.key)
    groups = connection.execute(
        f"""
        SELECT list(source_row ORDER BY source_row), count(*) OVER ()
        FROM {form.typed}
        WHERE {is_known} AND hash({key}) IN (
            SELECT hash({key}) FROM {form.typed} WHERE {is_known} GROUP BY 1 HAVING count(*) > 1
        )
        GROUP BY {key} HAVING count(*) > 1 ORDER BY min(source_row) LIMIT {NAMED_CELLS}
        """
    ).fetchall()
    field = form.layout.field_of(form.dataset.key[0])
    labels = "、".join(form.dataset.column_of[name].label for name in form.dataset.key)
    cells = ", ".join(form.layout.field_of(name).cell for name in form.dataset.key)
    for rows, *_ in groups:
        # As the clerk wrote it: a name there, where the table holds its code.
        written = connection.execute(f"SELECT {cells} FROM {form.raw} AS raw WHERE source_row = ?", rows[:1]).fetchone()
        shown = "、".join(shorten(text) for text in written)
        places = [field.address(row) for row in rows[:NAMED_CELLS]]
        more = f"等 {len(rows)} 行" if len(rows) > len(places) else ""
        yield _problem(
            form,
            ",".join(places),
            f"{labels}“{shown}”重复出现：{'、'.join(places)}{more}。",
            "同一张表中不能重复，请删去或合并。",
        )
    if groups and groups[0][1] > len(groups):
        yield _rest(form, labels, groups[0][1] - len(groups))
