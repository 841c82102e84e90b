"""One table taken out of a sheet, and where in the sheet each of its cells stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from etl.addresses import address, expanded, joined, place_of
from etl.problems import Problem
from etl.read.sheets import Sheet
from etl.validate.header_rows import Merged, Row

# A load of one of several tables is called after its sheet and its first cell.
BLOCK = re.compile(r"（[A-Z]+[0-9]+起）$")


@dataclass(frozen=True)
class Table:
    """Rows of a table as `recognise` takes them; `block` is its first cell where the sheet holds several.

    `places` maps (row, column) of the table, counted from 1, to those of the sheet, where they are others. `said` tells
    what was made of the sheet, empty where nothing was; `wrong` are the places of sums that are none.
    """

    rows: Sequence[Row]
    merged: Sequence[Merged] = ()
    block: str = ""
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict, hash=False)
    said: str = ""
    wrong: tuple[tuple[int, int], ...] = ()

    @property
    def width(self) -> int:
        """The cells of the widest row."""
        return max((len(cells) for _, cells in self.rows), default=0)

    def of(self, sheet: Sheet) -> Sheet:
        """What the reader told of the sheet, as far as it holds for this table."""
        at = {source: own for own, source in self.places.items()}
        comments = []
        for cell in sheet.comments:
            column, row = place_of(cell)
            own_row, own_column = at.get((row, column), (row, column))
            comments.append(address(own_row, own_column))
        rows = len(self.rows)
        return replace(sheet, columns=self.width, rows=rows, merged=tuple(self.merged), comments=tuple(comments))

    def at_source(self, problem: Problem) -> Problem:
        """The problem with its cells as they stand in the sheet."""
        if not self.places or not problem.cell:
            return problem
        return replace(problem, cell=joined(map(self._source, expanded(problem.cell))))

    def _source(self, cell: str) -> str:
        column, row = place_of(cell)
        return address(*self.places.get((row, column), (row, column)))


def load_name(sheet: str, block: str) -> str:
    """What the load of a table is called: `Sheet1（G1起）`."""
    return f"{sheet}（{block}起）" if block else sheet


def sheet_name(load: str) -> str:
    """The sheet of a load that `load_name` has called so."""
    return BLOCK.sub("", load)
