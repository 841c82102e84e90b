"""The rows of a sheet → which of them are headers of whole forms, and of which form."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.datasets import DATASETS
from etl.parse.words import clean
from etl.schema import PERIODS, Column, Dataset, Kind
from etl.validate.header_rows import Merged, Row
from etl.validate.headers import Heading, columns_named
from etl.validate.headings import headings
from etl.validate.units import stated_in_header

# A header names at least so many columns of its form, or so many where it comes again as it is.
FEWEST, FEWEST_AGAIN = 3, 2


def may_be_said(column: Column) -> bool:
    """Whether a title may say for all rows what the column holds: the period, or whom a register knows."""
    return column.kind in PERIODS or bool(column.references)


def _is_kind(column: Column, dataset: Dataset) -> bool:
    return column.kind is Kind.CHOICE and column.name in dataset.key


@lru_cache(1 << 15)
def names_any(text: str) -> bool:
    """Whether a text is the header of some column of some form."""
    return bool(columns_named(text))


def known(cells: Sequence[str | None]) -> int:
    """How many cells of a row are headers of some form, or begin with one and a colon."""
    texts = [clean(cell) for cell in cells if cell and clean(cell)]
    return sum(names_any(text) or (":" in text and names_any(text.partition(":")[0])) for text in texts)


def forms_of(heading: Heading, fewest: int = FEWEST, *, below_lines: bool = False) -> list[str]:
    """The forms of which a header has all columns that no title can say, the one with most columns first.

    A line right above a table (`below_lines`) may also say the kind that its rows are of.
    """
    found = []
    for name in heading.forms(fewest):
        dataset = DATASETS[name]
        columns = set(filter(None, heading.columns(name)))
        needed = {
            column.name
            for column in dataset.columns
            if column.is_required and not may_be_said(column) and not (below_lines and _is_kind(column, dataset))
        }
        if len(columns) >= fewest and needed <= columns and columns - set(dataset.key):
            found.append((-len(columns), name))
    return [name for _, name in sorted(found)]


@dataclass(frozen=True)
class Zone:
    """Header rows `first` to `last` of a table, the forms that it may be, and the header that says so."""

    first: int
    last: int
    heading: Heading
    forms: tuple[str, ...]

    def is_like(self, other: "Zone") -> bool:
        """Whether both head the same columns at the same places in the same units, as at a page break."""
        name = self.forms[0]
        return (
            name == other.forms[0]
            and _filled(self.heading.columns(name)) == _filled(other.heading.columns(name))
            and _units(self.heading) == _units(other.heading)
        )

    def lacks(self) -> bool:
        """Whether a column that every row needs has to be said by a title."""
        dataset = DATASETS[self.forms[0]]
        columns = set(filter(None, self.heading.columns(dataset.name)))
        return any(column.is_required and column.name not in columns for column in dataset.columns)


def _filled(columns: Sequence[str | None]) -> list[tuple[int, str]]:
    return [(place, name) for place, name in enumerate(columns) if name]


def _units(heading: Heading) -> list[tuple[int, tuple[str, ...]]]:
    stated = [(place, stated_in_header(" ".join(texts)).units) for place, texts in enumerate(heading.texts)]
    return [(place, units) for place, units in stated if units]


def zones(rows: Sequence[Row], merged: Sequence[Merged]) -> list[Zone]:
    """The headers of whole forms in a sheet, from top to bottom; of those that overlap the fullest, then the shortest."""
    every = list(headings(list(_near_headers(rows)), merged))
    times = Counter(heading.texts for heading in every)
    complete = [
        Zone(heading.first, heading.last, heading, tuple(forms))
        for heading in every
        if (forms := forms_of(heading, FEWEST_AGAIN if times[heading.texts] > 1 else FEWEST, below_lines=True))
    ]
    chosen: list[Zone] = []
    for zone in sorted(complete, key=lambda one: (-_columns(one), one.last - one.first, one.first)):
        if all(zone.last < other.first or zone.first > other.last for other in chosen):
            chosen.append(zone)
    found: list[Zone] = []
    for zone in sorted(chosen, key=lambda one: one.first):
        if found and zone.first == found[-1].last + 1:
            found[-1] = replace(found[-1], last=zone.last)
        else:
            found.append(zone)
    return found


def _columns(zone: Zone) -> int:
    return len(_filled(zone.heading.columns(zone.forms[0])))


def _near_headers(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows that name a column, and those beside them."""
    names = [known(cells) for _, cells in rows]
    for place, row in enumerate(rows):
        if any(names[max(0, place - 2) : place + 3]):
            yield row
