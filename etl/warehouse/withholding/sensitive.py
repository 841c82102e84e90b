"""Which sums tell of too few: the rules by which a figure is withheld for its own sake."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from etl.warehouse.withholding.block import Atom, Key, Sums
from etl.warehouse.withholding.family import Contributors, Family, Quantity

# The p%-rule: the second largest contributor must not know the largest one's figure more closely than this.
NEAR = 0.2
# The (n,k)-rule: two contributors have no more than this share of a figure.
DOMINANT = 0.9


def has_few(family: Family, atoms: Iterable[Atom]) -> bool:
    """Whether any sum over counts of persons can be of too few: none is where each of them is of enough, or of nobody."""
    return family.contributors is not Contributors.PERSONS or any(0 < one.value < family.minimum for one in atoms)


def few(family: Family, sums: Sums, members: np.ndarray) -> np.ndarray:
    """Which of the sums over `members`, shape (sums, atoms), have too few contributors; shape (sums,)."""
    counts = members @ sums.counts
    return (counts > 0) & (counts < family.minimum)


def dominated(family: Family, sums: Sums, members: np.ndarray) -> np.ndarray:
    """Which of the sums are nearly the figure of one or two enterprises; shape (sums,)."""
    each = np.hstack([np.where(members, sums.largest[:, place], 0.0) for place in (0, 1)])
    if family.contributors is Contributors.PERSONS or each.shape[1] < 2:
        return np.zeros(len(members), dtype=bool)
    second, first = np.partition(each, -2, axis=1)[:, -2:].T
    total = members @ sums.values
    rest = total - first - second
    return (total > 0) & ((rest < NEAR * first) | (first + second > DOMINANT * total))


def rests(family: Family, sums: Sums) -> np.ndarray:
    """What two sums of the same area and part differ by, where one is declared the rest of the other.

    Shape (rests, atoms); only those of too few contributors.
    """
    places = {
        (wholes[where], row)
        for quantity in family.quantities
        if not quantity.step
        for wholes in (sums.places_of.get(name, {}) for name in quantity.rest_of)
        for where, row in sums.places_of.get(quantity.name, {}).items()
        if where in wholes
    }
    whole, part = np.array(sorted(places), dtype=int).reshape(len(places), 2).T
    members = sums.members[whole] & ~sums.members[part]
    return np.unique(members[few(family, sums, members)], axis=0)


def telling_quotients(family: Family, columns: Mapping[str, Sums]) -> set[Key]:
    """The quotients that would tell, with the totals of their sides, what too few have that report one side only.

    A side is known to half a step of the quotient times the other side; what is missing from it must be hidden by that.
    """
    return {
        Key(quantity.name, *where)
        for quantity in family.quantities
        if quantity.step
        for side, other in _sides(quantity)
        if side in columns and other in columns
        for where in _telling(family, quantity, columns[side], columns[other])
    }


def _sides(quantity: Quantity) -> Sequence[tuple[str, str]]:
    above, below = quantity.of
    return (above, below), (below, above)


def _telling(family: Family, quantity: Quantity, side: Sums, other: Sums) -> list[tuple[str, ...]]:
    """Of which figures the quotient and the totals of a side tell what is not in the quotient."""
    own, others = side.places_of.get(quantity.name, {}), other.places_of.get(quantity.name, {})
    found = [
        (where, wholes[where], row, others[where])
        for wholes in (side.places_of.get(name, {}) for name in quantity.rest_of)
        for where, row in own.items()
        if where in others and where in wholes
    ]
    if not found:
        return []
    _, whole, part, beside = (np.array(column, dtype=object) for column in zip(*found, strict=True))
    rest = side.members[whole.astype(int)] & ~side.members[part.astype(int)]
    known_to = quantity.step / 2 * (other.members[beside.astype(int)] @ other.values)
    is_told = few(family, side, rest) & (known_to < NEAR * (rest @ side.values))
    return [where for (where, *_), told in zip(found, is_told, strict=True) if told]
