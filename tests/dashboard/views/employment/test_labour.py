"""What 就业人才 says about missing hands and the funnel, worked out by hand."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.views.employment import labour, openings

RATIO = metric("openings_per_seeker")


def test_the_sentence_names_the_largest_gaps_and_the_scarcest_occupation():
    gaps = [("缝纫工", 120.0), ("设计师", 30.0), ("普工", 80.0), ("质检", 10.0), ("其他", -5.0)]
    ratios = [("缝纫工", 1.4), ("设计师", 2.5), ("其他", 0.6), ("质检", Absence.NOT_REPORTED)]
    assert labour.shortage_finding("2025Q4", 235.0, gaps, ratios, 40.0) == (
        "2025年第四季度新发布的岗位还缺235人；缺得最多的是缝纫工（120人）、普工（80人）、设计师（30人）；"
        "最难招的是设计师，每100名求职者对着250个岗位；另有40个岗位的入职还没有核实，不计在内。"
    )


def test_a_gap_that_is_not_known_is_not_guessed():
    assert labour.shortage_finding("2025Q4", Absence.NOT_REPORTED, [], [], 0.0) == "2025年第四季度用工缺口：未填报。"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((1.2, 1.1, 0.9), "2025年第三季度用工供需比0.90倍，人比岗位多；3期中2期岗位比人多"),
        ((1.2, 1.1, 1.3), "2025年第三季度用工供需比1.30倍，岗位比人多；3期中期期岗位比人多"),
        ((Absence.NOT_REPORTED, 1.0), "2025年第二季度用工供需比1.00倍，岗位与人相当；1期中没有一期岗位比人多"),
        ((1.2, Absence.NOT_REPORTED), "用工供需比：2025年第二季度未填报"),
    ],
)
def test_the_ratio_says_whether_openings_or_people_are_more(values, said):
    points = [(f"2025Q{number}", value) for number, value in enumerate(values, 1)]
    assert openings.ratio_finding(RATIO, points) == said


@pytest.mark.parametrize(
    ("ratios", "said"),
    [
        ([("甲", 2.0), ("乙", 0.5), ("丙", 1.2)], "2025年3类岗位中2类缺人：甲、丙"),
        ([("甲", 2.0), ("乙", 1.5), ("丙", 1.2), ("丁", 1.1)], "2025年4类岗位中4类缺人：甲、乙、丙等"),
        ([("甲", 0.5)], "2025年1类岗位都是人比岗位多"),
        ([("甲", Absence.NOT_REPORTED)], "2025年各类岗位的用工供需比：未填报"),
    ],
)
def test_the_occupations_that_lack_people_are_named(ratios, said):
    assert openings.occupations_finding("2025", ratios) == said


@pytest.mark.parametrize(
    ("rates", "said"),
    [
        ((45.0, 30.0), "每推荐100人次达成意向45人次；每100个已回访的岗位招到30人"),
        ((Absence.NOT_REPORTED, 30.0), "每100个已回访的岗位招到30人"),
        ((45.0, Absence.NOT_REPORTED), "从岗位到入职：未填报"),
    ],
)
def test_the_funnel_is_told_by_the_rates_of_the_cards(rates, said):
    assert openings.funnel_finding(*rates) == said
