"""What the table of recruitment events says, worked out by hand."""

from datetime import date

from dashboard.metrics.absence import Absence
from dashboard.tables.rosters import RecruitmentRow
from dashboard.views.employment import recruitment


def event(kind: str, intentions: int | None, hires: int | None) -> RecruitmentRow:
    return RecruitmentRow(
        title="某场",
        kind=kind,
        area_code="P",
        area_name="甲园",
        held_on=date(2025, 11, 6),
        enterprises_attending=10,
        openings=60,
        visitors=50,
        intentions=intentions,
        hires=hires,
        origin="demo",
    )


def test_events_that_nobody_called_back_are_counted_but_not_rated():
    listed = [event("校园", 20, 10), event("云市集", 20, 16), event("云市集", 30, None)]
    assert recruitment.event_finding(listed) == "近12个月办招聘活动3场，已回访的2场意向入职率65%，云市集最高（80%）"
    assert recruitment.event_finding(listed[2:]) == "近12个月办招聘活动1场"
    assert recruitment.event_finding([]) == "近12个月没有招聘活动"


def test_one_or_two_persons_of_an_event_are_withheld_with_their_rate():
    hidden = Absence.NOT_DISCLOSED
    assert recruitment.event_row(event("校园", 20, 10))[4:] == (10, 60, 50, 20, 10, 50)
    assert recruitment.event_row(event("校园", 20, hidden))[7:] == (20, hidden, hidden)
    assert recruitment.event_row(event("校园", 20, None))[7:] == (20, None, None)
