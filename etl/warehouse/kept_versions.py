"""The files of a warehouse → which versions are kept, in whatever condition, and which of them is published.

Readers open what `current.json` names. What a disk does to a file is noticed by its seal: no damaged file counts as a
version.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from etl.overtaken import Overtaken
from etl.sql import literal
from etl.warehouse.loads import Load, read_loads
from etl.warehouse.seals import CONDITION_LABELS, Condition, Seal, condition_of, note_beside, read_note

POINTER = "current.json"
SUFFIX = ".duckdb"


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
    return examine(warehouse, path) if path else None


def kept(warehouse: Path, without: str = "") -> list[Kept]:
    """Every version that is kept but `without`, the newest first; also the published one where its file is gone."""
    listed = sorted({*names(warehouse)} - {without}, reverse=True)
    return [examine(warehouse, warehouse / f"{name}{SUFFIX}") for name in listed]


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


def sealed_as(warehouse: Path, path: Path) -> Seal | None:
    """The seal of a version's file, which the pointer holds too: the note beside the file may be gone."""
    notes = (read_note(note_beside(path)), read_note(warehouse / POINTER))
    return next((note.seal for note in notes if note and note.seal and note.file == path.name), None)


def examine(warehouse: Path, path: Path) -> Kept:
    """The file of a version, read through to see what became of it."""
    is_published = path == pointed(warehouse)
    condition = condition_of(path, sealed_as(warehouse, path))
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
