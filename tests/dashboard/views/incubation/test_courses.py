"""What the page of training says about its funnel, its courses and the published figures, worked out by hand."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.metrics.qualified import Qualified
from dashboard.tables.registers import CourseRow
from dashboard.views.incubation.courses import STAGES, course_finding, course_row, funnel_finding, still_learning
from dashboard.views.incubation.site_published import interval_pair, published_finding

COURSE = CourseRow(
    area_code="P",
    site="甲空间",
    month="2025-10",
    category="技能",
    audience="职工",
    courses=2,
    enrolled=40,
    completed=30,
    certified=Absence.NOT_DISCLOSED,
    converted_3m=None,
    converted_6m=None,
    origin="demo",
)


def test_the_stages_of_the_funnel_are_one_cohort():
    counted = [metric(name) for name in STAGES]
    assert {one.mart for one in counted} == {"training_months"}
    assert all("due_6m" in one.numerator.expression or "converted_6m" in one.numerator.expression for one in counted)


def test_the_funnel_says_how_many_found_work():
    said = funnel_finding([250.0, 200.0, 90.0, 100.0])
    assert said == "每100名结业学员，六个月后有50名就业或自主经营；报名的有80%结业"


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        ([10.0, 0.0, 0.0, 0.0], "到期的期次还没有人结业"),
        ([Absence.NOT_REPORTED] * 4, "报名到转化：未填报"),
        ([10.0, 8.0, 3.0, Absence.NOT_DISCLOSED], "报名到转化：不公开"),
    ],
)
def test_the_funnel_says_why_it_cannot_be_told(stages, said):
    assert funnel_finding(stages) == said


def test_one_or_two_persons_are_not_shown():
    assert course_row(COURSE)[4:10] == (2, 40, 30, Absence.NOT_DISCLOSED, None, None)


def test_courses_are_counted_by_site():
    assert course_finding("2025Q4", [COURSE, COURSE]) == "2025年第四季度1处阵地开课4期"
    assert course_finding("2025Q4", []) == "2025年第四季度没有开课"


@pytest.mark.parametrize(
    ("agreements", "said"),
    [
        ([True, True], "图灵·乘式空间2项公开数字中2项与填报一致"),
        ([True, False, None], "图灵·乘式空间3项公开数字中1项与填报一致，1项不一致，1项无法核对"),
        ([None, None], "图灵·乘式空间2项公开数字尚无填报数可核对"),
    ],
)
def test_agreement_is_counted_whatever_it_is(agreements, said):
    assert published_finding("图灵·乘式空间", agreements) == said


def pair(qualified, reported):
    fact = SimpleNamespace(fact_id="X1", measure="累计培训人数(甲和乙)", unit="人", qualified=qualified)
    return SimpleNamespace(fact=fact, reported=reported, metric=metric("completed_cumulative"))


def test_a_lower_bound_stays_open_above_and_the_report_is_in_its_per_cent():
    published, reported = interval_pair(pair(Qualified.of(Decimal(100), "gt", "人"), 115.0))
    assert (published.low, published.high) == (100.0, None)
    assert published.text == "公开：超100人"
    assert (reported.low, reported.high) == (115.0, 115.0)


def test_an_upper_bound_stays_open_below():
    published, reported = interval_pair(pair(Qualified.of(Decimal(2000), "lt", "人"), 1987.0))
    assert (published.low, published.high) == (None, 100.0)
    assert published.name == "累计培训人数"
    assert reported.low == pytest.approx(99.35)


def test_a_missing_report_is_its_word():
    _, reported = interval_pair(pair(Qualified.of(Decimal(6), "eq", "人"), Absence.NOT_REPORTED))
    assert (reported.low, reported.high, reported.text) == (None, None, "填报：未填报")


@pytest.mark.parametrize(
    ("enrolled", "of_completed", "learning"),
    [(22, 10, 12), (22, 22, 0), (Absence.NOT_REPORTED, None, 0), (22, None, 0)],
)
def test_those_who_are_still_learning_are_told(enrolled, of_completed, learning):
    cell = SimpleNamespace
    assert still_learning(cell(value=enrolled), cell(denominator=of_completed)) == learning
