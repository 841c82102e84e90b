"""What an earlier version decided from the very same figures → patterns that need not be decided again."""

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version as version_of
from pathlib import Path

import duckdb

from etl.sql import literal
from etl.warehouse.withholding.block import Key
from etl.warehouse.withholding.pattern import Pattern

# Decision → what it came to.
Remembered = Mapping[str, Pattern]


@cache
def _program() -> str:
    """What decides: the text of this package, and the libraries that count for it."""
    digest = hashlib.sha256(repr([version_of(name) for name in ("highspy", "numpy")]).encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(repr((path.name, path.read_bytes())).encode())
    return digest.hexdigest()


def decision_of(*given: object) -> str:
    """The name of a decision: another one for anything else that is given, and for another program.

    What is given must say all of itself in its `repr`.
    """
    return hashlib.sha256(repr((_program(), given)).encode()).hexdigest()


def read_patterns(version: Path | None) -> Remembered:
    """What was decided for the version in a file; nothing where there is no such file, or one from before decisions."""
    if version is None or not version.is_file():
        return {}
    try:
        # Attached, not connected to: a dashboard in this process may hold the file open with other settings.
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH {literal(str(version))} AS version (READ_ONLY); USE version")
            rows = connection.execute(
                """
                SELECT decision, is_primary, quantity, area_code, period, dimension, part
                FROM mart.withheld WHERE decision <> ''
                """
            ).fetchall()
    except (duckdb.CatalogException, duckdb.BinderException, duckdb.IOException):
        return {}
    primary: dict[str, set[Key]] = {decision: set() for decision, *_ in rows}
    secondary: dict[str, set[Key]] = {decision: set() for decision in primary}
    for decision, is_primary, *key in rows:
        (primary if is_primary else secondary)[decision].add(Key(*key))
    return {name: Pattern(frozenset(primary[name]), frozenset(secondary[name]), name) for name in primary}
