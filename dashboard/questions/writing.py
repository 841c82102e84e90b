"""What a question is understood to ask → the words that ask for just that."""

from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.selection import COMPARISONS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVEL_WORDS
from dashboard.questions.understood import (
    APART_WORDS,
    FORM_WORDS,
    ORDER_WORDS,
    WHEN_OF,
    Understood,
    area_word,
    span_word,
)


def written(warehouse: Warehouse, asked: Understood) -> str:
    """The words that ask for just that: `某村 2025年第三季度 办结率 同比`."""
    if asked.also:
        return _written_together(warehouse, asked)
    metric = asked.metric
    is_placed = asked.form in ("ranking", "parts", "standing", "trend")
    words = [
        *(area_word(warehouse, code) for code in asked.areas),
        *(span_word(span) for span in asked.spans),
        *(named_metric(name).label for name in asked.metrics),
        *_part_words(asked),
        *_left_out_words(warehouse, asked),
        LEVEL_WORDS.get(asked.level, ""),
        _order_word(asked) if is_placed else "",
        *(asked.bound.words("%" if asked.is_change else metric.unit) if asked.bound else ()),
        f"连续{asked.run}期" if asked.run else "",
        "是否" if asked.bound and asked.form == "figure" else "",
        *(f"{word}天" for word in (asked.late.words("天") if asked.late else ())),
        "占比" if asked.is_share else "",
        "合计" if asked.is_summed else "",
        "平均" if asked.is_averaged else "",
        APART_WORDS[asked.apart],
        _when_word(asked) if asked.form == "trend" and asked.bound else "",
        {"ranking": "" if asked.level else "排名"}.get(
            asked.form, "" if asked.bound else FORM_WORDS.get(asked.form, "")
        ),
        COMPARISONS[asked.comparison] + _change_word(asked) if asked.is_compared else "",
    ]
    return " ".join(filter(None, words))


def _change_word(asked: Understood) -> str:
    """Areas that are named are told by their figures, but where it is said that these rose."""
    return ("增长" if asked.form == "compare" else "变化") if asked.is_change else ""


def _written_together(warehouse: Warehouse, asked: Understood) -> str:
    """The same of several metrics with a bound each: `各园区 税收 高于500万 且 从业人员 高于0% 同比变化`."""
    first, *more = ((one.metric.label, *_bound_words(one)) for one in (asked, *asked.also))
    words = (
        *(area_word(warehouse, code) for code in asked.areas),
        *map(span_word, asked.spans),
        *_part_words(asked),
        LEVEL_WORDS.get(asked.level, ""),
        *first,
        *(word for one in more for word in ("且", *one)),
    )
    return " ".join(filter(None, words))


def _bound_words(asked: Understood) -> tuple[str, ...]:
    """The bound, for how many periods on end, and where it is of a change, against what."""
    return (
        *(asked.bound.words("%" if asked.is_change else asked.metric.unit) if asked.bound else ()),
        *((f"连续{asked.run}期",) if asked.run else ()),
        *((f"{COMPARISONS[asked.comparison]}变化",) if asked.is_change else ()),
    )


def _part_words(asked: Understood) -> tuple[str, ...]:
    if asked.parts or not asked.by or asked.left_out:
        return asked.parts
    return (f"按{dimension_label(asked.by, asked.metric.mart)}",)


def _left_out_words(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    names = asked.left_out if asked.by else tuple(area_word(warehouse, code) for code in asked.left_out)
    return ("不含", *names) if names else ()


def _when_word(asked: Understood) -> str:
    return f"{'首次 ' if asked.is_first else ''}{WHEN_OF[asked.span.grain]}"


def _order_word(asked: Understood) -> str:
    if asked.top and asked.order:
        return f"{'后' if asked.order == 'low' else '前'}{asked.top}"
    return ORDER_WORDS[asked.order]
