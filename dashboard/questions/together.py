"""A question with a condition on each of several metrics → one question for each, and the question that they make together."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.questions.neighbours import kind_of, meant_kind
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind
from dashboard.questions.understood import Understood

CONDITIONS: tuple[Kind, ...] = ("rising", "falling", "degree", "comparison", "run")
APART: tuple[Kind, ...] = ("level", "ranking", "by", "each")
JOINTS: tuple[Kind, ...] = ("filler", "compared", "each")
METRIC, CONDITION, NOTHING = "metric", "condition", "nothing"
TOGETHER = "一次只能按能同时查的条件筛选，没有作答；请把{}分开问"


def clauses(found: Sequence[Segment]) -> tuple[tuple[Segment, ...], ...]:
    """The segments of a question for each metric: its own words and what is said of all; none where not each has a condition."""
    roles = _roles(found)
    places = [place for place, role in enumerate(roles) if role]
    metrics = [place for place in places if roles[place] == METRIC]
    named = {found[place].senses[0].value for place in metrics}
    if len(metrics) < 2 or len(named) < len(metrics) or not any(kind_of(one) in APART for one in found):
        return ()
    while places and _is_comparison(found[places[0]]):
        places.pop(0)
    groups = _groups(places, roles)
    firm = [[place for place in group if _is_firm(found[place])] for group in groups]
    if of_all := _of_all(found, roles, places, metrics):
        return of_all
    if len(groups) != len(metrics) or not all(firm):
        return ()
    first, last = groups[0][0], groups[-1][-1]
    starts = [group[0] for group in groups] + [last + 1]
    shared = [*found[:first]], [*found[last + 1 :]]
    own = [_own(found, start, end, groups) for start, end in zip(starts, starts[1:], strict=False)]
    return tuple((*shared[0], *words, *shared[1]) for words in own)


def _of_all(
    found: Sequence[Segment], roles: Sequence[str], places: Sequence[int], metrics: Sequence[int]
) -> tuple[tuple[Segment, ...], ...]:
    """The question for each metric where one condition is of all: 总产值和税收都下降的园区."""
    conditions = [place for place in places if roles[place] == CONDITION]
    is_behind = bool(conditions) and conditions[0] > metrics[-1] and NOTHING not in roles
    between = [one for place, one in enumerate(found) if metrics[0] < place < metrics[-1] and place not in metrics]
    is_joined = all(kind_of(one) in JOINTS for one in between)
    is_one = any(_is_firm(found[place]) and kind_of(found[place]) != "degree" for place in conditions)
    if not (is_behind and is_joined and is_one):
        return ()
    return tuple(
        tuple(one for place, one in enumerate(found) if place not in metrics or place == own) for own in metrics
    )


def _roles(found: Sequence[Segment]) -> list[str]:
    """What each segment is for; 没有 before a metric is a condition of it."""
    roles = [_role(one, found[:place], found[place + 1 :]) for place, one in enumerate(found)]
    for place, one in enumerate(found[:-1]):
        if kind_of(one) == "none" and roles[place + 1] == METRIC:
            roles[place] = NOTHING
    return roles


def _role(one: Segment, told: Sequence[Segment], after: Sequence[Segment]) -> str:
    kind = kind_of(one)
    if one.limit is not None or kind in CONDITIONS:
        return CONDITION
    # 按阵地 tells sites apart, and counts none.
    return METRIC if kind == "metric" and meant_kind(one, told, after, is_firm=True) == "metric" else ""


def _is_comparison(one: Segment) -> bool:
    return one.limit is None and kind_of(one) == "comparison"


def _is_firm(one: Segment) -> bool:
    """Whether it is a condition by itself, and not only what is compared with what."""
    return one.limit is not None or kind_of(one) in ("rising", "falling", "degree", "none")


def _groups(places: Sequence[int], roles: Sequence[str]) -> list[list[int]]:
    """The places of each metric with those of its conditions, which stand all before or all behind it."""
    opening = CONDITION if places and roles[places[0]] == CONDITION else METRIC
    groups: list[list[int]] = []
    for before, place in zip((-1, *places), places, strict=False):
        is_same = before >= 0 and roles[before] == opening and opening != METRIC
        is_led = before >= 0 and roles[before] == NOTHING
        if not groups or roles[place] == NOTHING or (roles[place] == opening and not (is_same or is_led)):
            groups.append([])
        groups[-1].append(place)
    return [group for group in groups if len({roles[place] for place in group}) == 2]


def _own(found: Sequence[Segment], start: int, end: int, groups: Sequence[Sequence[int]]) -> list[Segment]:
    """The words of one metric without what only leads to the next."""
    last = next(group[-1] for group in groups if group[0] == start)
    behind = [one for one in found[last + 1 : end] if kind_of(one) not in JOINTS or one.is_unknown]
    return [*found[start : last + 1], *behind]


def together(asked: Sequence[Understood]) -> Understood | None:
    """One question of all, where each tells the same areas or parts of the same time apart by its own bound; None elsewhere."""
    first, *more = asked
    alike = {(one.form, one.level, one.by, one.parts, one.areas, one.left_out, one.spans) for one in asked}
    is_bound = all(
        one.bound is not None and not one.bound.mean and not one.late and len(one.metrics) == 1 for one in asked
    )
    is_plain = not any(one.is_share or one.is_summed or one.is_averaged or one.apart for one in asked)
    if len(alike) > 1 or first.form not in ("ranking", "parts") or not (is_bound and is_plain):
        return None
    return replace(first, also=tuple(replace(one, order="", top=0) for one in more), order="", top=0)
