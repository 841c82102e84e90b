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
from etl.warehouse.kept_versions import pointed
from etl.warehouse.withholding import NOTHING, withhold
from etl.warehouse.withholding.remembered import Remembered, read_patterns

REPEATS = 3
TOTALS = "('output', 'tax', 'employees', 'electricity')"
COUNTED = f"""
SELECT count(*), count(*) FILTER (WHERE is_primary) FROM mart.withheld
WHERE family = 'enterprises' AND quantity IN {TOTALS} AND period LIKE '%Q%'
"""
# One enterprise corrects what it told of its last quarter.
CORRECTED = """
UPDATE core.enterprise_quarters SET tax_cny_10k = tax_cny_10k * 1.01 WHERE (enterprise_code, quarter) =
    (SELECT max((enterprise_code, quarter)) FROM core.enterprise_quarters
     WHERE tax_cny_10k > 0 AND quarter = (SELECT max(quarter) FROM core.enterprise_quarters))
"""


def decided(file: Path, remembered: Remembered, change: str = "SELECT 1") -> tuple[float, float]:
    """Make the marts of a version anew and decide what is withheld: deciding ÷ marts, and the share for others."""
    with duckdb.connect(str(file)) as connection:
        connection.execute("DROP SCHEMA mart CASCADE; CREATE SCHEMA mart; DELETE FROM meta.marts")
        connection.execute(change)
        began = time.perf_counter()
        derive(connection)
        between = time.perf_counter()
        withhold(connection, remembered)
        ended = time.perf_counter()
        [(withheld, primary)] = connection.execute(COUNTED).fetchall()
    return (ended - between) / (between - began), (withheld - primary) / withheld


def measure() -> list[Ratio]:
    """Medians of deciding ÷ the marts' build, and the share of withheld totals of enterprises that are so for others."""
    anew, again = [], []
    with tempfile.TemporaryDirectory() as folder:
        warehouse = Path(folder) / "warehouse"
        etl.build(REPOSITORY / "data", warehouse)
        version = pointed(warehouse)
        for turn in range(REPEATS):
            copy = Path(folder) / f"copy{turn}.duckdb"
            shutil.copy(version, copy)
            anew.append(decided(copy, NOTHING))
            again.append(decided(copy, read_patterns(version), CORRECTED))
    return [
        Ratio("deciding all that is withheld ÷ making the marts (wall)", median(one for one, _ in anew), "≤ 2"),
        Ratio("the same in the version after a corrected quarter", median(one for one, _ in again), "≤ 2"),
        Ratio(
            "totals of enterprises withheld for the sake of others ÷ all withheld", median(one for _, one in anew), ""
        ),
    ]
