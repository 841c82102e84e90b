"""Names of metrics that begin with what is told apart → that as a word of its own before them: 哪个阵地使用率, 各岗位需求."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.neighbours import ORDERS, kind_among
from dashboard.questions.segment import Segment
from dashboard.questions.senses import Kind, Lexicon, Sense
from dashboard.questions.words import COUNTED

# 哪里 and 按 tell something else apart than what follows.
HEADING = frozenset(
    ("哪", "哪个", "哪些", "哪家", "哪一个", "哪几个", "哪一", "哪支", "各", "各项", "每", "各个", "每个")
)
# 哪项, 哪几家; 哪类岗位 asks for 岗位类别, and 哪种服务 for services.
KINDS, KIND = frozenset("种类"), "类别"
COUNTING = frozenset(COUNTED) | KINDS
APART: tuple[Kind, ...] = ("by", "level")
SHORTEST = 2


def with_heads(found: Sequence[Segment], known: Lexicon) -> tuple[Segment, ...]:
    """The segments with each such name as two: what is told apart, and the metric."""
    told: list[Segment] = []
    for place, one in enumerate(found):
        is_head = _is_headed(told)
        pieces = _headed(one, known) if is_head and kind_among(one, ()) == "metric" else [one]
        if is_head and pieces == [one] and _is_apart_alone(one, found[place + 1 :]):
            pieces = [replace(one, senses=_apart(one.senses))]
        if is_head and told[-1].text in KINDS and kind_among(pieces[0], APART) == "by":
            told[-1] = replace(told[-1], senses=(Sense("filler", told[-1].text),))
            pieces[0] = replace(pieces[0], senses=_of_kind(pieces[0], known))
        told += pieces
    return tuple(told)


def _is_headed(told: Sequence[Segment]) -> bool:
    """Whether what is told apart comes next, however it is counted: 哪个, 哪几项."""
    place = len(told) - 1
    while place > 0 and told[place].text in COUNTING:
        place -= 1
    return place >= 0 and told[place].text in HEADING


def _headed(one: Segment, known: Lexicon) -> list[Segment]:
    word = one.meant or one.text
    for end in range(len(word) - SHORTEST, 0, -1):
        senses = _apart(known.words.get(word[:end], ()))
        if senses and (word[end:] in known.words or word[end:] == METRICS[one.senses[0].value].unit):
            begins = min(one.start + end, one.end)
            return [Segment(one.start, begins, word[:end], senses), replace(one, start=begins)]
    return [one]


def _is_apart_alone(one: Segment, behind: Sequence[Segment]) -> bool:
    """Whether what is headed names a metric only as it is told apart, and what comes first or last: 哪项服务来的人最多."""
    is_both = kind_among(one, ()) == "metric" and any(sense.kind == "by" for sense in one.senses)
    is_other = any(kind_among(other, ()) == "metric" for other in behind)
    return is_both and not is_other and any(kind_among(other, ()) in ORDERS for other in behind)


def _of_kind(one: Segment, known: Lexicon) -> tuple[Sense, ...]:
    """The kinds of what is told apart, where these are told apart too; else that itself."""
    return _apart(known.words.get(one.text + KIND, ())) or _apart(one.senses)


def _apart(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    return tuple(sense for sense in senses if sense.kind in APART)
