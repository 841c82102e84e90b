"""What a map shows, as plain values: areas with their rings and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.text.formats import Value

# What a map is fitted for on a phone, in pixels: narrow, and lower as well, so that all of it is seen.
PHONE_WIDTH, PHONE_HEIGHT = 340, 300
Point = tuple[float, float]
Ring = Sequence[Point]


@dataclass(frozen=True)
class AreaShape:
    """One area: the first ring is its outline, later ones are holes; `text` is written below its name on the map."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    value: Value = None
    text: str = ""
    tooltip: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class AreaMap:
    """Areas by class of their figure. `selected` is outlined; labels are placed for `width` × `height` in pixels.

    Two are the same only if they are one object: their rings are long, and a view keeps its map.
    """

    shapes: tuple[AreaShape, ...]
    unit: str = ""
    decimals: int = 0
    selected: str | None = None
    width: int = 720
    height: int = 460
    is_schematic: bool = True


@dataclass(frozen=True)
class LegendEntry:
    """One class: its colour, what it holds, how many areas are in it; `is_missing` is hatched."""

    color: str
    text: str
    count: int
    is_missing: bool = False


@dataclass(frozen=True)
class Legend:
    """The key of a map; the counts add up to the number of areas."""

    entries: tuple[LegendEntry, ...]
    is_schematic: bool
