"""An area and a level → the areas of that level inside it, or inside the next around it that holds more than one."""

from dashboard.metrics.areas import Area, ancestors, children
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.understood import Understood

FEWEST = 2


def places_of(warehouse: Warehouse, asked: Understood) -> tuple[tuple[Area, ...], str]:
    """The areas of the level inside those that are asked for, and the area in which they were looked for.

    One is no ranking: where an area holds fewer than two, those inside the next around it that holds more.
    """
    found: dict[str, Area] = {}
    inside = asked.areas[0]
    for code in asked.areas:
        places, inside = held_around(warehouse, code, asked.level)
        found |= {place.area_code: place for place in places if not _is_left_out(warehouse, place, asked)}
    return tuple(found.values()), inside


def _is_left_out(warehouse: Warehouse, place: Area, asked: Understood) -> bool:
    """Whether the area, or one that it lies in, is left out."""
    around = (place.area_code, *(upper.area_code for upper in ancestors(warehouse, place.area_code)))
    return any(code in asked.left_out for code in around)


def held_in(warehouse: Warehouse, code: str, key: str) -> tuple[Area, ...]:
    """The areas of a level inside an area."""
    level, kind, _ = LEVELS[key]
    return tuple(
        place for place in children(warehouse, code, level) if place.is_in_scope and kind in ("", place.zone_kind)
    )


def held_around(warehouse: Warehouse, code: str, key: str) -> tuple[tuple[Area, ...], str]:
    """The areas of a level inside an area, or inside the next around it that holds more than one, and that area."""
    first: tuple[tuple[Area, ...], str] = ((), code)
    for around in (code, *(upper.area_code for upper in reversed(ancestors(warehouse, code)))):
        held = held_in(warehouse, around, key)
        if len(held) >= FEWEST:
            return held, around
        first = first if first[0] else (held, around)
    return first
