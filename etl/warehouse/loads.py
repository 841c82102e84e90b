"""The history of loading: which sheet of which file went in when, and what became of it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import duckdb

# What a geometry file is loaded as, beside the datasets.
GEOMETRY = "geometry"


class Status(StrEnum):
    """What became of a sheet."""

    LOADED = "loaded"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    DISPLACED = "displaced"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LEFT_OUT = "left_out"

    @property
    def label(self) -> str:
        """What clerks call it."""
        return STATUS_LABELS[self]


STATUS_LABELS = {
    Status.LOADED: "采用",
    Status.REPLACED: "已被更正表取代",
    Status.UNCHANGED: "与另一份相同，不重复计",
    Status.DISPLACED: "已被更可靠的数据取代",
    Status.REFUSED: "未通过",
    Status.WITHDRAWN: "文件已移走",
    Status.LEFT_OUT: "不是报表，未读取",
}


@dataclass(frozen=True, kw_only=True)
class Load:
    """A row of `meta.loads`: one sheet of one file; `rows_used` of its `rows` are in the warehouse.

    Of the `rows_in` rows below the headers `rows` are records and `rows_left_out` are none; a refused sheet's records
    are refused. `rows_in` is `rows` and `rows_left_out` together, always.
    """

    load_id: int
    dataset: str
    file: str
    sheet: str
    checksum: str
    origin: str
    rows: int
    loaded_at: datetime
    status: Status
    rows_used: int = 0
    rows_in: int = 0
    rows_left_out: int = 0


FIELDS = tuple(Load.__dataclass_fields__)


def read_loads(connection: duckdb.DuckDBPyConnection) -> list[Load]:
    """The rows of `meta.loads` of a warehouse, in the order of their ids."""
    rows = connection.execute(f"SELECT {', '.join(FIELDS)} FROM meta.loads ORDER BY load_id").fetchall()
    loads = [Load(**dict(zip(FIELDS, row, strict=True))) for row in rows]
    return [replace(load, status=Status(load.status)) for load in loads]


def not_before(now: datetime, earlier: Iterable[Load]) -> datetime:
    """`now`, or the instant after the latest load: what comes later is the correction, though the clock was set back."""
    return max((now, *(load.loaded_at + timedelta(microseconds=1) for load in earlier)))


def to_plain(load: Load) -> dict[str, object]:
    """The load as plain JSON values."""
    return asdict(load) | {"loaded_at": load.loaded_at.isoformat(), "status": str(load.status)}


def from_plain(told: dict[str, Any]) -> Load:
    """The load that `to_plain` told of; raises TypeError or ValueError where it is another program's."""
    return Load(**{**told, "loaded_at": datetime.fromisoformat(told["loaded_at"]), "status": Status(told["status"])})


def carried_over(earlier: Iterable[Load], present: Iterable[Load]) -> list[Load]:
    """The earlier loads whose file is gone: replaced where a file of that name has come instead, else withdrawn."""
    present = list(present)
    ids, files = {load.load_id for load in present}, {load.file for load in present}
    return [
        replace(load, status=Status.REPLACED if load.file in files else Status.WITHDRAWN, rows_used=0)
        for load in earlier
        if load.load_id not in ids
    ]
