"""A question as it was typed → what it is understood to ask, the readings near to it, and what was not understood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.metrics.areas import ancestors, area, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, Grain, last_month, shift
from dashboard.metrics.selection import Comparison, Selection, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.hearing import Heard, heard
from dashboard.questions.lexicon import VAGUELY, lexicon
from dashboard.questions.nearest import nearest, relatives
from dashboard.questions.normal import normal
from dashboard.questions.periods import Clock, Span, spans
from dashboard.questions.segments import Segment, segments
from dashboard.questions.understood import MOST_AREAS, MOST_METRICS, MOST_SPANS, Form, Order, Understood

MOST_NEAR = 6
# Two areas of one name, or short for it, are alike; a short name is not like the whole name of another.
ALIKE = 0.2
GRAIN_LENGTH: dict[Grain, int] = {"month": 12, "quarter": 8, "two_quarters": 5, "three_quarters": 5, "year": 5}


@dataclass(frozen=True)
class Read:
    """A question as it was read: `asked` where a metric was understood, `near` what else it may ask, surest first.

    `unknown` are the words that were not understood, `notes` what could not be taken as it was said.
    """

    text: str
    segments: tuple[Segment, ...]
    asked: Understood | None
    near: tuple[Understood, ...]
    areas: tuple[str, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read(warehouse: Warehouse, typed: str, here: Selection) -> Read:
    """The question as it is read on a page that shows `here`, which gives whatever is not said."""
    text, known = normal(typed), lexicon(warehouse)
    found = segments(text, known, clock(warehouse, here))
    said = heard(found)
    unknown = tuple(one.text.strip(" -") for one in found if one.is_unknown and one.text.strip(" -"))
    places, others = _areas(warehouse, said, here)
    candidates = _metrics(said)
    guessed = () if candidates else nearest(known, unknown or tuple(one.text for one in found))
    # What a label alone has is understood; what several have is asked back.
    if not candidates and len(guessed) == 1 and guessed[0].is_sure:
        candidates = ((guessed[0].name,),)
    if not candidates:
        near = tuple(_complete(warehouse, said, (one.name,), places, here)[0] for one in guessed[:MOST_NEAR])
        return Read(text, found, None, near, places, unknown)
    asked, notes = _complete(warehouse, said, tuple(dict.fromkeys(one[0] for one in candidates)), places, here)
    near = _near(warehouse, said, asked, candidates, others, here)
    return Read(text, found, asked, near, places, unknown, notes)


def clock(warehouse: Warehouse, here: Selection) -> Clock:
    """From when 本季 and 去年 are counted."""
    return Clock(next(reversed(known_periods(warehouse, "month")), last_month(here.period)))


def _metrics(said: Heard) -> tuple[tuple[str, ...], ...]:
    """For each word that names metrics, these, the surest first; vague words give way to plain ones."""
    plain = [senses for senses in said.metrics if senses[0].weight > VAGUELY]
    return tuple(tuple(sense.value for sense in senses) for senses in (plain or said.metrics[:1])[:MOST_METRICS])


def _areas(warehouse: Warehouse, said: Heard, here: Selection) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The areas that are meant, and pairs of one of them with another that bears the same name."""
    register = areas(warehouse)
    if said.is_whole:
        return (next(iter(register), here.area_code),), ()
    firm = {code for senses in said.areas if len(senses) == 1 for code in (senses[0].value,)} | {here.area_code}
    meant, others = [], []
    for senses in said.areas:
        codes = [sense.value for sense in senses]
        alike = [sense.value for sense in senses if senses[0].weight - sense.weight <= ALIKE]
        best = max(alike, key=lambda code: (_closeness(warehouse, code, firm), -codes.index(code)))
        meant.append(best)
        others += [(best, code) for code in codes if code != best]
    # A town and a village of it are one place: what only says where another lies is left out.
    above = {upper.area_code for code in meant for upper in ancestors(warehouse, code)} - (
        set(meant) if said.is_compared else set()
    )
    kept = tuple(dict.fromkeys(code for code in meant if code not in above))[:MOST_AREAS]
    return kept or (here.area_code,), tuple(others)


def _closeness(warehouse: Warehouse, code: str, firm: set[str]) -> int:
    """Whether a place of several of one name lies in an area that is named beside it."""
    return len({upper.area_code for upper in ancestors(warehouse, code)} & firm) and 1


def _complete(
    warehouse: Warehouse, said: Heard, metrics: tuple[str, ...], places: tuple[str, ...], here: Selection
) -> tuple[Understood, tuple[str, ...]]:
    """The question with all that was not said, and a word on what could not be taken as said."""
    metric = METRICS[metrics[0]]
    by, part, notes = _dimension(metric, said)
    times, form = _times(warehouse, metric, said, here), _form(said, by or part, places)
    if form in ("figure", "compare") and len(times) > 1:
        form = "periods"
    elif form in ("figure", "compare") and not times[0].is_single:
        form = "trend"
    comparison: Comparison = said.comparison or here.comparison
    if form == "periods" and len(times) == 2 and (between := _between(times)):
        form, comparison, times = "figure", between, (max(times, key=lambda span: span.last),)
    asked = Understood(
        metrics=metrics,
        areas=places,
        spans=times,
        form=form,
        by=by,
        part=part,
        level=(said.level or _level(warehouse, metric, places[0])) if form == "ranking" else "",
        comparison=comparison,
        order=_order(metric, said),
        top=said.top,
    )
    return asked, notes


def _between(times: Sequence[Span]) -> Comparison | None:
    """同比 or 环比, where two single periods are asked for that are a year or a step apart."""
    first, last = sorted(times, key=lambda span: span.last)
    if not (first.is_single and last.is_single) or first.grain != last.grain:
        return None
    if shift(last.last, -PER_YEAR[last.grain]) == first.last:
        return "year_earlier"
    return "previous" if shift(last.last, -1) == first.last else None


def _dimension(metric: Metric, said: Heard) -> tuple[str, str, tuple[str, ...]]:
    """The dimension and the part of it that are asked for, as the metric has them; a word on one that it has not."""
    known = {dimension.name: dimension.label for dimension in metric.dimensions}
    for column in known:
        for told in said.parts:
            if told.startswith(f"{column}="):
                return column, told[len(column) + 1 :], ()
    for word in said.dimensions:
        found = next((name for name, label in known.items() if label == word), "") or next(
            (name for name, label in known.items() if word in label), ""
        )
        if found:
            return found, "", ()
    if not said.dimensions:
        return "", "", ()
    offered = f"可以按{'、'.join(known.values())}分" if known else "只按区域和时期"
    return "", "", (f"“{metric.label}”不能按{said.dimensions[0]}分，{offered}。",)


def _times(warehouse: Warehouse, metric: Metric, said: Heard, here: Selection) -> tuple[Span, ...]:
    """The spans of time in a grain that the metric has."""
    told = spans(said.times, said.joins, clock(warehouse, here))[:MOST_SPANS]
    last = here.period
    if said.grain:
        grain = said.grain if said.grain in metric.grains else metric.grain
        if not told:
            end = Span(last, last).by(grain).last
            return (Span(shift(end, 1 - GRAIN_LENGTH[grain]), end),)
        return tuple(span.by(grain) for span in told)
    return tuple(span if span.grain in metric.grains else span.by(metric.grain) for span in told) or (Span(last, last),)


def _form(said: Heard, is_split: str, places: Sequence[str]) -> Form:
    if said.is_definition:
        return "definition"
    if is_split and not said.level:
        return "parts"
    if said.level or ((said.order or said.is_ranking) and len(places) == 1):
        return "ranking"
    if said.is_trend or said.grain:
        return "trend"
    return "compare" if len(places) > 1 else "figure"


def _order(metric: Metric, said: Heard) -> Order:
    """最好 is the side that the metric calls better."""
    if said.order in ("best", "worst"):
        return "high" if (said.order == "best") == (metric.direction != "lower") else "low"
    return "low" if said.order == "low" else "high" if said.order == "high" else ""


def _level(warehouse: Warehouse, metric: Metric, code: str) -> str:
    """The areas that are told apart where nobody says which: grids for what grids do or inside a village or park."""
    is_inner = area(warehouse, code).level in ("三区单元", "网格")
    return "grid" if metric.theme in ("grid", "patrol") or is_inner else "zone"


def _near(
    warehouse: Warehouse,
    said: Heard,
    asked: Understood,
    candidates: Sequence[Sequence[str]],
    others: Sequence[tuple[str, str]],
    here: Selection,
) -> tuple[Understood, ...]:
    """The same question of other areas of a name, and of other metrics that a word may mean."""
    found = [
        replace(asked, areas=tuple(other if code == meant else code for code in asked.areas)) for meant, other in others
    ]
    names = dict.fromkeys((*candidates[0][1:], *(name for word in said.named[:1] for name in relatives(word))))
    further = asked.metrics[1:]
    found += [
        _complete(warehouse, said, tuple(dict.fromkeys((name, *further))), asked.areas, here)[0] for name in names
    ]
    return tuple(dict.fromkeys(one for one in found if one != asked))[:MOST_NEAR]
