"""Figures of areas that lie in one another → a question where the inner ones do not add up to the one around them."""

from collections.abc import Iterator

import duckdb

from etl.problems import Problem
from etl.schema import Dataset
from etl.validate.checks import RIGHT
from etl.validate.history import history
from etl.validate.layout import Form
from etl.validate.repeated import written_key

AREA = "area_code"


def unequal_parts(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """One question for all rows of the form that stand over others of another sum; needs the table of `history`.

    The parts of a row are the rows right below it: those of no other area between. A single part is asked for only where
    it is more than the whole.
    """
    parts = form.dataset.parts
    if parts is None or form.layout.lacks_required or form.source.answer("parts", parts.column) == RIGHT:
        return
    found = connection.execute(_sums(form), [form.load_id]).fetchall()
    if not found:
        return
    field = form.layout.field_of(parts.column)
    row, whole, total, count = found[0]
    label, told = field.column.label, written_key(connection, form, row)
    yield form.problem(
        [field.address(number) for number, *_ in found],
        f"“{told}”的{label}是 {whole:,g}，其下 {count} 个区域的{label}合计 {total:,g}，两者不符。",
        "请核对分解到下级的数；只分解了一部分或有意加码的，请确认。",
        "total-error",
        asks=("parts", parts.column),
        options=(RIGHT,),
    )


def _along(dataset: Dataset) -> str:
    """SQL: two rows `whole` and `part` are of the same key but for their areas."""
    return " AND ".join(f"part.{name} = whole.{name}" for name in dataset.key if name != AREA)


def _sums(form: Form) -> str:
    """SQL of (source_row, whole, sum of the parts, their number), a row for each of the form's that is no such sum.

    Where a part stands in the form and its whole in another, the part is pointed at.
    """
    dataset, parts = form.dataset, form.dataset.parts
    if parts is None:
        raise ValueError(f"{dataset.name} has no parts")
    key = ", ".join(dataset.key)
    return f"""
        WITH RECURSIVE above AS (
            SELECT area_code, parent_code AS ancestor_code, 1 AS steps FROM core.areas WHERE parent_code IS NOT NULL
            UNION ALL
            SELECT above.area_code, areas.parent_code, above.steps + 1
            FROM above JOIN core.areas AS areas ON areas.area_code = above.ancestor_code
            WHERE areas.parent_code IS NOT NULL AND above.steps < 20
        ),
        latest AS (
            SELECT
                {key},
                arg_max({parts.column}, history_order) AS figure,
                min(source_row) FILTER (WHERE load_id = ?) AS own_row
            FROM {history(dataset)} WHERE {parts.adds_up} AND {parts.column} IS NOT NULL GROUP BY {key}
        ),
        inside AS (
            SELECT whole.area_code AS whole_code, whole.figure AS whole, whole.own_row AS whole_row, part.*
            FROM latest AS part
            JOIN above ON above.area_code = part.area_code
            JOIN latest AS whole ON whole.area_code = above.ancestor_code AND {_along(dataset)}
            QUALIFY above.steps = min(above.steps) OVER (PARTITION BY {", ".join(f"part.{name}" for name in dataset.key)})
        )
        SELECT coalesce(any_value(whole_row), min(own_row)) AS row, any_value(whole)::DOUBLE, sum(figure)::DOUBLE, count(*)
        FROM inside
        GROUP BY whole_code, {", ".join(name for name in dataset.key if name != AREA)}
        HAVING row IS NOT NULL AND (sum(figure) > any_value(whole) OR (count(*) > 1 AND sum(figure) <> any_value(whole)))
        ORDER BY row
    """
