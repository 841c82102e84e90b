"""三张清单: which needs are met, by what, and what is left?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, finding_text, page_header, reading_block, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.show import show, show_cards, show_further, side_by_side
from dashboard.views.kinds import parts_trend_view, parts_view, ranking_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.several import places_told
from dashboard.views.kinds.stages import stages_view
from dashboard.views.park_output.places import units
from dashboard.views.service_lists import needs as service_lists
from dashboard.views.service_lists import needs_matrix

warehouse = current()
page_header("三张清单", "资源、需求、服务三张清单：谁需要什么，由什么来办，办到哪一步，还剩什么。")
selection = filter_bar(warehouse)
why = service_lists.why_no_lists(warehouse, selection)
is_reported = service_lists.has_reports(warehouse, selection)
names = service_lists.CARDS if is_reported else service_lists.LISTED_CARDS
show_cards(warehouse, names, selection)
if basis := service_lists.basis_finding(warehouse, selection):
    finding_text(basis)


@st.fragment
@contained()
def matrix() -> None:
    """Needs against what is offered, by topic and group."""
    view = switch("矩阵", needs_matrix.VIEW_NAMES, "view")
    left, right = st.columns(2)
    with left:
        show(partial(needs_matrix.matrix_view, warehouse, view, selection))
    with right:
        show(partial(parts_view, warehouse, "need_satisfaction_rate", "served_group", selection))
        show(partial(trend_view, warehouse, "need_days_to_close", selection, height=210))


@contained()
def course() -> None:
    """From raised to matched to closed, how fast, and what has been lying how long."""
    side_by_side(
        partial(lines_view, warehouse, service_lists.FLOW, selection),
        partial(stages_view, warehouse, "needs_open", "age_band", service_lists.AGES, selection),
    )
    side_by_side(
        partial(lines_view, warehouse, service_lists.RATES, selection),
        partial(parts_trend_view, warehouse, "needs_raised", "raised_by_kind", selection),
    )
    with contained():
        title, subtitle, table, footer = service_lists.open_table(warehouse, selection)
        if table.rows:
            table_block("open", title, subtitle, table, footer)


@contained()
def visits() -> None:
    """The visits to enterprises, which raise what the lists hold."""
    show_cards(warehouse, service_lists.VISIT_CARDS, selection)
    places = places_told(warehouse, "visit_coverage", units(warehouse, selection.area_code).places, selection)
    side_by_side(
        partial(trend_view, warehouse, "visit_coverage", selection),
        partial(ranking_view, warehouse, "visit_coverage", places, selection),
    )
    side_by_side(
        partial(trend_view, warehouse, "issues_raised", selection, is_columns=True),
        partial(lines_view, warehouse, ("issue_closure_rate", "visit_satisfaction_rate"), selection),
    )


if why:
    empty_state("三张清单", why, "在上方换一个区域或时期。")
elif is_reported:
    matrix()
    course()
else:
    empty_state(
        "对接与办结", "清单只有公开文件写到的需求与措施，办理情况没有报来（未填报）。", "报送“三张清单”后自动显示。"
    )
with contained():
    title, subtitle, table, footer = service_lists.plan_table(warehouse, selection.area_code)
    if table.rows:
        reading_block("plan", title, subtitle, table, footer)
if service_lists.has_visits(warehouse, selection):
    visits()
else:
    empty_state("入企走访", "所选区域在这段时间没有上报“入企走访”（未填报）。", "在上方换一个区域或时期。")
show_further(warehouse, (), selection, "lists")
