"""What is hidden of one column so far → what else must be hidden for it, and what may be shown again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.column import Attack, untold
from etl.warehouse.withholding.family import Contributors, Family
from etl.warehouse.withholding.shifts import Shifts
from etl.warehouse.withholding.told import Shown

# Shares smaller than this are rounding.
SAME = 1e-9


@dataclass(frozen=True)
class Knowledge:
    """What somebody knows of a column: what is `told`, and of the hidden sums at `places` what is left `free`."""

    told: np.ndarray
    places: np.ndarray
    both: np.ndarray
    free: np.ndarray
    shifts: Shifts


class Board:
    """One column: its sums by group, what must be safe beside them, and what an attacker is told."""

    def __init__(self, family: Family, shown: Shown, group_of: Mapping[Key, int], known: np.ndarray | None) -> None:
        """`group_of` gives the group that a figure is withheld with; `known` are sums that were shown already.

        A sum that is asked as figures of several `groups`, shape (sums, most of them), is hidden where all of them are.
        """
        self.is_detail = np.array([all(key.dimension for key in keys) for keys in shown.keys], dtype=bool)
        found = [sorted({group_of[key] for key in keys}) for keys in shown.keys]
        most = max(map(len, found), default=1)
        self.groups = np.array([[*own, *own[:1] * (most - len(own))] for own in found], dtype=int).reshape(-1, most)
        self.rows_of: dict[int, np.ndarray] = {group: np.array(rows) for group, rows in _places(found).items()}
        self.is_own = np.array([[place < len(own) for place in range(most)] for own in found]).reshape(-1, most)
        self.attack = Attack(
            shown.members,
            shown.sums.values,
            shown.secret,
            np.zeros((0, len(shown.sums.atoms)), dtype=bool) if known is None else known,
            shown.sides,
            is_count=family.contributors is Contributors.PERSONS,
        )
        self.few, self.sensitive = shown.few, shown.few | shown.dominated
        self.shifts = self._shifts(np.arange(len(self.attack.weighed)))
        # What is safe stays so while more is hidden; what cannot be made safe is not tried again.
        self.done: set[int] = set()
        self.seen: np.ndarray | None = None
        self.told = np.zeros((0, len(shown.sums.atoms)))

    def hide(self, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray) -> bool:
        """Hide what the unsafe sums need; whether anything was hidden.

        What asks for most comes first, since its shift often makes others safe as well: both ways, then the largest
        need. Of equal need the smallest comes first.
        """
        own, own_weight = self._hidden(hidden), self._weight(weight)
        if self.seen is not None and np.array_equal(own, self.seen):
            return False
        self.seen, self.told = own, self.attack.told(own)
        places, both, worth = self._targets(hidden, primary, weight)
        free = untold(self.attack.weighed[places], self.told)
        self.shifts = self.shifts.with_more(free)
        has_changed = False
        unsafe = np.flatnonzero(~self._settled(self.shifts, places, both))
        sums, need = self.attack.sums[places[unsafe]], self.attack.need[places[unsafe]]
        for number in unsafe[np.lexsort((sums, -need, ~both[unsafe]))]:
            place = int(places[number])
            if place in self.done or self._settled(self.shifts, places[[number]], both[[number]])[0]:
                continue
            self.done.add(place)
            # What is told outright would be withheld in vain: then nothing is kept.
            is_told = np.abs(free[number]).max(initial=0.0) <= SAME * self.attack.sizes[place]
            kept = ~self.is_detail & (own_weight > worth[number]) & (not is_told)
            found = self.attack.cheapest(self._hidden(hidden), place, own_weight, kept, both=bool(both[number]))
            if found is not None:
                rows, shift = found
                self.shifts = self.shifts.with_more(shift[None])
                hidden[self.groups[rows]] = True
                has_changed |= len(rows) > 0
        return has_changed

    def knowledge(self, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray) -> Knowledge:
        """What is known once nothing more has to be hidden."""
        places, both, _ = self._targets(hidden, primary, weight)
        return Knowledge(self.told, places, both, untold(self.attack.weighed[places], self.told), self.shifts)

    def showing(self, group: int, known: Knowledge) -> Knowledge | None:
        """What is known with a group shown too; None where that makes a sum unsafe, or tells more of an unsafe one."""
        rows = self.rows_of.get(group)
        if rows is None:
            return known
        fresh = self._fresh(rows, known.told)
        is_shown = np.zeros(len(self.attack.need), dtype=bool)
        is_shown[rows] = True
        stays = ~is_shown[known.places]
        places, both, free = known.places[stays], known.both[stays], known.free[stays]
        if not len(fresh):
            return Knowledge(known.told, places, both, free, known.shifts)
        step = free @ fresh.T
        free = free - step @ fresh
        rounding = SAME * self.attack.sizes[places]
        narrowed = np.flatnonzero(np.abs(step).max(axis=1) > rounding)
        # Most groups are kept hidden since a sum would be told outright, which is seen at once.
        is_told = np.abs(free[narrowed]).max(axis=1) <= rounding[narrowed]
        if (is_told & (self.attack.sums[places[narrowed]] > 0)).any():
            return None
        shifts = known.shifts.only(known.shifts.leaving(rows))
        unsafe = narrowed[~self._settled(shifts, places[narrowed], both[narrowed])]
        seen = self._shifts(places[unsafe]).with_more(free)
        if not seen.settle(np.arange(len(unsafe)), self.attack.need[places[unsafe]], both[unsafe]).all():
            return None
        return Knowledge(np.vstack([known.told, fresh]), places, both, free, shifts)

    def _fresh(self, rows: np.ndarray, told: np.ndarray) -> np.ndarray:
        """Orthonormal combinations of the atoms that are told by the sums at `rows` beside what is told."""
        fresh = told[:0]
        for line in self.attack.weighed[rows]:
            new = untold(untold(line[None], told), fresh)
            if (size := np.linalg.norm(new)) > SAME * np.linalg.norm(line):
                fresh = np.vstack([fresh, new / size])
        return fresh

    def _shifts(self, places: np.ndarray) -> Shifts:
        return Shifts.of(self.attack.weighed[places], self.attack.can_fall)

    def _targets(
        self, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """What must be safe: places, whether both ways, and how much may be hidden for it.

        Of a quotient that is hidden for the sake of others nobody has to be unsure.
        For what is hidden for the sake of others only details are hidden, and what is worth less.
        """
        is_hidden = self._hidden(hidden) & (self.sensitive | ~self.attack.sides)
        is_primary = primary[self.groups[is_hidden]].any(axis=1)
        worth = np.where(is_primary, np.inf, self._weight(weight)[is_hidden])
        many = len(self.attack.secret)
        return (
            np.concatenate([np.flatnonzero(is_hidden), len(self.groups) + np.arange(many)]),
            np.concatenate([self.few[is_hidden], np.ones(many, dtype=bool)]) & (not self.attack.is_count),
            np.concatenate([worth, np.full(many, np.inf)]),
        )

    def _hidden(self, hidden: np.ndarray) -> np.ndarray:
        """Which sums are hidden, of the groups that are; shape (sums,)."""
        return np.asarray(hidden[self.groups].all(axis=1))

    def _weight(self, weight: np.ndarray) -> np.ndarray:
        """What each sum is worth, of what the groups are; shape (sums,)."""
        return np.asarray((weight[self.groups] * self.is_own).sum(axis=1))

    def _settled(self, shifts: Shifts, places: np.ndarray, both: np.ndarray) -> np.ndarray:
        """Which sums are seen to be safe, or are nothing."""
        return shifts.settle(places, self.attack.need[places], both) | (self.attack.sums[places] <= 0)


def _places(found: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    """Group → the places of the sums that are asked as figures of it."""
    places: dict[int, list[int]] = {}
    for place, groups in enumerate(found):
        for group in groups:
            places.setdefault(group, []).append(place)
    return places
