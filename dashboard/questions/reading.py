"""A question as it was typed → what it is understood to ask, the readings near to it, and what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from dashboard.metrics.areas import area, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, Grain, last_month, shift
from dashboard.metrics.selection import Comparison, Selection, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.bounds import Bound, bound
from dashboard.questions.choosing import chosen, of_parts, share_of, split_of, take_parts
from dashboard.questions.covering import FEW_MORE, covering, without_held
from dashboard.questions.hearing import Heard, heard, kind_of
from dashboard.questions.lexicon import Kind, lexicon
from dashboard.questions.nearest import nearest, relatives, without_guessed
from dashboard.questions.normal import breaks, normal
from dashboard.questions.periods import Clock, Span, spans
from dashboard.questions.placing import placed
from dashboard.questions.segments import Segment, segments
from dashboard.questions.several import second_begins
from dashboard.questions.understood import MOST_SPANS, Form, Order, Understood, span_word, written
from dashboard.questions.unread import guessed_words, is_asked_of_unheld, unheld_words, unread
from dashboard.questions.unused import refused, unused
from dashboard.questions.words import AND_WORDS, SOFT_TARGET_WORDS
from dashboard.tables.targets import targets
from dashboard.text.formats import period_label

MOST_NEAR = 6
# A word that more labels have than these says little.
MOST_SURE = 3
# What is usually asked for, where a question names all but the metric.
USUAL = ("events_accepted", "closure_rate", "overdue_open", "gross_output", "employees")
GRAIN_LENGTH: dict[Grain, int] = {"month": 12, "quarter": 8, "two_quarters": 5, "three_quarters": 5, "year": 5}
ROSE = Bound(low=0.0)
# What fell most is what changed least.
FALLING: dict[str, Order] = {"high": "low", "best": "low", "low": "high", "worst": "high"}


@dataclass(frozen=True)
class Read:
    """A question as it was read: `asked` where a metric was understood, `near` what else it may ask, surest first.

    `unknown` are the words that were not understood, `notes` what could not be taken as it was said; `refusal` says why
    a question that was understood is not answered. `levels` are the areas that are asked for without a metric.
    """

    text: str
    segments: tuple[Segment, ...]
    asked: Understood | None
    near: tuple[Understood, ...]
    areas: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...] = ()
    refusal: str = ""
    level: str = ""
    is_list: bool = False

    def asks(self, kind: Kind) -> bool:
        """Whether a word of that kind was said."""
        return any(sense.kind == kind for one in self.segments for sense in one.senses)


def read(warehouse: Warehouse, typed: str, here: Selection) -> Read:
    """The question as it is read on a page that shows `here`, which gives whatever is not said.

    Of two questions in one the first is read; the other is the nearest to it, and said so.
    """
    text = normal(typed)
    found = segments(text, lexicon(warehouse), clock(warehouse, here), breaks(typed))
    begins = second_begins(found)
    if not begins:
        return _read(warehouse, typed, found, here)
    behind = tuple(dropwhile(lambda one: kind_of(one) == "compared", found[begins:]))
    first, second = (_read(warehouse, typed, told, here) for told in (found[:begins], behind))
    if first.asked is None or second.asked is None:
        return _read(warehouse, typed, found, here)
    is_placed = any(sense.kind == "area" for one in found[begins:] for sense in one.senses[:1])
    other = second.asked if is_placed else replace(second.asked, areas=first.asked.areas)
    return replace(
        first,
        segments=found,
        near=tuple(dict.fromkeys((other, *first.near)))[:MOST_NEAR],
        unknown=(*first.unknown, *second.unknown),
        notes=(f"一次答一问，另一问请分开问：{written(warehouse, other)}", *first.notes),
    )


def _read(warehouse: Warehouse, typed: str, found: tuple[Segment, ...], here: Selection) -> Read:
    text, known, said = normal(typed), lexicon(warehouse), heard(found, breaks(typed))
    unknown = unread(found)
    places, left_out, others = placed(warehouse, said, here)
    take_parts(warehouse, said)
    # What was decided at a meeting is a list, not a figure.
    is_of_unheld = is_asked_of_unheld(found)
    candidates = () if (said.says("meeting") and not said.is_firm) or is_of_unheld else chosen(said)
    unheld = unheld_words(found)
    guessed = () if said.is_firm or not unknown or unheld else nearest(known, unknown)
    sure = [one.name for one in guessed if one.is_sure]
    if candidates:
        size = sum(map(len, (*unknown, *said.named))) + FEW_MORE
        sure = [name for name in sure if len(METRICS[name].label) <= size]
    # What a label alone has is understood, and of a word for many metrics the one that has the other word too.
    fitting = [name for name in sure if candidates and name in candidates[0]] or sure[:1]
    if candidates and fitting and len(sure) <= MOST_SURE:
        candidates = (tuple(dict.fromkeys((*fitting, *candidates[0]))),)
        unknown = without_guessed(known, unknown, fitting[0])
    elif not candidates and len(guessed) == len(sure) == 1:
        candidates = (tuple(sure),)
    is_by_parts = (
        not candidates
        and not guessed
        and not said.names
        and bool(said.part_words or said.left_parts or said.dimensions)
    )
    if is_by_parts:
        candidates = of_parts(warehouse, said)
    told_parts = () if is_by_parts else [word for word, _ in said.part_words]
    if len(candidates) == 1 and (fuller := covering(found, candidates[0][0], told_parts)):
        candidates, is_by_parts = ((*fuller, *(name for name in candidates[0] if name not in fuller)),), False
        unknown = without_held(fuller[0], unknown)
    refusal = refused(said, unheld, has_metric=bool(candidates))
    asking = Asking(warehouse, said, places, left_out, here)
    if not candidates or refusal:
        offered = [senses[0].value for senses in said.metrics] if is_of_unheld else [one.name for one in guessed]
        names = offered or list(USUAL if said.is_asking else ())
        near = tuple(_complete(asking, (name,))[0] for name in names[:MOST_NEAR])
        is_plain = not (said.orders or said.limits or said.rising or said.falling)
        level = said.level if is_plain and (said.areas or said.says("list") or said.is_many) else ""
        return Read(text, found, None, near, places, unknown, refusal=refusal, level=level)
    asked, notes = _complete(asking, tuple(dict.fromkeys(one[0] for one in candidates)))
    if is_by_parts:
        notes = (f"没有说指标，按“{asked.metric.label}”回答", *notes)
    near = _near(asking, asked, candidates, others)
    return Read(
        text,
        found,
        asked,
        near,
        places,
        unknown,
        (*guessed_words(found), *notes, *_ahead(asking, asked), *unused(said, asked)),
        is_list=said.says("list"),
    )


@dataclass(frozen=True)
class Asking:
    """What a question is read with: what it says, the areas that it means and leaves out, and where it is asked."""

    warehouse: Warehouse
    said: Heard
    places: tuple[str, ...]
    left_out: tuple[str, ...]
    here: Selection


def clock(warehouse: Warehouse, here: Selection) -> Clock:
    """From when 本季 and 去年 are counted."""
    return Clock(next(reversed(known_periods(warehouse, "month")), last_month(here.period)))


def _complete(asking: Asking, metrics: tuple[str, ...]) -> tuple[Understood, tuple[str, ...]]:
    """The question with all that was not said, and a word on what could not be taken as said."""
    warehouse, said, places = asking.warehouse, asking.said, asking.places
    metric = METRICS[metrics[0]]
    by, parts, left_parts, note = split_of(warehouse, metric, said)
    left_out = left_parts or (asking.left_out if not by else ())
    has_target = any(one.metric is metric for one in targets(warehouse))
    times, form = (
        _times(warehouse, metric, said, asking.here),
        _form(metric, said, by, parts, places, left_out, has_target=has_target),
    )
    if form in ("figure", "compare") and len(times) > 1:
        form = "periods"
    elif form in ("figure", "compare") and not times[0].is_single:
        form = "trend"
    comparison: Comparison = said.comparison or asking.here.comparison
    if form == "periods" and len(times) == 2 and _compares(said) and (between := _between(times)):
        form, comparison, times = "figure", between, (max(times, key=lambda span: span.last),)
    if said.says("share") and form == "figure" and len(metrics) == 1 and (share := share_of(metric)):
        metrics, metric = (share.name,), share
    is_told_apart = form in ("ranking", "parts")
    is_change = is_told_apart and not parts and _is_change(said)
    if is_change and comparison == "none":
        comparison = "year_earlier"
    order = _order(metric, said, is_change=is_change) if is_told_apart or form in ("standing", "trend") else ""
    within = _bound(said, metric, is_change=is_change) if is_told_apart else None
    asked = Understood(
        metrics=metrics,
        areas=places,
        spans=times,
        form=form,
        by=by,
        parts=parts,
        left_out=left_out,
        level=_ranked(warehouse, metric, said, places[0], left_out)
        if form == "ranking"
        else said.level
        if form == "causes"
        else "",
        comparison=comparison,
        order=order,
        top=said.top if is_told_apart and (order or not said.counted) and len(set(said.orders)) < 2 else 0,
        bound=within,
        is_change=is_change,
        is_share=said.says("share") and metric.adds_up and form in ("ranking", "parts", "figure"),
        is_summed=said.says("sum") and form in ("ranking", "compare") and metric.adds_up,
        is_averaged=said.says("average") and form in ("ranking", "compare"),
    )
    if not asked.is_compared:
        asked = replace(asked, comparison=asking.here.comparison)
    return asked, (note,) if note else ()


def _ahead(asking: Asking, asked: Understood) -> tuple[str, ...]:
    """That a period is asked for that no figures are there of yet."""
    last = clock(asking.warehouse, asking.here).now(asked.span.grain)
    told = f"数据到{period_label(last)}为止，{span_word(asked.span)}还没有数据"
    return (told,) if asked.form != "definition" and asked.span.first > last else ()


def _is_change(said: Heard) -> bool:
    """Whether what is told apart is told apart by how it changed: 增长最快, 下降的, 同比."""
    return bool(said.rising or said.falling or (said.comparison not in (None, "none")))


def _bound(said: Heard, metric: Metric, *, is_change: bool) -> Bound | None:
    """Between which figures, or changes, those are to lie that are asked for."""
    within = bound(said.limits, "%" if is_change else metric.unit)
    if not is_change:
        return within or (ROSE if said.is_many and metric.is_count else None)
    is_falling = bool(said.falling) or (not said.rising and said.degree == "low")
    # 没有增长 and 没下降 are what neither rose nor fell, with all on the other side.
    if said.is_unchanged:
        return Bound(low=0.0, has_low=True) if said.falling else Bound(high=0.0, has_high=True)
    # 下降超过5% is below −5 %; 下降的 and 比去年多的 are all that fell and that rose.
    if within:
        return within.mirrored() if is_falling else within
    is_told = said.falling or (said.degree and not said.rising) or (said.rising and not said.orders and not said.degree)
    return (ROSE.mirrored() if is_falling else ROSE) if is_told and not said.orders else None


def _compares(said: Heard) -> bool:
    """Whether two periods are held against each other, and not only told: 比, 对比, 多了多少."""
    beside = {word for word in said.flags.get("compared", ()) if word not in AND_WORDS}
    return bool(beside or said.comparison or said.rising or said.falling or said.degree or _is_against_one(said))


def _is_against_one(said: Heard) -> bool:
    return any(said.against) and len(said.times) == 1


def _between(times: Sequence[Span]) -> Comparison | None:
    """同比 or 环比, where two single periods are asked for that are a year or a step apart."""
    first, last = sorted(times, key=lambda span: span.last)
    if not (first.is_single and last.is_single) or first.grain != last.grain:
        return None
    if shift(last.last, -PER_YEAR[last.grain]) == first.last:
        return "year_earlier"
    return "previous" if shift(last.last, -1) == first.last else None


def _times(warehouse: Warehouse, metric: Metric, said: Heard, here: Selection) -> tuple[Span, ...]:
    """The spans of time in a grain that the metric has."""
    told = spans(said.times, said.joins, clock(warehouse, here))[:MOST_SPANS]
    last = here.period
    # 和去年三季度比, 跟上个月比: the same time of this year is held against it, or else what is told last.
    if len(told) == 1 and any(said.against) and told[0].is_single:
        grain = told[0].grain
        is_of_year = said.times[0].year is not None
        now = shift(told[0].last, PER_YEAR[grain]) if is_of_year else clock(warehouse, here).now(grain)
        told = (*told, *((Span(now, now),) if now != told[0].last else ()))
    if said.is_year_before:
        told = tuple(span.year_before() for span in told or (Span(last, last),))
    elif said.comparison and len(told) == 1 and not said.grain and not said.says("trend"):
        told = (told[0].to_date(metric.grains),)
    if said.grain or said.says("when"):
        grain = said.grain if said.grain in metric.grains else metric.grain
        if not told:
            end = Span(last, last).by(grain).last
            return (Span(shift(end, 1 - GRAIN_LENGTH[grain]), end),)
        found = tuple(span.by(grain) for span in told)
        is_one = len(found) > 1 and all(shift(one.last, 1) == other.first for one, other in pairwise(found))
        return (Span(found[0].first, found[-1].last),) if is_one else found
    return tuple(span if span.grain in metric.grains else span.by(metric.grain) for span in told) or (Span(last, last),)


def _form(
    metric: Metric,
    said: Heard,
    by: str,
    parts: Sequence[str],
    places: Sequence[str],
    left_out: Sequence[str],
    *,
    has_target: bool,
) -> Form:
    if said.says("definition"):
        return "definition"
    is_beside_mean = any(limit.mean for limit in said.limits)
    if (said.says("standing") or is_beside_mean) and not said.level and said.areas:
        return "standing"
    if said.says("target") and not SOFT_TARGET_WORDS.issuperset(said.flags["target"]):
        return "target"
    if said.says("target") and has_target:
        return "target"
    if said.says("why") and metric.adds_up and not parts:
        return "causes"
    is_of_areas = said.level or said.limits or _ranks(said)
    if said.says("when") or (said.says("trend") and said.orders and not is_of_areas and not by):
        return "trend"
    if (
        by
        and (not said.level or said.left_parts)
        and not (said.says("ranking") and parts and not said.dimensions and _ranks(said))
    ):
        return "parts"
    if said.level or left_out or ((said.orders or _ranks(said) or said.limits) and len(places) == 1):
        return "ranking"
    if said.says("trend") or said.grain:
        return "trend"
    return "compare" if len(places) > 1 else "figure"


def _ranks(said: Heard) -> bool:
    """Whether 哪个 or 排名 asks for areas; 哪些事件 asks for a list."""
    return said.says("ranking") and not said.says("list")


def _order(metric: Metric, said: Heard, *, is_change: bool) -> Order:
    """最好 is the side that the metric calls better; what fell most changed least."""
    order = said.order
    if is_change and not order and not said.orders and (said.falling or said.degree):
        order = "high"
    if is_change and said.falling:
        return FALLING.get(order, "")
    if is_change and order in ("best", "worst"):
        return "high" if order == "best" else "low"
    if order in ("best", "worst"):
        return "high" if (order == "best") == (metric.direction != "lower") else "low"
    return "low" if order == "low" else "high" if order == "high" else ""


def _ranked(warehouse: Warehouse, metric: Metric, said: Heard, code: str, left_out: Sequence[str]) -> str:
    """The level that is told apart: as it was said, or that of the areas that are left out."""
    known = areas(warehouse)
    level = next((known[one].level for one in left_out if one in known), "")
    own = next((key for key, (name, kind, _) in LEVELS.items() if name == level and not kind), "")
    return said.level or own or _level(warehouse, metric, code)


def _level(warehouse: Warehouse, metric: Metric, code: str) -> str:
    """The areas that are told apart where nobody says which: grids for what grids do or inside a village or park."""
    is_inner = area(warehouse, code).level in ("三区单元", "网格")
    return "grid" if metric.theme in ("grid", "patrol") or is_inner else "zone"


def _near(
    asking: Asking,
    asked: Understood,
    candidates: Sequence[Sequence[str]],
    others: Sequence[tuple[str, str]],
) -> tuple[Understood, ...]:
    """The same question of other areas of a name, and of other metrics that a word may mean."""
    found = [
        replace(asked, areas=tuple(other if code == meant else code for code in asked.areas)) for meant, other in others
    ]
    named = asking.said.named[:1]
    names = dict.fromkeys((*candidates[0][1:], *(name for word in named for name in relatives(word))))
    further = asked.metrics[1:]
    found += [_complete(asking, tuple(dict.fromkeys((name, *further))))[0] for name in names]
    return tuple(dict.fromkeys(one for one in found if one != asked))[:MOST_NEAR]
