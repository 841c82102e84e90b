"""The SQL of every mart stays in the subset that DuckDB, DuckLake and Spark understand alike (docs/scale.md)."""

import re

import duckdb
import pytest

from etl.warehouse.derive import Mart, nodes, parsed, read_marts

# Each has run on Spark with equal rows. Another one joins them when `.ci/portable` has passed with it.
FUNCTIONS = frozenset(
    [
        "*",
        "+",
        "-",
        "/",
        "//",
        "||",
        "~~",
        "any_value",
        "arg_max",
        "arg_min",
        "array_length",
        "bool_and",
        "bool_or",
        "contains",
        "count",
        "count_star",
        "date_diff",
        "date_trunc",
        "generate_series",
        "greatest",
        "last_day",
        "lead",
        "least",
        "left",
        "list",
        "list_concat",
        "list_contains",
        "list_value",
        "lpad",
        "make_date",
        "max",
        "min",
        "quarter",
        "regexp_matches",
        "replace",
        "right",
        "round",
        "row",
        "row_number",
        "strftime",
        "string_agg",
        "string_split",
        "strptime",
        "substr",
        "sum",
        "to_hours",
        "to_months",
        "to_years",
        "translate",
        "trunc",
        "unnest",
        "year",
    ]
)
# What tells a day: a column, or a function.
DAYS = re.compile(r"(_on|day)$")
MAKE_DAYS = {"last_day", "make_date"}
WORDS = {
    "GROUP BY ALL or ORDER BY ALL": re.compile(r"\b(GROUP|ORDER)\s+BY\s+ALL\b", re.I),
    "MATERIALIZED": re.compile(r"\bMATERIALIZED\b", re.I),
    "a frame on a named window": re.compile(r"\bOVER\s*\(\s*\w+\s+(ROWS|RANGE)\b", re.I),
    "QUALIFY": re.compile(r"\bQUALIFY\b", re.I),
}


def is_day(expression: dict) -> bool:
    names = expression.get("column_names") or [""]
    return bool(DAYS.search(names[-1])) or expression.get("function_name") in MAKE_DAYS


def outside(sql: str, parser: duckdb.DuckDBPyConnection) -> list[str]:
    """What of some SQL is not in the subset."""
    plain = "\n".join(line.partition("--")[0] for line in sql.splitlines())
    found = [words for words, pattern in WORDS.items() if pattern.search(plain)]
    for node in nodes(parsed(sql, parser)):
        name = node.get("function_name")
        if name and name not in FUNCTIONS:
            found.append(f"the function {name}")
        if name == "-" and [is_day(argument["expression"]) for argument in node["arguments"]] == [True, True]:
            found.append("a day minus a day: date_diff('day', …) says it everywhere")
        if node.get("type") == "SUBQUERY" and "column_name_alias" in node and not node["alias"]:
            found.append("a subquery without a name")
    return found


@pytest.fixture(scope="module")
def parser():
    with duckdb.connect() as connection:
        yield connection


@pytest.mark.parametrize("mart", read_marts(), ids=lambda mart: mart.name)
def test_a_mart_is_written_in_the_portable_subset(parser, mart: Mart):
    assert outside(mart.sql, parser) == [], "see docs/scale.md"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT a, count(*) FROM core.t GROUP BY ALL",
        "SELECT a FROM core.t ORDER BY all",
        "WITH x AS MATERIALIZED (SELECT 1 AS a) SELECT a FROM x",
        "SELECT t.closed_on - t.raised_on FROM core.t AS t",
        "SELECT held_on - last_day(held_on) FROM core.t",
        "SELECT a FROM (SELECT 1 AS a)",
        "SELECT sum(a) OVER (own ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM core.t WINDOW own AS (ORDER BY a)",
        "SELECT format('{}', a) FROM core.t",
        "SELECT a FROM core.t QUALIFY row_number() OVER (ORDER BY a) = 1",
    ],
)
def test_what_is_outside_of_the_subset_is_found(parser, sql):
    assert len(outside(sql, parser)) == 1


def test_what_looks_alike_is_inside(parser):
    sql = """
    -- GROUP BY ALL is not here
    SELECT year(held_on) - 1 AS before, (SELECT max(a) FROM core.t) AS most
    FROM (SELECT 1 AS a, held_on FROM core.u) AS named WHERE a IN (SELECT a FROM core.t)
    """
    assert outside(sql, parser) == []
