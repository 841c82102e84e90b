"""Follows the pointer to the published warehouse and answers read-only queries on it."""

import json
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import duckdb
import pandas as pd

from dashboard.figures.marts import MARTS

Made = TypeVar("Made")

POINTER = "current.json"
OPEN_AT_MOST = 2
REMEMBERED_AT_MOST = 2000
# Also what other tables than marts must have for the pages that tell where figures come from.
TOLD_BY_META = {
    "columns": ("dataset", "name", "label", "unit", "kind", "definition", "is_required", "choices", "reference"),
    "datasets": ("name", "label", "row_is", "purpose", "source", "key"),
    "loads": ("dataset", "file", "sheet", "origin", "rows", "rows_used", "loaded_at", "status"),
    "marts": ("mart", "dataset"),
}
SAFE_CONFIG = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    "threads": "2",
    "max_execution_time": "30000",  # milliseconds
    "lock_configuration": "true",
}
REASONS = {
    "missing": "还没有生成数据。请运行 python -m etl build 生成数据后刷新页面。",
    "broken": "数据文件不完整或无法读取。请运行 python -m etl build 重新生成，或用 rollback 回到上一版。",
    "outdated": "数据文件由另一版软件生成，缺少页面需要的内容。请运行 python -m etl build 重新生成。",
}


class WarehouseUnavailable(Exception):
    """There is no warehouse that figures can be read from; `message` tells readers why and what to do."""

    def __init__(self, reason: Literal["missing", "broken", "outdated"], detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.message = REASONS[reason]


@dataclass(frozen=True)
class Warehouse:
    """One published version, opened read-only; safe to use from several threads at once."""

    version: str
    file: Path
    built_at: str
    _connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    _memory: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict, repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """The answer of `sql` as one dict a row; `parameters` are bound to `$name`."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def frame(self, sql: str, **parameters: object) -> pd.DataFrame:
        """The answer of `sql` as a frame."""
        with self._connection.cursor() as cursor:
            return cursor.execute(sql, parameters).df()

    def close(self) -> None:
        """Let go of the file; nothing can be asked any more."""
        self._connection.close()

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gave for `key` in this version; the longest unused answers are forgotten.

        The answer is shared by everyone who asks: make it immutable. Two threads may make the same answer at once.
        """
        with self._lock:
            if key in self._memory:
                self._memory.move_to_end(key)
                return self._memory[key]
        made = make()
        with self._lock:
            self._memory[key] = made
            while len(self._memory) > REMEMBERED_AT_MOST:
                self._memory.popitem(last=False)
        return made


def default_folder() -> Path:
    """The folder of warehouses: the environment's SANQU_WAREHOUSE, or `data/warehouse` of this product."""
    told = os.environ.get("SANQU_WAREHOUSE")
    return Path(told) if told else Path(__file__).resolve().parents[2] / "data" / "warehouse"


def _lacking(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables and columns that figures need and the file does not have."""
    found = set(
        connection.execute(
            "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE NOT internal"
        ).fetchall()
    )
    needed = {("mart", mart.name, column) for mart in MARTS.values() for column in mart.all_columns}
    needed |= {("meta", table, column) for table, columns in TOLD_BY_META.items() for column in columns}
    return sorted(".".join(place) for place in needed - found)


def _read_through(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every mart once: what is torn out of a file shows only where it is read."""
    for name in MARTS:
        connection.execute(f"SELECT bit_xor(hash(mart)) FROM mart.{name} AS mart").fetchall()


def _open(version: str, file: Path, built_at: str) -> Warehouse:
    if not file.is_file():
        raise WarehouseUnavailable("missing", f"{file} is not there")
    try:
        connection = duckdb.connect(file, read_only=True, config=SAFE_CONFIG)
        lacking = _lacking(connection)
        if not lacking:
            _read_through(connection)
    except duckdb.Error as error:
        raise WarehouseUnavailable("broken", str(error)) from error
    if lacking:
        connection.close()
        raise WarehouseUnavailable("outdated", f"{file} lacks {', '.join(lacking)}")
    return Warehouse(version, file, built_at, connection)


@dataclass(frozen=True)
class _Pointer:
    version: str
    file: Path
    built_at: str


class _Reader:
    """Keeps the pointer as last read and the warehouses that it lately pointed to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pointers: dict[Path, tuple[tuple[int, int, int], _Pointer]] = {}
        self._open: OrderedDict[Path, Warehouse] = OrderedDict()

    def current(self, folder: Path) -> Warehouse:
        with self._lock:
            pointer = self._pointer(folder)
            if pointer.file not in self._open:
                self._open[pointer.file] = _open(pointer.version, pointer.file, pointer.built_at)
            self._open.move_to_end(pointer.file)
            # Dropped, not closed: a page that still reads the old version lets go of it when it is done.
            while len(self._open) > OPEN_AT_MOST:
                self._open.popitem(last=False)
            return self._open[pointer.file]

    def _pointer(self, folder: Path) -> _Pointer:
        path = folder / POINTER
        try:
            state = path.stat()
            stamp = (state.st_mtime_ns, state.st_size, state.st_ino)
            if folder not in self._pointers or self._pointers[folder][0] != stamp:
                told = json.loads(path.read_text(encoding="utf-8"))
                pointer = _Pointer(told["version"], folder / told["file"], told["built_at"])
                self._pointers[folder] = (stamp, pointer)
        except FileNotFoundError as error:
            raise WarehouseUnavailable("missing", f"{path} is not there") from error
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WarehouseUnavailable("broken", f"{path}: {error}") from error
        return self._pointers[folder][1]


_READER = _Reader()


@contextmanager
def opened(file: Path) -> Iterator[Warehouse]:
    """A version other than the published one, to be compared with it and closed again; raises WarehouseUnavailable."""
    warehouse = _open(file.stem, file, "")
    try:
        yield warehouse
    finally:
        warehouse.close()


def current(folder: Path | None = None) -> Warehouse:
    """The published warehouse of `folder`, opened once a version; costs one stat when nothing was published.

    Raises WarehouseUnavailable when the pointer or its file is missing, half-written, or of another version of the
    product. A failed opening is tried again at the next call.
    """
    return _READER.current((folder or default_folder()).resolve())
