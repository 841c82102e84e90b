"""A form's typed rows → its problems: unreadable cells, gaps, ranges, row rules, repeated keys, personal values."""

from collections.abc import Callable, Collection, Iterator
from datetime import date

import duckdb

from etl.datasets import referred
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import LIKE_A_NAME, REMEDY, find_personal, is_personal_name, quotable
from etl.schema import AREA_LEVEL, AREA_LEVELS, NUMBERS, Column, Kind, Rule
from etl.validate.cell_checks import commented, long_rows, persons, short_rows, units_of_rows
from etl.validate.checks import RIGHT, Check, Said, early, far_ahead, nines, said, unfitting
from etl.validate.columns import lost_columns
from etl.validate.convert import convert, explain
from etl.validate.dittos import ABOVE, AS_ABOVE, asked_of
from etl.validate.history import period
from etl.validate.layout import NAMED_CELLS, Field, Form
from etl.validate.merged import merged_problems
from etl.validate.notes import said_of_cells
from etl.validate.of_columns import converted, judged_rules, of_another_period, without_base
from etl.validate.personal_cells import personal_beside, personal_in_records
from etl.validate.places_beside import other_places
from etl.validate.registers import is_of_other_level, register
from etl.validate.repeated import repeated
from etl.validate.totals import totals_alone
from etl.validate.type_rows import personal_bit

# So many different sentences for one kind of problem; the cells of the rest go to the last of them.
SENTENCES = 5
NO_FIGURES = "本期确实没有数"


def validate(
    connection: duckdb.DuckDBPyConnection, form: Form, today: date, incomplete: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the form's rows; cells of the same sentence are one problem, of which `NAMED_CELLS` are named.

    `today` is the day of loading: demonstration, which reports nobody's facts, may lie after it.
    References to `incomplete` registers are not judged: what they miss may stand in the form that could not be read.
    """
    checks = [] if form.layout.lacks_required else list(_checks(connection, form, today, incomplete))
    [(*failures, personal, rows)] = connection.execute(
        f"SELECT {''.join(f'count(*) FILTER (WHERE {check.fails}), ' for check in checks)}"
        f"count(*) FILTER (WHERE odd & {personal_bit(form)} <> 0), count(*) FROM {form.typed}"
    ).fetchall()
    lost = list(lost_columns(connection, form))
    if not rows:
        remedy = "请填写后重新报送；不需要的空表可以移走。"
        if totals := totals_alone(connection, form):
            return [*lost, totals]
        return [*lost, form.problem((), "表中没有数据行。", remedy, "row-error", Level.WARNING)]
    if (empty := [*_without_figures(connection, form)]) and form.origin == "reported":
        lost += empty
    problems = [
        problem
        for check, count in zip(checks, failures, strict=True)
        if count
        for problem in _named(connection, form, check, count)
    ]
    return [
        *lost,
        *problems,
        *(personal_in_records(connection, form) if personal else ()),
        *personal_beside(connection, form),
        *persons(connection, form),
        *other_places(connection, form),
        *short_rows(connection, form),
        *long_rows(connection, form),
        *units_of_rows(connection, form),
        *merged_problems(connection, form),
        *said_of_cells(connection, form),
        *converted(form),
        *of_another_period(connection, form),
        *without_base(connection, form),
        *commented(connection, form),
        *(() if form.layout.lacks_required else repeated(connection, form)),
    ]


def _without_figures(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The question whether a form of some period in which not one figure is filled in is meant so, or a mistake."""
    fields = [field.column for field in form.layout.fields]
    # A choice that may be left empty says something where it is made, as a number does.
    numbers = [
        column.name
        for column in fields
        if column.kind in NUMBERS or (column.kind in (Kind.BOOLEAN, Kind.CHOICE) and not column.is_required)
    ]
    if not numbers or period(form.dataset) is None or form.source.answer("figures") == NO_FIGURES:
        return
    [(filled,)] = connection.execute(
        f"SELECT count(*) FROM {form.typed} WHERE coalesce({', '.join(f'CAST({name} AS VARCHAR)' for name in numbers)}) "
        f"IS NOT NULL OR odd & {personal_bit(form) - 1} <> 0"
    ).fetchall()
    if not filled:
        message = "表里一个数也没有填。"
        remedy = "请填写后重新报送；本期确实没有数的，请确认。"
        yield form.problem((), message, remedy, "missing-cell", asks=("figures",), options=(NO_FIGURES,))


def _checks(
    connection: duckdb.DuckDBPyConnection, form: Form, today: date, incomplete: Collection[str]
) -> Iterator[Check]:
    for place, field in enumerate(form.layout.fields):
        column, name, label = field.column, field.column.name, field.column.label
        if not column.references or referred(column)[0] not in incomplete:
            kind = "foreign-key" if column.references else "type-error"
            yield Check(f"odd & {1 << place} <> 0", field, _unreadable(connection, form, field), kind)
            if column.area_levels:
                of_other = _of_other_level(connection, form, field)
                yield Check(is_of_other_level(column, name), field, of_other, "foreign-key")
            yield from unfitting(field)
        if column.is_required:
            missing = said(f"“{label}”没有填写。", "此项必填，请补填。")
            yield Check(f"{name} IS NULL AND odd & {1 << place} = 0", field, missing, "missing-cell")
        if column.minimum is not None:
            low = _out_of_range(field, f"小于最小值 {column.minimum:g}")
            yield Check(f"{name} < {column.minimum}", field, low, "constraint-error")
        if column.maximum is not None:
            high = _out_of_range(field, f"大于最大值 {column.maximum:g}")
            yield Check(f"{name} > {column.maximum}", field, high, "constraint-error")
        if column.is_past and form.origin != "demo":
            yield Check(is_after(column, today), field, _not_yet(field, today), "constraint-error")
        yield from early(form, field, today)
        yield from far_ahead(form, field, today)
        yield from nines(form, field)
    for rule in judged_rules(form):
        if not (rule.level is Level.QUESTION and (form.origin != "reported" or _is_answered(form, rule))):
            # A row with a wrong cell would break rules that it meets once the cell is right.
            yield Check(
                f"odd & {personal_bit(form) - 1} = 0 {_in_range(form, rule)} AND NOT ({rule.check})",
                form.layout.field_of(rule.column),
                said(rule.message, rule.remedy, *_asked(rule)),
                "row-constraint",
                rule.level,
            )


def _in_range(form: Form, rule: Rule) -> str:
    """SQL: no figure of which the rule speaks is below what its column takes."""
    return " ".join(
        f"AND coalesce({column.name} >= {column.minimum}, true)"
        for column in (field.column for field in form.layout.fields)
        if column.minimum is not None and column.name in rule.check
    )


def _asked(rule: Rule) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (("rule", rule.column, rule.message), (RIGHT,)) if rule.level is Level.QUESTION else ((), ())


def _is_answered(form: Form, rule: Rule) -> bool:
    return form.source.answer("rule", rule.column, rule.message) == RIGHT


def is_after(column: Column, today: date) -> str:
    """SQL: the day, month, quarter or instant of `column` begins after the day `today`."""
    return {
        Kind.DATE: f"{column.name} > DATE '{today}'",
        Kind.INSTANT: f"CAST({column.name} AS DATE) > DATE '{today}'",
        Kind.MONTH: f"{column.name} > '{today:%Y-%m}'",
        Kind.QUARTER: f"{column.name} > '{today.year}Q{(today.month + 2) // 3}'",
    }[column.kind]


def _out_of_range(field: Field, how: str) -> Callable[[str], Said]:
    return lambda text: Said(f"“{field.column.label}”是 {quotable(text)}，{how}。", "请核对数字和单位。")


def _not_yet(field: Field, today: date) -> Callable[[str], Said]:
    return lambda text: Said(
        f"“{field.column.label}”是 {quotable(text)}，晚于今天（{today}），事情还没有发生。",
        "请核对年份和日期；计划中的事等发生以后再填。",
    )


def _of_other_level(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Callable[[str], Said]:
    def said(text: str) -> Said:
        # Names of two areas may differ by invisible characters only; either tells why the cell does not fit.
        codes = register(connection, field.column, form.origin).standing_for(text)
        [(level,), *_] = connection.execute(
            f"SELECT {AREA_LEVEL} FROM core.areas WHERE list_contains(?, area_code) "
            f"AND {is_of_other_level(field.column, 'area_code')} ORDER BY area_code",
            [codes],
        ).fetchall()
        taken = field.column.levels_label
        return Said(
            f"“{field.column.label}”填的“{quotable(text)}”是{AREA_LEVELS[level]}，这一列只填{taken}。",
            f"请改填{taken}的名称或代码。",
        )

    return said


def _unreadable(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Callable[[str], Said]:
    column = field.column

    def said(text: str) -> Said:
        if personal := find_personal(text):
            return Said(f"这一格含有{personal}，是个人信息，本系统不接收。", REMEDY)
        if column.references:
            known = register(connection, column, form.origin)
            if is_personal_name(text):
                message = f"“{column.label}”有一格填的{LIKE_A_NAME}，不在“{known.label}”中，不显示。"
                return Said(message, "请改填登记的名称或代码；姓名是个人信息，本系统不接收。")
            options = known.options(text)
            return Said(*known.explain(column, text), ("name", column.name, clean(text)) if options else (), options)
        if column.kind in NUMBERS and ABOVE.fullmatch(clean(text)):
            message = f"“{column.label}”填的是“同上”一类的记号。"
            return Said(message, "请填数字；确实与上一行相同的，请确认。", asked_of(field), (AS_ABOVE,))
        if convert(field, text, form.layout.year) is not None:
            return Said("这一列的特殊写法太多，没有全部读取。", "请在原系统中改用统一写法后重新导出。")
        return Said(*explain(field, text))

    return said


def _named(connection: duckdb.DuckDBPyConnection, form: Form, check: Check, count: int) -> Iterator[Problem]:
    """One problem for all cells of which the same is to be said; the cells that are not named any more are counted."""
    cells = connection.execute(
        f"SELECT typed.source_row, {check.field.cell} FROM "
        f"(SELECT source_row FROM {form.typed} WHERE {check.fails} ORDER BY source_row LIMIT {NAMED_CELLS}) AS typed "
        f"JOIN {form.raw} AS raw USING (source_row) ORDER BY source_row"
    ).fetchall()
    sentences: dict[Said, list[str]] = {}
    # Sentences that differ in the quoted cell alone are one.
    alike: dict[tuple[str, ...], Said] = {}
    quoted: dict[Said, set[str]] = {}
    for row, cell in cells:
        text = cell or ""
        said, shown = check.explain(text), f"“{quotable(text)}”"
        first = alike.setdefault((said.message.replace(shown, ""), said.remedy, *said.options), said)
        if first not in sentences and len(sentences) >= SENTENCES:
            first = next(reversed(sentences))
        sentences.setdefault(first, []).append(check.field.address(row))
        quoted.setdefault(first, set()).add(shown)
    for place, (said, named) in enumerate(sentences.items(), start=1):
        total = len(named) + (count - len(cells) if place == len(sentences) else 0)
        code = "personal-data" if said.remedy == REMEDY else check.code
        message = _with_all(said.message, quoted[said])
        yield form.problem(
            named, message, said.remedy, code, check.level, count=total, asks=said.asks, options=said.options
        )


def _with_all(message: str, shown: set[str]) -> str:
    """The sentence about one quoted cell as one about all cells that differ in it alone."""
    first = next((quote for quote in shown if quote in message), None)
    return message.replace(first, f"{first}等", 1) if first and len(shown) > 1 else message
