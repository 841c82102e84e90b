"""What a question asks that cannot be kept → why it is not answered, in words."""

from collections.abc import Sequence

from dashboard.metrics.catalogue import METRICS, dimension_label
from dashboard.questions.crossed import is_crossed
from dashboard.questions.heard import Heard
from dashboard.questions.normal import pair
from dashboard.questions.running import UNBOUND_RUN, why_no_run
from dashboard.questions.times import is_flow
from dashboard.questions.understood import Understood, span_word
from dashboard.questions.unheld import UNHELD_TIMES
from dashboard.questions.unused import dimensions_left, parts_left, states_left
from dashboard.questions.words import (
    FORESEEN,
    MEASURES,
    PER_WORDS,
    PLACE_ENDINGS,
    TIMES_WORDS,
    WORSE,
)

RUNNING, YEARS = "连续", "去上"
TIMES = ("天", "小时")
DAYS_ASKED = frozenset(("哪天", "是哪天", "哪一天"))
PERSONAL = "系统不登记个人姓名和联系方式"
TWO_METRICS = "不能按一个指标比另一个多或少来筛选，没有作答；请把两个指标分开问"
DENIED = "带“{}”的条件没有办法照办，没有作答；可以改问不带它的，或指明区域、类别"
OF_TIME = "一个时期占“{}”的比重没有计算，没有作答；可以分别问两个时期"
UNTIMED = "报表按月、季、年报送，没有“{}”的数，没有作答"
NARROWED = "没有认出“{}”，它可能改变所问的数，没有作答；不带它的问题见下"
TWO_BOUNDS = "一次只能按一个指标筛选，没有作答；请把{}分开问"
LONG_RATE = "“{}”不能把“{}”合在一起排列，没有作答；可以问其中一期"
NO_SPEED = "“{}”是件数，说不出快慢，没有作答；可以问多少，或平均办结时长"
NO_SPEED_OF_RATE = "“{}”不是时长，说不出快慢，没有作答；可以问高低，或平均办结时长"
UP_AND_DOWN = "“{}”和“{}”不能同时用于一个指标，没有作答；请写明各是哪个指标的"
LONG_CHANGE = "不能按“{}”里各期的变化筛选，没有作答；可以问其中一期的同比或环比"
UNTAKEN = "没有按“{}”筛选，列出的是全部"
NO_TURNS = "不能按“{}”找出时期，没有作答；各期的变化见趋势"
UNPLACED = "所看的区域不在某一个“{}”里，没有作答；请写出名称"
ALIKE = "叫这个名称的区域有{}个，没有作答；请写明在哪个村或园区"
NO_TIMES = "最高是最低的几倍没有计算，没有作答；可以问相差多少，或点名两个区域问几倍"
SINCE_ONE = "不能按与某一时期相比的变化筛选或排列，没有作答；可以问同比或环比，或分别问两个时期"
SHARE_MOVED = "占比的变化没有计算，没有作答；可以分别问两个时期的占比"
OF_WHOLE = "一个区域的一部分占“{}”的比重没有计算，没有作答；可以分别问两个数"
NO_GAP = "与“{}”差多少没有计算，没有作答"
NO_RATE = "“{}”占“{}”的比重没有计算，没有作答；请把两个指标分开问"
NO_MEAN = "“{}”没有说按什么平均，没有作答；可以问各网格、各村平均或平均每月"
CROSSED = "“{}”可以按区域和{}交叉列出，但不能再按其中的变化、占比、平均或范围筛选，没有作答；请只按一种分开问"
TWO_PARTS = "一次只能按一种分组筛选，没有作答；请把“{}”和其他条件分开问"
NOT_OF_IT = "“{}”不是“{}”能分的部分，没有作答；不带它的问题见下"
FROM_END = "“{}”只能用于期末数，“{}”是当期累计的数，没有作答；可以问同比、环比或今年以来"
NEVER = "没有“{}”这个时期，没有作答"
UNBOUND = "“{}”的单位是“{}”，不能按“{}”筛选，没有作答"
LEFT_OVER = "“{}”没有用上，它会改变所问的数，没有作答；不带它的问题见下"
UNHELD = "“{}”没有数据，也不作推算，没有作答"


def refused(said: Heard, unheld: Sequence[str], unknown: Sequence[str], *, has_metric: bool) -> str:
    """Why a question is not answered although it was understood; empty where it is."""
    has_firm = has_metric and said.is_firm
    if said.says("personal"):
        return PERSONAL
    if said.whole_time:
        return OF_TIME.format(said.whole_time)
    if said.says("never"):
        return NEVER.format("、".join(said.flags["never"]))
    if any(RUNNING in word for word in unheld):
        return UNBOUND_RUN
    if untimed := [word for word in unheld if word in UNHELD_TIMES]:
        return UNTIMED.format("、".join(untimed))
    # 企业利润 asks for what is not held, however much is told of 企业.
    is_beside = has_firm and FORESEEN.isdisjoint(unheld) and not said.has_condition
    missing = unheld if not is_beside and not said.says("definition") else ()
    missing = missing or [word for word in unknown if is_placed_elsewhere(word) or word in PER_WORDS]
    missing = missing or [word for word in unknown if word.endswith(MEASURES) and len(word) > 1 and not has_firm]
    if missing:
        return UNHELD.format("、".join(missing))
    # The opposite of what was asked is no answer.
    is_told = has_metric or not (said.says("target") or said.says("meeting"))
    return DENIED.format("、".join(dict.fromkeys(said.denied))) if is_told and said.denied else ""


def not_taken(said: Heard, asked: Understood) -> str:
    """Why a condition that was understood cannot be kept: it would be another question without it; empty where all can."""
    is_apart, metric = asked.form in ("ranking", "parts"), asked.metric
    if is_crossed(asked) and (
        asked.parts and asked.order or asked.is_narrowed or asked.is_summed or asked.is_averaged or asked.apart
    ):
        return CROSSED.format(metric.label, dimension_label(asked.by, metric.mart))
    if why := why_no_run(said, asked):
        return why
    if said.falling.startswith(WORSE) and metric.direction == "lower":
        return DENIED.format(said.falling)
    if said.holds_metrics and not asked.apart:
        return TWO_METRICS
    conditions = len([one for one in said.limits if not one.mean]), bool(said.rising) + bool(said.falling)
    if is_apart and len(asked.metrics) > 1 and (max(conditions) > 1 or all(conditions)):
        return TWO_BOUNDS.format("、".join(METRICS[name].label for name in asked.metrics))
    is_merged = is_apart and (asked.order or asked.bound) and not asked.span.is_single and not asked.is_change
    if is_merged and len(asked.spans) == 1 and metric.denominator is not None:
        return LONG_RATE.format(metric.label, span_word(asked.span))
    if is_apart and said.is_of_time and metric.unit not in TIMES and not asked.is_change and not asked.late:
        return (NO_SPEED if metric.is_count else NO_SPEED_OF_RATE).format(metric.label)
    if is_apart and said.rising and said.falling:
        return UP_AND_DOWN.format(said.rising, said.falling)
    if is_apart and asked.is_change and not asked.span.is_single:
        return LONG_CHANGE.format(span_word(asked.span))
    if said.is_missed and asked.form != "target":
        return DENIED.format("没完成")
    if is_apart and asked.apart == "gap" and not TIMES_WORDS.isdisjoint(said.flags.get("gap", ())):
        return NO_TIMES
    if is_apart and any(said.against):
        return SINCE_ONE
    if asked.is_share and asked.form == "ranking" and (said.rising or said.falling or said.comparison):
        return SHARE_MOVED
    if asked.is_share and asked.parts and said.whole is not None and said.areas:
        return OF_WHOLE.format("、".join(said.flags.get("whole", ())))
    if len(asked.parts) < 2 and asked.form != "definition" and (others := dimensions_left(said, asked)):
        return TWO_PARTS.format("、".join(others))
    if said.says("gap") and said.limits and is_apart:
        return NO_GAP.format("、".join(limit.text for limit in said.limits))
    if asked.form == "trend" and (days := [word for word in said.flags.get("when", ()) if word in DAYS_ASKED]):
        return UNTIMED.format("、".join(days))
    if asked.form != "definition" and (words := tuple(parts_left(said, asked))):
        told = NOT_OF_IT.format("、".join(words), metric.label)
        return TWO_PARTS.format("、".join(words)) if asked.parts and _is_part_of(said, asked, words) else told
    if asked.form == "trend" and said.says("when") and (said.rising or said.falling) and not said.orders:
        return NO_TURNS.format(said.rising or said.falling)
    if said.alike and asked.form != "definition":
        return ALIKE.format(len(said.alike[0]))
    if said.unplaced:
        return UNPLACED.format("、".join(said.unplaced))
    if words := tuple(states_left(said, asked)):
        return LEFT_OVER.format("、".join(words))
    if said.is_of_metric and len(asked.metrics) > 1:
        return NO_RATE.format(*(METRICS[name].label for name in asked.metrics[:2]))
    if said.says("average") and asked.form == "figure" and metric.adds_up and "平均" not in metric.definition:
        return NO_MEAN.format(metric.label)
    if said.from_end and is_flow(metric) and (said.from_end[0] in YEARS or len(asked.spans) < 2):
        return FROM_END.format(said.from_end, metric.label)
    return ""


def is_told_by(said: Heard, asked: Understood) -> bool:
    """Whether the dimension that is asked for is the one of which a part is asked for."""
    label = dimension_label(asked.by, asked.metric.mart) if asked.by else ""
    return all(any(sense in label for sense in senses) for senses in said.dimension_senses)


def _is_part_of(said: Heard, asked: Understood, words: Sequence[str]) -> bool:
    """Whether each of the words is a part that the metric has beside the one that is asked for."""
    own = {dimension.name for dimension in asked.metric.dimensions}
    held = {word for word, values in said.part_words if any(pair(value)[0] in own for value in values)}
    return held.issuperset(words)


def is_placed_elsewhere(word: str) -> bool:
    """Whether an unknown word is called as a place is: the figures of no other place stand for it."""
    return len(word) > 1 and word.endswith(PLACE_ENDINGS)
