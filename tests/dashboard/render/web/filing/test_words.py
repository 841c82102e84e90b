from datetime import UTC, datetime

from dashboard.render.web.filing.words import clock, listed


def test_an_instant_is_told_as_a_clock_in_beijing_shows_it():
    assert clock(datetime(2026, 11, 28, 23, 30, 5)) == "2026-11-29 07:30"
    assert clock(datetime(2026, 11, 28, 23, 30, 5, tzinfo=UTC), to_second=True) == "2026-11-29 07:30:05"


def test_many_files_are_told_by_the_first():
    assert listed(["a", "b"]) == "a、b"
    assert listed(["a", "b", "c", "d"]) == "a、b、c等4份"
