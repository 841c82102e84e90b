"""A build after something has changed, held against a build of everything, and against one of the change alone."""

import shutil
import sys
import tempfile
from pathlib import Path

from bench.build import REPOSITORY, build_once, in_turn, ratios
from bench.events import FORM
from bench.process import Run, run
from bench.ratio import Ratio

REPEATS = 3
# A form that no other one refers to.
CHANGED = Path("demo", "grid_events.csv")
MONTHS, A_MONTH = 12, 100_000


def _one_row_less(form: Path) -> None:
    form.write_text(form.read_text(encoding="utf-8-sig").rstrip("\n").rpartition("\n")[0] + "\n", encoding="utf-8-sig")


def _demonstration(place: Path) -> list[Ratio]:
    """Build after the demonstration's events have a row less ÷ build of everything, both on top of a version."""
    data = place / "data"
    shutil.copytree(REPOSITORY / "data", data, ignore=shutil.ignore_patterns("warehouse", "kept"))
    build_once(data, place / "before")

    def after(name: str, *choices: str) -> Run:
        shutil.copytree(place / "before", place / name)
        _one_row_less(data / CHANGED)
        return build_once(data, place / name, *choices)

    pairs = in_turn(after, lambda name: after(name, "--full"), REPEATS)
    return ratios("build after a changed form of events ÷ build --full", pairs)


def _months(place: Path) -> list[Ratio]:
    """Build after a month of events has come to twelve ÷ the first build of a town that has that month alone."""
    data, alone = place / "data", place / "alone"
    run([sys.executable, "-m", "bench.events", str(data), str((MONTHS + 1) * A_MONTH)])
    header, *rows = (data / FORM).read_text(encoding="utf-8-sig").splitlines(keepends=True)
    (data / FORM).unlink()
    shutil.copytree(data, alone)

    def month(number: int) -> str:
        return "\ufeff" + "".join([header, *rows[number * A_MONTH : (number + 1) * A_MONTH]])

    for number in range(MONTHS):
        (data / FORM).with_stem(f"events{number}").write_text(month(number), encoding="utf-8")
    (alone / FORM).write_text(month(MONTHS), encoding="utf-8")
    build_once(data, place / "before")
    shutil.copy(alone / FORM, data / FORM)

    def after(name: str) -> Run:
        shutil.copytree(place / "before", place / name)
        return build_once(data, place / name)

    pairs = in_turn(after, lambda name: build_once(alone, place / name), REPEATS)
    return ratios(f"a month of {A_MONTH:,} events more on top of {MONTHS} ÷ build of the month alone", pairs, "≤ 1.5")


def measure() -> list[Ratio]:
    """A changed form of the demonstration, and a month more of many events."""
    found = []
    for measured in (_demonstration, _months):
        with tempfile.TemporaryDirectory() as folder:
            found += measured(Path(folder))
    return found
