"""三张清单: which needs are met, by what, and what is left?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import side_by_side
from dashboard.render.web.blocks import contained, empty_state, finding_text
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import listed, show, show_cards, show_rows
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view
from dashboard.views.kinds.stages import stages_view
from dashboard.views.park_output.places import unit_ranking
from dashboard.views.service_lists import needs as service_lists
from dashboard.views.service_lists import needs_matrix

warehouse = current()
selection, index = page_head(
    warehouse, "三张清单", "资源、需求、服务三张清单：谁需要什么，由什么来办，办到哪一步，还剩什么。"
)
why = service_lists.why_no_lists(warehouse, selection)
is_reported = service_lists.has_reports(warehouse, selection)
names = service_lists.CARDS if is_reported else service_lists.LISTED_CARDS
show_cards(warehouse, names, selection)
finding_text(service_lists.basis_finding(warehouse, selection))


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
    show_rows("open", partial(service_lists.open_table, warehouse, selection))


@contained()
def visits() -> None:
    """The visits to enterprises, which raise what the lists hold."""
    show_cards(warehouse, service_lists.VISIT_CARDS, selection)
    side_by_side(
        partial(trend_view, warehouse, "visit_coverage", selection),
        partial(unit_ranking, warehouse, "visit_coverage", selection),
    )
    side_by_side(
        partial(trend_view, warehouse, "issues_raised", selection, is_columns=True),
        partial(lines_view, warehouse, ("issue_closure_rate", "visit_satisfaction_rate"), selection),
    )


plan_of = partial(service_lists.plan_table, warehouse, selection.area_code)
plan = listed("plan", plan_of, ("文件所列需求", "公开文件没有写到所选区域的需求与措施。"), is_read=True)
no_reports = why or (
    "" if is_reported else "清单只有公开文件写到的需求与措施，办理情况没有报来（未填报），报送“三张清单”后自动显示。"
)
has_visits = service_lists.has_visits(warehouse, selection)
no_visits = "" if has_visits else "所选区域在这段时间没有上报“入企走访”（未填报）。"
if no_reports:
    empty_state("对接与办结" if not why else "三张清单", no_reports, "在上方换一个区域或时期。")
else:
    matrix()
sections(
    index,
    Section("course", "办理进度", "提出、对接、办结多少，还有多少在办", course, no_reports),
    Section("plan", "文件所列需求", "需求、措施和责任单位", plan),
    Section("visits", "入企走访", "走访多少企业，问题解决多少", visits, no_visits),
    further(warehouse, selection, "lists"),
)
