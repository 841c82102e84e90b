"""Spark: marts as views of a session, each written as Parquet and read back before the next one asks for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlglot
from pyspark.sql import SparkSession
from sqlglot import exp

from etl.warehouse.derive import Mart
from etl.warehouse.engines import Engine

SETTINGS = {
    "spark.ui.enabled": "false",
    # Instants are UTC everywhere; a sum too large is an error, as in DuckDB.
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.shuffle.partitions": "4",
}


class OnSpark:
    """Tables and marts as views of a session; SQL is said in Spark's own."""

    def __init__(self, session: Any, work: Path) -> None:
        """Take over a session; marts lie in `work` until they are given."""
        self._session, self._work = session, work

    def take(self, table: str, file: Path) -> None:
        """See `Engine`."""
        self._session.read.parquet(str(file)).createOrReplaceTempView(_view(*table.split(".")))

    def make(self, mart: Mart) -> None:
        """See `Engine`."""
        place = self._work / "made" / mart.name
        self._session.sql(in_spark(mart.sql)).write.mode("overwrite").parquet(str(place))
        self.take(f"mart.{mart.name}", place)

    def give(self, mart: Mart, place: Path) -> None:
        """See `Engine`."""
        self._session.table(_view("mart", mart.name)).write.mode("overwrite").parquet(str(place))


def in_spark(sql: str) -> str:
    """The same SELECT as Spark says it; tables of a schema are views whose names have the schema in them."""
    tree = sqlglot.parse_one(sql, read="duckdb")
    for table in tree.find_all(exp.Table):
        if table.db:
            # Columns go by the name of the table where it has no other.
            if not table.alias:
                table.set("alias", exp.TableAlias(this=exp.to_identifier(table.name)))
            table.set("this", exp.to_identifier(_view(table.db, table.name)))
            table.set("db", None)
    told: str = tree.sql(dialect="spark")
    return told


def _view(schema: str, table: str) -> str:
    return f"{schema}_{table}"


@contextmanager
def opened(work: Path) -> Iterator[Engine]:
    """A session on this machine, with all of its cores; it ends with the block."""
    builder = SparkSession.builder.master("local[*]").appName("marts")
    for key, value in {**SETTINGS, "spark.sql.warehouse.dir": str(work / "session")}.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield OnSpark(session, work)
    finally:
        session.stop()
