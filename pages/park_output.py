"""园区产出: what do the parks and factories produce, on how much land, and how does it grow?"""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, finding_text, map_width, page_header
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.linked import linked, metric_of_places
from dashboard.render.web.show import made, show, show_cards, show_further, show_map, show_rows, side_by_side
from dashboard.views.kinds import map_view
from dashboard.views.kinds.parts import is_split
from dashboard.views.park_output import places as parks
from dashboard.views.park_output.land import DOTS, land_views
from dashboard.views.park_output.named_enterprises import enterprise_table
from dashboard.views.park_output.pipeline import has_pipeline, pipeline_rows
from dashboard.views.view import Making

warehouse = current()
page_header("园区产出", "园区、村和厂区产出多少、纳税多少、用了多少地，比以前是升是降。")
selection = filter_bar(warehouse)
show_cards(warehouse, parks.CARDS, selection)
listed = parks.units(warehouse, selection.area_code)


@st.fragment
@contained()
def output() -> None:
    """One of the three output measures, never mixed: over time beside tax, by industry and by scale."""
    with st.container(horizontal=True, vertical_alignment="center", key="output-measure"):
        name = switch("产出口径", parks.OUTPUTS, "output")
        finding_text(METRICS[name].definition)
    side_by_side(*parks.output_trends(warehouse, name, selection))
    parts = map(made, parks.output_parts(warehouse, name, selection))
    in_parts = [view for view in parts if view and is_split(view)]
    drawn: list[Making] = [partial(parks.output_growth, warehouse, name, selection), *in_parts]
    for first in range(0, len(drawn), 2):
        side_by_side(*drawn[first : first + 2])


@st.fragment
@contained()
def where() -> None:
    """One metric of every park, village and factory, on the map and in order; pointing at one shows it in both."""
    choice = linked(("park-map", "park-ranking"), listed.codes, listed.pointed)
    name = metric_of_places(choice, parks.MAPPED, pointed=listed.pointed, key="park-where")
    left, right = st.columns([7, 5])
    with left:
        shown = partial(map_view, warehouse, name, listed.places, selection, chosen=choice.spot)
        shown = partial(shown, width=map_width(740), height=540, key=choice.keys["park-map"])
        show_map(shown, on_choose=choice.chooser("park-map"))
    with right:
        ordered = partial(parks.ranking, warehouse, name, listed.places, selection, chosen=choice.spot)
        show(partial(ordered, key=choice.keys["park-ranking"]), on_choose=choice.chooser("park-ranking"))
        show(partial(parks.spot_trend, warehouse, name, selection, choice.spot))


@st.fragment
@contained()
def land() -> None:
    """Land against output, by industry, by area, or of the enterprises that may be named."""
    views = land_views(warehouse, selection)
    show(views[switch("一点是", {dots: DOTS[dots] for dots in views}, "dots")])


@contained()
def land_and_hands() -> None:
    """Land against output beside the workforce; the workforce alone where no land can be compared."""
    if not land_views(warehouse, selection):
        side_by_side(*parks.workforce(warehouse, selection))
        empty_state("亩均产值", "所选区域本期没有用地与产值同口径、又可以公开的数。", "选更大的区域或别的时期。")
        return
    left, right = st.columns(2)
    with left:
        land()
    with right, contained():
        for view in parks.workforce(warehouse, selection):
            show(view)


why = parks.missing(warehouse, selection)
if why:
    empty_state("产出、税收与从业人员", why, "在上方换一个区域或时期。")
else:
    output()
if parks.has_figures(warehouse, listed, selection):
    where()
if has_pipeline(warehouse, selection):
    with contained():
        for row in pipeline_rows(warehouse, selection):
            side_by_side(*row)
else:
    empty_state("签约到纳统", "所选区域没有上报“招商投产”（未填报）。", "在上方换一个有园区的区域或时期。")
if not why:
    land_and_hands()
if not show_rows("enterprises", partial(enterprise_table, warehouse, selection)):
    empty_state("企业名单", "到所选时期，所选区域没有可以具名（已公开、企业同意）的企业。")
show_further(warehouse, parks.FURTHER, selection, "output")
