"""Turns the declared figures of a report into sentences: how they stand, how they moved, and which there are not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dashboard.meeting.context import SINCE_LAST, Context, cell
from dashboard.meeting.figures import alike, changes
from dashboard.meeting.report.judging import overall, slight
from dashboard.meeting.report.parts import BASICS, PARTS, Part
from dashboard.meeting.wording import plain, sentence
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import shift
from dashboard.metrics.reading import Reading, change_between, read
from dashboard.text.formats import Change, is_number
from dashboard.text.periods import months_span, period_label
from dashboard.views.overview.narrative import Clause, as_of_words, figure_words

# What each sign of a change is called, by what it is told in: points, per cent or so many.
VERBS = {
    "points": {"▲": "提高", "▼": "下降"},
    "relative": {"▲": "增长", "▼": "下降"},
    "absolute": {"▲": "增加", "▼": "减少"},
}


def part_sentences(given: Context, part: Part) -> tuple[str, ...]:
    """How the theme stands as a whole, then what is known of it in the quarter; one sentence where nothing is."""
    absences = {reading.absence for reading in _read(given, part.sentences).values()}
    if None in absences:
        first, *others = figure_sentences(given, part.sentences)
        return (f"{_overall(given, part.main)}{first}", *others)
    lacks = f"各项数据均{absences.pop()}" if len(absences) == 1 else "没有可以列出的数据"
    return (f"{period_label(given.quarter)}{part.heading}{lacks}。",)


def unreported(given: Context) -> tuple[str, ...]:
    """Theme by theme which figures there are not, and why; nothing where all are there."""
    told = ((part.heading, _missing(given, part.sentences)) for part in (BASICS, *PARTS))
    lacking = [f"{heading}：{missing}" for heading, missing in told if missing]
    return tuple(sentence(f"{place}. {text}") for place, text in enumerate(lacking, 1))


def _overall(given: Context, main: Clause) -> str:
    """How the theme stands, as a sentence; nothing where its main figure has no change in per cent or points."""
    reading = read(given.warehouse, main.metric, given.selection)
    if reading.change is None or reading.change_kind is None or (reading.value_high or reading.value) != reading.value:
        return ""
    judged = overall(reading.change, reading.change_kind)
    return sentence(f"{main.words}{judged}") if judged else ""


def figure_sentences(given: Context, sentences: tuple[tuple[Clause, ...], ...]) -> tuple[str, ...]:
    """A sentence for each group of metrics of which any is known, each figure with the comparisons that it has."""
    readings = {name: one for name, one in _read(given, sentences).items() if is_number(one.value)}

    def said(clause: Clause) -> str:
        reading = readings[clause.metric]
        return figure_clause(clause, reading, given.quarter, movements(given, reading))

    groups = ([one for one in clauses if one.metric in readings] for clauses in sentences)
    return tuple(sentence(f"{_months(given, clauses)}{'；'.join(map(said, clauses))}") for clauses in groups if clauses)


def _months(given: Context, clauses: Sequence[Clause]) -> str:
    """Of a quarter that is told before its end, the months that the figures of a sentence are of: `10—11月，`."""
    metrics = [named_metric(one.metric) for one in clauses]
    cut_off = given.warehouse.cut_off
    if cut_off is None or not cut_off.months or any(metric.grain != "month" for metric in metrics):
        return ""
    months = cut_off.months_of(given.quarter)
    is_end = all(metric.is_as_of_last for metric in metrics)
    return f"截至{months_span(months[-1:])}底，" if is_end else f"{months_span(months)}，"


def movements(given: Context, reading: Reading) -> list[Change]:
    """How the figure moved against each earlier one that it can be held against, in the words of a document."""
    return [_judged(given, reading.metric, one) for one in changes(given, reading.metric, reading) if one.kind]


def _judged(given: Context, metric: Metric, moved: Change) -> Change:
    """The change with its verb; a small one in per cent is called so."""
    verb = _verb(moved)
    if moved.kind == "relative":
        then = given.earlier_quarter if moved.against == SINCE_LAST else shift(given.quarter, -4)
        earlier = cell(given, metric, then or given.quarter)
        size, _, _ = change_between(metric, cell(given, metric, given.quarter), earlier)
        verb = slight(verb, size or 0.0)
    return replace(moved, sign="", word=verb)


def figure_clause(clause: Clause, reading: Reading, quarter: str, moved: Sequence[Change]) -> str:
    """The figure with its changes: `税收6,757万元，较上次会议增长8.6%、同比下降0.3%`.

    Of nothing there is no unit: `新入驻企业为零，较上次会议减少2家`.
    """
    words = clause.words or reading.metric.label
    is_none = reading.value == 0 and reading.value_high in (None, 0)
    figure = f"{words}{'为零' if is_none else figure_words(reading)}{as_of_words(reading, quarter)}"
    return "，".join(map(plain, filter(None, (figure, moved_words(moved)))))


def moved_words(moved: Sequence[Change]) -> str:
    """How a figure moved against each earlier one; comparisons with the same result are told together."""
    told = []
    for (verb, amount), same in groupby(moved, key=lambda one: (one.word, one.amount)):
        told.append(alike([one.against for one in same], f"{verb}{amount}"))
    return "、".join(told)


def _verb(moved: Change) -> str:
    """The verb of a document: amounts grow, shares rise by points, counts become more; `持平` stays."""
    verbs = VERBS[moved.kind] if moved.kind else {}
    return verbs.get(moved.sign, moved.word)


def _read(given: Context, sentences: tuple[tuple[Clause, ...], ...]) -> dict[str, Reading]:
    names = [clause.metric for clauses in sentences for clause in clauses]
    return {name: read(given.warehouse, name, given.selection) for name in names}


def _missing(given: Context, sentences: tuple[tuple[Clause, ...], ...]) -> str:
    """The figures that there are not, by why: `新入孵企业、成交额未填报；亩均产值不公开`."""
    readings = _read(given, sentences)
    labels: dict[str, list[str]] = {}
    for clause in (clause for clauses in sentences for clause in clauses):
        reading = readings[clause.metric]
        if reading.absence:
            labels.setdefault(str(reading.absence), []).append(clause.words or reading.metric.label)
    return "；".join(f"{'、'.join(names)}{absence}" for absence, names in labels.items())
