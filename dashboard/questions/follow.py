"""A question that goes on from the last one (那某村呢, 上季度呢) → what it does not say, taken over from that one."""

from collections.abc import Sequence

from dashboard.metrics.areas import area
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.heard import Heard
from dashboard.questions.placing import LEVELS_DOWN

LEADING, ENDING = ("那", "换成", "改成", "再看", "接着"), "呢"
# What asks of no metric at all.
WHOLE: tuple[str, ...] = ("meeting", "personal", "unsent", "target", "never", "definition")
METRIC = ("metrics", "named", "other_parts", "leads")
PLACE = ("areas", "left_out", "whole")
TIME = ("times", "joins", "against", "grain", "whole_time", "from_end")
SPLIT = ("parts", "part_words", "left_parts", "dimensions", "dimension_senses")
# What is asked of the figures, and of how many of them.
ORDER = (
    "orders",
    "top",
    "counted",
    "rising",
    "falling",
    "degree",
    "degree_word",
    "flags",
    "is_many",
    "is_unchanged",
    "is_first",
    "is_of_other",
)
TAKEN_OVER = "没有说的沿用上一问：{}"


def is_follow(text: str, said: Heard) -> bool:
    """Whether a question goes on from another one: it says so, or says nothing but when, how told apart or against what."""
    if any(kind in said.flags for kind in WHOLE):
        return False
    if text.startswith(LEADING) or text.endswith(ENDING):
        return True
    is_whole = said.metrics or said.areas or said.names or said.part_words or said.limits or said.denied
    return not is_whole and bool(
        said.times or said.comparison or said.dimensions or said.level or said.grain or said.orders
    )


def take_over(warehouse: Warehouse, said: Heard, earlier: Heard) -> None:
    """Fill in what the question does not say: metric, area, time, parts, order and bounds, each as a whole.

    Where it tells something apart itself, neither the parts nor the order of the other are meant.
    """
    is_apart = bool(said.level or said.dimensions)
    groups = [METRIC, PLACE, TIME, *(() if is_apart else (SPLIT, ("comparison",)))]
    if not is_apart and not _is_inside(warehouse, said, earlier.level):
        groups.append((*ORDER, "limits", "level", "metrics_before_level"))
    for names in groups:
        if not _says(said, names):
            _take(said, earlier, names)


def _says(said: Heard, names: Sequence[str]) -> bool:
    return any(getattr(said, name) not in (None, "", False, 0, [], {}) for name in names)


def _take(said: Heard, earlier: Heard, names: Sequence[str]) -> None:
    for name in names:
        setattr(said, name, getattr(earlier, name))


def _is_inside(warehouse: Warehouse, said: Heard, level: str) -> bool:
    """Whether the areas that are named hold none of the level that was told apart, so that they are asked for themselves."""
    if not (level and said.areas):
        return False
    named = [LEVELS_DOWN.index(area(warehouse, senses[0].value).level) for senses in said.areas]
    return max(named) >= LEVELS_DOWN.index(LEVELS[level][0])
