"""The grid page and 总览 over ten thousand events and over a million: how long a reader waits for another quarter, and the CPU it takes."""

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest

from bench.build import build_once
from bench.events import REPOSITORY, write_data
from bench.ratio import Ratio
from dashboard.metrics.areas import default_area
from dashboard.metrics.versions import current

SMALL, LARGE = 10_000, 1_000_000
PAGES = ("overview", "grid_coverage")
# Each is asked for once, so that nothing of it is remembered.
PERIODS = tuple(f"{year}Q{quarter}" for year in (2024, 2025) for quarter in (1, 2, 3, 4))
SECONDS = 300


def _waited(folder: Path, page: str, period: str) -> tuple[float, float]:
    """Seconds by the clock, and of CPU, for a page in a quarter that nobody has asked for."""
    os.environ["SANQU_WAREHOUSE"] = str(folder)
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=SECONDS)
    app.query_params.update({"area": str(default_area(current(folder))), "period": period})
    app.switch_page(f"pages/{page}.py")
    clock, cpu = time.perf_counter(), time.process_time()
    app.run()
    return time.perf_counter() - clock, time.process_time() - cpu


def measure() -> list[Ratio]:
    """Medians of the quotients of pages run in turn over the two sizes."""
    with tempfile.TemporaryDirectory() as place:
        folders = {}
        for rows in (SMALL, LARGE):
            write_data(Path(place, str(rows), "data"), rows)
            folders[rows] = Path(place, str(rows), "warehouse")
            build_once(Path(place, str(rows), "data"), folders[rows], "--without", "demo")
        found = []
        for page in PAGES:
            # The first run of a page loads what all runs share.
            for folder in folders.values():
                _waited(folder, page, "2023Q4")
            turns = [(_waited(folders[LARGE], page, one), _waited(folders[SMALL], page, one)) for one in PERIODS]
            for place_of, what in enumerate(("waited", "CPU")):
                quotient = median(many[place_of] / few[place_of] for many, few in turns)
                found.append(Ratio(f"{page}, {what}: {LARGE:,} ÷ {SMALL:,} events", quotient, "≤ 1.2"))
        return found
