"""Which sums tell of too few: the rules by which a figure is withheld for its own sake."""

from collections.abc import Mapping, Sequence

import numpy as np

from etl.warehouse.withholding.block import Key, Sums
from etl.warehouse.withholding.family import Contributors, Family, Quantity

# The p%-rule: the second largest contributor must not know the largest one's figure more closely than this.
NEAR = 0.2
# The (n,k)-rule: two contributors have no more than this share of a figure.
DOMINANT = 0.9


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
    lines = {
        rest.tobytes(): rest
        for quantity in family.quantities
        if not quantity.step
        for key, row in sums.place.items()
        if key.quantity == quantity.name
        for whole in (key._replace(quantity=name) for name in quantity.rest_of)
        if whole in sums.place
        for rest in (sums.members[sums.place[whole]] & ~sums.members[row],)
    }
    members = np.array(list(lines.values()), dtype=bool).reshape(len(lines), len(sums.atoms))
    return members[few(family, sums, members)]


def telling_quotients(family: Family, columns: Mapping[str, Sums]) -> set[Key]:
    """The quotients that would tell, with the totals of their sides, what too few have that report one side only.

    A side is known to half a step of the quotient times the other side; what is missing from it must be hidden by that.
    """
    return {
        key
        for quantity in family.quantities
        if quantity.step
        for side, other in _sides(quantity)
        if side in columns and other in columns
        for key, row in columns[side].place.items()
        if key.quantity == quantity.name and key in columns[other].place
        for rest in _missing(quantity, columns[side], key)
        if few(family, columns[side], rest[None])[0]
        and quantity.step / 2 * _value(columns[other], key) < NEAR * float(rest @ columns[side].values)
    }


def _sides(quantity: Quantity) -> Sequence[tuple[str, str]]:
    above, below = quantity.of
    return (above, below), (below, above)


def _value(sums: Sums, key: Key) -> float:
    return float(sums.members[sums.place[key]] @ sums.values)


def _missing(quantity: Quantity, sums: Sums, key: Key) -> list[np.ndarray]:
    """What the totals of a side have that is not in the quotient."""
    wholes = (sums.place.get(key._replace(quantity=name)) for name in quantity.rest_of)
    return [sums.members[whole] & ~sums.members[sums.place[key]] for whole in wholes if whole is not None]
