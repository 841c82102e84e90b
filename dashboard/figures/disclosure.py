"""Withholds figures that too few contributors stand behind, and those from which they could be worked out.

The rule. A cell with fewer contributors than the minimum (and more than none) is 不公开. Cells that add up to another
one (the parts of an area; the children of an area, together with what lies at that area itself, which is never
shown) keep enough hidden that no subtraction gives a withheld figure away:
- where the total is shown and anything is hidden, what is hidden comes from at least the minimum of contributors and
  is more than one cell;
- where the total is withheld although enough stand behind it, its shown cells leave out at least the minimum.
Where it is not so yet, the cell with the fewest contributors is withheld too, until nothing changes. The whole line
of areas above the asked ones, with all their children, is always looked at, and a breakdown together with its totals.
This is decided for each base period; a figure of a longer one is withheld where any of its base periods is.

Its limits. Areas that are neither above nor beside the asked ones are not looked at: asked together with them, a cell
may be withheld that is shown without them, never the other way round. Each breakdown is held against the totals, not against another breakdown (by industry against by scale),
another metric, or another period that shares most contributors. In a table of areas by parts the rule is applied to
rows and columns in turn; it does not solve for every combination of them. A cell with the minimum of contributors
is shown even when one of them makes up nearly all of it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dashboard.figures.absence import Absence


class Counted(Protocol):
    """What a cell must tell: where it belongs and how many stand behind it."""

    area_code: str
    period: str
    part: str
    value: float | Absence
    contributors: int | None


@dataclass(frozen=True)
class _Group:
    """Cells that add up to the cell `total`, by position; `unseen` contributors lie in none of them."""

    members: tuple[int, ...]
    total: int
    unseen: int


def _groups(cells: Sequence[Counted], parents: Mapping[str, str | None]) -> list[_Group]:
    places = {(cell.area_code, cell.period, cell.part): place for place, cell in enumerate(cells)}
    members: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        whole = places.get((cell.area_code, cell.period, ""))
        above = places.get((parents.get(cell.area_code), cell.period, cell.part))
        if cell.part and whole is not None:
            members["parts", whole].append(place)
        if above is not None:
            members["areas", above].append(place)
    return [
        _Group(tuple(inside), total, max(0, _count(cells[total]) - sum(_count(cells[place]) for place in inside)))
        for (_, total), inside in members.items()
    ]


def _count(cell: Counted) -> int:
    return cell.contributors or 0


def _next_to_hide(group: _Group, cells: Sequence[Counted], hidden: set[int], minimum: int) -> int | None:
    """The next cell of the group that must be hidden, None when enough is."""
    inside = [place for place in group.members if place in hidden]
    behind = group.unseen + sum(_count(cells[place]) for place in inside)
    if group.total in hidden:
        is_enough = behind >= min(minimum, _count(cells[group.total]))
    else:
        pieces = len(inside) + (group.unseen > 0)
        is_enough = not (inside or behind) or (behind >= minimum and (pieces > 1 or not inside))
    if is_enough:
        return None
    shown = [place for place in group.members if place not in hidden and not isinstance(cells[place].value, Absence)]
    # A cell without contributors hides nobody; it is taken only when there is no other.
    return min(shown, key=lambda place: (not _count(cells[place]), _count(cells[place]), place), default=None)


def withheld(cells: Sequence[Counted], parents: Mapping[str, str | None], minimum: int) -> list:
    """The cells (dataclasses) with those that may not be shown emptied and marked 不公开.

    `parents` gives the parent of each area; the whole of a breakdown is the cell with an empty part. The order is kept.
    """
    hidden = {place for place, cell in enumerate(cells) if 0 < _count(cell) < minimum}
    groups = _groups(cells, parents)
    is_growing = True
    while is_growing:
        more = {_next_to_hide(group, cells, hidden, minimum) for group in groups} - {None}
        hidden |= more
        is_growing = bool(more)
    return [emptied(cell) if place in hidden else cell for place, cell in enumerate(cells)]


def emptied(cell):
    """The cell (a dataclass) as it is shown where it is withheld: marked 不公开 and without any figure."""
    return replace(
        cell, value=Absence.NOT_DISCLOSED, value_high=None, numerator=None, denominator=None, contributors=None
    )
