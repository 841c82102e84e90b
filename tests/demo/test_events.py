"""Tell-tales of made-up events, held off by limits stated by hand: weekdays, hours, days off, storms, grids, open age."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

import demo
from demo import places
from demo.holidays import HOLIDAYS, SPRING_FESTIVAL, is_working
from demo.seasons import STORMS

END = datetime(2025, 12, 31, 23, 59)
YEARS = (2023, 2024, 2025)
NIGHT = (*range(8), *range(19, 24))


@pytest.fixture(scope="module")
def events():
    return demo.forms()["grid_events"]


@pytest.fixture(scope="module")
def closed(events):
    return [row for row in events if row["closed_at"]]


def chi_square(values, outcomes: int) -> float:
    """Of the counts of 0 … outcomes − 1 against the same count for each."""
    counts = Counter(values)
    expected = sum(counts.values()) / outcomes
    return sum((counts[outcome] - expected) ** 2 / expected for outcome in range(outcomes))


def test_chi_square_of_a_die_worked_by_hand():
    # 12 throws, 2 expected of each side: (4 + 1 + 0 + 0 + 1 + 4) / 2
    assert chi_square([0] * 4 + [1] * 3 + [2, 2, 3, 3] + [4], 6) == 5


# By chance alone 7 days give 22 and 24 hours give 50 once in a thousand times.
def test_reports_know_the_weekend(events):
    assert chi_square((row["reported_at"].weekday() for row in events), 7) > 300


def test_closings_know_the_weekend_and_the_clock(closed):
    assert chi_square((row["closed_at"].weekday() for row in closed), 7) > 1000
    assert chi_square((row["closed_at"].hour for row in closed), 24) > 5000


def test_reports_pause_at_noon(events):
    hours = Counter(row["reported_at"].hour for row in events if row["channel"] != "热线")
    assert hours[12] + hours[13] < 0.4 * min(hours[9] + hours[10], hours[15] + hours[16])


def test_only_the_hotline_closes_at_night(closed):
    by_day = [row for row in closed if row["channel"] != "热线"]
    hotline = [row for row in closed if row["channel"] == "热线"]
    assert not [row for row in by_day if row["closed_at"].hour in NIGHT]
    assert 0.05 < sum(row["closed_at"].hour in NIGHT for row in hotline) / len(hotline) < 0.3


def test_few_close_on_days_off_and_those_are_weekends(closed):
    by_day = [row["closed_at"].date() for row in closed if row["channel"] != "热线"]
    off = [day for day in by_day if not is_working(day)]
    assert 0.02 < len(off) / len(by_day) < 0.12
    assert all(day.weekday() >= 5 for day in off)


@pytest.mark.parametrize("year", YEARS)
def test_spring_festival_is_quiet(events, year):
    [festival] = [one for one in HOLIDAYS if one.name == SPRING_FESTIVAL and one.first.year == year]
    days = [row["reported_at"].date() for row in events if row["reported_at"].year == year]
    length = (festival.last - festival.first).days + 1
    assert sum(festival.first <= day <= festival.last for day in days) / length < 0.4 * len(days) / 365


@pytest.mark.parametrize("storm", STORMS, ids=lambda storm: storm.name)
def test_a_storm_breaks_more_in_five_days_than_heat_does_in_five_others(events, storm):
    broken = [row["reported_at"].date() for row in events if row["kind"] == "设施损坏"]
    summer = [day for day in broken if day.year == storm.landed_on.year and day.month in (7, 8, 9)]
    after = [day for day in summer if 0 <= (day - storm.landed_on).days < 5]
    others = [day for day in summer if not 0 <= (day - storm.landed_on).days < 15]
    assert len(after) / 5 > 2.5 * len(others) / (92 - 15)


def gini(counts) -> float:
    """0 where all are equal, near 1 where one has all."""
    ordered = sorted(counts)
    ranked = sum(place * count for place, count in enumerate(ordered, start=1))
    return 2 * ranked / (len(ordered) * sum(ordered)) - (len(ordered) + 1) / len(ordered)


def test_gini_worked_by_hand():
    assert gini([3, 3, 3]) == pytest.approx(0) and gini([0, 0, 9]) == pytest.approx(2 / 3)


def test_grids_are_unequal(events):
    counts = Counter(row["grid_code"] for row in events if row["grid_code"] in places.ALL_GRIDS)
    assert len(counts) == 24 and 0.32 < gini(counts.values()) < 0.55


def test_no_matter_was_ever_open_for_a_year(events):
    assert max((row["closed_at"] or END) - row["reported_at"] for row in events) < timedelta(days=365)
