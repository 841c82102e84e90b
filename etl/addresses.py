"""Rows and columns of a sheet ⇄ the addresses that a clerk sees on its edges."""

import re
from collections.abc import Iterable, Iterator

CELL = re.compile(r"([A-Z]+)([0-9]+)")


def column_letters(column: int) -> str:
    """A for 1, AA for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The cell's address: C7 for row 7, column 3."""
    return f"{column_letters(column)}{row}"


def column_number(letters: str) -> int:
    """1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def joined(cells: Iterable[str]) -> str:
    """Addresses as `Problem.cell` holds them, runs of one column as ranges: C7,E5:E15. The order is that of the sheet."""
    places = sorted({place_of(cell) for cell in cells})
    runs: list[list[tuple[int, int]]] = []
    for place in places:
        if runs and runs[-1][-1][0] == place[0] and runs[-1][-1][1] + 1 == place[1]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ",".join(
        address(run[0][1], run[0][0])
        if len(run) == 1
        else f"{address(run[0][1], run[0][0])}:{address(run[-1][1], run[-1][0])}"
        for run in runs
    )


def place_of(cell: str) -> tuple[int, int]:
    """Column and row of an address, both counted from 1; raises ValueError where it is none."""
    match = CELL.fullmatch(cell)
    if match is None:
        raise ValueError(f"{cell!r} is no address of a cell")
    return column_number(match[1]), int(match[2])


def expanded(cells: str) -> Iterator[str]:
    """Every address of `joined`."""
    for part in filter(None, cells.split(",")):
        first, _, last = part.partition(":")
        column, top = place_of(first)
        _, bottom = place_of(last or first)
        yield from (address(row, column) for row in range(top, bottom + 1))
