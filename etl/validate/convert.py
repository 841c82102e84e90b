"""One cell's text → the text of its value for the database, with what was done to it, or the reason why it has none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum

from etl.parse.day_spans import first_day, last_of_month
from etl.parse.grammar import PARSERS
from etl.parse.instants import parse_instant
from etl.parse.numbers import ROUNDING, parse_number, parse_rounded, to_unit
from etl.parse.periods import parse_cumulative, parse_date, parse_month, parse_quarter
from etl.parse.short_years import with_long_year
from etl.parse.words import clean, half_width, is_placeholder, is_yet_to_come
from etl.read.personal import REMEDY, find_personal, quotable
from etl.schema import NUMBERS, PERIODS, Column, Kind
from etl.validate.choices import chosen
from etl.validate.joined import begins, in_one
from etl.validate.layout import BESIDE, Field

DATED = {
    Kind.DATE: parse_date, Kind.MONTH: parse_month, Kind.QUARTER: parse_quarter, Kind.INSTANT: parse_instant
}  # fmt: skip
# What a definition says of a day on which something began.
FIRST = "第一次"
# What is due in a month is due on its last day; when something was done in a month, nobody can tell.
DUE = re.compile("期限|时限|应办结|计划完成")
EXAMPLES = {
    Kind.BOOLEAN: ("不是“是”或“否”。", "请只填“是”或“否”。"),
    Kind.DATE: ("不是日期。", "请填四位年份的日期，如 2024-11-04。"),
    Kind.INSTANT: ("不是时间。", "请填日期和时分，如 2024-11-04 17:30。"),
    Kind.MONTH: ("不是月份。", "请填年月，如 2024-11。"),
    Kind.QUARTER: ("不是季度。", "请填年份和季度，如 2024Q3 或 2024年第三季度。"),
    Kind.EDTF: ("不是日期、年月或年份。", "请填 2024、2024-11 或 2024-11-04，年份不详的写 XXXX-12。"),
    Kind.INTEGER: ("不是整数。", "请填整数，如 12。"),
    Kind.DECIMAL: ("不是数字。", "请填数字，如 1234.5。"),
}
PERCENT = "%"
BARE_MONTH = re.compile(r"(0?[1-9]|1[0-2])")
THIS_ONE = re.compile(r"[(][本当](?:月|季度?|期)(?:末?[数值])?(?:[,，、;；]?(?:非|不含|不是)累计[数值]?)?[)]$")
# What is counted at the end of a year is of its last day.
END_OF_YEAR = re.compile("年年?[底末]$")
HALF_OF_DAY = re.compile(r"(?<=[0-9日号])\s*(?:上午|下午|晚上|早上|中午|全天)$")
FOOTNOTE_MARK = re.compile(r"(?<=[0-9人户家件次元万亿%])\s*(?:[①-⑳¹²³⁴-⁹]|[*※★#]{1,3}|[\[〔【]\d{1,2}[\]〕】])$")
# 0120 may be 120, 1200 or a number by which something is called; 05 is the five of a list.
ZERO_IN_FRONT = re.compile(r"[-+]?0[0-9]{2}")


class Done(StrEnum):
    """What was done to a cell that does not say its value in the usual way."""

    BLANK = "blank"
    ROUNDED = "rounded"
    RESOLVED = "resolved"
    SERIAL = "serial"
    SHARE = "share"
    CUMULATIVE = "cumulative"
    FOOTED = "footed"
    ZERO_IN_FRONT = "zero-in-front"
    SHORT_YEAR = "short-year"
    YEAR_OR_DAY = "year-or-day"
    FIRST_DAY = "first-day"
    LAST_DAY = "last-day"


@dataclass(frozen=True)
class Value:
    """A value as text that SQL casts to the column's type, empty for none; `done` is None where nothing need be said."""

    text: str
    done: Done | None = None


def convert(field: Field, text: str, year: int | None, *, is_share: bool = False) -> Value | None:
    """The value of a cell, or None where the grammar does not fit; references are not looked up here.

    `year` completes such cells as 三季度; with `is_share` a bare 0.4 of a column in % is 40.
    """
    column = field.column
    if not clean(text):
        return Value("")
    if not column.is_required and column.kind is not Kind.BOOLEAN and is_placeholder(text):
        return Value("", Done.BLANK)
    if not column.is_required and column.kind in NUMBERS | set(DATED) and is_yet_to_come(text):
        return Value("", Done.BLANK)
    if column.kind in (Kind.TEXT, Kind.CODE):
        return Value(half_width(text) if column.kind is Kind.CODE else text.strip())
    if column.kind is Kind.CHOICE:
        choice = chosen(column, text)
        return None if choice is None else Value(choice)
    if column.kind in NUMBERS:
        number = _number(field, text, is_share) or _footed(field, text, is_share)
        is_odd = column.unit and ZERO_IN_FRONT.match(clean(text))
        return replace(number, done=Done.ZERO_IN_FRONT) if number and is_odd else number
    if field.beside and column.kind in PERIODS:
        return _in_one(field, text)
    if column.kind in PERIODS and (long := with_long_year(text, year, is_day=column.kind in (Kind.DATE, Kind.INSTANT))):
        found = convert(field, long[0], year)
        return replace(found, done=Done.SHORT_YEAR if long[1] else Done.YEAR_OR_DAY) if found else None
    if column.kind in DATED:
        value = DATED[column.kind](_dated(column, text), year)
        if value is None and column.kind is Kind.QUARTER and (quarter := parse_cumulative(text, year)):
            return Value(quarter, Done.CUMULATIVE)
        if value is None and column.kind is Kind.DATE and FIRST in column.definition and (day := first_day(text, year)):
            return Value(str(day), Done.FIRST_DAY)
        if value is None and column.kind is Kind.DATE and DUE.search(column.label) and (day := last_of_month(text)):
            return Value(str(day), Done.LAST_DAY)
        return (
            None
            if value is None
            else Value(str(value), Done.SERIAL if clean(text).isdecimal() and len(clean(text)) == 5 else None)
        )
    parsed = PARSERS[column.kind](text, column.unit)
    return None if parsed is None else Value(str(parsed))


def _in_one(field: Field, text: str) -> Value | None:
    """The value of columns that are read together; None where one of them gainsays the others."""
    alone, texts = replace(field, beside=()), text.split(BESIDE)
    read = [convert(alone, words, None) for words in in_one(field.column.kind, texts)]
    values = {value.text: value for value in read if value and value.text}
    if len(values) != 1:
        return None
    ((found, value),) = values.items()
    return value if len(texts) == 1 or found.startswith(begins(field.column.kind, texts[0])) else None


def _dated(column: Column, text: str) -> str:
    """A day without the hour that is written behind it; a month without the word that it is this one, or bare."""
    if column.kind is Kind.DATE and (instant := parse_instant(text)):
        return f"{instant:%Y-%m-%d}"
    if column.kind is Kind.DATE:
        return END_OF_YEAR.sub("年12月底", HALF_OF_DAY.sub("", clean(text)))
    if column.kind is Kind.QUARTER and END_OF_YEAR.search(clean(text)):
        return END_OF_YEAR.sub("年12月底", clean(text))
    if column.kind is Kind.MONTH and (month := BARE_MONTH.fullmatch(clean(text))):
        return f"{month[1]}月"
    return THIS_ONE.sub("", clean(text))


def _number(field: Field, text: str, is_share: bool) -> Value | None:
    column = field.column
    quantity = parse_number(text)
    if column.unit == PERCENT and quantity and not quantity.unit and 0 < abs(quantity.value) <= 1:
        shown = f"{(quantity.value * 100).normalize():f}" if is_share else text
        value = PARSERS[column.kind](shown, column.unit)
        return None if value is None else Value(str(value), Done.SHARE)
    if field.needs_conversion and quantity and not quantity.unit and quantity.qualifier == "eq":
        # In the sheet's unit first: 6.04亿 under a header of 万元 is not 6.04亿 of the column's own unit.
        stated = to_unit(quantity, field.unit, ROUNDING)
        if stated is None:
            return None
        text = f"{stated * field.factor:f}"
    value = PARSERS[column.kind](text, column.unit)
    if value is None and column.kind is Kind.DECIMAL and (rounded := parse_rounded(text, column.unit)) is not None:
        return Value(str(rounded), Done.ROUNDED)
    return None if value is None else Value(str(value))


def _footed(field: Field, text: str, is_share: bool) -> Value | None:
    """A number behind which a mark points to a note below the table."""
    words = clean(text)
    without = FOOTNOTE_MARK.sub("", words)
    value = _number(field, without, is_share) if without != words else None
    return Value(value.text, value.done or Done.FOOTED) if value else None


def explain(field: Field, text: str) -> tuple[str, str]:
    """Message and remedy for a cell that `convert` refuses."""
    column, shown = field.column, f"“{field.column.label}”填的“{quotable(text)}”"
    if personal := find_personal(text):
        return f"这一格含有{personal}，是个人信息，本系统不接收。", REMEDY
    if column.kind is Kind.CHOICE:
        near = nearest(clean(text), column.choices)
        return (
            f"“{column.label}”没有“{quotable(text)}”这一项。{column.only}" + (f"最接近的是“{near}”。" if near else ""),
            f"请从这些里选一项：{'、'.join(column.choices)}。",
        )
    if column.kind in NUMBERS and (quantity := parse_number(text)):
        unit = column.unit or "无单位"
        if quantity.qualifier != "eq":
            return f"{shown}不是准确数，不能带“约、超、近、余、多”等字样。", "请填准确数。"
        if quantity.unit and to_unit(quantity, column.unit) is None or quantity.scale:
            return f"{shown}的单位不能准确换算成“{unit}”。", f"请按“{unit}”填写数字，不带单位。"
        if column.kind is Kind.INTEGER:
            return f"{shown}按“{unit}”不是整数，或超过 15 位。", EXAMPLES[Kind.INTEGER][1]
        return f"{shown}按“{unit}”超过 14 位整数。", "请减少位数后重新填写。"
    message, remedy = EXAMPLES.get(column.kind, ("无法读取。", "请核对后重新填写。"))
    if column.kind is Kind.INSTANT and parse_date(text, 2024):
        return f"{shown}只有日期，缺时分。", remedy
    if column.kind in DATED and DATED[column.kind](text, 2024) is not None:
        return f"{shown}没有写年份，表上也没有写明是哪一年。", remedy
    may_be_empty = column.kind in NUMBERS and not column.is_required
    return f"{shown}{message}", remedy + ("没有数的请留空。" if may_be_empty else "")


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that looks most like `word`, one of the same characters first, or None where none does."""
    words = list(words)
    transposed = [other for other in words if sorted(other) == sorted(word)]
    return next(iter(get_close_matches(word, transposed or words, n=1, cutoff=0.5 if not transposed else 0)), None)
