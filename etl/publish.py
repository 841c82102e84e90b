"""Finished warehouse files → the published version: versioned files beside each other and a pointer that moves at once.

Readers open what `current.json` names. A file is never changed after it got its name, so a build that dies leaves the
published version as it was; what it leaves behind is swept by the next one.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from etl.datasets import DATASETS
from etl.forms.registers import REGISTERS
from etl.loads import Load, read_loads
from etl.schema import AREA_LEVEL
from etl.tables import literal

POINTER = "current.json"
LOCK = ".build.lock"
BUILDING = ".building-"
SUFFIX = ".duckdb"
WAIT_SECONDS = 1800


class Busy(Exception):
    """Another build holds the warehouse for longer than `WAIT_SECONDS`."""


class UnknownVersion(LookupError):
    """There is no readable version of that name."""


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
    return Version(*row[:3], tuple(row[3]), row[4], tuple(loads), is_published) if row else None


def pointed(warehouse: Path) -> Path | None:
    """The file that the pointer names, whether or not it is there; None without a readable pointer."""
    try:
        pointer = json.loads((warehouse / POINTER).read_text(encoding="utf-8"))
        return warehouse / pointer["file"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def published(warehouse: Path) -> Version | None:
    """The published version, or None where there is none that can be read."""
    path = pointed(warehouse)
    return read_version(path, is_published=True) if path else None


def versions(warehouse: Path) -> list[Version]:
    """Every version that is kept and can be read, the newest first."""
    current = pointed(warehouse)
    found = (read_version(path, is_published=path == current) for path in warehouse.glob(f"[!.]*{SUFFIX}"))
    return sorted(filter(None, found), key=lambda version: version.version, reverse=True)


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


def register_names(warehouse: Path) -> dict[str, dict[str, str]]:
    """For each published register, the names that stand for one row only, in the order of their codes.

    Each comes with the level of its area, see `AREA_LEVELS`, or with an empty text in other registers.
    Rows of a register without names, such as meetings, are offered by their codes.
    """
    path = pointed(warehouse)
    if path is None or read_version(path) is None:
        return {}
    found = {}
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(path))} AS version (READ_ONLY); USE version")
        for name in sorted(REGISTERS):
            (key,) = DATASETS[name].key
            called = next(iter(DATASETS[name].called), key)
            level = f"any_value({AREA_LEVEL})" if name == "areas" else "''"
            rows = connection.execute(
                f"SELECT {called}, {level} FROM core.{name} GROUP BY {called} HAVING count(*) = 1 ORDER BY min({key})"
            )
            found[name] = dict(rows.fetchall())
    return found


def register_rows(warehouse: Path, register: str) -> dict[str, str]:
    """The rows of one published register by code, each with its name or, where it has none, with the code again."""
    path = pointed(warehouse)
    if register not in REGISTERS or path is None or read_version(path) is None:
        return {}
    (key,) = DATASETS[register].key
    called = next(iter(DATASETS[register].called), key)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(path))} AS version (READ_ONLY); USE version")
        return dict(connection.execute(f"SELECT {key}, {called} FROM core.{register} ORDER BY {key}").fetchall())


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
            raise Busy(f"another build has held {warehouse / LOCK} for {WAIT_SECONDS} s") from timeout
    try:
        yield
    finally:
        lock.release()


def sweep(warehouse: Path) -> None:
    """Remove what builds that died have left; only to be called while the warehouse is locked."""
    for path in warehouse.glob(f"{BUILDING}*"):
        _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        # Windows does not delete a file that a reader holds open: the next sweep will.
        return


def publish(warehouse: Path, built: Path, version: Version, keep: int) -> Path:
    """Give the finished file `built` its name, move the pointer to it and remove all but the newest `keep` versions."""
    path = warehouse / f"{version.version}{SUFFIX}"
    _flush(built)
    built.replace(path)
    _point(warehouse, path, version)
    old = sorted((kept for kept in warehouse.glob(f"[!.]*{SUFFIX}") if kept != path), reverse=True)
    for superfluous in old[max(keep - 1, 0) :]:
        _remove(superfluous)
    return path


def rollback(warehouse: Path, version: str) -> Version:
    """Point to a version that is kept; raises `UnknownVersion` where it cannot be read."""
    with locked(warehouse, lambda share, text: None):
        path = version_path(warehouse, version)
        found = read_version(path, is_published=True)
        if found is None:
            raise UnknownVersion(version)
        _point(warehouse, path, found)
        return found


def _point(warehouse: Path, path: Path, version: Version) -> None:
    pointer = {"version": version.version, "file": path.name, "built_at": version.built_at.isoformat()}
    new = warehouse / f"{BUILDING}{POINTER}"
    new.write_text(json.dumps(pointer, ensure_ascii=False), encoding="utf-8")
    _flush(new)
    new.replace(warehouse / POINTER)


def _flush(path: Path) -> None:
    """Have the system write the file to the disk, so that the pointer never names what a power cut has eaten."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
