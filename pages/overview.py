"""总览: how the area does in this period, what is late, and where."""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.metric import THEMES
from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import attention_list, contained, finding_text, map_width, page_header, table_block
from dashboard.render.web.controls import filter_bar
from dashboard.render.web.show import show, show_cards, show_further, show_map
from dashboard.views.kinds import map_view
from dashboard.views.overview.attention import RULES_IN_WORDS, attention_items
from dashboard.views.overview.headlines import MAP_METRICS, headline, mapped_places, strips
from dashboard.views.overview.narrative import briefing
from dashboard.views.overview.villages import village_table

MAP_WIDTH, MAP_HEIGHT = 430, 290

warehouse = current()
heading, bar = st.columns([1, 7], vertical_alignment="bottom")
with heading:
    page_header("总览")
with bar:
    selection = filter_bar(warehouse)


@st.fragment
@contained()
def coloured_map() -> None:
    """The map with its switch; changing the metric redraws nothing else."""
    name = st.segmented_control(
        "地图指标",
        list(MAP_METRICS),
        format_func=lambda name: metric(name).label,
        default=next(iter(MAP_METRICS)),
        required=True,
        key="map",
        bind="query-params",
        label_visibility="collapsed",
    )
    places = mapped_places(warehouse, name, selection.area_code)
    shown = partial(map_view, warehouse, name, places, selection, height=MAP_HEIGHT, key="overview-map")
    shown = partial(shown, width=map_width(MAP_WIDTH))
    show_map(shown, is_legend_beside=True)


@contained()
def attention() -> None:
    """What needs somebody, and a text with the figures to copy."""
    with contained():
        title, items = attention_items(warehouse, selection)
        attention_list(items, title, RULES_IN_WORDS)
    with st.container(key="briefing"):
        st.code(briefing(warehouse, selection), language=None, wrap_lines=True)


@contained()
def themes() -> None:
    """The trend of each theme with the villages below, and which themes have none."""
    told = strips(warehouse, selection)
    for row in told.rows:
        for (strip, view), column in zip(row, st.columns(len(row)), strict=True):
            with column:
                show(view)
                st.page_link(
                    f"pages/{strip.page}.py", label=f"看{THEMES[strip.theme]}详情", query_params=selection.to_query()
                )
    with contained():
        title, subtitle, villages, footer = village_table(warehouse, selection)
        if villages.rows:
            table_block("villages", title, subtitle, villages, footer)
    if told.missing:
        finding_text(told.missing)


with st.container(key="overview-cards"):
    show_cards(warehouse, headline(warehouse, selection), selection)
left, right = st.columns(2)
with left:
    coloured_map()
with right:
    attention()
themes()
show_further(warehouse, (), selection, "population")
