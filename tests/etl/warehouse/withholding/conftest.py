"""What the attacks on the demonstration read."""

import shutil

import duckdb
import pytest

from etl.warehouse.publish import pointed


@pytest.fixture(scope="module")
def attacked_version(demonstration_warehouse, tmp_path_factory):
    """A copy: DuckDB opens no file in two ways, and other tests read it as pages do."""
    copy = tmp_path_factory.mktemp("attacked") / "version.duckdb"
    shutil.copy(pointed(demonstration_warehouse), copy)
    with duckdb.connect(str(copy), read_only=True) as connection:
        yield connection
