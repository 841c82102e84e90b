"""Turns areas of a drawing into labels: inside where they fit, beside with a line where they do not, the ends first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

from dashboard.render.maps.circles import FittedCircle
from dashboard.render.maps.geometry import bounds, signed_area
from dashboard.render.maps.groups import number_of
from dashboard.render.maps.placing import Box, FittedArea, Room, around, is_inside, text_box, touches
from dashboard.text.formats import absence_word, is_number
from dashboard.views.maps import AreaShape, Point

LABEL_SIZE = 12
NO_CIRCLES: Mapping[str, FittedCircle] = MappingProxyType({})
# Of more areas than these only what is always told stands beside its area: lines would hide the map.
MOST_BESIDE = 60
DISTANCES = (2.0, 2.8, 3.6, 4.6, 5.8, 7.2, 9.0, 11.0, 13.0)
# Where fewer of the areas than this share hold their name and figure, numbers alone are read more easily than a mixture.
WHOLE_SHARE = 0.5


@dataclass(frozen=True)
class FittedLabel:
    """A text of one line or more around its middle, of the area of that code; one beside its area has a line to it."""

    code: str
    lines: tuple[str, ...]
    middle: Point
    leader: tuple[Point, Point] | None = None


def figure_text(shape: AreaShape) -> str:
    """The figure of an area, or the word for its absence."""
    return shape.text or ("" if is_number(shape.value) else absence_word(shape.value))


def _written(shape: AreaShape) -> tuple[str, ...]:
    return (shape.name, shape.text) if shape.text else (shape.name,)


def _shorter(shape: AreaShape) -> list[tuple[str, ...]]:
    """What may stand on an area instead of name and figure, best first: the name, the name on two lines, its number."""
    number = number_of(shape.name)
    return [(shape.name,), *_folded(shape), *([(number,)] if number else [])]


def _folded(shape: AreaShape) -> list[tuple[str, ...]]:
    """The name on two lines, where it is long enough for them."""
    half = (len(shape.name) + 1) // 2
    return [(shape.name[:half], shape.name[half:])] if len(shape.name) > 3 else []


def is_numbered(areas: Sequence[FittedArea], size: float) -> bool:
    """Whether most areas bear numbers and are so small that each is told by its number, and they by the name of their group."""
    numbered = [area for area in areas if number_of(area.shape.name)]
    if 2 * len(numbered) <= len(areas):
        return False
    return sum(_holds_all(area, size) for area in numbered) < WHOLE_SHARE * len(numbered)


def _holds_all(area: FittedArea, size: float) -> bool:
    lines = _written(area.shape)
    return any(is_inside(area, text_box(lines, size, middle)) for middle in area.points)


def _always(areas: Sequence[FittedArea], named: Collection[str]) -> set[str]:
    """The areas whose name and figure are told wherever there is room: those named, else the highest and the lowest.

    Of several that are equal the largest stands for all.
    """
    told = {area.shape.code for area in areas} & set(named)
    if len(told) > 1:
        return told
    known = [area for area in areas if is_number(area.shape.value)]
    ends = [
        max(known, key=lambda area: (sign * float(area.shape.value or 0), abs(signed_area(area.rings[0]))))
        for sign in (1, -1)
        if known
    ]
    return {area.shape.code for area in ends} | told


def place_labels(
    areas: Sequence[FittedArea],
    size: float,
    room: Room,
    named: Collection[str] = (),
    circles: Mapping[str, FittedCircle] = NO_CIRCLES,
    *,
    is_short: bool = False,
) -> tuple[FittedLabel, ...]:
    """Labels that do not lie on each other: the `named` areas or both ends first, then by size.

    A label stands inside its area, moved or shortened; one that would not fit stands beside it, with a line. With
    `is_short` numbers stand on all but the named. Where there are circles it stands on its own, or around one that it
    would hide, and on no other.
    """
    always = _always(areas, named)
    order = sorted(areas, key=lambda area: (area.shape.code not in always, -abs(signed_area(area.rings[0]))))
    # What is to be read first also finds its room first; those beside come once every area has had its turn inside.
    room.taken.extend(_disc(circle) for circle in circles.values())
    inside = {
        area.shape.code: _on_circle(area, size, room, circle)
        if (circle := circles.get(area.shape.code))
        else _inside(_texts(area.shape, is_whole=area.shape.code in always, is_short=is_short), area, size, room)
        for area in order
    }
    told = [area for area in order if area.shape.code in always or len(areas) <= MOST_BESIDE]
    beside = [_beside(area, areas, size, room) for area in told if inside[area.shape.code] is None]
    return tuple(label for label in (*inside.values(), *beside) if label)


def _texts(shape: AreaShape, *, is_whole: bool, is_short: bool) -> list[tuple[str, ...]]:
    """What may stand on an area, best first."""
    if is_whole:
        return [_written(shape), *((*lines, shape.text) for lines in _folded(shape) if shape.text)]
    number = number_of(shape.name)
    return [(number,)] if is_short and number else [_written(shape), *_shorter(shape)]


def _disc(circle: FittedCircle) -> Box:
    (x, y), half = circle.middle, circle.radius * 0.75
    return x - half, y - half, x + half, y + half


def _on_circle(area: FittedArea, size: float, room: Room, circle: FittedCircle) -> FittedLabel | None:
    lines = _written(area.shape)
    _, _, half, rise = text_box(lines, size, (0.0, 0.0))
    (x, y), own = circle.middle, _disc(circle)
    down, aside = circle.radius + rise, circle.radius + half
    on = [(x, y)] if circle.radius > rise else []
    middles = [*on, (x, y + down), (x, y - down), (x + aside, y), (x - aside, y)]
    others = Room(room.frame, [box for box in room.taken if box != own])
    middle = others.first((middle, text_box(lines, size, middle)) for middle in middles)
    if middle is None:
        return None
    room.taken.append(text_box(lines, size, middle))
    return FittedLabel(area.shape.code, lines, middle)


def _inside(texts: Sequence[tuple[str, ...]], area: FittedArea, size: float, room: Room) -> FittedLabel | None:
    """The first of the texts that the area holds, where no road runs through it if that can be had."""
    left, _, right, _ = bounds(area.rings[:1])
    # Most of thousands of areas hold no text at all, which a look at their width tells.
    fitting = [lines for lines in texts if 2 * text_box(lines, size, (0.0, 0.0))[2] <= right - left + 8]
    points = area.points if fitting else []
    for lines in fitting:
        held = []
        for (x, y), shift in product(points, (0.0, -0.7 * size, 0.7 * size)):
            middle = (x, y + shift)
            box = text_box(lines, size, middle)
            if is_inside(area, box) and room.holds(box):
                held.append((middle, box))
        if held:
            middle, box = next((place for place in held if room.is_clear(place[1])), held[0])
            room.taken.append(box)
            return FittedLabel(area.shape.code, lines, middle)
    return None


def _beside(area: FittedArea, areas: Sequence[FittedArea], size: float, room: Room) -> FittedLabel | None:
    """The label outside of its area, on no other area where that is possible."""
    point = area.points[0]
    lines = _written(area.shape)
    half = text_box(lines, size, (0.0, 0.0))[2]
    places = [(x + (half if x > point[0] else -half), y) for x, y in around(point, [size * far for far in DISTANCES])]
    outside = [place for place in places if not touches(areas, text_box(lines, size, place))]
    free = (place for place in (*outside, *places) if room.is_seen(*_leader(point, place, half)))
    middle = room.first((place, text_box(lines, size, place)) for place in free)
    if middle is None:
        return None
    leader = _leader(point, middle, half)
    room.leaders.append(leader)
    return FittedLabel(area.shape.code, lines, middle, leader)


def _leader(point: Point, middle: Point, half: float) -> tuple[Point, Point]:
    """The line from a point to the nearer side of a text so wide."""
    return point, (middle[0] + (-half if middle[0] > point[0] else half), middle[1])
