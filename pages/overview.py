"""总览: how the area does in this period, what is late, and where."""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.metric import THEMES
from dashboard.metrics.versions import current
from dashboard.render.web.blocks import contained, digest_lines, finding_text, map_width
from dashboard.render.web.controls import switch
from dashboard.render.web.explore import pinned_panel
from dashboard.render.web.first_visit import first_visit
from dashboard.render.web.head import page_head
from dashboard.render.web.matters import show_attention
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import show, show_cards, show_further, show_map, show_rows
from dashboard.views.kinds import map_view
from dashboard.views.overview.headlines import MAP_METRICS, headline, mapped_places, strips
from dashboard.views.overview.narrative import briefing, digest
from dashboard.views.overview.targets import targets_view
from dashboard.views.overview.villages import village_table

MAP_WIDTH, MAP_HEIGHT = 430, 258

warehouse = current()
selection, index = page_head(warehouse, "总览")


@st.fragment
@contained()
def coloured_map() -> None:
    """The map with its switch; changing the metric redraws nothing else."""
    name = switch("地图指标", {name: metric(name).label for name in MAP_METRICS}, "map")
    places = mapped_places(warehouse, name, selection.area_code)
    shown = partial(map_view, warehouse, name, places, selection, height=MAP_HEIGHT, key="overview-map")
    shown = partial(shown, width=map_width(MAP_WIDTH))
    show_map(shown, is_legend_beside=True)


@contained()
def attention() -> None:
    """What needs somebody."""
    show_attention(warehouse, selection)


@contained()
def sentences() -> None:
    """Three sentences on the period."""
    digest_lines(digest(warehouse, selection))


@contained()
def themes() -> None:
    """The trend of each theme, and which themes have none."""
    told = strips(warehouse, selection)
    for row in told.rows:
        for (strip, view), column in zip(row, st.columns(len(row)), strict=True):
            with column:
                show(view)
                st.page_link(
                    f"pages/{strip.page}.py", label=f"看{THEMES[strip.theme]}详情", query_params=selection.to_query()
                )
    finding_text(told.missing)


@contained()
def villages() -> None:
    """The villages of the area beside each other, and the further figures of the population."""
    show_rows("villages", partial(village_table, warehouse, selection), is_read=True)
    show_further(warehouse, (), selection, "population")


@contained()
def text() -> None:
    """A paragraph with all the figures, to copy."""
    with st.container(key="briefing"):
        st.code(briefing(warehouse, selection), language=None, wrap_lines=True)


first_visit()
with st.container(key="overview-cards"):
    show_cards(warehouse, headline(warehouse, selection), selection)
with st.container(key="overview-body"):
    left, right = st.columns(2)
with left:
    coloured_map()
with right:
    attention()
sentences()
show(partial(targets_view, warehouse, selection))
with contained():
    pinned_panel(warehouse)
sections(
    index,
    Section("themes", "主题走势", "产出、就业、孵化、网格各一图", themes),
    Section("villages", "村（社区）与人口", "住户、人口、倒挂比逐村列出", villages),
    Section("text", "简报文字", "一段写齐本期数字，可以复制", text),
)
