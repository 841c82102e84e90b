"""A file of `data/content`, where what is a town's own lies → its rows, each with the place that an error names."""

import csv
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data"
FOLDER = "content"


class WrongContent(ValueError):
    """A file of content says something that cannot be; the message names file and line."""


@dataclass(frozen=True)
class Row:
    """One line of a file of content: column → text, empty where nothing is written."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def words(self, column: str) -> tuple[str, ...]:
        """The words of a cell that has blanks between them."""
        return tuple(self[column].split())

    def number(self, column: str) -> Decimal | None:
        """The number of a cell, None where it is empty. Raises `WrongContent`."""
        if not self[column]:
            return None
        try:
            number = Decimal(self[column])
        except InvalidOperation as error:
            raise self.wrong(f"{column} {self[column]!r} is no number") from error
        if not number.is_finite():
            raise self.wrong(f"{column} {self[column]!r} is no number")
        return number

    def points(self, column: str) -> list[tuple[float, float]]:
        """The places of a cell: longitude and latitude in degrees, one pair behind the other. Raises `WrongContent`."""
        try:
            numbers = [float(word) for word in self.words(column)]
        except ValueError as error:
            raise self.wrong(f"{column} holds what is no number") from error
        pairs = list(zip(numbers[::2], numbers[1::2], strict=False))
        is_on_earth = all(abs(longitude) <= 180 and abs(latitude) <= 90 for longitude, latitude in pairs)
        if not pairs or len(numbers) % 2 or not is_on_earth:
            raise self.wrong(f"{column} is not pairs of longitude and latitude")
        return pairs

    def whole(self, column: str) -> int | None:
        """The whole number of a cell, not below 0; None where it is empty. Raises `WrongContent`."""
        number = self.number(column)
        if number is None:
            return None
        if number < 0 or number != number.to_integral_value():
            raise self.wrong(f"{column} {self[column]!r} is no whole number from 0 on")
        return int(number)

    def known(self, names: Iterable[str], known: Collection[str], what: str) -> tuple[str, ...]:
        """The names, each of which is known as `what`. Raises `WrongContent`."""
        found = tuple(names)
        for name in found:
            if name not in known:
                raise self.wrong(f"there is no {what} {name!r}")
        return found

    def wrong(self, what: str) -> WrongContent:
        """The error that says so of this line."""
        return WrongContent(f"{self.file}, line {self.line}: {what}")


def content_folder(data: Path | None = None) -> Path:
    """Where the content lies: in `data`, else in the data folder of the environment (`SANQU_DATA`) or the product."""
    return (data or Path(os.environ.get("SANQU_DATA") or DATA)) / FOLDER


def read_rows(folder: Path, name: str, columns: Sequence[str], key: Sequence[str]) -> tuple[Row, ...]:
    """The rows of the CSV file `name` in their order, none where the town has no such file.

    `columns` are its header, the cells of `key` together stand once and are not empty. Raises `WrongContent`.
    """
    try:
        lines = (folder / name).read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as error:
        raise WrongContent(f"{name}: not written in UTF-8") from error
    split = [(number, _cells(name, number, line)) for number, line in enumerate(lines, 1) if line.strip()]
    if not split or split[0][1] != list(columns):
        raise WrongContent(f"{name}, line 1: the header is not {','.join(columns)}")
    rows, seen = [], set()
    for number, cells in split[1:]:
        if len(cells) != len(columns):
            raise WrongContent(f"{name}, line {number}: {len(cells)} cells instead of {len(columns)}")
        row = Row(name, number, dict(zip(columns, cells, strict=True)))
        named = tuple(row[column] for column in key)
        if not all(named):
            raise row.wrong(f"{' and '.join(key)} may not be empty")
        if named in seen:
            raise row.wrong(f"{' '.join(named)} stands twice")
        seen.add(named)
        rows.append(row)
    return tuple(rows)


def _cells(name: str, number: int, line: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], strict=True))]
    except csv.Error as error:
        raise WrongContent(f"{name}, line {number}: {error}") from error
