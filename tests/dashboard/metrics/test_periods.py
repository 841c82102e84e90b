"""Period arithmetic, by hand and as laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.metrics.periods import (
    PER_YEAR,
    TO_DATE,
    grain_of,
    is_in,
    is_period,
    is_to_date,
    last_day_of,
    last_month,
    last_quarter,
    periods_between,
    shift,
    to_grain,
    within,
)

YEARS = st.integers(1990, 2100)
PERIODS = st.one_of(
    st.builds("{}-{:02}".format, YEARS, st.integers(1, 12)),
    st.builds("{}Q{}".format, YEARS, st.integers(1, 4)),
    st.builds("{}".format, YEARS),
)


@pytest.mark.parametrize(
    ("period", "steps", "there"),
    [
        ("2024Q1", -1, "2023Q4"),
        ("2023Q4", 5, "2025Q1"),
        ("2024-11", 2, "2025-01"),
        ("2024-01", -13, "2022-12"),
        ("2024", -1, "2023"),
    ],
)
def test_shift(period, steps, there):
    assert shift(period, steps) == there


def test_periods_between():
    assert periods_between("2023Q3", "2024Q2") == ("2023Q3", "2023Q4", "2024Q1", "2024Q2")
    assert periods_between("2024Q2", "2024Q1") == ()
    with pytest.raises(ValueError, match="different grains"):
        periods_between("2023Q3", "2024-01")


def test_finer_and_coarser():
    assert within("2024Q2", "month") == ("2024-04", "2024-05", "2024-06")
    assert within("2024", "quarter") == ("2024Q1", "2024Q2", "2024Q3", "2024Q4")
    assert to_grain("2024-06", "quarter") == "2024Q2"
    assert to_grain("2024-07", "quarter") == "2024Q3"
    assert to_grain("2024Q4", "year") == "2024"
    for period, grain in (("2024", "quarter"), ("2024Q1", "month")):
        with pytest.raises(ValueError, match="does not lie"):
            to_grain(period, grain)
    with pytest.raises(ValueError, match="not made of"):
        within("2024-01", "quarter")


@pytest.mark.parametrize("text", ["", "2024Q5", "2024-13", "2024-00", "24Q1", "2024q1", "XXXX-12", "2024-01-01"])
def test_what_is_no_period(text):
    assert not is_period(text)
    with pytest.raises(ValueError, match="no period"):
        grain_of(text)


@pytest.mark.parametrize(
    ("period", "month", "quarter"),
    [("2025", "2025-12", "2025Q4"), ("2025Q2", "2025-06", "2025Q2"), ("2025-05", "2025-05", "2025Q2")],
)
def test_a_period_ends_in_a_month_and_a_quarter(period, month, quarter):
    assert (last_month(period), last_quarter(period)) == (month, quarter)


def test_a_period_ends_on_its_last_day():
    days = [last_day_of(period).isoformat() for period in ("2025Q4", "2024-02", "2023-02", "2023", "2024Q1")]
    assert days == ["2025-12-31", "2024-02-29", "2023-02-28", "2023-12-31", "2024-03-31"]


@given(PERIODS, st.integers(-60, 60))
def test_shifting_there_and_back(period, steps):
    assert shift(shift(period, steps), -steps) == period


@given(PERIODS, st.sampled_from([grain for grain in PER_YEAR if grain not in TO_DATE]))
def test_parts_lie_in_their_whole(period, grain):
    if PER_YEAR[grain] >= PER_YEAR[grain_of(period)]:
        parts = within(period, grain)
        assert len(parts) == PER_YEAR[grain] // PER_YEAR[grain_of(period)]
        assert {to_grain(part, grain_of(period)) for part in parts} == {period}


def test_a_year_to_date_is_the_first_quarters_of_its_year_and_follows_that_of_the_year_before():
    assert within("2024Q1-3", "quarter") == ("2024Q1", "2024Q2", "2024Q3")
    assert within("2024Q1-2", "month") == tuple(f"2024-0{month}" for month in range(1, 7))
    assert shift("2024Q1-3", -1) == "2023Q1-3" and periods_between("2023Q1-2", "2025Q1-2")[1:] == (
        "2024Q1-2",
        "2025Q1-2",
    )
    assert (last_month("2024Q1-3"), last_quarter("2024Q1-2")) == ("2024-09", "2024Q2")
    assert last_day_of("2024Q1-2").isoformat() == "2024-06-30"
    assert to_grain("2024-05", "two_quarters") == "2024Q1-2" and to_grain("2024Q1-3", "year") == "2024"
    assert [is_in(quarter, "2024Q1-3") for quarter in ("2024Q3", "2024Q4", "2023Q3")] == [True, False, False]
    assert is_to_date("2024Q1-3") and not is_to_date("2024Q3") and not is_to_date("2024")


@pytest.mark.parametrize("text", ["2024Q1-1", "2024Q1-4", "2024Q2-3", "2024Q1-", "2024Q1-33"])
def test_no_other_quarters_are_a_year_to_date(text):
    assert not is_period(text)


@pytest.mark.parametrize(("period", "grain"), [("2024", "two_quarters"), ("2024Q1-3", "two_quarters")])
def test_a_year_to_date_is_made_of_quarters_and_months_alone(period, grain):
    with pytest.raises(ValueError, match="not made of"):
        within(period, grain)
    with pytest.raises(ValueError, match="does not lie"):
        to_grain(period, grain)
