"""The first rows of a sheet → which form it is, where its headers stand and which column each of them names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import PurePath

from etl.addresses import address
from etl.datasets import DATASETS
from etl.forms.headers import Heading, Merged, Row, headings, rows_below
from etl.forms.layout import Field, Layout, Source, Unread
from etl.forms.titles import cumulative_in, is_signature, phrases, year_of
from etl.forms.units import InForce, Stated, in_force, stated_in_header, stated_in_title
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal, is_personal_header, quotable
from etl.schema import PERIODS, Column, Dataset, Kind
from etl.values.grammar import PARSERS
from etl.values.words import clean

# A header further down than that is none that a clerk would find.
SEARCHED_ROWS = 200
NAME_TAIL = re.compile(r"(__|_|\d|\(|-|\s|\[).*")
ANOTHER_TABLE = 3
NOT_THIS_TIME = "这一列本期没有"
EXPLAINS = re.compile("说明|填表说明|字典|选项|目录|封面|_")
HARMLESS = re.compile(r"[^\w一-龥（）()、，。：:·\- ]")
ECHOED = 20


def named(file: str, sheet: str) -> str | None:
    """The form that the sheet's or else the file's name says it is."""
    for title in (sheet, PurePath(file).stem):
        for name, dataset in DATASETS.items():
            for word in (name, dataset.label):
                if title == word or (title.startswith(word) and NAME_TAIL.fullmatch(title[len(word) :])):
                    return name
    return None


def explains(sheet: str) -> bool:
    """Whether a sheet that is no form is one of explanations or choices, about which nothing need be said."""
    return bool(EXPLAINS.match(sheet))


def _candidates(found: Sequence[Heading], hint: str | None) -> Iterator[tuple[int, int, int, str, int, Heading]]:
    """(required columns less those missing, columns, −rows, form, −first row, heading), good ones only."""
    for name in [hint] if hint else DATASETS:
        required = {column.name for column in DATASETS[name].columns if column.is_required}
        for heading in found:
            columns = set(filter(None, heading.columns(name)))
            # Without a name, an area and a period alone make no form.
            if len(columns) >= 2 and (
                hint or len(columns & required) * 2 >= len(required) and columns - set(DATASETS[name].key)
            ):
                score = len(columns & required) * 2 - len(required)
                yield score, len(columns), heading.first - heading.last, name, -heading.first, heading


def recognise(
    rows: Sequence[Row], source: Source, merged: Sequence[Merged] = ()
) -> tuple[Layout | None, list[Problem]]:
    """The layout of a sheet whose first rows are `rows`: (row number, cells); None where it cannot be loaded.

    Names of the sheet and the file decide before the headers do; the headers are the row, or the two rows, that name
    most columns.
    """
    found = list(headings(rows, merged))
    hint = named(source.file, source.sheet)
    candidates = sorted(_candidates(found, hint), key=lambda one: one[:5], reverse=True) or sorted(
        _candidates(found, None), key=lambda one: one[:5], reverse=True
    )
    rivals = {candidate[3] for candidate in candidates if candidate[:2] == candidates[0][:2]}
    if len(rivals) != 1:
        return None, [_unknown_form(rows, source, sorted(rivals))]
    heading = candidates[0][5]
    above = [other for other in found if other.last < heading.first and _columns_of_any(other) >= ANOTHER_TABLE]
    if above:
        return None, [_second_table(source, above[0].first, heading.first)]
    return _Reading(DATASETS[candidates[0][3]], candidates[0][5], rows, source).layout()


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


class _Reading:
    """The columns of one sheet, worked out from its header and from what stands round it."""

    def __init__(self, dataset: Dataset, heading: Heading, rows: Sequence[Row], source: Source) -> None:
        self.dataset, self.heading, self.rows, self.source = dataset, heading, rows, source
        self.last, self.unit_row = rows_below(rows, heading.last)
        self.lines = [
            " ".join(cell.strip() for cell in cells if cell) for number, cells in rows if number < heading.first
        ]
        self.problems: list[Problem] = []
        self.fields: list[Field] = []
        self.unread: list[Unread] = []
        self.places: dict[str, list[str]] = defaultdict(list)

    def layout(self) -> tuple[Layout | None, list[Problem]]:
        self._note_personal()
        notes = self._notes()
        carried = self._first_money_unit() if not any(unit.endswith("元") for unit in notes) else ("", "")
        for index in range(len(self.heading.texts)):
            carried = self._take_column(index, notes, carried)
        self._note_repeated()
        year = year_of(self.lines, self.source.sheet, self.source.file)
        self._take_period_of_title(year)
        self._note_missing()
        if any(problem.level is Level.ERROR and problem.code != "personal-data" for problem in self.problems):
            return None, self.problems
        headers = tuple(self._header(index) for index in range(len(self.heading.texts)))
        stated = (*self.lines, self.source.sheet, PurePath(self.source.file).stem)
        layout = Layout(
            self.dataset,
            self.heading.first,
            tuple(self.fields),
            year,
            len(headers),
            self.last,
            headers,
            tuple(self.unread),
            next(filter(None, map(cumulative_in, stated)), ""),
        )
        return layout, self.problems

    def _header(self, index: int) -> str:
        return self.heading.text(index, self.dataset.name)

    def _note(self, message: str, remedy: str, code: str, cell: str = "", level: Level = Level.ERROR) -> None:
        self.problems.append(
            Problem(
                file=self.source.file,
                sheet=self.source.sheet,
                cell=cell,
                level=level,
                code=code,
                message=message,
                remedy=remedy,
            )
        )

    def _note_personal(self) -> None:
        """Personal headers, and personal numbers above the table."""
        for index in range(len(self.heading.texts)):
            if any(is_personal_header(text) or find_personal(text) for text in self.heading.texts[index]):
                cell = address(self.heading.last, index + 1)
                shown = quotable(self._header(index))
                self._note(f"“{shown}”是个人信息，本系统不接收。", REMEDY, "personal-data", cell)
        for number, cells in self.rows:
            for index, cell in enumerate(cells):
                if (
                    number < self.heading.first
                    and cell
                    and (kind := find_personal(cell))
                    and not is_signature(cell, kind)
                ):
                    place = address(number, index + 1)
                    self._note(f"这一格含有{kind}，是个人信息，本系统不接收。", REMEDY, "personal-data", place)

    def _notes(self) -> list[str]:
        """The units noted over the table or in the sheet's name; those that nobody understands are errors."""
        stated = [stated_in_title(line) for line in (*self.lines, self.source.sheet)]
        places = [*self._note_places(), ""]
        for cell, word in [(cell, word) for cell, one in zip(places, stated, strict=True) for word in one.unclear]:
            self._note(
                f"表上写的单位“{word[:ECHOED]}”看不懂，不知道数字按什么单位读。",
                "请改成元、万元、亿元、人、家等单位，或在每一列的表头写明单位。",
                "unit-error",
                cell,
            )
        units = list(dict.fromkeys(unit for one in stated for unit in one.units))
        money = [unit for unit in units if unit.endswith("元")]
        if len(money) > 1:
            self._note(
                f"表上写了两种金额单位：{'、'.join(money)}。", "请只保留一种，或在每一列的表头写明单位。", "unit-error"
            )
        return units

    def _note_places(self) -> list[str]:
        """For each line above the table the cell that speaks of units, or its first one."""
        places = []
        for number, cells in self.rows:
            if number < self.heading.first:
                filled = [index for index, cell in enumerate(cells) if cell and cell.strip()]
                told = next((index for index in filled if "单位" in cells[index]), filled[0] if filled else 0)
                places.append(address(number, told + 1))
        return places

    def _first_money_unit(self) -> tuple[str, str]:
        """The one unit that money headers state, if they state one only, and the header that does."""
        found = {}
        for index in range(len(self.heading.texts)):
            for unit in self._stated(index).units:
                if unit.endswith("元"):
                    found.setdefault(unit, self._header(index))
        return next(iter(found.items())) if len(found) == 1 else ("", "")

    def _stated(self, index: int) -> Stated:
        stated = [stated_in_header(text) for text in self.heading.texts[index]]
        return Stated(
            tuple(dict.fromkeys(unit for one in stated for unit in one.units)),
            tuple(dict.fromkeys(word for one in stated for word in one.unclear)),
        )

    def _take_column(self, index: int, notes: Sequence[str], carried: tuple[str, str]) -> tuple[str, str]:
        """Place the column at `index`; the unit of money that goes on to the next one, and the header that states it."""
        texts, header = self.heading.texts[index], self._header(index)
        name = self.heading.columns(self.dataset.name)[index] or self._answered(index, header)
        if name is None:
            if not any(is_personal_header(text) or find_personal(text) for text in texts):
                self.unread.append(Unread(index, header))
            return carried
        cell = address(self.heading.last, index + 1)
        self.places[name].append(cell)
        column = self.dataset.column_of[name]
        below = self.unit_row[index] if index < len(self.unit_row) else None
        header_units = self._stated(index)
        unit = in_force(column, header_units, stated_in_header(f"({below})") if below else Stated(), notes, carried)
        if unit.unclear or unit.contradiction:
            self._note_unit(column, header, cell, unit)
            return carried
        if unit.carried and unit.carried != header:
            self._note(
                f"“{header}”没有写单位，随“{unit.carried}”按{unit.unit}读入。",
                "如不是这个单位，请在表头写明。",
                "converted-value",
                cell,
                Level.NOTE,
            )
        self.fields.append(Field(column, index, unit.unit, unit.factor, header))
        money = next((stated for stated in header_units.units if stated.endswith("元")), None)
        return (money, header) if money else carried

    def _answered(self, index: int, header: str) -> str | None:
        """The column that somebody said this one is."""
        answer = self.source.answer("column", str(index), header)
        return next((column.name for column in self.dataset.columns if answer == is_column(column)), None)

    def _note_unit(self, column: Column, header: str, cell: str, unit: InForce) -> None:
        if unit.unclear:
            message = f"表头“{header[:ECHOED]}”的单位不能换算成“{column.unit or '无单位'}”。"
        else:
            said, other = unit.contradiction
            message = f"“{column.label}”的单位说法不一：一处是{said}，一处是{other}。"
        self._note(
            message,
            f"请把表头改为“{column.header}”，并按这个单位填写；表上其他地方的单位与它一致。",
            "unit-error",
            cell,
        )

    def _note_repeated(self) -> None:
        for name, cells in self.places.items():
            if len(cells) > 1:
                header = self.dataset.column_of[name].header
                self._note(f"有 {len(cells)} 列都是“{header}”。", "请只保留一列。", "duplicate-label", ",".join(cells))

    def _take_period_of_title(self, year: int | None) -> None:
        """A form without its column of periods is of the one period that its title names."""
        for column in self.dataset.columns:
            if column.kind not in PERIODS - {Kind.INSTANT} or not column.is_required or column.name in self.places:
                continue
            stated = phrases(self.lines, self.source.sheet, self.source.file)
            values = {str(value): text for text in stated if (value := PARSERS[column.kind](text, "")) is not None}
            if len(values) == 1:
                ((value, text),) = values.items()
                self.places[column.name].append("")
                self.fields.append(Field(column, -1, column.unit, constant=value))
                self._note(
                    f"没有“{column.label}”这一列，按标题“{text}”全部算作 {value}。",
                    "如有不同，请补上这一列。",
                    "converted-value",
                    level=Level.NOTE,
                )

    def _note_missing(self) -> None:
        """Required columns that are not there; where another column may be meant, the rows decide it."""
        for column in self.dataset.columns:
            if column.is_required and column.name not in self.places and not may_be(column, self.unread):
                self._note(
                    f"缺少必填的列“{column.header}”。",
                    f"请在第 {self.heading.first} 行的表头中补上“{column.header}”并填写。",
                    "missing-label",
                )


def is_column(column: Column) -> str:
    """The answer that says that a column of the sheet is `column`."""
    return f"是“{column.header}”"


def likeness(header: str, column: Column) -> float:
    """How much a header looks like the name of a column: 0 for nothing in common, 1 for the same."""
    words = clean(header).lower()
    spelled = (column.label, *column.aliases)
    return max(SequenceMatcher(None, words, spelling).ratio() for spelling in spelled) if words else 0.0


def may_be(column: Column, unread: Sequence[Unread]) -> bool:
    """Whether a column of the sheet that is none of the form's might be `column`."""
    return any(not one.header or likeness(one.header, column) >= LIKE for one in unread)


LIKE = 0.4
