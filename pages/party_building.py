"""组织建设: is the organization where the enterprises are, does it meet, and who is linked with it?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import rows, show_trends, side_by_side
from dashboard.render.web.blocks import contained, empty_state, table_block
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import show, show_cards, show_rows
from dashboard.views.kinds import parts_trend_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.several import told, why_silent
from dashboard.views.park_output.places import unit_ranking
from dashboard.views.party_building import organizations as party_building
from dashboard.views.party_building.liaison import liaison_table, liaison_view

WHOLE_ANNEX = 700  # pixels: a header and the twenty rows of the annex

warehouse = current()
selection, index = page_head(
    warehouse, "组织建设", "企业在哪里，党的组织和工作就覆盖到哪里没有；组织生活开了没有，谁挂钩联系。"
)
show_cards(warehouse, party_building.CARDS, selection)


coverage = rows(
    (
        partial(lines_view, warehouse, party_building.COVERED, selection),
        partial(party_building.forms_view, warehouse, selection),
    ),
    (
        partial(unit_ranking, warehouse, "organization_coverage", selection),
        partial(unit_ranking, warehouse, "work_coverage", selection),
    ),
)
organizations = rows(
    (
        partial(parts_trend_view, warehouse, "party_organizations", "kind", selection),
        partial(parts_trend_view, warehouse, "party_members", "kind", selection),
    )
)


@st.fragment
@contained()
def activities() -> None:
    """What was planned and held, by kind or by line."""
    by = switch("组织生活", party_building.BY, "by")
    side_by_side(
        partial(party_building.activities_view, warehouse, by, selection),
        partial(parts_trend_view, warehouse, "activities_held", by, selection, key=f"held-{by}"),
    )


@contained()
def liaison() -> None:
    """Who is linked, as an interval and row by row."""
    left, right = st.columns([5, 7])
    with left:
        show(partial(liaison_view, warehouse, selection))
        if told(warehouse, ("instructors",), selection):
            show(partial(trend_view, warehouse, "instructors", selection))
    with right, contained():
        title, subtitle, table, footer = liaison_table(warehouse, selection)
        table_block("liaison-list", title, subtitle, table, footer, height=WHOLE_ANNEX)


@contained()
def estates() -> None:
    """How far the four levels reach in the housing estates."""
    show_trends(warehouse, party_building.LEVELS, selection)
    show_rows("estates", partial(party_building.estate_table, warehouse, selection))


def why_not(name: str, form: str) -> str:
    """Why a section has nothing to show; empty where it has."""
    return "" if told(warehouse, (name,), selection) else why_silent(warehouse, name, form, selection)


if uncovered := why_not("organization_coverage", "两个覆盖"):
    empty_state("组织覆盖与工作覆盖", uncovered, "在上方换一个区域或时期。")
else:
    coverage()
nobody = why_not("party_organizations", "党组织统计")
idle, apart = why_not("activities_planned", "组织生活"), why_not("liaison_organizations", "挂钩联系")
unlevelled = why_not("four_level_rate", "四级组织体系")
sections(
    index,
    Section("organizations", "党组织与党员", "各类组织和党员有多少", organizations, nobody),
    Section("activities", "组织生活", "计划几次、开展几次", activities, idle),
    Section("liaison", "挂钩联系", "谁挂钩哪个组织", liaison, apart),
    Section("estates", "四级组织体系", "小区、楼栋、党员户覆盖到哪里", estates, unlevelled),
    further(warehouse, selection, "party", names=(*party_building.MEMBERS, *party_building.PER_ACTIVITY)),
)
