"""The sums of a column that somebody can ask for, and what nobody asks for and must not come out either."""

from dataclasses import dataclass

import numpy as np

from etl.warehouse.withholding.block import Key, Sums, asked_of
from etl.warehouse.withholding.family import Family
from etl.warehouse.withholding.sensitive import dominated, few, rests


@dataclass(frozen=True)
class Shown:
    """The sums of a column that somebody can ask for, and what nobody asks for and must not come out either.

    `rows` are their places among the sums, `few` and `dominated` say which of them must not be known, `sides` which are
    only sides of quotients.
    """

    sums: Sums
    rows: tuple[int, ...]
    keys: tuple[tuple[Key, ...], ...]
    members: np.ndarray
    secret: np.ndarray
    few: np.ndarray
    dominated: np.ndarray
    sides: np.ndarray

    @property
    def is_delicate(self) -> bool:
        """Whether anything must not be known."""
        return bool(len(self.secret) or self.few.any() or self.dominated.any())


def shown(family: Family, sums: Sums) -> Shown:
    """What can be asked for of a column. A side of a quotient counts as known with it: the other side may be a known sum.

    A quotient is only shown with the totals of its sides, so that it tells nothing more of what is such a total itself.
    """
    is_asked = asked_of(family)
    steps = {quantity.name for quantity in family.quantities if quantity.step}
    rows, keys, unasked = [], [], []
    for row, same in enumerate(sums.keys):
        told = tuple(key for key in same if is_asked(key))
        if told:
            rows.append(row)
            keys.append(tuple(key for key in told if key.quantity not in steps) or told)
        else:
            unasked.append(row)
    members, others = sums.members[rows], sums.members[unasked]
    alone = np.eye(len(sums.atoms), dtype=bool)
    alone = alone[few(family, sums, alone) | dominated(family, sums, alone)]
    return Shown(
        sums,
        tuple(rows),
        tuple(keys),
        members,
        _beside(members, np.vstack([others[few(family, sums, others)], rests(family, sums), alone])),
        few(family, sums, members),
        dominated(family, sums, members),
        np.array([all(key.quantity in steps for key in told) for told in keys], dtype=bool),
    )


def _beside(members: np.ndarray, others: np.ndarray) -> np.ndarray:
    """The different sums of `others` that are none of `members`; both have the shape (sums, atoms)."""
    known = {line.tobytes() for line in members}
    told = {line.tobytes(): line for line in others if line.any()}
    return np.array([line for text, line in told.items() if text not in known], dtype=bool).reshape(-1, others.shape[1])
