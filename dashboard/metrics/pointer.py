"""The pointer of a warehouse → which file is published, and whether that file is still what was published."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

READ_BLOCK = 1 << 20
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Pointer:
    """What the pointer says; `sha256` of the file as it was published, empty where an earlier program wrote it."""

    version: str
    file: Path
    built_at: str
    sha256: str


def read_pointer(path: Path) -> Pointer:
    """The pointer at `path`; raises OSError where it cannot be read, ValueError where it is none."""
    told = json.loads(path.read_text(encoding="utf-8"))
    try:
        return Pointer(told["version"], path.parent / told["file"], told["built_at"], told.get("sha256", ""))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{told!r} is no pointer") from error


def stamp_of(path: Path) -> Stamp:
    """What changes with a file's content: moment of the last change, size and number. Raises OSError."""
    state = path.stat()
    return state.st_mtime_ns, state.st_size, state.st_ino


def is_as_published(pointer: Pointer) -> bool:
    """Whether every byte of the file is as it was published; raises OSError."""
    digest = hashlib.sha256()
    with pointer.file.open("rb") as stream:
        while block := stream.read(READ_BLOCK):
            digest.update(block)
    return digest.hexdigest() == pointer.sha256
