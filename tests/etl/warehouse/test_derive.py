from pathlib import Path

import duckdb
import pytest

from etl.datasets import DATASETS
from etl.warehouse import derive
from etl.warehouse.declared_marts import declared_marts
from etl.warehouse.derive import MARTS, read_mart, read_marts, sources
from etl.warehouse.tables import create_tables


def write(folder: Path, name: str, sql: str) -> Path:
    path = folder / f"{name}.sql"
    path.write_text(sql, encoding="utf-8")
    return path


def test_a_mart_says_what_it_is_and_reads(tmp_path):
    path = write(
        tmp_path,
        "towns",
        "-- view\n-- 一行是一个镇\nWITH t AS (FROM core.areas) SELECT * FROM t JOIN mart.x USING (a);",
    )
    mart = read_mart(path.stem, path.read_text(encoding="utf-8"), duckdb.connect())
    assert (mart.name, mart.is_view, mart.comment) == ("towns", True, "一行是一个镇")
    assert mart.reads == {"core.areas", "mart.x"}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1 FROM areas",
        "SELECT 1; SELECT 2",
        "DROP TABLE core.areas",
        "SELECT * FROM meta.loads",
        "SELECT (SELECT count(*) FROM meta.loads)",
        "FROM core.areas WHERE area_code IN (FROM 'areas.csv')",
        "SELEC 1",
        "",
    ],
)
def test_what_is_not_one_select_over_core_and_mart_is_refused(sql):
    with pytest.raises(ValueError):
        read_mart("wrong", sql, duckdb.connect())


def test_marts_come_after_those_they_read_and_know_their_datasets(tmp_path):
    write(tmp_path, "a", "-- a\nSELECT * FROM mart.b")
    write(tmp_path, "b", "-- b\nSELECT * FROM mart.c JOIN core.enterprises USING (x)")
    write(tmp_path, "c", "-- c\nSELECT * FROM core.areas JOIN core.geometry USING (area_code)")
    marts = read_marts(tmp_path, {})
    assert [mart.name for mart in marts] == ["c", "b", "a"]
    assert sorted(sources(marts)) == [
        ("a", "areas"), ("a", "enterprises"), ("b", "areas"), ("b", "enterprises"), ("c", "areas"),
    ]  # fmt: skip
    write(tmp_path, "d", "SELECT * FROM mart.nowhere")
    with pytest.raises(ValueError, match="nowhere"):
        read_marts(tmp_path, {})


def test_every_mart_is_made_from_empty_tables_and_commented():
    connection = duckdb.connect()
    create_tables(connection)
    derive.derive(connection)
    made = dict(
        connection.execute(
            "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'mart' "
            "UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE schema_name = 'mart'"
        ).fetchall()
    )
    declared = declared_marts(DATASETS, {f"core.{name}" for name in DATASETS})
    assert set(made) == {*(path.stem for path in MARTS.glob("*.sql")), *declared}
    assert all(made.values())
    named = connection.execute("SELECT DISTINCT dataset FROM meta.marts").fetchall()
    assert {dataset for (dataset,) in named} <= set(DATASETS)
