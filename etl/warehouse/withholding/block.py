"""The rows of a mart → the sums that can be asked for, each over atoms: what no sum takes apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import duckdb
import numpy as np

from etl.warehouse.withholding.family import Column, Contributors, Family, Quantity

TOTAL = ""


class Key(NamedTuple):
    """A figure that can be asked for: a quantity of an area in a period, of one part of a dimension or of the whole."""

    quantity: str
    area_code: str
    period: str
    dimension: str
    part: str


class Atom(NamedTuple):
    """Contributors of one column in one period that every sum has or lacks together.

    `parts` are those of the family's dimensions, `is_in` says which of the column's quantities have them; `largest` are
    the two largest contributions. Of what `is_guessed` somebody knows about what it is.
    """

    area_code: str
    parts: tuple[str, ...]
    is_in: tuple[bool, ...]
    value: float
    contributors: float
    largest: tuple[float, float]
    is_guessed: bool = False


@dataclass(frozen=True)
class Sums:
    """The different sums of a column: `members`, shape (sums, atoms), and the keys that each of them is asked as.

    Of the atoms, `values` are their numbers, `counts` how many contribute, `largest` has the shape (atoms, 2).
    """

    column: Column
    atoms: tuple[Atom, ...]
    members: np.ndarray
    keys: tuple[tuple[Key, ...], ...]

    @cached_property
    def values(self) -> np.ndarray:
        """What each atom holds."""
        return np.array([atom.value for atom in self.atoms], dtype=float)

    @cached_property
    def counts(self) -> np.ndarray:
        """How many contribute to each atom."""
        return np.array([atom.contributors for atom in self.atoms], dtype=float)

    @cached_property
    def largest(self) -> np.ndarray:
        """The two largest contributions to each atom."""
        return np.array([atom.largest for atom in self.atoms], dtype=float).reshape(len(self.atoms), 2)

    @cached_property
    def places_of(self) -> dict[str, dict[tuple[str, ...], int]]:
        """Where the sums of each quantity are, by what a key says beside it."""
        found: dict[str, dict[tuple[str, ...], int]] = {}
        for row, keys in enumerate(self.keys):
            for name, *where in keys:
                found.setdefault(name, {})[tuple(where)] = row
        return found


def quantities_of(family: Family, column: Column) -> list[Quantity]:
    """The quantities that a column is summed for."""
    return [quantity for quantity in family.quantities if column.name in quantity.of]


def asked_of(family: Family) -> Callable[[Key], bool]:
    """Says of a figure of the family whether somebody can ask for it; whoever is behind one must not come out anyway."""
    dimensions = {
        quantity.name: family.dimensions if quantity.dimensions is None else quantity.dimensions
        for quantity in family.quantities
        if quantity.is_asked
    }

    def is_asked(key: Key) -> bool:
        return key.quantity in dimensions and (not key.dimension or key.dimension in dimensions[key.quantity])

    return is_asked


def read_atoms(connection: duckdb.DuckDBPyConnection, family: Family, column: Column) -> dict[str, list[Atom]]:
    """The atoms of a column by period, both in order."""
    conditions = ", ".join(
        f"coalesce({quantity.of[column.name]}, false) AS in_{quantity.name}"
        for quantity in quantities_of(family, column)
    )
    names = ", ".join(f"'{name}'" for name in column.pieces)
    numbers = ", ".join(f"CAST({expression} AS DOUBLE)" for expression in column.pieces.values())
    dimensions = "".join(f"coalesce({name}, '') AS {name}, " for name in family.dimensions)
    persons = family.contributors is Contributors.PERSONS
    rows = connection.execute(
        f"""
        SELECT
            {family.base} AS period, area_code, {dimensions}{conditions}, {column.guessed} AS is_guessed,
            sum(value) AS value, {"sum(value)" if persons else "count(*)"} AS contributors, max(value, 2) AS largest
        FROM (
            SELECT *, unnest([{names}]) AS piece, unnest([{numbers}]) AS value
            FROM mart.{family.mart} WHERE {column.protected}
        ) WHERE value IS NOT NULL GROUP BY ALL ORDER BY ALL
        """
    ).fetchall()
    width = 2 + len(family.dimensions)
    return {
        period: [
            Atom(row[1], row[2:width], row[width:-4], row[-3], row[-2], (*row[-1], 0.0)[:2], row[-4]) for row in group
        ]
        for period, group in groupby(rows, key=lambda row: row[0])
    }


def added(atoms: Iterable[Atom]) -> list[Atom]:
    """Atoms of several periods as those of all of them together, which makes sense for persons."""
    found: dict[tuple[str, tuple[str, ...], tuple[bool, ...]], float] = {}
    for atom in atoms:
        identity = (atom.area_code, atom.parts, atom.is_in)
        found[identity] = found.get(identity, 0.0) + atom.value
    return [
        Atom(area_code, parts, is_in, value, value, (value, 0.0))
        for (area_code, parts, is_in), value in sorted(found.items())
    ]


def sums(
    family: Family,
    column: Column,
    atoms: Sequence[Atom],
    above: Mapping[str, Sequence[str]],
    periods: Mapping[str, np.ndarray],
) -> Sums:
    """The different sums of one column; `above` gives each area with all areas that it lies in.

    `periods` are those that figures are asked for, with the atoms that are in each, shape (atoms,).
    """
    areas = sorted({area for atom in atoms for area in above[atom.area_code]})
    places = {area: place for place, area in enumerate(areas)}
    within = [(places[area], place) for place, atom in enumerate(atoms) for area in above[atom.area_code]]
    inside = np.zeros((len(areas), len(atoms)), dtype=bool)
    inside[tuple(np.array(within, dtype=int).reshape(-1, 2).T)] = True
    asked, masks = _asked(family, column, atoms, periods)
    # A line of members is told from others by its bits.
    bits = np.packbits(inside, axis=1)[None] & np.packbits(masks, axis=1)[:, None]
    masked, rows = np.nonzero(bits.any(axis=2))
    lines, wide = bits[masked, rows].tobytes(), bits.shape[2]
    found: dict[bytes, list[Key]] = {}
    for number, (mask, row) in enumerate(zip(masked.tolist(), rows.tolist(), strict=True)):
        name, period, dimension, part = asked[mask]
        key = Key(name, areas[row], period, dimension, part)
        found.setdefault(lines[number * wide : (number + 1) * wide], []).append(key)
    told = np.frombuffer(b"".join(found), dtype=np.uint8).reshape(len(found), wide)
    members = np.unpackbits(told, axis=1, count=len(atoms)).astype(bool)
    return Sums(column, tuple(atoms), members, tuple(map(tuple, found.values())))


def _asked(
    family: Family, column: Column, atoms: Sequence[Atom], periods: Mapping[str, np.ndarray]
) -> tuple[list[tuple[str, str, str, str]], np.ndarray]:
    """What figures there are wherever, as (quantity, period, dimension, part), and which atoms are in it: (asked, atoms)."""
    parts = [(TOTAL, "", np.ones(len(atoms), dtype=bool))]
    for number, dimension in enumerate(family.dimensions):
        told = [atom.parts[number] for atom in atoms]
        parts += [(dimension, part, np.array([one == part for one in told])) for part in sorted(set(told))]
    is_in = np.array([atom.is_in for atom in atoms], dtype=bool)
    persons = family.contributors is Contributors.PERSONS
    asked, masks = [], [np.zeros((0, len(atoms)), dtype=bool)]
    for number, quantity in enumerate(quantities_of(family, column)):
        for dimension, part, of_part in parts:
            # Of persons nobody may come out of what nobody asks for, either; of an enterprise its own atom sees to that.
            if persons or not dimension or quantity.dimensions is None or dimension in quantity.dimensions:
                asked += [(quantity.name, period, dimension, part) for period in periods]
                masks += [(is_in[:, number] & of_part & of_period)[None] for of_period in periods.values()]
    return asked, np.vstack(masks)
