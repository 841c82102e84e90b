"""总览: how the area does in this period, what is late, and where."""

import streamlit as st

from dashboard.figures.catalogue import metric
from dashboard.figures.metric import THEMES
from dashboard.figures.warehouse import current
from dashboard.look.blocks import attention_list, finding_text, headline_cards, map_width, page_header, table_block
from dashboard.look.controls import filter_bar
from dashboard.look.theme import current_theme
from dashboard.panels import card, map_panel, show, show_map
from dashboard.panels.attention import RULES_IN_WORDS, attention_items
from dashboard.panels.narrative import briefing
from dashboard.panels.overview import MAP_METRICS, headline, mapped_places, strips
from dashboard.panels.villages import village_table

MAP_WIDTH, MAP_HEIGHT = 430, 290

warehouse, theme = current(), current_theme()
heading, bar = st.columns([1, 7], vertical_alignment="bottom")
with heading:
    page_header("总览")
with bar:
    selection = filter_bar(warehouse)


@st.fragment
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
    shown = map_panel(
        *(warehouse, theme, name, places, selection), height=MAP_HEIGHT, width=map_width(MAP_WIDTH), key="overview-map"
    )
    show_map(shown, is_legend_beside=True)


with st.container(key="overview-cards"):
    headline_cards([card(warehouse, name, selection) for name in headline(warehouse, selection)])
left, right = st.columns(2)
with left:
    coloured_map()
with right:
    title, items = attention_items(warehouse, selection)
    attention_list(items, title, RULES_IN_WORDS)
    with st.container(key="briefing"):
        st.code(briefing(warehouse, selection), language=None, wrap_lines=True)
told = strips(warehouse, theme, selection)
for row in told.rows:
    for (strip, panel), column in zip(row, st.columns(len(row)), strict=True):
        with column:
            show(panel)
            st.page_link(
                f"pages/{strip.page}.py", label=f"看{THEMES[strip.theme]}详情", query_params=selection.to_query()
            )
title, subtitle, villages, footer = village_table(warehouse, selection)
if villages.rows:
    table_block("villages", title, subtitle, villages, footer)
if told.missing:
    finding_text(told.missing)
