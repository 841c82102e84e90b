"""自助分析: any metrics, by area, period and one dimension, as a table and a picture; the link keeps the question."""

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.blocks import contained
from dashboard.render.web.explore import READ, asked_line, boxes, kind_switch, opened_link, rows_block
from dashboard.render.web.head import plain_head
from dashboard.render.web.show import show, show_map
from dashboard.views.explore.opened import Opened
from dashboard.views.explore.pictures import pictures
from dashboard.views.view import Making

BESIDE = 2

warehouse = current()
plain_head(warehouse, "自助分析", "任选指标、区域、时期和分组，换着看；链接就是这次分析，发给别人打开完全一样。", READ)


def drawn(making: Making, kind: str) -> None:
    """One picture: a map as a map, anything else as a chart."""
    if kind == "map":
        show_map(making)
    else:
        show(making)


@contained()
def drawings(shown: Opened) -> None:
    """The pictures of the answer, two beside each other where there are several."""
    making = pictures(warehouse, shown.question, shown.kind)
    if len(making) == 1:
        drawn(making[0], shown.kind)
        return
    for start in range(0, len(making), BESIDE):
        for column, one in zip(st.columns(BESIDE), making[start : start + BESIDE], strict=False):
            with column:
                drawn(one, shown.kind)


@st.fragment
@contained()
def workbench() -> None:
    """The boxes and the answer: asking draws these anew, and nothing of the frame."""
    with st.container(key="explore-notice"):
        shown = opened_link(warehouse)
    if shown:
        boxes(warehouse, shown.question)
        asked_line(warehouse, shown)
        kind_switch(shown)
        drawings(shown)
        rows_block(warehouse, shown)


workbench()
