"""Thousands of good forms, each spoilt a little, read: none may crash, none may come out with other values than it says.

Run as `python -m bench.mutations [NUMBER] [SEED]`. Every mutation knows what a person reads afterwards, or that nobody
can know; a file whose bytes are spoilt is held against what another library reads in it.
"""

import logging
import shutil
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

import openpyxl

from bench.papers import GOOD_FORMS, MUTATIONS, good_paper
from bench.ratio import Ratio
from etl.problems import BLOCKING
from tests.etl.corpus.declare import File, Form
from tests.etl.corpus.reading import Outcome, Town, plain_rows, read_beforehand, shown, town

NUMBER, SEED = 5000, 9
AT_ONCE = 200
SHOWN = 20
# Where an exception is a result.
APART = ThreadPoolExecutor(1)
# What the reader says when its process came to grief.
STOPPED = "读取中途停止"
CRASHED, STOPPED_READING, DIFFERENT = "crashed", "reader stopped", "SILENTLY DIFFERENT"
TAKEN, KEPT_OUT, KEPT_READABLE = "taken as meant", "rightly kept out", "kept out though readable"


@dataclass(frozen=True)
class Case:
    """A mutated file: `means` are the rows if it is taken, None where it must not be; unknown if `is_open`.

    Where it `may_wait`, nobody is to blame for asking.
    """

    name: str
    path: Path
    dataset: str
    means: frozenset[tuple] | None
    may_wait: bool = False
    is_open: bool = False


def _grid(path: Path) -> list | None:
    """The values of every sheet as openpyxl reads them; None where it cannot."""

    def opened() -> list:
        book = openpyxl.load_workbook(path, data_only=True)
        return [(sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]) for sheet in book.worksheets]

    # Whatever another library raises on spoilt bytes only says that it cannot tell.
    told = APART.submit(opened)
    return None if told.exception() else told.result()


def _flip_bytes(random: Random, path: Path) -> None:
    """A few bits of the file as it lies on the disk."""
    data = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 4)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def _cut(random: Random, path: Path) -> None:
    """The end of the file is missing."""
    data = path.read_bytes()
    path.write_bytes(data[: random.randrange(len(data))])


def _spoil_member(random: Random, path: Path) -> None:
    """A few bits of one part inside the workbook, or a part that is gone, empty, or there twice."""
    with zipfile.ZipFile(path) as archive:
        members = [(info.filename, bytearray(archive.read(info))) for info in archive.infolist()]
    place = random.randrange(len(members))
    name, data = members[place]
    choice = random.randrange(8)
    if choice == 0:
        del members[place]
    elif choice == 1:
        members[place] = (name, bytearray())
    elif choice == 2:
        members.append((f"{name}.bak", data))
    else:
        for _ in range(random.randint(1, 3)):
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(member, bytes(content))


SPOILERS = (_flip_bytes, _cut, _spoil_member, _spoil_member)


def made(random: Random, number: int, folder: Path) -> Case:
    """The `number`-th mutated file: a good form changed one to three times, one in four with spoilt bytes at last."""
    dataset = random.choice(list(GOOD_FORMS))
    paper, applied = good_paper(dataset), []
    for _ in range(random.randint(1, 3)):
        mutation = random.choice(MUTATIONS)
        changed = mutation(random, paper)
        applied += [mutation.__name__] if changed is not paper else []
        paper = changed
    path = File(name=f"{number:05}.xlsx", sheets=paper.sheets()).write(folder)
    means, is_open = paper.means(), False
    if random.random() < 0.25:
        before, spoil = _grid(path), random.choice(SPOILERS)
        spoil(random, path)
        # Where another reader sees other values, or nothing, nobody can say what a person would read.
        is_open = _grid(path) != before
        applied.append(spoil.__name__)
    name = f"{number} {dataset}: {', '.join(applied) or 'unchanged'}"
    return Case(name, path, dataset, means, paper.may_wait, is_open)


def verdict(case: Case, outcome: Outcome) -> str:
    """What became of a mutated file."""
    if any(STOPPED in problem.message for problem in outcome.problems):
        return STOPPED_READING
    rows = plain_rows(outcome.rows)
    if any(problem.level in BLOCKING for problem in outcome.problems):
        return KEPT_OUT if case.means is None or case.is_open or case.may_wait else KEPT_READABLE
    want = plain_rows({case.dataset: case.means or frozenset()})
    return TAKEN if case.is_open or (case.means is not None and rows == want) else DIFFERENT


def _read(made_up: Town, case: Case) -> tuple[str, str]:
    """The verdict on a case, and what there is to say of it."""
    form = Form(name=case.name, why="", files=(File(name=case.path.name),), accept=())
    told = APART.submit(made_up.read, form, [case.path])
    # A crash is what is looked for here: it is counted and shown.
    if error := told.exception():
        return CRASHED, "".join(traceback.format_exception(error))
    return verdict(case, told.result()), shown(told.result())


def run(number: int, seed: int) -> Iterator[tuple[Case, str, str]]:
    """(case, verdict, details) of so many mutated files, the same for the same seed."""
    # Spoilt files are the point.
    logging.getLogger("etl.read").setLevel(logging.CRITICAL)
    random = Random(seed)
    with tempfile.TemporaryDirectory() as place, town(Path(place)) as made_up:
        for first in range(0, number, AT_ONCE):
            folder = Path(place, f"files{first}")
            cases = [made(random, each, folder) for each in range(first, min(first + AT_ONCE, number))]
            with read_beforehand([case.path for case in cases], folder):
                for case in cases:
                    yield case, *_read(made_up, case)
            shutil.rmtree(folder)


def measure(number: int = NUMBER, seed: int = SEED) -> list[Ratio]:
    """How many of so many mutated files crash, stop the reader, or are taken with other values than a person reads."""
    counts = Counter(verdict for _, verdict, _ in run(number, seed))
    readable = counts[TAKEN] + counts[KEPT_READABLE]
    return [
        Ratio(f"{number:,} mutated workbooks that crash", counts[CRASHED], "0"),
        Ratio("… for which the reading process stops, which is told", counts[STOPPED_READING], ""),
        Ratio("… that are taken with other values, unasked", counts[DIFFERENT], "0"),
        Ratio(
            "… readable ones that are read ÷ all readable ones", counts[TAKEN] / readable if readable else 0, "> 0.95"
        ),
    ]


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if sys.argv[1:] else NUMBER
    counts: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for case, told, details in run(wanted, int(sys.argv[2]) if sys.argv[2:] else SEED):
        counts[told] += 1
        if told in (CRASHED, STOPPED_READING, DIFFERENT) and counts[told] <= SHOWN:
            print(f"\n== {told}: {case.name}\nmeant: {case.means}\n{details}")
        if told == KEPT_READABLE:
            kept.update(case.name.split(": ", 1)[1].split(", "))
    print(f"\nkept out though readable, by mutation: {dict(kept.most_common(12))}")
    print("\n".join(f"{count:6} {told}" for told, count in counts.most_common()))
