"""The figures of areas in several periods → a view of them beside each other, with how the later moved from the earlier."""

from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.apart import period_ratio, times_as_much
from dashboard.questions.courses import KEY
from dashboard.questions.item import POINTS
from dashboard.questions.sentences import listed
from dashboard.questions.spanned import over_span, part_said
from dashboard.questions.understood import Understood, span_word
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.changes import between, phrase, why_not
from dashboard.views.findings import bare, spaced, written
from dashboard.views.view import View, footer, measured, table


def periods_beside(warehouse: Warehouse, asked: Understood) -> View:
    """Each area in each period; of two single ones how far they are apart."""
    metric = asked.metric
    found = {
        code: [cell for span in asked.spans for cell in over_span(warehouse, replace(asked, spans=(span,)), code)]
        for code in asked.areas
    }
    names = {code: area_name(warehouse, code) for code in asked.areas}
    every = [cell for cells in found.values() for cell in cells]
    bars = [
        charts.Bar(
            f"{names[code]}{period_label(cell.period)}" if len(found) > 1 else period_label(cell.period), cell.value
        )
        for code, cells in found.items()
        for cell in cells
    ]
    is_long = any(not span.is_single for span in asked.spans)
    is_flow = metric.denominator is None and metric.numerator.over_time == "sum" and not metric.is_interval
    told = [
        f"{names[code]}{part_said(asked)}"
        f"{_of_spans(warehouse, asked, code) if is_long and is_flow else _of_each(asked, cells)}"
        for code, cells in found.items()
    ]
    return View(
        key=KEY,
        finding=Finding(*told),
        measured=measured(metric, "、".join(names.values()), asked.part),
        chart=charts.Bars(bars, unit=metric.unit, decimals=metric.decimals),
        footer=footer(warehouse, metric, every),
        table=table(warehouse, metric, every),
    )


def _of_each(asked: Understood, cells: list[Cell]) -> str:
    return _sentence(asked.metric, cells, _further(asked, cells))


def _of_spans(warehouse: Warehouse, asked: Understood, code: str) -> str:
    """What each span of time adds up to, and how far two are apart: 上半年 beside 下半年."""
    metric = asked.metric
    sums: list[tuple[str, Value]] = []
    for span in asked.spans:
        values = [cell.value for cell in over_span(warehouse, replace(asked, spans=(span,)), code)]
        missing = next((value for value in values if isinstance(value, Absence)), None)
        sums.append((span_word(span), missing or sum(value for value in values if is_number(value))))
    known = [value for _, value in sums if is_number(value)]
    apart = (
        f"相差{number(abs(known[0] - known[1]), metric.unit, metric.decimals)}" if len(known) == len(sums) == 2 else ""
    )
    ratio = times_as_much(*sums) if asked.apart == "ratio" and len(sums) == 2 else ""
    return "，".join(filter(None, (f"{spaced(bare(metric))}：{listed(metric, sums)}", apart, ratio)))


def _further(asked: Understood, cells: list[Cell]) -> str:
    """How many times as much the first is, or what the periods add up to where none is missing."""
    values = [cell.value for cell in cells if is_number(cell.value)]
    if not asked.is_summed:
        return period_ratio(asked, cells)
    return f"合计{written(asked.metric, sum(values))}" if len(values) == len(cells) else "其中有没有数的时期，不作合计"


def _sentence(metric: Metric, cells: list[Cell], ratio: str) -> str:
    listed_cells = listed(metric, [(period_label(cell.period), cell.value) for cell in cells])
    return "，".join(filter(None, (f"{spaced(bare(metric))}：{listed_cells}", _moved(metric, cells), ratio)))


def _moved(metric: Metric, cells: list[Cell]) -> str:
    """How far two periods are apart, and the change from the earlier to the later where that is more than the difference."""
    if len(cells) != 2:
        return ""
    then, now = sorted(cells, key=lambda cell: cell.period)
    if not (is_number(then.value) and is_number(now.value)):
        return ""
    unit = POINTS if metric.unit == "%" else metric.unit
    apart = f"相差{number(abs(now.value - then.value), unit, metric.decimals)}"
    change = between(metric, now, then, f"{period_label(now.period)}比{period_label(then.period)}")
    further = why_not(metric, now, then) or (phrase(change) if unit is metric.unit else "")
    return "，".join(filter(None, (apart, further)))
