"""培训孵化: what comes of the courses, and of the sites that incubate enterprises?"""

from functools import partial

import streamlit as st

from dashboard.metrics.versions import current
from dashboard.render.web.beside import side_by_side
from dashboard.render.web.blocks import contained, empty_state
from dashboard.render.web.controls import switch
from dashboard.render.web.head import page_head
from dashboard.render.web.places import where
from dashboard.render.web.sections import Section, further, sections
from dashboard.render.web.show import listed, show, show_cards
from dashboard.views.incubation import courses as incubation
from dashboard.views.incubation.site_published import published_view
from dashboard.views.kinds import parts_trend_view, parts_view, trend_view
from dashboard.views.kinds.lines import lines_view

ENTERPRISES = ("enterprises_admitted_cumulative", "enterprises_graduated_cumulative", "enterprises_surviving")

FURTHER = (
    *("courses_cumulative", "enrolled_per_course", "conversion_3m_rate", "conversion_6m_rate"),
    *("enterprises_admitted", "graduation_rate", "survival_rate", "jobs_created", "jobs_per_enterprise"),
)

NO_COURSES = ("开课清单", "所选区域本期没有开课记录。", "在上方换一个区域或时期。")

warehouse = current()
selection, index = page_head(warehouse, "培训孵化", "培训开办多少，学员结业、就业多少，孵化出多少账号、企业和岗位。")
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
    """How many went on to work, and how many heads there were; beside it what was published of the site."""
    side_by_side(partial(incubation.funnel_view, warehouse, selection), published)
    side_by_side(
        partial(trend_view, warehouse, "courses", selection, is_columns=True),
        partial(incubation.heads_view, warehouse, selection),
    )


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


in_places, nowhere = where(warehouse, selection, incubation.MAPPED)
courses_of = partial(incubation.course_table, warehouse, selection)
published = partial(published_view, warehouse, selection.area_code)
no_sites = "" if incubates else "所选区域没有孵化阵地上报“孵化成效”（未填报）。"
if why:
    empty_state("开课与学员", why, "在上方换一个区域或时期。")
    show(published)
else:
    courses()
sections(
    index,
    Section("places", "分布地图", "各园区、村的开课、结业、转化、入孵、岗位", in_places, nowhere),
    Section("kinds", "各类课程", "按对象或类别看结业、取证、转化", kinds, why),
    Section("sites", "孵化成效", "账号、企业、岗位、成交额", sites, no_sites),
    Section("list", "开课清单", "逐期列出人数与去向", listed("courses", courses_of, NO_COURSES), why),
    further(warehouse, selection, "incubation", names=FURTHER),
)
