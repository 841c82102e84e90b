"""The headers over one column of a sheet → the figure it holds, and the period, the kind or the place that it is of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import NUMBERS, PERIODS, Column, Kind
from etl.validate.choices import chosen
from etl.validate.convert import FIRST, Done, convert
from etl.validate.header_rows import Merged, Row, spread
from etl.validate.headers import column_named, columns_named
from etl.validate.layout import Field

# What a column of the names of figures, and one of the figures themselves, is headed.
FIGURE_NAMES = frozenset((
    "指标", "指标名称", "项目", "项目名称", "统计指标", "统计项目", "内容", "工作内容", "工作项目",
    "工作指标", "统计内容", "数据项", "经济指标", "主要指标", "业务指标", "指标项", "指标内容", "填报指标", "填报项目",
    "填报内容", "报送指标", "报送项目", "数据名称",
))  # fmt: skip
FIGURES = frozenset((
    "数值", "数量", "数据", "数", "值", "本期", "本期数", "本月", "本月数", "本季", "本季度", "本季数",
    "本季度数", "本月数", "当月", "当月数", "当季", "当季数", "实际", "实际数", "完成数", "填报数",
    "填报数值", "填报值", "完成值", "本季实际", "本月实际", "本季完成", "本月完成", "本季完成数", "本月完成数", "本季数据",
    "本月数据", "实际完成", "实际完成数",
))  # fmt: skip
UNITS = frozenset(("单位", "计量单位", "计量", "量纲"))
# The corner of such a table, where nothing need stand.
CORNER = FIGURE_NAMES | frozenset(("", "名称", "单位", "单位名称", "村别", "村居", "村名", "类别", "栏目"))
SUM = re.compile("(?:合|总|小|共)计(?:数)?|全年(?:合计)?|本?年度?合计|[一二三四]季度小?合?计")
OTHER_FIGURE = re.compile(
    "人均|户均|平均|增[长减幅速]|同比|环比|占比|比重|比例|上年|去年|同期|上期|上季|上月|计划|目标|[^效功税]率"
)
YEAR = re.compile("(?:20)?[0-9]{2}年度?")
YEAR_AND_MONTH = re.compile("20[0-9]{2}(?:0[1-9]|1[0-2])")
PARTED = re.compile(r"[\\/|、\s\n]+")
BETWEEN = " \t\n-—_·/:()"
# A year in which every day, month and quarter is; which one is meant is looked up later.
ANY_YEAR = 2024
LONGEST = 30


@dataclass(frozen=True)
class Told:
    """What the headers over a column say; `figure` and `key` are the words that name a column of the form.

    `of` are the columns that the headers fill, each with its text; `words` what was not understood.
    """

    figure: str = ""
    of: tuple[tuple[str, str], ...] = ()
    key: str = ""
    is_sum: bool = False
    words: str = ""

    @property
    def filled(self) -> frozenset[str]:
        """The columns of the form that the headers fill."""
        return frozenset(name for name, _ in self.of)


def heads(rows: Sequence[Row], merged: Sequence[Merged]) -> Iterator[tuple[int, int, list[list[str]]]]:
    """Every row, and every two neighbouring rows, as a header: first and last row, and the words over each column."""
    for place, (number, cells) in enumerate(rows):
        width = len(cells)
        if not (place and _tells_years(rows[place - 1][1])):
            yield number, number, [[text] if (text := (cell or "").strip()) else [] for cell in cells]
        if place + 1 == len(rows) or rows[place + 1][0] != number + 1:
            continue
        below = rows[place + 1][1]
        above = spread(number, cells, merged)
        pairs = (
            ((above[at] if at < width else ""), (below[at] if at < len(below) else "") or "")
            for at in range(max(width, len(below)))
        )
        own = [(cells[at] or "") if at < width else "" for at in range(max(width, len(below)))]
        yield (
            number,
            number + 1,
            [
                list(dict.fromkeys(word.strip() for word in (pair if pair[1].strip() else (own[at],)) if word.strip()))
                for at, pair in enumerate(pairs)
            ],
        )


def _tells_years(cells: Sequence[str | None]) -> bool:
    """Whether a row says of which years the columns below it are: it is part of their header."""
    return any(YEAR.fullmatch(clean(cell or "")) for cell in cells[1:])


def told(dataset: str, words: Sequence[str]) -> Told:
    """What the words over a column say of a form."""
    if len(words) == 2 and YEAR.fullmatch(clean(words[0])):
        words = (f"{words[0]}{words[1]}",)
    return _told(dataset, tuple(words))


@lru_cache(1 << 14)
def _told(dataset: str, words: tuple[str, ...]) -> Told:
    figure, key, is_sum, unknown = "", "", False, []
    of: dict[str, str] = {}
    for word in words:
        name = column_named(dataset, word)
        column = DATASETS[dataset].column_of[name] if name else None
        both = _both(dataset, word) if column is None or "(" in clean(word) else None
        if both:
            figure, of = both[0], of | dict([both[1]])
        elif column and column.kind in NUMBERS:
            figure = word
        elif member := _member(dataset, word):
            of |= [member]
        elif column:
            key = word
        elif SUM.fullmatch(clean(word)):
            is_sum = True
        else:
            unknown.append(word)
    # A choice that rows make is a figure of what stands across: 一季度 over 得分 and 等次.
    if of and key and not figure and _is_measure(dataset, column_named(dataset, key) or ""):
        figure, key = key, ""
    # 月份 over 1月 says nothing more.
    if of and key and column_named(dataset, key) in of:
        key = ""
    return Told(figure, tuple(of.items()), key, is_sum, " ".join(unknown))


def _is_measure(dataset: str, name: str) -> bool:
    """Whether a column holds what is found of each thing: a figure, or a choice that is no part of the key."""
    column = DATASETS[dataset].column_of.get(name)
    return bool(
        column and (column.kind in NUMBERS or (column.kind is Kind.CHOICE and name not in DATASETS[dataset].key))
    )


def _member(dataset: str, word: str) -> tuple[str, str] | None:
    """The column of the key that a word fills, a period or a kind, with its text there."""
    for column in map(DATASETS[dataset].column_of.__getitem__, DATASETS[dataset].key):
        if column.kind is Kind.CHOICE and (choice := chosen(column, word)):
            return column.name, choice
        if column.kind in PERIODS - {Kind.INSTANT} and is_period(column, word):
            return column.name, word
    return None


def is_period(column: Column, word: str) -> bool:
    """Whether a word is a day, a month or a quarter of the column, whatever its year."""
    if clean(word).isdecimal() and not (column.kind is Kind.MONTH and YEAR_AND_MONTH.fullmatch(clean(word))):
        return False
    return _is_dated(_alike(column), word)


@cache
def _alike(column: Column) -> Column:
    """The first column of any form whose days, months or quarters are read in the same way."""
    every = (one for dataset in DATASETS.values() for one in dataset.columns if one.kind is column.kind)
    return next(one for one in every if (FIRST in one.definition) == (FIRST in column.definition))


@lru_cache(1 << 14)
def _is_dated(column: Column, word: str) -> bool:
    value = convert(Field(column, -1, ""), word, ANY_YEAR)
    return value is not None and bool(value.text) and value.done is not Done.CUMULATIVE


def _both(dataset: str, word: str) -> tuple[str, tuple[str, str]] | None:
    """The figure, and what it is of, that stand in one header: 1月受理件数, 总产值（一季度）."""
    if len(word) > LONGEST:
        return None
    for figure, rest, names in _parted(word):
        if _is_measure(dataset, names.get(dataset, "")) and (member := _member(dataset, rest)):
            return figure, member
    return None


@lru_cache(1 << 12)
def _parted(word: str) -> list[tuple[str, str, dict[str, str]]]:
    """A word in two wherever one part is a header of some form: that part, the rest, and its column in each such form."""
    cuts = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
    return [
        (figure.strip(" \t\n-—_·/:"), clean(rest).strip(BETWEEN), names)
        for before, behind in cuts
        for figure, rest in ((behind, before), (before, behind))
        if (names := columns_named(figure.strip(BETWEEN)))
    ]


def corner(dataset: str, words: str, filled: frozenset[str]) -> str:
    """The part of a corner such as 区域/月份 that names a column which the headers do not fill."""
    parts = [part for part in PARTED.split(words) if part]
    named = [part for part in parts if (name := column_named(dataset, part)) and name not in filled]
    return named[0] if len(parts) > 1 and len(named) == 1 else ""
