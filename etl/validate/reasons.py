"""A row that cannot be a record as it stands → the reason for which it is none: a total, a heading, a footnote."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import duckdb

from etl.parse.periods import parse_cumulative, parse_month, parse_quarter
from etl.parse.words import clean
from etl.schema import NUMBERS, Kind
from etl.validate.convert import convert
from etl.validate.header_rows import is_numbering
from etl.validate.headers import bare, column_named
from etl.validate.layout import Form
from etl.validate.units import is_unit_row

TOTAL = re.compile(
    r"[一-龥]{0,10}?(?:合|总|小|累|共)计(?:数|行|\(.*\)|:?\d{1,4}[个家户项件条行][一-龥]{0,4})?:?|计|(?:本页|本表)?汇总:?|平均[一-龥]{0,4}:?"
    r"|全(?:市|县|区|镇|乡|街道|片区|园区|村|社区)(?:合|总|小)?计?:?"
)
# What is worked out of other rows, for comparison.
DERIVED = re.compile(
    r"(?:(?:比|较)?(?:上年|去年|上季度?|上月|上期|同期).{0,6}(?:增[减长幅速]|变化)|同比|环比|占比|比重|增长率?|增[减幅速]|完成率).{0,6}"
    r"|(?:上年|去年)(?:同期|同季|同月)?(?:数|值)?|上(?:季度?|月|期)(?:数|值)?"
)
PART = re.compile(r"其中[:]?.*")
FOOTNOTE = re.compile(
    r"(?:注|备注|附注|说明|填表说明|填报说明|附|数据来源|资料来源|来源|口径|以下空白|以下无正文|本表|第\d+页|共\d+页|打印)(?:\d*[:：.、]|$).*"
    r"|[*※★].*|(?:填表|填报|制表|审核|复核|统计|单位|分管|报送|经办|联系|签发|校对)[一-龥]{0,6}(?:人|员|领导|日期|时间|电话|签字|签章)?[(:].*"
    r"|(?:填报单位|填表单位|报送单位|报出日期|填报日期|填表日期|填报时间|填表时间|日期|单位\(盖章\)|单位\(公章\)|盖章|签字|填表人|填报人|制表人|审核人|负责人|单位负责人|联系电话).*"
    r"|.*(?:\(盖章\)|\(公章\)|\(签字\)|\(签章\)).*|\d{4}年\d{1,2}月\d{1,2}日|(?:第|共)\s*\d+\s*页.*"
)
# Who sends a form, and the day, below it.
OFFICE = re.compile("(?:办公室|办|中心|站|所|委员会|委|政府|局|队|支部|领导小组)$")
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
HEADING = re.compile(
    r"(?:[(]?[一二三四五六七八九十]{1,3}[)]?[、.]|第[一二三四五六七八九十]{1,3}[章节部类]|[(]\d+[)]).*|.*[:]"
)
ELLIPSIS = re.compile(r"[(]?(?:[…⋯]+|[.。·]{3,}|略|省略|以下略|下略|其余略)[)]?")
EXAMPLE = re.compile(r"(?:示例|样例|例如|填写示例|[如例]:).*")
CHINESE = re.compile(r"[一-龥]{3}")
# A year in which every month is.
ANY_YEAR = 2024
LONG = 40
# A line for signatures has a few texts: who filled in, who checked, when.
SIGNED = 6


class Reason(StrEnum):
    """Why a row is no record, as a clerk reads it."""

    TOTAL = "合计或小计"
    PART = "其中项"
    DERIVED = "比较行（同比、占比等）"
    HEADING = "分组标题"
    FOOTNOTE = "附注或落款"
    NUMBERING = "栏次"
    UNITS = "计量单位"
    HEADER = "重复的表头"
    EXAMPLE = "示例"
    ELLIPSIS = "省略号"
    UNREAD = "只在不读取的列有内容的行"
    UNFILLED = "只有名称、没有填数的行"


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


def reason_of(form: Form, row: Row) -> Reason | None:
    """Why a row is no record, or None where it is one, right or wrong."""
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
    if all(map(ELLIPSIS.fullmatch, texts)):
        return Reason.ELLIPSIS
    if not row.is_keyed and DERIVED.fullmatch(texts[0]):
        return Reason.DERIVED
    if FOOTNOTE.fullmatch(texts[0]) and len(texts) <= SIGNED and not numbers_of(form, row):
        return Reason.FOOTNOTE
    if not row.is_keyed and len(texts) == 2 and OFFICE.search(texts[0]) and DAY.fullmatch(texts[1]):
        return Reason.FOOTNOTE
    if len(texts) == 1 and not numbers_of(form, row):
        return _lone(form, row, texts[0])
    if row.is_keyed:
        return None
    if any(map(PART.fullmatch, texts[:2])):
        return Reason.PART
    return None


def sums_months(connection: duckdb.DuckDBPyConnection, form: Form, row: Row) -> bool:
    """Whether a row is of a quarter or a longer part of the year, as 一季度 below its months is, where others are of a month."""
    months = [one for one in form.layout.fields if one.column.kind is Kind.MONTH and 0 <= one.index < len(row.cells)]
    texts = [text for field in months if (text := clean(row.cells[field.index] or ""))]
    is_longer = any(
        (parse_quarter(text, ANY_YEAR) or parse_cumulative(text, ANY_YEAR)) and not parse_month(text, ANY_YEAR)
        for text in texts
    )
    told = f"SELECT 1 FROM {form.typed} WHERE {months[0].column.name} IS NOT NULL LIMIT 1" if is_longer else ""
    return is_longer and bool(connection.execute(told).fetchall())


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


def numbers_of(form: Form, row: Row) -> dict[int, Decimal]:
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
