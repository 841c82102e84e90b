"""Turns rows that do not follow each other into rows that do."""

from collections.abc import Iterator


class Disordered(Exception):
    """The rows do not follow each other."""


def put(cells: list[str], place: int, text: str) -> None:
    """Sets a cell; raises ValueError if it has another text already."""
    if cells[place] not in {"", text}:
        raise ValueError(f"two values in cell {place + 1}")
    cells[place] = text


def in_order(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows as they come; raises `Disordered` at the first that stands above the one before or twice."""
    last = 0
    for number, cells in rows:
        if number <= last:
            raise Disordered
        last = number
        yield number, cells


def put_in_order(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows by number, those of one number as one; raises ValueError if two of these differ in a cell."""
    ordered: dict[int, list[str]] = {}
    for number, cells in rows:
        row = ordered.setdefault(number, [])
        row += [""] * (len(cells) - len(row))
        for place, text in enumerate(cells):
            if text:
                put(row, place, text)
    yield from sorted(ordered.items())
