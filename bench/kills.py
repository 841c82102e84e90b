"""Builds and rollbacks killed at random moments: afterwards the old or the new version is published, whole, and no other.

A form changes one value, a build starts and is killed; pointer, checksum of the file and that value are compared, and the
next build has to work. Half of the kills come at a random time of the build, half at a random change of a file in the
warehouse, as publishing and rolling back are over too soon to be met by chance.
"""

import csv
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

import etl
from bench.dying import DAYS_BACK
from bench.events import FORM, write_data
from bench.ratio import Ratio

REPOSITORY = Path(__file__).resolve().parents[1]
ROWS = 300
KILLS = 60
# The changes of files that a build and a rollback make in the warehouse, and one that is never reached.
CHANGES = {"build": 24, "rollback": 6}
REOPENED = "SELECT reopened_count FROM core.grid_events WHERE event_id = 'E00000000' AND origin = 'reported'"


@dataclass(frozen=True)
class Ground:
    """A data folder with one value that changes, and its warehouse."""

    data: Path
    warehouse: Path

    def write(self, value: int) -> None:
        """Change the value in the form."""
        form = self.data / FORM
        with form.open(encoding="utf-8", newline="") as stream:
            header, first, *rest = csv.reader(stream)
        with form.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([header, [*first[:-1], str(value)], *rest])

    def start(self, *words: str, dies_at: str = "change:0", **settings: str) -> subprocess.Popen:
        """Start a command on the folders, one that dies at a moment of `bench.dying`."""
        places = ["--data", str(self.data), "--warehouse", str(self.warehouse)]
        command = [sys.executable, "-m", "bench.dying", dies_at, str(self.warehouse), *places, *words]
        return subprocess.Popen(
            command, cwd=REPOSITORY, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def state(self) -> tuple[str, int]:
        """The published version and its value; raises ValueError where its file is not what the pointer says."""
        pointer = json.loads((self.warehouse / "current.json").read_text(encoding="utf-8"))
        file = self.warehouse / pointer["file"]
        if hashlib.sha256(file.read_bytes()).hexdigest() != pointer["sha256"]:
            raise ValueError(f"{file} is not what was published")
        with duckdb.connect(file, read_only=True) as connection:
            ((version, value),) = connection.execute(f"SELECT version, ({REOPENED}) FROM meta.version").fetchall()
        if version != pointer["version"]:
            raise ValueError(f"{file} is {version}, not {pointer['version']}")
        return version, value


def prepare(folder: Path, rows: int = ROWS) -> Ground:
    """Folders with a first version published, whose value is 0."""
    ground = Ground(folder / "data", folder / "warehouse")
    write_data(ground.data, rows)
    ground.write(0)
    etl.build(ground.data, ground.warehouse)
    return ground


def killed_build(ground: Ground, value: int, kill: Callable[[Ground], None]) -> list[str]:
    """Change the value, let `kill` start and end a build, and build again; what was not as it should be."""
    before = ground.state()
    ground.write(value)
    kill(ground)
    wrong = []
    version, found = ground.state()
    if (version, found) != before and (version == before[0] or found != value):
        wrong.append(f"neither old nor new: {version} with {found}")
    result = etl.build(ground.data, ground.warehouse)
    if result.is_refused or ground.state() != (result.version, value):
        wrong.append(f"the next build left {ground.state()}")
    if result.damage:
        wrong.append(result.damage)
    return wrong + leftovers(ground)


def killed_rollback(ground: Ground, moment: str) -> list[str]:
    """Roll back to the version before and die there, then build again; what was not as it should be."""
    current, earlier, *_ = (version.version for version in etl.history(ground.warehouse))
    ground.start("rollback", earlier, dies_at=moment).wait()
    published, _ = ground.state()
    wrong = [] if published in (current, earlier) else [f"{published} was never asked for"]
    result = etl.build(ground.data, ground.warehouse)
    return wrong + (["the next build was refused"] if result.is_refused else []) + leftovers(ground)


def leftovers(ground: Ground) -> list[str]:
    """What lies in the warehouse that no version is: damaged files, and names that begin with a dot but the lock."""
    spoiled = [str(one) for one in etl.verify(ground.warehouse) if not one.found]
    return spoiled + [
        path.name for path in ground.warehouse.iterdir() if path.name[0] == "." and path.name != ".build.lock"
    ]


def after(seconds: float) -> Callable[[Ground], None]:
    """Kill a build so long after its start."""

    def kill(ground: Ground) -> None:
        process = ground.start("build")
        time.sleep(seconds)
        process.kill()
        process.wait()

    return kill


def at(moment: str) -> Callable[[Ground], None]:
    """Kill a build at a moment of `bench.dying`."""
    return lambda ground: ground.start("build", dies_at=moment).wait() and None


def two_at_once(ground: Ground, value: int) -> list[str]:
    """Start two builds at the same time; what was not as it should be."""
    before = {version.version for version in etl.history(ground.warehouse)}
    ground.write(value)
    ended = [process.wait() for process in [ground.start("build"), ground.start("build")]]
    new = {version.version for version in etl.history(ground.warehouse)} - before
    right = ended == [0, 0] and len(new) == 1 and ground.state() == (*new, value)
    return ([] if right else [f"two builds ended with {ended} and made {len(new)} versions"]) + leftovers(ground)


def set_back(ground: Ground, value: int, days: float) -> list[str]:
    """Build with a clock that is behind; what was not as it should be."""
    before = ground.state()[0]
    ground.write(value)
    ended = ground.start("build", **{DAYS_BACK: str(days)}).wait()
    version, found = ground.state()
    newest = etl.history(ground.warehouse)[0].version
    right = ended == 0 and found == value and version > before and version == newest
    return ([] if right else [f"with the clock {days} days back: {version} with {found}"]) + leftovers(ground)


def measure(kills: int = KILLS, seed: int = 9) -> list[Ratio]:
    """How many of the kills, of two builds at once and of clocks set back left anything but a whole version."""
    chosen = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        ground = prepare(Path(folder))
        started = time.perf_counter()
        ground.write(1)
        ground.start("build").wait()
        seconds = time.perf_counter() - started
        values = iter(range(2, 10_000))
        moments = [after(chosen.uniform(0, 1.1 * seconds)) for _ in range(kills // 2)]
        moments += [at(f"change:{chosen.randint(1, CHANGES['build'])}") for _ in range(kills // 3)]
        found = {"builds killed": [killed_build(ground, next(values), kill) for kill in moments]}
        found["rollbacks killed"] = [
            killed_rollback(ground, f"change:{chosen.randint(1, CHANGES['rollback'])}")
            for _ in range(kills - len(moments))
        ]
        found["pairs of builds at once"] = [two_at_once(ground, next(values)) for _ in range(3)]
        found["builds with the clock set back"] = [set_back(ground, next(values), days) for days in (0.01, 1, 4000)]
    for wrong in sum((sum(tries, []) for tries in found.values()), []):
        print(wrong, file=sys.stderr)
    return [
        Ratio(f"of {len(tries)} {name}, those that left anything but one whole version", sum(map(bool, tries)), "0")
        for name, tries in found.items()
    ]
