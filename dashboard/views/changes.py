"""Turns two answers of a metric into the change that is told of it: one rule for pages, slides and documents."""

from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import ChangeKind, Reading, change_between
from dashboard.text.formats import Change, change, is_number

COUNTED_WORDS = {"升": "增", "降": "减"}
ADDED, BEFORE = "本期", "较上期"
COMPARED_WITH = {"同比": "上年同期", "环比": "上一期"}


def between(metric: Metric, now: Cell, then: Cell, against: str) -> Change:
    """How the metric moved from one answer to another; where the two cannot be held together, the word for why."""
    _, kind, absence = change_between(metric, now, then)
    return _told(metric, (now.value, then.value), kind, absence, against)


def moved(reading: Reading, against: str) -> Change:
    """How the figure stands to the period it is compared with; nothing but words where there is no change to tell."""
    return _told(reading.metric, (reading.value, reading.earlier), reading.change_kind, reading.change_absence, against)


def _told(
    metric: Metric, values: tuple[Value, Value | None], kind: ChangeKind | None, absence: Absence | None, against: str
) -> Change:
    """A running total is told by what came to it, a small count by so many, anything else in per cent or points."""
    if kind is None:
        return Change(against=BEFORE if metric.only_grows else against, sign="", word=str(absence or ""))
    if kind == "added":
        came = change(*values, metric.unit, kind="absolute")
        # Whatever page asked for 同比 or 环比, it came in the period; a meeting tells what came since the last one.
        since = ADDED if against in COMPARED_WITH else against
        return Change(
            against=since, sign="", word="增加" if came.amount else "没有增加", amount=came.amount, kind=came.kind
        )
    found = change(*values, metric.unit, kind=kind, direction=metric.direction, against=against)
    is_so_many = kind == "absolute" and metric.is_count
    return replace(found, word=COUNTED_WORDS.get(found.word, found.word)) if is_so_many else found


def phrase(told: Change) -> str:
    """The change within a sentence: `同比升 25.0%`, `本期增加 126人次`, `同比持平`."""
    return f"{told.against}{told.word}{f' {told.amount}' if told.amount else ''}"


def why_not_compared(reading: Reading, against: str) -> str:
    """Why two figures that are both there are not held against each other; empty where they are."""
    if not against or reading.change_absence is not Absence.NOT_COMPARABLE or not is_number(reading.value):
        return ""
    if reading.metric.is_maturing:
        return f"近期受理的还在办理，暂不与{COMPARED_WITH[against]}比"
    return f"与{COMPARED_WITH[against]}的期数不同"
