"""Rows of a form that only name what they are of, as a blank form has them before anybody fills it in."""

import duckdb

from etl.schema import NUMBERS, Kind
from etl.validate.headers import ROW_NUMBERS, bare
from etl.validate.layout import Form

# A form with more of them is better corrected at its source.
LOOKED_AT = 20_000
UNFILLED_REMEDY = "本期确实没有数的，不必改；漏填的，请补填后重新报送。"


def unfilled_rows(connection: duckdb.DuckDBPyConnection, form: Form) -> list[int]:
    """The rows in which the key alone is filled, of a form that asks for figures beside it.

    A row with anything that could not be read, or with a remark, is left to the checks.
    """
    key = [form.dataset.column_of[name] for name in form.dataset.key]
    # Blank forms name areas, or what reports every month or quarter; elsewhere the key alone is a record torn off.
    if not any(column.area_levels or column.kind in (Kind.MONTH, Kind.QUARTER) for column in key):
        return []
    own = [field for field in form.layout.fields if not field.constant]
    figures = [field.column.name for field in own if field.column.name not in form.dataset.key]
    if not any(field.column.kind in NUMBERS for field in own if field.column.name in figures):
        return []
    keyed = " OR ".join(f"{name} IS NOT NULL" for name in form.dataset.key)
    empty = " AND ".join(f"{name} IS NULL" for name in figures)
    is_read = (1 << len(form.layout.fields)) - 1
    [(rows, unfilled)] = connection.execute(
        f"SELECT count(*), list(source_row ORDER BY source_row) "
        f"FILTER (WHERE {empty} AND odd & {is_read} = 0 AND ({keyed})) FROM {form.typed}"
    ).fetchall()
    silent = _without_remark(connection, form, unfilled[:LOOKED_AT]) if unfilled else []
    # A form of such rows alone is asked about as a whole.
    return silent if len(silent) < rows else []


def _without_remark(connection: duckdb.DuckDBPyConnection, form: Form, rows: list[int]) -> list[int]:
    """The rows in which no column that is none of the form's says anything, but their number."""
    remarks = [f"c{one.index}" for one in form.layout.unread if bare(one.header) not in ROW_NUMBERS]
    if not remarks:
        return rows
    found = connection.execute(
        f"SELECT source_row FROM {form.raw} WHERE list_contains(?, source_row) AND coalesce({', '.join(remarks)}) IS NULL "
        "ORDER BY source_row",
        [rows],
    ).fetchall()
    return [number for (number,) in found]
