"""Says for every kind which text SQL may convert by itself, and which Python parser takes the rest.

The law: where `pattern` matches a whole cell, `expression` and the parser give the same value, or both give none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from etl.parse.instants import parse_instant
from etl.parse.numbers import parse_decimal, parse_integer
from etl.parse.periods import parse_date, parse_edtf, parse_month, parse_quarter
from etl.parse.spelling import MONTH, YEAR
from etl.parse.words import parse_boolean
from etl.schema import Kind

Value = bool | int | Decimal | date | datetime | str


@dataclass(frozen=True)
class Canonical:
    """`pattern`: RE2 for `regexp_full_match`; `expression`: DuckDB SQL with placeholder `{cell}`, NULL if refused."""

    pattern: str
    expression: str


CANONICAL = {
    Kind.INTEGER: Canonical(r"-?(0|[1-9][0-9]{0,14})", "TRY_CAST({cell} AS BIGINT)"),
    Kind.DECIMAL: Canonical(r"-?(0|[1-9][0-9]{0,13})(\.[0-9]{1,6})?", "TRY_CAST({cell} AS DECIMAL(20,6))"),
    Kind.DATE: Canonical(rf"{YEAR}-{MONTH}-[0-9]{{2}}", "TRY_CAST({cell} AS DATE)"),
    # DuckDB reads 24:00 as the next day, so the hour is bounded here.
    Kind.INSTANT: Canonical(
        rf"{YEAR}-{MONTH}-[0-9]{{2}} ([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?", "TRY_CAST({cell} AS TIMESTAMP)"
    ),
    Kind.MONTH: Canonical(rf"{YEAR}-{MONTH}", "{cell}"),
    Kind.QUARTER: Canonical(rf"{YEAR}Q[1-4]", "{cell}"),
    Kind.BOOLEAN: Canonical("[是否]", "({cell} = '是')"),
    # Days 29 to 31 need a calendar and are left to Python.
    Kind.EDTF: Canonical(rf"({YEAR}|XXXX)(-({MONTH}|XX)(-(0[1-9]|1[0-9]|2[0-8]|XX))?)?", "{cell}"),
}

# Parser of (text, unit of the column); only numbers look at the unit.
PARSERS: dict[Kind, Callable[[str, str], Value | None]] = {
    Kind.INTEGER: parse_integer,
    Kind.DECIMAL: parse_decimal,
    Kind.DATE: lambda text, unit: parse_date(text),
    Kind.INSTANT: lambda text, unit: parse_instant(text),
    Kind.MONTH: lambda text, unit: parse_month(text),
    Kind.QUARTER: lambda text, unit: parse_quarter(text),
    Kind.BOOLEAN: lambda text, unit: parse_boolean(text),
    Kind.EDTF: lambda text, unit: parse_edtf(text),
}
