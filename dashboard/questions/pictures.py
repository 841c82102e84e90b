"""What was asked → the finding that answers it with its chart, out of the metric layer's one question alone."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.areas import Area, ancestors, area, area_name, children
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.sentences import (
    NAMED,
    listed,
    order_finding,
    over_span,
    part_finding,
    selection_of,
    sum_words,
    up_to,
    why_not,
)
from dashboard.questions.understood import Understood
from dashboard.text.formats import is_number, period_label
from dashboard.text.joined import Finding
from dashboard.views import charts
from dashboard.views.answers import high_first, in_period
from dashboard.views.findings import bare, spaced
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.table import Footer, Table
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, table

KEY = "question"
HEIGHT = 220
# Bars that are read at once; the data behind the chart have all.
MOST_BARS = 12


def picture(warehouse: Warehouse, asked: Understood) -> View | None:
    """The finding and its picture; None for a definition, which has no figure."""
    draw = {
        "figure": _course,
        "trend": _course,
        "parts": _parts,
        "ranking": _ranking,
        "compare": _beside,
        "periods": _periods,
    }.get(asked.form)
    return draw(warehouse, asked) if draw else None


def _course(warehouse: Warehouse, asked: Understood) -> View:
    """The figure of an area and how it came there; of several areas over a span of time, a line each."""
    if len(asked.areas) > 1 and not asked.span.is_single:
        return _lines(warehouse, asked)
    since = "" if asked.span.is_single else asked.span.periods[0]
    view = trend_view(warehouse, asked.metrics[0], selection_of(asked), since=since, height=HEIGHT)
    more = (
        sum_words(warehouse, asked) if since else "",
        up_to(warehouse, asked),
        why_not(warehouse, asked),
    )
    return replace(view, key=KEY, finding=Finding(f"{area_name(warehouse, asked.areas[0])}{view.finding}", *more))


def _lines(warehouse: Warehouse, asked: Understood) -> View:
    metric = asked.metric
    answered = {code: over_span(warehouse, asked, code) for code in asked.areas}
    series = [
        charts.Series(area_name(warehouse, code), tuple((cell.period, cell.value) for cell in found))
        for code, found in answered.items()
    ]
    last = [(area_name(warehouse, code), found[-1].value) for code, found in answered.items() if found]
    every = [cell for found in answered.values() for cell in found]
    return View(
        key=KEY,
        finding=Finding(f"{period_label(asked.span.last)}{spaced(metric.label)}：{listed(metric, last)}"),
        measured=measured(metric, GRAIN_NAMES[asked.span.grain]),
        chart=charts.Trend(series, unit=metric.unit, decimals=metric.decimals, height=HEIGHT),
        footer=footer(warehouse, metric, every),
        table=table(warehouse, metric, every),
    )


def _parts(warehouse: Warehouse, asked: Understood) -> View:
    """The figure by its parts, in a period or over time; of a part that is asked for, its own figure first."""
    selection, name = selection_of(asked), asked.metrics[0]
    if asked.span.is_single:
        view = parts_view(warehouse, name, asked.by, selection)
    else:
        view = parts_trend_view(warehouse, name, asked.by, selection, since=asked.span.periods[0])
    finding = view.finding
    if asked.part or asked.order:
        found = in_period(warehouse, asked.metric, (asked.areas[0],), selection, by=asked.by)
        finding = part_finding(warehouse, asked, found)
    return replace(view, key=KEY, finding=Finding(f"{area_name(warehouse, asked.areas[0])}：{finding}"))


def _places(warehouse: Warehouse, asked: Understood) -> tuple[Area, ...]:
    """The areas of the level inside those that are asked for; where one holds none, inside the next around it that does."""
    level, kind, _ = LEVELS[asked.level]
    found: dict[str, Area] = {}
    for code in asked.areas:
        around = (code, *(upper.area_code for upper in reversed(ancestors(warehouse, code))))
        inside = (
            [place for place in children(warehouse, one, level) if place.is_in_scope and kind in ("", place.zone_kind)]
            for one in around
        )
        found |= {place.area_code: place for place in next(filter(None, inside), [])}
    return tuple(found.values())


def _ranking(warehouse: Warehouse, asked: Understood) -> View:
    return _bars(warehouse, asked, _places(warehouse, asked))


def _beside(warehouse: Warehouse, asked: Understood) -> View:
    return _bars(warehouse, asked, [area(warehouse, code) for code in asked.areas], is_named=True)


def _bars(warehouse: Warehouse, asked: Understood, places: Sequence[Area], *, is_named: bool = False) -> View:
    """The areas as bars, in the order that is asked for; missing ones last with their word."""
    metric, names = asked.metric, {place.area_code: area_name(warehouse, place.area_code) for place in places}
    sign = -1 if asked.order == "low" else 1
    answered = sorted(
        in_period(warehouse, metric, tuple(names), selection_of(asked)),
        key=lambda cell: (not is_number(cell.value), sign * high_first(cell.value)),
    )
    items = [(names[cell.area_code], cell.value) for cell in answered]
    when = period_label(asked.span.last)
    if not items:
        return _nothing(asked, f"{area_name(warehouse, asked.areas[0])}没有这一级的区域")
    shown = answered[: asked.top or MOST_BARS]
    rest = len(answered) - len(shown)
    notes = (
        f"图中为前 {len(shown)} 个，其余 {rest} 个见“数据”" if rest else "",
        "有未明确的部分，所列为最少数" if metric.is_interval else "",
    )
    finding = listed(metric, items[:NAMED]) if is_named else order_finding(asked, items)
    return View(
        key=KEY,
        finding=Finding(f"{when}{f'{spaced(bare(metric))}：' if is_named else ''}{finding}"),
        measured=measured(metric, when, "" if is_named else area_name(warehouse, asked.areas[0])),
        chart=charts.Bars(
            [charts.Bar(names[cell.area_code], cell.value, key=cell.area_code) for cell in shown],
            unit=metric.unit,
            decimals=metric.decimals,
        ),
        footer=footer(warehouse, metric, answered, "；".join(filter(None, notes))),
        table=table(warehouse, metric, answered),
    )


def _nothing(asked: Understood, why: str) -> View:
    return View(KEY, asked.metric.label, "", Footer(""), Table((), ()), why=why)


def _periods(warehouse: Warehouse, asked: Understood) -> View:
    """The figures of an area in several periods beside each other."""
    metric, code = asked.metric, asked.areas[0]
    found = [cell for span in asked.spans for cell in over_span(warehouse, replace(asked, spans=(span,)), code)]
    items = [(period_label(cell.period), cell.value) for cell in found]
    return View(
        key=KEY,
        finding=Finding(f"{area_name(warehouse, code)}{spaced(bare(metric))}：{listed(metric, items)}"),
        measured=measured(metric, area_name(warehouse, code)),
        chart=charts.Bars(
            [charts.Bar(name, value) for name, value in items], unit=metric.unit, decimals=metric.decimals
        ),
        footer=footer(warehouse, metric, found),
        table=table(warehouse, metric, found),
    )
