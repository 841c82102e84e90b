"""What a question says and its reading has no use for → words that name it, so that nothing is left out in silence."""

from collections.abc import Iterator, Sequence

from dashboard.metrics.catalogue import METRICS, dimension_label
from dashboard.metrics.selection import COMPARISONS
from dashboard.questions.aliases import LOOSE, UNRANKED
from dashboard.questions.covering import without_held
from dashboard.questions.heard import Heard
from dashboard.questions.neighbours import ORDERS
from dashboard.questions.normal import pair, uncounted, unended
from dashboard.questions.running import UNBOUND_RUN, why_no_run
from dashboard.questions.senses import VAGUELY, Kind
from dashboard.questions.single import MATTERS
from dashboard.questions.times import is_flow
from dashboard.questions.understood import MOST_AREAS, Understood, span_word
from dashboard.questions.unheld import UNHELD_TIMES
from dashboard.questions.words import (
    FORESEEN,
    MEASURES,
    PER_WORDS,
    PLACE_ENDINGS,
    SOFT_TARGET_WORDS,
    SPEED_WORDS,
    TIMES_WORDS,
)
from dashboard.views.leads import LISTS

RUNNING, YEARS = "连续", "去上"
DAYS_ASKED = frozenset(("哪天", "是哪天", "哪一天"))
# What a word for a share ends in.
MEASURED_BY = ("率", "占比", "比例", "比重")
PERSONAL = "系统不登记个人姓名和联系方式"
TWO_METRICS = "不能按一个指标比另一个多或少来筛选，没有作答；请把两个指标分开问"
DENIED = "带“{}”的条件没有办法照办，没有作答；可以改问不带它的，或指明区域、类别"
OF_TIME = "一个时期占“{}”的比重没有计算，没有作答；可以分别问两个时期"
UNTIMED = "报表按月、季、年报送，没有“{}”的数，没有作答"
NARROWED = "没有认出“{}”，它可能改变所问的数，没有作答；不带它的问题见下"
TWO_BOUNDS = "一次只能按一个指标筛选，没有作答；请把{}分开问"
LONG_RATE = "“{}”不能把“{}”合在一起排列，没有作答；可以问其中一期"
NO_SPEED = "“{}”是件数，说不出快慢，没有作答；可以问多少，或平均办结时长"
UP_AND_DOWN = "“{}”和“{}”不能同时用于一个指标，没有作答；请写明各是哪个指标的"
LONG_CHANGE = "不能按“{}”里各期的变化筛选，没有作答；可以问其中一期的同比或环比"
UNTAKEN = "没有按“{}”筛选，列出的是全部"
NO_TURNS = "不能按“{}”找出时期，没有作答；各期的变化见趋势"
UNPLACED = "所看的区域不在某一个“{}”里，没有作答；请写出名称"
ALIKE = "叫这个名称的区域有 {} 个，没有作答；请写明在哪个村或园区"
NO_TIMES = "最高是最低的几倍没有计算，没有作答；可以问相差多少，或点名两个区域问几倍"
NO_GAP = "与“{}”差多少没有计算，没有作答"
NOT_OF_IT = "“{}”不是“{}”能分的部分，没有作答；不带它的问题见下"
FROM_END = "“{}”只能用于期末数，“{}”是当期累计的数，没有作答；可以问同比、环比或今年以来"
NEVER = "没有“{}”这个时期，没有作答"
UNBOUND = "“{}”的单位是“{}”，不能按“{}”筛选，没有作答"
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
    if why := why_no_run(said, asked):
        return why
    if said.holds_metrics and not asked.apart:
        return TWO_METRICS
    conditions = len([one for one in said.limits if not one.mean]), bool(said.rising) + bool(said.falling)
    if is_apart and len(asked.metrics) > 1 and (max(conditions) > 1 or all(conditions)):
        return TWO_BOUNDS.format("、".join(METRICS[name].label for name in asked.metrics))
    is_merged = is_apart and (asked.order or asked.bound) and not asked.span.is_single and not asked.is_change
    if is_merged and len(asked.spans) == 1 and metric.denominator is not None:
        return LONG_RATE.format(metric.label, span_word(asked.span))
    if is_apart and said.is_of_speed and metric.is_count and not asked.is_change:
        return NO_SPEED.format(metric.label)
    if is_apart and said.rising and said.falling:
        return UP_AND_DOWN.format(said.rising, said.falling)
    if is_apart and asked.is_change and not asked.span.is_single:
        return LONG_CHANGE.format(span_word(asked.span))
    if said.is_missed and asked.form != "target":
        return DENIED.format("没完成")
    if is_apart and asked.apart == "gap" and not TIMES_WORDS.isdisjoint(said.flags.get("gap", ())):
        return NO_TIMES
    if said.says("gap") and said.limits and is_apart:
        return NO_GAP.format("、".join(limit.text for limit in said.limits))
    if asked.form == "trend" and (days := [word for word in said.flags.get("when", ()) if word in DAYS_ASKED]):
        return UNTIMED.format("、".join(days))
    if asked.form != "definition" and (words := tuple(_parts(said, asked))):
        return NOT_OF_IT.format("、".join(words), asked.metric.label)
    if asked.form == "trend" and said.says("when") and (said.rising or said.falling) and not said.orders:
        return NO_TURNS.format(said.rising or said.falling)
    if said.alike and asked.form != "definition":
        return ALIKE.format(len(said.alike[0]))
    if said.unplaced:
        return UNPLACED.format("、".join(said.unplaced))
    if said.from_end and is_flow(metric) and (said.from_end[0] in YEARS or len(asked.spans) < 2):
        return FROM_END.format(said.from_end, metric.label)
    return ""


def is_placed_elsewhere(word: str) -> bool:
    """Whether an unknown word is called as a place is: the figures of no other place stand for it."""
    return len(word) > 1 and word.endswith(PLACE_ENDINGS)


def unused(said: Heard, asked: Understood) -> tuple[str, ...]:
    """The sentences that name what was said and not used."""
    found = () if asked.form == "definition" else (_metrics, _parts, _dimensions, _limits, _flags, _places)
    words = tuple(dict.fromkeys(word for find in found for word in find(said, asked)))
    named = (f"没有用上：{'、'.join(f'“{word}”' for word in words)}",) if words else ()
    return (*named, *_sentences(said, asked))


def _texts(asked: Understood) -> tuple[str, ...]:
    """What the metrics are called and how they are defined, in which a word may be said already."""
    metrics = [METRICS[name] for name in asked.metrics]
    split = (dimension_label(asked.by, asked.metric.mart),) if asked.by else ()
    return split + tuple(text for metric in metrics for text in (metric.label, metric.definition, metric.caliber))


def _metrics(said: Heard, asked: Understood) -> Iterator[str]:
    """Words for many metrics that gave way to a plain one, where that is not called by them, and metrics beyond the most."""
    texts = _texts(asked)
    for senses, word in zip(said.metrics, said.named, strict=True):
        is_asked = any(sense.value in asked.metrics for sense in senses)
        is_held = senses[0].weight <= VAGUELY and any(word in text for text in texts)
        is_named = not without_held(asked.metrics[0], (uncounted(word),))
        if not (is_asked or is_held or is_named or word in UNRANKED):
            yield word


def _parts(said: Heard, asked: Understood) -> Iterator[str]:
    """Parts that the metric does not have."""
    used, texts = {*asked.parts, *asked.left_out}, _texts(asked)
    labels = "、".join(one.label for one in METRICS.values() if one.mart == asked.metric.mart)
    own = {dimension.name for dimension in asked.metric.dimensions} if asked.parts or asked.left_out else set[str]()
    for word, values in said.part_words:
        told = {pair(value)[1] for value in values}
        # A part of another dimension of the metric: only one can be asked for.
        is_second = any(pair(value)[0] in own - {asked.by} for value in values) and word not in labels
        is_said = any(word in text for text in texts) or word in UNRANKED
        if not used & told and (is_second or not is_said):
            yield word


def _dimensions(said: Heard, asked: Understood) -> Iterator[str]:
    """Dimensions but for the one that is told apart, and what a part is one of."""
    if asked.by:
        label = dimension_label(asked.by, asked.metric.mart)
        told = zip(said.dimensions, said.dimension_senses, strict=True)
        yield from (word for word, senses in told if not any(sense in label for sense in senses))


def _limits(said: Heard, asked: Understood) -> Iterator[str]:
    if asked.bound is None and asked.late is None and asked.form not in ("ranking", "parts"):
        yield from (limit.text for limit in said.limits if not (limit.mean and asked.form == "standing"))
    if said.counted and not asked.top and not said.says("list"):
        yield said.counted


def _places(said: Heard, asked: Understood) -> Iterator[str]:
    """Levels beside the one that is told apart, and 本村 where none is shown."""
    yield from said.other_levels


def _flags(said: Heard, asked: Understood) -> Iterator[str]:
    """The words of asking that the form of the answer has no place for."""
    is_apart = asked.form in ("ranking", "parts")
    if asked.metric.is_count and not asked.is_change:
        yield from (word for words in said.flags.values() for word in words if word in SPEED_WORDS)
    kept: dict[Kind, bool] = {
        "share": asked.is_share or asked.apart == "ratio" or any(METRICS[name].unit == "%" for name in asked.metrics),
        "average": asked.is_averaged or any("平均" in text for text in _texts(asked)) or "均" in asked.metric.label,
        "sum": asked.is_summed or asked.form in ("figure", "trend"),
        "level": asked.form in ("ranking", "standing", "causes") or said.is_among,
        "gap": bool(asked.apart)
        or asked.form in ("compare", "target", "periods")
        or len(asked.parts) == 2
        or (asked.form == "figure" and bool(said.comparison) and said.comparison != "none"),
        "list": is_apart or asked.metrics[0] in (*LISTS, *MATTERS) or asked.form in ("compare", "target"),
        "standing": asked.form == "standing",
        "trend": asked.form in ("trend", "ranking", "parts"),
        "target": asked.form == "target" or SOFT_TARGET_WORDS.issuperset(said.flags.get("target", ())),
        "ranking": is_apart or asked.form in ("standing", "compare", "causes", "periods") or said.says("list"),
        **dict.fromkeys(
            ORDERS,
            is_apart or asked.form in ("standing", "compare", "periods") or said.says("list") or bool(asked.order),
        ),
    }
    for kind, is_kept in kept.items():
        yield from () if is_kept else said.flags.get(kind, ())


def _counted_by_share(said: Heard, asked: Understood) -> str:
    """The word of which it is asked how many there are, where only a share tells of it: 女党员 of 女党员占比."""
    if not asked.metric.is_share or asked.form == "definition" or said.says("share") or said.says("target"):
        return ""
    is_named = said.named and not any(word.endswith(MEASURED_BY) for word in said.named)
    is_in_it = any(word in asked.metric.label for word in said.named)
    return unended(asked.metric.label, MEASURED_BY) if is_named and is_in_it else ""


def _sentences(said: Heard, asked: Understood) -> Iterator[str]:
    """What is other than what was said, and why."""
    if said.from_end and is_flow(asked.metric):
        yield f"“{asked.metric.label}”是当期的数，“{said.from_end}”按{span_word(asked.span)}的比"
    if said.says("why") and asked.form not in ("causes", "definition"):
        yield f"“{asked.metric.label}”的增减不能分到各部分，不作归因"
    if asked.form == "ranking" and not said.level and UNRANKED.intersection((*said.named, *dict(said.part_words))):
        yield "企业的数多不公开，不按企业排名，列出的是区域；可以点名的企业见“企业名单”"
    for word in said.named:
        if LOOSE.get(word) == asked.metrics[0]:
            yield f"没有“{word}”的口径，给出的是“{asked.metric.label}”"
    if word := _counted_by_share(said, asked):
        yield f"没有“{word}”的数量口径，给出的是“{asked.metric.label}”"
    others = [COMPARISONS[one] for one in COMPARISONS if one in said.comparisons[:-1] and one != asked.comparison]
    if others and asked.form != "definition":
        yield f"一次只与一个时期比，没有列出{'、'.join(others)}"
    if len(asked.spans) > 1 and asked.form not in ("periods", "definition"):
        yield f"只列了{span_word(asked.span)}，其他时期请分开问"
    if len(said.areas) > MOST_AREAS:
        yield f"一次最多比较 {MOST_AREAS} 个区域，其余没有列出"
