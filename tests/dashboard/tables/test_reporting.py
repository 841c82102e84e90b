"""Who has sent what, over a town whose forms are written by hand."""

from datetime import UTC, date, datetime

import pytest

from dashboard.metrics.versions import current
from dashboard.tables.reporting import State, deadline, districts, forms, standings
from tests.town import QUARTER_HEADERS, write_csv

BAOGAI, PENGTIAN = "350581101901", "350581100901"
STAFFING = ("网格", "季度", "在岗网格长（名）", "专职网格员（名）", "兼职网格员（名）")
PARK_GRID, VILLAGE_GRID = "35058110191101", "35058110120601"
# Beyond any day on which a test runs, and before it.
NEVER_LATE, LONG_AGO = 20_000, date(2024, 1, 1)


@pytest.fixture
def reported(town):
    """Q001 for 2024Q3; both grids for 2024Q3, one of them for 2024Q4."""
    write_csv(town.data / "received" / "企业季报.csv", (QUARTER_HEADERS, ("Q001", "2024Q3", "1200", "30", "88")))
    grids = (
        (PARK_GRID, "2024Q3", "1", "2", "1"),
        (VILLAGE_GRID, "2024Q3", "1", "2", "1"),
        (PARK_GRID, "2024Q4", "1", "2", "1"),
    )
    write_csv(town.data / "received" / "网格力量.csv", (STAFFING, *grids))
    assert town.build().published
    return current(town.warehouse)


def test_a_deadline_is_so_many_days_after_the_quarter():
    assert deadline("2024Q4", 15) == date(2025, 1, 15)


def test_names_come_from_the_warehouse(reported):
    assert forms(reported)["grid_staffing"] == "网格力量"
    assert districts(reported) == {PENGTIAN: "彭田片区", BAOGAI: "宝盖片区"}


def test_forms_come_as_the_pages_come_to_what_is_made_from_them(reported):
    order = list(forms(reported))
    # Enterprises before work, work before grids; what is sent for every period before registers, the rest last.
    expected = ["enterprise_quarters", "job_months", "grid_staffing", "enterprises", "grid_events"]
    assert [name for name in order if name in expected] == [name for name in expected if name in order]
    assert order[0] == "enterprise_quarters" and order.index("grid_staffing") < order.index("enterprises")
    found = [dataset for dataset, _, _ in standings(reported, ["2024Q3"], 15, LONG_AGO)]
    assert found == sorted(found, key=order.index) and len(set(found)) > 1


def test_a_form_that_all_areas_sent_is_in_and_after_the_deadline_late(reported):
    today = datetime.now(UTC).date()
    sent = standings(reported, ["2024Q3"], NEVER_LATE, today)["grid_staffing", BAOGAI, "2024Q3"]
    assert (sent.state, sent.received, sent.expected, sent.lacking) == (State.IN, 2, 2, ())
    assert abs((sent.last_on - today).days) <= 1
    late = standings(reported, ["2024Q3"], 15, today)["grid_staffing", BAOGAI, "2024Q3"]
    assert late.state is State.LATE


def test_a_form_that_some_areas_sent_names_the_others(reported):
    part = standings(reported, ["2024Q4"], 15, LONG_AGO)["grid_staffing", BAOGAI, "2024Q4"]
    assert (part.state, part.received, part.expected, part.lacking) == (State.PART, 1, 2, (VILLAGE_GRID,))


def test_a_grid_that_never_sent_a_form_owes_it_once_another_did(reported, town):
    """Demonstration that gave way leaves no row behind, by which its grids would be known."""
    rows = (STAFFING, (PARK_GRID, "2024Q3", "1", "2", "1"))
    write_csv(town.data / "received" / "网格力量.csv", rows)
    assert town.build().published
    one = standings(current(town.warehouse), ["2024Q3"], 15, LONG_AGO)["grid_staffing", BAOGAI, "2024Q3"]
    assert (one.state, one.received, one.expected, one.lacking) == (State.PART, 1, 2, (VILLAGE_GRID,))


def test_what_nobody_sent_is_waited_for_and_then_missing(reported):
    key = ("grid_staffing", BAOGAI, "2025Q1")
    assert standings(reported, ["2025Q1"], 15, date(2025, 4, 15))[key].state is State.WAITED_FOR
    assert standings(reported, ["2025Q1"], 15, date(2025, 4, 16))[key].state is State.MISSING
    of_list = standings(reported, ["2025Q1"], 15, date(2025, 4, 16))["grid_events", BAOGAI, "2025Q1"]
    assert of_list.state is State.NOTHING


def test_what_is_made_up_is_not_sent(reported):
    found = standings(reported, ["2024Q3", "2024Q4"], 15, date(2026, 1, 1))
    # The other 片区 has demonstration alone; a list counts as sent by one row of it.
    assert found["enterprise_quarters", PENGTIAN, "2024Q3"].state is State.MADE_UP
    assert found["grid_events", BAOGAI, "2024Q4"].state is State.MADE_UP
    assert found["enterprise_quarters", BAOGAI, "2024Q3"].received == 1
    assert ("grid_staffing", PENGTIAN, "2024Q3") not in found
