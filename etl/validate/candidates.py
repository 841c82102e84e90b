"""A column of a sheet that is none of the form's → the columns of the form that it may be, the likeliest first."""

import re
from collections.abc import Iterable

from etl.parse.numbers import parse_number
from etl.parse.units import measure, split_unit
from etl.parse.words import clean
from etl.schema import NUMBERS, PERIODS, Column
from etl.validate.convert import PERCENT
from etl.validate.layout import Layout, Unread
from etl.validate.likeness import LIKE, likeness
from etl.validate.units import BRACKETED, stated_in_header

OFFERED = 4
# From this likeness on, a header is a column's but for a slip of the hand, whatever stands below it.
NEAR = 0.6
# Measures of which few columns of a form are.
TELLING = {"元", "亩", "千瓦时"}
CHINESE = re.compile("[一-龥]+")
# Columns that stand in many tables and are another figure than the form's.
BESIDE = (
    "序号", "编号", "行号", "行次", "栏次", "备注", "说明", "同比", "环比", "增长", "增速", "增减", "占比", "比重", "排名", "名次",
    "上年", "去年", "同期", "上季", "上月", "上期", "计划", "目标", "任务", "预计", "完成率", "平均", "人均", "亩均", "增幅", "降幅", "变化",
    "小计", "合计", "总计", "未覆盖",
)  # fmt: skip
# Beside texts only what numbers the rows or says something of them is none of the form's.
NOTED = re.compile("[序编行栏][号次]|备注|说明|排名|名次")
PART = re.compile("其中:?")
# What was not done, is only meant to be or is owed: never the figure, nor the day, of what was.
NOT_DONE = re.compile("尚?未|没有?|拟|待(?![业遇])|预计|预期|应[收付]")
# A share of two figures is none of them.
SHARE = re.compile(r"(?:成功|(?<![功效税费汇]))率(?:[(]%[)])?$|[(]%[)]$")


def is_number(text: str) -> bool:
    """Whether a text is a number."""
    return parse_number(text) is not None


def candidates_of(absent: tuple[Column, ...], unread: Unread, texts: list[str]) -> list[Column]:
    """The columns of the form that are not there and that this one may be, the likeliest first."""
    are_numbers = sum(map(is_number, texts)) * 2 > len(texts)
    absent = tuple(column for column in absent if not is_opposite(unread.header, column))
    if _is_beside(unread) and (are_numbers or NOTED.search(clean(unread.header))):
        return [column for column in absent if likeness(unread.header, column) >= 0.75]
    if PART.match(clean(unread.header)):
        # A part of the figure beside it is none of the form's, unless it is called so.
        return _near(absent, Unread(unread.index, BRACKETED.sub("", PART.sub("", clean(unread.header)))))
    if SHARE.search(clean(unread.header)):
        absent = tuple(column for column in absent if column.unit == PERCENT)
    fitting = [column for column in absent if (column.kind in NUMBERS) == are_numbers or column.kind in PERIODS]
    if not unread.header:
        # Whatever stands in it, spoiled cells too: it may be any of those that are not there.
        return [*fitting, *(column for column in absent if column not in fitting)][:OFFERED]
    fitting += [column for column in _near(absent, unread) if column not in fitting]
    near = sorted(fitting, key=lambda column: -likeness(unread.header, column))
    like = [column for column in near if likeness(unread.header, column) >= LIKE or _shares(unread.header, column)]
    # Characters that no office of the mainland writes spell a word that may be any column's.
    like = like or (fitting if _is_spelt_elsewhere(unread.header) else [])
    # A stranger's column is nobody's; one over what must be filled, or in the same currency or measure, may well be it.
    like = like or ([column for column in near if _measures_alike(unread.header, column)] if are_numbers else [])
    like = like or (_alone_in_unit(near, unread.header) if are_numbers else [])
    return (like or [column for column in near if column.is_required and not are_numbers][:1])[:OFFERED]


def is_opposite(header: str, column: Column) -> bool:
    """Whether a header says that something is not done, which no name of a column of figures does: 未入户."""
    said = NOT_DONE.search(clean(header))
    return (
        column.kind in NUMBERS | PERIODS
        and said is not None
        and not any(said[0] in name for name in (column.label, *column.aliases))
    )


def _measures_alike(header: str, column: Column) -> bool:
    """Whether a header says the money, land or power that a column is of; persons and pieces are of anything."""
    stated = stated_in_header(header).units
    measures = {measure(split_unit(unit)[1])[0] for unit in (*stated, column.unit)}
    return bool(stated) and len(measures) == 1 and measures <= TELLING


def _alone_in_unit(absent: Iterable[Column], header: str) -> list[Column]:
    """The one column of figures that is not there and counts what the header says it counts; none where there are more."""
    stated = stated_in_header(header).units
    counted = [column for column in absent if column.kind in NUMBERS and column.unit in stated]
    return counted if len(counted) == 1 else []


def stated_columns(layout: Layout, unread: Unread) -> list[Column]:
    """The columns that the title stands for, though this one has all but their name."""
    return [] if _is_beside(unread) else _near([field.column for field in layout.fields if field.constant], unread)


def _near(columns: Iterable[Column], unread: Unread) -> list[Column]:
    return [column for column in columns if likeness(unread.header, column) >= NEAR]


def _is_beside(unread: Unread) -> bool:
    return any(word in unread.header for word in BESIDE)


def _is_spelt_elsewhere(header: str) -> bool:
    """Whether a header has characters beyond GB 2312, such as traditional ones: 總產值."""
    words = "".join(CHINESE.findall(header))
    return len(words.encode("gb2312", "ignore")) < 2 * len(words)


def _shares(header: str, column: Column) -> bool:
    """Whether a header and the names of a column have two characters in common."""
    words = [set(word.replace("其中", "")) for word in (clean(header), column.label, *column.aliases)]
    return any(len(words[0] & spelling) >= 2 for spelling in words[1:])
