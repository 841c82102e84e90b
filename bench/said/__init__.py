"""Writes all that the product says of the demonstration as text: `python -m bench said FOLDER`; compare with `diff -r`."""

import argparse
import json
import logging
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bench.said.plain import Mask

WORKERS = 2
# Two joint meetings, one of each 片区, and one as told of a village: name → arguments of the command line.
MEETINGS = {
    "baogai": ("BG-2025Q4-1",),
    "pengtian": ("LX-2025Q3-1",),
    "village": ("BG-2025Q4-1", "--area", "350581101206"),
    "closed": ("BG-2025Q4-1",),
}
CLOSED = "closed"
# The word of the command line → how the file is read.
KINDS = {"pptx": "pptx", "docx": "docx", "report": "docx", "xlsx": "xlsx", "html": "html"}
# What no name of a file holds here.
UNFIT = re.compile(r"[^\w=.-]+")
# Without a warehouse alone.
APART = {"first_start"}


@dataclass(frozen=True)
class Task:
    """One thing to be written: a page, or the documents of a meeting."""

    kind: str
    name: str
    checkout: Path
    warehouse: Path
    scratch: Path
    folder: Path
    made: datetime
    kinds: tuple[str, ...]
    is_quick: bool


def main(words: list[str] | None = None) -> None:
    """Write the folder anew; what was asked for by `--only` alone where it was."""
    parser = argparse.ArgumentParser(prog="python -m bench said", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--warehouse", type=Path, help="a built one, which is copied; built anew by default")
    parser.add_argument("--only", nargs="+", default=[], help="pages by name, or `documents`, `coverage`, a meeting")
    parser.add_argument(
        "--kinds", nargs="+", default=list(KINDS), choices=list(KINDS), help="of documents; all by default"
    )
    parser.add_argument("--quick", action="store_true", help="pages for their addresses alone, nothing picked in them")
    parser.add_argument("--checkout", type=Path, default=Path.cwd(), help="another checkout, which is to be read")
    given = parser.parse_args(words)
    checkout = given.checkout.resolve()
    named = [(kind, name) for kind, name in _all(checkout) if not given.only or {kind, name} & set(given.only)]
    if not named:
        parser.error(f"nothing is called {', '.join(given.only)}; there are {sorted(set(sum(_all(checkout), ())))}")
    # Where the product leaves the order of a set to chance, two runs shall meet the same chance.
    os.environ["PYTHONHASHSEED"] = "0"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        scratch = Path(place)
        warehouse = _own(checkout, given.warehouse, scratch)
        made = datetime.fromisoformat(json.loads((warehouse / "current.json").read_text())["built_at"])
        common = (checkout, warehouse, scratch, given.folder.resolve(), made, tuple(given.kinds), given.quick)
        tasks = [Task(*one, *common) for one in named]
        with ProcessPoolExecutor(WORKERS, multiprocessing.get_context("spawn")) as pool:
            for task in as_completed([pool.submit(_write, task) for task in tasks]):
                print(task.result(), flush=True)


def _all(checkout: Path) -> list[tuple[str, str]]:
    """(kind, name) of everything there is to be said, what takes longest first."""
    pages = [("pages", path.stem) for path in sorted((checkout / "pages").glob("*.py")) if path.stem not in APART]
    first = ("glossary", "published_facts", "joint_meeting")
    pages.sort(key=lambda task: (task[1] not in first, task[1]))
    return [
        *pages,
        ("pages", f"joint_meeting_{CLOSED}"),
        *(("documents", name) for name in MEETINGS),
        ("coverage", "coverage"),
    ]


def _own(checkout: Path, given: Path | None, scratch: Path) -> Path:
    """A warehouse that may be written to: a copy of the given one, or a fresh build where the checkout cannot read it."""
    folder = scratch / "warehouse"
    if given:
        shutil.copytree(given, folder)
        asked = ("meeting", *MEETINGS[CLOSED], "--warehouse", folder, "--docx", scratch / "asked.docx")
        why = _asked(checkout, "-m", "dashboard", *asked).stderr
        if not (scratch / "asked.docx").exists():
            print(f"built anew, since the given warehouse cannot be read: {why.strip()}", flush=True)
            shutil.rmtree(folder)
    if not folder.exists():
        _run(checkout, "-m", "etl", "--warehouse", folder, "build")
    return folder


def _asked(checkout: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, words)], cwd=checkout, capture_output=True, encoding="utf-8")


def _run(checkout: Path, *words: str | Path) -> None:
    """Run a command of the checkout; raises RuntimeError with what it says where it fails."""
    done = _asked(checkout, *words)
    if done.returncode:
        raise RuntimeError(f"{' '.join(map(str, words))}: {done.stderr}")


def _write(task: Task) -> str:
    """Write the files of one task; what was written, in a line."""
    mask = Mask((task.scratch, task.checkout), (task.made,))
    target = task.folder / task.kind / task.name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for title, lines in _files(task):
        file = target / f"{UNFIT.sub('_', title)[:80]}.txt"
        with file.open("a", encoding="utf-8", newline="\n") as stream:
            stream.writelines(f"{mask(line)}\n" for line in lines)
    return f"{task.kind} {task.name}: {len(list(target.iterdir()))} files"


def _files(task: Task) -> Iterator[tuple[str, Iterable[str]]]:
    if task.kind == "pages":
        yield from _page(task)
        return
    # Only those who write pages open Streamlit.
    from bench.said.papers import READERS

    if task.kind == "coverage":
        file = task.scratch / "coverage.md"
        _run(task.checkout, "-m", "dashboard", "coverage", file)
        yield "coverage", READERS["md"](file.read_bytes())
        return
    warehouse = _closed(task) if task.name == CLOSED else task.warehouse
    place = task.scratch / task.name
    wanted = {kind: place / f"{kind}.{KINDS[kind]}" for kind in task.kinds}
    options = [word for kind, file in wanted.items() for word in (f"--{kind}", file)]
    _run(task.checkout, "-m", "dashboard", "meeting", *MEETINGS[task.name], "--warehouse", warehouse, *options)
    for kind, file in wanted.items():
        yield kind, READERS[KINDS[kind]](file.read_bytes())


def _page(task: Task) -> Iterator[tuple[str, Iterable[str]]]:
    os.chdir(task.checkout)
    if sys.path[0] != str(task.checkout):
        sys.path.insert(0, str(task.checkout))
    logging.disable(logging.CRITICAL)
    from bench.said.pages import page_files

    is_closed = task.name.endswith(f"_{CLOSED}")
    warehouse = _closed(task) if is_closed else task.warehouse
    yield from page_files(task.checkout, warehouse, task.name.removesuffix(f"_{CLOSED}"), is_quick=task.is_quick)


def _closed(task: Task) -> Path:
    """A copy of the warehouse beside which the meeting was closed."""
    folder = task.scratch / f"{task.kind}-{CLOSED}"
    shutil.copytree(task.warehouse, folder)
    _run(task.checkout, "-m", "dashboard", "meeting", *MEETINGS[CLOSED], "--warehouse", folder, "--freeze")
    return folder
