"""Follows the pointer to the published version, or opens an earlier one, each as its reader may see it."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from dashboard.metrics.opening import open_version
from dashboard.metrics.pointer import Pointer, Stamp, read_pointer, stamp_of
from dashboard.metrics.scope import Scope
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable

POINTER = "current.json"
# Beside the file of each version lies a note of the same shape as the pointer.
SUFFIX, NOTE = ".duckdb", ".json"
OPEN_AT_MOST = 3


def default_folder() -> Path:
    """The folder of warehouses: the environment's SANQU_WAREHOUSE, or `data/warehouse` of this product."""
    told = os.environ.get("SANQU_WAREHOUSE")
    return Path(told) if told else Path(__file__).resolve().parents[2] / "data" / "warehouse"


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
        if known is None or known.is_earlier != is_earlier or known.is_changed:
            self._open.pop(pointer.file, None)
            self._open[pointer.file] = open_version(pointer, is_earlier=is_earlier)
        self._open.move_to_end(pointer.file)
        # Dropped, not closed: a page that still reads the old version lets go of it when it is done.
        while len(self._open) > OPEN_AT_MOST:
            self._open.popitem(last=False)
        return self._open[pointer.file]

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
    warehouse = open_version(Pointer(file.stem, file, built_at="", sha256=""))
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
