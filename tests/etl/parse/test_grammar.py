import re

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.parse.grammar import CANONICAL, PARSERS
from etl.schema import Kind

CONNECTION = duckdb.connect()


def sql_value(kind: Kind, text: str):
    canonical = CANONICAL[kind]
    value = canonical.expression.format(cell="cell")
    query = f"SELECT regexp_full_match(cell, $pattern), {value} FROM (SELECT $cell AS cell)"
    return CONNECTION.execute(query, {"pattern": canonical.pattern, "cell": text}).fetchone()


def test_every_parsed_kind_has_both_halves():
    assert set(CANONICAL) == set(PARSERS) == set(Kind) - {Kind.TEXT, Kind.CODE, Kind.CHOICE}


@pytest.mark.parametrize("kind", CANONICAL)
@settings(deadline=None)
@given(data=st.data())
def test_sql_and_python_agree_on_what_the_grammar_matches(kind, data):
    text = data.draw(st.from_regex(re.compile(CANONICAL[kind].pattern, re.ASCII), fullmatch=True))
    matches, value = sql_value(kind, text)
    assert matches
    assert value == PARSERS[kind](text, "")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.DATE, "2024-02-30"),
        (Kind.DATE, "2023-02-29"),
        (Kind.DATE, "2024-04-00"),
        (Kind.INSTANT, "2024-02-30 08:00"),
    ],
)
def test_both_refuse_days_that_do_not_exist(kind, text):
    assert sql_value(kind, text) == (True, None)
    assert PARSERS[kind](text, "") is None


@pytest.mark.parametrize(
    ("kind", "text"),
    [(Kind.INTEGER, "1_000"), (Kind.INTEGER, "2.5"), (Kind.DECIMAL, "1e309"), (Kind.DECIMAL, "0.1234567")]
    + [(Kind.DATE, "24-11-1"), (Kind.INSTANT, "2024-11-04 24:00"), (Kind.INTEGER, "12\n"), (Kind.MONTH, "2024-11-01")],
)
def test_sql_leaves_the_traps_of_cast_to_python(kind, text):
    assert sql_value(kind, text)[0] is False
