"""Reads single grid events, a page of them at a time: what, where, since when and how late; nothing of any person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dashboard.metrics.periods import last_day_of, within
from dashboard.metrics.warehouse import Row, Warehouse
from dashboard.tables.selected import INSIDE, selected

# Which events a list holds. The data know nothing after the last thing that happened in them, see
# `grid_event_months.sql`: what falls due later is neither late nor in time. Each condition names `closed_at`, by which
# the events lie in the file, even where another one implies it: so only the part of the file is read that can hold any.
SCOPES = {
    "late": "due_at <= $known AND due_at < $until AND (closed_at IS NULL OR closed_at >= $until)",
    "missed": "due_at >= $since AND due_at < $until AND due_at <= $known AND (closed_at IS NULL OR closed_at > due_at)"
    " AND (closed_at IS NULL OR closed_at > $since)",
    "open": "reported_at < $until AND (closed_at IS NULL OR closed_at >= $until)",
    "accepted": "reported_at >= $since AND reported_at < $until AND (closed_at IS NULL OR closed_at >= $since)",
}
KNOWN = "SELECT greatest(max(reported_at), max(closed_at)) AS known FROM mart.grid_event_ledger"
CHOSEN = f"""
FROM mart.grid_event_ledger
WHERE area_code IN ({INSIDE})
    AND ($kind = '' OR kind = $kind) AND ($channel = '' OR channel = $channel)
    AND ({{scope}})
"""
# Until it was closed, or until the end of the period or of what the data know; a day that has begun counts.
LATE = "epoch_us(least(coalesce(closed_at, $known), $known, $until)) - epoch_us(due_at)"
DAY = 86_400_000_000  # microseconds
# The words that events were reported with.
WORDS = {
    "kind": "SELECT DISTINCT kind AS word FROM mart.grid_event_months ORDER BY word",
    "channel": "SELECT DISTINCT channel AS word FROM mart.grid_event_months ORDER BY word",
}
FIRST_LATE = f"""
SELECT tree.ancestor_code AS area_code, min(due_at)::DATE AS since, greatest(0, ceil(max({LATE}) / {DAY}))::INTEGER AS days
FROM mart.grid_event_ledger AS event
JOIN mart.area_tree AS tree ON tree.area_code = event.area_code
WHERE tree.ancestor_code IN (SELECT unnest($codes)) AND ({SCOPES["late"]})
GROUP BY tree.ancestor_code
"""


@dataclass(frozen=True, kw_only=True)
class Events:
    """Which events: those of a scope inside an area in a period; `kind` and `channel` are empty for all."""

    scope: str
    area_code: str
    period: str
    kind: str = ""
    channel: str = ""


@dataclass(frozen=True, kw_only=True)
class GridEvent:
    """One event; `late_days` until it was closed or the period ended (0: not late)."""

    event_id: str
    area_name: str
    kind: str
    channel: str
    reported_at: datetime
    due_at: datetime
    closed_at: datetime | None
    late_days: int
    origin: str


@dataclass(frozen=True, kw_only=True)
class EventCount:
    """How many events a list holds, how many of them are open to this day, the first due day and the most days late."""

    events: int
    still_open: int
    first_due_at: datetime | None
    most_days: int


@dataclass(frozen=True, kw_only=True)
class LateSince:
    """Since which day an area has an event that is late, and for how many days."""

    area_code: str
    since: date
    days: int


# Those that are late for so many days, the longest first, with how many there are.
LATE_WITHIN = f"""
SELECT *, count(*) OVER () AS every
FROM (
    SELECT {selected(GridEvent, late_days=f"greatest(0, ceil(({LATE}) / {DAY}))::INTEGER")}
    {CHOSEN.format(scope=SCOPES["late"])}
)
WHERE late_days >= $least AND late_days <= $most
ORDER BY late_days DESC, event_id
LIMIT $count
"""
PAGE = f"""
SELECT {selected(GridEvent, late_days=f"greatest(0, ceil(({LATE}) / {DAY}))::INTEGER")}
{{chosen}}
ORDER BY closed_at IS NOT NULL, due_at, event_id
LIMIT $count OFFSET $start
"""
COUNTED = f"""
SELECT
    count(*) AS events,
    count(*) FILTER (WHERE closed_at IS NULL) AS still_open,
    min(due_at) FILTER (WHERE due_at < least($known, $until)) AS first_due_at,
    coalesce(greatest(0, ceil(max({LATE}) / {DAY})), 0)::INTEGER AS most_days
{{chosen}}
"""


def _questions(question: str) -> dict[str, str]:
    """The question of each scope: the condition stands in the text, for it is declared here."""
    return {name: question.format(chosen=CHOSEN.format(scope=scope)) for name, scope in SCOPES.items()}


PAGES, COUNTS = _questions(PAGE), _questions(COUNTED)


def known_until(warehouse: Warehouse) -> datetime | None:
    """The last instant at which anything happened in the events, None where there are none."""
    known: datetime | None = warehouse.remember("events-known", lambda: warehouse.rows(KNOWN)[0]["known"])
    return known


def words_of(warehouse: Warehouse, column: str) -> tuple[str, ...]:
    """The kinds or the channels of the events, in alphabetical order. Raises KeyError for another column."""
    return warehouse.remember(
        ("event-words", column), lambda: tuple(row["word"] for row in warehouse.rows(WORDS[column]))
    )


def events(warehouse: Warehouse, which: Events, *, start: int = 0, count: int) -> tuple[GridEvent, ...]:
    """At most `count` events from the place `start`, counted from 0: open ones first, then by the day they were due."""
    rows = _answer(warehouse, PAGES[which.scope], which.period, **_of(which), count=count, start=start)
    return tuple(GridEvent(**row) for row in rows)


def late_within(
    warehouse: Warehouse, which: Events, least: int, most: int, *, count: int
) -> tuple[int, tuple[GridEvent, ...]]:
    """How many events are late for so many days, from `least` to `most`, and the first `count` of them, longest first."""
    rows = _answer(warehouse, LATE_WITHIN, which.period, **_of(which), least=least, most=most, count=count)
    every = [row.pop("every") for row in rows]
    return (every[0] if every else 0), tuple(GridEvent(**row) for row in rows)


def event_count(warehouse: Warehouse, which: Events) -> EventCount:
    """What the list holds as a whole."""
    [row] = _answer(warehouse, COUNTS[which.scope], which.period, **_of(which))
    return EventCount(**row)


def late_since(warehouse: Warehouse, codes: Sequence[str], period: str) -> dict[str, LateSince]:
    """For each area with late events at the end of the period, since when."""
    return {row["area_code"]: LateSince(**row) for row in _answer(warehouse, FIRST_LATE, period, codes=list(codes))}


def _of(which: Events) -> dict[str, object]:
    return {"area_code": which.area_code, "kind": which.kind, "channel": which.channel}


def _answer(warehouse: Warehouse, sql: str, period: str, **parameters: object) -> list[Row]:
    """The answer with the first instant of the period, the first after it and the last that is known, where asked for."""
    first, after = date.fromisoformat(f"{within(period, 'month')[0]}-01"), last_day_of(period) + timedelta(days=1)
    span = {"since": first, "until": after, "known": known_until(warehouse)}
    return warehouse.rows(sql, **parameters, **{name: at for name, at in span.items() if f"${name}" in sql})
