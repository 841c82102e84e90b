"""What a question was understood to ask → its parts as words, each with what it can be changed to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from dashboard.metrics.areas import ancestors, children
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import Grain, shift
from dashboard.metrics.selection import COMPARISONS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVEL_WORDS
from dashboard.questions.levels import levels_in
from dashboard.questions.nearest import relatives
from dashboard.questions.spans import Span
from dashboard.questions.understood import ORDER_WORDS, Understood, area_word, span_word
from dashboard.questions.writing import written

MOST = 16
PERIODS: dict[Grain, int] = {"month": 12, "quarter": 8, "two_quarters": 4, "three_quarters": 4, "year": 4}
LENGTHS: dict[Grain, tuple[int, ...]] = {
    "month": (6, 12, 24),
    "quarter": (4, 8, 12),
    "two_quarters": (3, 5),
    "three_quarters": (3, 5),
    "year": (3, 5),
}


Way = Callable[[], Understood]


@dataclass(frozen=True)
class Part:
    """One thing that was understood: what it is called, and the words that can stand there, with the question for each.

    `chosen` is the word that stands there now. A question is written when it is asked for: there are a hundred.
    """

    name: str
    chosen: str
    ways: Mapping[str, Callable[[], str]]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can stand there."""
        return tuple(self.ways)

    def question(self, word: str) -> str:
        """The question with that word there; empty for a word that cannot stand there."""
        return self.ways[word]() if word in self.ways else ""


def parts(warehouse: Warehouse, asked: Understood) -> tuple[Part, ...]:
    """The parts in the order in which they are said; of a definition only the metric."""
    every = _every(warehouse, asked)
    return tuple(part for part in every if part.name == "指标") if asked.form == "definition" else every


def _every(warehouse: Warehouse, asked: Understood) -> tuple[Part, ...]:
    return (
        _part(
            warehouse,
            "区域",
            "、".join(area_word(warehouse, code) for code in asked.areas),
            asked,
            _areas(warehouse, asked),
        ),
        _part(warehouse, "时期", "、".join(map(span_word, asked.spans)), asked, _times(asked)),
        _part(warehouse, "指标", "、".join(named_metric(name).label for name in asked.metrics), asked, _metrics(asked)),
        _part(warehouse, "分组", _split_word(asked), asked, _splits(warehouse, asked)),
        *(
            (_part(warehouse, "对比", COMPARISONS[asked.comparison], asked, _comparisons(asked)),)
            if asked.is_compared
            else ()
            if asked.form == "periods"
            else (_part(warehouse, "顺序", ORDER_WORDS[asked.order] or "不论", asked, _orders(asked)),)
        ),
    )


def _part(warehouse: Warehouse, name: str, chosen: str, asked: Understood, found: Iterator[tuple[str, Way]]) -> Part:
    ways: dict[str, Callable[[], str]] = {chosen: partial(written, warehouse, asked)}
    for word, way in found:
        ways.setdefault(word, partial(_written, warehouse, way))
    return Part(name, chosen, ways)


def _written(warehouse: Warehouse, way: Way) -> str:
    return written(warehouse, way())


def with_metric(asked: Understood, name: str) -> Understood:
    """The same question of another metric, without what that one has not."""
    metric = METRICS[name]
    is_kept = asked.by in {dimension.name for dimension in metric.dimensions}
    spans = tuple(span if span.grain in metric.grains else span.by(metric.grain) for span in asked.spans)
    others = (other for other in asked.metrics[1:] if other != name)
    within = asked.bound if asked.is_change or metric.unit == asked.metric.unit else None
    moved = replace(asked, metrics=(name, *others), spans=spans, bound=within)
    return moved if is_kept or not asked.by else replace(moved, by="", parts=(), left_out=(), form="figure")


def _metrics(asked: Understood) -> Iterator[tuple[str, Way]]:
    for name in _beside(asked.metrics[0]):
        yield METRICS[name].label, partial(_with_first, asked, name)


def _with_first(asked: Understood, name: str) -> Understood:
    return with_metric(replace(asked, metrics=(name,)), name)


@cache
def _beside(first: str) -> tuple[str, ...]:
    """The metrics that may stand for one: those that bear its name, and those of its theme."""
    theme = (metric.name for metric in METRICS.values() if metric.theme == METRICS[first].theme)
    return tuple(dict.fromkeys((*relatives(METRICS[first].label), *theme)))


def _areas(warehouse: Warehouse, asked: Understood) -> Iterator[tuple[str, Way]]:
    for word, code in _around(warehouse, asked.areas[0]):
        yield word, partial(replace, asked, areas=(code,))


def _around(warehouse: Warehouse, code: str) -> tuple[tuple[str, str], ...]:
    """The areas inside, around and beside one, by the words for them: found once a version."""

    def found() -> tuple[tuple[str, str], ...]:
        above = [upper for upper in ancestors(warehouse, code) if upper.level != "镇"]
        beside = children(warehouse, above[-1].area_code) if above else ()
        places = [*children(warehouse, code)[:MOST], *reversed(above), *beside[:MOST]]
        return tuple(
            (area_word(warehouse, place.area_code), place.area_code)
            for place in places
            if place.is_in_scope or place.level == "市"
        )

    return warehouse.remember(("question-areas", code), found)


def _times(asked: Understood) -> Iterator[tuple[str, Way]]:
    last, grain = asked.span.last, asked.span.grain
    form = asked.form if asked.form not in ("trend", "periods") else "figure"
    for word, span in _spans(last, grain, PERIODS[grain]):
        yield word, partial(replace, asked, spans=(span,), form=form)
    if asked.form in ("figure", "trend", "parts", "compare"):
        long = asked.form if asked.form == "parts" else "trend"
        for length in LENGTHS[grain]:
            span = Span(shift(last, 1 - length), last)
            yield span_word(span), partial(replace, asked, spans=(span,), form=long)


@cache
def _spans(last: str, grain: Grain, count: int) -> tuple[tuple[str, Span], ...]:
    """So many single periods up to one, by the words for them."""
    spans = (Span(period, period) for period in (shift(last, -steps) for steps in range(count)))
    return tuple((span_word(span), span) for span in spans)


def _split_word(asked: Understood) -> str:
    if asked.form == "ranking":
        return LEVEL_WORDS[asked.level]
    label = next((one.label for one in asked.metric.dimensions if one.name == asked.by), "")
    return "、".join(asked.parts) or (f"按{label}" if label else "不分")


def _splits(warehouse: Warehouse, asked: Understood) -> Iterator[tuple[str, Way]]:
    split = replace(
        asked, by="", parts=(), left_out=(), level="", bound=None, is_change=False, is_summed=False, is_averaged=False
    )
    split = replace(split, is_share=False)
    plain = replace(split, form="figure", order="", top=0)
    single = replace(split, spans=(Span(asked.span.last, asked.span.last),))
    yield "不分", partial(replace, plain, form="figure" if asked.span.is_single else "trend")
    for dimension in asked.metric.dimensions:
        yield f"按{dimension.label}", partial(replace, split, by=dimension.name, form="parts", top=0)
    for key in levels_in(warehouse, asked.areas[0]):
        yield LEVEL_WORDS[key], partial(replace, single, level=key, form="ranking")


def _orders(asked: Understood) -> Iterator[tuple[str, Way]]:
    yield ORDER_WORDS["high"], partial(replace, asked, order="high")
    yield ORDER_WORDS["low"], partial(replace, asked, order="low")


def _comparisons(asked: Understood) -> Iterator[tuple[str, Way]]:
    for comparison, word in COMPARISONS.items():
        if comparison != "none" or not asked.is_change:
            yield word, partial(replace, asked, comparison=comparison)
