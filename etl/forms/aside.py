"""Rows of a sheet that are no records (totals, headings, footnotes, numbering) → set aside, each with its reason."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import duckdb

from etl.addresses import address, joined
from etl.forms.convert import convert
from etl.forms.headers import bare, column_named, is_numbering
from etl.forms.layout import Field, Form
from etl.forms.titles import is_signature
from etl.forms.units import is_unit_row, stated_in_title
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal
from etl.schema import NUMBERS, Kind
from etl.tables import insert_rows, literal
from etl.values.words import clean

# So many rows that cannot be records are looked at one by one; a form with more is better corrected at its source.
LOOKED_AT = 20_000
BY_ROWS = "以各行的数为准"

TOTAL_WORDS = ("合计", "总计", "小计", "累计", "共计", "总合计", "合计数")
TOTAL = re.compile(r"[一-龥]{0,10}?(?:合|总|小|累|共)计(?:数|行|\(.*\))?:?|(?:本页|本表)?汇总:?|平均(?:数|值)?:?")
GRAND = re.compile(r"(?!.*小计).*[合总共]计.*|.*汇总.*")
AVERAGE = re.compile(r"平均|累计")
PART = re.compile(r"其中[:]?.*")
FOOTNOTE = re.compile(
    r"(?:注|备注|附注|说明|填表说明|填报说明|附|数据来源|资料来源|来源|口径|以下空白|以下无正文|本表|第\d+页|共\d+页|打印)(?:\d*[:：.、]|$).*"
    r"|[*※★].*|(?:填表|填报|制表|审核|复核|统计|单位|分管|报送|经办|联系|签发|校对)[一-龥]{0,6}(?:人|员|领导|日期|时间|电话|签字|签章)?[(:].*"
    r"|(?:填报单位|填表单位|报送单位|报出日期|填报日期|填表日期|填报时间|填表时间|日期|单位\(盖章\)|单位\(公章\)|盖章|签字|填表人|填报人|制表人|审核人|负责人|单位负责人|联系电话).*"
    r"|.*(?:\(盖章\)|\(公章\)|\(签字\)|\(签章\)).*|\d{4}年\d{1,2}月\d{1,2}日|(?:第|共)\s*\d+\s*页.*"
)
HEADING = re.compile(
    r"(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.]|第[一二三四五六七八九十]{1,3}[章节部类]|[(]\d+[)]).*|.*[:]"
)
EXAMPLE = re.compile(r"(?:示例|样例|例如|填写示例).*")
CHINESE = re.compile(r"[一-龥]{3}")
LONG = 40
# A line for signatures has a few texts: who filled in, who checked, when.
SIGNED = 6


class Reason(StrEnum):
    """Why a row is no record, as a clerk reads it."""

    TOTAL = "合计或小计"
    PART = "其中项"
    HEADING = "分组标题"
    FOOTNOTE = "附注或落款"
    NUMBERING = "栏次"
    UNITS = "计量单位"
    HEADER = "重复的表头"
    EXAMPLE = "示例"
    UNREAD = "只在不读取的列有内容的行"


@dataclass(frozen=True)
class Row:
    """A row of the sheet as raw texts, with the fields that could not be read (`odd`) and whether its key is whole."""

    number: int
    cells: tuple[str | None, ...]
    odd: int
    is_keyed: bool

    @property
    def texts(self) -> list[str]:
        """What stands in the row, each text once where a merged cell repeats it."""
        return list(dict.fromkeys(re.sub(r"\s", "", clean(cell)) for cell in self.cells if cell and clean(cell)))


def set_aside(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Problem]:
    """Take the rows that are no records out of the form's typed table; what is to be said of them.

    `form.aside` keeps their row numbers and reasons. Totals are checked against the rows that they sum.
    """
    rows = list(_doubtful(connection, form))
    reasons: dict[int, Reason] = {}
    for row in rows:
        reason = _reason(form, row)
        # What follows 其中 without a key of its own is part of it.
        if reason is None and not row.is_keyed and reasons.get(row.number - 1) is Reason.PART:
            reason = Reason.PART
        if reason:
            reasons[row.number] = reason
    found = [row for row in rows if row.number in reasons or _is_unlabelled_total(connection, form, row, set(reasons))]
    reasons |= {row.number: Reason.TOTAL for row in found if row.number not in reasons}
    unread = _unread(connection, form)
    reasons |= dict.fromkeys(unread, Reason.UNREAD)
    aside = [*(row.number for row in found), *unread]
    insert_rows(connection, form.aside, ("source_row", "reason"), [(number, str(reasons[number])) for number in aside])
    connection.execute(f"DELETE FROM {form.typed} WHERE source_row IN (SELECT source_row FROM {form.aside})")
    problems = [
        *_personal(form, found),
        *_units_below(form, [row for row in found if reasons[row.number] is Reason.FOOTNOTE]),
    ]
    totals = [row for row in found if reasons[row.number] is Reason.TOTAL and not any(map(AVERAGE.search, row.texts))]
    wrong = list(_wrong_totals(connection, form, totals, {row.number for row in found}))
    problems += wrong
    for reason in dict.fromkeys(reasons.values()):
        numbers = sorted(number for number in aside if reasons[number] is reason)
        checked = "，与各行之和相符" if reason is Reason.TOTAL and totals and not wrong else ""
        problems.append(
            _problem(
                form,
                joined(address(number, 1) for number in numbers[:200]),
                f"{_listed(numbers)}是{reason}{checked}，不作为数据读取。",
                "",
                level=Level.NOTE,
                count=len(numbers),
            )
        )
    return problems


def _problem(form: Form, cell: str, message: str, remedy: str, **more) -> Problem:
    code = more.pop("code", "set-aside-row")
    return Problem(file=form.file, sheet=form.sheet, cell=cell, message=message, remedy=remedy, code=code, **more)


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(map(str, numbers[:5]))
    return f"第 {shown} 行{f'等 {len(numbers)} 行' if len(numbers) > 5 else ''}"


def _doubtful(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Row]:
    """The rows that cannot be records as they stand, or in which a column that takes any text says 合计."""
    personal = 1 << len(form.layout.fields)
    required = [field.column.name for field in form.layout.fields if field.column.is_required]
    is_empty = " OR ".join(f"typed.{name} IS NULL" for name in required) or "false"
    taken = {field.index for field in form.layout.fields if field.column.kind not in {Kind.TEXT, Kind.CODE}}
    words = ", ".join(map(literal, TOTAL_WORDS))
    says_total = " OR ".join(
        f"replace(raw.c{index}, ' ', '') IN ({words})" for index in range(form.layout.width) if index not in taken
    )
    is_example = "raw.c0 LIKE '示例%'"
    keyed = " AND ".join(f"typed.{name} IS NOT NULL" for name in form.dataset.key)
    rows = connection.execute(
        f"""
        SELECT typed.odd, {keyed}, raw.* FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row)
        WHERE typed.odd & {personal - 1} <> 0 OR {is_empty} OR {is_example} OR {says_total or "false"}
        ORDER BY source_row LIMIT {LOOKED_AT}
        """
    ).fetchall()
    for odd, is_keyed, number, *cells in rows:
        yield Row(number, tuple(cells), odd, is_keyed)


def _unread(connection: duckdb.DuckDBPyConnection, form: Form) -> list[int]:
    """The rows below the headers in which no column of the form is filled."""
    if form.read is None or form.read.rows == form.layout.last_header_row + count_rows(connection, form.typed):
        return []
    cells = ", ".join(f"c{index}" for index in range(form.layout.width))
    rows = connection.execute(
        f"SELECT source_row FROM {form.raw} ANTI JOIN {form.typed} USING (source_row) "
        f"WHERE source_row > {form.layout.last_header_row} AND coalesce({cells}) IS NOT NULL "
        f"ORDER BY source_row LIMIT {LOOKED_AT}"
    ).fetchall()
    return [number for (number,) in rows]


def count_rows(connection: duckdb.DuckDBPyConnection, source: str) -> int:
    """The number of rows of a table or view."""
    return connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0]


def _reason(form: Form, row: Row) -> Reason | None:
    texts = row.texts
    if not texts:
        return None
    if _is_header(form, row):
        return Reason.HEADER
    if is_numbering(row.cells):
        return Reason.NUMBERING
    if is_unit_row(row.cells):
        return Reason.UNITS
    if EXAMPLE.fullmatch(texts[0]):
        return Reason.EXAMPLE
    if any(map(TOTAL.fullmatch, texts)):
        return Reason.TOTAL
    if FOOTNOTE.fullmatch(texts[0]) and len(texts) <= SIGNED and not _numbers(form, row):
        return Reason.FOOTNOTE
    if len(texts) == 1 and not _numbers(form, row):
        return _lone(form, row, texts[0])
    if row.is_keyed:
        return None
    if any(map(PART.fullmatch, texts[:2])):
        return Reason.PART
    return None


def _lone(form: Form, row: Row, text: str) -> Reason | None:
    """What a row with one text is: a heading, a footnote, or, where the text is a value of its column, a record."""
    if len(text) >= LONG:
        return Reason.FOOTNOTE
    places = {index for index, cell in enumerate(row.cells) if cell and clean(cell)}
    fields = [(place, field) for place, field in enumerate(form.layout.fields) if field.index in places]
    is_value = any(
        not row.odd >> place & 1 and field.column.kind not in {Kind.TEXT, Kind.CODE} for place, field in fields
    )
    takes_anything = any(
        not field.column.references and field.column.kind in {Kind.TEXT, Kind.CODE} for _, field in fields
    )
    if is_value or any(not row.odd >> place & 1 and field.column.references for place, field in fields):
        return None
    is_code = all(field.column.kind is Kind.CODE for _, field in fields)
    if takes_anything and not HEADING.fullmatch(text) and len(places) < 3 and not (is_code and CHINESE.search(text)):
        return None
    return Reason.HEADING


def _numbers(form: Form, row: Row) -> dict[int, Decimal]:
    """Place of a field of numbers → its number in the row."""
    found = {}
    for place, field in enumerate(form.layout.fields):
        text = row.cells[field.index] if field.column.kind in NUMBERS and 0 <= field.index < len(row.cells) else None
        value = convert(field, text, form.layout.year) if text and clean(text) else None
        if value and value.text:
            found[place] = Decimal(value.text)
    return found


def _is_header(form: Form, row: Row) -> bool:
    """Whether most of the row's cells are the headers again, as at a page break."""
    filled = [(index, cell) for index, cell in enumerate(row.cells) if cell and clean(cell)]
    same = [
        index
        for index, cell in filled
        if column_named(form.dataset.name, cell)
        or (index < len(form.layout.headers) and bare(cell) == bare(form.layout.headers[index]))
    ]
    return len(same) >= 2 and len(same) * 3 >= len(filled) * 2


def _summed(form: Form) -> list[tuple[int, Field]]:
    """The fields whose rows may be added up: numbers, but no shares."""
    return [
        (place, field)
        for place, field in enumerate(form.layout.fields)
        if field.column.kind in NUMBERS and field.column.unit not in {"%", "个百分点", "度"}
    ]


def _sums(connection: duckdb.DuckDBPyConnection, form: Form, after: int, before: int) -> dict[int, Decimal] | None:
    """Place of a field → the sum of the records between two rows; None where there is none."""
    fields = _summed(form)
    columns = ", ".join(f"sum({field.column.name})" for _, field in fields)
    count, *sums = connection.execute(
        f"SELECT count(*){', ' if columns else ''}{columns} FROM {form.typed} "
        "WHERE source_row > $after AND source_row < $before",
        {"after": after, "before": before},
    ).fetchone()
    return (
        {place: Decimal(total) for (place, _), total in zip(fields, sums, strict=True) if total is not None}
        if count
        else None
    )


def _agree(form: Form, stated: dict[int, Decimal], sums: dict[int, Decimal]) -> list[int]:
    """The places at which a total is not the sum of its rows, but for the rounding of the total."""
    wrong = []
    for place, _ in _summed(form):
        if place in stated:
            digits = max(0, -stated[place].normalize().as_tuple().exponent)
            if abs(stated[place] - sums.get(place, Decimal(0))) > Decimal(5).scaleb(-digits - 1) * (digits > 0):
                wrong.append(place)
    return wrong


def _wrong_totals(
    connection: duckdb.DuckDBPyConnection, form: Form, totals: Sequence[Row], aside: set[int]
) -> Iterator[Problem]:
    if not totals or form.source.answer("total") == BY_ROWS:
        return
    everything = _sums(connection, form, 0, 1 << 60)
    numbers = sorted(aside)
    for row in totals:
        stated = _numbers(form, row)
        above = max((number for number in numbers if number < row.number), default=0)
        below = min((number for number in numbers if number > row.number), default=1 << 60)
        blocks = [_sums(connection, form, above, row.number), _sums(connection, form, row.number, below)]
        grand = any(map(GRAND.fullmatch, row.texts))
        candidates = [sums for sums in ([everything, *blocks] if grand else [*blocks, everything]) if sums is not None]
        if not candidates or not stated or any(not _agree(form, stated, sums) for sums in candidates):
            continue
        sums = candidates[0]
        wrong = _agree(form, stated, sums)
        told = "；".join(
            f"{form.layout.fields[place].column.label}写 {_plain(stated[place])}，各行之和 {_plain(sums.get(place, Decimal(0)))}"
            for place in wrong[:3]
        )
        yield _problem(
            form,
            joined(form.layout.fields[place].address(row.number) for place in wrong),
            f"第 {row.number} 行的合计与各行之和不符：{told}。",
            "请核对是否漏行或改错；各行的数没有错的，可以确认。",
            level=Level.QUESTION,
            code="total-error",
            count=len(wrong),
            question=form.source.question("total"),
            options=(BY_ROWS,),
        )


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _is_unlabelled_total(connection: duckdb.DuckDBPyConnection, form: Form, row: Row, aside: set[int]) -> bool:
    """Whether a row without any text is exactly the sum of the rows above it."""
    stated = _numbers(form, row)
    if (
        row.is_keyed
        or len(stated) < 1
        or len(row.texts) > len(stated)
        or any(cell and clean(cell) and not re.search(r"\d", cell) for cell in row.cells)
    ):
        return False
    above = _sums(connection, form, max((number for number in aside if number < row.number), default=0), row.number)
    return above is not None and not _agree(form, stated, above) and any(stated.values())


def _units_below(form: Form, footnotes: Sequence[Row]) -> Iterator[Problem]:
    """A unit of money that a footnote states and the columns do not have: nobody may take the figures for another."""
    in_force = {field.unit for field in form.layout.fields if field.column.unit.endswith("元")}
    for row in footnotes:
        units = [unit for text in row.texts for unit in stated_in_title(text).units if unit.endswith("元")]
        if units and in_force and in_force != set(units):
            yield _problem(
                form,
                address(row.number, 1),
                f"表下的附注说金额单位是{units[0]}，表头却按{'、'.join(sorted(in_force))}。",
                "请在表头或表名下写明金额单位，附注与它一致。",
                code="unit-error",
            )


def _personal(form: Form, rows: Sequence[Row]) -> Iterator[Problem]:
    """Personal numbers in rows that are no records; who filled in the form is left out with its row."""
    for row in rows:
        for index, cell in enumerate(row.cells):
            if cell and (kind := find_personal(cell)) and not is_signature(cell, kind):
                yield _problem(
                    form,
                    address(row.number, index + 1),
                    f"这一格含有{kind}，是个人信息，本系统不接收。",
                    REMEDY,
                    code="personal-data",
                )
