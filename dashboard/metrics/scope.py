"""A version's file and the areas of a reader → a connection that knows the rows of those areas and of no others.

Every table that a reader may ask is named anew: with an `area_code`, as a view of the rows inside the scope; without
one, only where this module says what of it is told. What is in neither is not there, so that a table nobody thought of
is closed and not open.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb

# The areas that a reader was given, by code: each with all that lies in it. None is everything.
Scope = tuple[str, ...] | None

# How every version is opened, whoever reads it.
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    # Every reader asks in a thread of his own; of such small questions a second one costs a fifth more than it saves.
    "threads": "1",
    "max_execution_time": "30000",  # milliseconds
}
# What is said of the town and of no area in it; copied, since a view has no order of its own.
OF_THE_TOWN = {
    "mart": ("alert_rules", "grid_load_bands", "reporting_calendar", "reporting_quarters", "reporting_spans"),
    "meta": ("columns", "datasets", "marts", "version"),
}
# Told of an area by another table, or of several areas in one sentence and so of none to a reader who has only one.
ROWS_OF = {
    ("core", "decision_updates"): "WHERE decision_id IN (SELECT decision_id FROM core.decisions)",
    # What other 片区 sent is of none of the areas that a reader of some may see.
    ("core", "pack_figures"): "WHERE false",
    ("core", "pack_withheld"): "WHERE false",
    ("core", "packs"): "WHERE false",
    ("core", "documents"): "WHERE document_id IN (SELECT document_id FROM mart.published_figures)",
    ("mart", "consistency_checks"): "WHERE false",
    ("mart", "pack_quarters"): "WHERE false",
    ("mart", "plausibility_checks"): "WHERE false",
    ("meta", "loads"): "WHERE load_id IN (FROM held)",
}
INSIDE = "WHERE area_code IN (FROM inside)"
# An area above the scope is known by name, so that a path can be told, and by nothing else.
NAMED = "WHERE area_code IN (FROM inside) OR area_code IN (FROM above)"
OWN = ("aliases", "land_mu", "note")
HIDDEN = ", ".join(f"CASE WHEN area_code IN (FROM inside) THEN {column} END AS {column}" for column in OWN)
AREAS_NAMED = {"area_profile": f"SELECT * REPLACE ({HIDDEN})", "area_tree": ""}
TREE = """
CREATE TABLE inside AS
SELECT DISTINCT area_code FROM whole.mart.area_tree WHERE ancestor_code IN (SELECT unnest($scope));
"""
ABOVE = """
CREATE TABLE above AS
SELECT DISTINCT ancestor_code AS area_code FROM whole.mart.area_tree
WHERE area_code IN (FROM inside) AND ancestor_code NOT IN (FROM inside);
"""
TABLES = """
SELECT schema_name, table_name, list(column_name) FROM duckdb_columns()
WHERE database_name = 'whole' AND schema_name IN ('mart', 'meta', 'core') GROUP BY ALL ORDER BY ALL
"""


def scoped_connection(file: Path, scope: tuple[str, ...]) -> tuple[duckdb.DuckDBPyConnection, frozenset[str]]:
    """A connection in which `mart`, `meta` and `core` hold the rows inside the scope, and the codes of its areas.

    Codes that the version does not know give no area. Raises duckdb.Error where the file cannot be read.
    """
    connection = duckdb.connect(":memory:", config=SETTINGS)
    connection.execute("ATTACH $file AS whole (READ_ONLY)", {"file": str(file)})
    connection.execute("SET enable_external_access = false")
    connection.execute(TREE, {"scope": list(scope)})
    connection.execute(ABOVE)
    tables = connection.execute(TABLES).fetchall()
    connection.execute(_held(tables))
    for schema in ("mart", "meta", "core"):
        connection.execute(f"CREATE SCHEMA {schema}")
    for statement in _statements(tables):
        connection.execute(statement)
    codes = frozenset(code for (code,) in connection.execute("FROM inside").fetchall())
    connection.execute("SET lock_configuration = true")
    return connection, codes


def _held(tables: Iterable[tuple[str, str, list[str]]]) -> str:
    """The loads of which a row lies inside the scope."""
    asked = [
        f"SELECT load_id FROM whole.{schema}.{table} {INSIDE}"
        for schema, table, columns in tables
        if {"area_code", "load_id"} <= set(columns)
    ]
    return f"CREATE TABLE held AS {' UNION '.join(asked)}"


def _statements(tables: Iterable[tuple[str, str, list[str]]]) -> Iterator[str]:
    """What names every table anew that may be asked; those that other tables lead to come last."""
    late = []
    for schema, table, columns in tables:
        name = f"{schema}.{table}"
        if (schema, table) in ROWS_OF:
            late.append(f"CREATE VIEW {name} AS FROM whole.{name} {ROWS_OF[schema, table]}")
        elif schema == "mart" and table in AREAS_NAMED:
            yield f"CREATE VIEW {name} AS {AREAS_NAMED[table]} FROM whole.{name} {NAMED}"
        elif "area_code" in columns:
            yield f"CREATE VIEW {name} AS FROM whole.{name} {INSIDE}"
        elif table in OF_THE_TOWN.get(schema, ()):
            yield f"CREATE TABLE {name} AS FROM whole.{name}"
    yield from late
