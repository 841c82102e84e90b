"""The names, codes and aliases of the registers, as the table of spellings holds them."""

import duckdb

from etl.datasets import DATASETS, referred
from etl.schema import Dataset
from etl.sql import literal


def create_spellings(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the empty table of spellings; `is_used` is false for rows that a more reliable form has displaced."""
    connection.execute(
        "CREATE TABLE staging.spellings "
        "(dataset VARCHAR, spelling VARCHAR, code VARCHAR, is_used BOOLEAN, is_name BOOLEAN)"
    )


def remember(connection: duckdb.DuckDBPyConnection, dataset: Dataset, table: str) -> None:
    """Add the codes, names and aliases (parted by 、) of a table of the register `dataset`."""
    (key,) = dataset.key
    names = ", ".join(f"[{name}], string_split({name}, '、')" for name in dataset.called)
    name = next(iter(dataset.called), key)
    connection.execute(
        f"""
        INSERT INTO staging.spellings
        SELECT DISTINCT '{dataset.name}', trim(spelling), code, true, spelling = name
        FROM (SELECT {key} AS code, {name} AS name, unnest(list_concat([{key}]{", " if names else ""}{names})) AS spelling FROM {table})
        WHERE code IS NOT NULL AND trim(spelling) <> ''
        """
    )


def remember_aliases(connection: duckdb.DuckDBPyConnection) -> None:
    """Add the other names that the form of aliases gives to rows of the registers."""
    aliases = DATASETS["aliases"]
    for label, column in zip(aliases.column_of["register"].choices, aliases.referring, strict=True):
        dataset, _ = referred(column)
        connection.execute(
            f"INSERT INTO staging.spellings SELECT DISTINCT '{dataset}', trim(alias), {column.name}, true, false "
            f"FROM core.aliases WHERE register = {literal(label)} AND {column.name} IS NOT NULL"
        )


def set_aside_displaced(connection: duckdb.DuckDBPyConnection, dataset: Dataset, refused: list[str]) -> None:
    """Mark what is not in the register's final table as displaced.

    Rows of `refused` tables stay: one wrong register should not make every form that refers to it look wrong.
    """
    (key,) = dataset.key
    kept = " UNION ALL ".join(f"SELECT {key} FROM {table}" for table in [dataset.table, *refused])
    connection.execute(
        f"UPDATE staging.spellings SET is_used = false WHERE dataset = '{dataset.name}' AND code NOT IN ({kept})"
    )
