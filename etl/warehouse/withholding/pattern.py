"""The sums of all columns of one period → which figures are withheld, for their own sake and for that of others."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from etl.warehouse.withholding.block import Key, Sums
from etl.warehouse.withholding.board import Board
from etl.warehouse.withholding.family import Family
from etl.warehouse.withholding.sensitive import telling_quotients
from etl.warehouse.withholding.told import shown


@dataclass(frozen=True)
class Pattern:
    """What is withheld of a period: for its own sake, and for that of others; `decision` names what it was decided from."""

    primary: frozenset[Key]
    secondary: frozenset[Key]
    decision: str = ""

    @property
    def withheld(self) -> frozenset[Key]:
        """All that is withheld."""
        return self.primary | self.secondary


def groups_of(keys: Iterable[Sequence[Key]]) -> dict[Key, int]:
    """Figures that are the same sum in some column, and so can only be withheld together → the group's number."""
    found: dict[Key, int] = {}
    joined: list[int] = []

    def root(group: int) -> int:
        while joined[group] != group:
            group = joined[group]
        return group

    for same in keys:
        roots = {root(found[key]) for key in same if key in found} or {len(joined)}
        one = min(roots)
        if one == len(joined):
            joined.append(one)
        for group in roots:
            joined[group] = one
        found.update(dict.fromkeys(same, one))
    # Groups are numbered by the first of their figures, so that they are the same in whatever order these came.
    first: dict[int, Key] = {}
    for key, group in found.items():
        one = found[key] = root(group)
        if one not in first or key < first[one]:
            first[one] = key
    numbers = {group: number for number, group in enumerate(sorted(first, key=first.__getitem__))}
    return {key: numbers[group] for key, group in found.items()}


def _by_quantity(keys: Sequence[Key], apart: Collection[str]) -> Iterator[Sequence[Key]]:
    """The keys of a sum, those of each quantity that is `apart` for themselves."""
    yield from filter(None, [[key for key in keys if key.quantity not in apart]])
    for name in sorted({key.quantity for key in keys}.intersection(apart)):
        yield [key for key in keys if key.quantity == name]


def decide(
    family: Family,
    columns: Sequence[Sums],
    worth: Callable[[Key], float],
    *,
    beside: Sequence[Sums] = (),
    forced: Collection[Key] = (),
    known: Mapping[str, np.ndarray] | None = None,
) -> Pattern:
    """What is withheld of a period, so that the shown figures give no withheld one away.

    `beside` are columns again, without what of them is guessed: nothing is given away to whoever knows that, either.
    `forced` are withheld whatever stands behind them. `known` are sums of a column, shape (sums, atoms), that were shown
    already.
    """
    # Of a column that comes twice a dictionary keeps the second.
    telling = {
        key
        for told in (columns, (*columns, *beside))
        for key in telling_quotients(family, {sums.column.name: sums for sums in told})
    }
    asked = [shown(family, sums) for sums in (*columns, *beside)]
    if not forced and not any(column.is_delicate for column in asked):
        return Pattern(frozenset(telling), frozenset())
    # Two figures that differ by what is guessed are not the same to all who ask; quotients only share a side.
    steps = {quantity.name for quantity in family.quantities if quantity.step}
    group_of = groups_of(
        same for column in asked[: len(columns)] for keys in column.keys for same in _by_quantity(keys, steps)
    )
    many = len(set(group_of.values()))
    boards = [Board(family, column, group_of, (known or {}).get(column.sums.column.name)) for column in asked]
    weight = np.zeros(many)
    for key, group in group_of.items():
        weight[group] += worth(key)
    primary = np.zeros(many, dtype=bool)
    for board in boards:
        primary[board.groups[board.sensitive]] = True
    primary[[group_of[key] for key in forced if key in group_of]] = True
    hidden = primary.copy()
    grown = [True]
    while any(grown):
        grown = [board.hide(hidden, primary, weight) for board in boards]
    _show_again(boards, hidden, primary, weight)
    return Pattern(
        frozenset(telling) | frozenset(key for key, group in group_of.items() if primary[group]),
        frozenset(key for key, group in group_of.items() if hidden[group] and not primary[group]),
    )


def _show_again(boards: Sequence[Board], hidden: np.ndarray, primary: np.ndarray, weight: np.ndarray) -> None:
    """Show what turns out not to be needed, the most worth first, of what is worth as much the largest."""
    size = np.zeros(len(hidden))
    for board in boards:
        np.maximum.at(size, board.groups, board.attack.share[: len(board.groups), None])
    known = [board.knowledge(hidden, primary, weight) for board in boards]
    spare = np.flatnonzero(hidden & ~primary)
    for group in spare[np.lexsort((-size[spare], -weight[spare]))]:
        tried = []
        for board, before in zip(boards, known, strict=True):
            if (after := board.showing(group, before)) is None:
                break
            tried.append(after)
        else:
            hidden[group] = False
            known = tried
