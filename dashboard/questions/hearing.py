"""The words of a question → what is said of each thing that can be asked: metrics, areas, times, dimensions, order."""

from collections.abc import Collection, Sequence

from dashboard.metrics.periods import GRAINS
from dashboard.metrics.selection import COMPARISONS
from dashboard.questions.heard import Heard
from dashboard.questions.neighbours import (
    ORDERS,
    asks_whether,
    holds_against,
    is_against,
    is_of_level,
    is_part_of_other,
    is_ranked,
    kind_among,
    leads_on,
    led_to,
    meant_kind,
    names_metric,
)
from dashboard.questions.on_end import running_for
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind
from dashboard.questions.settling import leave_out, settle, take_outside
from dashboard.questions.time_words import EACH_OF, ONE_BY_ONE, YEAR_BEFORE
from dashboard.questions.words import (
    MANY_WORDS,
    OUTSIDE,
    REST,
    UNIT_WORDS,
    UNWANTED_WORDS,
    WHETHER_WORDS,
)

ALL_THE_SAME = frozenset("都也")
MONTH = "月"
OF, THAN = "占", "比"
# What stands before it is what the rest is asked of: 规上企业里哪个行业税收最多.
INSIDE = frozenset(("里", "中", "里面", "里头", "当中", "之中"))
# 签约了没入驻 denies what follows; at the end it only asks.
DONE_OR_NOT = "了没"
JOINING = frozenset("至到-")
# Which level lies in which.
DEPTH = {"district": 0, "zone": 1, "park": 1, "village": 1, "factory": 1, "grid": 2}
FLAGS: tuple[Kind, ...] = (
    "trend", "ranking", "definition", "compared", "whole", "standing", "sum", "average", "share", "why", "target",
    "meeting", "personal", "responsible", "list", "here", "when", "gap", "never", "unsent",
)  # fmt: skip
# Between 除 and what is left out stand these, and no others.
LEFT_OUT: tuple[Kind, ...] = ("area", "part", "by", "compared", "filler", "each", "level")


def heard(found: Sequence[Segment], breaks: Collection[int] = ()) -> Heard:
    """What the segments say; `breaks` are the places between which a sign was typed."""
    said = Heard(is_of_other=any(is_part_of_other(*three) for three in zip(found, found[1:], found[2:], strict=False)))
    is_firm = names_metric(found)
    without, none, before = "", "", None
    for place, one in enumerate(found):
        kind = meant_kind(one, found[:place], found[place + 1 :], is_firm=is_firm)
        is_denied = before is not None and before.text in ALL_THE_SAME
        if kind == "none" and not is_denied and asks_whether(found, place):
            said.is_whether |= bool(said.limits) and place == len(found) - 1
            kind = "filler"
        if one.text in OUTSIDE and not without and before is not None:
            take_outside(said, before)
        if without and one.senses:
            kind = "filler" if one.text in REST else kind_among(one, ("area", "part"))
        if one.time is not None:
            said.joins.append(before is not None and before.text in JOINING)
            said.is_from_to |= said.joins[-1] or not JOINING.isdisjoint(one.text)
            said.whole_time = one.text if said.times and before is not None and before.text == OF else said.whole_time
            is_behind = before is not None and kind_among(before, ()) == "compared"
            said.against.append(is_behind or one.time.is_against)
            said.from_end = one.text if one.time.is_against else said.from_end
            said.times.append(one.time)
        elif one.limit is not None:
            said.limits.append(one.limit)
            said.is_whether |= one.limit.is_whether
        elif kind == "none" and before is not None and before.text in ALL_THE_SAME and said.metrics:
            # 一件超期都没有 denies what stands before it.
            said.denied.append(one.text)
            said.nothing = one.text
        elif kind in ("except", "none"):
            said.denied.append(one.text)
            without, none = (one.text, "") if kind == "except" else ("", one.text)
        elif kind == "page" and is_ranked(found[:place]):
            # 出席率最低的会议 asks for meetings, of which none is ranked.
            said.denied.append(one.text)
        elif (
            one.text in REST
            and not (without or said.left_out or said.left_parts)
            and is_of_level(found, place)
            or one.text == DONE_OR_NOT
            and leads_on(found, place, breaks)
        ):
            said.denied.append(one.text)
        elif none and kind == "metric":
            said.nothing, none = none, ""
            _hear(said, one, kind)
            said.leads.append(led_to(found, place, breaks))
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
            leave_out(said, one, kind)
            if without in said.denied:
                said.denied.remove(without)
        elif one.senses:
            without = without if kind in LEFT_OUT else ""
            if one.text in INSIDE and said.named and before is not None and kind_among(before, ()) == "metric":
                said.inside.append(said.named[-1])
            # 没有 is 有 without what follows, however much stands between.
            none = none if kind in ("filler", "each", "comparison") else ""
            _hear(said, one, kind)
            if kind == "metric":
                said.leads.append(led_to(found, place, breaks))
            if before is not None and before.text == THAN and holds_against(one, found[place + 1 :]):
                said.holds_metrics |= len(said.metrics) + len(said.dimensions) > 1
            said.is_year_before |= one.text in YEAR_BEFORE and not is_against(before, found[place + 1 :])
            said.is_of_metric |= kind == "metric" and before is not None and before.text == OF and len(said.metrics) > 1
            said.is_each |= one.text in ONE_BY_ONE or (kind == "grain" and one.text.startswith(EACH_OF))
            said.is_many |= kind == "level" and before is not None and before.text in MANY_WORDS
        else:
            without = none = ""
        before = one
    settle(said)
    return said


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
        said.against_grain = "month" if MONTH in one.text else said.against_grain
    elif kind in ("grain", "when"):
        said.grain = next((one for one in GRAINS if one == value), said.grain)
    elif kind in ORDERS:
        said.orders.append(str(kind))
        said.top = int(value) if value.isdecimal() else said.top
    elif kind == "count":
        said.counted, said.top = one.text, said.top or int(value)
    elif kind in ("rising", "falling"):
        _changing(said, one.text, kind, value)
    elif kind == "project":
        said.projects.append(value)
    elif kind == "run":
        said.run, said.run_grain = running_for(value) or (0, None)
    elif kind == "degree":
        said.degree, said.degree_word = value, one.text
    elif kind == "filler":
        said.is_whether |= one.text in WHETHER_WORDS
        said.units += [unit for unit in UNIT_WORDS if one.text.endswith(unit)]
    elif kind in ("enterprise", "page"):
        said.names.append(one.text)
        said.pages += [sense.value for sense in senses if kind == "page"]
        said.page_words |= {one.text: value} if kind == "page" else {}
    if kind in (*FLAGS, *ORDERS, "level"):
        said.flags.setdefault(kind, []).append(one.text)


def _hear_level(said: Heard, text: str, key: str) -> None:
    """Of several levels the first, or the inner one where nothing but that stands between: 各村各网格."""
    if not said.level:
        said.level, said.metrics_before_level = key, len(said.metrics)
    elif DEPTH[key] > DEPTH[said.level] and len(said.metrics) == said.metrics_before_level and not said.orders:
        said.outer_level, said.level = said.level, key
    elif key != said.level:
        said.other_levels.append(text)


def _changing(said: Heard, text: str, kind: Kind, value: str) -> None:
    """A word for a change, with the comparison that it names."""
    if kind == "rising":
        said.rising = text
    else:
        said.falling = text
    said.comparison = next((one for one in COMPARISONS if one == value), said.comparison)
