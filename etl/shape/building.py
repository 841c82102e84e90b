"""Headers and records that stand anywhere in a sheet → the rows of a table, with the place of each cell."""

from collections.abc import Sequence

from etl.shape.table import Table
from etl.validate.header_rows import Row

# No table that is read in another shape is so wide.
BESIDE = 1_000
Placed = tuple[str, tuple[int, int]]


class Building:
    """A table with its header in row `first`; `lines` of the sheet that are no record keep their order around it."""

    def __init__(self, first: int, lines: Sequence[Row]) -> None:
        self.first = first
        self.rows: list[Row] = [line for line in lines if line[0] < first]
        self.rest = [line for line in lines if line[0] >= first]
        self.places: dict[tuple[int, int], tuple[int, int]] = {}

    def head(self, cells: Sequence[Placed]) -> None:
        """Add the row of headers."""
        self._add(self.first, cells)

    def record(self, number: int, cells: Sequence[Placed]) -> None:
        """Add a record, in row `number` of the sheet or below."""
        while self.rest and self.rest[0][0] < number:
            self._line(self.rest.pop(0))
        self._add(number, cells)

    def table(self, said: str, wrong: Sequence[tuple[int, int]] = ()) -> Table:
        """The table, with the lines that are left below it; `wrong` are cells of the sheet with sums that are none."""
        while self.rest:
            self._line(self.rest.pop(0))
        # They are no cells of the table, and get places of their own beside it.
        beside = {(1, BESIDE + number): place for number, place in enumerate(wrong)}
        return Table(self.rows, places=self.places | beside, said=said, wrong=tuple(beside))

    def _add(self, number: int, cells: Sequence[Placed]) -> None:
        own = max(number, self.rows[-1][0] + 1 if self.rows else 0)
        self.rows.append((own, tuple(text or None for text, _ in cells)))
        self.places |= {(own, column): place for column, (_, place) in enumerate(cells, 1)}

    def _line(self, line: Row) -> None:
        number, cells = line
        self._add(number, [(cell or "", (number, column)) for column, cell in enumerate(cells, 1)])
