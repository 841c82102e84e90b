"""服务共治: do services reach people?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, map_width, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.show import show, show_cards, show_further, show_map, side_by_side
from dashboard.views.community_services import services
from dashboard.views.kinds import map_view, parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

warehouse = current()
page_header("服务共治", "阵地有没有人来，纠纷调得成不成，积分、服务队和“四微”有没有用起来。")
selection = filter_bar(warehouse)
show_cards(warehouse, services.card_names(warehouse, selection), selection)
told = services.told_parts(warehouse, selection)


@st.fragment
@contained()
def where() -> None:
    """One metric by park and village on the map, and by its parts beside it."""
    name = switch("地图指标", {name: label for name, (label, _) in services.WHERE.items()}, "metric")
    left, right = st.columns([6, 6])
    with left:
        show_map(
            partial(
                map_view, warehouse, name, "三区单元", selection, width=map_width(640), height=480, key="services-map"
            )
        )
    with right:
        show(partial(services.where_view, warehouse, name, selection))


@st.fragment
@contained()
def mediation() -> None:
    """Disputes that came in and how they ended; how well and how fast, over time and by kind."""
    rate = switch("调解指标", services.MEDIATION_RATES, "mediation")
    side_by_side(
        partial(services.mediation_view, warehouse, selection),
        partial(trend_view, warehouse, rate, selection, key="mediation-rate"),
    )
    side_by_side(
        partial(parts_view, warehouse, "mediations_accepted", "kind", selection),
        partial(parts_view, warehouse, rate, "kind", selection, key="mediation-kinds"),
    )


@st.fragment
@contained()
def teams() -> None:
    """The service teams by kind: whom they served, how often they went out, how many there are."""
    name = switch("服务队指标", services.TEAMS, "teams")
    side_by_side(
        partial(parts_trend_view, warehouse, name, "kind", selection, key="teams-trend"),
        partial(parts_view, warehouse, name, "kind", selection, key="teams-kinds"),
    )


where()
with contained():
    table_block("sites", *services.site_table(warehouse, selection))
with contained():
    for row in services.visit_rows(warehouse, selection, told):
        side_by_side(*row)
if "mediation" in told:
    mediation()
if "points" in told:
    side_by_side(
        partial(lines_view, warehouse, ("points_issued", "points_redeemed"), selection),
        partial(parts_trend_view, warehouse, "civic_participants", "participant_group", selection),
    )
if "teams" in told:
    teams()
if "micro" in told:
    show_cards(warehouse, services.MICRO_CARDS, selection)
    side_by_side(
        partial(parts_trend_view, warehouse, "micro_actions", "kind", selection),
        partial(lines_view, warehouse, ("wishes_raised", "wishes_done"), selection),
    )
    side_by_side(
        partial(trend_view, warehouse, "wish_completion_rate", selection),
        partial(parts_view, warehouse, "wish_completion_rate", "estate", selection),
    )
if "couriers" in told:
    side_by_side(
        partial(trend_view, warehouse, "courier_share", selection),
        partial(parts_view, warehouse, "courier_events", "kind", selection),
    )
if missing := services.untold_finding(told):
    empty_state("没有画出的部分", missing, "在上方换一个区域，或等报表上报后再看。")
show_further(warehouse, (), selection, "services")
