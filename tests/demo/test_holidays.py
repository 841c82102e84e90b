"""The declared holidays: days of the State Council's notices that were looked up one by one, and what follows."""

from datetime import date, timedelta

import pytest

from demo.holidays import (
    HOLIDAYS,
    NOTICES,
    SPRING_FESTIVAL,
    holiday_on,
    is_working,
    next_working,
    office_day,
    previous_working,
    spring_festival,
    working_days_later,
)


@pytest.mark.parametrize(("day", "works"), [
    ("2023-01-28", True),   # a Saturday worked for Spring Festival
    ("2023-10-06", False),  # the last day of 中秋、国庆
    ("2024-02-09", True),   # New Year's Eve was no day off in 2024
    ("2024-02-18", True),   # a Sunday worked for it
    ("2024-09-16", False),
    ("2025-01-28", False),  # New Year's Eve is one since 2025
    ("2025-10-08", False),
    ("2025-10-11", True),
    ("2025-11-08", False),  # a Saturday like any other
    ("2025-11-10", True),
])  # fmt: skip
def test_days_of_the_notices(day, works):
    assert is_working(date.fromisoformat(day)) is works


@pytest.mark.parametrize("year", NOTICES)
def test_every_year_has_its_holidays_and_works_weekends_only(year):
    declared = [holiday for holiday in HOLIDAYS if holiday.first.year == year]
    assert declared[0].name == "元旦" and "国庆节" in "".join(holiday.name for holiday in declared)
    assert all(day.weekday() >= 5 for holiday in declared for day in holiday.worked)
    assert spring_festival(year).name == SPRING_FESTIVAL
    assert all(holiday.first <= holiday.last < holiday.first + timedelta(days=10) for holiday in declared)


@pytest.mark.parametrize(("year", "off"), [(2023, 26), (2024, 28), (2025, 28)])
def test_days_off_are_those_that_the_notices_count(year, off):
    # 2023: 2 + 7 + 1 + 5 + 3 + 8 · 2024: 1 + 8 + 3 + 5 + 1 + 3 + 7 · 2025: 1 + 8 + 3 + 5 + 3 + 8
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert sum(holiday_on(day) is not None for day in days) == off


def test_working_days_are_counted_over_a_holiday():
    # Thursday 2024-02-08, Friday 09, then 10–17 off, Sunday 18 worked, Monday 19.
    assert working_days_later(date(2024, 2, 8), 3) == date(2024, 2, 19)
    assert next_working(date(2024, 2, 10)) == date(2024, 2, 18)
    assert previous_working(date(2024, 2, 17)) == date(2024, 2, 9)


def test_the_office_day_is_the_nearest():
    assert office_day(date(2025, 11, 8)) == date(2025, 11, 7) and office_day(date(2025, 11, 9)) == date(2025, 11, 10)
    assert office_day(date(2027, 3, 7)) == date(2027, 3, 7)  # a Sunday that no notice covers


def test_a_year_without_a_notice_is_an_error():
    with pytest.raises(KeyError):
        is_working(date(2021, 5, 4))
