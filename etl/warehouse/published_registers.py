"""The published version → its registers: their rows for a check, their names for the blank forms."""

from pathlib import Path

import duckdb

from etl.datasets import DATASETS
from etl.schema import AREA_LEVEL
from etl.sql import literal
from etl.validate.registers import REGISTERS
from etl.warehouse.kept_versions import Kept, newest_intact


def register_names(warehouse: Path) -> dict[str, dict[str, str]]:
    """For each published register, the names that stand for one row only, in the order of their codes.

    Each comes with the level of its area, see `AREA_LEVELS`, or with an empty text in other registers.
    Rows of a register without names, such as meetings, are offered by their codes.
    """
    source = newest_intact(warehouse)
    if source is None:
        return {}
    found = {}
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(source.file))} AS version (READ_ONLY); USE version")
        for name in sorted(REGISTERS):
            (key,) = DATASETS[name].key
            called = next(iter(DATASETS[name].called), key)
            level = f"any_value({AREA_LEVEL})" if name == "areas" else "''"
            rows = connection.execute(
                f"SELECT {called}, {level} FROM core.{name} GROUP BY {called} HAVING count(*) = 1 ORDER BY min({key})"
            )
            found[name] = dict(rows.fetchall())
    return found


def copy_registers(connection: duckdb.DuckDBPyConnection, source: Kept | None) -> bool:
    """Copy the registers of an intact version; False where there is none, or none with the declared columns."""
    if source is None:
        return False
    connection.execute(f"ATTACH {literal(str(source.file))} AS published (READ_ONLY)")
    try:
        for name in sorted(REGISTERS):
            connection.execute(f"INSERT INTO core.{name} BY NAME SELECT * FROM published.core.{name}")
    except (duckdb.BinderException, duckdb.CatalogException):
        for name in REGISTERS:
            connection.execute(f"DELETE FROM core.{name}")
        return False
    return True


def register_rows(warehouse: Path, register: str) -> dict[str, str]:
    """The rows of one published register by code, each with its name or, where it has none, with the code again."""
    source = newest_intact(warehouse)
    if register not in REGISTERS or source is None:
        return {}
    (key,) = DATASETS[register].key
    called = next(iter(DATASETS[register].called), key)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(source.file))} AS version (READ_ONLY); USE version")
        return dict(connection.execute(f"SELECT {key}, {called} FROM core.{register} ORDER BY {key}").fetchall())
