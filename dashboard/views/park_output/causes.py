"""Which industries, which sizes of enterprise and which areas made the change of a measure of output."""

from functools import partial

from dashboard.metrics.areas import Area, children, outermost
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.views.kinds.causes_views import area_causes, part_causes
from dashboard.views.park_output.places import NOT_LIKE_FOR_LIKE, UNIT
from dashboard.views.view import Making

NOT_COMPARED = "上方没有选对比，选同比或环比后再看归因。"


def inside(warehouse: Warehouse, area_code: str) -> tuple[Area, ...]:
    """What lies in the area and adds up to it: 片区 where it holds several, else parks, villages and factories."""
    districts = children(warehouse, area_code, "片区")
    return districts if len(districts) > 1 else outermost(children(warehouse, area_code, UNIT))


def output_causes(warehouse: Warehouse, name: str, selection: Selection) -> tuple[Making, ...]:
    """The change of the measure by industry, by area where the selected one holds several, and by scale."""
    places = inside(warehouse, selection.area_code)
    by_area = partial(area_causes, warehouse, name, places, selection, key="causes-area", note=NOT_LIKE_FOR_LIKE)
    return (
        partial(part_causes, warehouse, name, "industry", selection, key="causes-industry", note=NOT_LIKE_FOR_LIKE),
        *((by_area,) if len(places) > 1 else ()),
        partial(part_causes, warehouse, name, "scale", selection, key="causes-scale", note=NOT_LIKE_FOR_LIKE),
    )


def why_not(selection: Selection, missing: str) -> str:
    """Why there is nothing to tell apart, empty where there is."""
    return missing or ("" if selection.earlier_period else NOT_COMPARED)
