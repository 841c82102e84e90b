"""One of a few metrics of every park, village and factory of an area: on the map, how it moved, and its course."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.render.web.blocks import contained, map_width
from dashboard.render.web.linked import linked, metric_of_places
from dashboard.render.web.show import made, show, show_map
from dashboard.views.kinds import map_view
from dashboard.views.park_output.places import ranking, spot_trend, units, with_figures
from dashboard.views.view import Making

# The order of more places is as high as the map.
BESIDE_A_TREND = 8


def where(
    warehouse: Warehouse,
    selection: Selection,
    names: Sequence[str],
    *,
    height: int = 480,
    instead: Callable[[str], Making] | None = None,
) -> tuple[Callable[[], None], str]:
    """What draws those of the metrics `names` of which any place has a figure, and why there is nothing to draw.

    Pointing at a place shows it in both pictures. `instead` makes what stands below the order where the page shows the
    course of the metric of that name elsewhere.
    """
    places = units(warehouse, selection.area_code)
    told = {name: metric(name).label for name in with_figures(warehouse, names, places, selection)}
    why = "" if told else "所选区域的园区、村、厂区在本期没有上报（未填报）。"

    @st.fragment
    @contained()
    def draw() -> None:
        choice = linked(("places-map", "places-ranking"), places.codes, places.pointed)
        name = metric_of_places(choice, told, pointed=places.pointed, key="places-where")
        left, right = st.columns([7, 5])
        with left:
            shown = partial(map_view, width=map_width(740), height=height, key=choice.keys["places-map"])
            shown = partial(shown, warehouse, name, places.places, selection, chosen=choice.spot, is_over_time=True)
            show_map(shown, on_choose=choice.chooser("places-map"))
        with right:
            ordered = partial(ranking, warehouse, name, places.places, selection, chosen=choice.spot)
            show(partial(ordered, key=choice.keys["places-ranking"]), on_choose=choice.chooser("places-ranking"))
            course = made(partial(spot_trend, warehouse, name, selection, choice.spot))
            if instead or len(places.codes) <= BESIDE_A_TREND:
                show(course or (instead(name) if instead else lambda: None))

    return draw, why
