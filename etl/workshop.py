"""Input files → filled `core` tables in a scratch connection, for a build and for a mere check alike."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from etl.carried import Earlier, add_rows, carry_loads, copy_tables
from etl.content import Bounds
from etl.datasets import DATASETS
from etl.extracts import Extracts
from etl.folders import probe
from etl.inputs import Input
from etl.intake import Intake, take_in
from etl.office import SILENT, Office
from etl.parse.periods import day_in_beijing
from etl.problems import Problem, has_error
from etl.to_read import changed_since
from etl.warehouse.extent import extent
from etl.warehouse.load import load
from etl.warehouse.loads import GEOMETRY, Load, Status
from etl.warehouse.tables import create_tables

# A build stays well under 2 GB whatever the size of the forms; what does not fit goes to a file beside it.
MEMORY_LIMIT = "1GB"


@contextmanager
def workshop(database: str, spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with empty tables, and `staging` in memory for what is needed only while building."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": str(spill),
        "autoinstall_known_extensions": False,
    }
    with duckdb.connect(database, config=settings) as connection:
        connection.execute("SET enable_progress_bar = false; ATTACH ':memory:' AS staging")
        # One transaction writes a log once, not for each table.
        connection.begin()
        create_tables(connection)
        connection.commit()
        yield connection


def load_all(
    connection: duckdb.DuckDBPyConnection,
    inputs: Sequence[Input],
    earlier: Sequence[Load],
    now: datetime,
    folder: Path,
    extract: Extracts,
    progress: Callable[[float, str], None],
    *,
    office: Office = SILENT,
    has_before: bool = False,
    carried: Earlier | None = None,
) -> tuple[list[Load], list[tuple[int | None, Problem]]]:
    """Load the inputs into the tables of `core`; the loads, and the problems with the load each belongs to.

    `earlier` are the loads of the version before, `now` is UTC, `folder` holds what is needed for a while and
    what `extract` read. `office` is what was said beside the forms; with `has_before` the published version is attached
    as `before`. What is unchanged since the version `carried`, which is attached, is copied from it.
    Raises OSError where nothing more can be written to `folder`.
    """
    intake = take_in(
        connection, inputs, earlier, now, extract, lambda share, text: progress(0.4 * share, text), office, carried
    )
    since = changed_since(carried, inputs, office, intake.loads.values())
    if carried:
        copy_tables(connection, DATASETS.keys() - since.changed - {form.dataset.name for form in intake.forms})
    outcomes, found = load(
        connection,
        intake.forms,
        intake.incomplete,
        day_in_beijing(now),
        lambda share, text: progress(0.4 + 0.4 * share, text),
        has_before=has_before,
        refused_before=intake.refused,
        town=extent([given for given in inputs if given.is_geometry], office.within),
    )
    for load_id, outcome in outcomes.items():
        intake.loads[load_id] = replace(
            intake.loads[load_id],
            rows=outcome.rows,
            rows_used=outcome.rows_used,
            status=outcome.status,
            rows_in=outcome.rows_in,
            rows_left_out=outcome.rows_in - outcome.rows,
        )
    if carried and since.grown:
        former = [load for load_id, load in intake.loads.items() if load_id not in outcomes]
        intake.loads |= add_rows(connection, since.grown, former)
    if has_error([problem for _, problem in intake.problems]):
        # A child that could not write calls the form broken; then the folder is to blame, which this raises.
        probe(folder)
    own = intake.problems + [(load_id, problem) for load_id, listed in found.items() for problem in listed]
    problems = [(load_id, _at_source(intake, load_id, problem)) for load_id, problem in own]
    shapes = [given for given in inputs if given.is_geometry]
    # Without the register of areas every shape would look unknown.
    if shapes and not has_error([problem for _, problem in problems]):
        if carried and GEOMETRY not in since.changed:
            copy_tables(connection, {GEOMETRY})
            loads, said = carry_loads(carried, {given.name: given.checksum for given in shapes})
            intake.loads |= loads
            problems += said
        else:
            problems += _load_shapes(connection, intake, shapes, earlier, now, office.within)
    return sorted(intake.loads.values(), key=lambda load: load.load_id), list(dict.fromkeys(problems))


def _at_source(intake: Intake, load_id: int | None, problem: Problem) -> Problem:
    """The problem with its cells where its sender sees them."""
    table = intake.tables.get(load_id) if load_id is not None else None
    return table.at_source(problem) if table else problem


def _load_shapes(
    connection: duckdb.DuckDBPyConnection,
    intake: Intake,
    shapes: Sequence[Input],
    earlier: Sequence[Load],
    now: datetime,
    within: Bounds,
) -> list[tuple[int | None, Problem]]:
    # The slowest library to open, and only shapes need it.
    from etl.warehouse.geometry import load_geometry

    known = {load.checksum: load for load in earlier if load.dataset == GEOMETRY}
    last = max((*intake.loads, *(load.load_id for load in earlier)), default=0)
    problems: list[tuple[int | None, Problem]] = []
    for given, (rows, used, listed) in zip(shapes, load_geometry(connection, shapes, within).values(), strict=True):
        last += 1
        seen = known.get(given.checksum)
        load_id = seen.load_id if seen and seen.load_id not in intake.loads else last
        intake.loads[load_id] = Load(
            load_id=load_id,
            dataset=GEOMETRY,
            file=given.name,
            sheet="",
            checksum=given.checksum,
            origin="",
            rows=rows,
            loaded_at=seen.loaded_at if seen else now,
            status=Status.REFUSED if has_error(listed) else Status.LOADED if used else Status.REPLACED,
            rows_used=used,
        )
        problems += [(load_id, problem) for problem in listed]
    return problems
