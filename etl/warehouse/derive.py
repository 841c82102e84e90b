"""`etl/warehouse/marts/*.sql` and declared marts → the tables and views of `mart.*`, each made after those that it reads."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import duckdb

from etl.datasets import DATASETS
from etl.schema import Dataset
from etl.sql import literal
from etl.warehouse.declared_marts import declared_marts
from etl.warehouse.tables import insert_rows

MARTS = Path(__file__).with_name("marts")
VIEW = "view"
READABLE = ("core", "content", "mart")
# Larger tables are not compared with what they were: making again what reads them costs no more.
COMPARED = 100_000


@dataclass(frozen=True)
class Mart:
    """A SELECT over tables of `core`, `content` and other marts; `reads` are their full names."""

    name: str
    sql: str
    comment: str
    is_view: bool
    reads: frozenset[str]


def read_mart(name: str, sql: str, parser: duckdb.DuckDBPyConnection) -> Mart:
    """The mart of that name that `sql` defines, as the SQL parser of a connection reads it.

    The leading `--` lines are its comment; `-- view` among them makes it a view. Raises ValueError for anything but
    one SELECT over tables of `core`, `content` and `mart`.
    """
    lines = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        lines.append(line.removeprefix("--").strip())
    tree = parsed(sql, parser)
    if len(tree.get("statements", ())) != 1:
        raise ValueError(f"{name} is not one SELECT: {tree.get('error_message', '')}")
    every = list(nodes(tree))
    named_inside = {entry["key"] for node in every if "cte_map" in node for entry in node["cte_map"]["map"]}
    reads = set()
    for node in every:
        if node.get("type") != "BASE_TABLE":
            continue
        schema, table = node["schema_name"], node["table_name"]
        if not schema and table in named_inside:
            continue
        if schema not in READABLE:
            raise ValueError(f"{name} reads {schema}.{table}, which is in none of {READABLE}")
        reads.add(f"{schema}.{table}")
    comment = " ".join(line for line in lines if line != VIEW)
    return Mart(name, sql.strip().rstrip(";"), comment, VIEW in lines, frozenset(reads))


def parsed(sql: str, parser: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """What DuckDB itself makes of `sql`: its SELECT statements as a tree, or an error."""
    [(text,)] = parser.execute("SELECT json_serialize_sql(?)", [sql]).fetchall()
    tree: dict[str, Any] = json.loads(text)
    return tree


def nodes(tree: object) -> Iterator[dict[str, Any]]:
    """Every node of such a tree."""
    if isinstance(tree, dict):
        yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for part in tree:
            yield from nodes(part)


def read_marts(folder: Path = MARTS, datasets: Mapping[str, Dataset] = DATASETS) -> list[Mart]:
    """Every mart of a folder and of the forms' declarations, each after those that it reads.

    Raises ValueError for one that is not there.
    """
    files = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))}
    with duckdb.connect() as parser:
        marts = {name: read_mart(name, sql, parser) for name, sql in files.items()}
        read = {table for mart in marts.values() for table in mart.reads}
        marts |= {name: read_mart(name, sql, parser) for name, sql in declared_marts(datasets, read).items()}
    # Sorted, so that every build makes them in one order.
    order: dict[str, list[str]] = {}
    for mart in marts.values():
        order[mart.name] = sorted(name.removeprefix("mart.") for name in mart.reads if name.startswith("mart."))
        if missing := set(order[mart.name]) - set(marts):
            raise ValueError(f"{mart.name}.sql reads marts that do not exist: {sorted(missing)}")
    return [marts[name] for name in TopologicalSorter(order).static_order()]


def sources(marts: Sequence[Mart]) -> list[tuple[str, str]]:
    """(mart, dataset) for every dataset that a mart is made from, directly or through other marts."""
    found: dict[str, set[str]] = {}
    for mart in marts:
        direct = {name.removeprefix("core.") for name in mart.reads if name.startswith("core.")}
        through = (found[name.removeprefix("mart.")] for name in mart.reads if name.startswith("mart."))
        found[mart.name] = direct.union(*through)
    return [(mart, dataset) for mart, datasets in found.items() for dataset in sorted(datasets & set(DATASETS))]


def derive(
    connection: duckdb.DuckDBPyConnection,
    progress: Callable[[float, str], None] = lambda share, text: None,
    marts: Sequence[Mart] = (),
    *,
    changed: Collection[str] | None = None,
    before: str = "",
) -> frozenset[str]:
    """Make every mart, or the given `marts`, and write down in `meta.marts` what each is made from.

    With `changed`, full names of tables, a mart that reads none of them, nor one that came out otherwise, is copied
    from the version attached as `before`. Gives the full names of the tables that are not as they were there.
    """
    marts = marts or read_marts()
    stale = set(changed or ())
    read = frozenset[str]().union(*(mart.reads for mart in marts))
    for place, mart in enumerate(marts):
        progress(place / len(marts), f"加工 {mart.name}")
        name, kind = f"mart.{mart.name}", "VIEW" if mart.is_view else "TABLE"
        is_stale = changed is None or bool(mart.reads & stale)
        sql = mart.sql if is_stale or mart.is_view else f"FROM {before}.{name}"
        connection.execute(f"CREATE {kind} {name} AS {sql}")
        connection.execute(f"COMMENT ON {kind} {name} IS {literal(mart.comment)}")
        # Most calendars and registers come out as they were: what reads them need not be made again.
        is_asked = before and is_stale and not mart.is_view and name in read
        if is_stale and not (is_asked and _is_as_before(connection, name, before)):
            stale.add(name)
    insert_rows(connection, "meta.marts", ("mart", "dataset"), sources(marts))
    return frozenset(stale)


def _is_as_before(connection: duckdb.DuckDBPyConnection, table: str, before: str) -> bool:
    """Whether a table has the rows that it has in the version attached as `before`; of a large one nobody asks."""
    counts = connection.execute(
        f"SELECT (SELECT count(*) FROM {table}), (SELECT count(*) FROM {before}.{table})"
    ).fetchall()
    [(many, former)] = counts
    if many != former or many > COMPARED:
        return False
    [(different,)] = connection.execute(
        f"SELECT count(*) FROM (FROM {table} EXCEPT ALL FROM {before}.{table})"
    ).fetchall()
    return bool(different == 0)
