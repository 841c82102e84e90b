"""Two or three columns of a sheet that say one thing (a code and its name, a year and its month) → one field of the form."""

import re
from collections.abc import Iterator, Sequence

from etl.datasets import DATASETS, referred
from etl.parse.periods import parse_date
from etl.parse.spelling import plain
from etl.parse.words import clean
from etl.schema import PERIODS, Column, Dataset, Kind
from etl.validate.header_rows import Row
from etl.validate.headers import bare, column_named
from etl.validate.layout import Field, Unread

YEAR = re.compile(r"(?:统计|所属|数据|报告|填报)?年(?:度|份)?")
MONTH = re.compile(r"(?:统计|所属|数据|报告|填报)?月(?:度|份)?")
QUARTER = re.compile(r"(?:统计|所属|数据|报告|填报)?(?:季度?|季别)")
DAY = re.compile("日|日期|号")
# What a column that only says of which time a row is may be headed, by the kind of the form's column.
PARTS = {Kind.MONTH: MONTH, Kind.QUARTER: QUARTER}
ENDING = re.compile("(?:年度|年份|年|月份|月|季度|季|日|号)$")
NAMING = re.compile(r"(?:统一)?(?:编号|代码|编码|名称|全称|简称|号码|名)$")
Joined = tuple[list[Field], list[Unread], list[tuple[Field, list[str]]]]


def join_columns(dataset: Dataset, fields: Sequence[Field], unread: Sequence[Unread]) -> Joined:
    """The fields and the columns that are left unread, and each field that was made here, with the headers over it."""
    left, rest = list(fields), list(unread)
    made: list[tuple[Field, list[str]]] = []
    for column in dataset.columns:
        own = [field for field in left if field.column is column]
        if column.references:
            found = _named(column, own, rest)
        elif column.kind in PERIODS and column.is_required:
            found = _dated(column, own, rest)
        else:
            continue
        if found:
            field, headers = found
            used = {field.index, *field.beside}
            left = [one for one in left if one not in own]
            left.append(field)
            rest = [one for one in rest if one.index not in used]
            made.append(found)
    return sorted(left, key=lambda field: field.index), rest, made


def join_places(dataset: Dataset, fields: Sequence[Field], unread: Sequence[Unread], rows: Sequence[Row]) -> Joined:
    """The same, where two columns of areas share the rows: a park in the one or a village in the other, never both."""
    left, rest = list(fields), list(unread)
    for column in dataset.columns:
        own = [(field.index, field.header) for field in fields if field.column is column]
        also = [(one.index, one.header) for one in unread if column_named(dataset.name, one.header) == column.name]
        places = sorted([*own, *also])
        if not column.area_levels or not own or len(places) != 2 or not _share([index for index, _ in places], rows):
            continue
        (index, header), (other, _) = places
        made = Field(column, index, column.unit, header=header, beside=(other,))
        left = [*(field for field in left if field.column is not column), made]
        rest = [one for one in rest if one.index not in (index, other)]
        return sorted(left, key=lambda field: field.index), rest, [(made, [header for _, header in places])]
    return left, rest, []


def _share(places: Sequence[int], rows: Sequence[Row]) -> bool:
    """Whether each of two columns is filled in some row, and both in none."""
    filled = {tuple(place < len(cells) and bool(clean(cells[place] or "")) for place in places) for _, cells in rows}
    return {(True, False), (False, True)} <= filled and (True, True) not in filled


def _named(column: Column, own: Sequence[Field], unread: Sequence[Unread]) -> tuple[Field, list[str]] | None:
    """A column of codes and one of names that both say whom a row is of, or the one that is there under such a name."""
    # Only of what has a name besides its code.
    stems = {_stem(word) for word in (column.label, *column.aliases)} if DATASETS[referred(column)[0]].called else set()
    also = [
        one for one in unread if one.header and bare(one.header) != _stem(one.header) and _stem(one.header) in stems
    ]
    places = [(field.index, field.header) for field in own] + [(one.index, one.header) for one in also]
    is_told_twice = len({bare(header) for _, header in places}) < len(places)
    if len(places) not in (1, 2) or (own and len(places) == 1) or is_told_twice:
        return None
    (index, _), *others = sorted(places)
    headers = [header for _, header in sorted(places)]
    return Field(column, index, column.unit, header=headers[0], beside=tuple(place for place, _ in others)), headers


def _stem(header: str) -> str:
    return NAMING.sub("", bare(header))


def _dated(column: Column, own: Sequence[Field], unread: Sequence[Unread]) -> tuple[Field, list[str]] | None:
    """A column of years with one of months or quarters, a year, a month and a day, or a day with its time."""
    if len(own) > 1:
        return None
    if column.kind is Kind.INSTANT:
        parts = [_day_of(own[0], unread), own[0]] if own and _day_of(own[0], unread) else []
    elif column.kind is Kind.DATE:
        parts = [] if own else [_only(YEAR, unread), _only(MONTH, unread), _only(DAY, unread)]
    else:
        part = own[0] if own else _only(PARTS[column.kind], unread)
        year = _only(YEAR, unread)
        parts = [year, part] if year else [part] if not own else []
    known = [one for one in parts if one]
    if not known or len(known) < len(parts):
        return None
    first, *others = known
    headers = [one.header for one in known]
    return Field(
        column, first.index, column.unit, header=headers[-1], beside=tuple(one.index for one in others)
    ), headers


def _only(pattern: re.Pattern[str], unread: Sequence[Unread]) -> Unread | None:
    found = [one for one in unread if pattern.fullmatch(clean(one.header))]
    return found[0] if len(found) == 1 else None


def _day_of(field: Field, unread: Sequence[Unread]) -> Unread | None:
    """The column of days beside one of times: 上报日期 beside 上报时间."""
    words = bare(field.header).replace("时间", "日期")
    found = [one for one in unread if bare(one.header) == words and words != bare(field.header)]
    return found[0] if len(found) == 1 else None


def in_one(kind: Kind, texts: Sequence[str]) -> Iterator[str]:
    """What the texts of columns that are read together may say in one cell, the likeliest first."""
    words = [clean(text) for text in texts]
    if len(words) == 1:
        yield words[0]
        return
    numbers = [ENDING.sub("", word) for word in words]
    if kind is Kind.INSTANT:
        yield " ".join(words)
    elif kind is Kind.DATE:
        yield "{}年{}月{}日".format(*numbers)
    else:
        unit = "月" if kind is Kind.MONTH else "季度"
        is_bare = numbers[1].isdecimal() and numbers[1] == words[1]
        yield f"{numbers[0]}年{numbers[1]}{unit}" if is_bare else f"{numbers[0]}年{words[1]}"
    # The second of them may say all of it by itself.
    yield words[-1]


def begins(kind: Kind, first: str) -> str:
    """How a value begins of which the first column says the day or the year."""
    if kind is Kind.INSTANT:
        return str(parse_date(first) or "?")
    return plain(f"{ENDING.sub('', clean(first))}年")[:4]
