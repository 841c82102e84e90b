"""园区产出: what do the parks and factories produce, on how much land, and how does it grow?"""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, finding_text, map_width, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.linked import linked
from dashboard.render.web.show import NOT_DRAWN, made, show, show_cards, show_further, show_map, side_by_side
from dashboard.views.kinds import map_view, parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.growth import growth_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.parts import is_split
from dashboard.views.park_output.land import DOTS, land_views
from dashboard.views.park_output.named_enterprises import enterprise_table
from dashboard.views.park_output.pipeline import RATES, has_pipeline, pipeline_view
from dashboard.views.park_output.places import (
    CARDS,
    MAPPED,
    NOT_LIKE_FOR_LIKE,
    OUTPUTS,
    has_figures,
    missing,
    ranking,
    spot_trend,
    units,
    workforce,
)
from dashboard.views.view import View

FURTHER = (
    *("sales_to_output", "tax_to_output", "land_compared", "electricity", "output_per_mwh", "employees_per_enterprise"),
    *("industries", "newly_settled", "enterprises_left"),
)

warehouse = current()
page_header("园区产出", "园区、村和厂区产出多少、纳税多少、用了多少地，比以前是升是降。")
selection = filter_bar(warehouse)
show_cards(warehouse, CARDS, selection)
listed = units(warehouse, selection.area_code)


@st.fragment
@contained()
def output() -> None:
    """One of the three output measures, never mixed: over time beside tax, by industry and by scale."""
    with st.container(horizontal=True, vertical_alignment="center", key="output-measure"):
        name = switch("产出口径", OUTPUTS, "output")
        finding_text(METRICS[name].definition)
    side_by_side(
        partial(trend_view, warehouse, name, selection, key="output-trend"),
        partial(trend_view, warehouse, "tax", selection, key="tax-trend"),
    )
    parts = (
        partial(parts_trend_view, warehouse, name, "scale", selection, key="scale-trend"),
        partial(parts_view, warehouse, name, "industry", selection, key="industry"),
        partial(parts_trend_view, warehouse, name, "industry", selection, key="industry-trend"),
    )
    growth = partial(growth_view, warehouse, (name, "tax"), selection, key="growth", note=NOT_LIKE_FOR_LIKE)
    drawn = (growth, *filter(is_split, map(made, parts)))
    for first in range(0, len(drawn), 2):
        side_by_side(*drawn[first : first + 2])


@st.fragment
@contained()
def where() -> None:
    """One metric of every park, village and factory, on the map and in order; pointing at one shows it in both."""
    choice = linked(("park-map", "park-ranking"), listed.codes, listed.pointed)
    with st.container(horizontal=True, vertical_alignment="center", key="park-where"):
        name = switch("地图指标", MAPPED, "metric")
        if choice.spot and choice.spot != listed.pointed:
            st.button("取消选中", on_click=choice.let_go, type="tertiary", icon=":material/close:")
    left, right = st.columns([7, 5])
    with left:
        shown = partial(
            *(map_view, warehouse, name, listed.places, selection),
            chosen=choice.spot,
            width=map_width(740),
            height=540,
            key=choice.keys["park-map"],
        )
        show_map(shown, on_choose=choice.chooser("park-map"))
    with right:
        ordered = partial(
            *(ranking, warehouse, name, listed.places, selection),
            chosen=choice.spot,
            key=choice.keys["park-ranking"],
        )
        show(ordered, on_choose=choice.chooser("park-ranking"))
        show(partial(spot_trend, warehouse, name, selection, choice.spot))


@contained()
def pipeline() -> None:
    """From signing to the statistics, and how much of the floor is let."""
    side_by_side(
        partial(pipeline_view, warehouse, selection),
        partial(lines_view, warehouse, RATES, selection, key="pipeline-rates"),
    )
    side_by_side(
        partial(trend_view, warehouse, "leasing_rate", selection, key="leasing"),
        partial(trend_view, warehouse, "newly_above_scale", selection, key="grown", is_columns=True),
    )


@st.fragment
@contained()
def land() -> None:
    """Land against output, by industry, by area, or of the enterprises that may be named."""
    views = land_views(warehouse, selection)
    show(views[switch("一点是", {dots: DOTS[dots] for dots in views}, "dots")])


def hands() -> tuple[View, ...]:
    """The workforce over time, or that it was not drawn."""
    with contained(instead=lambda: None):
        return workforce(warehouse, selection)
    return (NOT_DRAWN,)


def land_and_hands() -> None:
    """Land against output beside the workforce; the workforce alone where no land can be compared."""
    has_land = True
    # Where this fails, `land` fails again and says so in its place.
    with contained(instead=lambda: None):
        has_land = bool(land_views(warehouse, selection))
    if not has_land:
        side_by_side(*hands())
        empty_state("亩均产值", "所选区域本期没有用地与产值同口径、又可以公开的数。", "选更大的区域或别的时期。")
        return
    left, right = st.columns(2)
    with left:
        land()
    with right:
        for view in hands():
            show(view)


why = missing(warehouse, selection)
if why:
    empty_state("产出、税收与从业人员", why, "在上方换一个区域或时期。")
else:
    output()
if has_figures(warehouse, listed, selection):
    where()
if has_pipeline(warehouse, selection):
    pipeline()
else:
    empty_state("签约到纳统", "所选区域没有上报“招商投产”（未填报）。", "在上方换一个有园区的区域或时期。")
if not why:
    land_and_hands()
with contained():
    title, subtitle, table, footer = enterprise_table(warehouse, selection)
    if table.rows:
        table_block("enterprises", title, subtitle, table, footer)
    else:
        empty_state("企业名单", "到所选时期，所选区域没有可以具名（已公开、企业同意）的企业。")
show_further(warehouse, FURTHER, selection)
