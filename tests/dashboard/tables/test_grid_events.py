"""The ledger of events, worked out by hand in the small world, and against the figures over the demonstration."""

from datetime import datetime

import pytest

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import areas
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric
from dashboard.metrics.selection import known_periods
from dashboard.tables.grid_events import (
    SCOPES,
    EventCount,
    Events,
    GridEvent,
    LateSince,
    event_count,
    events,
    late_since,
    words_of,
)

MANY = 100


def listed(warehouse, scope, period, area_code="D", **filters):
    which = Events(scope=scope, area_code=area_code, period=period, **filters)
    return [(one.event_id, one.late_days) for one in events(warehouse, which, count=MANY)]


# The data end on 2024-05-20 12:00. A4 fell due on 05-04, A2 on 04-12 and was closed on 04-14 12:00.
@pytest.mark.parametrize(
    ("scope", "period", "found"),
    [
        ("late", "2024Q2", [("A4", 17)]),
        ("late", "2024-05", [("A4", 17)]),
        ("late", "2024-04", []),
        ("late", "2024", [("A4", 17)]),
        ("missed", "2024Q2", [("A4", 17), ("A2", 3)]),
        ("missed", "2024-04", [("A2", 3)]),
        ("missed", "2024-05", [("A4", 17)]),
        ("open", "2024Q2", [("A4", 17), ("A5", 0)]),
        ("open", "2024-04", [("A3", 0)]),
        ("accepted", "2024-04", [("A1", 0), ("A2", 3), ("A3", 0)]),
        ("accepted", "2024Q1", []),
    ],
)
def test_a_list_holds_the_events_of_its_scope_with_their_days_late(small, scope, period, found):
    assert listed(small, scope, period) == found


def test_days_count_to_the_end_of_the_period_and_not_to_a_later_closing(small):
    # A2 on 12 April: due at midnight, closed on the 14th; at the end of April it is 3 days late, begun days counting.
    assert listed(small, "accepted", "2024-04", kind="安全隐患") == [("A1", 0), ("A2", 3)]


def test_kind_and_channel_narrow_the_list(small):
    assert listed(small, "accepted", "2024Q2", kind="环境卫生", channel="网格员") == [("A5", 0), ("A6", 0)]
    assert listed(small, "accepted", "2024Q2", kind="没有这一类") == []


def test_a_page_begins_where_the_one_before_it_ends(small):
    which = Events(scope="accepted", area_code="D", period="2024Q2")
    pages = [events(small, which, start=start, count=2) for start in range(0, 8, 2)]
    whole = events(small, which, count=MANY)
    assert tuple(one for page in pages for one in page) == whole and len(whole) == 6


def test_an_event_tells_where_and_when_and_nothing_of_a_person(small):
    [first] = events(small, Events(scope="late", area_code="D", period="2024Q2"), count=MANY)
    assert first == GridEvent(
        event_id="A4",
        area_name="甲村2号网格",
        kind="安全隐患",
        channel="企业",
        reported_at=datetime(2024, 5, 1),
        due_at=datetime(2024, 5, 4),
        closed_at=None,
        late_days=17,
        origin="demo",
    )


def test_the_count_says_how_many_are_open_and_for_how_long(small):
    assert event_count(small, Events(scope="missed", area_code="D", period="2024Q2")) == EventCount(
        events=2, still_open=1, first_due_at=datetime(2024, 4, 12), most_days=17
    )
    assert event_count(small, Events(scope="late", area_code="W", period="2024Q2")).events == 0


def test_since_when_an_area_is_late(small):
    since = datetime(2024, 5, 4).date()
    assert late_since(small, ("V2", "D", "P1"), "2024Q2") == {
        "V2": LateSince(area_code="V2", since=since, days=17),
        "D": LateSince(area_code="D", since=since, days=17),
    }


def test_words_are_those_that_events_were_reported_with(small, empty):
    assert words_of(small, "kind") == ("其他", "安全隐患", "环境卫生")
    assert words_of(empty, "kind") == ()


def test_without_events_every_list_is_empty(empty):
    assert all(not events(empty, Events(scope=scope, area_code="D", period="2024Q2"), count=1) for scope in SCOPES)


# Which figure counts the same events.
COUNTED = {
    "late": ("overdue_open", lambda cell: cell.value),
    "missed": ("on_time_rate", lambda cell: cell.denominator - cell.numerator),
    "accepted": ("events_accepted", lambda cell: cell.value),
}


@pytest.mark.parametrize("scope", COUNTED)
def test_a_list_is_as_long_as_its_figure_in_every_area_and_period(demonstration, scope):
    name, counted = COUNTED[scope]
    periods = (*known_periods(demonstration)[-6:], *known_periods(demonstration, "month")[-4:])
    codes = tuple(code for code, place in areas(demonstration).items() if place.level in ("网格", "三区单元", "片区"))
    compared = 0
    for period in periods:
        grain = "month" if "-" in period else "quarter"
        for cell in cells(demonstration, metric(name), codes, grain=grain, since=period, until=period):
            told = event_count(demonstration, Events(scope=scope, area_code=cell.area_code, period=period)).events
            known = not isinstance(cell.value, Absence)
            assert told == (counted(cell) if known else 0), (cell.area_code, period)
            compared += known
    assert compared > 200


@pytest.mark.parametrize("scope", SCOPES)
def test_the_count_is_the_length_of_the_list(demonstration, scope):
    for period in known_periods(demonstration)[-3:]:
        which = Events(scope=scope, area_code="350581101901", period=period)
        rows = events(demonstration, which, count=10_000)
        told = event_count(demonstration, which)
        assert len(rows) == told.events > 0
        assert sum(one.closed_at is None for one in rows) == told.still_open
        assert max(one.late_days for one in rows) == told.most_days


def test_nothing_that_is_withheld_is_made_of_events(demonstration):
    # See docs/withholding.md: a row of the ledger can tell no figure that is withheld, for none is counted from events.
    families = {row["family"] for row in demonstration.rows("SELECT DISTINCT family FROM mart.withheld")}
    assert families and not any(family.startswith(("grid", "event")) for family in families)
    protected = {name for name in ("overdue_open", "on_time_rate", "events_accepted") if metric(name).protection}
    assert not protected
