"""Shifts of atoms that change nothing that is shown → which sums nobody can know, without solving anything again."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

# What a shift may change of a shown sum, measured by the sum itself: the solver is not exact to the last digit.
ROUNDING = 1e-6
# A small shift is stretched no further than this, so that its rounding stays small.
STRETCH = 100.0


@dataclass(frozen=True)
class Shifts:
    """What an attacker must think possible: `least` and `most` are how far each sum can change, shape (sums,).

    A shift is measured by the atoms' scale; `weighed`, shape (sums, atoms), says how it changes each sum. It is possible
    where no atom falls below nothing, and so is any multiple of it of which that holds; only what `can_fall` becomes less.
    `found` are the changes, shape (shifts, sums), as they came to be known, since most are only asked for how far they go.
    """

    weighed: np.ndarray
    can_fall: np.ndarray
    found: tuple[np.ndarray, ...]
    least: np.ndarray
    most: np.ndarray

    @classmethod
    def of(cls, weighed: np.ndarray, can_fall: np.ndarray, changes: np.ndarray | None = None) -> "Shifts":
        """Those that make the `changes`; none at all where these are not given."""
        found = np.zeros((0, len(weighed))) if changes is None else changes
        return cls(weighed, can_fall, (found,), found.min(axis=0, initial=0.0), found.max(axis=0, initial=0.0))

    @cached_property
    def changes(self) -> np.ndarray:
        """How each shift changes each sum, shape (shifts, sums)."""
        return np.vstack(self.found)

    def with_more(self, shifts: np.ndarray) -> "Shifts":
        """Those and what is possible of more, shape (shifts, atoms), that change nothing that is shown, either way."""
        both = np.vstack([shifts, -shifts])
        both = both[(both[:, ~self.can_fall] >= -ROUNDING).all(axis=1)]
        if not len(both):
            return self
        fall = np.maximum(-both.min(axis=1, initial=0.0), 1 / STRETCH)
        more = (both @ self.weighed.T) / fall[:, None]
        return replace(
            self,
            found=(*self.found, more),
            least=np.minimum(self.least, more.min(axis=0)),
            most=np.maximum(self.most, more.max(axis=0)),
        )

    def leaving(self, rows: np.ndarray) -> np.ndarray:
        """Which of them change nothing of the sums at `rows` either; shape (shifts,)."""
        rounding = ROUNDING * np.abs(self.weighed[rows]).sum(axis=1)
        return np.asarray((np.abs(self.changes[:, rows]) <= rounding).all(axis=1))

    def only(self, which: np.ndarray) -> "Shifts":
        """Some of them; `which` has the shape (shifts,)."""
        return Shifts.of(self.weighed, self.can_fall, self.changes[which])

    def settle(self, places: np.ndarray, need: np.ndarray, both: np.ndarray) -> np.ndarray:
        """Which of the sums at `places` can change by their `need`, more and less where `both`, else either way."""
        more, less = self.most[places] >= need, -self.least[places] >= need
        return np.where(both, more & less, more | less)
