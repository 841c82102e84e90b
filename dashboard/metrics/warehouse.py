"""One version of the data, opened read-only: it answers questions, and remembers answers as long as it is open."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, TypeVar

import duckdb
import pandas as pd

from dashboard.metrics.cut_off import CutOff
from dashboard.metrics.pointer import Stamp, stamp_of
from dashboard.metrics.scope import Scope, scoped_connection

Made = TypeVar("Made")
# One row of an answer: column → value. What stands in a column is told by the question's SQL.
Row = dict[str, Any]

# A visit of a page asks for 20 to 60: fewer than all areas and quarters have would be forgotten before they are asked again.
REMEMBERED_AT_MOST = 30_000
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
    _torn: threading.Event = field(default_factory=threading.Event, repr=False, compare=False)
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

    @property
    def is_changed(self) -> bool:
        """Whether the file is no longer what was opened: no program changes a version's file, but a disk or a hand does."""
        try:
            return self._torn.is_set() or stamp_of(self.file) != self._stamp
        except OSError:
            return True

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
                self._torn.set()
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
