"""Tables as Parquet → every mart as Parquet, made by the engine that is named; what a version is made from, as such tables.

`python -m etl.warehouse.engines tables VERSION.duckdb TABLES` writes the tables of a version,
`python -m etl.warehouse.engines ENGINE TABLES MARTS` makes the marts of them. See docs/scale.md.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Protocol

import duckdb

from etl.sql import literal
from etl.warehouse.derive import Mart, read_marts

SUFFIX = ".parquet"
# Engine → the module that opens it, by need: the last ones want an extra.
ENGINES = {"duckdb": "etl.warehouse.engines", "ducklake": "etl.warehouse.ducklake", "spark": "etl.warehouse.spark"}


class Engine(Protocol):
    """What makes marts, by three verbs. Tables go by their full names: `core.areas`, `mart.area_tree`."""

    def take(self, table: str, file: Path) -> None:
        """Know the rows of a Parquet file as those of a table."""

    def make(self, mart: Mart) -> None:
        """Make a mart of the tables and marts that are known."""

    def give(self, mart: Mart, place: Path) -> None:
        """Write the rows of a mart to a Parquet file, or a folder of them."""


class OnDuckDB:
    """Tables in the schemas of a connection, wherever its catalog keeps them: a file, memory, or a lake."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take over a connection in which none of the schemas is there yet."""
        self._connection = connection
        for schema in ("core", "content", "mart"):
            connection.execute(f"CREATE SCHEMA {schema}")

    def take(self, table: str, file: Path) -> None:
        """See `Engine`."""
        self._connection.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet({literal(str(file))})")

    def make(self, mart: Mart) -> None:
        """See `Engine`."""
        self._connection.execute(f"CREATE TABLE mart.{mart.name} AS {mart.sql}")

    def give(self, mart: Mart, place: Path) -> None:
        """See `Engine`."""
        self._connection.execute(f"COPY mart.{mart.name} TO {literal(str(place))} (FORMAT parquet)")


@contextmanager
def opened(work: Path) -> Iterator[Engine]:
    """DuckDB in a file of its own in the folder `work`."""
    with duckdb.connect(str(work / "marts.duckdb")) as connection:
        yield OnDuckDB(connection)


def write_tables(version: Path, folder: Path, marts: Sequence[Mart]) -> None:
    """Write every table that a mart reads and that is none itself, as the file of a version has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(version))} AS version (READ_ONLY); USE version")
        for table in sorted(read_beside_marts(marts)):
            connection.execute(f"COPY {table} TO {literal(str(folder / (table + SUFFIX)))} (FORMAT parquet)")


def read_beside_marts(marts: Sequence[Mart]) -> frozenset[str]:
    """The full names of the tables that marts read and that are none of them."""
    return frozenset(table for mart in marts for table in mart.reads if not table.startswith("mart."))


def make_marts(engine: Engine, tables: Path, folder: Path, marts: Sequence[Mart]) -> None:
    """Make every mart, in their order, of the tables in one folder, and write them to another."""
    folder.mkdir(parents=True, exist_ok=True)
    for table in sorted(read_beside_marts(marts)):
        engine.take(table, tables / f"{table}{SUFFIX}")
    for mart in marts:
        engine.make(mart)
        engine.give(mart, folder / f"{mart.name}{SUFFIX}")


def main(name: str, given: Path, made: Path) -> None:
    """The command; raises KeyError for an engine that nobody declares."""
    marts = read_marts()
    if name == "tables":
        write_tables(given, made, marts)
        return
    engine: Callable[[Path], AbstractContextManager[Engine]] = import_module(ENGINES[name]).opened
    made.mkdir(parents=True, exist_ok=True)
    with engine(made) as ready:
        make_marts(ready, given, made, marts)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
