"""Assets, projects and events of the small world as they stood at the end of a period."""

from datetime import date

import pytest

from dashboard.metrics.versions import current
from dashboard.tables import projects as reader
from tests import small_world


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return current(small_world.publish(tmp_path_factory.mktemp("projects")))


def states(small, area, period):
    return {(one.project_id, one.sequence): one.state for one in reader.milestones(small, area, period)}


def test_a_milestone_is_seen_from_the_end_of_the_period(small):
    assert states(small, "V", "2023Q4") == {("J2", 1): "超期", ("J2", 2): "未启动"}
    assert states(small, "V", "2024Q1") == {("J2", 1): "逾期完成", ("J2", 2): "按期完成"}
    # The data end on 2024-06-01, before the second step of J3 is due.
    assert states(small, "P", "2024Q2") == {
        ("J1", 1): "按期完成",
        ("J1", 2): "逾期完成",
        ("J3", 1): "超期",
        ("J3", 2): "未启动",
    }


def test_a_project_that_has_not_begun_is_not_told(small):
    assert [one.project_id for one in reader.projects(small, "D", "2023Q4")] == ["J2"]
    assert {one.project_id for one in reader.projects(small, "T", "2024")} == {"J1", "J2", "J3", "J4"}


def test_a_project_is_done_when_its_last_milestone_is(small):
    [open_then] = reader.projects(small, "V", "2023Q4")
    assert open_then.done_on is None and open_then.next_milestone == "首批" and open_then.milestones_overdue == 1
    [done] = reader.projects(small, "V", "2024Q1")
    assert (done.done_on, done.planned_on, done.acquired_mu) == (date(2024, 3, 20), date(2024, 3, 31), 10.5)
    [shared] = [one for one in reader.projects(small, "P", "2024Q2") if one.project_id == "J3"]
    assert shared.days_overdue == 17  # from 15 May to 1 June


def test_days_ahead_and_used(small):
    first, second, *_ = reader.milestones(small, "P", "2024Q2")
    assert (first.days_ahead, first.used_days, first.promised_days) == (8, 12, 20)
    assert (second.days_ahead, second.used_days) == (-5, 15)


def test_a_milestone_is_late_from_its_day_until_it_is_done(small):
    told = {
        period: [(one.project_id, one.days_late) for one in reader.late_milestones(small, "D", period)]
        for period in ("2023Q4", "2024Q1", "2024Q2")
    }
    # The one of 2023Q4 was done in March; that of 15 May is told of until 1 June.
    assert [name for name, _ in told["2023Q4"]] == ["J2"]
    assert (told["2024Q1"], told["2024Q2"]) == ([], [("J3", 17)])


def test_assets_of_an_area_by_quarter(small):
    found = reader.assets(small, "D", "2024Q1", "2024Q2")
    assert [(one.asset_id, one.quarter, one.state, one.has_report) for one in found] == [
        ("M2", "2024Q1", "运营", False),
        ("M2", "2024Q2", "运营", True),
        ("M1", "2024Q1", "改造", True),
        ("M1", "2024Q2", "运营", True),
        ("M3", "2024Q1", "闲置", True),
        ("M3", "2024Q2", "闲置", True),
    ]


def test_events_lie_inside_the_area(small):
    assert [one.event for one in reader.events(small, "T")] == ["开工"]
    assert reader.events(small, "Q") == ()
