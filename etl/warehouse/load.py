"""Forms → the rows of `core.*`: the later form replaces the earlier, the more reliable origin the less reliable."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date

import duckdb

from etl.content import CHINA, Bounds
from etl.datasets import DATASETS, referred
from etl.inputs import ORIGINS
from etl.problems import Problem, has_error
from etl.row_counts import count_rows
from etl.schema import Dataset
from etl.validate.aside import set_aside
from etl.validate.cumulative import convert_cumulative
from etl.validate.dittos import fill_dittos, may_hold_dittos
from etl.validate.grouped import MOST_ROWS, fill_grouped
from etl.validate.history import create_history, history
from etl.validate.labels_gainsaid import gainsaid_labels
from etl.validate.layout import Form
from etl.validate.merged import fill_merged
from etl.validate.not_happened import not_happened
from etl.validate.numbered_grids import fill_numbered_grids
from etl.validate.own_names import settle_named
from etl.validate.parts import unequal_parts
from etl.validate.plausible import implausible
from etl.validate.registers import REGISTERS
from etl.validate.repeated import repeated_between
from etl.validate.spellings import create_spellings, remember, remember_aliases, set_aside_displaced
from etl.validate.stale import stale
from etl.validate.titled import settle_titled
from etl.validate.type_rows import resolve_own, type_rows
from etl.validate.validate import validate
from etl.validate.written_once import fill_written_once
from etl.warehouse.loads import Status
from etl.warehouse.precedence import AREAS, Outcome, create_zones, displaced, insert

RANK = {origin: rank for rank, origin in enumerate(ORIGINS.values())}
ALIASES = "aliases"


def load(
    connection: duckdb.DuckDBPyConnection,
    forms: Iterable[Form],
    incomplete: Collection[str],
    today: date,
    progress: Callable[[float, str], None],
    *,
    has_before: bool = False,
    refused_before: Collection[int] = (),
    town: Bounds = CHINA,
) -> tuple[dict[int, Outcome], dict[int, list[Problem]]]:
    """Load the forms, given in the order in which they were received, into the tables of `core`.

    `incomplete` are datasets of which a form is missing, so that references to them cannot be judged; `today` is the
    day of loading, after which no fact may lie; `has_before` that an attached version tells what was before;
    `refused_before` are loads of forms that something is wrong with already; places lie in the `town`.
    Returns what became of each form and its problems, both by load id. A form with an error loads nothing.
    """
    forms = list(forms)
    incomplete = {*incomplete, *(form.dataset.name for form in forms if form.layout.lacks_required)}
    outcomes: dict[int, Outcome] = {}
    problems: dict[int, list[Problem]] = {}
    create_spellings(connection)
    for dataset in DATASETS.values():
        if dataset.name in REGISTERS:
            remember(connection, dataset, dataset.table)
    for dataset in in_order_loaded():
        as_given = [form for form in forms if form.dataset is dataset]
        settled = [_settled(connection, form) for form in as_given]
        own = [form for form, _ in settled]
        problems.update({form.load_id: said for form, said in settled})
        for form in as_given:
            problems[form.load_id] += gainsaid_labels(connection, form)
        _read(
            connection,
            dataset,
            own,
            incomplete,
            today,
            problems,
            lambda text: progress(len(problems) / len(forms), text),
            has_before,
            town,
        )
        refused = [form for form in own if form.load_id in refused_before or has_error(problems[form.load_id])]
        accepted = [form for form in reversed(own) if form not in refused]
        # The strongest goes in first, the latest of its origin; what comes after only fills the gaps.
        for form in sorted(accepted, key=lambda form: RANK[form.origin]):
            outcomes[form.load_id] = insert(connection, form)
        outcomes |= {form.load_id: Outcome(count_rows(connection, form.typed), 0, Status.REFUSED) for form in refused}
        for form in own:
            outcomes[form.load_id] = replace(outcomes[form.load_id], rows_in=_rows_in(connection, form))
        for form in accepted:
            problems[form.load_id] += displaced(connection, form, [demo for demo in accepted if demo.origin == "demo"])
        if dataset.name in REGISTERS:
            set_aside_displaced(connection, dataset, [form.typed for form in refused])
        for form in own:
            connection.execute(f"DROP TABLE {form.typed}; DROP TABLE {form.aside}")
        if dataset.name == ALIASES:
            remember_aliases(connection)
        if dataset.name == AREAS:
            create_zones(connection)
    return outcomes, problems


def _settled(connection: duckdb.DuckDBPyConnection, form: Form) -> tuple[Form, list[Problem]]:
    """The form with the columns that registers find in its cells or its title, and what is to be said of them."""
    named, told = settle_named(connection, form)
    titled, said = settle_titled(connection, named)
    return titled, [*told, *said]


def in_order_loaded() -> list[Dataset]:
    """The datasets in their order, but the form of aliases as soon as its registers are there."""
    needed: set[str] = set()
    waiting = [ALIASES]
    while waiting:
        name = waiting.pop()
        needed.add(name)
        waiting += [target for column in DATASETS[name].referring if (target := referred(column)[0]) not in needed]
    return sorted(DATASETS.values(), key=lambda dataset: (dataset.name not in needed, dataset.name == ALIASES))


def _read(
    connection: duckdb.DuckDBPyConnection,
    dataset: Dataset,
    forms: list[Form],
    incomplete: Collection[str],
    today: date,
    problems: dict[int, list[Problem]],
    say: Callable[[str], None],
    has_before: bool,
    town: Bounds,
) -> None:
    for form in forms:
        fill_merged(connection, form)
        problems[form.load_id] += [*fill_grouped(connection, form), *fill_written_once(connection, form)]
        fill_numbered_grids(connection, form)
        problems[form.load_id] += _typed(connection, form)
        problems[form.load_id] += set_aside(connection, form)
        if dataset.name in REGISTERS:
            remember(connection, dataset, form.typed)
    for form in forms:
        resolve_own(connection, form)
    asked = [form for form in forms if form.origin == "reported"]
    if asked:
        create_history(connection, dataset, forms, has_before=has_before)
    for form in forms:
        say(f"核对 {form.file}")
        own = problems[form.load_id]
        own += convert_cumulative(connection, form) if form in asked else []
        own += validate(connection, form, today, incomplete)
        if form in asked:
            own += [*implausible(connection, form, town), *unequal_parts(connection, form)]
            own += [*not_happened(connection, form), *stale(connection, form)]
    whole = [form for form in asked if not form.layout.lacks_required]
    for form in whole:
        twins = [other for other in whole if other.file == form.file and other.load_id < form.load_id]
        problems[form.load_id] += repeated_between(connection, form, twins)
    if asked:
        connection.execute(f"DROP TABLE {history(dataset)}")


def _typed(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Problem]:
    """Type the rows of a form, marks such as 同上 filled in before; what is to be said of those."""
    if form.read.rows > MOST_ROWS:
        type_rows(connection, form)
        if not may_hold_dittos(connection, form):
            return []
    said = fill_dittos(connection, form)
    type_rows(connection, form)
    return said


def _rows_in(connection: duckdb.DuckDBPyConnection, form: Form) -> int:
    """The rows below the headers that hold anything."""
    [(above,)] = connection.execute(
        # The rows come in order: no more than these can lie above, and the rest need not be read for it.
        f"SELECT count(*) FROM (FROM {form.raw} LIMIT {form.layout.last_header_row}) "
        f"WHERE source_row <= {form.layout.last_header_row}"
    ).fetchall()
    return form.read.rows - int(above)
