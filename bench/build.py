"""Building the warehouse, whole process against whole process: DuckDB's own reading of the same file, or a bare start."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from bench.events import FORM
from bench.process import Run, run
from bench.ratio import Ratio, divided

REPOSITORY = Path(__file__).resolve().parents[1]
SIZES = (10_000, 100_000, 1_000_000)
LARGE = 10_000_000
REPEATS = 5
READ = (
    "import duckdb, sys; duckdb.connect(sys.argv[2]).execute('CREATE TABLE events AS FROM read_csv(?)', [sys.argv[1]])"
)
START = "import duckdb, openpyxl"
KIB = 1024


def build_once(data: Path, warehouse: Path, *choices: str) -> Run:
    """One build of `data` into an empty warehouse."""
    command = [sys.executable, "-m", "etl", "--data", str(data), "--warehouse", str(warehouse), "build"]
    return run([*command, *choices])


def read_once(form: Path, database: Path) -> Run:
    """DuckDB alone reading the same file into a table of a database file."""
    return run([sys.executable, "-c", READ, str(form), str(database)])


def in_turn(ours: Callable[[str], Run], yardstick: Callable[[str], Run], repeats: int) -> list[tuple[Run, Run]]:
    """Pairs of runs, one after the other; each is told a name of its own for what it writes."""
    return [(ours(f"ours{turn}"), yardstick(f"yardstick{turn}")) for turn in range(repeats)]


def ratios(name: str, pairs: Sequence[tuple[Run, Run]], aim: str = "") -> list[Ratio]:
    """Medians of the pairs' quotients, of the wait and of the processor's work."""
    return [
        Ratio(f"{name} (wall)", median(divided(ours.seconds, other.seconds) for ours, other in pairs), aim),
        Ratio(f"{name} (CPU)", median(divided(ours.cpu_seconds, other.cpu_seconds) for ours, other in pairs), ""),
    ]


def compare(rows: int, repeats: int = REPEATS) -> list[Ratio]:
    """Build ÷ read of `rows` events, and the peak memory of the build's largest process."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run([sys.executable, "-m", "bench.events", str(place / "data"), str(rows)])
        pairs = in_turn(
            lambda name: build_once(place / "data", place / name, "--without", "demo"),
            lambda name: read_once(place / "data" / FORM, place / f"{name}.duckdb"),
            repeats,
        )
    aim = "< 4" if rows == SIZES[-1] else ""
    return [
        *ratios(f"build of {rows:,} events ÷ DuckDB's read_csv of the same file", pairs, aim),
        Ratio(
            "peak memory of that build in GB",
            max(built.peak_mb for built, _ in pairs) / KIB,
            "< 2" if rows == LARGE else "",
        ),
    ]


def demonstration(repeats: int = REPEATS) -> list[Ratio]:
    """Build of all that the repository holds ÷ a process that only opens the two libraries that it needs most."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = in_turn(
            lambda name: build_once(REPOSITORY / "data", Path(folder) / name),
            lambda name: run([sys.executable, "-c", START]),
            repeats,
        )
    return ratios(f"build of the demonstration ÷ `{START}`", pairs)


def measure() -> list[Ratio]:
    """The demonstration, and all sizes up to a million."""
    return [*demonstration(), *(ratio for rows in SIZES for ratio in compare(rows))]


def measure_large() -> list[Ratio]:
    """Ten million events, once."""
    return compare(LARGE, repeats=1)
