"""Headline readings over the small world, by hand."""

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import Cell
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.reading import askable, change_between, read
from dashboard.metrics.selection import Selection
from dashboard.metrics.versions import current
from tests import small_world


def test_an_amount_changes_in_per_cent(small):
    found = read(small, "employees", Selection("F", "2024Q2", "previous"))
    assert (found.value, found.earlier, found.earlier_period) == (54, 52, "2024Q1")
    assert found.change == pytest.approx(100 / 26)  # 2 of 52
    assert (found.change_kind, found.verdict, found.as_of, found.is_demo) == ("relative", "better", "2024Q2", True)
    assert found.trend[-3:] == (("2023Q4", 50), ("2024Q1", 52), ("2024Q2", 54))
    assert len(found.trend) == 12
    assert found.trend[0][1] is Absence.NOT_REPORTED


def test_a_rate_changes_in_points_and_less_may_be_better(small):
    found = read(small, "enterprise_report_rate", Selection("D", "2024Q2", "previous"))
    assert (found.change, found.change_kind, found.verdict) == (-25, "points", "worse")
    unclear = read(small, "liaison_unclear", Selection("P", "2024Q2", "previous"))
    assert (unclear.change, unclear.verdict) == (0, "same")


def test_a_cohort_that_goes_on_changing_is_not_compared(small):
    # 2.5 days the month before, when there was more time to close the slow ones.
    closed = read(small, "days_to_close", Selection("D", "2024-05", "previous"))
    assert (closed.value, closed.earlier, closed.verdict) == (1, Absence.NOT_COMPARABLE, None)
    assert closed.change_absence is Absence.NOT_COMPARABLE


def test_a_difference_that_rounding_hides_is_none(small):
    found = read(small, "above_scale_share", Selection("D", "2024Q2", "previous"))
    assert (found.change, found.verdict) == (0, "same")


def test_no_direction_no_verdict(small):
    found = read(small, "events_accepted", Selection("D", "2024-05", "previous"))
    assert (found.value, found.earlier, found.change, found.verdict) == (3, 3, 0, None)


def test_from_zero_it_changes_by_so_many_and_from_nothing_not_at_all(small):
    zero = read(small, "newly_settled", Selection("D", "2024Q1", "previous"))
    assert (zero.value, zero.earlier, zero.change, zero.change_kind) == (1, 0, 1, "absolute")
    missing = read(small, "jobs_cumulative", Selection("P", "2024Q2", "previous"))
    assert (missing.earlier, missing.change, missing.change_absence) == (
        Absence.NOT_REPORTED,
        None,
        Absence.NOT_REPORTED,
    )
    assert missing.verdict is None


@pytest.mark.parametrize(
    ("now", "then", "change", "kind"),
    [
        (49, 40, 9, "absolute"),
        (40, 49, -9, "absolute"),
        (50, 40, 25, "relative"),
        (40, 50, -20, "relative"),
        (60, 50, 20, "relative"),
    ],
)
def test_a_count_changes_in_per_cent_from_fifty_on(now, then, change, kind):
    after, before = (Cell("D", period, "", value) for period, value in (("2024Q2", now), ("2024Q1", then)))
    found = change_between(METRICS["events_accepted"], after, before)
    assert found == (pytest.approx(change), kind, None)


def test_a_running_total_has_no_change_but_what_came_to_it(small):
    # 16 of K1, 24 of K2 and 9 of K3 completed, quarter by quarter; a year before nothing was recorded.
    found = read(small, "completed_cumulative", Selection("P", "2024Q2"))
    assert (found.value, found.earlier, found.earlier_period) == (49, 40, "2024Q1")
    assert (found.change, found.change_kind, found.verdict) == (9, "added", None)
    totals = {metric.name for metric in METRICS.values() if metric.only_grows}
    assert {"completed_cumulative", "jobs_cumulative", "land_acquired", "needs_listed", "exemplary_cases"} <= totals
    # What is taken away again can fall, and so can a rate over all that was recorded.
    assert not totals & {
        "overdue_open",
        "needs_open",
        "milestones_overdue",
        "conversion_6m_rate_cumulative",
        "completed",
    }


def test_years_of_unlike_length_are_not_compared(small):
    found = read(small, "gross_output", Selection("F", "2024"))
    assert (found.value, found.earlier, found.base_periods) == (250, 100, 2)
    assert (found.change, found.change_absence) == (None, Absence.NOT_COMPARABLE)


def test_no_comparison_is_no_absence(small):
    found = read(small, "grids", Selection("D", "2024Q2", "none"))
    assert (found.earlier, found.change, found.change_absence, found.verdict) == (None, None, None, None)


def test_a_figure_that_is_missing(small):
    found = read(small, "gross_output", Selection("D", "2024Q2"))
    assert (found.absence, found.value) == (Absence.NOT_DISCLOSED, Absence.NOT_DISCLOSED)


def test_targets_are_those_of_the_documents_own_area(small):
    assert read(small, "grid_leaders", Selection("D", "2024Q2")).target.value == 3
    assert read(small, "grid_coverage", Selection("D", "2024Q2")).target.value == 100  # 3 leaders for 3 grids
    assert read(small, "grid_coverage", Selection("D", "2024Q2")).target.source == "某方案"
    assert read(small, "grid_leaders", Selection("V", "2024Q2")).target is None
    assert read(small, "grid_staff", Selection("D", "2024Q2")).target is None  # the fact is not in this world
    assert read(small, "tax", Selection("D", "2024Q2")).target is None


def test_another_document_may_state_the_same_for_its_area_but_no_quarter_s_target_for_a_year(tmp_path):
    facts = (
        "INSERT INTO core.published_facts (fact_id, area_code, measure, qualifier, value, unit, as_of, fact_nature,"
        " document_id, entity_kind, entity, quote, paragraph, origin) SELECT fact, area, '频次', 'eq', 1, '次/季度',"
        " '2024-05-04', '计划', 'baogai', '机制', '某处', '原文', 'L1', 'published'"
        " FROM (VALUES ('BG048', 'D'), ('LX003', 'E')) AS stated (fact, area)"
    )
    warehouse = current(small_world.publish(tmp_path / "warehouse", change=facts))
    assert [read(warehouse, "joint_meetings", Selection(area, "2024Q2")).target.value for area in "DE"] == [1, 1]
    assert read(warehouse, "joint_meetings", Selection("T", "2024Q2")).target is None
    assert read(warehouse, "joint_meetings", Selection("D", "2024")).target is None


def test_a_month_is_read_as_its_quarter_where_no_months_are_known(small):
    assert askable(METRICS["grids"], "2024-05") == "2024Q2"
    assert askable(METRICS["courses"], "2024-05") == "2024-05"
    assert askable(METRICS["grids"], "2024") == "2024"
    found = read(small, "grids", Selection("D", "2024-05"))
    assert (found.period, found.value, found.earlier_period) == ("2024Q2", 3, "2023Q2")


@pytest.mark.parametrize("name", METRICS)
def test_every_metric_reads_in_an_empty_warehouse(empty, name):
    assert read(empty, name, Selection("D", "2024Q2")).absence
