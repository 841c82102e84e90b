"""The other forms of a dataset → one table of their rows, with which a form's figures are compared and completed."""

from collections.abc import Sequence

import duckdb

from etl.schema import NUMBERS, PERIODS, Dataset
from etl.validate.layout import Form

# As what `check` attaches the published version; a build has all forms before it.
BEFORE = "published"


def history(dataset: Dataset) -> str:
    """The table of the rows of all forms of `dataset`: its key, its numbers, `load_id`, `history_order`, `source_row`."""
    return f"staging.history_{dataset.name}"


def subject(dataset: Dataset) -> tuple[str, ...]:
    """The columns of the key that are no period: what a row tells of, quarter after quarter."""
    return tuple(name for name in dataset.key if dataset.column_of[name].kind not in PERIODS)


def period(dataset: Dataset) -> str | None:
    """The column of the key that is a period."""
    return next((name for name in dataset.key if dataset.column_of[name].kind in PERIODS), None)


def create_history(
    connection: duckdb.DuckDBPyConnection, dataset: Dataset, forms: Sequence[Form], *, has_before: bool
) -> None:
    """Create the table from forms in the order received, later ones weighing more; demonstration tells nothing of a town."""
    numbers = [column.name for column in dataset.columns if column.kind in NUMBERS]
    columns = ", ".join((*dataset.key, *(name for name in numbers if name not in dataset.key)))
    order = {"published": 0, "reported": 1}
    ranked = sorted((form for form in forms if form.origin in order), key=lambda form: order[form.origin])
    parts = [
        f"SELECT {columns}, {form.load_id} AS load_id, {place} AS history_order, source_row FROM {form.typed}"
        for place, form in enumerate(ranked)
    ]
    if has_before:
        parts.append(
            f"SELECT {columns}, -1 AS load_id, -1 AS history_order, source_row FROM {BEFORE}.{dataset.table} "
            "WHERE origin <> 'demo'"
        )
    empty = f"SELECT {columns}, 0 AS load_id, 0 AS history_order, source_row FROM {dataset.table} LIMIT 0"
    connection.execute(f"CREATE OR REPLACE TABLE {history(dataset)} AS {' UNION ALL BY NAME '.join(parts) or empty}")
