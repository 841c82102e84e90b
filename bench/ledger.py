"""The first rows of the ledger of events over a million events, against the same over ten thousand."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from bench.build import build_once
from bench.events import write_data
from bench.ratio import Ratio
from dashboard.metrics.areas import default_area
from dashboard.metrics.selection import latest_period
from dashboard.metrics.versions import current
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_events import SCOPES, Events, event_count, events
from dashboard.views.grid_coverage.ledger import PAGE_ROWS

MANY, FEW = 1_000_000, 10_000
REPEATS = 9


@contextmanager
def published(rows: int) -> Iterator[Warehouse]:
    """A warehouse made from `rows` events, as pages open it."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_data(place / "data", rows)
        build_once(place / "data", place / "warehouse", "--without", "demo")
        yield current(place / "warehouse")


def _first_rows(warehouse: Warehouse, scope: str) -> Callable[[], float]:
    """What measures the seconds of one page of the list with its length, as the page asks for them."""
    area_code, period = default_area(warehouse), latest_period(warehouse)
    which = Events(scope=scope, area_code=area_code or "", period=period or "")

    def seconds() -> float:
        started = time.perf_counter()
        event_count(warehouse, which)
        events(warehouse, which, count=PAGE_ROWS)
        return time.perf_counter() - started

    return seconds


def compare(many: Warehouse, few: Warehouse, repeats: int = REPEATS) -> list[Ratio]:
    """Many ÷ few for every list, medians of questions asked in turn."""
    ratios = []
    for scope in SCOPES:
        ours, theirs = _first_rows(many, scope), _first_rows(few, scope)
        turns = [(ours(), theirs()) for _ in range(repeats)]
        longer = median(slow for slow, _ in turns) / median(quick for _, quick in turns)
        ratios.append(Ratio(f"first rows of the list {scope}: {MANY:,} ÷ {FEW:,} events", longer, "≤ 2"))
    return ratios


def measure() -> list[Ratio]:
    """Every list over the area and the period that the page opens with."""
    with published(MANY) as many, published(FEW) as few:
        return compare(many, few)
