"""Turns rows with labelled columns, and where they come from, into the values that blocks show and exports write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.metrics.absence import Absence
from dashboard.text.formats import ORIGIN_LABELS, Value, absence_word, escape_html, is_number, rounded
from dashboard.text.periods import period_label, period_until
from dashboard.text.unbroken import unbroken_html

SHORT = 12  # characters of a cell that is not broken


@dataclass(frozen=True)
class Period:
    """A month, quarter or year by its code, as a cell."""

    code: str

    def __str__(self) -> str:
        return period_label(self.code)


@dataclass(frozen=True)
class Area:
    """An area by its code, as a cell that is read by its name."""

    code: str
    name: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Enterprise:
    """An enterprise that may be named, as a cell that is read by its name."""

    area_code: str
    name: str

    def __str__(self) -> str:
        return self.name


Cell = str | int | float | Decimal | date | Period | Area | Enterprise | Absence | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A column: its Chinese label and unit; `decimals` is None for text and the digits shown for numbers.

    `is_figures` says of text that it is figures with their units, which stand below each other as numbers do.
    """

    label: str
    unit: str = ""
    decimals: int | None = None
    is_figures: bool = False

    @property
    def header(self) -> str:
        """The label with the unit behind it: `营业收入（万元）`."""
        return f"{self.label}（{self.unit}）" if self.unit else self.label


@dataclass(frozen=True)
class Table:
    """The rows behind a chart or a list. An empty number cell is 未填报 unless it says another reason.

    Where each row is of another metric, `digits` has for each those of its numbers.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    digits: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row has not as many cells as the table has columns")


@dataclass(frozen=True)
class Footer:
    """Who says a figure, until when, how it is defined; `origins` are keys of `ORIGIN_LABELS`."""

    source: str
    as_of: str = ""
    definition: str = ""
    origins: tuple[str, ...] = ()
    note: str = ""

    @property
    def is_demo(self) -> bool:
        """Whether any of the figures is made up for demonstration."""
        return "demo" in self.origins

    @property
    def until(self) -> str:
        """Until when, in words: a month or a day, whatever the period of the figures."""
        return period_until(self.as_of)

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The footer as (word, text) pairs, empty ones left out: 来源, 截至, 数据性质, 说明."""
        pairs = [
            ("来源", self.source),
            ("截至", self.until),
            ("数据性质", "、".join(ORIGIN_LABELS[origin] for origin in self.origins)),
            ("说明", self.note),
        ]
        return [(word, text) for word, text in pairs if text]


# A list as a block shows it: title, subtitle, rows, and where they come from.
Listed = tuple[str, str, Table, Footer]


def code_of(cell: Cell) -> str:
    """What a chart is given for a cell that names a point: the code of a period, the words of anything else."""
    return cell.code if isinstance(cell, Period) else str(cell)


def cell_text(cell: Cell, column: Column) -> str:
    """A cell as it is read: numbers in full with thousands separators, days in ISO form, a missing number as its word."""
    if column.decimals is None:
        return "" if cell is None else str(cell)
    return f"{rounded(cell, column.decimals):,f}" if is_number(cell) else absence_word(as_value(cell))


def as_value(cell: Cell) -> Value:
    """A cell of a number column; text there is a mistake of the page."""
    if cell is None or isinstance(cell, Absence | int | float | Decimal):
        return cell
    raise TypeError(f"{cell!r} is no number and is in a column of numbers")


def _kind(text: str) -> str:
    """A text that is short enough to stay on its line says so."""
    return ' class="short"' if len(text) <= SHORT else ""


def _said(cell: Cell, text: str, link_of: Callable[[Area | Enterprise], str] | None) -> str:
    """The words of a cell, a link where it names what has a profile; a short one is not broken at all."""
    if link_of and isinstance(cell, Area | Enterprise):
        return f'<a class="way" href="{escape_html(link_of(cell))}">{escape_html(text)}</a>'
    return escape_html(text) if len(text) <= SHORT else unbroken_html(text)


def html_table(table: Table, limit: int = 200, *, link_of: Callable[[Area | Enterprise], str] | None = None) -> str:
    """The first `limit` rows as an HTML table that screen readers and printers understand.

    `link_of` is where a name of an area or an enterprise leads.
    """
    kinds = [' class="number"' if column.is_figures or column.decimals is not None else "" for column in table.columns]
    head = "".join(
        f'<th scope="col"{kind}>{escape_html(column.header)}</th>'
        for column, kind in zip(table.columns, kinds, strict=True)
    )
    body = "".join(
        "<tr>"
        + "".join(
            f'<td{kind or _kind(text)} data-label="{escape_html(column.header)}">{_said(cell, text, link_of)}</td>'
            for cell, column, kind in zip(row, table.columns, kinds, strict=True)
            for text in (cell_text(cell, column),)
        )
        + "</tr>"
        for row in table.rows[:limit]
    )
    rest = len(table.rows) - limit
    more = f'<p class="note">另有{rest:,}行，请下载查看。</p>' if rest > 0 else ""
    return f'<div class="table-scroll"><table class="plain"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{more}'
