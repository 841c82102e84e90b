"""Turns readings of a period into a paragraph for a report: every number is a figure, every verb its change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.content import content
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.periods import grain_of, to_grain
from dashboard.metrics.reading import Reading, read
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.registers import Fact, published_facts
from dashboard.text.formats import is_number, number
from dashboard.text.periods import period_label
from dashboard.views.changes import moved
from dashboard.views.links import address


@dataclass(frozen=True)
class Clause:
    """One figure in a sentence; `words` come before it, by default the metric's own name."""

    metric: str
    words: str = ""


SENTENCES = (
    (Clause("enterprises"), Clause("above_scale_enterprises", "其中规上"), Clause("gross_output"), Clause("tax")),
    (Clause("employees"), Clause("output_per_employee")),
    (
        Clause("courses", "培训"),
        Clause("enrolled", "参训"),
        Clause("completion_rate"),
        Clause("enterprises_admitted_cumulative"),
        Clause("jobs_cumulative"),
    ),
    (
        Clause("grids", "划定网格"),
        Clause("grid_coverage"),
        Clause("events_accepted"),
        Clause("on_time_rate"),
        Clause("overdue_open"),
    ),
    (Clause("party_organizations"), Clause("party_members"), Clause("liaison_coverage")),
)
METRICS = tuple(clause.metric for sentence in SENTENCES for clause in sentence)
# Page → what its one sentence on the first screen tells, at most three figures each.
DIGEST = {
    "park_output": (Clause("gross_output"), Clause("tax"), Clause("employees")),
    "incubation": (Clause("courses", "培训"), Clause("completion_rate"), Clause("jobs_cumulative")),
    "grid_coverage": (Clause("events_accepted"), Clause("on_time_rate"), Clause("overdue_open")),
    "party_building": (Clause("party_organizations"), Clause("party_members"), Clause("liaison_coverage")),
}
MOST_SENTENCES = 3


@dataclass(frozen=True)
class Sentence:
    """What is told of one field of work, and the link to the page that shows it."""

    text: str
    link: str


def digest(warehouse: Warehouse, selection: Selection) -> tuple[Sentence, ...]:
    """Three sentences at most on the selected area and period, each of figures that are known."""
    printed = _printed(warehouse, selection.area_code)
    said: list[Sentence] = []
    for page, clauses in DIGEST.items():
        readings = {clause.metric: read(warehouse, clause.metric, selection) for clause in clauses}
        if text := "，".join(_said(clauses, readings, printed, selection.period, selection.against)):
            said.append(Sentence(f"{text}。", address(warehouse, page, selection.to_query())))
    return tuple(said[:MOST_SENTENCES])


def briefing(warehouse: Warehouse, selection: Selection) -> str:
    """The paragraph on the selected area and period."""
    readings = {name: read(warehouse, name, selection) for name in METRICS}
    printed = _printed(warehouse, selection.area_code)
    return paragraph(area_name(warehouse, selection.area_code), selection.period, readings, printed, selection.against)


def _printed(warehouse: Warehouse, area_code: str) -> dict[str, Fact]:
    """Metric → the figure of the area in a public document."""
    pairs = content().pairs
    return {
        pairs[fact.fact_id].metric: fact
        for fact in published_facts(warehouse)
        if fact.area_code == area_code and fact.fact_id in pairs and pairs[fact.fact_id].by is None
    }


def paragraph(place: str, period: str, readings: Mapping[str, Reading], printed: Mapping[str, Fact], word: str) -> str:
    """Sentence by sentence what is known; the end names what was reported before and is not reported now.

    `printed` are figures of public documents, which speak where nothing was reported; `word` is 同比, 环比 or nothing.
    """
    sentences = [
        sentence for clauses in SENTENCES if (sentence := "，".join(_said(clauses, readings, printed, period, word)))
    ]
    missing: dict[str, list[str]] = {}
    for name in METRICS:
        absence = readings[name].absence
        if absence and name not in printed and not _is_foreign(readings[name]):
            missing.setdefault(str(absence), []).append(readings[name].metric.label)
    if missing:
        sentences.append("；".join(f"{'、'.join(labels)}{absence}" for absence, labels in missing.items()))
    if any(readings[name].is_demo for name in METRICS if is_number(readings[name].value)):
        sentences.append("文中含演示数据")
    return f"{period_label(period)}，{place}" + "。".join(sentences) + "。"


def _is_foreign(reading: Reading) -> bool:
    """Whether nobody ever sent such a figure for the area, so that its absence is no gap."""
    is_empty = reading.absence in (Absence.NOT_REPORTED, Absence.NOT_IN_PERIOD)
    return is_empty and not any(is_number(value) for _, value in reading.trend)


def _said(
    clauses: Sequence[Clause], readings: Mapping[str, Reading], printed: Mapping[str, Fact], period: str, word: str
) -> list[str]:
    return [
        text
        for clause in clauses
        if (text := _clause(clause, readings[clause.metric], printed.get(clause.metric), period, word))
    ]


def _clause(clause: Clause, reading: Reading, fact: Fact | None, period: str, word: str) -> str:
    words = clause.words or reading.metric.label
    # A register that only knows what documents name counts less than the documents say.
    if not is_number(reading.value) or (fact and reading.origins == ("published",)):
        return f"{words}{fact.qualified.text()}（公开文件，{period_label(fact.dated_as)}）" if fact else ""
    return f"{words}{figure_words(reading)}{_moved(reading, word)}{as_of_words(reading, period)}"


def figure_words(reading: Reading) -> str:
    """The figure as the metric writes it, a span where it is one."""
    metric = reading.metric
    low = number(reading.value, metric.unit, metric.decimals)
    high = reading.value_high
    return low if high is None or high == reading.value else f"{low}–{number(high, metric.unit, metric.decimals)}"


def _moved(reading: Reading, word: str) -> str:
    """The change in brackets; nothing where there is none to speak of."""
    if not word or reading.change_kind is None or (reading.value_high or reading.value) != reading.value:
        return ""
    change = moved(reading, word)
    return f"（{change.against}{change.word}{change.amount}）"


def as_of_words(reading: Reading, period: str) -> str:
    """As of when in brackets, where the figure is older than the period that is reported on."""
    if not reading.as_of or to_grain(reading.as_of, grain_of(period)) == period:
        return ""
    return f"（截至{period_label(reading.as_of)}）"
