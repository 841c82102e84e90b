"""The words of time in a question → the periods that it asks for, in a grain that the metric has."""

from itertools import pairwise

from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import PER_YEAR, Grain, grain_of, last_month, shift, to_grain, within
from dashboard.metrics.selection import Selection, known_periods
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.heard import Heard
from dashboard.questions.spans import Clock, Span, spans
from dashboard.questions.understood import MOST_SPANS, Understood, span_word
from dashboard.text.periods import period_label

BEGIN = "初"
GRAIN_LENGTH: dict[Grain, int] = {"month": 12, "quarter": 8, "two_quarters": 5, "three_quarters": 5, "year": 5}


def clock(warehouse: Warehouse, here: Selection) -> Clock:
    """From when 本季 and 去年 are counted."""
    return Clock(next(reversed(known_periods(warehouse, "month")), last_month(here.period)))


def times_of(warehouse: Warehouse, metric: Metric, said: Heard, here: Selection) -> tuple[Span, ...]:
    """The spans of time in a grain that the metric has."""
    told = _told(warehouse, said, here)
    if not told and said.against_grain:
        # 比上月 asks of this month.
        month = clock(warehouse, here).now(said.against_grain)
        told = (Span(month, month),)
    last = here.period
    if said.from_end and is_flow(metric) and told and BEGIN in said.from_end:
        # Of what is counted anew each period, the beginning of a year is its first quarter.
        begun = within(to_grain(clock(warehouse, here).now("quarter"), "year"), "quarter")[0]
        told = (Span(begun, begun), *told[1:])
    # 和去年三季度比, 跟上个月比: the same time of this year is held against it, or else what is told last.
    if len(told) == 1 and any(said.against) and told[0].is_single:
        grain = told[0].grain
        now = (
            last_like(told[0].last, clock(warehouse, here))
            if said.times[0].year is not None
            else clock(warehouse, here).now(grain)
        )
        told = (*told, *((Span(now, now),) if now != told[0].last else ()))
    if said.is_year_before:
        told = tuple(span.year_before() for span in told or (Span(last, last),))
    elif (
        len(told) == 1
        and not (said.grain or said.says("trend") or said.says("when"))
        and _is_to_date(metric, said, told[0])
    ):
        told = (told[0].to_date(metric.grains),)
    is_of_target = said.says("target") and not said.says("when") and not told
    if (said.grain or said.says("when")) and not is_of_target:
        grain = said.grain if said.grain in metric.grains else metric.grain
        if not told:
            end = Span(last, last).by(grain).last
            first = known_periods(warehouse, grain)[0] if said.is_first else shift(end, 1 - GRAIN_LENGTH[grain])
            return (Span(first, end),)
        found = tuple(span.by(grain) for span in told)
        is_one = len(found) > 1 and all(shift(one.last, 1) == other.first for one, other in pairwise(found))
        return (Span(found[0].first, found[-1].last),) if is_one else found
    return tuple(span if span.grain in metric.grains else span.by(metric.grain) for span in told) or (Span(last, last),)


def _told(warehouse: Warehouse, said: Heard, here: Selection) -> tuple[Span, ...]:
    """The spans of time that are told; the same of another year beside what is told else, or shown."""
    plain = [(time, joint) for time, joint in zip(said.times, said.joins, strict=True) if not time.is_same]
    told = spans([time for time, _ in plain], [joint for _, joint in plain], clock(warehouse, here))
    around = told or (Span(here.period, here.period),)
    same = [_in_year(span, time.year) for time in said.times if time.is_same and time.year for span in around[:1]]
    is_beside = bool(same) and (any(said.against) or bool(told))
    return tuple(dict.fromkeys((*same, *(around if is_beside else told))))[:MOST_SPANS]


def _in_year(span: Span, year: int) -> Span:
    back = int(to_grain(span.last, "year")) - year
    steps = -PER_YEAR[span.grain] * back
    return Span(shift(span.first, steps), shift(span.last, steps))


def cut_spans(warehouse: Warehouse, metric: Metric, said: Heard, here: Selection) -> tuple[Span, ...]:
    """The spans of time that begin or end inside a period of the metric, of which it tells no figure: a month of a quarter."""
    told = _told(warehouse, said, here)
    grain = said.grain or (None if told else said.against_grain)
    last = Span(here.period, here.period).by(grain).last if grain else ""
    asked = (Span(last, last),) if last else ()
    return tuple(
        span
        for span in (*told, *asked)
        if _is_cut(span, metric.grain) and not (metric.is_as_of_last and _is_end(span, metric.grain))
    )


def _is_cut(span: Span, grain: Grain) -> bool:
    if PER_YEAR[span.grain] <= PER_YEAR[grain]:
        return False
    return span.by(grain).by(span.grain) != span


def _is_end(span: Span, grain: Grain) -> bool:
    """Whether it is the last month of a period of the grain: at its end a state is that of the whole period."""
    return span.is_single and span.by(grain).by(span.grain).last == span.last


def is_flow(metric: Metric) -> bool:
    """Whether a figure is counted anew in each period, and is no state at its end."""
    return metric.denominator is None and metric.numerator.over_time == "sum"


def last_like(period: str, known: Clock) -> str:
    """The last period that is told of the same place in a year: what a third quarter of some year is held against."""
    steps = PER_YEAR[grain_of(period)]
    while shift(period, steps) <= known.now(grain_of(period)):
        period = shift(period, steps)
    return period


def _is_to_date(metric: Metric, said: Heard, span: Span) -> bool:
    """Whether the time is meant as one: 上半年, and 1-9月 of what has no months; from which to which are a course."""
    is_whole = span.grain == "quarter" or "month" not in metric.grains
    return bool(said.comparison) or (is_whole and not any(said.joins) and not any(time.span for time in said.times))


def ahead(warehouse: Warehouse, asked: Understood, here: Selection) -> tuple[str, ...]:
    """That a period is asked for that no figures are there of yet."""
    last = clock(warehouse, here).now(asked.span.grain)
    told = f"数据到{period_label(last)}为止，{span_word(asked.span)}还没有数据"
    return (told,) if asked.form != "definition" and asked.span.first > last else ()
