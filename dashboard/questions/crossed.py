"""Areas and parts at once → a heat map of all figures, and of each area the part that is highest or lowest."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area_name
from dashboard.metrics.catalogue import dimension_label
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.courses import KEY
from dashboard.questions.figures import figures_in, is_added
from dashboard.questions.inside import places_of
from dashboard.questions.item import beside
from dashboard.questions.understood import Understood, span_word
from dashboard.text.formats import is_number
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views import charts
from dashboard.views.findings import bare, end_words, spaced, written
from dashboard.views.kinds.area_map import short_name
from dashboard.views.view import View, footer, measured, table

MOST_IN_TITLE, MOST_LINES, MOST_ROWS = 3, 6, 30


def is_crossed(asked: Understood) -> bool:
    """Whether each area is told apart by parts, all or several: 各村各类别, 各村安全隐患和环境卫生."""
    return asked.form == "ranking" and bool(asked.by) and len(asked.parts) != 1


def crossed_view(warehouse: Warehouse, asked: Understood, places: Sequence[Area], around: str) -> View:
    """All figures of the areas by parts, and in words the chief part of each of the first areas; what may not be shown is counted."""
    metric, period = asked.metric, asked.span.last
    when = f"{span_word(asked.span)}合计的" if is_added(asked) else period_label(period)
    cells = _cells(warehouse, asked, places)
    value_of = {(cell.area_code, cell.part): cell.value for cell in cells}
    names = list(dict.fromkeys(cell.part or "" for cell in cells))
    hidden = sum(value is Absence.NOT_DISCLOSED for value in value_of.values())
    label = dimension_label(asked.by, metric.mart)
    shown = places[:MOST_ROWS]
    chart = charts.Heat(
        [short_name(place) for place in shown],
        names,
        [[value_of.get((place.area_code, name), Absence.NOT_IN_PERIOD) for name in names] for place in shown],
        unit=metric.unit,
        decimals=metric.decimals,
        keys=[place.area_code for place in shown],
    )
    more = f"图中为前{len(shown)}个区域，其余{len(places) - len(shown)}个见“数据”" if len(places) > len(shown) else ""
    return View(
        key=KEY,
        finding=Finding(
            f"{when}{spaced(bare(metric))}（按{label}）：{_chief_parts(warehouse, asked, places, cells)}",
            f"另有{hidden}个数不公开" if hidden else "",
        ),
        measured=measured(metric, when, f"按{label}", area_name(warehouse, around or asked.areas[0])),
        chart=chart if names else None,
        footer=footer(warehouse, metric, cells, more),
        table=table(warehouse, metric, cells, asked.by),
        why="" if names else "这些区域没有分组数据。",
    )


def crossed_lines(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """Of the first of many areas a sentence each, which the title has no room for."""
    places = places_of(warehouse, asked)[0] if is_crossed(asked) else ()
    if len(places) <= MOST_IN_TITLE:
        return ()
    cells = _cells(warehouse, asked, places)
    more = (f"其余{len(places) - MOST_LINES}个见“数据”",) if len(places) > MOST_LINES else ()
    return (*(_chief_part(warehouse, asked, place, cells) for place in places[:MOST_LINES]), *more)


def _cells(warehouse: Warehouse, asked: Understood, places: Sequence[Area]) -> tuple[Cell, ...]:
    """The figures of the areas by all parts, or by those that are asked for."""
    cells = figures_in(warehouse, asked, tuple(place.area_code for place in places), asked.span.last)
    return tuple(cell for cell in cells if not asked.parts or cell.part in asked.parts)


def _chief_parts(warehouse: Warehouse, asked: Understood, places: Sequence[Area], cells: Sequence[Cell]) -> str:
    """Of each of a few areas its chief part; of many areas the chief figure of all."""
    if len(places) <= MOST_IN_TITLE:
        return "；".join(_chief_part(warehouse, asked, place, cells) for place in places)
    names = [(f"{area_name(warehouse, cell.area_code)}的{cell.part}", cell.value) for cell in cells]
    return _first(asked, names, MOST_IN_TITLE) or f"{len(places)}个区域都没有数"


def _chief_part(warehouse: Warehouse, asked: Understood, place: Area, cells: Sequence[Cell]) -> str:
    """The first parts of an area in the order that is asked for, or the word for why there is none; each that is named."""
    known = [(cell.part or "", cell.value) for cell in cells if cell.area_code == place.area_code]
    who = area_name(warehouse, place.area_code)
    if asked.parts:
        return who + "、".join(beside(name, written(asked.metric, value)) for name, value in known)
    words = _first(asked, known, len(known))
    return f"{who}{words}" if words else beside(who, _why_none(known))


def _first(asked: Understood, told: Sequence[tuple[str, Value]], most: int) -> str:
    """Those that are first in the order, with all of the same figure, at most so many by name; empty without a figure."""
    sign, end = (1, 1) if asked.order == "low" else (-1, 0)
    figures = sorted(((value, name) for name, value in told if is_number(value)), key=lambda one: sign * one[0])
    alike = [one for one in figures if one[0] == figures[0][0]]
    first = figures[: max(asked.top, len(alike))]
    more = f"等{len(first)}个" if len(first) > most else ""
    words = "、".join(f"{name}{written(asked.metric, value)}" for value, name in first[:most])
    return f"{end_words(asked.metric)[end]}的是{words}{more}" if words else ""


def _why_none(known: Sequence[tuple[str, object]]) -> str:
    """The word for why none of an area's parts has a figure."""
    return str(next((value for _, value in known), Absence.NOT_IN_PERIOD))
