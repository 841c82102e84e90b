"""The first rows of a sheet → which form it is, where its headers stand and which column each of them names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import PurePath

from etl.addresses import address
from etl.datasets import DATASETS
from etl.forms.layout import Field, Layout
from etl.problems import Level, Problem
from etl.read.personal import PERSONAL_HEADERS, REMEDY, find_personal
from etl.schema import NUMBERS, Column, Dataset
from etl.values.numbers import parse_number, to_unit
from etl.values.words import clean

SEARCHED_ROWS = 30
Row = tuple[int, tuple[str | None, ...]]

BRACKETED = re.compile(r"\(([^()]*)\)\s*$")
PERSONAL_HEADER = re.compile(PERSONAL_HEADERS)
YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
# “填报单位：…” names an office, so only units of money count as the unit of the whole table.
TABLE_UNIT = re.compile(r"单位[:]\s*((?:千|百万|万|亿)?元)")
NAME_TAIL = re.compile(r"(__|_|\d|\(|-|\s).*")


def _bare(header: str) -> str:
    """A header as it is compared: without brackets, blanks and marks."""
    return re.sub(r"[\s*:]", "", BRACKETED.sub("", clean(header))).lower()


def _stated_unit(header: str) -> str:
    bracketed = BRACKETED.search(clean(header))
    return re.sub(r"\s|单位:?", "", bracketed[1]) if bracketed else ""


def _spellings(dataset: Dataset) -> dict[str, str]:
    """Every comparable spelling of a header → the column's name."""
    return {
        _bare(spelling): column.name
        for column in dataset.columns
        for spelling in (column.name, *column.aliases, column.label)
    }


SPELLINGS = {name: _spellings(dataset) for name, dataset in DATASETS.items()}


def named(file: str, sheet: str) -> str | None:
    """The form that the sheet's or else the file's name says it is."""
    for title in (sheet, PurePath(file).stem):
        for name, dataset in DATASETS.items():
            for word in (name, dataset.label):
                if title == word or (title.startswith(word) and NAME_TAIL.fullmatch(title[len(word) :])):
                    return name
    return None


def _found(name: str, cells: Sequence[str | None]) -> set[str]:
    return {SPELLINGS[name][bare] for cell in cells if cell and (bare := _bare(cell)) in SPELLINGS[name]}


def _candidates(rows: Sequence[Row], hint: str | None) -> Iterator[tuple[int, int, str, int]]:
    """(required columns found less those missing, columns found, form, header row), good ones only."""
    for name in [hint] if hint else DATASETS:
        required = {column.name for column in DATASETS[name].columns if column.is_required}
        for number, cells in rows:
            found = _found(name, cells)
            if len(found) >= 2 and (hint or len(found & required) * 2 >= len(required)):
                yield len(found & required) * 2 - len(required), len(found), name, -number


def recognise(rows: Sequence[Row], file: str, sheet: str) -> tuple[Layout | None, list[Problem]]:
    """The layout of a sheet whose first rows are `rows`: (row number, cells); None where it cannot be loaded.

    Names of the sheet and the file decide before the headers do; a header row is the row that names most columns.
    """
    hint = named(file, sheet)
    candidates = sorted(_candidates(rows, hint), reverse=True) or sorted(_candidates(rows, None), reverse=True)
    rivals = {name for *score, name, _ in candidates if candidates and tuple(score) == candidates[0][:2]}
    if len(rivals) != 1:
        return None, [_unknown_form(rows, file, sheet, sorted(rivals))]
    name, header_row = candidates[0][2], -candidates[0][3]
    return _layout(DATASETS[name], header_row, rows, file, sheet)


def _unknown_form(rows: Sequence[Row], file: str, sheet: str, rivals: list[str]) -> Problem:
    words = [cell.strip() for _, cells in rows[:3] for cell in cells if cell and cell.strip()]
    near = "、".join(f"“{DATASETS[name].label}”" for name in rivals)
    return Problem(
        file=file,
        sheet=sheet,
        message=f"认不出是哪张报表，表中开头是“{'、'.join(words[:4])}”。"
        if not near
        else f"分不清是{near}中的哪一张报表。",
        remedy="请使用空白报表填写，保留表头；或把文件名、工作表名改为报表名称，如“企业季报”。",
    )


def _layout(
    dataset: Dataset, header_row: int, rows: Sequence[Row], file: str, sheet: str
) -> tuple[Layout | None, list[Problem]]:
    headers = next(cells for number, cells in rows if number == header_row)
    titles = [cell for number, cells in rows if number < header_row for cell in cells if cell]
    table_unit = next((match[1] for title in titles if (match := TABLE_UNIT.search(clean(title)))), "")
    problems = [*_personal(rows, header_row, headers, file, sheet)]
    fields: list[Field] = []
    places: dict[str, list[str]] = defaultdict(list)
    for index, header in enumerate(headers):
        if header is None or not clean(header):
            continue
        cell = address(header_row, index + 1)
        name = SPELLINGS[dataset.name].get(_bare(header))
        if name is None:
            if not PERSONAL_HEADER.search(header):
                problems.append(_unknown_header(dataset, header, cell, file, sheet))
            continue
        places[name].append(cell)
        column = dataset.column_of[name]
        unit = _unit_in_force(column.unit, _stated_unit(header), table_unit) if column.kind in NUMBERS else column.unit
        if unit is None:
            problems.append(_wrong_unit(column, header, cell, file, sheet))
        else:
            fields.append(Field(column, index, unit))
    problems += [
        Problem(
            file=file,
            sheet=sheet,
            cell=",".join(addresses),
            message=f"有 {len(addresses)} 列都是“{dataset.column_of[name].header}”。",
            remedy="请只保留一列。",
        )
        for name, addresses in places.items()
        if len(addresses) > 1
    ]
    problems += [
        Problem(
            file=file,
            sheet=sheet,
            message=f"缺少必填的列“{column.header}”。",
            remedy=f"请在第 {header_row} 行的表头中补上“{column.header}”并填写。",
        )
        for column in dataset.columns
        if column.is_required and column.name not in places
    ]
    if any(problem.level is Level.ERROR for problem in problems):
        return None, problems
    year = _year(titles, file, sheet)
    return Layout(dataset, header_row, tuple(fields), year, len(headers)), problems


def _unit_in_force(own: str, stated: str, table_unit: str) -> str | None:
    """The unit of the sheet's bare numbers, or None where it cannot be turned into the column's `own`."""
    if stated in ("", own):
        return table_unit if not stated and table_unit and own.endswith("元") else own
    one = parse_number(f"1{stated}")
    return stated if one and one.unit and to_unit(one, own) is not None else None


def _wrong_unit(column: Column, header: str, cell: str, file: str, sheet: str) -> Problem:
    return Problem(
        file=file,
        sheet=sheet,
        cell=cell,
        message=f"表头“{header.strip()}”的单位不能换算成“{column.unit or '无单位'}”。",
        remedy=f"请把表头改为“{column.header}”，并按这个单位填写。",
    )


def _unknown_header(dataset: Dataset, header: str, cell: str, file: str, sheet: str) -> Problem:
    known = {_bare(column.label): column.header for column in dataset.columns}
    near = get_close_matches(_bare(header), known, n=1)
    return Problem(
        file=file,
        sheet=sheet,
        cell=cell,
        level=Level.WARNING,
        message=f"“{dataset.label}”没有“{header.strip()}”这一列，不会读取。",
        remedy=f"如果是“{known[near[0]]}”，请改表头。" if near else "不需要的列可以删去。",
    )


def _personal(
    rows: Sequence[Row], header_row: int, headers: Sequence[str | None], file: str, sheet: str
) -> Iterator[Problem]:
    for index, header in enumerate(headers):
        if header and PERSONAL_HEADER.search(header):
            yield Problem(
                file=file,
                sheet=sheet,
                cell=address(header_row, index + 1),
                message=f"“{header.strip()}”是个人信息，本系统不接收。",
                remedy=REMEDY,
            )
    for number, cells in rows:
        for index, cell in enumerate(cells):
            if number < header_row and cell and (kind := find_personal(cell)):
                yield Problem(
                    file=file,
                    sheet=sheet,
                    cell=address(number, index + 1),
                    message=f"这一格含有{kind}，是个人信息，本系统不接收。",
                    remedy=REMEDY,
                )


def _year(titles: Sequence[str], file: str, sheet: str) -> int | None:
    """The one year that the title, the sheet's name or the file's name states, the nearest to the table first."""
    for words in (" ".join(titles), sheet, PurePath(file).stem):
        years = set(YEAR.findall(clean(words)))
        if len(years) == 1:
            return int(years.pop())
    return None
