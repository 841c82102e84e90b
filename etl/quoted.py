"""Problems of a file → the few rows of its sheets that they are in, as text that may be shown on a page."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from etl.addresses import address, column_letters, expanded, place_of
from etl.aliases import register_of
from etl.datasets import referred
from etl.problems import Problem
from etl.read.files import extract
from etl.read.personal import LIKE_A_NAME, find_personal, is_personal_header
from etl.read.raw import load_sheet
from etl.read.sheets import Sheet
from etl.validate.layout import Layout, Source
from etl.validate.recognise import SEARCHED_ROWS, recognise

SHOWN_ROWS, SHOWN_COLUMNS, LONGEST_CELL = 4, 8, 40
HIDDEN = "（不显示）"
PERSONAL = "personal-data"


@dataclass(frozen=True)
class Excerpt:
    """Rows of one sheet: `letters` are the columns shown, `rows` (row number, texts), the header row first.

    `marked` are the addresses that the problem points at, `more` how many further rows it is in. `registers` names,
    for a column whose names stand in a register that takes aliases, that register. `keys` are the columns by which a
    row is known, `hidden` those of which something is not shown because it is or looks personal.
    """

    letters: tuple[str, ...]
    header_row: int
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    marked: frozenset[str]
    more: int
    registers: dict[str, str]
    keys: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def values(self, letter: str) -> tuple[str, ...]:
        """The marked texts of a column, each once; what is hidden is not among them."""
        place = self.letters.index(letter)
        told = (texts[place] for number, texts in self.rows if f"{letter}{number}" in self.marked)
        return tuple(dict.fromkeys(text for text in told if text and text != HIDDEN))


def excerpts(path: Path, problems: Sequence[Problem], known: Sequence[Problem] = ()) -> list[Excerpt | None]:
    """The rows that each of `problems` of the file is in; None where it names no cell or the sheet cannot be read.

    What is or looks personal is hidden, and so is every column in which `known`, all that was found in the file, or
    `problems` name something personal.
    """
    found: list[Excerpt | None] = [None] * len(problems)
    if not any(problem.cell for problem in problems):
        return found
    with TemporaryDirectory(prefix="sanqu-excerpt-", ignore_cleanup_errors=True) as work:
        sheets = {sheet.name: sheet for sheet in extract(path, Path(work)).sheets}
        with duckdb.connect() as connection:
            for name in {problem.sheet for problem in problems} & set(sheets):
                of_sheet = [(place, problem) for place, problem in enumerate(problems) if problem.sheet == name]
                told = _of_sheet(connection, sheets[name], path.name, [problem for _, problem in of_sheet], known)
                for (place, _), excerpt in zip(of_sheet, told, strict=True):
                    found[place] = excerpt
    return found


def _of_sheet(
    connection: duckdb.DuckDBPyConnection,
    sheet: Sheet,
    file: str,
    problems: Sequence[Problem],
    known: Iterable[Problem],
) -> list[Excerpt | None]:
    load_sheet(connection, sheet, "raw")
    try:
        head = connection.execute(f"FROM raw LIMIT {SEARCHED_ROWS}").fetchall()
        layout, _ = recognise(
            [(number, tuple(cells)) for number, *cells in head], Source(file, sheet.name), sheet.merged
        )
        headers = (layout.header_row, layout.last_header_row or layout.header_row) if layout else (_fullest(head),) * 2
        cells = [[place_of(cell)[::-1] for cell in expanded(problem.cell)] for problem in problems]
        wanted = {*headers} | {row for of_one in cells for row in _first_rows(of_one, headers)}
        rows = connection.execute("FROM raw WHERE list_contains(?, source_row)", [sorted(wanted)]).fetchall()
    finally:
        connection.execute("DROP VIEW raw")
    texts = {number: tuple(cell or "" for cell in cells) for number, *cells in rows}
    personal_cells = [one for one in (*problems, *known) if one.code == PERSONAL and one.sheet == sheet.name]
    personal = _personal_columns(personal_cells, [texts[row] for row in headers if row in texts])
    names = {
        place_of(cell)
        for one in (*problems, *known)
        if one.sheet == sheet.name and LIKE_A_NAME in one.message
        for cell in expanded(one.cell)
    }
    shown = {
        number: _shown(of_row, personal, {column - 1 for column, row in names if row == number}, number in headers)
        for number, of_row in texts.items()
    }
    return [_excerpt(of_one, headers, shown, layout) if of_one else None for of_one in cells]


def _fullest(rows: Iterable[Sequence[Any]]) -> int:
    """The row with most cells, the first of several: the header where the form was not recognised."""
    counts = {number: sum(bool(cell) for cell in cells) for number, *cells in rows}
    return max(counts, key=counts.__getitem__, default=1)


def _first_rows(cells: Iterable[tuple[int, int]], headers: Collection[int]) -> list[int]:
    rows = dict.fromkeys(row for row, _ in cells)
    return [row for row in rows if row not in headers][:SHOWN_ROWS]


def _personal_columns(problems: Iterable[Problem], headers: Iterable[Sequence[str]]) -> set[int]:
    """The columns, counted from 0, of which nothing below the headers may be shown."""
    told = {place_of(cell)[0] - 1 for problem in problems for cell in expanded(problem.cell)}
    return told | {place for header in headers for place, text in enumerate(header) if is_personal_header(text)}


def _shown(cells: Sequence[str], personal: Collection[int], names: Collection[int], is_header: bool) -> tuple[str, ...]:
    return tuple(
        HIDDEN
        if text and (find_personal(text) or place in names or (place in personal and not is_header))
        else _cut(text)
        for place, text in enumerate(cells)
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else f"{text[:LONGEST_CELL]}…"


def _excerpt(
    cells: Sequence[tuple[int, int]],
    headers: tuple[int, int],
    shown: dict[int, tuple[str, ...]],
    layout: Layout | None,
) -> Excerpt | None:
    rows = [row for row in dict.fromkeys((*headers, *_first_rows(cells, headers))) if row in shown]
    if not rows:
        return None
    # A column that the title states for all rows has no place in the sheet.
    fields = {field.index + 1: field.column for field in layout.fields if field.index >= 0} if layout else {}
    keys = [place for place, column in fields.items() if column.name in layout.dataset.key] if layout else []
    columns = _columns({column for _, column in cells}, keys, max(len(shown[row]) for row in rows))
    told = tuple((row, tuple(_at(shown[row], column) for column in columns)) for row in rows)
    letters = tuple(map(column_letters, columns))
    return Excerpt(
        letters=letters,
        header_row=headers[1],
        rows=told,
        marked=frozenset(address(row, column) for row, column in cells if row in rows),
        more=len({row for row, _ in cells} - set(rows)),
        registers={
            column_letters(place): referred(column)[0]
            for place, column in fields.items()
            if place in columns and column.references and register_of(referred(column)[0])
        },
        keys=tuple(column_letters(place) for place in keys if place in columns),
        hidden=tuple(
            letter for place, letter in enumerate(letters) if any(texts[place] == HIDDEN for _, texts in told)
        ),
    )


def _at(cells: Sequence[str], column: int) -> str:
    return cells[column - 1] if column <= len(cells) else ""


def _columns(marked: Collection[int], keys: Collection[int], width: int) -> list[int]:
    """The columns to show: the marked ones, those of the key, the first two, then the neighbours."""
    near = sorted(range(1, width + 1), key=lambda column: min(abs(column - one) for one in marked))
    order = dict.fromkeys([*sorted(marked), *keys, *range(1, min(width, 2) + 1), *near])
    return sorted(list(order)[:SHOWN_COLUMNS])
