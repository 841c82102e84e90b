from dashboard.metrics.absence import Absence
from dashboard.views.grid_coverage.flow import flow_finding


def test_what_came_in_and_what_of_it_is_closed():
    assert flow_finding("2025-12", 256.0, 235.0, "256件") == "2025年12月受理256件，已办结91.8%，还有21件在办"
    assert flow_finding("2025-12", 12.0, 12.0, "12件") == "2025年12月受理12件，已办结100.0%，全部办结"


def test_nothing_came_in_or_nothing_was_sent():
    assert flow_finding("2025-12", 0.0, Absence.NOT_IN_PERIOD, "0件") == "2025年12月没有受理事件"
    assert flow_finding("2025-12", Absence.NOT_REPORTED, Absence.NOT_REPORTED, "") == "受理事件：2025年12月未填报"
