"""Turns a title and its table into what is read out instead of a chart, a table or a map: the title and the ends."""

from collections.abc import Sequence
from operator import itemgetter

from dashboard.text.formats import is_number, number
from dashboard.views.table import Period, Row, Table, as_value

COLUMNS_TOLD, NAMES_TOLD = 2, 2


def described(title: str, table: Table | None, places: Sequence[int] = ()) -> str:
    """The title and what the table comes to.

    That is of each column of numbers at `places` (none: of the first ones) where it begins and ends in time, or what is
    highest and lowest; of a table of words the first and the last row.
    """
    if table is None or not table.rows:
        return title
    numbers = places or [place for place, column in enumerate(table.columns) if column.decimals is not None]
    told = [words for place in numbers[:COLUMNS_TOLD] if (words := _ends(table, place))]
    return "。".join((title, *(told or [_rows(table)])))


def _ends(table: Table, place: int) -> str:
    """The ends of a column of numbers; empty where it has none."""
    known = [(float(value), row) for row in table.rows if is_number(value := row[place])]
    if not known:
        return ""
    label = table.columns[place].label
    if len(known) == 1:
        return f"{label}：{_told(table, known[0][1], place)}"
    if _is_in_time(table):
        return f"{label}：从{_told(table, known[0][1], place)}到{_told(table, known[-1][1], place)}"
    (_, highest), (_, lowest) = (choose(known, key=itemgetter(0)) for choose in (max, min))
    return f"{label}：最高{_told(table, highest, place)}，最低{_told(table, lowest, place)}"


def _is_in_time(table: Table) -> bool:
    """Whether each row is of another period."""
    periods = [cell.code for row in table.rows for cell in row if isinstance(cell, Period)]
    return len(periods) == len(table.rows) == len(set(periods))


def _told(table: Table, row: Row, place: int) -> str:
    """A row by its name with its number: `2025年第二季度 91.0%`."""
    column = table.columns[place]
    return f"{_name(table, row)} {number(as_value(row[place]), column.unit, column.decimals or 0)}".strip()


def _name(table: Table, row: Row) -> str:
    """The first words of a row that are not those of all rows."""
    texts = [place for place, column in enumerate(table.columns) if column.decimals is None and row[place]]
    telling = [place for place in texts if any(other[place] != row[place] for other in table.rows)]
    return " ".join(str(row[place]) for place in (telling or texts)[:NAMES_TOLD])


def _rows(table: Table) -> str:
    first, *_, last = table.rows * 2
    return f"从“{_name(table, first)}”到“{_name(table, last)}”" if len(table.rows) > 1 else f"“{_name(table, first)}”"
