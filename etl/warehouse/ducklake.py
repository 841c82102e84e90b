"""DuckLake: marts as tables of a catalog file, whose rows lie beside it as Parquet.

Its extension comes as a wheel of its own, for one version of DuckDB each: where there is none for the DuckDB of this
product, this module runs in a process of its own on the DuckDB that there is one for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from etl.sql import literal
from etl.warehouse.engines import Engine, OnDuckDB


@contextmanager
def opened(work: Path) -> Iterator[Engine]:
    """A lake of its own in the folder `work`. Raises ImportError without the extension's wheel, duckdb.Error where it does not fit."""
    import duckdb_extension_ducklake

    [extension] = Path(duckdb_extension_ducklake.__file__).parent.rglob("*.duckdb_extension")
    with duckdb.connect(config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute(f"LOAD {literal(str(extension))}")
        catalog, rows = literal(f"ducklake:{work / 'catalog.ducklake'}"), literal(str(work / "rows"))
        connection.execute(f"ATTACH {catalog} AS lake (DATA_PATH {rows}); USE lake")
        yield OnDuckDB(connection)
