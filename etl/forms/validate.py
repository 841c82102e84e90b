"""A form's typed rows → its problems: unreadable cells, gaps, ranges, row rules, repeated keys, personal values."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

import duckdb

from etl.addresses import address, joined
from etl.datasets import referred
from etl.forms.columns import lost_columns
from etl.forms.convert import convert, explain, quotable
from etl.forms.layout import Field, Form
from etl.forms.merged import merged_problems
from etl.forms.notes import said_of_cells
from etl.forms.personal_cells import personal_beside
from etl.forms.registers import is_of_other_level, register
from etl.forms.type_rows import personal_bit
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal, is_personal_name
from etl.schema import AREA_LEVEL, AREA_LEVELS, Column, Kind, Rule
from etl.values.words import clean

# So many cells are named for one kind of problem; the rest is counted.
NAMED_CELLS = 200
# So many different sentences for one kind of problem; the cells of the rest go to the last of them.
SENTENCES = 5
RIGHT = "数字无误"
BEHIND_OFFICE = re.compile(r"(?:办公室|办|局|委员?会?|公司|中心|站|所|大队|科|股|村|社区|园区)[\s:、,]*([一-龥]{2,4})$")


@dataclass(frozen=True)
class Said:
    """What is said of a cell; a question has the words that tell it from others (`asks`) and its answers."""

    message: str
    remedy: str
    asks: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """Rows of the typed table for which `fails` (SQL) holds are wrong at `field`; `explain` gets the raw cell."""

    fails: str
    field: Field
    explain: Callable[[str | None], Said]
    code: str
    level: Level = Level.ERROR


def validate(
    connection: duckdb.DuckDBPyConnection, form: Form, today: date, incomplete: Collection[str] = ()
) -> list[Problem]:
    """Every problem of the form's rows; cells of the same sentence are one problem, of which `NAMED_CELLS` are named.

    `today` is the day of loading: demonstration, which reports nobody's facts, may lie after it.
    References to `incomplete` registers are not judged: what they miss may stand in the form that could not be read.
    """
    checks = [] if form.layout.lacks_required else list(_checks(connection, form, today, incomplete))
    counts = connection.execute(
        f"SELECT {''.join(f'count(*) FILTER (WHERE {check.fails}), ' for check in checks)}"
        f"count(*) FILTER (WHERE odd & {personal_bit(form)} <> 0), count(*) FROM {form.typed}"
    ).fetchone()
    *failures, personal, rows = counts
    lost = list(lost_columns(connection, form))
    if not rows:
        empty = _problem(
            form, "", "表中没有数据行。", "请填写后重新报送；不需要的空表可以移走。", "row-error", level=Level.WARNING
        )
        return [*lost, empty]
    problems = [
        problem
        for check, count in zip(checks, failures, strict=True)
        if count
        for problem in _named(connection, form, check, count)
    ]
    return [
        *lost,
        *problems,
        *(_personal(connection, form) if personal else ()),
        *personal_beside(connection, form),
        *_persons(connection, form),
        *_short(connection, form),
        *merged_problems(connection, form),
        *said_of_cells(connection, form),
        *_commented(connection, form),
        *(() if form.layout.lacks_required else _repeated(connection, form)),
    ]


def _problem(form: Form, cell: str, message: str, remedy: str, code: str, **more) -> Problem:
    return Problem(file=form.file, sheet=form.sheet, cell=cell, message=message, remedy=remedy, code=code, **more)


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
        if column.is_required:
            missing = _said(f"“{label}”没有填写。", "此项必填，请补填。")
            yield Check(f"{name} IS NULL AND odd & {1 << place} = 0", field, missing, "missing-cell")
        if column.minimum is not None:
            low = _out_of_range(field, f"小于最小值 {column.minimum:g}")
            yield Check(f"{name} < {column.minimum}", field, low, "constraint-error")
        if column.maximum is not None:
            high = _out_of_range(field, f"大于最大值 {column.maximum:g}")
            yield Check(f"{name} > {column.maximum}", field, high, "constraint-error")
        if column.is_past and form.origin != "demo":
            yield Check(is_after(column, today), field, _not_yet(field, today), "constraint-error")
    for rule in form.dataset.rules:
        if not (rule.level is Level.QUESTION and (form.origin != "reported" or _is_answered(form, rule))):
            # A row with an unreadable cell would break rules that it meets once the cell is right.
            yield Check(
                f"odd & {personal_bit(form) - 1} = 0 AND NOT ({rule.check})",
                form.layout.field_of(rule.column),
                _said(rule.message, rule.remedy, *_asked(rule)),
                "row-constraint",
                rule.level,
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


def _said(
    message: str, remedy: str, asks: tuple[str, ...] = (), options: tuple[str, ...] = ()
) -> Callable[[str | None], Said]:
    return lambda text: Said(message, remedy, asks, options)


def _out_of_range(field: Field, how: str) -> Callable[[str | None], Said]:
    return lambda text: Said(f"“{field.column.label}”是 {quotable(text or '')}，{how}。", "请核对数字和单位。")


def _not_yet(field: Field, today: date) -> Callable[[str | None], Said]:
    return lambda text: Said(
        f"“{field.column.label}”是 {quotable(text or '')}，晚于今天（{today}），事情还没有发生。",
        "请核对年份和日期；计划中的事等发生以后再填。",
    )


def _of_other_level(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Callable[[str | None], Said]:
    def said(text: str | None) -> Said:
        # Names of two areas may differ by invisible characters only; either tells why the cell does not fit.
        codes = sorted(register(connection, field.column, form.origin).codes[clean(text)])
        (level,) = connection.execute(
            f"SELECT {AREA_LEVEL} FROM core.areas WHERE list_contains(?, area_code) "
            f"AND {is_of_other_level(field.column, 'area_code')} ORDER BY area_code",
            [codes],
        ).fetchone()
        taken = field.column.levels_label
        return Said(
            f"“{field.column.label}”填的“{quotable(text)}”是{AREA_LEVELS[level]}，这一列只填{taken}。",
            f"请改填{taken}的名称或代码。",
        )

    return said


def _unreadable(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> Callable[[str | None], Said]:
    column = field.column

    def said(text: str | None) -> Said:
        if personal := find_personal(text):
            return Said(f"这一格含有{personal}，是个人信息，本系统不接收。", REMEDY)
        if column.references:
            known = register(connection, column, form.origin)
            options = known.options(text)
            return Said(*known.explain(column, text), ("name", column.name, clean(text)) if options else (), options)
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
    for row, text in cells:
        said = check.explain(text)
        shown = f"“{quotable(text or '')}”"
        first = alike.setdefault((said.message.replace(shown, ""), said.remedy, *said.options), said)
        if first not in sentences and len(sentences) >= SENTENCES:
            first = next(reversed(sentences))
        sentences.setdefault(first, []).append(check.field.address(row))
        quoted.setdefault(first, set()).add(shown)
    for place, (said, named) in enumerate(sentences.items(), start=1):
        total = len(named) + (count - len(cells) if place == len(sentences) else 0)
        level = Level.QUESTION if said.asks else check.level
        asked = {"question": form.source.question(*said.asks), "options": said.options} if said.asks else {}
        code = "personal-data" if said.remedy == REMEDY else check.code
        message = _with_all(said.message, quoted[said])
        yield _problem(form, joined(named), message, said.remedy, code, level=level, count=total, **asked)


def _with_all(message: str, shown: set[str]) -> str:
    """The sentence about one quoted cell as one about all cells that differ in it alone."""
    first = next((quote for quote in shown if quote in message), None)
    return message.replace(first, f"{first}等", 1) if first and len(shown) > 1 else message


def _personal(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The cells that are a person's, one problem for each kind; what SQL only suspects is looked at here."""
    rows = connection.execute(
        f"SELECT raw.* FROM (SELECT source_row FROM {form.typed} WHERE odd & {personal_bit(form)} <> 0 "
        f"ORDER BY source_row) JOIN {form.raw} AS raw USING (source_row) ORDER BY source_row"
    ).fetchall()
    found: dict[str, list[str]] = {}
    for row, *cells in rows:
        for place, text in enumerate(cells, start=1):
            if text and (kind := find_personal(text)):
                found.setdefault(kind, []).append(address(row, place))
    for kind, cells in found.items():
        message = f"这一格含有{kind}，是个人信息，本系统不接收。"
        yield _problem(form, joined(cells[:NAMED_CELLS]), message, REMEDY, "personal-data", count=len(cells))


def _persons(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Persons where an office or a post must stand."""
    for field in form.layout.fields:
        if not field.column.is_unit:
            continue
        known = {spelling for (spelling,) in connection.execute("SELECT spelling FROM staging.spellings").fetchall()}
        rows = connection.execute(
            f"SELECT source_row, {field.cell} FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row) "
            f"WHERE {field.cell} IS NOT NULL ORDER BY source_row"
        ).fetchall()
        is_person = {text: _names_person(text, known) for _, text in rows}
        cells = [field.address(row) for row, text in rows if is_person[text]]
        if cells:
            message = f"“{field.column.label}”填的像是姓名，是个人信息，本系统不接收。"
            remedy = "请改填单位名称或职务，不写姓名。"
            yield _problem(form, joined(cells[:NAMED_CELLS]), message, remedy, "personal-data", count=len(cells))


def _names_person(text: str, known: Collection[str]) -> bool:
    behind = BEHIND_OFFICE.search(clean(text))
    return is_personal_name(text, known) or bool(behind and is_personal_name(behind[1], known))


def _short(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Records of a text file that end before the last column of the form: a cell may have slipped."""
    last = max((field.index for field in form.layout.fields), default=0)
    ended = {row: cells for row, cells in (form.read.short if form.read else ()) if cells <= last}
    if not ended:
        return
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE source_row IN (SELECT unnest(?)) ORDER BY source_row", [list(ended)]
    ).fetchall()
    cells = [address(row, ended[row] + 1) for (row,) in rows]
    if cells:
        yield _problem(
            form,
            joined(cells[:NAMED_CELLS]),
            f"这一行只有 {ended[rows[0][0]]} 格，比表头少，可能串了列。",
            "请补齐逗号，或用 Excel 打开核对后另存。",
            "missing-cell",
            count=len(cells),
        )


def _commented(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Comments on the cells of records, which nobody reads here and which may say that a number is another."""
    if form.read and form.read.comments:
        rows = {row for (row,) in connection.execute(f"SELECT source_row FROM {form.typed}").fetchall()}
        cells = [cell for cell in form.read.comments if int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) in rows]
        if cells:
            yield _problem(
                form,
                joined(cells[:NAMED_CELLS]),
                "这里有批注，批注的内容没有读取，只读了格里的数。",
                "批注里如有更正，请直接改在格里。",
                "marked-content",
                level=Level.WARNING,
                count=len(cells),
            )


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
        GROUP BY {key} HAVING count(*) > 1 ORDER BY min(source_row) LIMIT {SENTENCES}
        """
    ).fetchall()
    field = form.layout.field_of(form.dataset.key[0])
    labels = "、".join(form.dataset.column_of[name].label for name in form.dataset.key)
    for rows, *_ in groups:
        shown = written_key(connection, form, rows[0])
        places = [field.address(row) for row in rows[:NAMED_CELLS]]
        more = f"等 {len(rows)} 行" if len(rows) > 20 else ""
        yield _problem(
            form,
            ",".join(places),
            f"{labels}“{shown}”重复出现：{'、'.join(places[:20])}{more}。",
            "同一张表中不能重复，请删去或合并。",
            "primary-key",
            count=len(rows),
        )
    if groups and groups[0][1] > len(groups):
        count = groups[0][1] - len(groups)
        yield _problem(
            form, "", f"{labels}另有 {count} 组重复，没有逐一列出。", "请一并检查。", "primary-key", count=count
        )


def written_key(connection: duckdb.DuckDBPyConnection, form: Form, row: int) -> str:
    """The key of a row as the clerk wrote it: a name there, where the table holds its code."""
    cells = ", ".join(form.layout.field_of(name).cell for name in form.dataset.key)
    written = connection.execute(f"SELECT {cells} FROM {form.raw} AS raw WHERE source_row = ?", [row]).fetchone()
    return "、".join(quotable(text or "") for text in written)


def repeated_between(connection: duckdb.DuckDBPyConnection, form: Form, twins: Collection[Form]) -> list[Problem]:
    """Rows of a sheet that stand in another sheet of the same file as well."""
    same = " AND ".join(f"own.{name} = twin.{name}" for name in form.dataset.key)
    field = form.layout.field_of(form.dataset.key[0])
    labels = "、".join(form.dataset.column_of[name].label for name in form.dataset.key)
    found = []
    for twin in twins:
        rows = connection.execute(
            f"SELECT own.source_row FROM {form.typed} AS own SEMI JOIN {twin.typed} AS twin ON {same} ORDER BY 1"
        ).fetchall()
        if rows:
            found.append(
                _problem(
                    form,
                    joined(field.address(row) for (row,) in rows[:NAMED_CELLS]),
                    f"{labels}与工作表“{twin.sheet}”重复，如“{written_key(connection, form, rows[0][0])}”。",
                    "同一份文件中不能重复，请只留一处。",
                    "primary-key",
                    count=len(rows),
                )
            )
    return found
