"""What is said of columns as a whole: converted, of another period than all others, or without the figure they are a share of."""

from collections.abc import Iterator

import duckdb

from etl.problems import Level, Problem
from etl.read.personal import quotable
from etl.schema import Rule
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


def judged_rules(form: Form) -> Iterator[Rule]:
    """The rules that the rows of a sheet must meet: all but those of a figure that its office does not keep."""
    return (rule for rule in form.dataset.rules if not _is_not_kept(form, rule))


def without_base(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """What nobody can work out, since the figure that others are a share of has no column in the sheet."""
    for rule in (rule for rule in form.dataset.rules if _is_not_kept(form, rule)):
        if connection.execute(f"SELECT 1 FROM {form.typed} WHERE NOT ({rule.check}) LIMIT 1").fetchall():
            label = form.dataset.column_of[rule.column].header
            message = f"没有“{label}”这一列，算不出{rule.unknown}，其余的数照读。"
            yield form.problem((), message, f"要算的，请补上“{label}”。", "missing-label", Level.WARNING)


def _is_not_kept(form: Form, rule: Rule) -> bool:
    return bool(rule.unknown) and any(column.name == rule.column for column in form.layout.absent)
