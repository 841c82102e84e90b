"""Marts that follow from the declarations of forms alone."""

from dataclasses import replace

import duckdb

from etl.datasets import DATASETS
from etl.warehouse.declared_marts import declared_marts
from etl.warehouse.derive import read_marts

FORMS = {name: DATASETS[name] for name in ("areas", "service_sites", "civic_points", "service_months", "grid_reviews")}
FILES = {f"core.{name}" for name in DATASETS}


def made(forms, read=FILES) -> dict[str, list[tuple]]:
    """Name → rows of the marts over tables of one row each."""
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE SCHEMA core; CREATE SCHEMA mart;"
            "CREATE TABLE core.service_sites AS SELECT 'S1' AS site_code, 'P' AS area_code;"
            "CREATE TABLE core.civic_points AS SELECT 'V' AS area_code, '2024-05' AS month, '村民' AS participant_group,"
            " 10 AS participants, 200 AS points_issued, 50 AS points_redeemed, 'demo' AS origin, 3 AS load_id;"
            "CREATE TABLE core.library_visits AS FROM core.civic_points;"
            "CREATE TABLE core.service_months AS SELECT 'S1' AS site_code, '2024-04' AS month, 'demo' AS origin, 4 AS load_id;"
            "CREATE TABLE core.grid_reviews AS SELECT 'V1' AS grid_code, '2024Q1' AS quarter, 'demo' AS origin, 5 AS load_id;"
        )
        return {name: connection.execute(sql).fetchall() for name, sql in declared_marts(forms, read).items()}


def test_every_report_has_its_area_its_period_and_its_load():
    found = made(FORMS)
    assert set(found) == {"reporting_spans", "reports_by_quarter", "reports_by_month"}
    assert found["reports_by_quarter"] == [("grid_reviews", "V1", "2024Q1", "demo", 5)]
    assert sorted(found["reports_by_month"]) == [
        ("civic_points", "V", "2024-05", "demo", 3),
        ("service_months", "P", "2024-04", "demo", 4),  # the area of its site
    ]
    assert sorted(found["reporting_spans"]) == [
        ("civic_points", "month", "2024-05", "2024-05"),
        ("grid_reviews", "quarter", "2024Q1", "2024Q1"),
        ("service_months", "month", "2024-04", "2024-04"),
    ]


def test_a_form_that_no_file_reads_is_a_view_of_its_own():
    forms = FORMS | {"library_visits": replace(DATASETS["civic_points"], name="library_visits")}
    found = made(forms)
    assert found["library_visits"] == [("V", "2024-05", "村民", 10, 200, 50, "demo")]
    assert ("library_visits", "V", "2024-05", "demo", 3) in found["reports_by_month"]


def test_what_has_no_figures_is_no_report():
    assert declared_marts({"enterprise_disclosures": DATASETS["enterprise_disclosures"]}, ()) == {}


def test_no_form_of_today_is_left_to_a_view_of_its_own():
    assert set(declared_marts(DATASETS, {table for mart in read_marts() for table in mart.reads})) == {
        *("reporting_spans", "reports_by_quarter", "reports_by_month")
    }
