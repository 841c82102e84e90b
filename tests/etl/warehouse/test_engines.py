"""Every engine that is there makes every mart with the rows that the build made: EXCEPT ALL both ways."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from etl.sql import literal
from etl.warehouse.derive import read_marts
from etl.warehouse.engines import SUFFIX, main, write_tables
from etl.warehouse.kept_versions import pointed
from tests import small_world

ROOT = Path(__file__).resolve().parents[3]
# The Python of an environment in which the engine is installed, this one where nothing is said: see `.ci/portable`.
PYTHONS = {"spark": "SANQU_SPARK_PYTHON", "ducklake": "SANQU_DUCKLAKE_PYTHON"}


def differing(version: Path, folder: Path) -> dict[str, tuple[int, int]]:
    """Mart → how many of its rows the engine did not make, and how many it made that are not in it."""
    found = {}
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(version))} AS version (READ_ONLY); USE version")
        for mart in read_marts():
            place = folder / f"{mart.name}{SUFFIX}"
            files = literal(str(place / f"*{SUFFIX}") if place.is_dir() else str(place))
            columns = connection.execute(f"DESCRIBE mart.{mart.name}").fetchall()
            told = ", ".join(f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind, *_ in columns)
            sides = [f"SELECT {told} FROM {rows}" for rows in (f"mart.{mart.name}", f"read_parquet({files})")]
            [both] = connection.execute(
                f"SELECT (SELECT count(*) FROM ({sides[0]} EXCEPT ALL {sides[1]}) AS lost), "
                f"(SELECT count(*) FROM ({sides[1]} EXCEPT ALL {sides[0]}) AS new)"
            ).fetchall()
            found |= {mart.name: both} if both != (0, 0) else {}
    return found


def test_the_marts_of_exported_tables_are_those_of_the_build(tmp_path):
    small_world.build(duckdb.connect(tmp_path / "small.duckdb")).close()
    write_tables(tmp_path / "small.duckdb", tmp_path / "tables", read_marts())
    main("duckdb", tmp_path / "tables", tmp_path / "marts")
    assert differing(tmp_path / "small.duckdb", tmp_path / "marts") == {}


@pytest.mark.thorough
@pytest.mark.parametrize("engine", PYTHONS)
def test_another_engine_makes_the_same_rows(demonstration_warehouse, tmp_path, engine):
    python = os.environ.get(PYTHONS[engine], sys.executable)
    needed = {"spark": "pyspark, sqlglot", "ducklake": "duckdb_extension_ducklake"}[engine]
    if subprocess.run([python, "-c", f"import {needed}"], capture_output=True, check=False).returncode:
        pytest.skip(f"{needed} is not installed; {PYTHONS[engine]} names the Python of an environment that has it")
    version = pointed(demonstration_warehouse)
    write_tables(version, tmp_path / "tables", read_marts())
    command = [python, "-m", "etl.warehouse.engines", engine, str(tmp_path / "tables"), str(tmp_path / "marts")]
    subprocess.run(command, cwd=ROOT, check=True)
    assert differing(version, tmp_path / "marts") == {}
