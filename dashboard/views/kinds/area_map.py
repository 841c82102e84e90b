"""One metric over the areas of a level in one period, as a map with a finding and its table."""

from collections.abc import Sequence

from dashboard.content import content
from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, Shape, area, children, outermost, shapes
from dashboard.metrics.ask import Cell, cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.metric import Metric
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.text.formats import is_number, number
from dashboard.views.answers import now
from dashboard.views.findings import at_ends, ranking_finding
from dashboard.views.kinds.ranking import ranked
from dashboard.views.maps import PHONE_HEIGHT, PHONE_WIDTH, AreaMap, AreaShape, MapStep
from dashboard.views.view import View, footer, measured, period_words, shown_since, table

OFFICIAL = "官方"
# A step of a scale, of which no area has twice as many.
GRADE = "级"
# So few areas are told by a ranking: where they lie says nothing.
FEW = 3
GRID_ENDINGS = ("号网格", "网格")


def short_name(place: Area) -> str:
    """The shortest name an area goes by; a grid without its last words: `甲乙3`."""
    # Another name of the same place is no shorter form of it: the map would call it otherwise than the title beside it.
    shorter = [alias for alias in place.aliases.split("、") if alias and _is_taken_from(alias, place.name)]
    name = min((place.name, *shorter), key=len)
    if place.level != "网格":
        return name
    return next((name.removesuffix(ending) for ending in GRID_ENDINGS if name.endswith(ending)), name)


def _is_taken_from(alias: str, name: str) -> bool:
    """Whether the signs of the alias stand in the name in their order."""
    signs = iter(name)
    return all(sign in signs for sign in alias)


def places_of(warehouse: Warehouse, area_code: str, level: str) -> tuple[Area, ...]:
    """The areas of `level` inside an area; where it is such an area itself or holds none, those of its 片区.

    Only areas that take part (inside a 片区) are given.
    """
    chosen = area(warehouse, area_code)
    inside = () if chosen.level == level else children(warehouse, area_code, level)
    if not inside and chosen.district_code:
        inside = children(warehouse, chosen.district_code, level)
    return tuple(place for place in inside if place.is_in_scope)


@remembered
def map_view(
    warehouse: Warehouse,
    metric_name: str,
    level_or_places: str | Sequence[Area],
    selection: Selection,
    *,
    chosen: str | None = None,
    height: int = 460,
    width: int = 720,
    key: str = "",
    is_over_time: bool = False,
) -> View:
    """The metric of the areas of a level (`三区单元`, `网格`: see `places_of`), or of the given places, in the selected period.

    `chosen` is outlined, otherwise the selected area where it is among them. `width` × `height` in pixels are what
    labels are placed for. With `is_over_time` the map of every period of a trend can be gone through.
    """
    places = _places(warehouse, level_or_places, selection.area_code)
    metric = named_metric(metric_name)
    named = {place.area_code: place for place in places}
    since = shown_since(warehouse, metric, selection) if is_over_time else selection.period
    found = cells(warehouse, metric, tuple(named), grain=selection.grain, since=since, until=selection.period)
    answered = _high_first([cell for cell in found if cell.period == selection.period])
    drawable = [shape for shape in shapes(warehouse) if shape.code in named]
    drawn = AreaMap(
        _area_shapes(metric, drawable, named, answered),
        unit=metric.unit,
        decimals=metric.decimals,
        selected=chosen or (selection.area_code if selection.area_code in named else None),
        width=width,
        height=min(height, PHONE_HEIGHT) if width <= PHONE_WIDTH else height,
        is_schematic=any(shape.geometry_status != OFFICIAL for shape in drawable),
        is_count=is_counted(metric),
        direction=metric.direction,
        context=content().map_features,
        named=_named(metric, places, answered),
        steps=_steps(warehouse, metric, [shape.code for shape in drawable], found),
    )
    is_few = 0 < len(drawable) <= FEW
    notes = (
        _undrawn(len(named) - len(drawable)) if drawable else "",
        _elsewhere(warehouse, metric, places, answered, selection),
    )
    return View(
        key=key or f"map-{metric_name}",
        finding=_title(metric, named, answered),
        measured=measured(metric, period_words(warehouse, metric, selection.period), _counted(places)),
        map=drawn if drawable and not is_few else None,
        chart=ranked(metric, places, answered, chosen) if is_few else None,
        footer=footer(warehouse, metric, answered, "；".join(filter(None, notes))),
        table=table(warehouse, metric, answered),
        why="" if drawable else _why_empty(places),
    )


def is_counted(metric: Metric) -> bool:
    """Whether the metric is how many or how much there is of something, which no colour tells: a large area has more."""
    return metric.denominator is None and metric.unit != GRADE


def _places(warehouse: Warehouse, level_or_places: str | Sequence[Area], area_code: str) -> tuple[Area, ...]:
    if isinstance(level_or_places, str):
        return places_of(warehouse, area_code, level_or_places)
    return tuple(level_or_places)


def _high_first(answered: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(answered, key=lambda cell: -cell.value if is_number(cell.value) else float("inf")))


def _counted(places: Sequence[Area]) -> str:
    """How many places there are; a place inside another one is a part of its figure and is counted apart."""
    apart = len(outermost(places))
    inside = f"，内含{len(places) - apart}个厂区" if len(places) > apart else ""
    return f"{apart}处{inside}" if places else ""


def _title(metric: Metric, named: dict[str, Area], answered: Sequence[Cell]) -> str:
    apart = {place.area_code for place in outermost(tuple(named.values()))}
    items = [(named[cell.area_code].name, cell.value) for cell in answered if cell.area_code in apart]
    return ranking_finding(metric, items) if items else metric.label


def _named(metric: Metric, places: Sequence[Area], answered: Sequence[Cell]) -> tuple[str, ...]:
    """The codes of the areas that the title names: the first, or both, of those at either end."""
    apart = {place.area_code for place in outermost(tuple(places))}
    ends = at_ends(metric, [(cell.area_code, cell.value) for cell in answered if cell.area_code in apart])
    return tuple(code for codes in ends for code in (codes if len(codes) == 2 else codes[:1]))


def _undrawn(count: int) -> str:
    return f"另有{count}处没有图形，数值在“数据”里" if count else ""


def _elsewhere(
    warehouse: Warehouse, metric: Metric, places: Sequence[Area], answered: Sequence[Cell], selection: Selection
) -> str:
    """How much of the figure of the whole area lies in none of the places, where it is the sum of what lies in them."""
    if not metric.adds_up or any(place.area_code == selection.area_code for place in places):
        return ""
    apart = {place.area_code for place in outermost(places)}
    inside = [cell.value for cell in answered if cell.area_code in apart]
    known = [value for value in inside if is_number(value)]
    whole = now(warehouse, metric.name, selection).value
    if not known or not is_number(whole) or any(value is Absence.NOT_DISCLOSED for value in inside):
        return ""
    rest = whole - sum(known)
    return f"另有{number(rest, metric.unit, metric.decimals)}未归入图中区域" if round(rest, metric.decimals) > 0 else ""


def _area_shapes(
    metric: Metric, drawable: Sequence[Shape], named: dict[str, Area], answered: Sequence[Cell]
) -> tuple[AreaShape, ...]:
    """The shapes in tree order, so that a factory is drawn on its park and not under it."""
    cell_of = {cell.area_code: cell for cell in answered}
    return tuple(
        AreaShape(
            code=shape.code,
            name=short_name(named[shape.code]),
            rings=shape.rings,
            value=cell_of[shape.code].value,
            text=_text(metric, cell_of[shape.code]),
            tooltip=tuple(filter(None, (_kind(named[shape.code]), named[shape.code].path))),
        )
        for shape in drawable
    )


def _steps(warehouse: Warehouse, metric: Metric, codes: Sequence[str], found: Sequence[Cell]) -> tuple[MapStep, ...]:
    """The periods of the cells, each with the figures of the areas `codes`; none where it is one."""
    cell_of = {(cell.period, cell.area_code): cell for cell in found}
    periods = list(dict.fromkeys(cell.period for cell in found))
    steps = [(period, [cell_of[period, code] for code in codes]) for period in periods]
    told = tuple(
        MapStep(
            period_words(warehouse, metric, period),
            tuple(cell.value for cell in inside),
            tuple(_text(metric, cell) for cell in inside),
        )
        for period, inside in steps
    )
    return told if len(told) > 1 else ()


def _text(metric: Metric, cell: Cell) -> str:
    """The text below the name: the figure, or its span where the metric is an interval; nothing where missing."""
    if not is_number(cell.value):
        return ""
    low = number(cell.value, metric.unit, metric.decimals)
    if cell.value_high is None or cell.value_high == cell.value:
        return low
    return f"{low}–{number(cell.value_high, metric.unit, metric.decimals)}"


def _kind(place: Area) -> str:
    return f"{place.grid_kind}网格" if place.grid_kind else place.zone_kind or ""


def _why_empty(places: Sequence[Area]) -> str:
    return "这些区域还没有图形。" if places else "所选区域没有下一级区域可画。"
