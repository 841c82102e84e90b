"""The published version and a period → the rows that a form can be handed out with, so that a clerk only adds figures."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb

from etl.datasets import DATASETS, referred
from etl.schema import AREA_LEVEL, NUMBERS, Column, Dataset, Kind
from etl.sql import literal
from etl.warehouse.kept_versions import pointed, read_version
from etl.warehouse.precedence import area_of

QUARTER = re.compile(r"(20[0-9]{2})Q([1-4])")
MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")
PREFILLED_ROWS = 1500

Value = None | bool | int | float | str | date | datetime


@dataclass(frozen=True)
class Prefill:
    """The rows of a form, one value for each of its columns: `rows` to be handed out, `last` those of the last period.

    The n-th of `last` belongs to the n-th of `rows`; it is empty where there is no earlier period. `rows` hold the key
    with the new period and what is no figure; figures are left for the clerk, so that none is sent again unseen.
    """

    rows: tuple[tuple[Value, ...], ...] = ()
    last: tuple[tuple[Value, ...], ...] = ()


def months_of(period: str) -> list[str]:
    """The months of a quarter (2024Q3) or the month itself (2024-11). Raises `ValueError`."""
    if found := QUARTER.fullmatch(period):
        first = 3 * int(found[2]) - 2
        return [f"{found[1]}-{month:02}" for month in range(first, first + 3)]
    if MONTH.fullmatch(period):
        return [period]
    raise ValueError(f"{period!r} is neither a quarter such as 2024Q3 nor a month such as 2024-11")


def periods_for(column: Column, period: str) -> list[str | date]:
    """What stands in a period column of a form for `period`: every month of it, its quarter, or its last day."""
    months = months_of(period)
    year, month = map(int, months[-1].split("-"))
    match column.kind:
        case Kind.MONTH:
            return list(months)
        case Kind.QUARTER:
            return [f"{year}Q{(month + 2) // 3}"]
        case _:
            following = date(year + month // 12, month % 12 + 1, 1)
            return [date.fromordinal(following.toordinal() - 1)]


def period_column(dataset: Dataset) -> Column | None:
    """The column of the key that says which period a row is of, or None in a register or a list of events."""
    found = (dataset.column_of[name] for name in dataset.key)
    return next((column for column in found if column.kind in (Kind.QUARTER, Kind.MONTH, Kind.DATE)), None)


@contextmanager
def published_version(warehouse: Path) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """A connection to the published version, or None where there is none."""
    path = pointed(warehouse)
    if path is None or read_version(path) is None:
        yield None
        return
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(path))} AS version (READ_ONLY); USE version")
        yield connection


def prefill(connection: duckdb.DuckDBPyConnection, dataset: Dataset, period: str, area: str | None) -> Prefill:
    """The rows of `dataset` for `period` and an area code with all that lies in it, or every area where it is None.

    They are those of the last period before; where there is none and the form is by areas, one for each area.
    """
    column = period_column(dataset)
    if column is None:
        return Prefill()
    wanted = periods_for(column, period)
    last = _last_rows(connection, dataset, column, wanted[0], area)
    if last:
        place = dataset.columns.index(column)
        emptied = [_without_figures(dataset, row) for row in last]
        rows = [(*row[:place], one, *row[place + 1 :]) for one in wanted for row in emptied]
        return Prefill(tuple(rows[:PREFILLED_ROWS]), tuple((last * len(wanted))[:PREFILLED_ROWS]))
    by_area = next((other for other in dataset.referring if other.references == "areas.area_code"), None)
    if by_area is None or set(dataset.key) != {by_area.name, column.name}:
        return Prefill()
    names = _areas(connection, by_area, area)
    given = [{by_area.name: name, column.name: one} for one in wanted for name in names]
    return Prefill(tuple(tuple(row.get(other.name) for other in dataset.columns) for row in given[:PREFILLED_ROWS]))


def _inside(area: str | None) -> tuple[str, list[str]]:
    """SQL of the codes of an area and all that lies in it, with its bound values."""
    if area is None:
        return "SELECT area_code FROM core.areas", []
    return (
        "WITH RECURSIVE inside AS (SELECT area_code FROM core.areas WHERE area_code = ? UNION "
        "SELECT areas.area_code FROM core.areas AS areas JOIN inside ON areas.parent_code = inside.area_code) "
        "SELECT area_code FROM inside",
        [area],
    )


def _last_rows(
    connection: duckdb.DuckDBPyConnection, dataset: Dataset, column: Column, before: str | date, area: str | None
) -> list[tuple[Value, ...]]:
    inside, bound = _inside(area)
    own = area_of(dataset, "form")
    within = f"AND {own} IN ({inside})" if own and area else ""
    bound = bound if within else []
    shown = ", ".join(_shown(other) for other in dataset.columns)
    key = ", ".join(f"form.{name}" for name in dataset.key)
    rows = connection.execute(
        f"SELECT {shown} FROM {dataset.table} AS form WHERE form.{column.name} = ("
        f"SELECT max({column.name}) FROM {dataset.table} AS form WHERE {column.name} < ? {within}) {within} "
        f"ORDER BY {key} LIMIT {PREFILLED_ROWS}",
        [before, *bound, *bound],
    ).fetchall()
    return [tuple(map(_plain, row)) for row in rows]


def _shown(column: Column) -> str:
    """SQL of a column of `form`, of a reference the name, where that stands for one row only."""
    if not column.references:
        return f"form.{column.name}"
    target, key = referred(column)
    called = next(iter(DATASETS[target].called), None)
    if called is None:
        return f"form.{column.name}"
    return (
        f"coalesce((SELECT any_value({called}) FROM core.{target} AS named WHERE named.{key} = form.{column.name} "
        f"AND {called} NOT IN (SELECT {called} FROM core.{target} GROUP BY {called} HAVING count(*) > 1)), "
        f"form.{column.name})"
    )


def _plain(value: Value | Decimal) -> Value:
    return float(value) if isinstance(value, Decimal) else value


def _without_figures(dataset: Dataset, row: Sequence[Value]) -> tuple[Value, ...]:
    return tuple(
        None if column.kind in NUMBERS and column.name not in dataset.key else value
        for column, value in zip(dataset.columns, row, strict=True)
    )


def _areas(connection: duckdb.DuckDBPyConnection, column: Column, area: str | None) -> list[str]:
    inside, bound = _inside(area)
    levels = f"AND list_contains(?, {AREA_LEVEL})" if column.area_levels else ""
    rows = connection.execute(
        f"SELECT name FROM core.areas WHERE area_code IN ({inside}) {levels} ORDER BY area_code",
        [*bound, *([list(column.area_levels)] if levels else [])],
    )
    return [name for (name,) in rows.fetchall()]
