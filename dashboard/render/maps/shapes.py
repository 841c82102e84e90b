"""What a map is given and what it gives beside the picture: areas with their values, and a legend that counts them."""

from dataclasses import dataclass

from dashboard.render.maps.geometry import Ring
from dashboard.text.formats import Value


@dataclass(frozen=True)
class AreaShape:
    """One area: the first ring is its outline, later ones are holes; `text` stands under its name on the map."""

    code: str
    name: str
    rings: tuple[Ring, ...]
    value: Value = None
    text: str = ""
    tooltip: tuple[str, ...] = ()


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
