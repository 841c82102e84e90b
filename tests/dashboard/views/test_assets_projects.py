"""What the page of assets and projects says, over the small world and worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.selection import Selection
from dashboard.tables.projects import Event, assets, milestones, projects
from dashboard.views.assets_projects import asset_money
from dashboard.views.assets_projects import assets as asset_views
from dashboard.views.assets_projects import milestones as milestone_views
from dashboard.views.assets_projects import projects as project_views
from dashboard.views.assets_projects.approvals import approvals, approvals_finding, approvals_view, step_pairs
from dashboard.views.assets_projects.timeline import day_words, timeline, timeline_finding
from dashboard.views.park_output.pipeline import has_pipeline, pipeline_finding, pipeline_view

SPRING = Selection("D", "2024Q2")
EVENT = Event(
    event_id="X1",
    area_code="V",
    event="开工",
    dated="XXXX-11-11",
    dated_as="2024-11-11",
    is_year_assumed=True,
    quote="今年11月11日",
    document_title="某报道",
    document_name="某报道",
    paragraph="L1",
    note=None,
    origin="published",
)


def test_the_strip_names_what_lies_idle_longest(small):
    view = asset_views.stages_view(small, SPRING)
    assert view.finding == "3处资产中2处在运营；甲地块至少已3个季度未投入运营"
    assert len(view.table.rows) == 9


def test_an_asset_that_has_just_left_use_is_idle_for_as_long(small):
    known = assets(small, "P", "2023Q4", "2024Q2")
    left = [replace(one, state="闲置") if one.quarter == "2024Q2" else one for one in known]
    assert asset_views.stages_finding(left) == "1处资产中0处在运营；甲车库已1个季度未投入运营"
    assert asset_views.stages_finding(known) == "1处资产中1处在运营"


def test_the_waterfall_closes(small):
    view = asset_money.waterfall_view(small, SPRING)
    # 42 less 14; of the 28 left the owner has 10 and the village 18, or 43 of every 100.
    assert [row[1] for row in view.table.rows] == [42, -14, 28, -10, 18]
    assert view.finding == "2024年第二季度资产每收入100元，成本33元，村集体得43元，共18.0万元"


def test_a_loss_that_the_owner_bears_is_told(small):
    view = asset_money.waterfall_view(small, Selection("Q", "2024Q1"))
    assert [row[1] for row in view.table.rows] == [5, -6, -1, 1, 0]
    assert "亏损由产权方承担" in view.footer.note


@pytest.mark.parametrize(
    ("income", "cost", "village", "said"),
    [
        (Absence.NOT_REPORTED, 1, 1, "资产经营收益：2024年第二季度未填报"),
        (0, 0, 0, "2024年第二季度资产没有经营收入"),
    ],
)
def test_the_waterfall_says_why_it_cannot_be_told(income, cost, village, said):
    assert asset_money.waterfall_finding("2024Q2", income, cost, village) == said


def test_assets_are_listed_with_what_applies_to_them(small):
    title, _, table, footer = asset_views.asset_table(small, SPRING)
    assert title == "资产3处：闲置1处，运营2处" and footer.is_demo
    [mall] = [row for row in table.rows if row[0] == "甲商场"]
    assert mall[4:10] == (1000, "", 50, 30, 10, 10)
    [garage] = assets(small, "P", "2024Q2", "2024Q2")
    assert asset_views.size_words(replace(garage, spaces=30, households_entitled=12)) == "30个车位，12户权益"


def test_projects_are_told_by_group_with_the_worst_one_named(small):
    assert list(project_views.groups(small, SPRING)) == ["build", "land", "approval"]
    view = project_views.projects_view(small, SPRING, "build")
    assert view.finding == "1个项目在办，1个有节点超期，丙共建超期17天"
    done = project_views.projects_view(small, SPRING, "land")
    assert done.finding == "1个项目中1个已全部完成，没有超期的节点"


def test_headline_figures_follow_the_groups():
    assert project_views.cards({}) == ()
    assert project_views.cards({"build": "", "land": ""})[-1] == "land_acquired"
    assert "approval_speedup" not in project_views.cards({"build": ""})


def test_a_project_is_judged_by_its_milestones(small):
    state = {one.project_id: project_views.state_of(one) for one in projects(small, "T", "2024Q2")}
    assert state == {"J1": "逾期完成", "J2": "按期完成", "J3": "超期", "J4": "逾期完成"}
    words = {one.project_id: project_views.project_words(one) for one in projects(small, "T", "2024Q2")}
    assert words == {"J1": "2/2，晚5天", "J2": "2/2，提前11天", "J3": "0/2，超期17天", "J4": "1/1，晚1天"}


def test_the_table_of_projects_begins_with_what_is_overdue(small):
    rows = project_views.project_table(small, Selection("T", "2024Q2"))[2].rows
    assert [row[0] for row in rows] == ["丙共建", "丁改造", "乙征迁", "甲审批"]
    assert rows[0][3:7] == ("超期", "0/2", "划线", date(2024, 5, 15))


def test_milestones_are_told_with_what_comes_next(small):
    view = milestone_views.milestones_view(small, SPRING, "J3")
    assert view.finding == "2个节点完成0个；下一个是划线，计划2024-05-15，已超期17天"
    spans = [milestone_views.milestone_span(one) for one in milestones(small, "D", "2024Q2")]
    assert [span.text for span in spans] == ["提前8天", "晚5天", "晚41天", "提前11天", "超期17天", "未启动"]


def test_approvals_are_held_against_the_promise(small):
    view = approvals_view(small, Selection("D", "2024Q1"))
    assert view.finding == "2个审批节点比承诺提速10%；规划省得最多，8天"
    assert [row[2:4] for row in view.table.rows] == [(20, 12), (10, 15)]
    assert approvals_view(small, SPRING) is None


def test_slow_approvals_are_said_to_be_slow(small):
    [_, late] = approvals(milestones(small, "P", "2024Q1"))
    assert approvals_finding([late]) == "1个审批节点比承诺超时50%"


def test_an_approval_without_its_days_used_is_left_out(small):
    early, late = [step for step in milestones(small, "P", "2024Q1") if step.promised_days]
    assert [approval.milestone for approval in approvals([replace(early, used_days=None), late])] == [late]


def test_two_projects_at_the_same_step_are_told_by_their_mean(small):
    early, late = approvals(milestones(small, "P", "2024Q1"))
    twice = early._replace(promised=early.promised + 2, used=early.used + 4)
    pairs = {pair.name: (pair.then, pair.now) for pair in step_pairs([early, twice, late])}
    assert pairs[early.milestone.milestone] == (early.promised + 1, early.used + 2)
    assert list(pairs)[-1] == late.milestone.milestone


def test_the_funnel_of_the_parks(small):
    assert pipeline_view(small, SPRING).finding == "每100家签约企业，75家入驻、75家投产、25家纳统"
    assert pipeline_finding([Absence.NOT_REPORTED] * 4) == "签约到纳统：未填报"
    assert pipeline_finding([0, 0, 0, 0]) == "还没有签约企业"
    assert has_pipeline(small, SPRING) and not has_pipeline(small, Selection("V", "2024Q2"))


def test_events_keep_their_words_and_say_where_the_year_is_assumed(small):
    title, _, table, footer = timeline(small, SPRING)
    assert title == "公开文件写到1件大事，最近一件：开工"
    assert table.rows == (("2024年11月11日（年份推定）", "开工", "甲村", "“今年11月11日”", "灵秀报道"),)
    assert "推定" in footer.note and footer.origins == ("demo",)
    assert timeline_finding([]) == "公开文件没有写到所选区域的大事"


def test_a_day_without_any_year_is_told_without_one():
    assert day_words(replace(EVENT, dated_as="XXXX-11-11")) == "11月11日（年份推定）"
    assert day_words(replace(EVENT, dated_as="1997", is_year_assumed=False)) == "1997年"
