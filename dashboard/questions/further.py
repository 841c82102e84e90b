"""The further metrics of a question → a sentence on each."""

from dataclasses import replace

from dashboard.metrics.areas import area_name
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.inside import places_of
from dashboard.questions.items import of_areas
from dashboard.questions.pictures import MOST_LINES, picture
from dashboard.questions.sentences import (
    listed_items,
    selection_of,
)
from dashboard.questions.understood import Understood
from dashboard.views.findings import bare, spaced
from dashboard.views.kinds import trend_view


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
