"""The questions of 总览 and the grid page that name no grid: over a million events against ten thousand, and against the grids."""

import tempfile
import time
from pathlib import Path
from statistics import median

from bench.build import build_once
from bench.events import write_data
from bench.ratio import Ratio
from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import FINEST
from dashboard.metrics.periods import periods_between
from dashboard.metrics.query import statement
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse

SMALL, LARGE = 10_000, 1_000_000
REPEATS = 15
BASES = periods_between("2023-01", "2025-12")
# What is asked, and broken down by what.
ASKED = (("closure_rate", None), ("on_time_rate", "kind"), ("events_accepted", "channel"), ("overdue_open", None))


def _warehouse(place: Path, rows: int) -> Warehouse:
    write_data(place / "data", rows)
    build_once(place / "data", place / "warehouse", "--without", "demo")
    return current(place / "warehouse")


def _seconds(warehouse: Warehouse, name: str, by: str | None, *, is_above: bool) -> float:
    above = [code for code, area in areas(warehouse).items() if area.level != FINEST]
    started = time.perf_counter()
    warehouse.rows(statement(METRICS[name], by, is_above=is_above), areas=above, bases=list(BASES))
    return time.perf_counter() - started


def measure() -> list[Ratio]:
    """Medians of the quotients of questions put in turn."""
    with tempfile.TemporaryDirectory() as small, tempfile.TemporaryDirectory() as large:
        few, many = _warehouse(Path(small), SMALL), _warehouse(Path(large), LARGE)
        found = []
        for name, by in ASKED:
            turns = [
                (
                    _seconds(many, name, by, is_above=True),
                    _seconds(few, name, by, is_above=True),
                    _seconds(many, name, by, is_above=False),
                )
                for _ in range(REPEATS)
            ]
            told = f"{name} by {by}" if by else name
            found += [
                Ratio(f"{told}: {LARGE:,} ÷ {SMALL:,} events", median(m / f for m, f, _ in turns), "≤ 1.2"),
                Ratio(f"{told}: summed above ÷ summed when asked", median(m / g for m, _, g in turns), "< 1"),
            ]
        return found
