"""The atoms of a family → its quarters, each with the sums that somebody can ask for, once these are wanted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import duckdb
import numpy as np

from etl.warehouse.withholding.block import Atom, Sums, read_atoms, sums
from etl.warehouse.withholding.family import Column, Family
from etl.warehouse.withholding.running import quarter_of

Above = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Quarter:
    """What is told of a quarter: `told` are its columns, each with the atoms and the base period of each of them."""

    name: str
    family: Family
    told: tuple[tuple[Column, tuple[tuple[str, Atom], ...]], ...]
    above: Above

    @cached_property
    def columns(self) -> list[Sums]:
        """The sums of the quarter and, where they are reported, of its months; only of months if nothing adds up."""
        return [self._sums(*told) for told in self.told]

    @cached_property
    def beside(self) -> list[Sums]:
        """The sums of what is left of a column beside what is guessed of it; none where nothing is."""
        rest = [(column, tuple(one for one in atoms if not one[1].is_guessed)) for column, atoms in self.told]
        return [self._sums(*left) for left, told in zip(rest, self.told, strict=True) if left != told]

    def _sums(self, column: Column, atoms: Sequence[tuple[str, Atom]]) -> Sums:
        of_base = np.array([base for base, _ in atoms], dtype=object)
        bases = sorted({base for _, told in self.told for base, _ in told})
        periods = {base: of_base == base for base in bases}
        if self.family.adds_up:
            periods[self.name] = np.ones(len(atoms), dtype=bool)
        return sums(self.family, column, [atom for _, atom in atoms], self.above, periods)


def read_quarters(connection: duckdb.DuckDBPyConnection, family: Family, above: Above) -> Iterator[Quarter]:
    """Every quarter that something is told of, in order."""
    read = [(column, read_atoms(connection, family, column)) for column in family.columns]
    bases = sorted({period for _, atoms in read for period in atoms})
    for quarter, inside in groupby(bases, key=quarter_of):
        months = list(inside)
        told = [
            (column, tuple((base, one) for base in months for one in atoms.get(base, ()))) for column, atoms in read
        ]
        columns = tuple((column, here) for column, here in told if here)
        yield Quarter(quarter, family, columns, above)
