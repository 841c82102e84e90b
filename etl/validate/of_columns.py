"""Figures of a column that were converted as a whole, and a row of another period than all others: said, lest nobody notices."""

from collections.abc import Iterator

import duckdb

from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.validate.history import period
from etl.validate.layout import Form

# Of fewer rows each may be of its own period.
FEWEST_ALIKE = 5


def converted(form: Form) -> Iterator[Problem]:
    """The columns whose figures are written in another unit than they are kept in."""
    for field in form.layout.fields:
        if field.needs_conversion and form.origin == "reported":
            cell = [] if field.index < 0 else [field.address(form.layout.last_header_row)]
            message = f"“{field.column.label}”一列按“{quotable(field.unit)}”填写，换算成{field.column.unit}。"
            yield form.problem(cell, message, "如单位不是这样，请改表头。", "converted-value", Level.NOTE)


def of_another_period(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """The one row that is of another period than all the others: a late report, or a slip of the hand."""
    name = period(form.dataset)
    if name is None or form.origin != "reported":
        return
    found = connection.execute(
        f"SELECT count(*), min(source_row) FROM {form.typed} WHERE {name} IS NOT NULL GROUP BY {name} ORDER BY 1 DESC LIMIT 3"
    ).fetchall()
    if len(found) != 2 or found[0][0] < FEWEST_ALIKE or found[1][0] != 1:
        return
    [(alike, _), (_, row)] = found
    field = form.layout.field_of(name)
    message = f"只有第 {row} 行的“{field.column.label}”与其余 {alike} 行不同。"
    yield form.problem(
        [field.address(row)], message, "是补报的不用改；填错的请改正。", "constraint-error", Level.WARNING
    )
