"""A quarter told as of a day before its end, worked out by hand."""

from datetime import date

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import METRICS, metric
from dashboard.metrics.cut_off import CutOff, cut_off
from dashboard.metrics.disclosure import withheld
from dashboard.metrics.periods import last_day_of, to_grain, within

# April and May are over.
JUNE = CutOff("2024Q2", date(2024, 6, 10))


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2024, 4, 29), 0),
        (date(2024, 4, 30), 1),
        (date(2024, 5, 30), 1),
        (date(2024, 5, 31), 2),
        (date(2024, 6, 29), 2),
        (date(2024, 3, 1), 0),
    ],
)
def test_a_month_counts_from_its_last_day_on(day, months):
    assert cut_off("2024Q2", day).months == months


def test_a_quarter_that_is_over_has_no_cut_off():
    assert cut_off("2024Q2", date(2024, 6, 30)) is None and cut_off("2024Q2", date(2024, 7, 1)) is None


def test_other_quarters_count_the_months_of_the_same_places():
    assert JUNE.months_of("2023Q4") == ("2023-10", "2023-11")
    assert JUNE.counts("2023-11") and not JUNE.counts("2023-12")
    # What adds up since the records begin has every month of the quarters before.
    assert JUNE.is_known("2023-12") and JUNE.is_known("2024-05") and not JUNE.is_known("2024-06")
    # Before any month is over all that was reported counts, and is said to be of the day.
    assert CutOff("2024Q2", date(2024, 4, 12)).months_of("2024Q2") == ("2024-04", "2024-05", "2024-06")


def test_flows_count_complete_months_and_totals_all_before_them(small):
    def courses(name: str) -> list:
        found = cells(small.as_of(JUNE), metric(name), ("P",), grain="quarter", since="2023Q4", until="2024Q2")
        return [cell.value for cell in found]

    # One course each in November, February, April and June; the last is of no complete month.
    assert courses("courses") == [1, 1, 1]
    assert courses("courses_cumulative") == [1, 2, 3]
    whole = cells(small, metric("courses"), ("P",), grain="quarter", since="2024Q2", until="2024Q2")
    assert [cell.value for cell in whole] == [2]
    # By month, by quarter and by year of the form's own rhythm nothing changes.
    by_month = cells(small.as_of(JUNE), metric("courses"), ("P",), grain="month", since="2024-06", until="2024-06")
    assert [cell.value for cell in by_month] == [1]


def test_milestones_after_the_last_complete_month_are_neither_due_nor_done(small):
    def told(warehouse, name: str) -> float:
        [cell] = cells(warehouse, metric(name), ("T",), grain="quarter", since="2024Q2", until="2024Q2")
        return cell.value

    # Both are due in May; the one of Q is done on 06-01, when the quarter as of 06-10 knows no month.
    names = ("milestones_due", "milestones_done", "milestones_overdue")
    assert [told(small, name) for name in names] == [2, 1, 1]
    assert [told(small.as_of(JUNE), name) for name in names] == [2, 0, 2]


ENDS = [one for one in METRICS.values() if one.grain == "month" and one.is_as_of_last]


@pytest.mark.parametrize("asked", ENDS, ids=[one.name for one in ENDS])
def test_what_stands_at_an_end_is_held_against_the_same_month_and_what_only_grows_against_all_before(
    demonstration, asked
):
    """What came since the quarter before is what a running total grows by; anything else is compared like with like."""
    cut = CutOff("2025Q4", date(2025, 12, 18))
    quarters = within("2025", "quarter")
    told = cells(
        demonstration.as_of(cut), asked, ("350581101901",), grain="quarter", since=quarters[0], until=quarters[-1]
    )
    by_month = cells(demonstration, asked, ("350581101901",), grain="month", since="2025-01", until="2025-12")
    at_end = {cell.period: cell.value for cell in by_month}
    ends = [
        within(quarter, "month")[-1] if asked.only_grows and quarter != cut.quarter else cut.months_of(quarter)[-1]
        for quarter in quarters
    ]
    assert [cell.value for cell in told] == [at_end[month] for month in ends]


@pytest.mark.parametrize("name", ["care_visits", "job_hires", "visit_cadres", "enrolled"])
def test_months_of_a_quarter_are_withheld_with_any_of_its_months(demonstration, name):
    asked = metric(name)
    hidden = withheld(demonstration, asked.protection, None)
    # Who knew the quarter and the months that are told would have the withheld month by subtraction.
    quarters = {
        (area, quarter)
        for area, period, _ in hidden
        if "-" in period and (area, quarter := to_grain(period, "quarter"), "") not in hidden
    }
    assert len(quarters) >= 4
    for area, quarter in sorted(quarters):
        warehouse = demonstration.as_of(CutOff(quarter, last_day_of(within(quarter, "month")[1])))
        [cell] = cells(warehouse, asked, (area,), grain="quarter", since=quarter, until=quarter)
        assert cell.value is Absence.NOT_DISCLOSED and cell.numerator is None
        [whole] = cells(demonstration, asked, (area,), grain="quarter", since=quarter, until=quarter)
        assert whole.value is not Absence.NOT_DISCLOSED
