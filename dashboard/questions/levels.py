"""An area → the levels of which areas lie in it."""

from dashboard.metrics.areas import Area, area, children
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS


def levels_in(warehouse: Warehouse, code: str) -> tuple[str, ...]:
    """The levels of which areas lie in one: found once a version."""

    def found() -> tuple[str, ...]:
        held = {(place.level, kind) for place in _below(warehouse, code) for kind in ("", place.zone_kind)}
        return tuple(key for key, (level, kind, _) in LEVELS.items() if (level, kind) in held)

    return warehouse.remember(("question-levels", code), found)


def _below(warehouse: Warehouse, code: str) -> tuple[Area, ...]:
    found = [place for level in ("片区", "三区单元", "网格") for place in children(warehouse, code, level)]
    return tuple(place for place in found if place.is_in_scope) or (area(warehouse, code),)
