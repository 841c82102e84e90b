"""A column under a header that nobody knows, at the place where just one column of the form is missing → that column."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from etl.parse.numbers import parse_number
from etl.parse.words import clean
from etl.schema import NUMBERS, PERIODS, Column, Dataset, Kind
from etl.validate.candidates import BESIDE
from etl.validate.choices import chosen
from etl.validate.convert import DUE, convert
from etl.validate.header_rows import Row
from etl.validate.headers import ANOTHER, Heading
from etl.validate.layout import Field, Layout, Unread
from etl.validate.reasons import ANY_YEAR, FOOTNOTE, TOTAL
from etl.validate.units import BRACKETED, fitting, stated_in_header

# Of so many characters that a header shares with a name of a column, one word at least is the same.
SHARED = 2
# Until when something is to be done, and not when it was.
UNTIL = re.compile("限|应|截止")
# Words that make another figure of the one they stand with.
OTHER = re.compile(
    "|".join(
        (*BESIDE, "累计", "新增", "其中", "意向", "拟", "应", "待", "未", "非", "无", "不", "女", "男", "率", "均")
    )
)
# Counters, quantities and times, which any column may have.
GENERAL = frozenset("数量额总件个家人次户名场项支栋单日期时间月")
FILLERS = GENERAL | frozenset("的已各本级目情况")
# What is counted: 人数 are not 人次.
COUNTED = re.compile("(人次|家次|户次|[人名户家件场次个项支栋单])数?$")
Texts = Sequence[str]


def named_by_order(dataset: Dataset, heading: Heading, rows: Sequence[Row]) -> dict[int, str]:
    """Index of a column that no header names → the column of the form that it is.

    Between two columns that are known, or beyond the outermost, as many headers are unknown as columns of the form are
    missing between these that share a word with them, are of no other unit, and take what stands below them.
    """
    known = heading.columns(dataset.name)
    place_of = {column.name: place for place, column in enumerate(dataset.columns)}
    placed = [(index, place_of[name]) for index, name in enumerate(known) if name]
    bounds = [(-1, -1), *placed, (len(known), len(dataset.columns))]
    missing = set(place_of.values()) - {place for _, place in placed}
    found: dict[int, str] = {}
    for (left, after), (right, before) in pairwise(bounds):
        headers = [index for index in range(left + 1, right) if any(map(clean, heading.texts[index]))]
        columns = [dataset.columns[place] for place in range(after + 1, before) if place in missing]
        found |= {index: column.name for index, column in _matched(heading, rows, headers, columns)}
    return found


def missing_at(layout: Layout, unread: Unread, texts: Texts) -> list[Column]:
    """The columns of the form that are missing between those on both sides of an unknown one and take what stands in it.

    Numbers may be anything: a figure is told by its place only where just one is missing there. So may texts: they are
    those of a column only right between the two that stand on its both sides in the form.
    """
    place_of = {column.name: place for place, column in enumerate(layout.dataset.columns)}
    before = [(field.index, place_of[field.column.name]) for field in layout.fields if 0 <= field.index < unread.index]
    behind = [(field.index, place_of[field.column.name]) for field in layout.fields if field.index > unread.index]
    if not before or not behind or not texts or any(said.search(unread.header) for said in (OTHER, ANOTHER)):
        return []
    span = range(max(before)[1] + 1, min(behind)[1])
    is_between = len(span) == 1 and max(before)[0] + 1 == unread.index == min(behind)[0] - 1
    there = [
        column
        for column in layout.absent
        if place_of[column.name] in span and (column.kind is not Kind.TEXT or is_between)
    ]
    fitting = [column for column in there if _takes(column, texts)]
    return fitting if len(fitting) == 1 or not any(column.kind in NUMBERS for column in fitting) else []


def _matched(
    heading: Heading, rows: Sequence[Row], headers: Sequence[int], columns: Sequence[Column]
) -> Iterator[tuple[int, Column]]:
    """The headers of a gap that may be some of its columns, with these, in their order; none where there are more of one."""
    told = {index: texts_below(heading, rows, index) for index in headers}
    fits = {(index, one.name) for index in headers for one in columns if _is_of(one, heading.texts[index], told[index])}
    own = [index for index in headers if any((index, one.name) in fits for one in columns)]
    wanted = [one for one in columns if any((index, one.name) in fits for index in own)]
    pairs = list(zip(own, wanted, strict=False))
    if len(own) == len(wanted) and all((index, one.name) in fits for index, one in pairs):
        yield from pairs


def texts_below(heading: Heading, rows: Sequence[Row], index: int) -> list[str]:
    """What stands in the records below a header."""
    below = (cells for number, cells in rows if number > heading.last and index < len(cells))
    records = (cells for cells in below if sum(bool(clean(cell or "")) for cell in cells) > 1)
    written = (clean(cells[index] or "") for cells in records)
    return [text for text in written if text and not TOTAL.fullmatch(text) and not FOOTNOTE.fullmatch(text)]


def _is_of(column: Column, header: Texts, texts: Texts) -> bool:
    """Whether an unknown header and what stands below it may be a column's that is missing at its place."""
    words = clean(" ".join(header))
    own = [clean(word) for word in (column.label, *column.aliases)]
    is_other = any(said[0] not in own[0] for pattern in (OTHER, ANOTHER) for said in pattern.finditer(words))
    counted = COUNTED.search(BRACKETED.sub("", words))
    units = (*stated_in_header(words).units, *([counted[1]] if counted else []))
    shared = max(len((set(words) & set(word)) - GENERAL) for word in own)
    return bool(
        not is_other
        and (column.kind not in NUMBERS or _may_be_figure(column, words, own))
        and (shared >= SHARED or _may_be_due(column, words))
        and (not units or column.kind not in NUMBERS or fitting(units, column))
        and _takes(column, texts)
    )


def _may_be_figure(column: Column, words: str, own: Sequence[str]) -> bool:
    """Whether words may be those of a figure that must be filled: its name shortened (签约项目, 联合覆盖), nothing put in (退出企业).

    Kinds of money are too many: 利税, 上缴税收 and 税收 are three.
    """
    is_short = any(_is_shortened(words, word) for word in own)
    return column.is_required and not column.unit.endswith("元") and is_short


def _is_shortened(words: str, name: str) -> bool:
    """Whether words begin as a name does and have signs of it alone, in its order; fillers do not count."""
    kept, whole = ([sign for sign in BRACKETED.sub("", text) if sign not in FILLERS] for text in (words, name))
    signs = iter(whole)
    return len(kept) >= SHARED and kept[:1] == whole[:1] and all(sign in signs for sign in kept)


def _may_be_due(column: Column, words: str) -> bool:
    """Whether words may be those of the day until which a form asks for something to be done: 办理期限, and no 办理时间."""
    return column.is_required and column.kind in PERIODS and bool(DUE.search(column.label) and UNTIL.search(words))


def _takes(column: Column, texts: Texts) -> bool:
    """Whether a column takes most of some texts."""
    fits = FITS.get(column.kind)
    return fits is not None and sum(fits(column, text) for text in texts) * 2 > len(texts)


def _is_dated(column: Column, text: str) -> bool:
    value = convert(Field(column, -1, ""), text, ANY_YEAR)
    return value is not None and bool(value.text)


FITS: dict[Kind, Callable[[Column, str], bool]] = {
    **dict.fromkeys(NUMBERS, lambda _, text: parse_number(text) is not None),
    **dict.fromkeys((*PERIODS, Kind.EDTF), _is_dated),
    Kind.CHOICE: lambda column, text: chosen(column, text) is not None,
    Kind.TEXT: lambda _, text: parse_number(text) is None,
}
