"""The meetings, bodies and cases of the small world, worked out by hand (rows in tests/worked_by_hand/meetings.py)."""

from datetime import date

from dashboard.tables.meetings import bodies, exemplary_cases, joint_meetings, meetings_inside


def test_joint_meetings_are_those_of_the_area_or_of_the_district_around_it(small):
    assert [one.meeting_id for one in joint_meetings(small, "D")] == ["M3", "M2", "M1"]
    assert [one.meeting_id for one in joint_meetings(small, "V")] == ["M3", "M2", "M1"]
    assert [one.meeting_id for one in meetings_inside(small, "V")] == ["M5"]
    assert joint_meetings(small, "D")[1].days_after_quarter == 4


def test_bodies_and_cases(small):
    assert [(one.name, one.posts) for one in bodies(small, "V")] == [("甲专班", 31)]
    assert bodies(small, "E") == ()
    assert [one.title for one in exemplary_cases(small, "D", date(2024, 3, 31))] == ["甲做法"]
