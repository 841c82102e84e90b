"""What was asked → the finding that answers it with its chart, out of the metric layer's one question alone."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.areas import Area, area, area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.apart import gap_words, ratio_words, reached, whether
from dashboard.questions.inside import held_in, places_of
from dashboard.questions.items import Items, around_of, is_added, of_areas, of_parts, whole_of
from dashboard.questions.over_time import periods_beside
from dashboard.questions.periods import Span
from dashboard.questions.sentences import (
    difference,
    extreme,
    items_finding,
    listed,
    listed_items,
    over_span,
    parts_words,
    selection_of,
    sum_words,
    total,
    up_to,
    why_not,
)
from dashboard.questions.understood import MOST_AREAS, Order, Understood, span_word
from dashboard.tables.targets import progress_of
from dashboard.text.formats import is_number, percent, period_label
from dashboard.text.joined import Finding
from dashboard.views import charts
from dashboard.views.findings import bare, spaced
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.causes_views import area_causes, part_causes
from dashboard.views.profile.standing import placed
from dashboard.views.profile.subject import kind_of, peers
from dashboard.views.table import Footer, Table
from dashboard.views.targets import clause
from dashboard.views.view import GRAIN_NAMES, View, footer, measured, table

KEY = "question"
HEIGHT = 220
# Bars that are read at once; the data behind the chart have all.
MOST_BARS, MOST_LINES = 12, 8


def picture(warehouse: Warehouse, asked: Understood) -> View | None:
    """The finding and its picture; None for a definition, which has no figure."""
    draw = {
        "figure": _course,
        "trend": _course,
        "parts": _parts,
        "ranking": _ranking,
        "compare": _beside,
        "periods": periods_beside,
        "standing": _standing,
        "causes": _causes,
        "target": _target,
    }.get(asked.form)
    return draw(warehouse, asked) if draw else None


def _course(warehouse: Warehouse, asked: Understood) -> View:
    """The figure of an area and how it came there; of several areas over a span of time, a line each."""
    if len(asked.areas) > 1 and not asked.span.is_single:
        return _lines(warehouse, asked)
    since = "" if asked.span.is_single else asked.span.periods[0]
    view = trend_view(warehouse, asked.metrics[0], selection_of(asked), since=since, height=HEIGHT)
    is_reached = asked.bound is not None and asked.form == "trend"
    first = reached(warehouse, asked) if is_reached else sum_words(warehouse, asked) if since else ""
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


def _share_words(warehouse: Warehouse, asked: Understood) -> str:
    """What part the area has in the next one around it, where that is asked for."""
    if not asked.is_share:
        return ""
    [own] = over_span(warehouse, replace(asked, spans=(_last(asked),)), asked.areas[0])
    around, whole = around_of(warehouse, asked), whole_of(warehouse, asked)
    if not (is_number(own.value) and is_number(whole) and whole > 0):
        return "占比算不出"
    return f"占{area_name(warehouse, around)}的 {percent(own.value / whole * 100)}"


def _last(asked: Understood) -> Span:
    return Span(asked.span.last, asked.span.last)


def _parts(warehouse: Warehouse, asked: Understood) -> View:
    """The figure by its parts, in a period or over time; of parts that are asked for, their own figures first."""
    selection, name = selection_of(asked), asked.metrics[0]
    if asked.span.is_single:
        view = parts_view(warehouse, name, asked.by, selection)
    else:
        view = parts_trend_view(warehouse, name, asked.by, selection, since=asked.span.periods[0])
    finding = view.finding
    if asked.parts or asked.order or asked.is_narrowed or asked.left_out:
        found = of_parts(warehouse, asked)
        if asked.parts:
            figures = parts_words(warehouse, asked, found).parts
            finding = Finding(*figures, ratio_words(asked, found), total(asked, found))
        elif not found.items and asked.bound is None:
            finding = Finding(f"{asked.metric.label}：没有分组数据")
        else:
            told = Finding(*items_finding(asked, found).parts, total(asked, found))
            told = told.behind(f"{span_word(asked.span)}合计的" if is_added(asked) else "")
            finding = told.behind(f"不含{'、'.join(asked.left_out)}，" if asked.left_out else "")
            view = replace(view, chart=_drawn(asked, found))
    return replace(view, key=KEY, finding=Finding(f"{area_name(warehouse, asked.areas[0])}：{finding}"))


def _drawn(asked: Understood, found: Items) -> charts.Bars | None:
    """The first of the items as bars."""
    shown = found.items[: asked.top or MOST_BARS]
    if not shown:
        return None
    return charts.Bars(
        [charts.Bar(one.name, one.value, key=one.key) for one in shown],
        unit=found.unit,
        decimals=found.decimals,
        is_change=asked.is_change,
    )


def _ranking(warehouse: Warehouse, asked: Understood) -> View:
    """The areas as bars; over a span of time a few as lines, of more the last period."""
    places, around = places_of(warehouse, asked)
    is_told_apart = asked.is_narrowed or asked.order or asked.by
    if not asked.span.is_single and 1 < len(places) <= MOST_LINES and not is_told_apart:
        return _lines(warehouse, replace(asked, areas=tuple(place.area_code for place in places)))
    return _bars(warehouse, asked, places, around=around)


def _beside(warehouse: Warehouse, asked: Understood) -> View:
    return _bars(warehouse, asked, [area(warehouse, code) for code in asked.areas], is_named=True)


def _bars(
    warehouse: Warehouse, asked: Understood, places: Sequence[Area], *, is_named: bool = False, around: str = ""
) -> View:
    """The areas as bars, in the order that is asked for; missing ones last with their word."""
    metric, what = asked.metric, f"{asked.part}的" if asked.part else ""
    when = f"{span_word(asked.span)}合计的" if is_added(asked) else period_label(asked.span.last)
    if not places:
        return _nothing(asked, f"{area_name(warehouse, asked.areas[0])}没有这一级的区域")
    found = of_areas(warehouse, asked, places)
    rest = len(found.items) - len(found.items[: asked.top or MOST_BARS])
    notes = (
        f"图中为前 {len(found.items) - rest} 个，其余 {rest} 个见“数据”" if rest else "",
        "有未明确的部分，所列为最少数" if metric.is_interval else "",
    )
    if is_named:
        told = [
            f"{spaced(bare(metric))}：{listed_items(found.items[:MOST_AREAS])}",
            difference(asked, found),
            ratio_words(asked, found),
        ]
    else:
        told = list(items_finding(asked, found).parts)
        without = "、".join(area_name(warehouse, code) for code in asked.left_out)
        told[0] = f"{f'不含{without}，' if without else ''}{told[0]}"
    answered = [one.cell for one in found.items]
    return View(
        key=KEY,
        finding=Finding(f"{when}{what}{told[0]}", *told[1:], total(asked, found), gap_words(asked, found)),
        measured=measured(metric, when, asked.part, "" if is_named else area_name(warehouse, around or asked.areas[0])),
        chart=_drawn(asked, found),
        footer=footer(warehouse, metric, answered, "；".join(filter(None, notes))),
        table=table(warehouse, metric, answered, asked.by or None),
    )


def _standing(warehouse: Warehouse, asked: Understood) -> View:
    """The place of an area among those of its kind, beside their figures."""
    place = area(warehouse, asked.areas[0])
    alike = peers(warehouse, place)
    order: Order = asked.order or ("high" if asked.metric.direction != "lower" else "low")
    view = _bars(warehouse, replace(asked, order=order), alike)
    own = placed(warehouse, asked.metrics[0], place, selection_of(asked))
    figure = f"{period_label(asked.span.last)}{place.name}{spaced(asked.metric.label)}"
    told = listed(asked.metric, [(figure, own.reading.value)])
    rank = "没有可比的同类"
    if own.rank:
        is_shared = "并列" if own.rank.is_shared else ""
        rank = f"在有数的 {own.rank.known} 个{kind_of(place)}中{is_shared}第 {own.rank.place}"
    return replace(view, finding=Finding(told, rank, view.finding))


def _causes(warehouse: Warehouse, asked: Understood) -> View:
    """What made the change: areas where they are asked for or there is nothing else to tell apart by, else parts."""
    selection, name = selection_of(asked), asked.metrics[0]
    if selection.earlier_period is None:
        selection = replace(selection, comparison="year_earlier")
    by = asked.by or next((one.name for one in asked.metric.dimensions), "")
    places = held_in(warehouse, asked.areas[0], asked.level or "zone")
    view = (
        area_causes(warehouse, name, places, selection, key=KEY)
        if (asked.level and len(places) > 1) or not by
        else part_causes(warehouse, name, by, selection, key=KEY)
    )
    if view is None:
        return _course(warehouse, replace(asked, form="figure"))
    return replace(view, finding=Finding(f"{area_name(warehouse, asked.areas[0])}：{view.finding}"))


def _target(warehouse: Warehouse, asked: Understood) -> View:
    """The figure under what is reached of the target of its year."""
    view = _course(warehouse, replace(asked, form="figure", spans=(_last(asked),)))
    found = progress_of(warehouse, asked.metrics[0], asked.areas[0], asked.span.last)
    name = area_name(warehouse, asked.areas[0])
    told = f"{name}：{clause(found)}" if found else f"{name}没有下达{asked.metric.label}的年度目标"
    return replace(view, finding=Finding(told, view.finding))


def others(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """The figures of the further metrics that are asked for beside the first, a sentence each, told as the first is."""
    told = []
    if asked.bound is not None and asked.form == "ranking":
        return tuple(_of_the_same(warehouse, asked, name) for name in asked.metrics[1:])
    for name in asked.metrics[1:]:
        metric = named_metric(name)
        spans = tuple(span if span.grain in metric.grains else span.by(metric.grain) for span in asked.spans)
        has_split = asked.by in {dimension.name for dimension in metric.dimensions}
        one = replace(asked, metrics=(name,), spans=spans)
        if not has_split:
            one = replace(one, by="", parts=(), form="figure" if asked.form == "parts" else asked.form)
        one = replace(one, bound=None, order="", is_share=False, is_summed=False)
        if one.form == "figure" or (one.form == "trend" and len(one.areas) == 1):
            told.append(f"{area_name(warehouse, one.areas[0])}{trend_view(warehouse, name, selection_of(one)).finding}")
        elif view := picture(warehouse, one):
            told.append(str(view.finding))
    return tuple(told)


def _of_the_same(warehouse: Warehouse, asked: Understood, name: str) -> str:
    """A further figure of the areas within the bound, and of no others."""
    places, _ = places_of(warehouse, asked)
    kept = {one.key for one in of_areas(warehouse, asked, places).items}
    held = [place for place in places if place.area_code in kept]
    one = replace(asked, metrics=(name,), bound=None, order="", is_change=False, by="", parts=())
    told = listed_items(of_areas(warehouse, one, held).items[:MOST_LINES])
    return f"其中{spaced(bare(one.metric))}：{told or '没有这样的区域'}"


def _nothing(asked: Understood, why: str) -> View:
    return View(KEY, asked.metric.label, "", Footer(""), Table((), ()), why=why)
