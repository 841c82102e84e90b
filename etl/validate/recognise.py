"""The first rows of a sheet → which form it is, where its headers stand and which column each of them names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.problems import Problem
from etl.read.personal import find_personal
from etl.schema import NUMBERS
from etl.validate.above import ECHOED
from etl.validate.header_rows import Merged, Row, is_parted, tells_times
from etl.validate.headers import Heading
from etl.validate.headings import headings
from etl.validate.laying_out import Laying
from etl.validate.layout import Layout, Source
from etl.validate.own_choices import chosen_by

# A header further down than that is none that a clerk would find.
SEARCHED_ROWS = 200
NAME_TAIL = re.compile(r"(__|_|\d|\(|-|\s|\[).*")
ANOTHER_TABLE = 3
ENOUGH = 4
EXPLAINS = re.compile("说明|填表说明|字典|选项|目录|封面|_")
Candidate = tuple[int, int, int, str, int, Heading]
HARMLESS = re.compile(r"[^\w一-龥（）()、，。：:·\- ]")


def named(file: str, sheet: str) -> str | None:
    """The form that the sheet's or else the file's name says it is."""
    for title in map(clean, (sheet, PurePath(file).stem)):
        for name, dataset in DATASETS.items():
            for word in (name, dataset.label):
                if title == word or (title.startswith(word) and NAME_TAIL.fullmatch(title[len(word) :])):
                    return name
    return None


def explains(sheet: str) -> bool:
    """Whether a sheet that is no form is one of explanations or choices, about which nothing need be said."""
    return bool(EXPLAINS.match(clean(sheet)))


def _candidates(
    found: Sequence[Heading], hint: str | None, *, is_told: bool = False, rows: Sequence[Row] = ()
) -> Iterator[Candidate]:
    """(required columns less those missing, columns, −rows, form, −first row, heading), good ones only.

    Where all of the key may be told by lines above (`is_told`), headers that name all else are enough. With `rows` a
    column of kinds is known by them, whatever its header is.
    """
    for name in [hint] if hint else DATASETS:
        required = {column.name for column in DATASETS[name].columns if column.is_required}
        for heading in found:
            columns = set(filter(None, heading.columns(name)))
            columns |= set(_kinds_below(name, heading, rows)) if rows and _has_figure(name, columns) else set()
            # Without a name, an area and a period alone make no form; so many figures do, whatever the title must add.
            beside_key = columns - set(DATASETS[name].key)
            is_whole = is_told and len(columns) > 2 and beside_key and required <= columns | set(DATASETS[name].key)
            if len(columns) >= 2 and (
                hint
                or (len(columns & required) * 2 >= len(required) and beside_key)
                or len(beside_key) >= ENOUGH
                or is_whole
            ):
                score = len(columns & required) * 2 - len(required)
                yield score, len(columns), heading.first - heading.last, name, -heading.first, heading


def recognise(
    rows: Sequence[Row], source: Source, merged: Sequence[Merged] = (), below: Sequence[Row] = ()
) -> tuple[Layout | None, list[Problem]]:
    """The layout of a sheet whose first rows are `rows`, and whose last are `below`: (row number, cells).

    None where it cannot be loaded.

    Names of the sheet and the file decide before the headers do; the headers are the row, or the two rows, that name
    most columns.
    """
    found = list(headings(rows, merged))
    hint = named(source.file, source.sheet)
    tried = (
        *(_candidates(found, hint), _candidates(found, None), _candidates(found, None, is_told=True)),
        _candidates(found, None, rows=rows),
    )
    candidates = next(filter(None, (sorted(some, key=lambda one: one[:5], reverse=True) for some in tried)), [])
    candidates = _of_rivals(candidates, rows)
    rivals = {candidate[3] for candidate in candidates if candidate[:2] == candidates[0][:2]}
    if len(rivals) != 1:
        return None, [_unknown_form(rows, source, sorted(rivals))]
    heading = _with_parts(candidates[0][5], found, rows, merged)
    above = [other for other in found if other.last + 1 < heading.first and _columns_of_any(other) >= ANOTHER_TABLE]
    if above:
        return None, [_second_table(source, above[0].first, heading.first)]
    return Laying(DATASETS[candidates[0][3]], heading, [*rows, *below], source).layout()


def _has_figure(name: str, columns: Iterable[str]) -> bool:
    return any(DATASETS[name].column_of[column].kind in NUMBERS for column in columns)


def _kinds_below(name: str, heading: Heading, rows: Sequence[Row]) -> Iterator[str]:
    """The columns of kinds that no header names, and of which all cells below one header are."""
    places = range(len(heading.texts))
    return filter(None, (chosen_by(DATASETS[name], heading, place, rows, ()) for place in places))


def _of_rivals(candidates: list[Candidate], rows: Sequence[Row]) -> list[Candidate]:
    """The candidates, of several forms that fit alike those alone whose name the title tells, if it tells one."""
    rivals = [candidate for candidate in candidates if candidate[:2] == candidates[0][:2]]
    titled = [
        candidate
        for candidate in rivals
        if any(
            DATASETS[candidate[3]].label in clean(cell or "")
            for number, cells in rows
            if number < -candidate[4]
            for cell in cells
        )
    ]
    return titled if len({candidate[3] for candidate in titled}) == 1 else candidates


def _with_parts(heading: Heading, found: Sequence[Heading], rows: Sequence[Row], merged: Sequence[Merged]) -> Heading:
    """The heading with the row below it, where that row tells the times or the parts of its columns apart."""
    below = (heading.last, heading.last + 1)
    joined = next((other for other in found if (other.first, other.last) == below), None)
    if joined is None or heading.first != heading.last:
        return heading
    return joined if tells_times(rows, below[1]) or is_parted(rows, below[1], merged) else heading


def looks_like_a_form(rows: Sequence[Row], merged: Sequence[Merged]) -> bool:
    """Whether some row names two columns of some form, so that a sheet nobody can read may still hold figures."""
    return any(_columns_of_any(heading) >= 2 for heading in headings(rows, merged))


def _columns_of_any(heading: Heading) -> int:
    """The most columns of one form that a row names."""
    return max(len(set(filter(None, heading.columns(name)))) for name in DATASETS)


def _second_table(source: Source, first: int, second: int) -> Problem:
    return Problem(
        file=source.file,
        sheet=source.sheet,
        cell=f"A{first},A{second}",
        code="table-error",
        message=f"一张工作表里有两张表：第 {first} 行和第 {second} 行都是表头。",
        remedy="请把两张表分到两张工作表。",
    )


def _unknown_form(rows: Sequence[Row], source: Source, rivals: list[str]) -> Problem:
    near = "、".join(f"“{DATASETS[name].label}”" for name in rivals)
    far = f"前 {SEARCHED_ROWS} 行" if len(rows) == SEARCHED_ROWS else ""
    return Problem(
        file=source.file,
        sheet=source.sheet,
        code="unknown-form",
        message=f"分不清是{near}中的哪一张报表。" if near else f"认不出是哪张报表，{far}没有找到表头{_echo(rows)}。",
        remedy="请使用空白报表填写，保留表头；或把文件名、工作表名改为报表名称，如“企业季报”。",
    )


def _echo(rows: Sequence[Row]) -> str:
    """The first words of a sheet, as far as they can harm nobody."""
    words = [clean(cell) for _, cells in rows[:3] for cell in cells if cell and clean(cell)]
    if any(map(find_personal, words)):
        return ""
    shown = HARMLESS.sub("", "、".join(words))
    return f"，表中开头是“{shown[:ECHOED]}{'…' if len(shown) > ECHOED else ''}”" if shown else ""
