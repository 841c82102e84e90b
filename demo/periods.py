"""The quarters that the demonstration covers, as days."""

from datetime import date, timedelta
from random import Random

from demo.holidays import is_working

LAST_DAY = date(2025, 12, 31)


def quarters(first_year: int) -> tuple[str, ...]:
    """All quarters from the first of `first_year` to the last of the demonstration."""
    return tuple(f"{year}Q{number}" for year in range(first_year, LAST_DAY.year + 1) for number in (1, 2, 3, 4))


QUARTERS = quarters(2023)
TRAINING_QUARTERS = quarters(2022)


def first_day(quarter: str) -> date:
    """The first day of `quarter`."""
    return date(int(quarter[:4]), 3 * int(quarter[5]) - 2, 1)


def last_day(quarter: str) -> date:
    """The last day of `quarter`."""
    return (first_day(quarter) + timedelta(days=100)).replace(day=1) - timedelta(days=1)


def some_day(random: Random, quarter: str) -> date:
    """A working day inside `quarter`, neither its first day nor its last."""
    length = (last_day(quarter) - first_day(quarter)).days
    while True:
        day = first_day(quarter) + timedelta(days=random.randint(1, length - 1))
        if is_working(day):
            return day


def months() -> tuple[date, ...]:
    """The first days of the 36 months from January 2023."""
    return tuple(date(year, month, 1) for year in range(2023, LAST_DAY.year + 1) for month in range(1, 13))
