"""片区汇总: what have the 片区 sent upward, which is ahead, which is behind, and which has not sent anything?"""

from functools import partial

import streamlit as st

from dashboard.metrics.catalogue import metric
from dashboard.metrics.versions import current
from dashboard.render.web.beside import rows, side_by_side
from dashboard.render.web.blocks import contained, empty_state, finding_text, headline_cards, map_width
from dashboard.render.web.controls import choose
from dashboard.render.web.head import plain_head
from dashboard.render.web.linked import linked
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import show, show_map, show_rows
from dashboard.tables.packs import districts, quarters, told_metrics
from dashboard.text.periods import period_label
from dashboard.views.prefecture import lists, places, totals
from dashboard.views.prefecture.told import sent_sentence

LEAD = "各片区报来的汇总包合在一起是多少，哪个片区在前、哪个在后，谁还没有报来。"
NOTHING = (
    "还没有收到片区的汇总包",
    "本页供上级汇总所属各片区；收到汇总包并装入以后，这里自动显示，导航里也随之列出。",
)
SCOPED = ("片区汇总", "本页只供能看全部区域的人看。", "需要时请管理人员调整账号的区域。")
PICTURES = ("prefecture-map", "prefecture-order")

warehouse = current()
index = plain_head(warehouse, "片区汇总", LEAD)
defined = Section(
    "metrics",
    "口径",
    "汇总包里有哪些指标",
    partial(show_rows, "pack-metrics", partial(lists.metrics_listed, warehouse), is_read=True),
)


@st.fragment
@contained()
def where(quarter: str) -> None:
    """One metric of every 片区 on the map and in order; the course of the one pointed out, or of all."""
    choice = linked(PICTURES, tuple(one.code for one in districts(warehouse)))
    with st.container(horizontal=True, vertical_alignment="bottom", key="prefecture-where"):
        name = choose("指标", "metric", {one: metric(one).label for one in told_metrics(warehouse, quarter)})
        if choice.spot:
            st.button("取消选中", on_click=choice.let_go, type="tertiary", icon=":material/close:")
    on_map, in_order = (choice.keys[picture] for picture in PICTURES)
    left, right = st.columns([7, 5])
    with left:
        drawn = partial(places.map_of_districts, warehouse, name, quarter, chosen=choice.spot, key=on_map)
        show_map(partial(drawn, width=map_width(740), height=480), on_choose=choice.chooser(PICTURES[0]))
    with right:
        ordered = partial(places.order_of_districts, warehouse, name, quarter, chosen=choice.spot, key=in_order)
        show(ordered, on_choose=choice.chooser(PICTURES[1]))
    side_by_side(
        partial(totals.course_view, warehouse, name, quarter, choice.spot),
        partial(places.events_view, warehouse, "kind", quarter, choice.spot),
    )
    if choice.spot:
        show_rows("prefecture-one", partial(lists.one_district, warehouse, quarter, choice.spot), is_read=True)


def report() -> None:
    """All that the packs tell of a quarter."""
    with st.container(key="filter-prefecture", horizontal=True, vertical_alignment="bottom", gap="small"):
        quarter = choose("时期", "quarter", {code: period_label(code) for code in reversed(quarters(warehouse))})
    with contained():
        headline_cards(totals.total_cards(warehouse, quarter))
    finding_text(sent_sentence(warehouse, quarter))
    where(quarter)
    sections(
        index,
        Section(
            "table",
            "各片区对照",
            "每个片区的全部指标",
            partial(show_rows, "prefecture-table", partial(lists.beside_each_other, warehouse, quarter)),
        ),
        Section(
            "channels",
            "事件来源",
            "各渠道报来多少",
            rows([partial(places.events_view, warehouse, "channel", quarter)]),
        ),
        Section(
            "sent",
            "报送情况",
            "谁报了、谁没有报、用的是哪个包",
            partial(show_rows, "prefecture-sent", partial(lists.packs_listed, warehouse, quarter)),
        ),
        defined,
    )


if quarters(warehouse):
    report()
else:
    empty_state(*(NOTHING if warehouse.within is None else SCOPED))
    sections(index, defined)
