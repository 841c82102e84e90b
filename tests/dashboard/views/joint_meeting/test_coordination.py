"""What is said of the bodies and the cases of the small world, worked out by hand."""

from datetime import date

from dashboard.metrics.versions import current
from dashboard.views.joint_meeting.coordination import bodies_table, cases_table
from tests import small_world


def test_a_body_is_told_by_posts_and_units(small):
    title, _, table, footer = bodies_table(small, "D")
    assert title == "统筹协调机构：工作专班1个"
    assert table.rows == (("甲专班", "工作专班", "甲片区", "镇党委书记", "31个职务", "某方案"),)
    assert footer.origins == ("demo",)
    assert bodies_table(small, "E")[0] == "没有登记统筹协调机构"


def test_a_joint_meeting_told_by_its_members_is_a_meeting(tmp_path):
    change = """INSERT INTO core.coordination_bodies (body_id, name, kind, area_code, origin)
        VALUES ('B2', '甲会议', '联席会议成员', 'D', 'demo')"""
    title, _, table, _ = bodies_table(current(small_world.publish(tmp_path, change=change)), "D")
    assert title == "统筹协调机构：工作专班1个、联席会议1个"
    assert [row[1] for row in table.rows] == ["工作专班", "联席会议"]


def test_cases_count_the_units_that_followed(small):
    title, _, table, _ = cases_table(small, "D", date(2024, 5, 10))
    assert title == "选树典型2个，1个已推广到2个单位"
    assert [row[0] for row in table.rows] == ["乙做法", "甲做法"]
    assert cases_table(small, "E", date(2024, 5, 10))[0] == "还没有选树典型"
