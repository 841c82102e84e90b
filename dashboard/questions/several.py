"""The words of a question that is two → where the second begins: 哪个村事件最多，哪个村办结率最低."""

from collections.abc import Sequence

from dashboard.questions.neighbours import kind_of
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind

# What a metric is asked for by: where, when and which before it, in which order and against what mostly behind it.
BEFORE = frozenset({"area", "time", "which"})
BEHIND = frozenset({"time", "high", "low", "comparison"})
ROLES: dict[Kind | None, str] = {
    "area": "area",
    "level": "which",
    "ranking": "which",
    "high": "high",
    "low": "low",
    "best": "high",
    "worst": "low",
    "comparison": "comparison",
}
BEGINNING: tuple[Kind, ...] = ("compared", "each", "filler")


def second_begins(found: Sequence[Segment]) -> int:
    """The place of the first segment of a second question; 0 where one thing is asked, of however many areas and metrics."""
    if any(kind_of(one) == "definition" for one in found):
        return 0
    metrics = [place for place, one in enumerate(found) if kind_of(one) == "metric"]
    for first, second in zip(metrics, metrics[1:], strict=False):
        begins = _between(found, first, second)
        if begins:
            return begins
    return 0


def _between(found: Sequence[Segment], first: int, second: int) -> int:
    before, between, behind = found[:first], found[first + 1 : second], found[second + 1 :]
    is_same = found[first].senses[0].value == found[second].senses[0].value
    repeated = BEFORE & _roles(before).keys() & _roles(between).keys()
    differing = _differing(between, behind) if not _roles(before).keys() & BEHIND else frozenset[str]()
    if is_same:
        return _start(found, first, second, repeated) if repeated and differing else 0
    if repeated:
        return _start(found, first, second, repeated)
    return _behind(found, first, second) if differing else 0


def _roles(told: Sequence[Segment]) -> dict[str, str]:
    """The roles that are played, each with the word that plays it last."""
    roles = {("time" if one.time else ROLES.get(kind_of(one), "")): one.text for one in told}
    return {role: text for role, text in roles.items() if role}


def _differing(between: Sequence[Segment], behind: Sequence[Segment]) -> frozenset[str]:
    """What is said behind both, in other words: 最高 and 最低, 同比 and 环比."""
    ours, theirs = _roles(between), _roles(behind)
    is_turned = ("high" in ours and "low" in theirs) or ("low" in ours and "high" in theirs)
    told = {role for role in ("time", "comparison") if role in ours and role in theirs and ours[role] != theirs[role]}
    return frozenset((*told, *(("order",) if is_turned else ())))


def _start(found: Sequence[Segment], first: int, second: int, repeated: frozenset[str]) -> int:
    """The first word before the second metric that says again what was said before the first, with what leads to it."""
    place = next(place for place in range(first + 1, second) if repeated & _roles(found[place : place + 1]).keys())
    while place - 1 > first and kind_of(found[place - 1]) in BEGINNING:
        place -= 1
    return place


def _behind(found: Sequence[Segment], first: int, second: int) -> int:
    """What stands right before the second metric and only leads to it."""
    place = second
    while place - 1 > first and kind_of(found[place - 1]) in BEGINNING:
        place -= 1
    return place
