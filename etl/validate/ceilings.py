"""A form's figures beyond what one row of a town's form can hold, whatever was reported before → the rows to ask about."""

import duckdb

from etl.validate.layout import Field, Form

# Unit → what no village, park, enterprise or town reaches in a row: far above the largest town of the country.
CEILINGS = {
    "人": 1_000_000, "名": 100_000, "人次": 3_000_000, "户": 300_000, "家": 50_000, "家次": 50_000, "件": 200_000, "次": 50_000,
    "个": 200_000, "个次": 200_000, "场": 20_000, "项": 20_000, "支": 10_000, "栋": 50_000, "所": 10_000, "天": 1_000_000,
    "万元": 50_000_000, "亩": 1_000_000, "平方米": 500_000_000,
}  # fmt: skip


def beyond_all(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> tuple[list[int], str] | None:
    """The rows whose figure is beyond the ceiling of its unit, and what is to be said of them."""
    ceiling = CEILINGS.get(field.column.unit)
    if ceiling is None:
        return None
    name = field.column.name
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE {name} > ? ORDER BY source_row", [ceiling]
    ).fetchall()
    told = f"超过 {ceiling:,} {field.column.unit}，一个镇的一行不会有这么多"
    return ([row for (row,) in rows], told) if rows else None
