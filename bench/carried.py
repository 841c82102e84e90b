"""A build after one form has changed, held against a build of everything in the same state."""

import shutil
import tempfile
from pathlib import Path

from bench.build import REPOSITORY, build_once, in_turn, ratios
from bench.process import Run
from bench.ratio import Ratio

REPEATS = 3
# A form that no other one refers to.
CHANGED = Path("demo", "grid_events.csv")


def _one_row_less(form: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8-sig").rstrip("\n").rpartition("\n")[0] + "\n", encoding="utf-8-sig")


def measure() -> list[Ratio]:
    """Build after the demonstration's events have a row less ÷ build of everything, both on top of a version."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        data = place / "data"
        shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("warehouse", "kept"))
        build_once(data, place / "before")

        def after(name: str, *choices: str) -> Run:
            shutil.copytree(place / "before", place / name)
            _one_row_less(data / CHANGED)
            return build_once(data, place / name, *choices)

        pairs = in_turn(after, lambda name: after(name, "--full"), REPEATS)
    return ratios("build after a changed form of events ÷ build --full", pairs)
