"""Follows the pointer to the published warehouse, or opens an earlier version, and answers read-only queries on it."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

import duckdb
import pandas as pd

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.marts import MARTS
from dashboard.metrics.pointer import Pointer, Stamp, is_as_published, read_pointer, stamp_of
from dashboard.metrics.scope import Scope, scoped_connection

Made = TypeVar("Made")
# One row of an answer: column → value. What stands in a column is told by the question's SQL.
Row = dict[str, Any]

POINTER = "current.json"
# Beside the file of each version lies a note of the same shape as the pointer.
SUFFIX, NOTE = ".duckdb", ".json"
BUILT_AT = "SELECT built_at FROM meta.version"
OPEN_AT_MOST = 3
REMEMBERED_AT_MOST = 2000
# Also what other tables than marts must have for the pages that tell where figures come from.
TOLD_BY_META = {
    "columns": ("dataset", "name", "label", "unit", "kind", "definition", "is_required", "choices", "reference"),
    "datasets": ("name", "label", "row_is", "purpose", "source", "key"),
    "loads": ("dataset", "file", "sheet", "origin", "rows", "rows_used", "loaded_at", "status"),
    "marts": ("mart", "dataset"),
}
SAFE_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    "threads": "2",
    "max_execution_time": "30000",  # milliseconds
    "lock_configuration": "true",
}
# What DuckDB raises where a block of the file is no longer what was written; a wrong checksum has no kind of its own.
TORN = (duckdb.IOException, duckdb.SerializationException, duckdb.InternalException, duckdb.FatalException)
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
    """One version, opened read-only; safe to use from several threads at once.

    Questions raise WarehouseUnavailable where the file has been damaged since it was opened. `is_earlier` says that a
    reader looks back: it is not the published version, and nothing may be made out of it. With a `cut_off` figures
    are those of its day, see `as_of`. Of `within`, the codes of a reader's areas, it tells everything and of other areas
    nothing; None is everything.
    """

    version: str
    file: Path
    built_at: str
    _connection: duckdb.DuckDBPyConnection = field(repr=False, compare=False)
    _stamp: Stamp = field(repr=False, compare=False)
    _memory: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict, repr=False, compare=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)
    is_earlier: bool = False
    cut_off: CutOff | None = None
    _uncut: "Warehouse | None" = field(default=None, repr=False, compare=False)
    within: frozenset[str] | None = None
    _whole: "Warehouse | None" = field(default=None, repr=False, compare=False)

    @property
    def uncut(self) -> "Warehouse":
        """The same version, of which every quarter is told as it ended."""
        return self._uncut or self

    @property
    def whole(self) -> "Warehouse":
        """The same version with the rows of every area.

        Only for figures of areas that the reader may see: whether an area reported nothing, or had nothing to report,
        is told by what its 片区 sent.
        """
        return self._whole or self

    def may_see(self, area_code: str) -> bool:
        """Whether the reader may see what is told of the area."""
        return self.within is None or area_code in self.within

    def rows(self, sql: str, **parameters: object) -> list[Row]:
        """The answer of `sql` as one dict a row; `parameters` are bound to `$name`."""
        with self._asked() as cursor:
            cursor.execute(sql, parameters)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def frame(self, sql: str, **parameters: object) -> pd.DataFrame:
        """The answer of `sql` as a frame."""
        with self._asked() as cursor:
            return cursor.execute(sql, parameters).df()

    @contextmanager
    def _asked(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._connection.cursor() as cursor:
            try:
                yield cursor
            except duckdb.Error as error:
                if type(error) is not duckdb.Error and not isinstance(error, TORN):
                    raise
                _READER.forget(self.file)
                raise WarehouseUnavailable("broken", f"{self.file}: {error}") from error

    def as_of(self, cut_off: CutOff) -> "Warehouse":
        """The same version, of which quarters are told as on a day before one of them ends."""
        return self.remember(
            ("as of", cut_off),
            lambda: replace(self, cut_off=cut_off, _uncut=self.uncut, _memory=OrderedDict(), _lock=threading.Lock()),
        )

    def seen_by(self, scope: Scope) -> "Warehouse":
        """The same version as a reader of these areas sees it; with answers of its own, remembered for nobody else.

        Raises WarehouseUnavailable where the file has been damaged since it was opened.
        """
        if scope is None:
            return self
        return self.remember(("seen by", tuple(sorted(set(scope)))), lambda: self._seen_by(scope))

    def _seen_by(self, scope: tuple[str, ...]) -> "Warehouse":
        try:
            connection, within = scoped_connection(self.file, scope)
        except duckdb.Error as error:
            raise WarehouseUnavailable("broken", f"{self.file}: {error}") from error
        return replace(
            self,
            within=within,
            _whole=self,
            _connection=connection,
            _memory=OrderedDict(),
            _lock=threading.Lock(),
        )

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
                kept: Made = self._memory[key]
                return kept
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
    needed = {("mart", mart.name, column) for mart in MARTS.values() for column in mart.read_columns}
    needed |= {("mart", metric.mart, column) for metric in METRICS.values() for column in metric.columns}
    above = {mart.name: mart.above for mart in MARTS.values() if mart.above}
    needed |= {("mart", above[name], column) for _, name, column in set(needed) if name in above}
    needed |= {("meta", table, column) for table, columns in TOLD_BY_META.items() for column in columns}
    return sorted(".".join(place) for place in needed - found)


def _read_through(connection: duckdb.DuckDBPyConnection) -> None:
    """Read every mart of a file that has no checksum once: what is torn out of it shows only where it is read."""
    for name in MARTS:
        connection.execute(f"SELECT bit_xor(hash(mart)) FROM mart.{name} AS mart").fetchall()


def _built_at(connection: duckdb.DuckDBPyConnection) -> str:
    """The instant of the build that the file tells of itself, in UTC, as ISO text."""
    [[built_at]] = connection.execute(BUILT_AT).fetchall()
    return str(built_at.isoformat())


def _open(pointer: Pointer, *, is_earlier: bool = False) -> Warehouse:
    file = pointer.file
    try:
        stamp = stamp_of(file)
        if pointer.sha256 and not is_as_published(pointer):
            raise WarehouseUnavailable("broken", f"{file} is not what was published")
        connection = duckdb.connect(file, read_only=True, config=SAFE_CONFIG)
        lacking = _lacking(connection)
        if not lacking and not pointer.sha256:
            _read_through(connection)
        built_at = pointer.built_at or _built_at(connection)
    except FileNotFoundError as error:
        raise WarehouseUnavailable("missing", f"{file} is not there") from error
    except (OSError, duckdb.Error) as error:
        raise WarehouseUnavailable("broken", str(error)) from error
    if lacking:
        connection.close()
        raise WarehouseUnavailable("outdated", f"{file} lacks {', '.join(lacking)}")
    return Warehouse(pointer.version, file, built_at, connection, stamp, is_earlier=is_earlier)


def _note_of(file: Path) -> Pointer:
    """The note beside a version's file; where none can be read, the file is known by its name alone."""
    try:
        return read_pointer(file.with_name(f"{file.name}{NOTE}"))
    except (OSError, ValueError):
        return Pointer(file.stem, file, built_at="", sha256="")


class _Reader:
    """Keeps the pointer as last read and the warehouses that were lately asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pointers: dict[Path, tuple[Stamp, Pointer]] = {}
        self._open: OrderedDict[Path, Warehouse] = OrderedDict()

    def current(self, folder: Path) -> Warehouse:
        with self._lock:
            return self._opened(self._pointer(folder), is_earlier=False)

    def earlier(self, folder: Path, version: str) -> Warehouse | None:
        with self._lock:
            file = folder / f"{version}{SUFFIX}"
            # Only a name that lies there is opened: the word comes out of an address.
            if file not in set(folder.glob(f"[!.]*{SUFFIX}")):
                return None
            if file == self._pointer(folder).file:
                return self._opened(self._pointer(folder), is_earlier=False)
            return self._opened(_note_of(file), is_earlier=True)

    def _opened(self, pointer: Pointer, *, is_earlier: bool) -> Warehouse:
        known = self._open.get(pointer.file)
        if known is None or known.is_earlier != is_earlier or self._is_changed(pointer.file):
            self._open.pop(pointer.file, None)
            self._open[pointer.file] = _open(pointer, is_earlier=is_earlier)
        self._open.move_to_end(pointer.file)
        # Dropped, not closed: a page that still reads the old version lets go of it when it is done.
        while len(self._open) > OPEN_AT_MOST:
            self._open.popitem(last=False)
        return self._open[pointer.file]

    def forget(self, file: Path) -> None:
        """Open `file` anew when it is asked for the next time."""
        with self._lock:
            self._open.pop(file, None)

    def _is_changed(self, file: Path) -> bool:
        # No program changes a version's file: a disk does, or a hand.
        try:
            return stamp_of(file) != self._open[file]._stamp
        except OSError:
            return True

    def _pointer(self, folder: Path) -> Pointer:
        path = folder / POINTER
        try:
            stamp = stamp_of(path)
            if folder not in self._pointers or self._pointers[folder][0] != stamp:
                self._pointers[folder] = (stamp, read_pointer(path))
        except FileNotFoundError as error:
            raise WarehouseUnavailable("missing", f"{path} is not there") from error
        except (OSError, ValueError) as error:
            raise WarehouseUnavailable("broken", f"{path}: {error}") from error
        return self._pointers[folder][1]


def everything() -> Scope:
    """The scope of who may see every area."""
    return None


_READER = _Reader()
# What says which areas the reader may see, see `readers_come_from`.
_SCOPE_OF_READER: Callable[[], Scope] = everything
# What `current` gives inside `looking_at`. Held beside the pages, so that none of them can forget to look back.
_LOOKED_AT: ContextVar[Warehouse | None] = ContextVar("looked at", default=None)


@contextmanager
def opened(file: Path) -> Iterator[Warehouse]:
    """A version other than the published one, to be compared with it and closed again; raises WarehouseUnavailable."""
    warehouse = _open(Pointer(file.stem, file, built_at="", sha256=""))
    seen = warehouse.seen_by(_SCOPE_OF_READER())
    try:
        yield seen
    finally:
        seen.close()
        warehouse.close()


def readers_come_from(scope_of_reader: Callable[[], Scope]) -> None:
    """From now on whatever is opened, in whichever thread, shows the areas that `scope_of_reader` gives at that moment.

    This is the one place where scopes are enforced: pages, documents and tables can only ask what is opened here.
    """
    global _SCOPE_OF_READER
    _SCOPE_OF_READER = scope_of_reader


@contextmanager
def looking_at(warehouse: Warehouse | None) -> Iterator[None]:
    """Inside, `current()` without a folder gives this version; None changes nothing."""
    token = _LOOKED_AT.set(warehouse)
    try:
        yield
    finally:
        _LOOKED_AT.reset(token)


def earlier(version: str, folder: Path | None = None) -> Warehouse | None:
    """A version that is still kept, by its name; None where there is none of that name.

    The published one is no earlier one. Raises WarehouseUnavailable where its file cannot be read, or not by this
    version of the product.
    """
    found = _READER.earlier((folder or default_folder()).resolve(), version)
    return found and found.seen_by(_SCOPE_OF_READER())


def kept_versions(folder: Path | None = None) -> tuple[str, ...]:
    """The names of the versions whose files are kept, the newest first; the published one is among them."""
    found = (folder or default_folder()).resolve().glob(f"[!.]*{SUFFIX}")
    return tuple(sorted((file.stem for file in found), reverse=True))


def current(folder: Path | None = None) -> Warehouse:
    """The published warehouse of `folder`, opened once a version; costs two stats when nothing was published.

    Without a folder it is what the reader looks at, see `looking_at`, or else the published one of the default folder.
    It shows the areas of the reader alone, see `readers_come_from`.
    Raises WarehouseUnavailable when the pointer or its file is missing, half-written, no longer what was published, or
    of another version of the product. A failed opening is tried again at the next call.
    """
    if folder is None and (looked_at := _LOOKED_AT.get()):
        return looked_at
    return _READER.current((folder or default_folder()).resolve()).seen_by(_SCOPE_OF_READER())
