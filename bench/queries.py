"""The questions of the grid page asked of the marts, against the same questions asked of the raw events."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import duckdb

from bench.build import build_once
from bench.events import write_data
from bench.ratio import Ratio

ROWS = 1_000_000
REPEATS = 9
# Name, the question to the mart as the pages put it (months first, then longer periods), the same to the events.
QUESTIONS = (
    (
        "closure rate by grid and month",
        "SELECT area_code, month, sum(closed) / sum(accepted) FROM mart.grid_event_months"
        " GROUP BY ALL HAVING sum(accepted) > 0",
        "SELECT grid_code, strftime(reported_at, '%Y-%m'), count(closed_at) / count(*) FROM core.grid_events GROUP BY ALL",
    ),
    (
        "on-time rate by kind",
        "SELECT kind, sum(closed_in_time) / sum(due) FROM mart.grid_event_months GROUP BY ALL",
        "WITH reach AS (SELECT max(greatest(reported_at, coalesce(closed_at, reported_at))) AS as_of FROM core.grid_events)"
        " SELECT kind, count(*) FILTER (closed_at <= due_at) / count(*) FROM core.grid_events, reach"
        " WHERE due_at <= as_of GROUP BY ALL",
    ),
    (
        "accepted by channel and quarter",
        "WITH months AS (SELECT channel, month, sum(accepted) AS accepted FROM mart.grid_event_months GROUP BY ALL)"
        " SELECT channel, left(month, 4)::INTEGER, (right(month, 2)::INTEGER + 2) // 3, sum(accepted)"
        " FROM months GROUP BY ALL HAVING sum(accepted) > 0",
        "SELECT channel, year(reported_at), quarter(reported_at), count(*) FROM core.grid_events GROUP BY ALL",
    ),
)


@contextmanager
def built(rows: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse made from `rows` events, open for reading."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_data(place / "data", rows)
        build_once(place / "data", place / "warehouse", "--without", "demo")
        (file,) = (place / "warehouse").glob("*.duckdb")
        with duckdb.connect(str(file), read_only=True) as connection:
            yield connection


def _seconds(connection: duckdb.DuckDBPyConnection, question: str) -> float:
    started = time.perf_counter()
    connection.execute(question).fetchall()
    return time.perf_counter() - started


def compare(connection: duckdb.DuckDBPyConnection, repeats: int = REPEATS) -> list[Ratio]:
    """Events ÷ mart for every question, medians of questions asked in turn."""
    ratios = []
    for name, mart, raw in QUESTIONS:
        turns = [(_seconds(connection, raw), _seconds(connection, mart)) for _ in range(repeats)]
        faster = median(slow for slow, _ in turns) / median(quick for _, quick in turns)
        ratios.append(Ratio(f"{name}: events ÷ mart", faster, "> 10"))
    return ratios


def measure() -> list[Ratio]:
    """Every question over a million events."""
    with built(ROWS) as connection:
        return compare(connection)
