"""What is told apart in a question, an area or a part, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.metrics.cell import Cell, Value

POINTS = "个百分点"


def beside(name: str, words: str) -> str:
    """A name with what is told of it, set apart where it ends in a figure or a Latin letter: `某村5件`, `车库B 5件`."""
    return f"{name} {words}" if name and name[-1].isascii() else f"{name}{words}"


@dataclass(frozen=True)
class Item:
    """An area or a part with its cell; `value` is what it is ranked by, `words` how that is told beside its name.

    `is_within` where it lies within what is asked for.
    """

    key: str
    name: str
    cell: Cell
    value: Value
    words: str
    is_within: bool = True


@dataclass(frozen=True)
class Told:
    """All that is told apart by one metric; `mean` is what all of them come to."""

    unit: str
    decimals: int
    every: Sequence[Item]
    mean: float | None = None


@dataclass(frozen=True)
class Items:
    """What is told apart, in its order, within its bound; `unit` of what it is ranked by, `hidden` how many may not be shown.

    `silent` is how many have sent nothing, `unlike` of how many the change cannot be told, `told` how many have a figure, `mean` what all of them come to: the average of a sum, the rate of the whole.
    """

    items: tuple[Item, ...]
    unit: str
    decimals: int
    hidden: int
    silent: int
    mean: float | None
    unlike: int = 0
    told: int = 0
