"""The words of a question → what is said of each thing that can be asked: metrics, areas, times, dimensions, order."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dashboard.metrics.periods import GRAINS, Grain
from dashboard.metrics.selection import COMPARISONS, Comparison
from dashboard.questions.bounds import NOUGHT, Limit
from dashboard.questions.lexicon import VAGUELY, Kind, Sense
from dashboard.questions.periods import Time
from dashboard.questions.segments import Segment
from dashboard.questions.words import (
    FIRST_TIME,
    LISTING_WORDS,
    LONGEST_WORDS,
    MANY_WORDS,
    OUTSIDE,
    RATE_WORDS,
    REST,
    UNIT_WORDS,
    UNWANTED_WORDS,
    WHETHER_WORDS,
    YEAR_BEFORE,
)

WHO = frozenset("谁")
OF, BEING = "占", frozenset(("是", "为", "相当于"))
JOINING = frozenset("至到-")
# Which level lies in which.
DEPTH = {"district": 0, "zone": 1, "park": 1, "village": 1, "factory": 1, "grid": 2}
# A word of several kinds is of the first that it has, where nothing beside it says otherwise.
CHIEF: tuple[Kind, ...] = (
    "never", "area", "metric", "comparison", "level", "list", "by", "part", "trend", "grain", "high", "low", "best", "worst", "rising",
    "falling", "standing", "when", "gap", "unsent", "ranking", "sum", "average", "share", "why", "definition", "target", "meeting", "personal",
    "except", "none", "here", "whole", "compared", "each", "degree", "count", "enterprise", "page", "unheld", "filler",
)  # fmt: skip
SPLITTING: tuple[Kind, ...] = ("by", "level", "grain")
# Beside a plain metric a word for many metrics is a part or a dimension where it can be one.
FURTHER: tuple[Kind, ...] = (*SPLITTING, "part")
ORDERS: tuple[Kind, ...] = ("high", "low", "best", "worst")
FLAGS: tuple[Kind, ...] = (
    "trend", "ranking", "definition", "compared", "whole", "standing", "sum", "average", "share", "why", "target",
    "meeting", "personal", "list", "here", "when", "gap", "never", "unsent",
)  # fmt: skip
# Between 除 and what is left out stand these, and no others.
LEFT_OUT: tuple[Kind, ...] = ("area", "part", "by", "compared", "filler", "each", "level")


@dataclass
class Heard:
    """What a question says: each list in the order of its words; `joins` tells of each time whether 至 stands before it.

    `named` are the words for metrics, `other_parts` the parts that each of them may be as well, `flags` the words of asking by kind; `left_out` are the areas and parts after 除,
    `denied` the words of denying that nothing follows from, `degree` the side of 多 or 少 beside who or where. `leads` has for
    each word for a metric the metric that it leads to without a break, `whole` the level of 全镇, `unplaced` such words
    where no place of it is shown, and `other_levels` the levels beside the one that is told apart. `is_among` tells that the
    areas that are named are themselves what is told apart, `is_missed` that a target was not reached, and `whole_time`
    of which time another is to be a part; `is_of_other` that one thing is a part of another (五金是服装的几成), `from_end`
    the word that holds it against the end of last year, `is_first` that it is asked when it was so first, `is_whether` whether it is so.
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
    pages: list[str] = field(default_factory=list)
    level: str = ""
    metrics_before_level: int = 0
    other_levels: list[str] = field(default_factory=list)
    whole: str | None = None
    unplaced: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    is_unchanged: bool = False
    is_among: bool = False
    is_missed: bool = False
    whole_time: str = ""
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
    is_of_other: bool = False
    from_end: str = ""
    is_first: bool = False
    is_whether: bool = False
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
    def is_rate_asked(self) -> bool:
        """Whether it is asked how much of something was done, and not what part of another it is."""
        return self.says("share") and RATE_WORDS.issuperset(self.flags["share"])

    @property
    def order(self) -> str:
        """The side that is asked for; none where both are."""
        told = dict.fromkeys(self.orders)
        if not told and self.degree and (self.is_split or len(self.areas) > 1):
            return self.degree
        return next(iter(told)) if len(told) == 1 else ""


def heard(found: Sequence[Segment], breaks: Collection[int] = ()) -> Heard:
    """What the segments say; `breaks` are the places between which a sign was typed."""
    said = Heard(is_of_other=any(_is_part_of_other(*three) for three in zip(found, found[1:], found[2:], strict=False)))
    is_firm = any(sense.weight > VAGUELY for one in found for sense in one.senses[:1] if sense.kind == "metric")
    without, none, before = "", "", None
    for place, one in enumerate(found):
        kind = _meant(one, found[:place], found[place + 1 :], is_firm=is_firm)
        if kind == "none" and _asks_whether(found, place):
            kind = "filler"
        if one.text in OUTSIDE and not without and before is not None:
            _outside(said, before)
        if without and one.senses:
            kind = "filler" if one.text in REST else _kind(one, ("area", "part"))
        if one.time is not None:
            said.joins.append(before is not None and before.text in JOINING)
            said.whole_time = one.text if said.times and before is not None and before.text == OF else said.whole_time
            is_behind = before is not None and _kind(before, ()) == "compared"
            said.against.append(is_behind or one.time.is_against)
            said.from_end = one.text if one.time.is_against else said.from_end
            said.times.append(one.time)
        elif one.limit is not None:
            said.limits.append(one.limit)
        elif kind in ("except", "none"):
            said.denied.append(one.text)
            without, none = (one.text, "") if kind == "except" else ("", one.text)
        elif none and kind == "metric":
            said.nothing, none = none, ""
            _hear(said, one, kind)
            said.leads.append(_led_to(found, place, breaks))
        elif none and kind == "target":
            said.is_missed = True
            said.denied.remove(none)
            none = ""
            _hear(said, one, kind)
        elif none and kind in ("rising", "falling"):
            said.is_unchanged = True
            said.denied.remove(none)
            none = ""
            _hear(said, one, kind)
        elif without in UNWANTED_WORDS and kind == "comparison":
            said.denied.remove(without)
            said.comparison, without = "none", ""
        elif without and kind in ("area", "part"):
            _leave_out(said, one, kind)
            if without in said.denied:
                said.denied.remove(without)
        elif one.senses:
            without = without if kind in LEFT_OUT else ""
            # 没有 is 有 without what follows, however much stands between.
            none = none if kind in ("filler", "each", "comparison") else ""
            _hear(said, one, kind)
            if kind == "metric":
                said.leads.append(_led_to(found, place, breaks))
            said.is_year_before |= one.text in YEAR_BEFORE and not _is_against(before, found[place + 1 :])
            said.is_many |= kind == "level" and before is not None and before.text in MANY_WORDS
        else:
            without = none = ""
        before = one
    _settle(said)
    return said


def _settle(said: Heard) -> None:
    """What only all words together tell: who has nothing of it, and that the longest late are asked for one by one."""
    said.is_first = any(word in told for told in said.flags.get("when", ()) for word in FIRST_TIME)
    if said.nothing and (said.level or said.dimensions):
        said.limits.append(Limit(said.nothing, NOUGHT, NOUGHT, has_low=True, has_high=True))
        said.denied.remove(said.nothing)
    # 谁拖得最久 asks for single matters as well, since no person is named.
    is_longest = LONGEST_WORDS.issuperset(said.flags.get("high", ("",)))
    if is_longest and not said.metrics and WHO.issuperset(said.flags.get("ranking", ("",))):
        said.flags.pop("ranking")
    if is_longest and not said.is_split:
        said.orders.remove("high")
        said.flags["list"] = said.flags.pop("high")
        said.is_longest = True


def _is_part_of_other(before: Segment, one: Segment, after: Segment) -> bool:
    """Whether 是 stands between what is asked for and another area or part."""
    return one.text in BEING and _kind(before, ()) == "metric" and _kind(after, ()) in ("area", "part")


def _asks_whether(found: Sequence[Segment], place: int) -> bool:
    """Whether a word of denying only asks: 高不高, 难不难, 缩小了没有."""
    rest = [one for one in found[place + 1 :] if _kind(one, ()) != "filler"]
    if place and not rest:
        return _kind(found[place - 1], ()) in ("filler", "rising", "falling", "target")
    return bool(place) and place + 1 < len(found) and found[place - 1].text[-1] == found[place + 1].text[0]


def _led_to(found: Sequence[Segment], place: int, breaks: Collection[int]) -> str:
    """The metric that follows without a sign between: in 劳资纠纷调解成功率 what is counted only says of what the rate is."""
    for before, one in pairwise(found[place:]):
        if before.end in breaks or before.end != one.start:
            return ""
        if one.text != "的":
            senses = [sense for sense in one.senses if sense.kind == "metric"]
            return senses[0].value if _kind(one, ()) == "metric" and senses else ""
    return ""


def _is_head(told: Sequence[Segment]) -> bool:
    """Whether what follows is what is told apart: after 哪个 and 各, and after 最高的 and 超过80%的."""
    if told and _kind(told[-1], SPLITTING) in ("each", "ranking"):
        return True
    if len(told) < 2 or told[-1].text != "的":
        return False
    return told[-2].limit is not None or _kind(told[-2], ()) in (*ORDERS, "rising", "falling")


def _meant(one: Segment, told: Sequence[Segment], after: Sequence[Segment], *, is_firm: bool) -> Kind | None:
    """The kind of word that a segment is beside its neighbours."""
    if _is_head(told):
        # 最高的季度 asks when, 各季度 for all of them.
        return "when" if told[-1].text == "的" and _kind(one, ()) == "grain" else _kind(one, SPLITTING)
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


def kind_of(one: Segment) -> Kind | None:
    """The kind of word that a segment is, whatever stands beside it."""
    return _kind(one, ())


def _leave_out(said: Heard, one: Segment, kind: Kind) -> None:
    senses = tuple(sense for sense in one.senses if sense.kind == kind)
    if kind == "area":
        said.left_out.append(senses)
    else:
        said.left_parts += [sense.value for sense in senses]


def _outside(said: Heard, before: Segment) -> None:
    """Take back what is said to be left out behind its name: 某村以外."""
    areas, parts = (tuple(sense for sense in before.senses if sense.kind == kind) for kind in ("area", "part"))
    if areas and said.areas[-1:] == [areas]:
        said.left_out.append(said.areas.pop())
    elif said.part_words and said.part_words[-1][0] == before.text:
        said.left_parts += said.part_words.pop()[1]
        said.parts = [value for value in said.parts if value not in {sense.value for sense in parts}]


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
        _hear_level(said, one.text, value)
    elif kind == "whole":
        said.whole = value
    elif kind == "comparison":
        said.comparison = next((one for one in COMPARISONS if one == value), None)
        said.comparisons.append(value)
    elif kind in ("grain", "when"):
        said.grain = next((one for one in GRAINS if one == value), said.grain)
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
        said.is_whether |= one.text in WHETHER_WORDS
        said.units += [unit for unit in UNIT_WORDS if one.text.endswith(unit)]
    elif kind in ("enterprise", "page"):
        said.names.append(one.text)
        said.pages += [sense.value for sense in senses if kind == "page"]
    if kind in (*FLAGS, *ORDERS, "level"):
        said.flags.setdefault(kind, []).append(one.text)


def _hear_level(said: Heard, text: str, key: str) -> None:
    """Of several levels the first, or the inner one where nothing but that stands between: 各村各网格."""
    if not said.level:
        said.level, said.metrics_before_level = key, len(said.metrics)
    elif DEPTH[key] > DEPTH[said.level] and len(said.metrics) == said.metrics_before_level and not said.orders:
        said.level = key
    elif key != said.level:
        said.other_levels.append(text)


def _changing(said: Heard, text: str, kind: Kind, value: str) -> None:
    """A word for a change, with the comparison that it names."""
    if kind == "rising":
        said.rising = text
    else:
        said.falling = text
    said.comparison = next((one for one in COMPARISONS if one == value), said.comparison)
