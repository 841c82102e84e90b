"""What was asked → the words of its answer: who is first, what a span of time adds up to, what a figure leaves open."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.understood import Understood, span_word
from dashboard.text.formats import is_number, period_label
from dashboard.text.joined import Finding
from dashboard.views.changes import why_not_compared
from dashboard.views.findings import end_words, ranking_finding, written
from dashboard.views.kinds import trend_view

NAMED = 3


def selection_of(asked: Understood, code: str = "") -> Selection:
    """The area and the last period that are asked for, or another area."""
    return Selection(code or asked.areas[0], asked.span.last, asked.comparison)


def over_span(warehouse: Warehouse, asked: Understood, code: str) -> tuple[Cell, ...]:
    """The cells of an area over the first span of time."""
    periods = asked.span.periods
    return cells(warehouse, asked.metric, (code,), grain=asked.span.grain, since=periods[0], until=periods[-1])


def listed(metric: Metric, items: Sequence[tuple[str, float | Absence]]) -> str:
    """The names with their figures, or with the words for why there is none."""
    return "，".join(f"{name} {written(metric, value)}" for name, value in items)


def order_finding(asked: Understood, items: Sequence[tuple[str, float | Absence]]) -> str:
    """Who is first in the order that is asked for, and who comes next; those of one figure together."""
    metric = asked.metric
    known = [(name, value) for name, value in items if is_number(value)]
    if not asked.order or len(known) < 2 or not any(value for _, value in known):
        return ranking_finding(metric, items) if items else ""
    known.sort(key=lambda item: item[1], reverse=asked.order == "high")
    word = end_words(metric)[asked.order == "low"]
    first = written(metric, known[0][1])
    alike = [name for name, value in known if written(metric, value) == first]
    leading = "、".join(alike[:NAMED]) + (f"等 {len(alike)} 个" if len(alike) > NAMED else "")
    following = known[len(alike) : len(alike) + max(asked.top or NAMED, 1) - 1]
    hidden = sum(value is Absence.NOT_DISCLOSED for _, value in items)
    return Finding(
        f"{metric.label}{word}的是{leading}（{first}）",
        f"其次{listed(metric, following)}" if following else "",
        f"另有 {hidden} 个不公开" if hidden else "",
    )


def part_finding(warehouse: Warehouse, asked: Understood, found: Sequence[Cell]) -> str:
    """The figure of the part that is asked for, or which part is first in the order that is."""
    metric, when = asked.metric, period_label(asked.span.last)
    if asked.part:
        value = next((cell.value for cell in found if cell.part == asked.part), Absence.NOT_IN_PERIOD)
        return f"{when}{asked.part}的{metric.label} {written(metric, value)}"
    return order_finding(asked, [(cell.part, cell.value) for cell in found]) or f"{metric.label}：没有分组数据"


def sum_words(warehouse: Warehouse, asked: Understood) -> str:
    """What a span of time adds up to, where it does and nothing in it is missing."""
    metric = asked.metric
    if metric.denominator is not None or metric.numerator.over_time != "sum":
        return ""
    values = [cell.value for cell in over_span(warehouse, asked, asked.areas[0])]
    missing = next((value for value in values if isinstance(value, Absence)), None)
    if missing:
        return f"其中有{missing}的时期，不作合计"
    return f"{span_word(asked.span)}合计 {written(metric, sum(value for value in values if is_number(value)))}"


def up_to(warehouse: Warehouse, asked: Understood) -> str:
    """Of a figure that is only known from to: to where; it is never told as if it were exact."""
    reading = read(warehouse, asked.metrics[0], selection_of(asked))
    if not is_number(reading.value) or reading.value_high is None or reading.value_high == reading.value:
        return ""
    return f"有未明确的，最多到 {written(asked.metric, reading.value_high)}"


def why_not(warehouse: Warehouse, asked: Understood) -> str:
    """Why the figure is not held against the earlier one that was asked for; empty where it is."""
    reading = read(warehouse, asked.metrics[0], selection_of(asked))
    return why_not_compared(reading, selection_of(asked).against)


def others(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """The figures of the further metrics that are asked for beside the first, a sentence each."""
    told = []
    for name in asked.metrics[1:]:
        metric = named_metric(name)
        span = asked.span if asked.span.grain in metric.grains else asked.span.by(metric.grain)
        view = trend_view(warehouse, name, Selection(asked.areas[0], span.last, asked.comparison))
        told.append(f"{area_name(warehouse, asked.areas[0])}{view.finding}")
    return tuple(told)
