"""Finished warehouse files → the published version: versioned files beside each other and a pointer that moves at once.

A file is never changed after it got its name, so a build that dies leaves the published version as it was; what it
leaves behind is swept by the next one.
"""

import os
import shutil
from dataclasses import replace
from pathlib import Path

from etl.warehouse.kept_versions import (
    POINTER,
    SUFFIX,
    DamagedVersion,
    UnknownVersion,
    Version,
    examine,
    kept,
    read_version,
    sealed_as,
)
from etl.warehouse.lock import locked
from etl.warehouse.seals import NOTE, Condition, Note, flush, note_beside, seal_of, write_note

READABLE_BY_GROUP = 0o640
BUILDING = ".building-"


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
    found = examine(warehouse, path).found
    if found is None:
        raise DamagedVersion(version)
    _point(warehouse, Note(found.version, path.name, found.built_at.isoformat(), sealed_as(warehouse, path)))
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
