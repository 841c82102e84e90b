"""The words of a question → what is said of each thing that can be asked: metrics, areas, times, dimensions, order."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.metrics.periods import GRAINS, Grain
from dashboard.metrics.selection import COMPARISONS, Comparison
from dashboard.questions.bounds import Amount, Limit
from dashboard.questions.lexicon import VAGUELY, Kind, Sense
from dashboard.questions.periods import Time
from dashboard.questions.segments import Segment
from dashboard.questions.words import LISTING_WORDS, LONGEST_WORDS, MANY_WORDS, REST, UNIT_WORDS, YEAR_BEFORE

JOINING = frozenset("至到-")
# A word of several kinds is of the first that it has, where nothing beside it says otherwise.
CHIEF: tuple[Kind, ...] = (
    "area", "metric", "comparison", "level", "list", "by", "part", "trend", "grain", "high", "low", "best", "worst", "rising",
    "falling", "standing", "ranking", "sum", "average", "share", "why", "definition", "target", "meeting", "personal",
    "except", "none", "here", "whole", "compared", "each", "degree", "count", "enterprise", "page", "filler",
)  # fmt: skip
SPLITTING: tuple[Kind, ...] = ("by", "level", "grain")
# Beside a plain metric a word for many metrics is a part or a dimension where it can be one.
FURTHER: tuple[Kind, ...] = (*SPLITTING, "part")
ORDERS: tuple[Kind, ...] = ("high", "low", "best", "worst")
FLAGS: tuple[Kind, ...] = (
    "trend", "ranking", "definition", "compared", "whole", "standing", "sum", "average", "share", "why", "target",
    "meeting", "personal", "list", "here",
)  # fmt: skip
# Between 除 and what is left out stand these, and no others.
LEFT_OUT: tuple[Kind, ...] = ("area", "part", "by", "compared", "filler", "each", "level")
NOTHING = Amount(0, 1, "")


@dataclass
class Heard:
    """What a question says: each list in the order of its words; `joins` tells of each time whether 至 stands before it.

    `named` are the words for metrics, `other_parts` the parts that each of them may be as well, `flags` the words of asking by kind; `left_out` are the areas and parts after 除,
    `denied` the words of denying that nothing follows from, `degree` the side of 多 or 少 beside who or where.
    """

    metrics: list[tuple[Sense, ...]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    other_parts: list[tuple[str, ...]] = field(default_factory=list)
    areas: list[tuple[Sense, ...]] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    joins: list[bool] = field(default_factory=list)
    against: list[bool] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    dimension_senses: list[tuple[str, ...]] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    part_words: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    limits: list[Limit] = field(default_factory=list)
    left_out: list[tuple[Sense, ...]] = field(default_factory=list)
    left_parts: list[str] = field(default_factory=list)
    denied: list[str] = field(default_factory=list)
    flags: dict[Kind, list[str]] = field(default_factory=dict)
    orders: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    level: str = ""
    comparison: Comparison | None = None
    grain: Grain | None = None
    top: int = 0
    counted: str = ""
    units: list[str] = field(default_factory=list)
    is_many: bool = False
    is_longest: bool = False
    comparisons: list[str] = field(default_factory=list)
    is_year_before: bool = False
    nothing: str = ""
    degree: str = ""
    degree_word: str = ""
    rising: str = ""
    falling: str = ""

    def says(self, kind: Kind) -> bool:
        """Whether a word of that kind was said."""
        return kind in self.flags

    @property
    def is_split(self) -> bool:
        """Whether areas or parts are told apart."""
        return bool(self.level or self.dimensions or self.says("ranking"))

    @property
    def is_firm(self) -> bool:
        """Whether a metric is named by more than a word for many."""
        return any(senses[0].weight > VAGUELY for senses in self.metrics)

    @property
    def is_asking(self) -> bool:
        """Whether something is asked of a metric that nobody named: an order, a change, a time, who or where."""
        return bool(self.is_split or self.orders or self.rising or self.falling or self.comparison or self.times)

    @property
    def order(self) -> str:
        """The side that is asked for; none where both are."""
        told = dict.fromkeys(self.orders)
        if not told and self.degree and (self.is_split or len(self.areas) > 1):
            return self.degree
        return next(iter(told)) if len(told) == 1 else ""


def heard(found: Sequence[Segment]) -> Heard:
    """What the segments say."""
    said = Heard()
    is_firm = any(sense.weight > VAGUELY for one in found for sense in one.senses[:1] if sense.kind == "metric")
    without, none, before = "", "", None
    for place, one in enumerate(found):
        kind = _meant(one, before, found[place + 1 :], is_firm=is_firm)
        if without and one.senses:
            kind = "filler" if one.text in REST else _kind(one, ("area", "part"))
        if one.time is not None:
            said.joins.append(before is not None and before.text in JOINING)
            said.against.append(before is not None and _kind(before, ()) == "compared")
            said.times.append(one.time)
        elif one.limit is not None:
            said.limits.append(one.limit)
        elif kind in ("except", "none"):
            said.denied.append(one.text)
            without, none = (one.text, "") if kind == "except" else ("", one.text)
        elif none and kind == "metric":
            said.nothing, none = none, ""
            _hear(said, one, kind)
        elif without and kind in ("area", "part"):
            _leave_out(said, one, kind)
            if without in said.denied:
                said.denied.remove(without)
        elif one.senses:
            without = without if kind in LEFT_OUT else ""
            # 没有 is 有 without what follows, however much stands between.
            none = none if kind in ("filler", "each") else ""
            _hear(said, one, kind)
            said.is_year_before |= one.text in YEAR_BEFORE and not _is_against(before, found[place + 1 :])
            said.is_many |= kind == "level" and before is not None and before.text in MANY_WORDS
        else:
            without = none = ""
        before = one
    _settle(said)
    return said


def _settle(said: Heard) -> None:
    """What only all words together tell: who has nothing of it, and that the longest late are asked for one by one."""
    if said.nothing and (said.level or said.dimensions):
        said.limits.append(Limit(said.nothing, NOTHING, NOTHING, has_low=True, has_high=True))
        said.denied.remove(said.nothing)
    if not said.is_split and LONGEST_WORDS.issuperset(said.flags.get("high", ("",))):
        said.orders.remove("high")
        said.flags["list"] = said.flags.pop("high")
        said.is_longest = True


def _meant(one: Segment, before: Segment | None, after: Sequence[Segment], *, is_firm: bool) -> Kind | None:
    """The kind of word that a segment is beside its neighbours."""
    is_split = before is not None and _kind(before, SPLITTING) in ("each", "ranking")
    if is_split:
        return _kind(one, SPLITTING)
    following = next((other for other in after if _kind(other, ()) != "filler"), None)
    is_by = following is not None and _kind(following, SPLITTING) == "by"
    if is_by and _kind(one, ()) == "list":
        return "ranking"
    if _lists(one, after):
        return "list"
    # 快递小哥 before 上报, 企业 before 渠道: one of what is told apart so.
    if is_by and _kind(one, ()) != "area":
        return _kind(one, ("part",))
    if one.text in REST:
        return "filler"
    return _kind(one, FURTHER if is_firm and _is_vague(one) else ())


def _is_against(before: Segment | None, after: Sequence[Segment]) -> bool:
    """Whether a word for a time a year ago is what something is compared with: 和去年同期比, 去年同期对比."""
    beside = (before, next((one for one in after if _kind(one, ()) != "filler"), None))
    return any(one is not None and _kind(one, ()) in ("compared", "comparison", "rising", "falling") for one in beside)


def _lists(one: Segment, after: Sequence[Segment]) -> bool:
    """Whether it asks for the single things of what follows: 哪些事件, 哪20件."""
    following = next((other for other in after if _kind(other, ()) != "filler"), None)
    return one.text in LISTING_WORDS and following is not None and _kind(following, ()) in ("metric", "count")


def _is_vague(one: Segment) -> bool:
    """Whether it is a word for many metrics and for none in particular."""
    return max((sense.weight for sense in one.senses if sense.kind == "metric"), default=1.0) <= VAGUELY


def _kind(one: Segment, first: Sequence[Kind]) -> Kind | None:
    """The kind of word that a segment is, of `first` where it can be."""
    held = {sense.kind for sense in one.senses}
    return next((kind for kind in (*first, *CHIEF) if kind in held), None)


def _leave_out(said: Heard, one: Segment, kind: Kind) -> None:
    senses = tuple(sense for sense in one.senses if sense.kind == kind)
    if kind == "area":
        said.left_out.append(senses)
    else:
        said.left_parts += [sense.value for sense in senses]


def _hear(said: Heard, one: Segment, kind: Kind | None) -> None:
    senses = tuple(sense for sense in one.senses if sense.kind == kind)
    value = senses[0].value if senses else ""
    if kind == "metric":
        said.metrics.append(senses)
        said.named.append(one.meant or one.text)
        said.other_parts.append(tuple(sense.value for sense in one.senses if sense.kind == "part"))
    elif kind == "area":
        said.areas.append(senses)
    elif kind == "by":
        said.dimensions.append(value)
        said.dimension_senses.append(tuple(sense.value for sense in senses))
    elif kind == "part":
        said.parts += [sense.value for sense in senses]
        said.part_words.append((one.text, tuple(sense.value for sense in senses)))
    elif kind == "level":
        said.level = value
    elif kind == "comparison":
        said.comparison = next((one for one in COMPARISONS if one == value), None)
        said.comparisons.append(value)
    elif kind == "grain":
        said.grain = next((one for one in GRAINS if one == value), None)
    elif kind in ORDERS:
        said.orders.append(str(kind))
        said.top = int(value) if value.isdecimal() else said.top
    elif kind == "count":
        said.counted, said.top = one.text, said.top or int(value)
    elif kind in ("rising", "falling"):
        _changing(said, one.text, kind, value)
    elif kind == "degree":
        said.degree, said.degree_word = value, one.text
    elif kind == "filler":
        said.units += [unit for unit in UNIT_WORDS if one.text.endswith(unit)]
    elif kind in ("enterprise", "page"):
        said.names.append(one.text)
    if kind in (*FLAGS, *ORDERS, "level"):
        said.flags.setdefault(kind, []).append(one.text)


def _changing(said: Heard, text: str, kind: Kind, value: str) -> None:
    """A word for a change, with the comparison that it names."""
    if kind == "rising":
        said.rising = text
    else:
        said.falling = text
    said.comparison = next((one for one in COMPARISONS if one == value), said.comparison)
