"""The sums of all columns of one period → which figures are withheld, for their own sake and for that of others."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from etl.warehouse.withholding.block import Key, Sums
from etl.warehouse.withholding.column import Attack, untold
from etl.warehouse.withholding.family import Contributors, Family
from etl.warehouse.withholding.sensitive import dominated, few, rests, telling_quotients

# Shares smaller than this are rounding.
SAME = 1e-9


@dataclass(frozen=True)
class Pattern:
    """What is withheld of a period: for its own sake, and for that of others."""

    primary: frozenset[Key]
    secondary: frozenset[Key]

    @property
    def withheld(self) -> frozenset[Key]:
        """All that is withheld."""
        return self.primary | self.secondary


def groups_of(keys: Iterable[Sequence[Key]]) -> dict[Key, int]:
    """Figures that are the same sum in some column, and so can only be withheld together → the group's number."""
    first: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while first.setdefault(key, key) != key:
            first[key] = key = first[first[key]]
        return key

    for same in keys:
        for key in same:
            one, other = sorted((root(same[0]), root(key)))
            first[other] = one
    numbers: dict[Key, int] = {}
    return {key: numbers.setdefault(root(key), len(numbers)) for key in sorted(first)}


@dataclass(frozen=True)
class Shown:
    """The sums of a column that somebody can ask for, and what nobody asks for and must not come out either."""

    sums: Sums
    rows: tuple[int, ...]
    keys: tuple[tuple[Key, ...], ...]
    secret: np.ndarray

    @cached_property
    def members(self) -> np.ndarray:
        """The atoms of each sum that can be asked for."""
        return self.sums.members[list(self.rows)]

    def is_delicate(self, family: Family) -> bool:
        """Whether anything must not be known."""
        return bool(
            len(self.secret)
            or few(family, self.sums, self.members).any()
            or dominated(family, self.sums, self.members).any()
        )


def shown(family: Family, sums: Sums) -> Shown:
    """What can be asked for of a column, exactly; what is only shown as a rounded quotient is no sum that is known."""
    asked = {quantity.name for quantity in family.quantities if quantity.is_asked and not quantity.step}
    exact = {quantity.name for quantity in family.quantities if not quantity.step}
    rows, keys, unasked = [], [], []
    for row, same in enumerate(sums.keys):
        if told := tuple(key for key in same if key.quantity in asked):
            rows.append(row)
            keys.append(told)
        elif any(key.quantity in exact for key in same):
            unasked.append(row)
    members = sums.members[unasked]
    return Shown(sums, tuple(rows), tuple(keys), np.vstack([members[few(family, sums, members)], rests(family, sums)]))


class _Board:
    """One column: its sums by group, what must be safe beside them, and what an attacker is told."""

    def __init__(self, family: Family, shown: Shown, group_of: Mapping[Key, int], known: np.ndarray | None) -> None:
        sums, members = shown.sums, shown.members
        self.is_detail = np.array([all(key.dimension for key in keys) for keys in shown.keys], dtype=bool)
        self.group = np.array([group_of[keys[0]] for keys in shown.keys], dtype=int)
        self.attack = Attack(
            members,
            sums.values,
            shown.secret,
            np.zeros((0, len(sums.atoms))) if known is None else known,
            is_count=family.contributors is Contributors.PERSONS,
        )
        self.few = few(family, sums, members)
        self.sensitive = self.few | dominated(family, sums, members)
        # What is safe stays so while more is hidden; what cannot be made safe is not tried again.
        self.done: set[int] = set()
        self.many = len(shown.secret)

    def targets(
        self, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """What must be safe: places, whether both ways, and how much may be hidden for it.

        For what is hidden for the sake of others only details are hidden, and what is worth less.
        """
        is_hidden = hidden[self.group]
        worth = np.where(primary[self.group[is_hidden]], np.inf, weight[self.group[is_hidden]])
        secret = np.full(self.many, not self.attack.is_count)
        return (
            np.concatenate([np.flatnonzero(is_hidden), len(self.group) + np.arange(self.many)]),
            np.concatenate([self.few[is_hidden] & (not self.attack.is_count), secret]),
            np.concatenate([worth, np.full(self.many, np.inf)]),
        )

    def told(self, hidden: np.ndarray) -> np.ndarray:
        return self.attack.told(hidden[self.group])


def decide(
    family: Family,
    columns: Sequence[Sums],
    worth: Callable[[Key], float],
    *,
    forced: Collection[Key] = (),
    known: Mapping[str, np.ndarray] | None = None,
) -> Pattern:
    """What is withheld of a period, so that the shown figures give no withheld one away.

    `forced` are withheld whatever stands behind them. `known` are
    sums of a column, shape (sums, atoms), that were shown already.
    """
    telling = telling_quotients(family, {sums.column.name: sums for sums in columns})
    asked = [shown(family, sums) for sums in columns]
    if not forced and not any(column.is_delicate(family) for column in asked):
        return Pattern(frozenset(telling), frozenset())
    group_of = groups_of(keys for column in asked for keys in column.keys)
    many = len(set(group_of.values()))
    boards = [_Board(family, column, group_of, (known or {}).get(column.sums.column.name)) for column in asked]
    weight = np.zeros(many)
    for key, group in group_of.items():
        weight[group] += worth(key)
    primary = np.zeros(many, dtype=bool)
    for board in boards:
        primary[board.group[board.sensitive]] = True
    primary[[group_of[key] for key in forced if key in group_of]] = True
    hidden = primary.copy()
    grown = [True]
    while any(grown):
        grown = [_hide_for(board, hidden, primary, weight) for board in boards]
    _show_again(boards, hidden, primary, weight)
    return Pattern(
        telling | frozenset(key for key, group in group_of.items() if primary[group]),
        frozenset(key for key, group in group_of.items() if hidden[group] and not primary[group]),
    )


def _hide_for(board: _Board, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray) -> bool:
    """Hide what one column's unsafe sums need, the smallest first; whether anything was hidden."""
    places, both, worth = board.targets(hidden, primary, weight)
    free = untold(board.attack.weighed[places], board.told(hidden))
    unsafe = np.flatnonzero(board.attack.unsafe(free, places, both))
    has_changed = False
    for number in unsafe[np.argsort(board.attack.sums[places[unsafe]], kind="stable")]:
        place = int(places[number])
        if place in board.done:
            continue
        board.done.add(place)
        # What is told outright would be withheld in vain: then nothing is kept.
        is_told = np.abs(free[number]).max(initial=0.0) <= SAME * np.abs(board.attack.weighed[place]).sum()
        kept = ~board.is_detail & (weight[board.group] > worth[number]) & (not is_told)
        rows = board.attack.cheapest(hidden[board.group], place, weight[board.group], kept, both=bool(both[number]))
        if rows is not None and len(rows):
            hidden[board.group[rows]] = True
            has_changed = True
    return has_changed


def _show_again(boards: Sequence[_Board], hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray) -> None:
    """Show what turns out not to be needed, the most worth first."""
    told = [board.told(hidden) for board in boards]
    spare = np.flatnonzero(hidden & ~primary)
    for group in spare[np.argsort(-weight[spare], kind="stable")]:
        hidden[group] = False
        tried = [_told_with(board, group, known) for board, known in zip(boards, told, strict=True)]
        if any(
            after is not known and _endangers(board, hidden, primary, weight, known, after)
            for board, known, after in zip(boards, told, tried, strict=True)
        ):
            hidden[group] = True
        else:
            told = tried


def _told_with(board: _Board, group: int, told: np.ndarray) -> np.ndarray:
    """What is told once the sums of a group are shown too; the same where that tells nothing new."""
    for line in board.attack.weighed[: len(board.group)][board.group == group]:
        new = untold(line[None], told)[0]
        if (size := np.linalg.norm(new)) > SAME * np.linalg.norm(line):
            told = np.vstack([told, new / size])
    return told


def _endangers(
    board: _Board, hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray, told: np.ndarray, after: np.ndarray
) -> bool:
    """Whether what is told `after` makes a sum unsafe, or tells more of one that is not plainly safe."""
    places, both, _ = board.targets(hidden, primary, weight)
    targets = board.attack.weighed[places]
    free = untold(targets, told)
    narrowed = np.abs(free @ after[len(told) :].T).max(axis=1, initial=0.0) > SAME * np.abs(targets).sum(axis=1)
    return bool((narrowed & board.attack.unsafe(untold(targets, after), places, both)).any())
