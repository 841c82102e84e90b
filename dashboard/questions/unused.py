"""What a question says and its reading has no use for → words that name it, so that nothing is left out in silence."""

from collections.abc import Iterator

from dashboard.metrics.catalogue import METRICS, dimension_label
from dashboard.metrics.selection import COMPARISONS
from dashboard.questions.aliases import LOOSE, STILL_OPEN, UNRANKED
from dashboard.questions.covering import without_held
from dashboard.questions.heard import Heard
from dashboard.questions.neighbours import ORDERS
from dashboard.questions.normal import pair, uncounted, unended
from dashboard.questions.senses import VAGUELY, Kind
from dashboard.questions.single import MATTERS
from dashboard.questions.spoken import MOST_WORDS
from dashboard.questions.subject_words import only_names
from dashboard.questions.times import is_flow
from dashboard.questions.understood import MOST_AREAS, Understood, span_word
from dashboard.questions.words import (
    SOFT_TARGET_WORDS,
    SPEED_WORDS,
)
from dashboard.views.leads import LISTS
from dashboard.views.pages import page_of

# What a word ends in that says what became of something.
BECAME, ENDED = "了", ("办结", "解决", "完成", "销号")
# What a word for a share ends in.
MEASURED_BY = ("率", "占比", "比例", "比重")


def unused(said: Heard, asked: Understood) -> tuple[str, ...]:
    """The sentences that name what was said and not used."""
    found = () if asked.form == "definition" else (_metrics, parts_left, dimensions_left, _limits, _flags, _places)
    words = tuple(dict.fromkeys(word for find in found for word in find(said, asked)))
    named = (f"没有用上：{'、'.join(f'“{word}”' for word in words)}",) if words else ()
    taken = (f"“{word}”按“{asked.metric.label}”从高到低回答" for word in said.named if word in MOST_WORDS)
    return (*named, *taken, *_sentences(said, asked))


def _texts(asked: Understood) -> tuple[str, ...]:
    """What the metrics are called and how they are defined, in which a word may be said already."""
    metrics = [METRICS[name] for name in asked.metrics]
    split = (dimension_label(asked.by, asked.metric.mart),) if asked.by else ()
    return split + tuple(text for metric in metrics for text in (metric.label, metric.definition, metric.caliber))


def _metrics(said: Heard, asked: Understood) -> Iterator[str]:
    """Words for many metrics that gave way to a plain one, where that is not called by them, and metrics beyond the most."""
    texts, every = _texts(asked), list(zip(said.metrics, said.named, strict=True))
    for senses, word, led in zip(said.metrics, said.named, said.leads, strict=True):
        is_asked = led in asked.metrics or any(sense.value in asked.metrics for sense in senses)
        is_held = senses[0].weight <= VAGUELY and any(word in text for text in texts)
        is_named = not without_held(asked.metrics[0], (uncounted(word),))
        is_named |= only_names((senses, word), every) and METRICS[senses[0].value].theme == asked.metric.theme
        if not (is_asked or is_held or is_named or word in UNRANKED):
            yield word


def states_left(said: Heard, asked: Understood) -> Iterator[str]:
    """Words for what became of something, or of another page, which the metric does not say: 解决了, 没办, 就业."""
    says_it = any(word in METRICS[name].label for name in asked.metrics for word in ENDED)
    if asked.form != "definition" and not says_it:
        yield from (word for word in _metrics(said, asked) if word in STILL_OPEN or word.endswith(BECAME))
    if asked.form != "definition" and said.metrics:
        shown, texts = {page_of(METRICS[name]) for name in asked.metrics}, _texts(asked)
        yield from (
            word
            for word, page in said.page_words.items()
            if page not in shown and not any(word in text for text in texts)
        )


def parts_left(said: Heard, asked: Understood) -> Iterator[str]:
    """Parts that the metric does not have."""
    if not said.part_words:
        return
    used, texts, mart = {*asked.parts, *asked.left_out}, _texts(asked), asked.metric.mart
    labels = "、".join(one.label for one in METRICS.values() if one.mart == mart)
    own = {dimension.name for dimension in asked.metric.dimensions} if asked.parts or asked.left_out else set[str]()
    for word, values in said.part_words:
        told = {pair(value)[1] for value in values}
        # A part of another dimension of the metric: only one can be asked for.
        is_second = any(pair(value)[0] in own - {asked.by} for value in values) and word not in labels
        is_said = any(word in text for text in texts) or word in UNRANKED
        if not used & told and (is_second or not is_said):
            yield word


def dimensions_left(said: Heard, asked: Understood) -> tuple[str, ...]:
    """Dimensions but for the one that is told apart, and what a part is one of."""
    if not asked.by:
        return ()
    label = dimension_label(asked.by, asked.metric.mart)
    told = zip(said.dimensions, said.dimension_senses, strict=True)
    return tuple(dict.fromkeys(word for word, senses in told if not any(sense in label for sense in senses)))


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
        "share": asked.is_share
        or asked.apart == "ratio"
        # 低于95%的网格占比 asks for more than which ones they are.
        or (asked.bound is None and any(METRICS[name].unit == "%" for name in asked.metrics)),
        "average": asked.is_averaged
        or any("平均" in text for text in _texts(asked))
        or "均" in asked.metric.label
        or asked.metric.label.startswith("每"),
        "sum": asked.is_summed or asked.form in ("figure", "trend"),
        "level": asked.form in ("ranking", "standing", "causes") or said.is_among,
        "gap": bool(asked.apart)
        or asked.is_averaged
        or asked.form in ("compare", "target", "periods")
        or len(asked.parts) == 2
        or (asked.form == "figure" and bool(said.comparison) and said.comparison != "none"),
        "list": is_apart or asked.metrics[0] in (*LISTS, *MATTERS) or asked.form in ("compare", "target"),
        "standing": asked.form == "standing",
        "trend": asked.form in ("trend", "ranking", "parts"),
        "target": asked.form == "target" or SOFT_TARGET_WORDS.issuperset(said.flags.get("target", ())),
        "ranking": is_apart
        or asked.form in ("standing", "compare", "causes", "periods")
        or said.says("list")
        or bool(asked.apart),
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
    # 有多少人拿证 asks for a number, whatever the rate is called.
    is_in_it = any(word in asked.metric.label for word in said.named) or bool(said.units)
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
        yield f"一次最多比较{MOST_AREAS}个区域，其余没有列出"
