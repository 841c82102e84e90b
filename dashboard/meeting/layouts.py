"""The layouts of slides: which parts a slide of each has, and the box of each part, for every kind of document alike."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

# The page, in points.
WIDTH, HEIGHT, MARGIN = 960, 540, 36
WHOLE = WIDTH - 2 * MARGIN


@dataclass(frozen=True)
class Box:
    """A place on the page, in points from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Column:
    """Parts below each other in a box: `filling` takes the height that the others leave, at most `most` of theirs."""

    box: Box
    parts: tuple[str, ...]
    filling: str
    gap: float = 0
    most: Mapping[str, float] = field(default_factory=dict)


# Below the title, above the foot.
BODY = Box(MARGIN, 129, WHOLE, 357)
LAYOUTS: dict[str, tuple[Column, ...]] = {
    "cover": (Column(Box(MARGIN, 249, WHOLE, 237), ("facts",), "facts"),),
    "conclusion": (Column(BODY, ("remarks",), "remarks"),),
    "notes": (Column(BODY, ("facts",), "facts"),),
    "cards": (Column(BODY, ("cards", "first_remarks"), "cards", gap=6),),
    "chart": (
        Column(Box(MARGIN, 129, 537, 357), ("chart",), "chart"),
        Column(Box(603, 129, 321, 357), ("remarks",), "remarks"),
    ),
    "table": (Column(BODY, ("table", "remarks"), "table"),),
    "matter": (
        Column(Box(MARGIN, 129, 399, 357), ("facts", "remarks"), "facts", gap=18, most={"remarks": 126}),
        Column(Box(465, 129, 459, 357), ("progress", "nodes"), "nodes", gap=18),
    ),
    "map": (
        Column(Box(MARGIN, 129, 555, 357), ("map",), "map"),
        Column(Box(621, 129, 303, 357), ("legend", "remarks"), "remarks"),
    ),
}


class UnknownLayout(Exception):
    """A slide names a layout that there is not."""


class MissingDrawer(Exception):
    """A kind of document cannot draw a part that a layout has."""


def layout(name: str) -> tuple[Column, ...]:
    """The columns of a layout. Raises UnknownLayout."""
    if name not in LAYOUTS:
        raise UnknownLayout(f"there is no layout {name!r}; dashboard/meeting/layouts.py has {', '.join(LAYOUTS)}")
    return LAYOUTS[name]


def parts_of(name: str) -> frozenset[str]:
    """The parts that a slide of the layout may have. Raises UnknownLayout."""
    return frozenset(part for column in layout(name) for part in column.parts)


def check_drawers(drawn: Collection[str], module: str) -> None:
    """Raises MissingDrawer where the module of a document draws not every part of every layout."""
    for name in LAYOUTS:
        if missing := sorted(parts_of(name) - set(drawn)):
            raise MissingDrawer(f"{module} draws no {', '.join(missing)}, which the layout {name!r} has")


def placed(
    name: str,
    parts: Collection[str],
    height_of: Callable[[str, float], float],
    least_of: Callable[[str, float], float] = lambda part, width: 0,
) -> Iterable[tuple[str, Box]]:
    """The box of each part that the slide has, from its layout.

    `height_of` (part, width) is the height that a part needs which does not fill its column; `least_of` what the
    filling part needs at least, which the others leave to it.
    """
    for column in layout(name):
        there = [part for part in column.parts if part in parts]
        if not there:
            continue
        filling = column.filling if column.filling in there else there[-1]
        box = column.box
        gaps = column.gap * (len(there) - 1)
        room = box.height - gaps - least_of(filling, box.width)
        heights = {
            part: min(height_of(part, box.width), room, column.most.get(part, room))
            for part in there
            if part != filling
        }
        heights[filling] = box.height - gaps - sum(heights.values())
        top = box.top
        for part in there:
            yield part, Box(box.left, top, box.width, heights[part])
            top += heights[part] + column.gap
