from datetime import UTC, datetime, timedelta

import pytest

import etl
from etl import assembling
from etl.warehouse.version_names import version_name
from tests.town import EVENT_HEADERS, EVENTS, write_csv

NOON = datetime(2026, 3, 1, 12)


@pytest.mark.parametrize(
    "so_far",
    [
        [],
        ["20260301T115959999999Z-aaaaaaaa"],
        ["20260301T120000000000Z-ffffffff", "20250101T000000000000Z-ffffffff"],
        ["20260301T120000Z-ffffffff"],
        ["20310101T000000000000Z-ffffffff"],
        ["20311231T235959Z-ffffffff"],
        ["notes", "99999999T999999Z-x", ""],
    ],
)
def test_a_new_name_sorts_after_all_others(so_far):
    name = version_name(so_far, NOON, "0" * 64)
    assert all(name > other for other in so_far if other[:1] == "2")
    assert name.endswith("Z-00000000") and len(name) == len("20260301T120000000000Z-00000000")


def test_the_name_is_the_time_where_the_clock_runs_forward():
    assert version_name(["20260301T115959999999Z-a"], NOON, "abcdef0123") == "20260301T120000000000Z-abcdef01"


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets."""

    class Clock(datetime):
        ahead = timedelta()

        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + cls.ahead

    monkeypatch.setattr(assembling, "datetime", Clock)
    return Clock


@pytest.mark.parametrize("back", [timedelta(seconds=1), timedelta(days=9000)])
def test_what_is_built_last_is_published_and_kept_though_the_clock_was_set_back(town, clock, back):
    versions = []
    for number, ahead in enumerate((timedelta(0), -back, -back / 2), start=1):
        clock.ahead = ahead
        # The correction of a correction: only the last may count.
        row = (*EVENTS[1][:-1], str(number))
        write_csv(town.data / "received" / f"{9 - number}.csv", [EVENT_HEADERS, row])
        result = town.build(keep=2)
        assert result.published, [str(problem) for problem in result.problems]
        versions.append(result.version)
        assert town.query("SELECT version FROM meta.version") == [(result.version,)]
        reopened = "SELECT reopened_count FROM core.grid_events WHERE event_id = 'E1' AND origin = 'reported'"
        assert town.query(reopened) == [(number,)]
    assert versions == sorted(versions)
    assert [one.version for one in etl.history(town.warehouse)] == versions[:-3:-1]
    assert etl.history(town.warehouse)[0].built_at < datetime.now(UTC).replace(tzinfo=None)
