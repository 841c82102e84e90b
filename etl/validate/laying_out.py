"""The header rows of a sheet and what stands round them → the layout of its form: columns, units, year, period."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePath

from etl.addresses import address, place_of
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal, is_personal_header, quotable
from etl.schema import NUMBERS, Dataset, Kind
from etl.validate.above import note_places, noted, personal_above, units_below
from etl.validate.by_order import named_by_order, texts_below
from etl.validate.candidates import is_number
from etl.validate.header_rows import Row, rows_below
from etl.validate.headers import Heading, is_supposed
from etl.validate.joined import join_columns, join_places
from etl.validate.layout import Field, Layout, Source, Unread
from etl.validate.likeness import is_column, may_be, missing
from etl.validate.odd_units import OddUnit, wrong_units
from etl.validate.own_choices import chosen_by
from etl.validate.own_numbers import numbered_by
from etl.validate.said_above import texts_above
from etl.validate.said_of_all import Round, said_of_all
from etl.validate.said_otherwise import says_the_name
from etl.validate.titles import MONTH_ALONE, cumulative_in, day_order, one_period, year_of
from etl.validate.units import Stated, in_force, of_column, stated_in_header
from etl.validate.wordings import is_change_of_stock

NOT_MEANT = re.compile("作废|废弃|草稿|勿用|示例|样表|样例|例表|备份")


class Laying:
    """The columns of one sheet, worked out from its header and from what stands round it."""

    def __init__(self, dataset: Dataset, heading: Heading, rows: Sequence[Row], source: Source) -> None:
        self.dataset, self.heading, self.rows, self.source = dataset, heading, rows, source
        self.last, self.unit_row = rows_below(rows, heading.last)
        self.lines = [
            " ".join(cell.strip() for cell in cells if cell) for number, cells in rows if number < heading.first
        ]
        uppers = (cells for number, cells in rows if heading.first <= number < heading.last)
        self.told = [*self.lines, *one_period(cell for cells in uppers for cell in cells)]
        self.above = texts_above(rows, heading.first)
        self.problems: list[Problem] = []
        self.fields: list[Field] = []
        self.unread: list[Unread] = []
        self.places: dict[str, list[str]] = defaultdict(list)
        self.by_order = named_by_order(dataset, heading, rows)
        self.month = ""
        self.odd_units: list[OddUnit] = []
        self.readings: list[tuple[str, str]] = []

    def layout(self) -> tuple[Layout | None, list[Problem]]:
        """The layout, None where the sheet cannot be loaded with these columns, and all that is wrong with them."""
        self._note_personal()
        self._note_not_meant()
        notes = self._notes()
        carried = self._first_money_unit() if not any(unit.endswith("元") for unit in notes) else ("", "")
        for index in range(len(self.heading.texts)):
            carried = self._take_column(index, notes, carried)
        self._note_readings()
        self._note_units()
        self._join_columns()
        self._note_repeated()
        year = year_of(self.told, self.source.sheet, self.source.file)
        self._take_said_above(year)
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
            next(filter(None, (cumulative_in(text, self.dataset) for text in stated)), "") or self._month_of_flows(),
            (*((one.text, one.cell) for one in self.above), *((text, "") for text in stated[len(self.lines) :])),
            day_order=day_order(cell for _, cells in self.rows for cell in cells if cell),
        )
        return layout, self.problems

    def _month_of_flows(self) -> str:
        """The month of a title over what adds up in a quarter: it may be of that month alone."""
        return self.month if any(field.column.is_flow for field in self.fields) else ""

    def _header(self, index: int) -> str:
        return self.heading.text(index, self.dataset.name)

    def _note(
        self, message: str, remedy: str, code: str, cell: str = "", level: Level = Level.ERROR, count: int = 1
    ) -> None:
        self.problems.append(
            Problem(
                count=count,
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
        for message, cell in personal_above(self.heading, self.rows, self.dataset.name):
            self._note(message, REMEDY, "personal-data", cell)

    def _note_not_meant(self) -> None:
        """A sheet whose name says that it is not to be sent: a draft, an example, what was withdrawn."""
        if said := NOT_MEANT.search(clean(self.source.sheet)):
            self._note(
                f"工作表的名称里有“{said[0]}”，不知道要不要读入。",
                "要报送的，请给工作表改名；不报送的，请删去这张工作表。",
                "table-error",
            )

    def _notes(self) -> list[str]:
        """The units noted over the table or in the sheet's name; those that nobody understands are errors."""
        places = [*note_places(self.rows, self.heading.first), ""]
        units, wrong = noted([*self.lines, self.source.sheet], places)
        # A footnote is asked where nothing above the figures speaks of money.
        if not any(unit.endswith("元") for unit in units):
            texts, cells = units_below(self.rows, self.last)
            below, unclear = noted(texts, cells)
            units, wrong = [*units, *below], [*wrong, *unclear]
        for message, remedy, cell in wrong:
            self._note(message, remedy, "unit-error", cell)
        return units

    def _first_money_unit(self) -> tuple[str, str]:
        """The one unit that money headers state, if they state one only, and the header that does."""
        headers: dict[str, str] = {}
        for index in range(len(self.heading.texts)):
            for unit in self._stated(index).units:
                if unit.endswith("元"):
                    headers.setdefault(unit, self._header(index))
        return next(iter(headers.items())) if len(headers) == 1 else ("", "")

    def _stated(self, index: int) -> Stated:
        name = self.heading.columns(self.dataset.name)[index]
        column = self.dataset.column_of[name] if name else None
        stated = [of_column(stated_in_header(text), column) for text in self.heading.texts[index]]
        return Stated(
            tuple(dict.fromkeys(unit for one in stated for unit in one.units)),
            tuple(
                dict.fromkeys(
                    word
                    for one in stated
                    for word in one.unclear
                    if not (column and says_the_name(self.dataset.name, column, word))
                )
            ),
        )

    def _take_column(self, index: int, notes: Sequence[str], carried: tuple[str, str]) -> tuple[str, str]:
        """Place the column at `index`; the unit of money that goes on to the next one, and the header that states it."""
        texts, header = self.heading.texts[index], self._header(index)
        name = self._answered(index, header) or (
            self._named(index)
            or numbered_by(self.dataset, self.heading, index, self.rows)
            or self._of_choices(index, header)
            or self._by_order(index, header)
        )
        if name is None or self._is_told_of_another(index, name, header):
            if not any(is_personal_header(text) or find_personal(text) for text in texts):
                self.unread.append(Unread(index, header))
            return carried
        cell = address(self.heading.last, index + 1)
        self.places[name].append(cell)
        column = self.dataset.column_of[name]
        below = self.unit_row[index] if index < len(self.unit_row) else None
        header_units = self._stated(index)
        under = of_column(stated_in_header(f"({below})"), column) if below else Stated()
        unit = in_force(column, header_units, under, notes, carried)
        if unit.unclear or unit.contradiction:
            self.odd_units.append(OddUnit(column, header, cell, unit))
            return carried
        if unit.carried and unit.carried != header:
            self._note(
                f"“{header}”没有写单位，随“{unit.carried}”按{unit.unit}读入。",
                "如不是这个单位，请在表头写明。",
                "converted-value",
                cell,
                Level.NOTE,
            )
        if unit.instead or is_supposed(header, self.dataset.name):
            self.readings.append((f"“{quotable(header)}”读作“{column.header}”", cell))
        self.fields.append(Field(column, index, unit.unit, unit.factor, header))
        money = next((stated for stated in header_units.units if stated.endswith("元")), None)
        return (money, header) if money else carried

    def _named(self, index: int) -> str | None:
        """The column that the header names; none where words stand below it and another names the figure, or kinds alone do."""
        names = self.heading.columns(self.dataset.name)
        name = names[index]
        if name is None or self.dataset.column_of[name].kind not in NUMBERS:
            return name
        texts = texts_below(self.heading, self.rows, index)
        if not texts or any(map(is_number, texts)):
            return name
        is_kind = names.count(name) > 1 or chosen_by(self.dataset, self.heading, index, self.rows, self.lines)
        return None if is_kind else name

    def _of_choices(self, index: int, header: str) -> str | None:
        """The column of kinds that the cells under an unknown header tell, which is said."""
        titles = (*self.lines, self.source.sheet, PurePath(self.source.file).stem)
        name = chosen_by(self.dataset, self.heading, index, self.rows, titles)
        if name:
            label, cell = self.dataset.column_of[name].label, address(self.heading.last, index + 1)
            message = f"“{quotable(header)}”一列填的都是“{label}”的选项，读作“{label}”。"
            self._note(message, "如不是，请改表头。", "converted-value", cell, Level.NOTE)
        return name

    def _by_order(self, index: int, header: str) -> str | None:
        """The one column that is missing where an unknown header stands and that shares a word with it, which is said."""
        name = self.by_order.get(index)
        if name is None or name in self.places:
            return None
        cell = address(self.heading.last, index + 1)
        message = f"“{quotable(header)}”按它的位置读作“{self.dataset.column_of[name].header}”。"
        self._note(message, "如不是，请改表头。", "converted-value", cell, Level.NOTE)
        return name

    def _is_told_of_another(self, index: int, name: str, header: str) -> bool:
        """Whether a header is of what came to a stock, or only supposed to mean a column of which a title tells another one."""
        column = self.dataset.column_of[name]
        if is_change_of_stock(header, column) and not self._answered(index, header):
            return True
        is_sure = column.kind not in NUMBERS or not is_supposed(header, self.dataset.name)
        if is_sure or self._answered(index, header):
            return False
        others = [one.label for one in self.dataset.columns if one.unit == column.unit and one is not column]
        told = [clean(text) for text in (*self.lines, self.source.sheet, PurePath(self.source.file).stem)]
        return any(word in text for text in told for word in (*others, "平均") if column.label not in text)

    def _answered(self, index: int, header: str) -> str | None:
        """The column that somebody said this one is."""
        answer = self.source.answer("column", str(index), header)
        return next((column.name for column in self.dataset.columns if answer == is_column(column)), None)

    def _note_readings(self) -> None:
        """One line for all headers that are read as columns of another name."""
        if self.readings:
            said, cells = zip(*self.readings, strict=True)
            remedy = "如是别的数，请改表头。"
            self._note(f"{'，'.join(said)}。", remedy, "converted-value", ",".join(cells), Level.NOTE, count=len(cells))

    def _note_units(self) -> None:
        """One error for all headers whose unit cannot be converted, and one for all of which two units are said."""
        for message, remedy, cells in wrong_units(self.odd_units):
            self._note(message, remedy, "unit-error", ",".join(cells), count=len(cells))

    def _join_columns(self) -> None:
        """Columns that are read together, such as a code and its name, become one field."""
        self.fields, self.unread, places = join_places(self.dataset, self.fields, self.unread, self._below())
        self.fields, self.unread, joined = join_columns(self.dataset, self.fields, self.unread)
        joined = [*places, *joined]
        for field, headers in joined:
            cells = [address(self.heading.last, index + 1) for index in (field.index, *field.beside)]
            self.places[field.column.name] = cells[:1]
            if field.beside:
                named = "和".join(f"“{quotable(header)}”" for header in headers)
                message = f"{named}合起来读作“{field.column.label}”。"
                self._note(message, "如不是，请只留一列。", "converted-value", ",".join(cells), Level.NOTE)

    def _below(self) -> list[Row]:
        return [row for row in self.rows if row[0] > self.last]

    def _note_repeated(self) -> None:
        for name, cells in self.places.items():
            if len(cells) > 1:
                header = self.dataset.column_of[name].header
                self._note(f"有 {len(cells)} 列都是“{header}”。", "请只保留一列。", "duplicate-label", ",".join(cells))

    def _take_said_above(self, year: int | None) -> None:
        """A form without a column that it needs is of the one period, or whatever a label says, above its table.

        The day of which all rows are is not also the one on which something else happened.
        """
        of_key: set[str] = set()
        around = Round(self.lines, self.told, self.above, self.rows, self.last, self.source)
        for column in self.dataset.columns:
            if not column.is_required or column.name in self.places:
                continue
            found = said_of_all(self.dataset, column, around, self.unread, year)
            if found and not (found[1] in of_key and column.name not in self.dataset.key):
                field, words = found
                of_key |= {words} if column.name in self.dataset.key else set()
                if column.kind is Kind.QUARTER and MONTH_ALONE.fullmatch(clean(words)):
                    self.month = clean(words)
                self.places[column.name].append("")
                self.fields.append(field)
                where = "表下" if field.stated_at and place_of(field.stated_at)[1] > self.last else "标题"
                self._note(
                    f"没有“{column.label}”这一列，按{where}“{quotable(words)}”全部算作 {quotable(field.constant)}。",
                    "如有不同，请补上这一列。",
                    "converted-value",
                    field.stated_at,
                    Level.NOTE,
                )

    def _note_missing(self) -> None:
        """Required columns that are not there; where another column may be meant, the rows decide it."""
        lacking = [
            column
            for column in self.dataset.columns
            if column.is_required and column.name not in self.places
            # Whom a register knows may stand in the title, which is looked up once the registers are there.
            if not column.references and not may_be(column, self.unread)
        ]
        if lacking:
            self._note(*missing(lacking, self.heading.first), "missing-label")
