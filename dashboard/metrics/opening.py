"""The file of a version → a warehouse that can be asked, or the reason why figures cannot be read from it."""

import duckdb

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.pointer import Pointer, is_as_published, stamp_of
from dashboard.metrics.scope import SETTINGS
from dashboard.metrics.warehouse import Warehouse, WarehouseUnavailable

BUILT_AT = "SELECT built_at FROM meta.version"
# Also what other tables than marts must have for the pages that tell where figures come from.
TOLD_BY_META = {
    "columns": ("dataset", "name", "label", "unit", "kind", "definition", "is_required", "choices", "reference"),
    "datasets": ("name", "label", "row_is", "purpose", "source", "key"),
    "loads": ("dataset", "file", "sheet", "origin", "rows", "rows_used", "loaded_at", "status"),
    "marts": ("mart", "dataset"),
}
# Locked at once: unlike a scoped connection, this one attaches nothing any more.
SAFE_CONFIG = SETTINGS | {"enable_external_access": "false", "lock_configuration": "true"}


def open_version(pointer: Pointer, *, is_earlier: bool = False) -> Warehouse:
    """The version that the pointer names. Raises WarehouseUnavailable: `missing`, `broken` or `outdated`."""
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
