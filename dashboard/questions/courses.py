"""The figure of one or several areas with its course → a view of it."""

from dataclasses import replace

from dashboard.metrics.areas import area_name
from dashboard.metrics.cell import Value
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.apart import reached, whether
from dashboard.questions.figures import added, is_added
from dashboard.questions.items import around_of, whole_of
from dashboard.questions.sentences import listed, selection_of, up_to, why_not
from dashboard.questions.spanned import extreme, over_span, part_said, sum_words
from dashboard.questions.spans import Span
from dashboard.questions.understood import Understood, span_word
from dashboard.text.formats import is_number, percent
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import bare, spaced, written
from dashboard.views.kinds import trend_view
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, table

KEY = "question"
HEIGHT = 220


def course(warehouse: Warehouse, asked: Understood) -> View:
    """The figure of an area and how it came there; of several areas over a span of time, a line each."""
    if not asked.span.is_single and (len(asked.areas) > 1 or asked.part):
        return lines(warehouse, asked)
    since = "" if asked.span.is_single else asked.span.periods[0]
    view = trend_view(warehouse, asked.metrics[0], selection_of(asked), since=since, height=HEIGHT)
    is_reached = asked.bound is not None and asked.form == "trend"
    first = _reached(warehouse, asked) if since else ""
    more = (
        _share_words(warehouse, asked),
        extreme(warehouse, asked) if since else "",
        whether(warehouse, asked),
        "" if is_reached else up_to(warehouse, asked),
        "" if is_reached else why_not(warehouse, asked),
    )
    name = area_name(warehouse, asked.areas[0])
    figure = () if is_reached else (str(view.finding),)
    told = (f"{name}{first}", *figure) if first else (f"{name}{view.finding}",)
    return replace(view, key=KEY, finding=Finding(*told, *more))


def lines(warehouse: Warehouse, asked: Understood) -> View:
    """The figures of several areas, or of a part of them, over a span of time, a line each."""
    metric = asked.metric
    answered = {code: over_span(warehouse, asked, code) for code in asked.areas}
    series = [
        charts.Series(area_name(warehouse, code), tuple((cell.period, cell.value) for cell in found))
        for code, found in answered.items()
    ]
    last = [(area_name(warehouse, code), found[-1].value) for code, found in answered.items() if found]
    figures = f"{period_label(asked.span.last)}{spaced(metric.label)}：{listed(metric, last)}"
    if is_added(asked):
        sums = [(area_name(warehouse, cell.area_code), cell.value) for cell in added(warehouse, asked, asked.areas)]
        figures = f"{span_word(asked.span)}合计的{spaced(metric.label)}：{listed(metric, sums)}，{figures}"
    told = _of_one(warehouse, asked, last[0][1]) if len(asked.areas) == 1 else (figures,)
    every = [cell for found in answered.values() for cell in found]
    return View(
        key=KEY,
        finding=Finding(*told),
        measured=measured(metric, GRAIN_NAMES[asked.span.grain], asked.part),
        chart=charts.Trend(series, unit=metric.unit, decimals=metric.decimals, height=HEIGHT),
        footer=footer(warehouse, metric, every),
        table=table(warehouse, metric, every),
    )


def _of_one(warehouse: Warehouse, asked: Understood, last: Value) -> tuple[str, ...]:
    """What is told of one area: when it was so, or what it came to and when it was highest, before its last figure."""
    name, first, metric = area_name(warehouse, asked.areas[0]), _reached(warehouse, asked), asked.metric
    if asked.bound is not None:
        return (f"{name}{first}",)
    figure = f"{period_label(asked.span.last)}{part_said(asked)}{spaced(bare(metric))}{written(metric, last)}"
    return tuple(filter(None, (f"{name}{first}" if first else "", extreme(warehouse, asked), figure)))


def _reached(warehouse: Warehouse, asked: Understood) -> str:
    """When the figure lay within the bound, or what the span of time adds up to where none is asked for."""
    return reached(warehouse, asked) if asked.bound is not None else sum_words(warehouse, asked)


def _share_words(warehouse: Warehouse, asked: Understood) -> str:
    """What part the area has in the next one around it, where that is asked for."""
    if not asked.is_share:
        return ""
    [own] = over_span(warehouse, replace(asked, spans=(last_of(asked),)), asked.areas[0])
    around, whole = around_of(warehouse, asked), whole_of(warehouse, asked)
    if not (is_number(own.value) and is_number(whole) and whole > 0):
        return "占比算不出"
    return f"占{area_name(warehouse, around)}的{percent(own.value / whole * 100)}"


def last_of(asked: Understood) -> Span:
    """The last period that is asked for."""
    return Span(asked.span.last, asked.span.last)
