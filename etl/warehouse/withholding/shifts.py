"""Shifts of atoms that change nothing that is shown → which sums nobody can know, without solving anything again."""

from dataclasses import dataclass, replace

import numpy as np

# What a shift may change of a shown sum, measured by the sum itself: the solver is not exact to the last digit.
ROUNDING = 1e-6
# A small shift is stretched no further than this, so that its rounding stays small.
STRETCH = 100.0


@dataclass(frozen=True)
class Shifts:
    """What an attacker must think possible: `changes` of each sum, shape (shifts, sums).

    A shift is measured by the atoms' scale; `weighed`, shape (sums, atoms), says how it changes each sum. It is possible
    where no atom falls below nothing, and so is any multiple of it of which that holds; only what `can_fall` becomes less.
    """

    weighed: np.ndarray
    can_fall: np.ndarray
    changes: np.ndarray

    def with_more(self, shifts: np.ndarray) -> "Shifts":
        """Those and what is possible of more, shape (shifts, atoms), that change nothing that is shown, either way."""
        both = np.vstack([shifts, -shifts])
        both = both[(both[:, ~self.can_fall] >= -ROUNDING).all(axis=1)]
        fall = np.maximum(-both.min(axis=1, initial=0.0), 1 / STRETCH)
        return replace(self, changes=np.vstack([self.changes, (both @ self.weighed.T) / fall[:, None]]))

    def leaving(self, rows: np.ndarray) -> np.ndarray:
        """Which of them change nothing of the sums at `rows` either; shape (shifts,)."""
        rounding = ROUNDING * np.abs(self.weighed[rows]).sum(axis=1)
        return (np.abs(self.changes[:, rows]) <= rounding).all(axis=1)

    def only(self, which: np.ndarray) -> "Shifts":
        """Some of them; `which` has the shape (shifts,)."""
        return replace(self, changes=self.changes[which])

    def settle(self, places: np.ndarray, need: np.ndarray, both: np.ndarray) -> np.ndarray:
        """Which of the sums at `places` can change by their `need`, more and less where `both`, else either way."""
        changes = self.changes[:, places]
        more = changes.max(axis=0, initial=0.0) >= need
        less = -changes.min(axis=0, initial=0.0) >= need
        return np.where(both, more & less, more | less)
