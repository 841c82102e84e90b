from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import metric
from dashboard.views.grid_coverage.extremes import ends, extremes_finding, ranked

ON_TIME, DAYS, ACCEPTED = metric("on_time_rate"), metric("days_to_close"), metric("events_accepted")


def cells(*values):
    return [Cell(f"grid{place}", "2025Q4", "", value) for place, value in enumerate(values)]


def test_best_is_high_for_a_rate_and_low_for_days():
    found = cells(80.0, 95.0, Absence.NOT_REPORTED, 60.0)
    assert [cell.area_code for cell in ranked(ON_TIME, found)] == ["grid1", "grid0", "grid3", "grid2"]
    assert [cell.area_code for cell in ranked(DAYS, found)] == ["grid3", "grid0", "grid1", "grid2"]


def test_both_ends_and_the_chosen_one_are_shown_with_their_rank():
    found = ranked(ON_TIME, cells(99.0, 98.0, 97.0, 96.0, 95.0, 94.0))
    shown = ends(found, chosen="grid3", shown=1)
    assert [(rank, cell.area_code) for rank, cell in shown] == [(1, "grid0"), (4, "grid3"), (6, "grid5")]


def test_equal_values_share_a_rank():
    shown = ends(ranked(ON_TIME, cells(90.0, 100.0, 100.0, 80.0)), chosen=None)
    assert [rank for rank, _ in shown] == [1, 1, 3, 4]


def test_the_finding_names_the_bad_end_first():
    items = [("甲", 100.0), ("乙", 90.0), ("丙", 61.9)]
    assert extremes_finding(ON_TIME, items) == "事件按期办结率：丙最低（61.9%），甲最高（100.0%）"
    assert extremes_finding(DAYS, [("甲", 1.0), ("乙", 2.5)]) == "事件平均办结时长：乙最高（2.5天），甲最低（1.0天）"
    assert extremes_finding(ACCEPTED, [("甲", 50.0), ("乙", 20.0)]) == "受理事件：乙最少（20件），甲最多（50件）"


def test_several_at_one_end_are_counted():
    items = [("甲", 100.0), ("乙", 100.0), ("丙", 100.0), ("丁", 50.0)]
    assert extremes_finding(ON_TIME, items) == "事件按期办结率：丁最低（50.0%），甲等3处并列最高（100.0%）"


def test_a_tie_a_single_one_and_nothing_are_said_as_such():
    assert extremes_finding(ON_TIME, [("甲", 90.01), ("乙", 90.0)]) == "2处事件按期办结率相同，均为90.0%"
    assert extremes_finding(ON_TIME, [("甲", 90.0), ("乙", Absence.NOT_REPORTED)]) == "甲事件按期办结率90.0%"
    assert extremes_finding(ON_TIME, [("甲", Absence.NOT_IN_PERIOD)]) == "事件按期办结率：本期无此项"
