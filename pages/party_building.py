"""组织建设: is the organization where the enterprises are, does it meet, and who is linked with it?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.show import show, show_cards, show_further, show_trends, side_by_side
from dashboard.views.kinds import parts_trend_view, ranking_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.several import places_told, told, why_silent
from dashboard.views.park_output.places import units
from dashboard.views.party_building import organizations as party_building
from dashboard.views.party_building.liaison import liaison_table, liaison_view
from dashboard.views.view import Making

WHOLE_ANNEX = 700  # pixels: a header and the twenty rows of the annex

warehouse = current()
page_header("组织建设", "企业在哪里，党的组织和工作就覆盖到哪里没有；组织生活开了没有，谁挂钩联系。")
selection = filter_bar(warehouse)
show_cards(warehouse, party_building.CARDS, selection)


def ranked(name: str) -> list[Making]:
    """The metric by place, where at least two places have a figure."""
    places = places_told(warehouse, name, units(warehouse, selection.area_code).places, selection)
    return [partial(ranking_view, warehouse, name, places, selection)] if len(places) > 1 else []


@contained()
def coverage() -> None:
    """Enterprises covered by organization and by work, in which form, and where."""
    side_by_side(
        partial(lines_view, warehouse, party_building.COVERED, selection),
        partial(party_building.forms_view, warehouse, selection),
    )
    side_by_side(*ranked("organization_coverage"), *ranked("work_coverage"))


@contained()
def organizations() -> None:
    """Organizations and members by kind."""
    side_by_side(
        partial(parts_trend_view, warehouse, "party_organizations", "kind", selection),
        partial(parts_trend_view, warehouse, "party_members", "kind", selection),
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
    with contained():
        title, subtitle, table, footer = party_building.estate_table(warehouse, selection)
        if table.rows:
            table_block("estates", title, subtitle, table, footer)


# What the section is called, the form it waits for, the metric that tells whether it came, and what to draw.
SECTIONS = (
    ("组织覆盖与工作覆盖", "两个覆盖", "organization_coverage", coverage),
    ("党组织与党员", "党组织统计", "party_organizations", organizations),
    ("组织生活", "组织生活", "activities_planned", activities),
    ("挂钩联系", "挂钩联系", "liaison_organizations", liaison),
    ("四级组织体系", "四级组织体系", "four_level_rate", estates),
)
for title, form, name, draw in SECTIONS:
    if told(warehouse, (name,), selection):
        draw()
    else:
        empty_state(title, why_silent(warehouse, name, form, selection), "在上方换一个区域或时期。")
show_further(warehouse, (*party_building.MEMBERS, *party_building.PER_ACTIVITY), selection, "party")
