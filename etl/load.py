"""Forms → the rows of `core.*`: the later form replaces the earlier, the more reliable origin the less reliable."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

import duckdb

from etl.datasets import DATASETS, referred
from etl.forms.layout import Form
from etl.forms.registers import REGISTERS, create_spellings, remember, set_aside_displaced
from etl.forms.type_rows import resolve_own, type_rows
from etl.forms.validate import validate
from etl.inputs import ORIGINS
from etl.loads import Status
from etl.problems import Problem, has_error
from etl.schema import Dataset

RANK = {origin: rank for rank, origin in enumerate(ORIGINS.values())}
AREAS = "areas"
COVERING_LEVEL = "片区"


@dataclass(frozen=True)
class Outcome:
    """What became of one form."""

    rows: int
    rows_used: int
    status: Status


def load(
    connection: duckdb.DuckDBPyConnection,
    forms: Iterable[Form],
    incomplete: Collection[str],
    today: date,
    progress: Callable[[float, str], None],
) -> tuple[dict[int, Outcome], dict[int, list[Problem]]]:
    """Load the forms, given in the order in which they were received, into the tables of `core`.

    `incomplete` are datasets of which a form is missing, so that references to them cannot be judged; `today` is the
    day of loading, after which no fact may lie.
    Returns what became of each form and its problems, both by load id. A form with an error loads nothing.
    """
    forms = list(forms)
    outcomes: dict[int, Outcome] = {}
    problems: dict[int, list[Problem]] = {}
    create_spellings(connection)
    for dataset in DATASETS.values():
        if dataset.name in REGISTERS:
            remember(connection, dataset, dataset.table)
    for dataset in DATASETS.values():
        own = [form for form in forms if form.dataset is dataset]
        _read(
            connection,
            dataset,
            own,
            incomplete,
            today,
            problems,
            lambda text: progress(len(problems) / len(forms), text),
        )
        refused = [form for form in own if has_error(problems[form.load_id])]
        accepted = [form for form in reversed(own) if form not in refused]
        # The strongest goes in first, the latest of its origin; what comes after only fills the gaps.
        for form in sorted(accepted, key=lambda form: RANK[form.origin]):
            outcomes[form.load_id] = _insert(connection, form)
        outcomes |= {form.load_id: Outcome(_count(connection, form.typed), 0, Status.REFUSED) for form in refused}
        if dataset.name in REGISTERS:
            set_aside_displaced(connection, dataset, [form.typed for form in refused])
        for form in own:
            connection.execute(f"DROP VIEW {form.raw}; DROP TABLE {form.typed}")
        if dataset.name == AREAS:
            _create_zones(connection)
    return outcomes, problems


def _read(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    forms: list[Form],
    incomplete: Collection[str],
    today: date,
    problems: dict[int, list[Problem]],
    say: Callable[[str], None],
) -> None:
    for form in forms:
        type_rows(connection, form)
        if dataset.name in REGISTERS:
            remember(connection, dataset, form.typed)
    for form in forms:
        say(f"核对 {form.file}")
        resolve_own(connection, form)
        problems[form.load_id] = validate(connection, form, today, incomplete)


def _count(connection: duckdb.DuckDBPyConnection, source: str) -> int:
    return connection.execute(f"SELECT count(*) FROM {source}").fetchone()[0]


def _same_key(dataset: Dataset) -> str:
    return " AND ".join(f"kept.{name} = typed.{name}" for name in dataset.key)


def _insert(connection: duckdb.DuckDBPyConnection, form: Form) -> Outcome:
    """Insert the rows whose keys are not there yet and, of demonstration, not where a town reports by itself."""
    dataset = form.dataset
    columns = ", ".join(column.name for column in dataset.columns)
    wanted = [f"NOT EXISTS (FROM {dataset.table} AS kept WHERE {_same_key(dataset)})"]
    if form.origin == "demo":
        wanted += _demonstration_is_wanted(dataset)
    if not _count(connection, dataset.table):
        wanted = wanted[1:]
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    (used,) = connection.execute(
        f"INSERT INTO {dataset.table} SELECT {columns}, '{form.origin}', {form.load_id}, source_row "
        f"FROM {form.typed} AS typed {where}"
    ).fetchone()
    rows = _count(connection, form.typed)
    if used or not rows:
        return Outcome(rows, used, Status.LOADED)
    left = _count(
        connection,
        f"{form.typed} AS typed WHERE NOT EXISTS "
        f"(FROM {dataset.table} AS kept WHERE {_same_key(dataset)} AND kept.origin = '{form.origin}')",
    )
    return Outcome(rows, 0, Status.DISPLACED if left else Status.REPLACED)


def _create_zones(connection: duckdb.DuckDBPyConnection) -> None:
    """The 片区 that each area lies in or is."""
    connection.execute(
        f"""
        CREATE OR REPLACE TABLE staging.zones AS
        WITH RECURSIVE inside AS (
            SELECT area_code, area_code AS zone_code FROM core.{AREAS} WHERE level = '{COVERING_LEVEL}'
            UNION
            SELECT areas.area_code, inside.zone_code
            FROM core.{AREAS} AS areas JOIN inside ON areas.parent_code = inside.area_code
        )
        SELECT area_code, zone_code FROM inside
        """
    )


def area_of(dataset: Dataset, row: str) -> str | None:
    """SQL of the area of a `row` (a table alias), followed through the registers that it refers to."""
    for column in dataset.referring:
        target, key = referred(column)
        if target == AREAS:
            return f"{row}.{column.name}"
        if target != dataset.name and (area := area_of(DATASETS[target], target)):
            return f"(SELECT {area} FROM core.{target} AS {target} WHERE {target}.{key} = {row}.{column.name})"
    return None


def _demonstration_is_wanted(dataset: Dataset) -> list[str]:
    """Conditions on a row of demonstration: its registers' rows are in use, and its 片区 has no reported form."""
    wanted = [
        f"(typed.{column.name} IS NULL OR typed.{column.name} IN (SELECT {key} FROM core.{target}))"
        for column in dataset.referring
        for target, key in [referred(column)]
        if target != dataset.name
    ]
    area, kept_area = area_of(dataset, "typed"), area_of(dataset, "kept")
    if area and dataset.name != AREAS:
        wanted.append(
            f"""coalesce((SELECT zone_code FROM staging.zones WHERE area_code = {area}), '') NOT IN (
                SELECT zone_code FROM staging.zones WHERE area_code IN (
                    SELECT {kept_area} FROM {dataset.table} AS kept WHERE kept.origin = 'reported'))"""
        )
    return wanted
