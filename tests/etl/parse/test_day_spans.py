"""Several written days in a row are read as the first of them, a month as its last day, and nothing else is."""

from datetime import date

import pytest

from etl.parse.day_spans import first_day, last_of_month


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("2026年3月12日至3月18日", None, date(2026, 3, 12)),
        ("2026.4.25-4.27", None, date(2026, 4, 25)),
        ("2026-03-12至2026-03-18", None, date(2026, 3, 12)),
        ("3月12-18日", 2026, date(2026, 3, 12)),
        ("3月12-18日", None, None),
        ("2026年3月18日至3月12日", None, None),
        ("2026-03-12", None, None),
        ("1-3月", 2026, None),
    ],
)
def test_the_first_of_several_days(text, year, day):
    assert first_day(text, year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [("2026年2月", date(2026, 2, 28)), ("2026.08", date(2026, 8, 31)), ("8月", None), ("2026年", None)],
)
def test_the_last_day_of_a_month(text, day):
    assert last_of_month(text) == day
