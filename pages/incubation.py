"""培训孵化: what comes of the courses, and of the sites that incubate enterprises?"""

from functools import partial

import streamlit as st

from dashboard.metrics.warehouse import current
from dashboard.render.web.blocks import contained, empty_state, page_header, table_block
from dashboard.render.web.controls import filter_bar, switch
from dashboard.render.web.show import show, show_cards, show_further, side_by_side
from dashboard.views.incubation import courses as incubation
from dashboard.views.incubation.site_published import published_view
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

ENTERPRISES = ("enterprises_admitted_cumulative", "enterprises_graduated_cumulative", "enterprises_surviving")

FURTHER = (
    *("courses_cumulative", "enrolled_per_course", "conversion_3m_rate", "conversion_6m_rate"),
    *("enterprises_admitted", "graduation_rate", "survival_rate", "jobs_created", "jobs_per_enterprise"),
)

warehouse = current()
page_header("培训孵化", "课办了多少，学员学完没有、就业没有，孵化出多少账号、企业和岗位。")
selection = filter_bar(warehouse)
why = incubation.why_no_courses(warehouse, selection)
incubates = incubation.has_incubation(warehouse, selection)
names = (incubation.COURSE_CARDS if not (why and incubates) else ()) + (incubation.SITE_CARDS if incubates else ())
show_cards(warehouse, names, selection)


@st.fragment
@contained()
def kinds() -> None:
    """Courses by audience or category: how many learned, and what came of it."""
    with st.container(horizontal=True, vertical_alignment="center", key="course-kinds"):
        by = switch("分组", incubation.BY, "by")
        rate = switch("比率", incubation.RATES, "rate")
    side_by_side(
        partial(parts_trend_view, warehouse, "completed", by, selection, key=f"completed-{by}"),
        partial(parts_view, warehouse, rate, by, selection, key=f"rate-{by}"),
    )


@contained()
def courses() -> None:
    """How many courses and heads, and how many went on to work; beside it what was published of the site."""
    side_by_side(
        partial(trend_view, warehouse, "courses", selection, is_columns=True),
        partial(incubation.heads_view, warehouse, selection),
    )
    side_by_side(partial(incubation.funnel_view, warehouse, selection), published)
    kinds()


@contained()
def sites() -> None:
    """What the incubation sites report: accounts, enterprises and jobs, sales."""
    side_by_side(
        partial(lines_view, warehouse, ("accounts_launched", "accounts_active"), selection),
        partial(trend_view, warehouse, "landing_rate", selection),
    )
    side_by_side(
        partial(lines_view, warehouse, ENTERPRISES, selection),
        partial(trend_view, warehouse, "jobs_cumulative", selection),
    )
    side_by_side(
        partial(trend_view, warehouse, "sales", selection, is_columns=True),
        partial(trend_view, warehouse, "orders", selection, is_columns=True),
    )


published = partial(published_view, warehouse, selection.area_code)
if not why:
    courses()
else:
    empty_state("开课与学员", why, "在上方换一个区域或时期。")
    show(published)
if incubates:
    sites()
else:
    empty_state("账号、企业与岗位", "所选区域没有孵化阵地上报“孵化成效”（未填报）。", "在上方换一个片区。")
with contained():
    title, subtitle, table, footer = incubation.course_table(warehouse, selection)
    if table.rows:
        table_block("courses", title, subtitle, table, footer)
show_further(warehouse, FURTHER, selection, "incubation")
