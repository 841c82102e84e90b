"""Sums of one column under attack: what the shown ones tell of the hidden ones, and what else must be hidden."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from etl.warehouse.withholding.programme import Programme
from etl.warehouse.withholding.sensitive import NEAR

# Room for the rounding of what is shown.
MARGIN = 1.05
ZERO = 1e-9
# How many times larger than what it is hidden for a sum may be before hiding it is a waste.
LARGER = 3.0
# What the largest count of a column costs more than its worth, as a share of it.
SIZE = 1e-3


@dataclass(frozen=True)
class Attack:
    """Sums over atoms, shape (sums, atoms), with the atoms' `values`.

    Of the same shape are `secret` sums, which nobody asks for and must not come out, and `known` ones, which were
    shown before and stay so. `sides` says which sums are only sides of quotients.

    An attacker knows every shown sum and that no atom is negative. A hidden sum is safe where the atoms can be shifted
    so that every shown sum stays what it is, no atom falls below zero, and the hidden one changes by its `need`: then
    nobody can tell. What must not be known for its own sake must be able to be more and less; of another one it is
    enough that it can be either. Shifts are measured by the atoms themselves, those of nothing by one person.
    """

    members: np.ndarray
    values: np.ndarray
    secret: np.ndarray
    known: np.ndarray
    sides: np.ndarray
    is_count: bool = False

    @cached_property
    def scale(self) -> np.ndarray:
        """By what each atom is shifted."""
        return np.where(self.values > 0, self.values, float(self.is_count))

    @cached_property
    def weighed(self) -> np.ndarray:
        """How a shift of each atom changes each sum, and each secret one after them."""
        return np.vstack([self.members, self.secret]) * self.scale

    @cached_property
    def sizes(self) -> np.ndarray:
        """How much the atoms can change each sum, and each secret one after them."""
        return np.asarray(self.weighed.sum(axis=1))

    @cached_property
    def sums(self) -> np.ndarray:
        """The value of each sum, and of each secret one after them."""
        return np.vstack([self.members, self.secret]) @ self.values

    @cached_property
    def share(self) -> np.ndarray:
        """What each of them is of the largest one."""
        return self.sums / max(self.sums.max(initial=0.0), ZERO)

    @cached_property
    def need(self) -> np.ndarray:
        """By how much each of them must be able to change: a count by one, so that nobody knows it to be one or two."""
        return np.ones(len(self.sums)) if self.is_count else NEAR * MARGIN * self.sums

    def told(self, hidden: np.ndarray) -> np.ndarray:
        """Orthonormal combinations of the atoms that are known where all but the `hidden` sums are shown."""
        shown = np.vstack([self.members[~hidden], self.known]) & (self.scale > 0)
        # Most atoms are told alone, or come to be so once others are; the rest is a small matter for the decomposition.
        alone = np.zeros(shown.shape[1], dtype=bool)
        while (new := shown[shown.sum(axis=1) == 1].any(axis=0)).any():
            alone |= new
            shown &= ~new
        lines = {line.tobytes(): line for line in shown[shown.any(axis=1)]}
        rest = np.array(list(lines.values()), dtype=float).reshape(len(lines), len(alone)) * self.scale
        left = np.flatnonzero(rest.any(axis=0))
        _, sizes, directions = np.linalg.svd(
            rest[:, left] / np.linalg.norm(rest, axis=1, keepdims=True), full_matrices=False
        )
        directions = directions[sizes > ZERO * max(sizes.max(initial=0.0), 1.0)]
        told = np.zeros((len(directions) + int(alone.sum()), len(alone)))
        told[: len(directions), left] = directions
        told[np.arange(len(directions), len(told)), np.flatnonzero(alone)] = 1.0
        return told

    @cached_property
    def can_fall(self) -> np.ndarray:
        """Which atoms can become less; what weighs nothing changes nothing."""
        return (self.values > 0) | (self.scale == 0)

    @cached_property
    def programme(self) -> Programme:
        """The programme over the sums, what must not come out and what is known, in that order."""
        return Programme(np.vstack([self.members, self.secret, self.known]), self.scale, self.values > 0)

    def cheapest(
        self, hidden: np.ndarray, target: int, worth: np.ndarray, kept: np.ndarray, *, both: bool
    ) -> tuple[np.ndarray, np.ndarray] | None:
        """The shown sums to hide so that the target is safe and least `worth` is lost, and the shift that makes it so.

        The target is a place among the sums or, after them, among what must not come out. None where that cannot be
        done without hiding one that is to be `kept`.
        """
        many, secret, known = len(self.members), len(self.secret), len(self.known)
        total, need = self.sums[target], self.need[target]
        # What is much larger than the target cannot be made safe by the same shift, and would want more to be hidden. Of
        # counts, which need only change by one, the smaller one goes where both are worth as much.
        dearer = SIZE * self.share[:many] if self.is_count else (self.sums[:many] / (LARGER * total)) ** 4
        dearer = np.where(self.sides, 0.0, dearer)
        cost = np.concatenate([np.where(hidden, 0.0, worth * (1 + dearer)), np.zeros(secret + known)])
        fixed = np.concatenate([~hidden & kept, np.zeros(secret, dtype=bool), np.ones(known, dtype=bool)])
        best: tuple[float, np.ndarray, np.ndarray] | None = None
        for sign, most in [(1, 1.0)] if both else [(1, np.inf), (-1, np.inf)]:
            found = self.programme.changes(target, sign * need, cost, fixed, most)
            if found is None:
                continue
            change, shift, is_free = found
            rows = np.flatnonzero((change[:many] > 1e-6 * need) & ~hidden)
            if best is None or change @ cost < best[0]:
                best = float(change @ cost), rows, shift
            # Where no atom stood in the way, the way back costs as much.
            if is_free or not len(rows):
                break
        return None if best is None else best[1:]


def untold(targets: np.ndarray, told: np.ndarray) -> np.ndarray:
    """The part of each target that no combination of what is `told` determines."""
    return targets - (targets @ told.T) @ told
