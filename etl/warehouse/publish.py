"""Finished warehouse files → the published version: versioned files beside each other and a pointer that moves at once.

Readers open what `current.json` names. A file is never changed after it got its name, so a build that dies leaves the
published version as it was; what it leaves behind is swept by the next one. What a disk does to a file is noticed by
its seal: no damaged file counts as a version.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from etl.folders import FolderUnusable
from etl.overtaken import Overtaken
from etl.sql import literal
from etl.warehouse.loads import Load, read_loads
from etl.warehouse.seals import (
    CONDITION_LABELS,
    NOTE,
    Condition,
    Note,
    Seal,
    condition_of,
    flush,
    note_beside,
    read_note,
    seal_of,
    write_note,
)

POINTER = "current.json"
LOCK = ".build.lock"
READABLE_BY_GROUP = 0o640
BUILDING = ".building-"
SUFFIX = ".duckdb"
WAIT_SECONDS = 1800


class Busy(FolderUnusable):
    """Another build holds the warehouse for longer than `WAIT_SECONDS`."""


class UnknownVersion(Overtaken, LookupError):
    """There is no readable version of that name."""


class DamagedVersion(UnknownVersion):
    """The file of that version is no longer what was published."""


@dataclass(frozen=True)
class Version:
    """What a warehouse file says of itself; `built_at` is UTC."""

    version: str
    built_at: datetime
    product_version: str
    without: tuple[str, ...]
    fingerprint: str
    loads: tuple[Load, ...]
    is_published: bool = False


def read_version(path: Path, *, is_published: bool = False) -> Version | None:
    """What the warehouse file at `path` says of itself, or None where it is missing, half-written or of another kind."""
    if not path.is_file():
        return None
    try:
        # Attached, not connected to: a dashboard in this process may hold the file open with other settings.
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH {literal(str(path))} AS version (READ_ONLY); USE version")
            row = connection.execute(
                "SELECT version, built_at, product_version, without, fingerprint FROM meta.version"
            ).fetchone()
            loads = read_loads(connection)
    except (duckdb.Error, ValueError):
        return None
    if row is None:
        return None
    version, built_at, product_version, without, print_of_content = row
    return Version(
        version, built_at, product_version, tuple(without), print_of_content, tuple(loads), is_published=is_published
    )


@dataclass(frozen=True)
class Kept:
    """The file of a version that is kept and what became of it; `found` only where it is intact."""

    version: str
    file: Path
    condition: Condition
    is_published: bool
    found: Version | None

    def __str__(self) -> str:
        return f"版本 {self.version} 的文件{CONDITION_LABELS[self.condition]}"


def pointed(warehouse: Path) -> Path | None:
    """The file that the pointer names, whether or not it is there; None without a readable pointer."""
    pointer = read_note(warehouse / POINTER)
    return warehouse / pointer.file if pointer else None


def wrong_with_published(warehouse: Path) -> str:
    """What is wrong with what is published, as the beginning of a Chinese sentence; empty where all is well or new."""
    standing = standing_version(warehouse)
    if standing:
        return "" if standing.found else str(standing)
    return (
        f"指明现用版本的文件 {POINTER} 不在了或无法读取" if (warehouse / POINTER).exists() or names(warehouse) else ""
    )


def published(warehouse: Path) -> Version | None:
    """The published version, or None where there is none that is intact."""
    standing = standing_version(warehouse)
    return standing.found if standing else None


def standing_version(warehouse: Path) -> Kept | None:
    """What the pointer names, in whatever condition its file is; None without a readable pointer."""
    path = pointed(warehouse)
    return _examine(warehouse, path) if path else None


def kept(warehouse: Path, without: str = "") -> list[Kept]:
    """Every version that is kept but `without`, the newest first; also the published one where its file is gone."""
    listed = sorted({*names(warehouse)} - {without}, reverse=True)
    return [_examine(warehouse, warehouse / f"{name}{SUFFIX}") for name in listed]


def newest_intact(warehouse: Path) -> Kept | None:
    """The published version where it is intact, else the newest kept one that is; None where none is."""
    standing = standing_version(warehouse)
    if standing and standing.found:
        return standing
    return next((one for one in kept(warehouse) if one.found), None)


def versions(warehouse: Path) -> list[Version]:
    """Every version that is kept and intact, the newest first."""
    return [one.found for one in kept(warehouse) if one.found]


def version_path(warehouse: Path, version: str) -> Path:
    """The file of a version that is kept. Raises `UnknownVersion`."""
    path = warehouse / f"{version}{SUFFIX}"
    if path not in set(warehouse.glob(f"[!.]*{SUFFIX}")):
        raise UnknownVersion(version)
    return path


def before_version(warehouse: Path, version: str) -> Path | None:
    """The file of the newest version that is older than `version`, or None where none is kept."""
    older = [path for path in warehouse.glob(f"[!.]*{SUFFIX}") if path.name < f"{version}{SUFFIX}"]
    return max(older, default=None)


def _seal(warehouse: Path, path: Path) -> Seal | None:
    """The seal of a version's file, which the pointer holds too: the note beside the file may be gone."""
    notes = (read_note(note_beside(path)), read_note(warehouse / POINTER))
    return next((note.seal for note in notes if note and note.seal and note.file == path.name), None)


def _examine(warehouse: Path, path: Path) -> Kept:
    is_published = path == pointed(warehouse)
    condition = condition_of(path, _seal(warehouse, path))
    found = read_version(path, is_published=is_published) if condition is Condition.INTACT else None
    if condition is Condition.INTACT and found is None:
        # The right bytes, but of another release of the program.
        condition = Condition.FOREIGN
    return Kept(path.name.removesuffix(SUFFIX), path, condition, is_published, found)


def names(warehouse: Path) -> list[str]:
    """The names of the versions that are kept or published, without order."""
    files = {*warehouse.glob(f"[!.]*{SUFFIX}"), pointed(warehouse)}
    return [path.name.removesuffix(SUFFIX) for path in files if path]


def loads_known(warehouse: Path) -> tuple[Load, ...]:
    """The loads of the published version, though its file be damaged; else those of the newest intact one."""
    path = pointed(warehouse)
    told = read_note(note_beside(path)) if path else None
    if told and told.loads:
        return told.loads
    intact = newest_intact(warehouse)
    return intact.found.loads if intact and intact.found else ()


@contextmanager
def locked(warehouse: Path, progress: Callable[[float, str], None]) -> Iterator[None]:
    """Hold the warehouse for one build; a second one says that it waits. Raises `Busy` after `WAIT_SECONDS`.

    The system lets go of the lock when the process ends, however it ends.
    """
    warehouse.mkdir(parents=True, exist_ok=True)
    lock = FileLock(warehouse / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        progress(0.0, "另一个程序正在生成数据，等待它完成……")
        try:
            lock.acquire(timeout=WAIT_SECONDS)
        except Timeout as timeout:
            raise Busy(
                f"another build has held {warehouse / LOCK} for {WAIT_SECONDS} s",
                f"数据仓库文件夹“{warehouse.absolute()}”正被另一个程序使用，等了 {WAIT_SECONDS // 60} 分钟仍未空出。"
                "请等它完成，或关闭那个程序后再试一次；已发布的数据没有改动。",
            ) from timeout
    try:
        yield
    finally:
        lock.release()


def sweep(warehouse: Path) -> None:
    """Remove what builds that died have left; only to be called while the warehouse is locked."""
    for path in warehouse.glob(f"{BUILDING}*"):
        remove(path)
    for note in warehouse.glob(f"[!.]*{SUFFIX}{NOTE}"):
        if not note.with_name(note.name.removesuffix(NOTE)).exists():
            remove(note)


def remove(path: Path) -> None:
    """Remove a file or a folder that no version needs."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        # Windows does not delete a file that a reader holds open: the next sweep will.
        return


def publish(warehouse: Path, built: Path, version: Version, keep: int) -> Path:
    """Give the finished file `built` its name, move the pointer to it, and remove all but the newest `keep` versions.

    Damaged versions are removed too: nobody can go back to them.
    """
    path = warehouse / f"{version.version}{SUFFIX}"
    flush(built)
    found = read_version(built)
    note = Note(version.version, path.name, version.built_at.isoformat(), seal_of(built), found.loads if found else ())
    # The note first: whatever has the name of a version has a seal.
    write_note(note_beside(path), note, warehouse / f"{BUILDING}{path.name}{NOTE}")
    # Enterprises that are nobody's business stand in it: it is the owner's and the group's. On Windows the folder's
    # list of users decides.
    built.chmod(READABLE_BY_GROUP)
    built.replace(path)
    _flush_names(warehouse)
    _point(warehouse, note)
    others = kept(warehouse, without=version.version)
    superfluous = [one for one in others if one.condition is not Condition.DAMAGED][max(keep - 1, 0) :]
    for one in (*(one for one in others if one.condition is Condition.DAMAGED), *superfluous):
        remove(one.file)
        remove(note_beside(one.file))
    return path


def rollback(warehouse: Path, version: str) -> Version:
    """Point to a version that is kept; raises `UnknownVersion` where there is none, `DamagedVersion` where it is no more."""
    with locked(warehouse, lambda share, text: None):
        return point_to(warehouse, version)


def point_to(warehouse: Path, version: str) -> Version:
    """`rollback` for one who holds the lock."""
    path = warehouse / f"{version}{SUFFIX}"
    if path not in set(warehouse.glob(f"[!.]*{SUFFIX}")):
        raise UnknownVersion(version)
    found = _examine(warehouse, path).found
    if found is None:
        raise DamagedVersion(version)
    _point(warehouse, Note(found.version, path.name, found.built_at.isoformat(), _seal(warehouse, path)))
    return replace(found, is_published=True)


def _point(warehouse: Path, note: Note) -> None:
    write_note(warehouse / POINTER, replace(note, loads=()), warehouse / f"{BUILDING}{POINTER}")
    _flush_names(warehouse)


def _flush_names(folder: Path) -> None:
    """Have the system write the names in a folder to the disk, where it knows how."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
