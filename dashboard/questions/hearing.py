"""The words of a question → what is said of each thing that can be asked: metrics, areas, times, dimensions, order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.metrics.periods import GRAINS, Grain
from dashboard.metrics.selection import COMPARISONS, Comparison
from dashboard.questions.lexicon import VAGUELY, Kind, Sense
from dashboard.questions.periods import Time
from dashboard.questions.segments import Segment

JOINING = frozenset("至到-")
# A word of several kinds is of the first that it has, where nothing before it says otherwise.
CHIEF: tuple[Kind, ...] = (
    "area", "metric", "comparison", "level", "by", "part", "trend", "grain", "high", "low", "best", "worst", "ranking",
    "sum", "definition", "here", "whole", "compared", "each", "enterprise", "page", "filler",
)  # fmt: skip
SPLITTING: tuple[Kind, ...] = ("by", "level", "grain")
ORDERS: tuple[Kind, ...] = ("high", "low", "best", "worst")


@dataclass
class Heard:
    """What a question says: each list in the order of its words; `joins` tells of each time whether 至 stands before it.

    `named` are the words for metrics.
    """

    metrics: list[tuple[Sense, ...]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    areas: list[tuple[Sense, ...]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    joins: list[bool] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    level: str = ""
    comparison: Comparison | None = None
    grain: Grain | None = None
    order: str = ""
    top: int = 0
    is_trend: bool = False
    is_ranking: bool = False
    is_definition: bool = False
    is_compared: bool = False
    is_whole: bool = False


def heard(found: Sequence[Segment]) -> Heard:
    """What the segments say."""
    said = Heard()
    is_firm = any(sense.weight > VAGUELY for one in found for sense in one.senses[:1] if sense.kind == "metric")
    before: Segment | None = None
    for one in found:
        if one.time is not None:
            said.joins.append(before is not None and before.text in JOINING)
            said.times.append(one.time)
        elif one.senses:
            is_split = before is not None and _kind(before, SPLITTING) in ("each", "ranking")
            _hear(said, one, _kind(one, SPLITTING if is_split or (is_firm and _is_vague(one)) else ()))
        before = one
    return said


def _is_vague(one: Segment) -> bool:
    """Whether it is a word for many metrics and for none in particular."""
    return max((sense.weight for sense in one.senses if sense.kind == "metric"), default=1.0) <= VAGUELY


def _kind(one: Segment, first: Sequence[Kind]) -> Kind | None:
    """The kind of word that a segment is, of `first` where it can be."""
    held = {sense.kind for sense in one.senses}
    return next((kind for kind in (*first, *CHIEF) if kind in held), None)


def _hear(said: Heard, one: Segment, kind: Kind | None) -> None:
    senses = tuple(sense for sense in one.senses if sense.kind == kind)
    value = senses[0].value if senses else ""
    if kind == "metric":
        said.metrics.append(senses)
        said.named.append(one.meant or one.text)
    elif kind == "area":
        said.areas.append(senses)
    elif kind == "by":
        said.dimensions.append(value)
    elif kind == "part":
        said.parts += [sense.value for sense in senses]
    elif kind == "level":
        said.level = value
    elif kind == "comparison":
        said.comparison = next((one for one in COMPARISONS if one == value), None)
    elif kind == "grain":
        said.grain = next((one for one in GRAINS if one == value), None)
    elif kind in ORDERS:
        said.order = str(kind)
        said.top = int(value) if value.isdecimal() else said.top
    elif kind is not None:
        said.is_trend |= kind == "trend"
        said.is_ranking |= kind == "ranking"
        said.is_definition |= kind == "definition"
        said.is_compared |= kind == "compared"
        said.is_whole |= kind == "whole"
