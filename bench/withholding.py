"""Deciding what is withheld, held against making the marts, over all that the repository holds; and how much it takes."""

import shutil
import tempfile
import time
from pathlib import Path
from statistics import median

import duckdb

import etl
from bench.build import REPOSITORY
from bench.ratio import Ratio
from etl.warehouse.derive import derive
from etl.warehouse.publish import pointed
from etl.warehouse.withholding import withhold

REPEATS = 3
TOTALS = "('output', 'tax', 'employees', 'electricity')"
COUNTED = f"""
SELECT count(*), count(*) FILTER (WHERE is_primary) FROM mart.withheld
WHERE family = 'enterprises' AND quantity IN {TOTALS} AND period LIKE '%Q%'
"""


def measure() -> list[Ratio]:
    """Medians of deciding ÷ the marts' build, and the share of withheld totals of enterprises that are so for others."""
    found, shares = [], []
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "warehouse"
        etl.build(REPOSITORY / "data", warehouse)
        for turn in range(REPEATS):
            copy = Path(folder) / f"copy{turn}.duckdb"
            shutil.copy(pointed(warehouse), copy)
            with duckdb.connect(str(copy)) as connection:
                connection.execute("DROP SCHEMA mart CASCADE; CREATE SCHEMA mart; DELETE FROM meta.marts")
                began = time.perf_counter()
                derive(connection)
                between = time.perf_counter()
                withhold(connection)
                found.append((time.perf_counter() - between) / (between - began))
                withheld, primary = connection.execute(COUNTED).fetchone()
                shares.append((withheld - primary) / withheld)
    return [
        Ratio("deciding what is withheld ÷ making the marts (wall)", median(found), "≤ 2"),
        Ratio("totals of enterprises withheld for the sake of others ÷ all withheld", median(shares), ""),
    ]
