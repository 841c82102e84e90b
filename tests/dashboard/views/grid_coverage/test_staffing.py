from types import SimpleNamespace

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.views.grid_coverage.staffing import staffing_finding

PLACES = [SimpleNamespace(area_code=code, name=name) for code, name in (("a", "甲"), ("b", "乙"), ("c", "丙"))]


def found(name, *values):
    return {name: {code: Cell(code, "2025Q4", "", value) for code, value in zip("abc", values, strict=True)}}


def test_all_leaders_at_their_post():
    answered = found("grid_leaders", 1.0, 1.0, 1.0) | found("grid_staff", 4.0, 3.0, 5.0)
    assert staffing_finding(PLACES, answered) == "3个网格网格长全部在岗，网格员12名"


def test_who_lacks_a_leader_and_who_said_nothing():
    answered = found("grid_leaders", 1.0, 0.0, Absence.NOT_REPORTED) | found(
        "grid_staff", 4.0, 3.0, Absence.NOT_REPORTED
    )
    assert staffing_finding(PLACES, answered) == "3个网格中1个有网格长，乙缺网格长，1个未填报，网格员7名"


def test_nobody_reported():
    answered = found("grid_leaders", *[Absence.NOT_REPORTED] * 3) | found("grid_staff", *[Absence.NOT_REPORTED] * 3)
    assert staffing_finding(PLACES, answered) == "3个网格的力量与负荷：未填报"


def test_units_without_grids_have_events_alone():
    assert staffing_finding(PLACES, found("events_accepted", 10.0, 5.0, Absence.NOT_IN_PERIOD)) == "3个单位受理事件15件"
