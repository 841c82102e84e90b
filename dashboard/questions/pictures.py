"""What was asked → the finding that answers it with its chart, out of the metric layer's one question alone."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.metrics.areas import Area, area, area_name
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.apart import gap_words, mean_words, ratio_words
from dashboard.questions.courses import KEY, course, last_of, lines
from dashboard.questions.crossed import crossed_view, is_crossed
from dashboard.questions.figures import is_added
from dashboard.questions.inside import held_in, places_of
from dashboard.questions.item import Items
from dashboard.questions.items import of_areas, of_parts
from dashboard.questions.over_time import periods_beside
from dashboard.questions.sentences import (
    difference,
    items_finding,
    listed,
    listed_items,
    parts_words,
    selection_of,
    total,
)
from dashboard.questions.understood import MOST_AREAS, Order, Understood, span_word
from dashboard.tables.targets import progress_of
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import bare, spaced
from dashboard.views.kinds import parts_trend_view, parts_view
from dashboard.views.kinds.causes_views import area_causes, part_causes
from dashboard.views.profile.standing import placed
from dashboard.views.profile.subject import kind_of, peers
from dashboard.views.table import Footer, Table
from dashboard.views.targets import clause
from dashboard.views.view import View, footer, measured, table

# Bars that are read at once; the data behind the chart have all.
MOST_BARS, MOST_LINES = 12, 8
NONE_WITHIN = "没有符合条件的；要看全部，请去掉条件再问。"


def picture(warehouse: Warehouse, asked: Understood) -> View | None:
    """The finding and its picture; None for a definition, which has no figure."""
    draw = {
        "figure": course,
        "trend": course,
        "parts": _parts,
        "ranking": _ranking,
        "compare": _beside,
        "periods": periods_beside,
        "standing": _standing,
        "causes": _causes,
        "target": _target,
    }.get(asked.form)
    return draw(warehouse, asked) if draw else None


def _parts(warehouse: Warehouse, asked: Understood) -> View:
    """The figure by its parts, in a period or over time; of parts that are asked for, their own figures first."""
    if asked.span.is_single:
        view = parts_view(warehouse, asked.metrics[0], asked.by, selection_of(asked))
    else:
        view = _parts_over_time(warehouse, asked)
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
            view = replace(view, chart=_drawn(asked, found), why="" if found.items else NONE_WITHIN)
    return replace(view, key=KEY, finding=Finding(f"{area_name(warehouse, asked.areas[0])}：{finding}"))


def _parts_over_time(warehouse: Warehouse, asked: Understood) -> View:
    """The course of each part, and in words those of the last period: their changes would say nothing of the others."""
    selection = replace(selection_of(asked), comparison="none")
    view = parts_trend_view(warehouse, asked.metrics[0], asked.by, selection, since=asked.span.first)
    told = f"{period_label(asked.span.last)}{view.finding}"
    return replace(view, finding=Finding(told, f"{span_word(asked.span)}各期见“数据”"))


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
    if is_crossed(asked) and places:
        return crossed_view(warehouse, asked, places, around)
    is_told_apart = asked.is_narrowed or asked.order or asked.by
    if not asked.span.is_single and 1 < len(places) <= MOST_LINES and not is_told_apart:
        return lines(warehouse, replace(asked, areas=tuple(place.area_code for place in places)))
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
        f"图中为前{len(found.items) - rest}个，其余{rest}个见“数据”" if rest else "",
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
        why="" if found.items else NONE_WITHIN,
    )


def _standing(warehouse: Warehouse, asked: Understood) -> View:
    """The place of an area among those of its kind, beside their figures."""
    place = area(warehouse, asked.areas[0])
    alike = peers(warehouse, place)
    order: Order = asked.order or ("high" if asked.metric.direction != "lower" else "low")
    view = _bars(warehouse, replace(asked, order=order, is_averaged=False), alike)
    own = placed(warehouse, asked.metrics[0], place, selection_of(asked))
    figure = f"{period_label(asked.span.last)}{place.name}{spaced(asked.metric.label)}"
    told = listed(asked.metric, [(figure, own.reading.value)])
    rank = "没有可比的同类"
    if own.rank:
        is_shared = "并列" if own.rank.is_shared else ""
        rank = f"在有数的{own.rank.known}个{kind_of(place)}中{is_shared}第{own.rank.place}"
    mean = mean_words(warehouse, asked, own) if asked.is_averaged else ""
    return replace(view, finding=Finding(told, mean, rank, view.finding))


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
        return course(warehouse, replace(asked, form="figure"))
    return replace(view, finding=Finding(f"{area_name(warehouse, asked.areas[0])}：{view.finding}"))


def _target(warehouse: Warehouse, asked: Understood) -> View:
    """The figure under what is reached of the target of its year."""
    view = course(warehouse, replace(asked, form="figure", spans=(last_of(asked),)))
    found = progress_of(warehouse, asked.metrics[0], asked.areas[0], asked.span.last)
    name = area_name(warehouse, asked.areas[0])
    told = f"{name}：{clause(found)}" if found else f"{name}没有下达{asked.metric.label}的年度目标"
    return replace(view, finding=Finding(told, view.finding))


def _nothing(asked: Understood, why: str) -> View:
    return View(KEY, asked.metric.label, "", Footer(""), Table((), ()), why=why)
