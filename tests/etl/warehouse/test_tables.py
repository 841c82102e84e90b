import duckdb
import pytest

from etl.datasets import DATASETS
from etl.schema import PROVENANCE
from etl.warehouse.own_tables import META
from etl.warehouse.tables import comment_tables, create_tables, insert_rows


@pytest.fixture(scope="module")
def empty():
    connection = duckdb.connect()
    create_tables(connection)
    comment_tables(connection)
    return connection


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_a_table_has_the_declared_columns_with_types_and_comments(empty, dataset):
    rows = empty.execute(
        "SELECT column_name, data_type, comment FROM duckdb_columns() "
        "WHERE schema_name = 'core' AND table_name = ? ORDER BY column_index",
        [dataset.name],
    ).fetchall()
    assert [row[:2] for row in rows[: len(dataset.columns)]] == [(c.name, c.sql_type) for c in dataset.columns]
    assert [row[0] for row in rows[len(dataset.columns) :]] == list(PROVENANCE)
    for column, (_, _, comment) in zip(dataset.columns, rows, strict=False):
        assert column.header in comment and column.definition in comment
    assert all(comment for *_, comment in rows)


@pytest.mark.parametrize("dataset", DATASETS.values(), ids=lambda dataset: dataset.name)
def test_every_rule_is_a_condition_on_the_table(empty, dataset):
    for rule in dataset.rules:
        (kind,) = empty.execute(f"SELECT typeof(any_value({rule.check})) FROM core.{dataset.name}").fetchone()
        assert kind == "BOOLEAN", rule.check


def test_the_warehouse_describes_its_datasets(empty):
    assert empty.execute("SELECT name, label FROM meta.datasets").fetchall() == [
        (dataset.name, dataset.label) for dataset in DATASETS.values()
    ]
    described = empty.execute(
        "SELECT unit, kind, is_required, choices, reference FROM meta.columns WHERE dataset = 'areas' AND name = 'level'"
    ).fetchone()
    assert described == ("", "choice", True, ["市", "镇", "片区", "三区单元", "网格"], "")


def test_meta_tables_say_what_they_hold(empty):
    for table in META:
        schema, name = table.name.split(".")
        row = empty.execute(
            "SELECT comment FROM duckdb_tables() WHERE schema_name = ? AND table_name = ?", [schema, name]
        ).fetchone()
        assert row == (table.comment,)


def test_rows_of_values_are_inserted_by_name():
    connection = duckdb.connect()
    connection.execute("CREATE TABLE pairs (label VARCHAR, number INTEGER, words VARCHAR[])")
    insert_rows(connection, "pairs", ("number", "words", "label"), [(1, ["甲"], "it's"), (None, [], None)])
    insert_rows(connection, "pairs", ("number",), [])
    assert connection.execute("FROM pairs").fetchall() == [("it's", 1, ["甲"]), (None, None, [])]
