"""Turns two answers of a metric into its change: one rule for pages, slides and documents."""

from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import is_to_date
from dashboard.metrics.reading import ChangeKind, Reading, change_between
from dashboard.text.formats import Change, change, is_number

COUNTED_WORDS = {"升": "增", "降": "减"}
ADDED, BEFORE = "本期", "较上期"
YEAR_EARLIER, SAME_SPAN = "同比", "较上年同期"
# Before the first report of all there is nothing that anybody could have reported.
NOTHING_EARLIER = "无更早数据"
COMPARED_WITH = {YEAR_EARLIER: "上年同期", "环比": "上一期"}


def between(metric: Metric, now: Cell, then: Cell, against: str) -> Change:
    """How the metric moved from one answer to another; where the two cannot be compared, the word for why."""
    _, kind, absence = change_between(metric, now, then)
    return _change(metric, (now.value, then.value), kind, absence, _since(metric, now.period, against))


def moved(reading: Reading, against: str) -> Change:
    """How the figure changed since the period it is compared with; only words where there is no change."""
    movement = _change(
        reading.metric,
        (reading.value, reading.earlier),
        reading.change_kind,
        reading.change_absence,
        _since(reading.metric, reading.period, against),
    )
    is_first = reading.is_first and reading.change_kind is None and is_number(reading.value)
    return replace(movement, word=NOTHING_EARLIER) if is_first else movement


def _since(metric: Metric, period: str, against: str) -> str:
    """The word of the comparison; what a running total gained by the end of a year to date it gained in a whole year."""
    return SAME_SPAN if against and metric.only_grows and is_to_date(period) else against


def _change(
    metric: Metric, values: tuple[Value, Value | None], kind: ChangeKind | None, absence: Absence | None, against: str
) -> Change:
    """A running total changes by what was added, a small count by a number, anything else in per cent or points."""
    if kind is None:
        return Change(
            against=BEFORE if metric.only_grows and against != SAME_SPAN else against, sign="", word=str(absence or "")
        )
    if kind == "added":
        came = change(*values, metric.unit, kind="absolute")
        # On a page with 同比 or 环比, it was added in the period; a meeting says what was added since the last one.
        since = ADDED if against in COMPARED_WITH else against
        return Change(
            against=since, sign="", word="增加" if came.amount else "没有增加", amount=came.amount, kind=came.kind
        )
    movement = change(
        *values, metric.unit, kind=kind, direction=metric.judged(against == YEAR_EARLIER), against=against
    )
    is_so_many = kind == "absolute" and metric.is_count
    return replace(movement, word=COUNTED_WORDS.get(movement.word, movement.word)) if is_so_many else movement


def phrase(movement: Change) -> str:
    """The change within a sentence: `同比升25.0%`, `本期增加126人次`, `同比持平`."""
    return f"{movement.against}{movement.word}{movement.amount}"


def why_not_compared(reading: Reading, against: str) -> str:
    """Why two figures that are both there are not held against each other; empty where they are."""
    if not against or reading.change_absence is not Absence.NOT_COMPARABLE or not is_number(reading.value):
        return ""
    if reading.metric.is_maturing:
        return f"近期受理的还在办理，暂不与{COMPARED_WITH[against]}比"
    return f"与{COMPARED_WITH[against]}的期数不同"


def why_not(metric: Metric, now: Cell, then: Cell) -> str:
    """The same in one phrase, for a card or the end of a bar: `近期仍在办理`; empty where a word for absence says all."""
    _, kind, absence = change_between(metric, now, then)
    return short_why(metric) if kind is None and _is_unlike(absence, now.value, then.value) else ""


def short_why(metric: Metric) -> str:
    """Why two figures of the metric that are both there are not held against each other, in one phrase."""
    return "近期仍在办理" if metric.is_maturing else "期数不同"


def _is_unlike(absence: Absence | None, *values: Value | None) -> bool:
    return absence is Absence.NOT_COMPARABLE and all(map(is_number, values))
