"""资产项目: what was revived and what does it bring, what is being built and is it in time, as documents tell it too."""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import side_by_side
from dashboard.render.web.blocks import contained, empty_state, table_block
from dashboard.render.web.controls import switch, word_of
from dashboard.render.web.head import page_head
from dashboard.render.web.sections import Section, sections
from dashboard.render.web.show import listed, show_cards
from dashboard.views.assets_projects import asset_money, assets, milestones, projects, timeline
from dashboard.views.assets_projects.approvals import approvals_view
from dashboard.views.kinds import parts_trend_view, trend_view
from dashboard.views.kinds.lines import lines_view

NO_EVENTS = ("公开大事", "公开文件没有写到所选区域的大事。", "在上方选更大的区域。")
ELSEWHERE = "在上方换一个区域或时期，或等报表上报后再看。"

warehouse = current()
selection, index = page_head(
    warehouse, "资产项目", "闲置的盘活了多少、给村集体增收多少，项目办到哪一步、比承诺快多少。"
)
has_assets = bool(assets.shown_assets(warehouse, selection))
groups = projects.groups(warehouse, selection)
names = (assets.CARDS if has_assets else ()) + projects.cards(groups)
if names:
    show_cards(warehouse, names, selection)


@st.fragment
@contained()
def schedules() -> None:
    """The projects of one group, and the milestones of one of them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="project-choice"):
        group = switch("项目类别", groups, "kind")
        titles = {one.project_id: one.title for one in projects.of_group(warehouse, selection, group)}
        chosen = st.selectbox("看哪个项目的节点", titles, format_func=word_of(titles), key=f"project-{group}")
    side_by_side(
        partial(projects.projects_view, warehouse, selection, group),
        partial(milestones.milestones_view, warehouse, selection, chosen),
    )


@contained()
def income() -> None:
    """What the assets earn, and what of it goes to the village; the assets one by one."""
    side_by_side(
        partial(asset_money.waterfall_view, warehouse, selection),
        partial(parts_trend_view, warehouse, "collective_income", "kind", selection),
    )
    table_block("assets", *assets.asset_table(warehouse, selection))


@contained()
def built() -> None:
    """Whether milestones were kept, approvals and what was saved, land."""
    side_by_side(
        partial(trend_view, warehouse, "milestones_on_time_rate", selection),
        partial(lines_view, warehouse, ("milestones_due", "milestones_done"), selection),
    )
    if "approval" in groups:
        side_by_side(
            partial(approvals_view, warehouse, selection),
            partial(trend_view, warehouse, "approval_speedup", selection, height=240),
        )
    saved = [partial(trend_view, warehouse, "days_saved", selection, is_columns=True)] if "approval" in groups else []
    land = [partial(trend_view, warehouse, "land_acquired", selection)] if "land" in groups else []
    side_by_side(*saved, *land)
    with contained():
        table_block("projects", *projects.project_table(warehouse, selection))


told = partial(timeline.timeline, warehouse, selection)
no_assets = "" if has_assets else "所选区域没有上报“资产盘活”（未填报）。"
no_projects = "" if groups else "所选区域没有上报“项目与帮办”（未填报）。"
if has_assets:
    height = assets.strip_height(warehouse, selection)
    share = partial(trend_view, warehouse, "assets_revived_share", selection, height=height)
    side_by_side(partial(assets.stages_view, warehouse, selection), share)
else:
    empty_state("资产盘活", no_assets, ELSEWHERE)
if groups:
    schedules()
else:
    empty_state("项目与帮办", no_projects, ELSEWHERE)
sections(
    index,
    Section("income", "盘活收益", "收入、成本、分给村集体多少，逐项资产", income, no_assets),
    Section("built", "节点与审批", "节点是否按期，审批比承诺快多少", built, no_projects),
    Section("events", "公开大事", "公开文件写到的，按日期", listed("timeline", told, NO_EVENTS, is_read=True)),
)
