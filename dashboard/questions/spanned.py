"""A figure over a span of time → its cells, what they come to, on average, and when it was highest or lowest."""

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.cell import Cell
from dashboard.metrics.periods import Grain
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.sentences import NAMED
from dashboard.questions.times import is_flow
from dashboard.questions.understood import Understood, span_word
from dashboard.text.formats import is_number
from dashboard.text.periods import period_label
from dashboard.views.findings import bare, end_words, spaced, written

EACH: dict[Grain, str] = {
    "month": "月",
    "quarter": "季度",
    "two_quarters": "半年",
    "three_quarters": "期",
    "year": "年",
}


def over_span(warehouse: Warehouse, asked: Understood, code: str) -> tuple[Cell, ...]:
    """The cells of an area over the first span of time, or those of the one part that is asked for."""
    periods, by = asked.span.periods, asked.by if asked.part else None
    found = cells(warehouse, asked.metric, (code,), grain=asked.span.grain, since=periods[0], until=periods[-1], by=by)
    if not by:
        return found
    held = {cell.period: cell for cell in found if cell.part == asked.part}
    return tuple(held.get(period) or Cell(code, period, asked.part, Absence.NOT_IN_PERIOD) for period in periods)


def part_said(asked: Understood) -> str:
    """`安全隐患的` where one part is asked for."""
    return f"{asked.part}的" if asked.part else ""


def sum_words(warehouse: Warehouse, asked: Understood) -> str:
    """What a span of time adds up to, where it does and nothing in it is missing."""
    metric = asked.metric
    if not is_flow(metric):
        return ""
    values = [cell.value for cell in over_span(warehouse, asked, asked.areas[0])]
    missing = next((one for one in values if isinstance(one, Absence) and one is not Absence.NOT_IN_PERIOD), None)
    what = f"{span_word(asked.span)}{part_said(asked)}{spaced(bare(metric))}"
    if missing:
        return f"{what}：其中有{missing}的时期，不作合计"
    total = sum(value for value in values if is_number(value))
    each = f"，平均每{EACH[asked.span.grain]}{written(metric, total / len(values))}" if asked.is_averaged else ""
    return f"{what}合计{written(metric, total)}{each}"


def extreme(warehouse: Warehouse, asked: Understood) -> str:
    """In which of the periods the figure was highest or lowest, where that is asked for."""
    known = [cell for cell in over_span(warehouse, asked, asked.areas[0]) if is_number(cell.value)]
    if not asked.order or len(known) < 2:
        return ""
    end = (min if asked.order == "low" else max)(cell.value for cell in known if is_number(cell.value))
    alike = [period_label(cell.period) for cell in known if cell.value == end]
    when = "、".join(alike[:NAMED]) + (f"等{len(alike)}期" if len(alike) > NAMED else "")
    return f"其中{when}{end_words(asked.metric)[asked.order == 'low']}（{written(asked.metric, end)}）"
