"""园区产出: what do the parks and factories produce, on how much land, and how does it grow?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, map_width
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.linked import linked, metric_of_places
from dashboard.render.web.outputs import measure, told_apart
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import in_pairs, in_rows, listed, made, show, show_cards, show_map, side_by_side
from dashboard.views.kinds import map_view
from dashboard.views.kinds.parts import is_split
from dashboard.views.park_output import places as parks
from dashboard.views.park_output.causes import output_causes, why_not
from dashboard.views.park_output.land import DOTS, land_views
from dashboard.views.park_output.named_enterprises import enterprise_table
from dashboard.views.park_output.pipeline import has_pipeline, pipeline_rows

NO_LAND = ("亩均产值", "所选区域本期没有用地与产值同口径、又可以公开的数。", "选更大的区域或别的时期。")
NOBODY_NAMED = ("企业名单", "到所选时期，所选区域没有可以具名（已公开、企业同意）的企业。")

warehouse = current()
selection, index = page_head(warehouse, "园区产出", "园区、村和厂区产出多少、纳税多少、用了多少地，比以前是升是降。")
show_cards(warehouse, parks.CARDS, selection)
places = parks.units(warehouse, selection.area_code)


@st.fragment
@contained()
def output() -> None:
    """One of the three output measures over time, beside tax."""
    side_by_side(*parks.output_trends(warehouse, measure("output"), selection))


@st.fragment
@contained()
def where() -> None:
    """One metric of every park, village and factory, on the map and in order; pointing at one shows it in both."""
    choice = linked(("park-map", "park-ranking"), places.codes, places.pointed)
    name = metric_of_places(choice, parks.MAPPED, pointed=places.pointed, key="park-where")
    left, right = st.columns([7, 5])
    with left:
        shown = partial(map_view, width=map_width(740), height=620, key=choice.keys["park-map"])
        shown = partial(shown, warehouse, name, places.places, selection, chosen=choice.spot)
        show_map(shown, on_choose=choice.chooser("park-map"))
    with right:
        ordered = partial(parks.ranking, warehouse, name, places.places, selection, chosen=choice.spot)
        show(partial(ordered, key=choice.keys["park-ranking"]), on_choose=choice.chooser("park-ranking"))
        grown = partial(parks.output_growth, warehouse, name if name in parks.OUTPUTS else "gross_output", selection)
        show(made(partial(parks.spot_trend, warehouse, name, selection, choice.spot)) or grown)


@st.fragment
@contained()
def land() -> None:
    """Land against output beside the workforce; the workforce alone where no land can be compared."""
    views = land_views(warehouse, selection)
    left, right = st.columns(2)
    with left:
        show(views[switch("一点是", {dots: DOTS[dots] for dots in views}, "dots")]) if views else empty_state(*NO_LAND)
    with right:
        in_pairs(parks.workforce(warehouse, selection), 1)


enterprises = listed("enterprises", partial(enterprise_table, warehouse, selection), NOBODY_NAMED)
parts = partial(told_apart, "parts", parks.output_parts, warehouse, selection, is_split)
changed = partial(told_apart, "causes", output_causes, warehouse, selection)
if why := parks.missing(warehouse, selection):
    empty_state("产出、税收与从业人员", why, "在上方换一个区域或时期。")
else:
    output()
if parks.has_figures(warehouse, places, selection):
    where()
no_pipeline = "" if has_pipeline(warehouse, selection) else "所选区域没有上报“招商投产”（未填报）。"
sections(
    index,
    Section(
        "parts",
        "产出构成",
        "按规模和行业分，现在和逐季",
        parts,
        why,
    ),
    Section(
        "causes",
        "归因",
        "谁带来了变化：按行业、区域、规模",
        changed,
        why_not(selection, why),
    ),
    Section("land", "用地与用工", "亩均产值、从业人员、规上占比", land, why),
    Section("pipeline", "签约到纳统", "招商项目走到哪一步", in_rows(pipeline_rows, warehouse, selection), no_pipeline),
    Section("enterprises", "企业名单", "已公开、企业同意具名的", enterprises),
    further(warehouse, selection, "output", names=parks.FURTHER),
)
