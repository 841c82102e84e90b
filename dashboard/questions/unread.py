"""The words of a question of which nothing is known, or nothing is held → these words, whole, as they were typed."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.questions.segment import Segment
from dashboard.questions.senses import SHORT_AREA, VAGUELY
from dashboard.questions.time_words import TILL_WORDS
from dashboard.questions.times import is_flow
from dashboard.questions.words import LEFT_WORDS, MEASURES

# A single sign beside an unknown one is a piece of the same word, but for these.
OF_GRAMMAR = frozenset("的得了是有在和与跟及吗呢啊吧比按各每同")
# What each of something is called by, and what of it is counted by.
EACH_OF, COUNTED_AS = frozenset(("每", "每个")), frozenset("个家名人户件项处期场次支")
# 不 of 不公开 denies, however little is known of what follows.
HEARD_ALONE = frozenset(("metric", "none", "except"))
SIGNS = " -%"
# What the labels of what is left to be done begin with.
REMAINING = ("在办", "超期", "待盘活", "未", "用工缺口", "无进展", "受阻", "改期未结")
# 某某鞋业公司 is an enterprise, and no 公司 of the area that its name begins with.
FIRMS = frozenset(("公司", "厂家", "厂", "工厂", "企业"))
# Of single signs these tell another thing, where a verb tells the same of it.
NARROWING = frozenset("女男老新旧大小空待未非半内外低高兼率")


def whole(found: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments with unknown words whole: 合格率 is one, and no 格 of which it was torn stands for 网格."""
    kept: list[Segment] = []
    reached = -1
    for place, one in enumerate(found):
        if place <= reached:
            continue
        if not one.is_unknown:
            kept.append(one)
            continue
        first = place - 1 if _joins(found, place - 1, place) and kept else place
        reached = place
        while _joins(found, reached + 1, reached) or _is_bridge(found, reached + 1):
            reached += 1
        if first < place:
            kept.pop()
        pieces = found[first : reached + 1]
        kept.append(Segment(pieces[0].start, pieces[-1].end, "".join(piece.text for piece in pieces)))
    return tuple(kept)


def unread(found: Sequence[Segment]) -> tuple[str, ...]:
    """The words that nothing is known of or held, as they were typed."""
    words = (one.text.strip(SIGNS) for one in found if one.is_unknown or _is_unheld(one))
    return tuple(dict.fromkeys(filter(None, words)))


def is_asked_of_unheld(found: Sequence[Segment]) -> bool:
    """Whether a metric is asked for of what is not held: 亏损企业数, 小微企业税收, 企业利润."""
    firm = [one for one in found if one.senses[:1] and one.senses[0].kind == "metric"]
    joints = {one.start: one.end for one in found if one.text == "的"}
    return any(
        (_is_unheld(one) or _is_measure(one))
        and (joints.get(one.end, one.end) == other.start or (one.start == other.end and len(firm) == 1))
        for one in found
        for other in firm
    )


def narrowed(found: Sequence[Segment], unknown: Collection[str]) -> str:
    """A word that is still unknown with the piece of a label that it narrows: 建筑面积 is no 待盘活面积."""
    for before, one in pairwise(found):
        is_said_of_it = before.text in unknown and len(before.text) > 1 and before.end == one.start
        if is_said_of_it and one.senses[:1] and one.senses[0].kind == "metric" and one.senses[0].weight > VAGUELY:
            label = METRICS[one.senses[0].value].label
            if label.endswith(one.text) and label != one.text:
                return before.text + one.text
    return ""


def narrowing(found: Sequence[Segment], unknown: Collection[str], breaks: Collection[int]) -> str:
    """The first word that is still unknown and may narrow what is asked: 养鱼需求 is no 需求.

    Where a sign stands between, it is another word: 税收，鹮鹮. Behind the beginning of a name it is more of the name.
    """
    for place, one in enumerate(found):
        text = one.text.strip(SIGNS)
        if (
            not one.is_unknown
            or text not in unknown
            or not (len(text) > 1 or text in NARROWING or _is_end(found, place))
        ):
            continue
        before, after = found[place - 1 : place] if place else (), found[place + 1 : place + 2]
        beside = [other for other in (*before, *after) if {other.end, other.start} & ({one.start, one.end} - {*breaks})]
        is_of_name = any(_is_beginning(other) for other in before) and not any(other.text in FIRMS for other in after)
        if beside and not is_of_name:
            return text
    return ""


def told_otherwise(metric: Metric, unknown: Sequence[str]) -> tuple[str, ...]:
    """The unknown words but for those that say what the metric is: 还剩 of what is left to be done, 截至 of a state."""
    is_left = metric.is_count and metric.label.startswith(REMAINING)
    said = (*(LEFT_WORDS if is_left else ()), *(() if is_flow(metric) else TILL_WORDS))
    return tuple(word for word in unknown if word not in said)


def per_word(found: Sequence[Segment]) -> str:
    """What a figure is asked of each of, where that is counted and is no area, part or kind: 每家企业 of 每家企业的税收."""
    for place, one in enumerate(found):
        if one.text in EACH_OF:
            behind = next((at for at in range(place + 1, len(found)) if found[at].text not in COUNTED_AS), place)
            if _is_counted(found[behind]):
                return "".join(other.text for other in found[place : behind + 1])
    return ""


def _is_counted(one: Segment) -> bool:
    kinds = {sense.kind for sense in one.senses}
    counts = (METRICS[sense.value] for sense in one.senses if sense.kind == "metric")
    return kinds.isdisjoint(("level", "by", "area", "grain")) and any(metric.denominator is None for metric in counts)


def _is_end(found: Sequence[Segment], place: int) -> bool:
    """Whether a single sign ends a word that a metric is asked of: 室 of 会议室 before 使用率."""
    if not 0 < place < len(found) - 1:
        return False
    before, after = found[place - 1], found[place + 1]
    is_named = any(sense.kind in ("page", "by", "part", "metric", "meeting") for sense in before.senses[:1])
    return is_named and any(sense.kind == "metric" for sense in after.senses[:1])


def _is_beginning(one: Segment) -> bool:
    """Whether it is less than the short name of an area: 圆通 before 快递."""
    return any(sense.kind == "area" and sense.weight < SHORT_AREA for sense in one.senses[:1])


def unheld_words(found: Sequence[Segment]) -> tuple[str, ...]:
    """The words for what no form holds."""
    return tuple(dict.fromkeys(one.text for one in found if _is_unheld(one)))


def guessed_words(found: Sequence[Segment]) -> tuple[str, ...]:
    """What was read as another word than was typed, a sentence each."""
    return tuple(dict.fromkeys(f"“{one.text}”按“{one.meant}”理解" for one in found if one.is_guessed))


def _is_unheld(one: Segment) -> bool:
    return any(sense.kind == "unheld" for sense in one.senses[:1])


def _is_measure(one: Segment) -> bool:
    """Whether an unknown word is called as something measured is: 合格率 of 培训合格率 is no 培训."""
    return one.is_unknown and len(one.text) > 1 and one.text.endswith(MEASURES)


def _joins(found: Sequence[Segment], place: int, beside: int) -> bool:
    """Whether the segment at a place is a piece of the word that the one beside it is of."""
    if not 0 <= place < len(found):
        return False
    one, other = found[place], found[beside]
    if one.end != other.start and other.end != one.start:
        return False
    is_piece = (
        _is_small(one) and one.text not in OF_GRAMMAR and all(sense.kind not in HEARD_ALONE for sense in one.senses)
    )
    return one.is_unknown or (is_piece and other.is_unknown)


def _is_bridge(found: Sequence[Segment], place: int) -> bool:
    """Whether a single sign stands between two unknown ones."""
    if not 0 < place < len(found) - 1:
        return False
    before, one, after = found[place - 1 : place + 2]
    return _is_small(one) and after.is_unknown and before.end == one.start and one.end == after.start


def _is_small(one: Segment) -> bool:
    return len(one.text) == 1 and bool(one.senses) and one.time is None
