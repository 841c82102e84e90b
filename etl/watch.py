"""A folder into which people drop files → proposals, and beside each file a report of what became of it.

The folder is looked at again and again, which works on network shares too. A file is taken once its size and time have
been still for a while, and not again until they change. The files themselves are never written, moved or removed.
"""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from etl.annotate import annotated_copy
from etl.problems import BLOCKING, Level, Problem
from etl.proposing.checking import check_proposal, open_proposal
from etl.proposing.place import PROPOSALS, Place
from etl.proposing.proposal import Proposal, State, file_of, read
from etl.proposing.publishing import publish_proposal
from etl.proposing.unpack import ARCHIVE, JUNK_FOLDERS, JUNK_NAMES, safe_name
from etl.settings import read_settings
from etl.warehouse.lock import Busy
from etl.watch_report import report_text
from etl.writing import replace_patiently, write_whole

REPORT, COPY = ".核对结果.txt", ".核对批注"
KEPT = "watched.json"
# What is still being written by a browser or a copying program.
UNFINISHED = frozenset({".tmp", ".part", ".partial", ".crdownload", ".download", ".!ut"})

Signature = tuple[int, int]
Say = Callable[[str], None]


@dataclass
class Watcher:
    """Looks at `folder`; `seen` are the files with the moment since when they are still, `done` those dealt with."""

    folder: Path
    data: Path
    warehouse: Path
    still_seconds: float
    say: Say = print
    clock: Callable[[], float] = time.monotonic
    seen: dict[Path, tuple[Signature, float]] = field(default_factory=dict)
    done: dict[str, Signature] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = self._kept().get(str(self.folder), {})
        self.done = {name: (first, second) for name, (first, second) in kept.items()}

    def look(self) -> bool:
        """One round: deal with the files that are still; whether some are there that have to be waited for."""
        present = dict(_present(self.folder))
        now = self.clock()
        before = self.seen
        self.seen = {
            path: before[path] if path in before and before[path][0] == signature else (signature, now)
            for path, signature in present.items()
        }
        waiting = [path for path, signature in present.items() if self.done.get(self._name(path)) != signature]
        still = [path for path in waiting if now - self.seen[path][1] >= self.still_seconds and _opens(path)]
        for group in _groups(still):
            self._take(group)
        if present or self.folder.is_dir():
            self._keep({self._name(path) for path in present})
        return any(self.done.get(self._name(path)) != signature for path, signature in _present(self.folder))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _take(self, paths: Sequence[Path]) -> None:
        """Propose the files together; where some hold the others back, the others once more without them."""
        try:
            place = open_proposal(paths, self.data, self.warehouse, "")
        except OSError:
            # One has gone or is locked again; the next round sees what is there.
            return
        if any(_signature(path) != self.seen[path][0] for path in paths):
            shutil.rmtree(place.folder, ignore_errors=True)
            return
        try:
            proposal = check_proposal(place)
        except (OSError, Busy) as error:
            self.say(f"核对没有完成：{error}")
            self._report(place, read(place), paths, len(paths))
            return
        wrong = {problem.file for problem in proposal.problems if problem.level in BLOCKING}
        good = [path for path in paths if safe_name(path.name) not in wrong]
        if proposal.state is State.HELD and 0 < len(good) < len(paths):
            bad = [path for path in paths if path not in good]
            self._report(place, proposal, bad, len(paths))
            self._take(good)
            return
        if proposal.state is State.READY and read_settings(self.data).watch_publishes:
            try:
                publish_proposal(place, note="由文件夹看守程序发布", approved_by="", keep=5)
            except (OSError, Busy) as error:
                self.say(f"发布没有完成：{error}")
        self._report(place, read(place), paths, len(paths))

    def _report(self, place: Place, proposal: Proposal, paths: Sequence[Path], together: int) -> None:
        for path in paths:
            self.done[self._name(path)] = self.seen[path][0]
            is_archive = path.suffix.lower() == ARCHIVE
            names = set(proposal.files) | {safe_name(path.name)} if is_archive else {safe_name(path.name)}
            own = [problem for problem in proposal.problems if problem.file in names]
            others = [problem for problem in proposal.problems if problem.file not in {*proposal.files, *names}]
            text = report_text(path.name, proposal, place, names, [*own, *others], together)
            try:
                write_whole(path.with_name(f"{path.name}{REPORT}"), text)
                if not is_archive:
                    _write_copy(path, place, proposal, own)
            except OSError as error:
                self.say(f"{path.name}：核对结果写不进这个文件夹（{error.strerror}）。")
            self.say(text.splitlines()[2].replace("结论", path.name))

    def _kept(self) -> dict[str, dict[str, list[int]]]:
        """What is written of the files dealt with: folder → file → its signature."""
        try:
            kept: dict[str, dict[str, list[int]]] = json.loads((self.data / PROPOSALS / KEPT).read_text("utf-8"))
        except FileNotFoundError:
            return {}
        return kept

    def _keep(self, present: set[str]) -> None:
        known = {name: signature for name, signature in self.done.items() if name in present}
        kept, written = self._kept(), {name: list(signature) for name, signature in known.items()}
        if kept.get(str(self.folder)) != written:
            (self.data / PROPOSALS).mkdir(parents=True, exist_ok=True)
            text = json.dumps(kept | {str(self.folder): written}, ensure_ascii=False)
            write_whole(self.data / PROPOSALS / KEPT, text)
        self.done = known


def watch(
    folder: Path,
    data: Path,
    warehouse: Path,
    *,
    every_seconds: float,
    still_seconds: float,
    once: bool = False,
    say: Say = print,
) -> None:
    """Look at `folder` until the process is ended, or with `once` until everything in it has been dealt with.

    Raises `etl.settings.WrongSettings`.
    """
    read_settings(data)
    watcher = Watcher(folder.resolve(), data, warehouse, still_seconds, say)
    is_there = True
    while True:
        if is_there != watcher.folder.is_dir():
            is_there = not is_there
            say(f"文件夹 {folder} {'又能打开了' if is_there else '现在打不开，等它恢复'}。")
        waits = watcher.look()
        if once and not waits:
            return
        time.sleep(every_seconds)


def _signature(path: Path) -> Signature | None:
    try:
        about = path.stat()
    except OSError:
        return None
    return about.st_size, about.st_mtime_ns


def _present(folder: Path) -> Iterator[tuple[Path, Signature]]:
    """Every file that people have dropped, with its size and time; what cannot be looked at now is passed over."""
    for root, folders, files in os.walk(folder):
        folders[:] = [
            name for name in folders if not name.startswith((".", "~")) and name.casefold() not in JUNK_FOLDERS
        ]
        for path in (Path(root) / name for name in sorted(files)):
            if not _is_aside(path) and (signature := _signature(path)):
                yield path, signature


def _is_aside(path: Path) -> bool:
    name = path.name
    return (
        name.startswith((".", "~"))
        or name.endswith(REPORT)
        or COPY in name
        or name.casefold() in JUNK_NAMES
        or path.suffix.lower() in UNFINISHED
    )


def _opens(path: Path) -> bool:
    """Whether the file can be read now: on Windows a program that writes it may keep others out."""
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def _groups(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Files that are proposed together: of each name one, an archive alone."""
    left = list(paths)
    while left:
        group: list[Path] = []
        for path in left:
            names = {safe_name(other.name).casefold() for other in group}
            is_alone = path.suffix.lower() == ARCHIVE
            if safe_name(path.name).casefold() not in names and not (is_alone and group):
                group.append(path)
            if is_alone and group == [path]:
                break
        left = [path for path in left if path not in group]
        yield group


def _write_copy(path: Path, place: Place, proposal: Proposal, own: Sequence[Problem]) -> None:
    """Write the annotated copy beside the file, or take an earlier one away where nothing is to be marked any more."""
    suffix = path.suffix.lower() if path.suffix.lower() in (".xlsx", ".xlsm") else ".xlsx"
    target = path.with_name(f"{path.name}{COPY}{suffix}")
    marked = [problem for problem in own if problem.level is not Level.NOTE]
    if not marked:
        target.unlink(missing_ok=True)
        return
    with suppress(FileNotFoundError):
        content = annotated_copy(file_of(place, proposal, safe_name(path.name)), marked)
        new = target.with_name(f".{target.name}")
        new.write_bytes(content)
        replace_patiently(new, target)
