"""The marts of lists, meetings and decided matters over the small world, against rows worked out by hand."""

import duckdb
import pytest

from tests import small_world


@pytest.fixture(scope="module")
def filled():
    return small_world.build(duckdb.connect())


def rows(connection, sql: str) -> list[tuple]:
    return connection.execute(sql).fetchall()


def test_a_matter_stands_where_the_last_report_left_it(filled):
    line = (
        "SELECT starts_on::VARCHAR, ends_on::VARCHAR, status, progress_pct, closed_on::VARCHAR, is_reopened"
        " FROM mart.decision_timeline WHERE decision_id = 'D2' ORDER BY starts_on"
    )
    assert rows(filled, line) == [
        ("2023-12-20", "2024-02-01", "未启动", 0, None, False),  # from the meeting on
        ("2024-02-01", "2024-04-20", "推进中", 30, None, False),
        ("2024-04-20", "2024-05-10", "已办结", 100, "2024-04-20", False),
        ("2024-05-10", None, "推进中", 80, None, True),
    ]


def changed(sql: str) -> duckdb.DuckDBPyConnection:
    return small_world.build(duckdb.connect(), change=sql)


def test_a_matter_that_only_the_register_closes_is_closed_on_that_day():
    connection = changed("DELETE FROM core.decision_updates WHERE decision_id = 'D1'")
    line = "SELECT starts_on::VARCHAR, status, closed_on::VARCHAR FROM mart.decision_timeline WHERE decision_id = 'D1'"
    assert rows(connection, line) == [("2023-12-20", "未启动", None), ("2024-02-10", "已办结", "2024-02-10")]


def test_a_matter_reported_closed_twice_was_closed_the_first_time():
    connection = changed(
        "INSERT INTO core.decision_updates (decision_id, reported_on, decided_on, status, progress_pct)"
        " VALUES ('D1', '2024-03-01', '2023-12-20', '已办结', 100)"
    )
    line = "SELECT closed_on::VARCHAR FROM mart.decision_timeline WHERE decision_id = 'D1' AND ends_on IS NULL"
    assert rows(connection, line) == [("2024-02-10",)]


def test_a_report_from_before_the_meeting_is_none():
    connection = changed("UPDATE core.decision_updates SET reported_on = '2023-12-01' WHERE decision_id = 'D4'")
    line = "SELECT starts_on::VARCHAR, status FROM mart.decision_timeline WHERE decision_id = 'D4'"
    assert rows(connection, line) == [("2023-12-20", "未启动")]


def test_a_changed_plan_is_judged_by_its_first_date(filled):
    stand = (
        "SELECT quarter, overdue, overdue_days FROM mart.decision_quarters WHERE decision_id = 'D2' ORDER BY quarter"
    )
    # First promised for 2024-03-20, now for 2024-05-31; 11 days to the end of March, 51 to the last report.
    assert rows(filled, stand) == [("2023Q4", 0, 0), ("2024Q1", 1, 11), ("2024Q2", 1, 51)]


def test_only_a_matter_of_both_meetings_can_have_stood_still(filled):
    stood = "SELECT decision_id FROM mart.decision_quarters WHERE unmoved = 1"
    assert rows(filled, stood) == [("D4",)]
    connection = changed("UPDATE core.decision_updates SET note = '问过' WHERE decision_id = 'D4'")
    assert rows(connection, stood) == [("D4",)]  # the note is of January, before both
    connection = changed(
        "INSERT INTO core.decision_updates (decision_id, reported_on, decided_on, status, progress_pct, node, note)"
        " VALUES ('D4', '2024-04-10', '2023-12-20', '推进中', 20, '方案', '已约谈')"
    )
    assert rows(connection, stood) == []


def test_meetings_are_due_from_the_first_one_on(filled):
    due = (
        "SELECT area_code, quarter, joint_held, joint_lag_days FROM mart.meeting_quarters"
        " WHERE joint_due = 1 ORDER BY area_code, quarter"
    )
    assert rows(filled, due) == [
        ("D", "2023Q4", 1, 0),
        ("D", "2024Q1", 1, 4),
        ("D", "2024Q2", 1, 0),
        ("E", "2023Q4", 1, 0),
        ("E", "2024Q1", 0, 0),
        ("E", "2024Q2", 0, 0),
    ]


def test_without_any_meeting_none_is_due():
    assert rows(changed("DELETE FROM core.meetings"), "FROM mart.meeting_quarters") == []


def test_a_meeting_tells_how_long_after_its_quarter_it_was_held(filled):
    told = "SELECT meeting_id, days_after_quarter, decisions_listed FROM mart.meeting_register ORDER BY 1"
    assert rows(filled, told) == [("M1", -11, 3), ("M2", 4, 1), ("M3", -53, 0), ("M4", -3, 0), ("M5", -50, 0)]


def test_an_open_need_has_an_age(filled):
    ages = (
        "SELECT month, age_band FROM mart.list_item_months"
        " WHERE item_id = '{}' AND month IN ('2024-03', '2024-06') ORDER BY month"
    )
    assert rows(filled, ages.format("N3")) == [("2024-03", "31–90天"), ("2024-06", "31–90天")]  # 40 and 90 days
    assert rows(filled, ages.format("N2")) == [("2024-03", "31–90天"), ("2024-06", "不在办")]  # 76 days, then closed


def test_a_need_that_only_a_document_tells_of_is_listed_and_nothing_else(filled):
    told = "SELECT needs, needs_told, needs_open, needs_met FROM mart.list_item_months WHERE item_id = 'N6'"
    assert set(rows(filled, told)) == {(1, None, None, None)}


def test_a_need_of_the_plan_is_traced_to_its_measure_and_to_what_came_of_it(filled):
    traced = "SELECT item_id, measure, decisions, decisions_closed, decision_status, alike_raised FROM mart.plan_needs"
    # D3 was decided on it and is blocked; no need of enterprises for hands was listed since.
    assert rows(filled, traced) == [("N6", "招聘会", 1, 0, "受阻", None)]
    connection = changed("UPDATE core.list_items SET topic = '用工招聘', raised_on = '2024-02-05' WHERE item_id = 'N2'")
    found = rows(connection, "SELECT alike_raised, alike_closed, alike_met FROM mart.plan_needs")
    assert found == [(1, 1, 1)]


def test_every_age_and_every_state_has_a_figure_in_every_month(filled):
    ages = "SELECT age_band, sum(needs_open) FROM mart.open_need_months WHERE month = '2024-06' GROUP BY 1 ORDER BY 1"
    # N3 (90 days) and N4 (19 days) are open on 2024-05-20.
    assert rows(filled, ages) == [("180天以上", 0), ("30天以内", 1), ("31–90天", 1), ("91–180天", 0)]
    stages = "SELECT stage, sum(needs_open) FROM mart.open_need_months WHERE month = '2024-06' GROUP BY 1 ORDER BY 1"
    # N4 was matched, N3 was not.
    assert rows(filled, stages) == [("办理中", 1), ("待对接", 1)]
    states = "SELECT status, sum(open) FROM mart.open_decision_quarters WHERE quarter = '2024Q1' GROUP BY 1 ORDER BY 1"
    assert rows(filled, states) == [("受阻", 0), ("推进中", 2), ("未启动", 0)]
