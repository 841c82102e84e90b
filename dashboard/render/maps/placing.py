"""Boxes in a drawing that must not lie on each other, and where the next one still finds room."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from shapely import LineString, MultiLineString, Polygon, intersects, intersects_xy, prepare
from shapely import box as rectangle

from dashboard.render.maps.geometry import Edges, crossings, edges_of, label_points
from dashboard.render.widths import text_width
from dashboard.views.maps import AreaShape, Point

LINE_SPACING = 1.25
# The points of a closed ring: one that has fewer, since it is torn, stays at its first.
LEAST = 4
# Left, top, right and bottom.
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class FittedArea:
    """An area of the drawing; the first ring is its outline."""

    shape: AreaShape
    rings: tuple[tuple[Point, ...], ...]

    @cached_property
    def polygon(self) -> Polygon:
        """The rings as a polygon that is asked often."""
        outline, *holes = (ring + ring[:1] * (LEAST - len(ring)) for ring in self.rings)
        polygon = Polygon(outline, holes)
        prepare(polygon)
        return polygon

    @cached_property
    def edges(self) -> Edges:
        """The edges of all rings."""
        return edges_of(self.rings)

    @cached_property
    def points(self) -> list[Point]:
        """The points well inside at which a label is tried, the best one first."""
        return label_points(self.rings)


@dataclass
class Room:
    """The frame of a drawing, what is taken of it already, and the lines that a text had better not lie on.

    `leaders` lead from a point to a text beside it; nothing lies on them and none crosses another.
    """

    frame: Box
    taken: list[Box] = field(default_factory=list)
    lines: MultiLineString = field(default_factory=MultiLineString)
    leaders: list[tuple[Point, Point]] = field(default_factory=list)

    def holds(self, box: Box) -> bool:
        """Whether the box lies in the frame and on nothing that is taken."""
        left, top, right, bottom = self.frame
        is_inside = left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom
        return is_inside and self.is_free(box)

    def is_free(self, box: Box) -> bool:
        """Whether the box lies on nothing that is taken, and on no leader."""
        is_taken = any(
            box[0] < one[2] and one[0] < box[2] and box[1] < one[3] and one[1] < box[3] for one in self.taken
        )
        return not is_taken and not MultiLineString(self.leaders).intersects(rectangle(*box))

    def is_clear(self, place: Box) -> bool:
        """Whether no line runs through the box."""
        return not self.lines.intersects(rectangle(*place))

    def is_seen(self, start: Point, end: Point) -> bool:
        """Whether a line from one point to the other crosses nothing that is taken, and no leader."""
        line = LineString([start, end])
        return not line.intersects(MultiLineString(self.leaders)) and not any(
            line.crosses(rectangle(*box)) for box in self.taken
        )

    def first(self, boxes: Iterable[tuple[Point, Box]]) -> Point | None:
        """The first place whose box still finds room, which it takes; None where none does."""
        return self._taken(next(((place, box) for place, box in boxes if self.holds(box)), None))

    def clearest(self, boxes: Iterable[tuple[Point, Box]]) -> Point | None:
        """As `first`, through whose box no line runs if that can be had."""
        held = [(place, box) for place, box in boxes if self.holds(box)]
        return self._taken(next((one for one in held if self.is_clear(one[1])), held[0] if held else None))

    def _taken(self, found: tuple[Point, Box] | None) -> Point | None:
        if found is None:
            return None
        self.taken.append(found[1])
        return found[0]


def text_box(lines: Sequence[str], size: float, middle: Point) -> Box:
    """The box of a text of some lines around its middle, with a pixel beside it."""
    half = max(text_width(line, 100) for line in lines) * size / 200 + 1
    rise = len(lines) * size * LINE_SPACING / 2
    return middle[0] - half, middle[1] - rise, middle[0] + half, middle[1] + rise


def is_inside(area: FittedArea, box: Box) -> bool:
    """Whether a box lies inside an area but for a few pixels at its sides."""
    left, top, right, bottom = box
    for level in (top + 2, (top + bottom) / 2, bottom - 2):
        found = crossings(area.edges, level)
        if not any(start - 4 <= left and right <= end + 4 for start, end in zip(found[::2], found[1::2], strict=True)):
            return False
    return True


def covers(areas: Sequence[FittedArea], point: Point) -> bool:
    """Whether the point lies on one of the areas."""
    return bool(intersects_xy([area.polygon for area in areas], *point).any())


def around(point: Point, distances: Sequence[float], directions: int = 16) -> Iterable[Point]:
    """Places around a point, the nearest first, from the right on."""
    for distance in distances:
        for turn in range(directions):
            angle = math.tau * turn / directions
            yield point[0] + distance * math.cos(angle), point[1] + distance * math.sin(angle)


def touches(areas: Sequence[FittedArea], box: Box) -> bool:
    """Whether an area reaches into the box."""
    return bool(intersects([area.polygon for area in areas], rectangle(*box)).any())
