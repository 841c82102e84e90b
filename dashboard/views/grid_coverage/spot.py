"""The chosen place against the whole that it belongs to, over time."""

from collections.abc import Mapping
from dataclasses import replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area_name
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.coverage import extent
from dashboard.metrics.metric import Metric
from dashboard.metrics.periods import to_grain
from dashboard.metrics.reading import read
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Finding
from dashboard.views import charts
from dashboard.views.changes import moved, phrase
from dashboard.views.findings import end_words, written
from dashboard.views.grid_coverage.scope import Scope
from dashboard.views.kinds.area_map import map_view, short_name
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, table, trend_start

Latest = Mapping[str, float | Absence]


@remembered
def spot_view(
    warehouse: Warehouse,
    name: str,
    listed: Scope,
    selection: Selection,
    *,
    chosen: str | None = None,
    key: str = "grid-spot",
) -> View:
    """The metric of every listed place as a quiet line, the chosen one before them; the title says its rank."""
    metric = named_metric(name)
    reported = extent(warehouse, metric.source)
    since = trend_start(selection)
    if reported:
        since = max(since, min(to_grain(reported[0], selection.grain), selection.period))
    answered = cells(warehouse, metric, listed.codes, grain=selection.grain, since=since, until=selection.period)
    named = {place.area_code: place for place in listed.places}
    latest = {cell.area_code: cell.value for cell in answered if cell.period == selection.period}
    compared = None if metric.is_maturing else selection.earlier_period
    before = {cell.area_code: cell.value for cell in answered if cell.period == compared}
    shown = chosen if chosen in latest else farthest(metric, latest)
    series = [
        charts.Series(
            short_name(named[code]),
            tuple((cell.period, cell.value) for cell in answered if cell.area_code == code),
            is_highlighted=code == shown,
        )
        for code in listed.codes
    ]
    place = named.get(chosen or "")
    return View(
        key=key,
        finding=Finding(spot_finding(metric, place.name, latest[place.area_code], latest)).naming(short_name(place))
        if place
        else Finding(gap_finding(metric, latest, before, selection.against)).naming(
            selection.period, *((compared,) if before and compared and selection.against else ())
        ),
        measured=measured(metric, GRAIN_NAMES[selection.grain], f"{listed.name}的{len(listed.places)}处"),
        chart=charts.Trend(series, unit=metric.unit, decimals=metric.decimals, height=260),
        footer=footer(warehouse, metric, answered),
        table=table(warehouse, metric, answered),
    )


def farthest(metric: Metric, latest: Latest) -> str | None:
    """The place at the bad end, at the high end where neither is bad; None where nothing is known."""
    known = {code: value for code, value in latest.items() if is_number(value)}
    pick = min if metric.direction == "higher" else max
    return pick(known, key=known.__getitem__, default=None)


def whole_finding(warehouse: Warehouse, name: str, selection: Selection) -> str:
    """What the metric is for the selected area as a whole, and how that compares."""
    reading = read(warehouse, name, selection)
    metric, place = reading.metric, area_name(warehouse, selection.area_code)
    if not is_number(reading.value):
        return f"{place}{metric.label}：{reading.value}"
    text = f"{place}{metric.label}{written(metric, reading.value)}"
    if reading.change is None:
        return text
    return f"{text}，{phrase(moved(reading, selection.against))}"


def spot_finding(metric: Metric, name: str, value: float | Absence, latest: Latest) -> str:
    """The figure of the chosen place and its rank among the others."""
    if not is_number(value):
        return f"{name}{metric.label}：{value}"
    known = [other for other in latest.values() if is_number(other)]
    text = f"{name}{metric.label}{written(metric, value)}"
    if len(known) == 1:
        return text
    same = sum(other == value for other in known) - 1
    tied = f"（与{same}处并列）" if same else ""
    order = "由多到少" if end_words(metric)[0] == "最多" else "由高到低"
    return f"{text}，{order}第{sum(other > value for other in known) + 1}位{tied}，共{len(known)}处"


def gap_finding(metric: Metric, latest: Latest, before: Latest, against: str) -> str:
    """How far apart the places are, and whether that is more or less than at the compared time."""
    known = sorted(value for value in latest.values() if is_number(value))
    if not known:
        return f"{metric.label}：{next(iter(latest.values()), Absence.NOT_REPORTED)}"
    if len(known) == 1 or written(metric, known[0]) == written(metric, known[-1]):
        return f"{len(known)}处{metric.label}均为{written(metric, known[0])}"
    unit = "个百分点" if metric.unit == "%" else metric.unit
    now = number(known[-1] - known[0], unit, metric.decimals)
    text = f"各处{metric.label}{'与'.join(end_words(metric))}相差{now}"
    earlier = sorted(value for value in before.values() if is_number(value))
    if not against or len(earlier) != len(known):
        return text
    then = number(earlier[-1] - earlier[0], unit, metric.decimals)
    word = {"同比": "上年同期", "环比": "上一期"}[against]
    if now == then:
        return f"{text}，与{word}相同"
    moved = "缩小" if known[-1] - known[0] < earlier[-1] - earlier[0] else "扩大"
    return f"{text}，比{word}的{then}{moved}"


def whole_map(
    warehouse: Warehouse, name: str, listed: Scope, selection: Selection, *, chosen: str | None, width: int, key: str
) -> View:
    """The metric of every place it is told of; the title tells of the whole, as the ends beside the map tell of the places."""
    drawn = map_view(
        warehouse,
        name,
        listed.of(name).places,
        selection,
        chosen=chosen,
        width=width,
        height=725,
        key=key,
        is_over_time=True,
    )
    return replace(drawn, finding=whole_finding(warehouse, name, selection))
