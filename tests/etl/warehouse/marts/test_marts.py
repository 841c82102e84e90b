"""The marts over the small world, against rows worked out by hand, and laws over every file."""

from pathlib import Path

import duckdb
import pytest

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS as READ
from etl.warehouse.derive import read_marts, sources
from tests import small_world

FILES = sorted((Path(__file__).resolve().parents[4] / "etl" / "warehouse" / "marts").glob("*.sql"))


@pytest.fixture(scope="module")
def filled():
    return small_world.build(duckdb.connect())


@pytest.fixture(scope="module")
def empty():
    return small_world.build(duckdb.connect(), is_empty=True)


def rows(connection, sql: str) -> list[tuple]:
    return connection.execute(sql).fetchall()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mart_says_first_what_one_row_is(path):
    assert path.read_text(encoding="utf-8").startswith("-- 一行是")


def columns(connection, mart: str) -> set[str]:
    return {name for (name,) in rows(connection, f"SELECT column_name FROM (DESCRIBE mart.{mart})")}


@pytest.mark.parametrize("mart", READ.values(), ids=lambda mart: mart.name)
def test_a_mart_has_the_columns_that_lists_read(empty, mart):
    assert set(mart.read_columns) - columns(empty, mart.name) == set(), f"see etl/warehouse/marts/{mart.name}.sql"


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_a_mart_has_the_columns_that_a_metric_measures(empty, metric):
    missing = metric.columns - columns(empty, metric.mart)
    assert missing == set(), f"{metric.name} in dashboard/metrics/definitions, or etl/warehouse/marts/{metric.mart}.sql"


@pytest.mark.parametrize("mart", read_marts(), ids=lambda mart: mart.name)
def test_an_empty_warehouse_has_empty_marts(empty, mart):
    fixed = {"grid_load_bands": 2, "consistency_checks": 13, "plausibility_checks": 6}
    # The calendar and the spans name every form, with no first period where nothing came.
    counted = {"reporting_calendar": "first_quarter", "reporting_spans": "first"}.get(mart.name, "*")
    assert rows(empty, f"SELECT count({counted}) FROM mart.{mart.name}") == [(fixed.get(mart.name, 0),)]


@pytest.mark.parametrize("mart", [mart for mart in READ.values() if mart.base], ids=lambda mart: mart.name)
def test_the_forms_told_under_a_figure_are_among_those_it_is_made_from(filled, mart):
    made_from = {name for (name,) in rows(filled, f"SELECT dataset FROM meta.marts WHERE mart = '{mart.name}'")}
    assert mart.forms and set(mart.forms) <= made_from


def test_area_tree_holds_each_area_with_itself_and_all_above(filled):
    assert rows(filled, "SELECT ancestor_code, distance FROM mart.area_tree WHERE area_code = 'V1' ORDER BY 2") == [
        ("V1", 0),
        ("V", 1),
        ("D", 2),
        ("T", 3),
        ("C", 4),
    ]


def test_area_tree_ends_where_parents_run_in_a_circle():
    connection = duckdb.connect()
    small_world.create_tables(connection)
    pair = [("A", "甲", "镇", "B", "无"), ("B", "乙", "镇", "A", "无")]
    small_world.insert(connection, "core.areas", "area_code name level parent_code geometry_status", pair)
    small_world.derive(connection)
    assert rows(connection, "SELECT count(DISTINCT ancestor_code) FROM mart.area_tree WHERE area_code = 'A'") == [(2,)]


def test_area_profile_knows_path_scope_and_order(filled):
    profile = "SELECT path, district_code, is_in_scope, depth, children FROM mart.area_profile WHERE area_code = "
    assert rows(filled, profile + "'V1'") == [("某镇 / 甲片区 / 甲村 / 甲村1号网格", "D", True, 4, 0)]
    assert rows(filled, profile + "'W'") == [("某镇 / 外村", None, False, 2, 0)]
    assert rows(filled, profile + "'C'") == [("某市", None, False, 0, 1)]
    order = [code for (code,) in rows(filled, "SELECT area_code FROM mart.area_profile ORDER BY sort_order")]
    assert order == ["C", "T", "D", "P", "F", "P1", "V", "V1", "V2", "E", "Q", "W"]


def test_the_calendar_spans_what_each_form_reports(filled):
    calendar = {row[0]: row[1:] for row in rows(filled, "FROM mart.reporting_calendar")}
    assert calendar["grid_events"] == ("2024Q2", "2024Q2", "2024-04", "2024-05")
    assert calendar["training_courses"] == ("2023Q4", "2024Q2", "2023-11", "2024-06")
    assert calendar["all"] == ("2023Q4", "2024Q2", "2023-10", "2024-06")


def test_a_form_without_data_is_due_in_the_quarters_of_the_others():
    connection = duckdb.connect()
    small_world.create_tables(connection)
    day = [("V", "2024-11-04", 1, 2, 3)]
    small_world.insert(
        connection, "core.population", "area_code as_of_on households registered_persons resident_persons", day
    )
    small_world.derive(connection)
    due = rows(
        connection,
        "SELECT quarter, starts_on::VARCHAR, ends_on::VARCHAR FROM mart.reporting_quarters WHERE dataset = 'grid_staffing'",
    )
    assert due == [("2024Q4", "2024-10-01", "2024-12-31")]


def test_enterprises_stand_in_every_quarter_of_their_stay(filled):
    stay = rows(
        filled,
        "SELECT enterprise_code, list(quarter ORDER BY quarter) FROM mart.enterprise_quarters GROUP BY 1 ORDER BY 1",
    )
    every = ["2023Q4", "2024Q1", "2024Q2"]
    assert dict(stay) == dict.fromkeys(("E1", "E2", "E3", "E5", "E6"), every) | {"E4": every[1:]}
    moved = rows(
        filled,
        "SELECT enterprise_code, quarter, is_settled, is_newly_settled, has_left FROM mart.enterprise_quarters"
        " WHERE is_newly_settled OR has_left OR NOT is_settled",
    )
    assert moved == [("E4", "2024Q1", True, True, False), ("E5", "2024Q2", False, False, True)]


def test_an_unreported_quarter_is_empty_and_not_zero(filled):
    silent = rows(
        filled,
        "SELECT has_report, tax_cny_10k, employees_persons FROM mart.enterprise_quarters"
        " WHERE enterprise_code = 'E3' AND quarter = '2024Q2'",
    )
    assert silent == [(False, None, None)]


def test_only_names_that_may_be_shown_leave_the_register(filled):
    named = rows(filled, "SELECT DISTINCT disclosed_name FROM mart.enterprise_quarters ORDER BY 1 NULLS LAST")
    assert named == [("企业E1",), ("企业E5",), ("企业E6",), (None,)]


def test_a_report_from_outside_the_stay_is_kept():
    connection = small_world.build(
        duckdb.connect(), change="UPDATE core.enterprises SET settled_on = '2024-01-05' WHERE enterprise_code = 'E1'"
    )
    found = rows(
        connection,
        "SELECT gross_output_cny_10k, is_settled FROM mart.enterprise_quarters"
        " WHERE enterprise_code = 'E1' AND quarter = '2023Q4'",
    )
    assert found == [(100, False)]


def test_events_are_counted_by_the_month_reported_and_by_the_month_due(filled):
    found = rows(
        filled,
        "SELECT area_code, month, sum(accepted), sum(closed), sum(closed_days), sum(reopened), sum(due),"
        " sum(closed_in_time), sum(overdue_entered), sum(overdue_left) FROM mart.grid_event_months GROUP BY 1, 2 ORDER BY 1, 2",
    )
    # V1 in April: A1 (1 day) and A2 (4.5 days) due in April, A3 (2 days) due in May. A5, A6 are not due yet.
    assert found == [
        ("P1", "2024-05", 1, 1, 1, 0, 0, 0, 0, 0),
        ("Q", "2024-04", 2, 2, 1, 0, 2, 2, 0, 0),
        ("V1", "2024-04", 3, 3, 7.5, 1, 2, 1, 0, 0),
        ("V1", "2024-05", 0, 0, 0, 0, 1, 1, 0, 0),
        ("V2", "2024-05", 2, 0, 0, 0, 1, 0, 1, 0),
    ]


def test_a_matter_is_overdue_from_the_month_it_was_due_until_the_month_it_is_closed():
    connection = small_world.build(
        duckdb.connect(), change="UPDATE core.grid_events SET closed_at = '2024-05-10' WHERE event_id = 'A2'"
    )
    found = rows(
        connection,
        "SELECT month, sum(overdue_entered), sum(overdue_left) FROM mart.grid_event_months"
        " WHERE area_code = 'V1' GROUP BY 1 ORDER BY 1",
    )
    assert found == [("2024-04", 1, 0), ("2024-05", 0, 1)]


def test_every_grid_stands_in_every_quarter(filled):
    found = rows(
        filled,
        "SELECT area_code, has_report, has_leader, staff, events_accepted FROM mart.grid_quarters"
        " WHERE quarter = '2024Q2' ORDER BY area_code",
    )
    assert found == [("P1", True, True, 4, 1), ("V1", True, True, 4, 3), ("V2", False, None, None, 2)]


def test_events_of_a_quarter_without_a_list_are_unknown(filled):
    assert rows(filled, "SELECT DISTINCT events_accepted FROM mart.grid_quarters WHERE quarter = '2024Q1'") == [(None,)]


def test_grids_are_judged_by_the_standard_of_their_kind(filled):
    found = rows(
        filled,
        "SELECT area_code, quarter, has_household_standard, is_households_in_band, is_overloaded FROM mart.grid_quarters"
        " ORDER BY area_code, quarter",
    )
    # 专属 has no standard for households; V2 has 520 households and 2,600 persons, then no report.
    assert found == [
        ("P1", "2024Q1", False, None, False),
        ("P1", "2024Q2", False, None, False),
        ("V1", "2024Q1", True, True, False),
        ("V1", "2024Q2", True, True, False),
        ("V2", "2024Q1", True, False, True),
        ("V2", "2024Q2", True, None, None),
    ]


def test_enterprises_that_documents_name_are_no_register():
    connection = small_world.build(
        duckdb.connect(),
        change="UPDATE core.enterprises SET origin = 'published' WHERE area_code = 'Q' OR enterprise_code = 'E1'",
    )
    found = rows(connection, "SELECT DISTINCT area_code, is_registered FROM mart.enterprise_quarters ORDER BY 1")
    assert found == [("F", True), ("P", True), ("Q", False)]  # the 片区 of F has a register, that of Q has none


def test_population_holds_until_the_next_count(filled):
    found = rows(filled, "SELECT quarter, as_of_on::VARCHAR, resident_persons FROM mart.population_quarters ORDER BY 1")
    assert found == [
        ("2023Q4", "2023-12-31", 4000),
        ("2024Q1", "2023-12-31", 4000),
        ("2024Q2", "2024-05-01", 4100),
    ]


def test_population_is_not_carried_beyond_a_year():
    connection = duckdb.connect()
    small_world.create_tables(connection)
    names = "area_code as_of_on households registered_persons resident_persons"
    days = [("V", "2023-02-01", 1, 2, 3), ("W", "2024-06-30", 1, 2, 3)]
    small_world.insert(connection, "core.population", names, days)
    small_world.derive(connection)
    held = rows(connection, "SELECT max(quarter) FROM mart.population_quarters WHERE area_code = 'V'")
    assert held == [("2024Q1",)]  # a year after 2023-02-01 lies in it


def test_liaison_holds_from_the_quarter_of_its_document(filled):
    found = rows(
        filled,
        "SELECT quarter, count(*), count(*) FILTER (WHERE is_linked) FROM mart.liaison_quarters GROUP BY 1 ORDER BY 1",
    )
    assert found == [("2024Q1", 4, 2), ("2024Q2", 4, 2)]


def test_training_rates_count_only_courses_whose_figure_is_due(filled):
    found = rows(
        filled,
        "SELECT sum(enrolled), sum(completed), sum(enrolled_of_completed), sum(certified), sum(completed_of_certified),"
        " sum(converted_3m), sum(completed_due_3m), sum(converted_6m), sum(completed_due_6m) FROM mart.training_months",
    )
    # Enrolled 20 + 30 + 10 + 12; completed 16 + 24 + 9, of 60 enrolled; certified 8 + 2 of 16 + 9; 18 of 40; 4 of 16.
    assert found == [(72, 49, 60, 10, 25, 18, 40, 4, 16)]


def test_published_figures_know_their_period(filled):
    columns = "fact_id, period, is_year_assumed, is_chartable, area_path"
    found = {row[0]: row[1:] for row in rows(filled, f"SELECT {columns} FROM mart.published_figures")}
    assert found["BG043"] == ("2023", False, True, "某镇 / 甲片区 / 甲园 / 甲厂")
    assert found["LX008"] == ("2024Q2", True, True, "某镇 / 甲片区 / 甲园")
    assert found["LX004"] == ("2024Q4", True, False, "某镇 / 乙片区 / 乙园")


def test_checks_are_computed_whatever_their_result(filled, empty):
    found = rows(
        filled, "SELECT check_id, left_value, right_value, holds FROM mart.consistency_checks ORDER BY sort_order"
    )
    assert found == [
        ("branches", 5, 5, True),
        ("grids", 3, 3, True),
        ("leaders", 3, 3, True),
        ("register", 3, 3, True),
        ("annex", 4, 5, False),
        ("annex_enterprises", 2, 4, False),
        ("annex_societies", 2, 1, False),
        ("residents_D", 4000, 4100, False),
        ("mediation_open", 0, 0, True),
        ("village_households", 0, 0, True),
        ("grid_households", 0, 0, True),
        ("output_per_employee", 0, 0, True),
        ("output_per_mwh", 0, 0, True),
        ("trade_output", None, None, None),
    ]
    assert rows(empty, "SELECT DISTINCT holds, note FROM mart.consistency_checks") == [(None, "缺少数据，不下结论")]


def test_the_two_sums_of_residents_are_told_with_what_lies_between_them(filled):
    [(note,)] = rows(filled, "SELECT note FROM mart.consistency_checks WHERE check_id = 'residents_D'")
    # V in 2024Q1: 4000 of the village, 1500 + 2600 of its grids, 200 of the grid of the park.
    assert note == (
        "2024年第1季度：村 4000 人对网格 4100 人；常住人口只含村（社区），另有园区、厂区网格 200 人，合计 4300 人"
    )


@pytest.mark.parametrize(
    ("change", "check", "odd"),
    [
        ("UPDATE core.mediation_months SET closed = closed + 1000", "mediation_open", 3),
        ("UPDATE core.population SET resident_persons = 9.69 * households", "village_households", 2),
        ("UPDATE core.grid_staffing SET resident_persons = 7 * households WHERE grid_code = 'V1'", "grid_households", 2),
        ("UPDATE core.enterprise_quarters SET employees_persons = 20000 WHERE enterprise_code = 'E2'", "output_per_employee", 3),
        ("UPDATE core.enterprise_quarters SET electricity_mwh = 0.1 WHERE enterprise_code = 'E1'", "output_per_mwh", 3),
        ("UPDATE core.enterprises SET industry = '商贸物流' WHERE enterprise_code = 'E6'", "trade_output", 1),
    ],
)  # fmt: skip
def test_what_defies_belief_is_counted(change, check, odd):
    with duckdb.connect() as connection:
        small_world.build(connection, change=change)
        found = connection.execute(
            "SELECT left_value, holds FROM mart.consistency_checks WHERE check_id = ?", [check]
        ).fetchall()
    assert found == [(odd, False)]


def test_a_village_that_counts_registered_households_is_not_divided():
    def scopes(change: str) -> list[bool]:
        with duckdb.connect() as connection:
            small_world.build(connection, change=change)
            found = rows(connection, "SELECT DISTINCT is_household_same_scope FROM mart.population_quarters")
        return [is_same for (is_same,) in found]

    assert scopes("") == [True]
    assert scopes("UPDATE core.population SET households = 600") == [False]  # 6.7 and 6.8 to a household


def test_who_has_sent_what_is_told_by_form_area_and_month(filled):
    told = "SELECT quarter, month, rhythm, sum(rows)::INTEGER FROM mart.reporting_status WHERE dataset = "
    # Six enterprises in Q, F and P: E5 and E6 in Q sent one and then two reports in 2024Q2.
    quarters = rows(filled, f"{told}'enterprise_quarters' AND area_code = 'Q' GROUP BY ALL ORDER BY 1")
    assert quarters == [
        ("2023Q4", "2023-10", "quarter", 1),
        ("2024Q1", "2024-01", "quarter", 1),
        ("2024Q2", "2024-04", "quarter", 2),
    ]
    events = rows(filled, f"{told}'grid_events' AND area_code = 'V2' GROUP BY ALL ORDER BY 1")
    assert events == [("2024Q2", "2024-05", "list", 2)]


def test_every_form_with_a_period_is_among_those_that_are_waited_for(filled):
    """But for forms of once a year and what comes from documents."""
    named = {name for (name,) in rows(filled, "SELECT dataset FROM mart.reporting_calendar")}
    waited_for = {dataset for mart, dataset in sources(read_marts()) if mart == "reporting_status"}
    assert named - {"all"} - waited_for == set()
