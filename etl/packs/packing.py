"""The published version → the figures of one 片区 that pages may show, as a pack."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from etl.packs.pack import Figure, Pack, UnusablePack, Withheld, to_bytes
from etl.sql import literal
from etl.warehouse.kept_versions import newest_intact
from etl.warehouse.withholding import FAMILIES
from etl.warehouse.withholding.block import quantities_of
from etl.warehouse.withholding.family import Column, Family, Quantity

COVERING = "片区"
# What no person and no enterprise stands behind, so that nothing of it is withheld: mart, its period, what is summed, and by what.
OPEN = (
    (
        "grid_event_area_months",
        "month",
        ("accepted", "closed", "closed_days", "reopened", "due", "closed_in_time", "overdue_entered", "overdue_left"),
        ("kind", "channel"),
    ),
)


def pack(file: Path, code: str, warehouse: Path) -> Pack:
    """Write the figures of the 片区 `code` to `file`, in the place of an earlier one; what was written.

    Raises `UnusablePack` where there is no intact version, or no such 片区 in it.
    """
    intact = newest_intact(warehouse)
    if intact is None or intact.found is None:
        raise UnusablePack("no version", "还没有完好的版本，没有写出汇总包。请先运行 python -m etl build。")
    # Attached, not connected to: a dashboard in this process may hold the file open with other settings.
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(intact.file))} AS version (READ_ONLY); USE version")
        found = connection.execute(
            "SELECT name FROM mart.area_profile WHERE area_code = ? AND level = ?", [code, COVERING]
        ).fetchall()
        if not found:
            raise UnusablePack(f"no {code}", f"没有代码为“{code}”的{COVERING}，没有写出汇总包。请核对区域代码。")
        own, untold = figures(connection, code), withheld(connection, code)
    told = intact.found
    made = Pack(code, found[0][0], told.product_version, told.version, told.built_at, own, untold)
    file.write_bytes(to_bytes(made))
    return made


def figures(connection: duckdb.DuckDBPyConnection, code: str) -> tuple[Figure, ...]:
    """What pages may show of an area above the grids, in order; a connection to a version."""
    return tuple(sorted((*_open(connection, code), *_shown(connection, code))))


def withheld(connection: duckdb.DuckDBPyConnection, code: str) -> tuple[Withheld, ...]:
    """Which totals of an area pages show as 不公开, in order; a connection to a version."""
    told = {(family.name, quantity.name) for family in FAMILIES for quantity in family.quantities if _leaves(quantity)}
    rows = connection.execute(
        "SELECT family, quantity, period FROM mart.withheld WHERE area_code = ? AND dimension = ''", [code]
    ).fetchall()
    return tuple(sorted(Withheld(*row) for row in rows if row[:2] in told))


def _leaves(quantity: Quantity) -> bool:
    """Whether totals of the quantity are in a pack: what is shown as a quotient alone, or to date, is not."""
    return quantity.is_asked and not quantity.step and not quantity.flow


def _open(connection: duckdb.DuckDBPyConnection, code: str) -> Iterator[Figure]:
    for mart, period, measures, dimensions in OPEN:
        for dimension in ("", *dimensions):
            part = dimension or "''"
            sums = ", ".join(f"CAST(sum({measure}) AS DOUBLE)" for measure in measures)
            rows = connection.execute(
                f"SELECT {period}, {part}, string_agg(DISTINCT origin, '、' ORDER BY origin), {sums} "
                f"FROM mart.{mart} WHERE area_code = ? GROUP BY 1, 2",
                [code],
            ).fetchall()
            for when, told, origins, *values in rows:
                for measure, value in zip(measures, values, strict=True):
                    yield Figure(mart, measure, measure, when, dimension, told, value, origins)


def _shown(connection: duckdb.DuckDBPyConnection, code: str) -> Iterator[Figure]:
    """The totals of protected families that are not withheld."""
    untold = set(withheld(connection, code))
    for family in FAMILIES:
        for column in family.columns:
            for quantity in quantities_of(family, column):
                if _leaves(quantity):
                    for period, origins, value in _totals(connection, family, column, quantity, code):
                        if Withheld(family.name, quantity.name, period) not in untold:
                            yield Figure(family.name, quantity.name, column.name, period, "", "", value, origins)


def _totals(
    connection: duckdb.DuckDBPyConnection, family: Family, column: Column, quantity: Quantity, code: str
) -> list[tuple[str, str, float]]:
    """(period, origins, value) of a quantity, by base period, and by quarter too where months add up."""
    names = ", ".join(literal(name) for name in column.pieces)
    numbers = ", ".join(f"CAST({expression} AS DOUBLE)" for expression in column.pieces.values())
    quarter = f"left({family.base}, 4) || 'Q' || CAST((CAST(substr({family.base}, 6) AS INTEGER) + 2) // 3 AS VARCHAR)"
    periods = [family.base, *([quarter] if family.adds_up and family.base == "month" else [])]
    return connection.execute(
        f"""
        SELECT period, string_agg(DISTINCT origin, '、' ORDER BY origin), sum(value)
        FROM (
            SELECT *, unnest([{", ".join(periods)}]) AS period
            FROM (
                SELECT *, unnest([{names}]) AS piece, unnest([{numbers}]) AS value
                FROM mart.{family.mart}
                WHERE area_code IN (SELECT area_code FROM mart.area_tree WHERE ancestor_code = ?)
            )
            WHERE coalesce({quantity.of[column.name]}, false) AND value IS NOT NULL
        )
        GROUP BY period ORDER BY period
        """,
        [code],
    ).fetchall()
