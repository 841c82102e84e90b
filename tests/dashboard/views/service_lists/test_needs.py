"""What the page of the three lists says, worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import Selection
from dashboard.tables.lists import MatrixCell, OpenNeed, PlanNeed
from dashboard.views.charts import Series
from dashboard.views.kinds.stages import stages_finding, stages_view
from dashboard.views.service_lists.needs import AGES, as_of, basis_words, open_finding, open_row, plan_finding, plan_row
from dashboard.views.service_lists.needs_matrix import VIEWS, matrix_view


def cell(
    topic: str, group: str, needs: int, offers: int, told: int | None = None, met: int | None = None
) -> MatrixCell:
    rest = None if told is None else told - met
    return MatrixCell(
        topic=topic,
        served_group=group,
        needs=needs,
        offers=offers,
        needs_told=told,
        needs_met=met,
        needs_open=rest,
        origins=("demo",),
    )


FOUND = (cell("用工招聘", "企业", 6, 2, 5, 4), cell("停车出行", "员工", 3, 0, 3, 1), cell("歇脚补给", "村民", 1, 1))


def test_each_view_says_what_stands_out():
    said = {name: view.finding(FOUND) for name, view in VIEWS.items()}
    assert said == {
        "needs": "列入需求10项，最多的是企业的用工招聘（6项，对应资源服务2项）",
        "offers": "资源与服务3项，1类需求还没有对应，首先是员工的停车出行（3项需求）",
        "satisfaction": "员工的停车出行满足率最低，为33%（1/3项）",
        "open": "在办需求3项，积压最多的是员工的停车出行（2项）",
    }


def test_what_nobody_reports_on_is_said():
    listed = (cell("用工招聘", "企业", 1, 1), cell("人才培养", "企业", 1, 1))
    assert VIEWS["needs"].finding(listed) == "列入需求2项，每一类不多于一项"
    assert VIEWS["offers"].finding(listed) == "资源与服务2项，每一类需求都有资源或服务对应"
    assert VIEWS["satisfaction"].finding(listed) == "需求满足率：未填报"
    assert VIEWS["open"].finding(listed) == "在办需求：未填报"
    assert VIEWS["satisfaction"].value(listed[0]) is Absence.NOT_REPORTED


def test_the_matrix_has_a_row_of_cells_for_each_topic(small):
    view = matrix_view(small, "satisfaction", Selection("D", "2024Q2"))
    assert view.finding == "村民的养老服务满足率最低，为0%（0/2项）"
    rows = {(topic, group): (needs, rate) for topic, group, needs, _, _, rate in view.table.rows}
    assert rows["用工招聘", "企业"] == (2, 100)


NEED = PlanNeed(
    item_id="BG-G01",
    served_group="企业",
    topic="用工招聘",
    title="人才短缺",
    quote="人才短缺",
    paragraph="L55",
    note=None,
    measure_kind="服务",
    measure="优化企业招聘环境",
    decisions=1,
    decisions_closed=1,
    decision_status="已办结",
    decision_node="验收",
    updated_on=date(2025, 3, 23),
    alike_raised=10,
    alike_met=9,
    origin="published",
    result_origin="demo",
)
UNTOLD = PlanNeed(
    **{
        **NEED.__dict__,
        "decisions": None,
        "decisions_closed": None,
        "decision_status": None,
        "decision_node": None,
        "updated_on": None,
        "alike_raised": None,
        "alike_met": None,
    }
)


def test_a_need_of_the_plan_in_words():
    assert plan_row(NEED) == (
        "企业",
        "人才短缺",
        "优化企业招聘环境（服务）",
        "已办结（验收，2025-03-23）",
        "10项中满足9项",
    )
    assert plan_row(UNTOLD)[3:] == ("未填报", "未填报")


def test_the_plan_in_one_sentence():
    stuck = PlanNeed(**{**NEED.__dict__, "decisions_closed": 0})
    assert plan_finding([NEED, stuck, UNTOLD]) == "方案列出的3项需求，2项已议定办理，1项办结，还有2项未结"
    assert plan_finding([UNTOLD]) == "方案列出1项需求，办理情况未填报"


def open_need(title: str, overdue: int) -> OpenNeed:
    return OpenNeed(
        item_id=title,
        area_name="甲村",
        served_group="村民",
        topic="养老服务",
        title=title,
        raised_on=date(2024, 1, 1),
        raised_by_kind="网格员",
        matched_title=None,
        responsible_unit=None,
        due_on=date(2024, 2, 1),
        help_mode=None,
        open_days=90,
        overdue_days=overdue,
        origin="demo",
    )


def test_open_needs_in_one_sentence():
    assert open_finding([open_need("体检", 40), open_need("助餐", 0)]) == (
        "在办需求2项，超期1项，最久的是“体检”（甲村），期限2024-02-01，超期40天"
    )
    assert open_finding([open_need("助餐", 0)]) == "在办需求1项，没有超期"
    assert open_finding([]) == "没有在办需求"
    assert open_row(open_need("体检", 40))[5:] == ("待对接", 90, "2024-02-01", 40)
    assert open_row(replace(open_need("体检", 0), due_on=None))[7:] == ("未填报", None)


@pytest.mark.parametrize(
    ("known", "period", "day"),
    [
        (date(2024, 5, 20), "2024Q1", date(2024, 3, 31)),
        (date(2024, 5, 20), "2024Q2", date(2024, 5, 20)),
        (date(2025, 12, 31), "2024", date(2024, 12, 31)),
        (None, "2024Q1", None),
    ],
)
def test_a_period_ends_with_its_last_day_or_with_the_data(known, period, day):
    assert as_of(known, period) == day


def test_stages_name_the_last_one_that_has_any():
    series = [Series("30天以内", (("2024Q1", 3), ("2024Q2", 6))), Series("180天以上", (("2024Q1", 1), ("2024Q2", 2)))]
    assert stages_finding(metric("needs_open"), series, "2024Q2") == "2024年第二季度在办需求8项；180天以上2项（25%）"
    none = [Series("30天以内", (("2024Q2", 4),)), Series("180天以上", (("2024Q2", 0),))]
    assert stages_finding(metric("needs_open"), none, "2024Q2") == "2024年第二季度在办需求4项；30天以内4项（100%）"
    assert stages_finding(metric("needs_open"), [], "2024Q2") == "在办需求：2024年第二季度未填报"


def test_a_year_shows_the_stages_of_its_last_quarter_only(small):
    view = stages_view(small, "needs_open", "age_band", AGES, Selection("D", "2024"))
    # N2 was 76 days old in March and is closed since; N3 is 90 days old, N4 19.
    assert view.finding == "2024年在办需求2项；31–90天1项（50%）"


@pytest.mark.parametrize(("listed", "judged", "said"), [(271, 259, "12项由公开文件列出"), (20, 20, ""), (5, None, "")])
def test_needs_without_a_status_are_told_beside_the_rates(listed, judged, said):
    found = basis_words(listed, judged)
    assert said in found and bool(found) == bool(said)
