"""What a note below a table says of all its rows → the period, where nothing above the table tells one."""

import re
from collections.abc import Iterator, Sequence

from etl.addresses import address
from etl.parse.words import clean
from etl.schema import Column
from etl.validate.header_rows import Row
from etl.validate.layout import Field
from etl.validate.reasons import FOOTNOTE
from etl.validate.said_above import period_above

# 统计时段为2026年6月1日至6月30日, 数据截至2026年第二季度末; the day on which a form was filled in is none of these.
OF_FIGURES = re.compile(
    r"(?:统计|数据|报告|本表|以上|上表|表中)[一-龥]{0,6}?(?:时段|时间|期间|周期|范围|时点|月份|季度|截至|截止|均?[为是系])(?:到|[:为是系])?"
    r"(?P<period>20\d\d年[^,，;；。]{2,24}?)(?:的?数据?)?(?=[,，;；。)]|$)"
)


def period_below(column: Column, rows: Sequence[Row], last: int, year: int | None) -> tuple[Field, str] | None:
    """The column of periods with the one period that the notes below row `last` say the figures are of, and their words."""
    found = {field.constant: (field, words) for field, words in _stated(column, rows, last, year)}
    return next(iter(found.values())) if len(found) == 1 else None


def _stated(column: Column, rows: Sequence[Row], last: int, year: int | None) -> Iterator[tuple[Field, str]]:
    for number, cells in rows:
        filled = [(place, clean(cell)) for place, cell in enumerate(cells, 1) if cell and clean(cell)]
        if number <= last or len(filled) != 1 or not FOOTNOTE.fullmatch(filled[0][1]):
            continue
        ((place, text),) = filled
        for match in OF_FIGURES.finditer(text):
            if found := period_above(column, [match["period"]], "", "", year):
                field, words = found
                yield (
                    Field(field.column, -1, field.unit, constant=field.constant, stated_at=address(number, place)),
                    words,
                )
