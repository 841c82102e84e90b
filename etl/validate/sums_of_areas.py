"""Rows of a larger area that only add up those below it (a village over its grids) → their numbers and names; they are totals."""

import duckdb

from etl.validate.layout import Field, Form
from etl.validate.registers import is_of_other_level
from etl.validate.totals import summed


def sums_of_areas(connection: duckdb.DuckDBPyConnection, form: Form) -> dict[int, str]:
    """Row → area that no record can be of, where each figure of the row is the sum of the records inside that area."""
    field = next((one for one in form.layout.fields if one.column.area_levels and one.index >= 0), None)
    figures = [one.column.name for _, one in summed(form)]
    if field is None or not figures or field.column.references.startswith(form.dataset.name):
        return {}
    is_outer = is_of_other_level(field.column, f"own.{field.column.name}")
    if not connection.execute(f"SELECT 1 FROM {form.typed} AS own WHERE {is_outer} LIMIT 1").fetchall():
        return {}
    found = connection.execute(_sums(form, field, figures, is_outer)).fetchall()
    # A row that equals one other may as well be a slip of the place; beside a true sum it is the sum of one.
    return {row: area for row, area, parts in found} if any(parts > 1 for *_, parts in found) else {}


def _sums(form: Form, field: Field, figures: list[str], is_outer: str) -> str:
    name = field.column.name
    told = {one.column.name for one in form.layout.fields}
    alike = [f"own.{key} = other.{key}" for key in form.dataset.key if key != name and key in told]
    equal = [f"coalesce(any_value(own.{one}), 0) = coalesce(sum(other.{one}), 0)" for one in figures]
    filled = ", ".join(f"any_value(own.{one})" for one in figures)
    return f"""
        WITH RECURSIVE inside AS (
            SELECT area_code AS code, area_code AS part FROM core.areas
            UNION
            SELECT code, area_code FROM inside JOIN core.areas ON parent_code = part)
        SELECT own.source_row, any_value(outer_area.name), count(*)
        FROM {form.typed} AS own
        JOIN inside ON code = own.{name}
        JOIN core.areas AS outer_area ON outer_area.area_code = own.{name}
        JOIN {form.typed} AS other ON {" AND ".join([f"other.{name} = part", *alike])}
        WHERE {is_outer} AND NOT {is_of_other_level(field.column, f"other.{name}")}
        GROUP BY own.source_row
        HAVING coalesce({filled}) IS NOT NULL AND {" AND ".join(equal)}
        """
