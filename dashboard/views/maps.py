"""What a map shows, as plain values: areas with their rings and figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.content import MapFeature
from dashboard.metrics.metric import Direction
from dashboard.text.formats import Value, is_number

# What a map is fitted for on a phone, in pixels: narrow, and lower as well, so that all of it is seen.
PHONE_WIDTH, PHONE_HEIGHT = 340, 300
# How classes are made: of about equally many areas, of equal width, where figures lie closest together, by hand.
QUANTILES, EQUAL, NATURAL, MANUAL = METHODS = ("分位数", "等距", "自然断点", "自定")
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


@dataclass(frozen=True)
class Classing:
    """How figures fall into classes: a `method` of `METHODS`, or by the inner `borders` that the reader wrote."""

    method: str = QUANTILES
    borders: tuple[float, ...] = ()


BY_QUANTILES = Classing()


@dataclass(frozen=True)
class MapStep:
    """The map of one period: what it is called, and of each shape, in their order, its figure and the text of it."""

    label: str
    values: tuple[Value, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class AreaMap:
    """Areas by class of their figure. `selected` is outlined; labels are placed for `width` × `height` in pixels.

    Areas of the codes `named` are those that the title names: their labels come first. `steps` are the periods that a
    reader can go through, the last of which is shown; none where there is only one.

    What is counted is drawn as circles, as large as the count, since a large area is no large number. `direction` says
    what dark means; `context` is what a reader recognises around the areas. Two are the same only if they are one
    object: their rings are long, and a view keeps its map.
    """

    shapes: tuple[AreaShape, ...]
    unit: str = ""
    decimals: int = 0
    selected: str | None = None
    width: int = 720
    height: int = 460
    is_schematic: bool = True
    is_count: bool = False
    direction: Direction = "neither"
    context: tuple[MapFeature, ...] = ()
    named: tuple[str, ...] = ()
    steps: tuple[MapStep, ...] = ()

    @property
    def largest(self) -> float:
        """The count that the largest circle stands for in any of the periods; 0 where there is none."""
        values = [shape.value for shape in self.shapes] + [value for step in self.steps for value in step.values]
        return max((abs(float(value)) for value in values if is_number(value)), default=0.0)


@dataclass(frozen=True)
class LegendEntry:
    """One class: its colour, what it holds, how many areas are in it; `is_missing` is hatched.

    With a `radius` (share of the largest) it is a circle of that size, and counts nothing.
    """

    color: str
    text: str
    count: int
    is_missing: bool = False
    radius: float = 0.0


@dataclass(frozen=True)
class Legend:
    """The key of a map; the counts add up to the number of areas. `note` says what dark means, or what a circle is."""

    entries: tuple[LegendEntry, ...]
    is_schematic: bool
    note: str = ""
