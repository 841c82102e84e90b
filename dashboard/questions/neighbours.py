"""What kind of word a word is beside its neighbours: 哪些 lists, 占 asks for a share, 高不高 only asks."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.normal import pair
from dashboard.questions.segment import Segment
from dashboard.questions.senses import VAGUELY, Kind
from dashboard.questions.spoken import MOST_WORDS
from dashboard.questions.words import FROM, LISTING_WORDS, REST

# A word of several kinds is of the first that it has, where nothing beside it says otherwise.
CHIEF: tuple[Kind, ...] = (
    "never", "run", "project", "area", "metric", "comparison", "level", "list", "by", "part", "trend", "grain", "high", "low", "best", "worst", "rising",
    "falling", "standing", "when", "gap", "unsent", "ranking", "sum", "average", "share", "why", "definition", "target", "meeting", "personal",
    "except", "none", "here", "whole", "compared", "each", "degree", "count", "enterprise", "page", "unheld", "filler",
)  # fmt: skip
SPLITTING: tuple[Kind, ...] = ("by", "level", "grain")
# Beside a plain metric a word for many metrics is a part or a dimension where it can be one.
FURTHER: tuple[Kind, ...] = (*SPLITTING, "part")
ORDERS: tuple[Kind, ...] = ("high", "low", "best", "worst")
MORE_OR_LESS = frozenset("多少高低大小快慢")
# 办了 before 几场 tells that something was held, and of no matter that was closed.
HELD, TIMES_HELD = frozenset(("办了", "办")), ("场", "期", "次", "届")
BEING = frozenset(("是", "为", "相当于"))


def is_part_of_other(before: Segment, one: Segment, after: Segment) -> bool:
    """Whether 是 stands between what is asked for and another area or part."""
    return one.text in BEING and kind_among(before, ()) == "metric" and kind_among(after, ()) in ("area", "part")


def holds_against(one: Segment, after: Sequence[Segment]) -> bool:
    """Whether what stands after 比 is what a figure is to be more or less than: 岗位比求职登记多的."""
    return kind_among(one, ()) in ("metric", "by") and bool(after) and after[0].text[0] in MORE_OR_LESS


def asks_whether(found: Sequence[Segment], place: int) -> bool:
    """Whether a word of denying only asks: 高不高, 难不难, 缩小了没有."""
    rest = [one for one in found[place + 1 :] if kind_among(one, ()) != "filler"]
    if place and not rest:
        before = found[place - 1]
        is_done = before.limit is not None or (kind_among(before, ()) == "metric" and before.text.endswith("了"))
        return is_done or kind_among(before, ()) in ("filler", "rising", "falling", "target")
    return bool(place) and place + 1 < len(found) and found[place - 1].text[-1] == found[place + 1].text[0]


def led_to(found: Sequence[Segment], place: int, breaks: Collection[int]) -> str:
    """The metric that follows without a sign between: in 劳资纠纷调解成功率 what is counted only says of what the rate is."""
    for before, one in pairwise(found[place:]):
        if before.end in breaks or before.end != one.start:
            return ""
        if one.text != "的":
            senses = [sense for sense in one.senses if sense.kind == "metric"]
            return senses[0].value if kind_among(one, ()) == "metric" and senses else ""
    return ""


def _is_head(told: Sequence[Segment]) -> bool:
    """Whether what follows is what is told apart: after 哪个 and 各, and after 最高的 and 超过80%的."""
    if told and kind_among(told[-1], SPLITTING) in ("each", "ranking"):
        return True
    if len(told) < 2 or told[-1].text != "的":
        return False
    is_most = told[-2].text in MOST_WORDS
    return is_most or told[-2].limit is not None or kind_among(told[-2], ()) in (*ORDERS, "rising", "falling")


def is_ranked(told: Sequence[Segment]) -> bool:
    """Whether what follows is what an order is asked of: 最低的."""
    return len(told) > 1 and told[-1].text == "的" and kind_among(told[-2], ()) in ORDERS


def is_of_level(found: Sequence[Segment], place: int) -> bool:
    """Whether a level follows right behind a word: 其他片区."""
    return place + 1 < len(found) and kind_among(found[place + 1], ()) == "level"


def leads_on(found: Sequence[Segment], place: int, breaks: Collection[int]) -> bool:
    """Whether a metric follows right behind a word, without a sign between."""
    one, after = found[place], found[place + 1 : place + 2]
    return bool(after) and one.end not in breaks and kind_among(after[0], ()) == "metric"


def meant_kind(one: Segment, told: Sequence[Segment], after: Sequence[Segment], *, is_firm: bool) -> Kind | None:
    """The kind of word that a segment is beside its neighbours."""
    if _is_head(told):
        # 最高的季度 asks when, 各季度 for all of them.
        return "when" if told[-1].text == "的" and kind_among(one, ()) == "grain" else kind_among(one, SPLITTING)
    if told and told[-1].text in FROM:
        return kind_among(one, ("part",))
    following = next((other for other in after if kind_among(other, ()) != "filler"), None)
    is_by = following is not None and kind_among(following, SPLITTING) == "by"
    if is_by and kind_among(one, ()) == "list":
        return "ranking"
    if _lists(one, after):
        return "list"
    # 快递小哥 before 上报, 企业 before 渠道: one of what is told apart so.
    if is_by and kind_among(one, ()) != "area":
        return kind_among(one, ("part",))
    if one.text in REST or (one.text in HELD and after and after[0].text.endswith(TIMES_HELD)):
        return "filler"
    return kind_among(one, FURTHER if is_firm and _is_vague(one) else ())


def names_metric(found: Sequence[Segment]) -> bool:
    """Whether a metric is named by more than a word for many; 来自联席会议 tells who raised something, and 员工 whose 需求."""
    return any(
        sense.weight > VAGUELY
        for before, one in zip((None, *found), found, strict=False)
        for sense in one.senses[:1]
        if sense.kind == "metric" and not (before and before.text in FROM) and not _is_part_beside(one, found)
    )


def _is_part_beside(one: Segment, found: Sequence[Segment]) -> bool:
    """Whether a word is also a part of what another one counts."""
    columns = {pair(sense.value)[0] for sense in one.senses if sense.kind == "part"}
    metrics = (sense.value for other in found if other is not one for sense in other.senses if sense.kind == "metric")
    return any(dimension.name in columns for name in metrics for dimension in METRICS[name].dimensions)


def is_against(before: Segment | None, after: Sequence[Segment]) -> bool:
    """Whether a word for a time a year ago is what something is compared with: 和去年同期比, 去年同期对比."""
    beside = (before, next((one for one in after if kind_among(one, ()) != "filler"), None))
    return any(
        one is not None and kind_among(one, ()) in ("compared", "comparison", "rising", "falling") for one in beside
    )


def _lists(one: Segment, after: Sequence[Segment]) -> bool:
    """Whether it asks for the single things of what follows: 哪些事件, 哪20件."""
    following = next((other for other in after if kind_among(other, ()) != "filler"), None)
    return one.text in LISTING_WORDS and following is not None and kind_among(following, ()) in ("metric", "count")


def _is_vague(one: Segment) -> bool:
    """Whether it is a word for many metrics and for none in particular."""
    return max((sense.weight for sense in one.senses if sense.kind == "metric"), default=1.0) <= VAGUELY


def kind_among(one: Segment, first: Sequence[Kind]) -> Kind | None:
    """The kind of word that a segment is, of `first` where it can be."""
    held = {sense.kind for sense in one.senses}
    return next((kind for kind in (*first, *CHIEF) if kind in held), None)


def kind_of(one: Segment) -> Kind | None:
    """The kind of word that a segment is, whatever stands beside it."""
    return kind_among(one, ())
