from dashboard.metrics.absence import Absence
from dashboard.metrics.catalogue import metric
from dashboard.views.grid_coverage.spot import farthest, gap_finding, spot_finding

ON_TIME, DAYS, ACCEPTED = metric("on_time_rate"), metric("days_to_close"), metric("events_accepted")


def test_where_the_chosen_place_stands():
    latest = {"a": 90.0, "b": 100.0, "c": 61.9, "d": Absence.NOT_REPORTED}
    assert spot_finding(ON_TIME, "丙", 61.9, latest) == "丙事件按期办结率61.9%，由高到低第3位，共3处"
    assert spot_finding(ON_TIME, "丁", Absence.NOT_REPORTED, latest) == "丁事件按期办结率：未填报"
    assert spot_finding(ON_TIME, "甲", 90.0, {"a": 90.0}) == "甲事件按期办结率90.0%"


def test_counts_are_many_or_few():
    assert spot_finding(ACCEPTED, "甲", 50.0, {"a": 50.0, "b": 20.0}) == "甲受理事件50件，由多到少第1位，共2处"
    assert gap_finding(ACCEPTED, {"a": 50.0, "b": 20.0}, {}, "") == "各处受理事件最多与最少相差30件"


def test_a_shared_place_is_told():
    assert spot_finding(ON_TIME, "甲", 90.0, {"a": 90.0, "b": 90.0, "c": 95.0}).endswith(
        "由高到低第2位（与1处并列），共3处"
    )


def test_the_gap_is_held_against_the_compared_time():
    latest, before = {"a": 60.0, "b": 98.1}, {"a": 50.0, "b": 100.0}
    said = "各处事件按期办结率最高与最低相差38.1个百分点"
    assert gap_finding(ON_TIME, latest, before, "同比") == f"{said}，比上年同期的50.0个百分点缩小"
    assert gap_finding(ON_TIME, before, latest, "环比") == (
        "各处事件按期办结率最高与最低相差50.0个百分点，比上一期的38.1个百分点扩大"
    )
    assert gap_finding(ON_TIME, latest, latest, "同比") == f"{said}，与上年同期相同"
    assert gap_finding(ON_TIME, latest, before, "") == said


def test_a_gap_is_not_held_against_fewer_places():
    said = gap_finding(ON_TIME, {"a": 60.0, "b": 90.0}, {"a": 50.0, "b": Absence.NOT_REPORTED}, "同比")
    assert said == "各处事件按期办结率最高与最低相差30.0个百分点"


def test_without_a_gap_or_a_figure():
    assert gap_finding(DAYS, {"a": 1.52, "b": 1.48}, {}, "同比") == "2处事件平均办结时长均为1.5天"
    assert gap_finding(DAYS, {"a": Absence.NOT_IN_PERIOD}, {}, "同比") == "事件平均办结时长：本期无此项"


def test_the_farthest_is_the_bad_end():
    values = {"a": 3.0, "b": 1.0, "c": Absence.NOT_REPORTED, "d": 2.0}
    assert farthest(ON_TIME, values) == "b"
    assert farthest(DAYS, values) == "a"
    assert farthest(ACCEPTED, values) == "a"
    assert farthest(DAYS, {"c": Absence.NOT_REPORTED}) is None
