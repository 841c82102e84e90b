"""Assets, projects, pipeline and events over the small world, and where a register is cut short."""

import duckdb
import pytest

from tests import small_world


@pytest.fixture(scope="module")
def filled():
    return small_world.build(duckdb.connect())


def rows(connection, sql: str) -> list[tuple]:
    return connection.execute(sql).fetchall()


def test_an_asset_without_a_report_keeps_its_state_and_not_its_money(filled):
    found = rows(
        filled,
        "SELECT quarter, state, has_report, area_m2, income_cny_10k FROM mart.asset_quarters WHERE asset_id = 'M2'",
    )
    assert found == [
        ("2023Q4", "运营", True, 500, 8),
        ("2024Q1", "运营", False, 500, None),
        ("2024Q2", "运营", True, 500, 12),
    ]


def test_income_less_cost_is_what_the_village_and_the_owner_get(filled):
    closed = rows(
        filled,
        "SELECT bool_and((income_cny_10k IS NULL) = (collective_income_cny_10k IS NULL)"
        " AND (income_cny_10k IS NULL) = (cost_cny_10k IS NULL)), count(income_cny_10k) FROM mart.asset_quarters",
    )
    # Told: M1 when idle and in use, M2 twice, M3 three times idle, M4 once; not M1 rebuilding, not M4 without its cost.
    assert closed == [(True, 8)]


def test_what_was_idle_stays_in_the_cohort(filled):
    found = rows(
        filled,
        "SELECT quarter, once_idle_m2, revived_m2, idle_m2 FROM mart.asset_quarters WHERE asset_id = 'M1' ORDER BY 1",
    )
    assert found == [("2023Q4", 1000, 0, 1000), ("2024Q1", 1000, 0, 1000), ("2024Q2", 1000, 1000, 0)]


def test_an_asset_that_fell_idle_after_use_joins_the_cohort_then():
    connection = small_world.build(
        duckdb.connect(), change="UPDATE core.assets SET state = '闲置' WHERE asset_id = 'M2' AND quarter = '2024Q2'"
    )
    found = rows(connection, "SELECT once_idle_m2 FROM mart.asset_quarters WHERE asset_id = 'M2' ORDER BY quarter")
    assert found == [(0,), (0,), (500,)]


def test_a_park_is_not_carried_beyond_three_quarters():
    connection = duckdb.connect()
    small_world.create_tables(connection)
    names = "area_code quarter signed settled operating in_statistics newly_above_scale"
    quarters = ("2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1")
    reports = [("P", "2023Q1", 2, 1, 1, 0, 0), *(("Q", quarter, 2, 1, 1, 0, 0) for quarter in quarters)]
    small_world.insert(connection, "core.park_pipeline", names, reports)
    small_world.derive(connection)
    held = rows(connection, "SELECT max(quarter), sum(newly_above_scale) FROM mart.park_pipeline WHERE area_code = 'P'")
    assert held == [("2023Q4", 0)]


def test_milestones_count_where_they_were_due_and_where_they_were_done(filled):
    found = rows(
        filled,
        "SELECT area_code, month, kind, due, done_in_time, overdue_entered, overdue_left, done, promised_days,"
        " used_days, acquired_mu FROM mart.project_months ORDER BY 1, 2, 3",
    )
    assert found == [
        ("P", "2024-01", "全流程帮办", 1, 1, 0, 0, 1, 20, 12, 0),
        ("P", "2024-02", "全流程帮办", 1, 0, 0, 0, 1, 10, 15, 0),
        ("P", "2024-05", "共建", 1, 0, 1, 0, 0, 0, 0, 0),
        # The last known month, in which nothing was due or done.
        ("P", "2024-06", "全流程帮办", 0, 0, 0, 0, 0, 0, 0, 0),
        ("P", "2024-06", "共建", 0, 0, 0, 0, 0, 0, 0, 0),
        ("Q", "2024-05", "招商改造", 1, 0, 1, 0, 0, 0, 0, 0),
        ("Q", "2024-06", "招商改造", 0, 0, 0, 1, 1, 0, 0, 0),
        ("V", "2023-12", "征迁", 1, 0, 1, 0, 0, 0, 0, 0),
        ("V", "2024-02", "征迁", 0, 0, 0, 1, 1, 0, 0, 6),
        ("V", "2024-03", "征迁", 1, 1, 0, 0, 1, 0, 0, 4.5),
        ("V", "2024-06", "征迁", 0, 0, 0, 0, 0, 0, 0, 0),
    ]


def test_nothing_planned_after_the_last_known_day_is_due(filled):
    assert rows(filled, "SELECT DISTINCT known_until_on::VARCHAR FROM mart.project_milestones") == [("2024-06-01",)]


def test_an_event_without_a_year_takes_the_one_assumed_for_its_document(filled):
    found = rows(filled, "SELECT dated, dated_as, is_year_assumed FROM mart.published_events")
    assert found == [("XXXX-11-11", "2024-11-11", True)]
