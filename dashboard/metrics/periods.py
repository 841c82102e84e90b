"""Arithmetic on period codes: months `2025-11`, quarters `2025Q4`, years `2025`, and years to date `2025Q1-3`."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Literal

Grain = Literal["month", "quarter", "two_quarters", "three_quarters", "year"]

GRAINS: dict[Grain, str] = {
    "month": "月",
    "quarter": "季",
    "two_quarters": "1—6月累计",
    "three_quarters": "1—9月累计",
    "year": "年",
}
PER_YEAR: dict[Grain, int] = {"month": 12, "quarter": 4, "two_quarters": 1, "three_quarters": 1, "year": 1}
# The first quarters of a year, so many, as one period: there is one a year, and the one before is of the year before.
TO_DATE: dict[Grain, int] = {"two_quarters": 2, "three_quarters": 3}
BEIJING_AHEAD = timedelta(hours=8)
# How many codes are remembered with what they say: ten times those of a page with all its courses.
REMEMBERED = 4096
CODE = re.compile(r"(?P<year>[12]\d{3})(?:Q1-(?P<through>[23])|Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2]))?")


@lru_cache(REMEMBERED)
def _parsed(period: str) -> tuple[Grain, int]:
    """The grain of a period and its number counted from the year 0 in that grain."""
    match = CODE.fullmatch(period)
    if match is None:
        raise ValueError(f"{period!r} is no period")
    year = int(match["year"])
    if match["month"]:
        return "month", year * 12 + int(match["month"]) - 1
    if match["through"]:
        return "two_quarters" if match["through"] == "2" else "three_quarters", year
    if match["quarter"]:
        return "quarter", year * 4 + int(match["quarter"]) - 1
    return "year", year


def _written(grain: Grain, number: int) -> str:
    if grain in TO_DATE:
        return f"{number}Q1-{TO_DATE[grain]}"
    year, place = divmod(number, PER_YEAR[grain])
    return f"{year}-{place + 1:02}" if grain == "month" else f"{year}Q{place + 1}" if grain == "quarter" else f"{year}"


def is_period(text: str) -> bool:
    """Whether `text` is the code of a month, a quarter, a year or the year to date."""
    return CODE.fullmatch(text) is not None


def grain_of(period: str) -> Grain:
    """The grain of a period code. Raises ValueError for anything else."""
    return _parsed(period)[0]


def shift(period: str, steps: int) -> str:
    """The period `steps` later (earlier when negative) in the same grain."""
    grain, number = _parsed(period)
    return _written(grain, number + steps)


def periods_between(first: str, last: str) -> tuple[str, ...]:
    """All periods from `first` to `last`, both included; empty when `last` is earlier. Raises on mixed grains."""
    grain, start = _parsed(first)
    other, end = _parsed(last)
    if grain != other:
        raise ValueError(f"{first} and {last} are of different grains")
    return tuple(_written(grain, number) for number in range(start, end + 1))


@lru_cache(REMEMBERED)
def within(period: str, grain: Grain) -> tuple[str, ...]:
    """The periods of a finer (or the same) grain that make up `period`, oldest first."""
    own, number = _parsed(period)
    if own == grain:
        return (period,)
    if own in TO_DATE and grain in ("month", "quarter"):
        return within(str(number), grain)[: TO_DATE[own] * PER_YEAR[grain] // 4]
    count, rest = divmod(PER_YEAR[grain], PER_YEAR[own])
    if not count or rest or {own, grain} & TO_DATE.keys():
        raise ValueError(f"{period} is not made of periods of the grain {grain}")
    return tuple(_written(grain, number * count + place) for place in range(count))


def to_grain(period: str, grain: Grain) -> str:
    """The period of a coarser (or the same) grain that holds `period`; of years to date that of its year (see `is_in`)."""
    own, number = _parsed(period)
    if own == grain:
        return period
    count, rest = divmod(PER_YEAR[own], PER_YEAR[grain])
    if not count or rest or own == "year" or (own in TO_DATE and grain in TO_DATE):
        raise ValueError(f"{period} does not lie in one period of the grain {grain}")
    return _written(grain, number // count)


def is_in(period: str, longer: str) -> bool:
    """Whether a period lies in a longer one: the fourth quarter does not in the year to date."""
    own = grain_of(period)
    return period in within(longer, own)


def is_to_date(period: str) -> bool:
    """Whether a period is a year to date, which is no whole year."""
    return grain_of(period) in TO_DATE


def last_month(period: str) -> str:
    """The month in which a month, quarter or year ends."""
    return within(period, "month")[-1]


def last_quarter(period: str) -> str:
    """The quarter in which a month, quarter or year ends."""
    return to_grain(last_month(period), "quarter")


def last_day_of(period: str) -> date:
    """The last day of a period."""
    grain, number = _parsed(last_month(period) if is_to_date(period) else period)
    year, place = divmod((number + 1) * 12 // PER_YEAR[grain], 12)
    return date(year, place + 1, 1) - timedelta(days=1)


def in_beijing(instant: datetime) -> datetime:
    """An instant that is kept in UTC, as a clock in Beijing shows it."""
    return instant + BEIJING_AHEAD
