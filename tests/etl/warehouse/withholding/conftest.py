"""What the attacks on the demonstration read."""

import shutil

import duckdb
import pytest

import etl.warehouse.withholding as withholding
from etl.warehouse.kept_versions import pointed


@pytest.fixture(scope="module")
def attacked_version(demonstration_warehouse, tmp_path_factory):
    """A copy: DuckDB opens no file in two ways, and other tests read it as pages do."""
    copy = tmp_path_factory.mktemp("attacked") / "version.duckdb"
    shutil.copy(pointed(demonstration_warehouse), copy)
    with duckdb.connect(str(copy), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def decided(attacked_version):
    """Family → what is withheld, as it was decided when the version was built."""
    found = {family.name: set() for family in withholding.FAMILIES}
    for family, *key in attacked_version.execute(
        f"SELECT family, {', '.join(withholding.Key._fields)} FROM mart.withheld"
    ).fetchall():
        found[family].add(withholding.Key(*key))
    return found
