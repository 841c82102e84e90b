"""One cell's text → the text of its value for the database, or the reason in Chinese why it has none."""

from collections.abc import Iterable
from difflib import get_close_matches

from etl.forms.layout import Field
from etl.read.personal import REMEDY, find_personal
from etl.schema import NUMBERS, Kind
from etl.values.grammar import PARSERS
from etl.values.numbers import parse_number, to_unit
from etl.values.periods import parse_date, parse_month, parse_quarter
from etl.values.words import clean

DATED = {Kind.DATE: parse_date, Kind.MONTH: parse_month, Kind.QUARTER: parse_quarter}
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


def convert(field: Field, text: str, year: int | None) -> str | None:
    """The value of a cell as text that SQL casts to the column's type, or None where the grammar does not fit.

    `year` completes such cells as 三季度. References are not looked up here.
    """
    column = field.column
    if column.kind in (Kind.TEXT, Kind.CODE):
        return clean(text) if column.kind is Kind.CODE else text.strip()
    if column.kind is Kind.CHOICE:
        return clean(text) if clean(text) in column.choices else None
    if column.kind in DATED:
        value = DATED[column.kind](text, year)
    else:
        value = PARSERS[column.kind](_with_unit(field, text) if column.kind in NUMBERS else text, column.unit)
    return None if value is None else str(value)


def _with_unit(field: Field, text: str) -> str:
    """A bare number followed by the unit that the sheet's header states, where that is not the column's own."""
    if not field.needs_conversion:
        return text
    quantity = parse_number(text)
    return clean(text) + field.unit if quantity and not quantity.unit else text


def explain(field: Field, text: str) -> tuple[str, str]:
    """Message and remedy for a cell that `convert` refuses."""
    column, shown = field.column, f"“{shorten(text)}”"
    if personal := find_personal(text):
        return f"这一格含有{personal}，是个人信息，本系统不接收。", REMEDY
    if column.kind is Kind.CHOICE:
        near = nearest(clean(text), column.choices)
        return (
            f"“{column.label}”没有{shown}这一项。" + (f"最接近的是“{near}”。" if near else ""),
            f"请从这些里选一项：{'、'.join(column.choices)}。",
        )
    if column.kind in NUMBERS and (quantity := parse_number(text)):
        unit = column.unit or "无单位"
        if quantity.qualifier != "eq":
            return f"{shown}不是准确数，“{column.label}”不能带“约、超、近、余、多”等字样。", "请填准确数。"
        if to_unit(parse_number(_with_unit(field, text)) or quantity, column.unit) is None:
            return f"{shown}的单位不能准确换算成“{unit}”。", f"请按“{unit}”填写数字，不带单位。"
        if column.kind is Kind.INTEGER:
            return f"{shown}按“{unit}”不是整数，或超过 15 位。", EXAMPLES[Kind.INTEGER][1]
        return f"{shown}按“{unit}”超过 6 位小数或 14 位整数。", "请减少位数后重新填写。"
    message, remedy = EXAMPLES.get(column.kind, ("无法读取。", "请核对后重新填写。"))
    may_be_empty = column.kind in NUMBERS and not column.is_required
    return f"{shown}{message}", remedy + ("没有数的请留空。" if may_be_empty else "")


def shorten(text: str) -> str:
    """A cell's text as a message quotes it: one line of at most 30 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 30 else f"{line[:30]}…"


def nearest(word: str, words: Iterable[str]) -> str | None:
    """The word that looks most like `word`, one of the same characters first, or None where none does."""
    words = list(words)
    transposed = [other for other in words if sorted(other) == sorted(word)]
    return next(iter(get_close_matches(word, transposed or words, n=1, cutoff=0.5 if not transposed else 0)), None)
