"""Where the columns of a form stand in one sheet, as values that the later steps share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from etl.addresses import address, joined
from etl.answers import question_id
from etl.problems import Level, Problem
from etl.read.sheets import Sheet
from etl.schema import Column, Dataset
from etl.sql import literal

# So many cells are named for one kind of problem; the rest is counted.
NAMED_CELLS = 200
# Between the texts of columns that are read together.
BESIDE = " · "


@dataclass(frozen=True)
class Field:
    """A declared column at its place in a sheet; `unit` is that of the sheet's bare numbers, `factor` of the column's.

    `constant` is the text that the title states for every row, where the sheet has no such column (`index` is -1); it
    stands in the cell `stated_at`. `beside` are columns that are read together with this one: a code and its name, a
    year and its month; their texts are joined by `BESIDE`.
    """

    column: Column
    index: int
    unit: str
    factor: Decimal = Decimal(1)
    header: str = ""
    constant: str = ""
    stated_at: str = ""
    beside: tuple[int, ...] = ()

    @property
    def cell(self) -> str:
        """The text of the field in a row of the raw view, as SQL."""
        if self.beside:
            joined_cells = ", ".join(f"raw.c{index}" for index in (self.index, *self.beside))
            return f"nullif(concat_ws('{BESIDE}', {joined_cells}), '')"
        return literal(self.constant) if self.constant else f"raw.c{self.index}"

    def address(self, row: int) -> str:
        """The cell of this field in a row of the sheet, such as C7."""
        return self.stated_at or address(row, max(self.index, 0) + 1)

    @property
    def needs_conversion(self) -> bool:
        """Whether bare numbers of the sheet are in another unit than the column's."""
        return self.factor != 1


@dataclass(frozen=True)
class Unread:
    """A column of the sheet that is none of the form's; `header` is empty where nothing stands over it."""

    index: int
    header: str


@dataclass(frozen=True)
class Source:
    """Which sheet of which file is read, and what was answered to the questions that it raised before.

    `block` is the first cell of the table, where the sheet holds several.
    """

    file: str
    sheet: str
    checksum: str = ""
    answers: Mapping[str, str] = field(default_factory=dict, hash=False)
    block: str = ""

    def question(self, *parts: str) -> str:
        """The id of a question that this sheet raises."""
        return question_id(self.checksum or self.file, self.sheet, *filter(None, (self.block,)), *parts)

    def answer(self, *parts: str) -> str:
        """What was answered to that question; empty where nobody has answered."""
        return self.answers.get(self.question(*parts), "")


@dataclass(frozen=True)
class Layout:
    """Which form a sheet is, the rows of its headers, and its fields in the sheet's order.

    The headers stand in `header_row`, the rows of the form begin behind `last_header_row`. `year` is what the title,
    the sheet's name or the file's name says, for cells such as 三季度; `width` counts cells. `headers` are the texts
    over the columns, `unread` the columns that are none of the form's. `cumulative` are words over the table that say
    that its figures run from the beginning of the year. `above` are the texts above the table with their cells, then
    the names of the sheet and the file, without cells: in them stands what no column tells. `asked` are columns that are missing and asked for.
    `day_order` are words that say in which order year, month and day are written.
    """

    dataset: Dataset
    header_row: int
    fields: tuple[Field, ...]
    year: int | None
    width: int
    last_header_row: int = 0
    headers: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    cumulative: str = ""
    above: tuple[tuple[str, str], ...] = ()
    asked: tuple[str, ...] = ()
    day_order: str = ""

    def field_of(self, name: str) -> Field:
        """The field of a column, or where the sheet lacks it that of the key, or the first."""
        placed = {field.column.name: field for field in self.fields}
        return placed.get(name) or placed.get(self.dataset.key[0]) or self.fields[0]

    @property
    def absent(self) -> tuple[Column, ...]:
        """The columns of the form that the sheet does not have."""
        placed = {field.column.name for field in self.fields}
        return tuple(column for column in self.dataset.columns if column.name not in placed)

    @property
    def lacks_required(self) -> bool:
        """Whether a column is missing without which a row cannot be judged."""
        return any(column.is_required for column in self.absent)


@dataclass(frozen=True)
class Form:
    """One sheet on its way into the warehouse: where it comes from and the table or view that shows its raw cells."""

    load_id: int
    origin: str
    source: Source
    raw: str
    layout: Layout
    read: Sheet

    @property
    def file(self) -> str:
        """The file as it is named in messages."""
        return self.source.file

    @property
    def sheet(self) -> str:
        """The sheet's name; empty for a text file."""
        return self.source.sheet

    @property
    def typed(self) -> str:
        """The staging table of the form's typed rows."""
        return f"staging.typed_{self.load_id}"

    @property
    def aside(self) -> str:
        """The staging table of the rows that are no records: source_row, reason, text."""
        return f"staging.aside_{self.load_id}"

    @property
    def dataset(self) -> Dataset:
        """The declaration of the form."""
        return self.layout.dataset

    def problem(
        self,
        cells: Sequence[str],
        message: str,
        remedy: str,
        code: str,
        level: Level = Level.ERROR,
        *,
        count: int = 0,
        asks: tuple[str, ...] = (),
        options: tuple[str, ...] = (),
    ) -> Problem:
        """What is to be said of some cells, or of the whole sheet; it is a question where something `asks` and has options.

        `count` is the number of cells that are meant, where it is more than `cells`.
        """
        return Problem(
            file=self.file,
            sheet=self.sheet,
            cell=joined(cells[:NAMED_CELLS]),
            count=count or len(cells) or 1,
            message=message,
            remedy=remedy,
            code=code,
            level=Level.QUESTION if asks else level,
            question=self.source.question(*asks) if asks else "",
            options=options,
        )
