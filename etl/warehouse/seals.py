"""A version's file → its seal, kept in a note beside it, and whether the file is still what was sealed."""

import json
import os
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

import duckdb

from etl.inputs import checksum
from etl.sql import literal
from etl.warehouse.loads import Load, from_plain, to_plain

NOTE = ".json"


class Condition(StrEnum):
    """Whether a version's file is still what was published."""

    INTACT = "intact"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    MISSING = "missing"


CONDITION_LABELS = {
    Condition.INTACT: "完好",
    Condition.DAMAGED: "已损坏",
    Condition.UNREADABLE: "无法读取",
    Condition.FOREIGN: "由另一版软件写出",
    Condition.MISSING: "不在了",
}


@dataclass(frozen=True)
class Seal:
    """Size and SHA-256 of a file as it was published."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Note:
    """What the pointer says of the published version, and the note beside each file of that one.

    The note beside the file holds the loads too: when the file is damaged, the forms that it was made from are still
    known in the order in which they were received. A file of an earlier program has no seal.
    """

    version: str
    file: str
    built_at: str
    seal: Seal | None = None
    loads: tuple[Load, ...] = ()


def seal_of(file: Path) -> Seal:
    """The seal of a file as it is now."""
    return Seal(file.stat().st_size, checksum(file))


def note_beside(file: Path) -> Path:
    """Where the note of a version's file lies."""
    return file.with_name(f"{file.name}{NOTE}")


def read_note(path: Path) -> Note | None:
    """The note or the pointer at `path`, None where it is missing or cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        seal = Seal(told["bytes"], told["sha256"]) if "sha256" in told else None
        loads = tuple(map(from_plain, told.get("loads", ())))
        return Note(str(told["version"]), str(told["file"]), str(told["built_at"]), seal, loads)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_note(path: Path, note: Note, new: Path) -> None:
    """Put `note` in the place of what is at `path` at once; `new` is where it is written before."""
    told: dict[str, object] = {"version": note.version, "file": note.file, "built_at": note.built_at}
    told |= asdict(note.seal) if note.seal else {}
    told |= {"loads": list(map(to_plain, note.loads))} if note.loads else {}
    new.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    flush(new)
    new.replace(path)


def flush(path: Path) -> None:
    """Have the system write the file to the disk, so that no name ever stands for what a power cut has eaten."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def condition_of(file: Path, seal: Seal | None) -> Condition:
    """Whether `file` is what `seal` says; without a seal, whether all of its tables can be read."""
    try:
        if not file.is_file():
            return Condition.MISSING
        if seal is None:
            return Condition.INTACT if _reads_through(file) else Condition.UNREADABLE
        return Condition.INTACT if _bears(file, seal) else Condition.DAMAGED
    except OSError:
        return Condition.UNREADABLE


def _bears(file: Path, seal: Seal) -> bool:
    return file.stat().st_size == seal.bytes and checksum(file) == seal.sha256


def _reads_through(file: Path) -> bool:
    """Whether every table can be read: DuckDB checks a block when it is read, and not before."""
    try:
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH {literal(str(file))} AS version (READ_ONLY); USE version")
            named = connection.execute(
                "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'version'"
            ).fetchall()
            for schema, table in named:
                name = ".".join('"{}"'.format(part.replace('"', '""')) for part in (schema, table))
                connection.execute(f"SELECT bit_xor(hash(read)) FROM {name} AS read").fetchall()
    except duckdb.Error:
        return False
    return True
