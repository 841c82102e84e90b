"""What 组织建设 says about forms of covering, activities and the four levels, worked out by hand."""

from datetime import date

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric
from dashboard.tables.rosters import EstateRow
from dashboard.views.party_building import organizations as party_building


def answers(**values):
    """Per form its figure in 2024Q4 and 2025Q4."""
    return [
        (
            metric(name),
            tuple(Cell("D", period, "", value) for period, value in zip(("2024Q4", "2025Q4"), two, strict=True)),
        )
        for name, two in values.items()
    ]


def test_the_form_that_grew_most_is_named_with_those_still_uncovered():
    found = answers(covered_single=(10.0, 12.0), covered_by_region=(20.0, 27.0), enterprises_uncovered=(60.0, 50.0))
    said = "还有50家企业没有覆盖；“区域组团”同比增7家，增得最多"
    assert party_building.forms_finding(found, "2024Q4", "同比") == said
    assert party_building.forms_finding(found, None, "") == "还有50家企业没有覆盖"


def test_forms_that_are_not_told_are_not_told():
    found = answers(enterprises_uncovered=(60.0, Absence.NOT_REPORTED))
    assert party_building.forms_finding(found, "2024Q4", "同比") == "组建形式：未填报"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("党课", 9.0, 6.0), ("联学联讲", 4.0, 3.0)], "应开13场，实开9场；党课缺3场、联学联讲缺1场"),
        ([("党课", 9.0, 9.0)], "应开9场，实开9场，一场不缺"),
        ([("党课", Absence.NOT_REPORTED, Absence.NOT_REPORTED)], "应开、实开：未填报"),
    ],
)
def test_what_was_not_held_is_named(rows, said):
    assert party_building.held_finding(rows) == said


def estate(levels: int, *, is_whole: bool) -> EstateRow:
    return EstateRow(
        area_code="V",
        area_name="甲村",
        estate="某小区",
        as_of_on=date(2025, 12, 31),
        buildings=6,
        building_groups=4,
        member_households=5,
        levels=levels,
        is_whole=is_whole,
        origin="demo",
    )


def test_estates_are_whole_or_have_no_branch_yet():
    listed = [estate(4, is_whole=True), estate(4, is_whole=False), estate(1, is_whole=False)]
    assert party_building.estate_finding(listed) == "3个小区中1个四级完整，1个还没有小区党支部"
    assert party_building.estate_row(listed[1]) == ("某小区", "甲村", 4, 6, 4, 5, "否", "2025-12-31")
