"""Forms → the file of a version that nobody reads yet, or the problems for which there is none."""

import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from content_files import content_folder
from etl.carried import BEFORE, attached, given_of, read_earlier, write_inputs
from etl.datasets import DATASETS
from etl.extracts import reading
from etl.fingerprints import basis, fingerprint
from etl.inputs import GEOMETRY_FOLDER, ORIGINS, Input
from etl.office import read_office
from etl.packs.loading import load_packs
from etl.parse.periods import day_in_beijing
from etl.problems import Problem, has_error
from etl.sql import literal
from etl.to_read import changed_since, plan
from etl.warehouse.content import load_content
from etl.warehouse.derive import derive, read_marts
from etl.warehouse.kept_versions import (
    SUFFIX,
    Version,
    loads_known,
    names,
    newest_intact,
    read_version,
)
from etl.warehouse.loads import FIELDS, GEOMETRY, Load, carried_over, not_before
from etl.warehouse.own_tables import CONTENT, META, PACKS
from etl.warehouse.tables import comment_tables, insert_rows, tables
from etl.warehouse.version_names import version_name
from etl.workshop import load_all, workshop

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"
Progress = Callable[[float, str], None]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A version that nobody reads yet: its file at `path`, or problems of which one at least keeps it from being made."""

    version: Version
    path: Path
    loads: list[Load]
    problems: list[Problem]


def assemble(
    folder: Path,
    warehouse: Path,
    data: Path,
    inputs: Sequence[Input],
    without: Collection[str],
    progress: Progress,
    *,
    full: bool = False,
) -> Candidate:
    """Build the file of a version out of `inputs` in `folder`; nothing is published and nothing need be locked.

    Its name sorts after those in `warehouse`, and the ids and times of loads go on from the published version. With
    `full` every form is read and every table made again.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    print_of_content = fingerprint(inputs, without, data)
    name = version_name(names(warehouse), now, print_of_content)
    version = Version(name, now, product_version(), tuple(sorted(without)), print_of_content, ())
    intact = newest_intact(warehouse)
    before = intact.file if intact and not full else None
    loads, problems = _build_file(folder, version, inputs, loads_known(warehouse), before, data, progress)
    return Candidate(version=version, path=folder / f"new{SUFFIX}", loads=loads, problems=problems)


def product_version() -> str:
    """The version of this product."""
    return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])


def _build_file(
    folder: Path,
    version: Version,
    inputs: Sequence[Input],
    earlier: Sequence[Load],
    before: Path | None,
    data: Path,
    progress: Progress,
) -> tuple[list[Load], list[Problem]]:
    """Build `new.duckdb` in `folder`, unless there are problems; the loads and the problems.

    What cannot be otherwise than in the version in the file `before` is taken over from it.
    """
    if not inputs:
        return [], [
            Problem(
                file=str(data),
                message="这个文件夹中没有报表。" if data.is_dir() else "没有这个文件夹，也就没有报表。",
                remedy=f"请把报表放入 {'、'.join(ORIGINS)} 子文件夹，图形放入 {GEOMETRY_FOLDER}。",
            )
        ]
    path = folder / f"new{SUFFIX}"
    office, received_at = read_office(data), not_before(version.built_at, earlier)
    made_on = basis(inputs, data, day_in_beijing(received_at).year)
    carried = read_earlier(before, made_on, earlier)
    first = plan(carried, inputs, office, {}).read
    with (
        reading([one for one in inputs if one.name in first], folder) as extract,
        workshop(str(path), folder / "spill") as connection,
        attached(connection, carried),
    ):
        # What needs no form is done while they are read.
        marts = read_marts()
        connection.begin()
        comment_tables(connection)
        connection.commit()
        from etl.warehouse.withholding import READ, withhold
        from etl.warehouse.withholding.remembered import read_patterns

        decided = read_patterns(before)
        loads, problems = load_all(
            connection, inputs, earlier, received_at, folder, extract, progress, office=office, carried=carried
        )
        listed = [problem for _, problem in problems]
        if has_error(listed):
            return loads, listed
        changed = (
            {f"core.{name}" for name in changed_since(carried, inputs, office, loads).changed}
            | {table.name for table in PACKS}
            if carried
            else None
        )
        connection.begin()
        load_content(connection, content_folder(data))
        unusable = load_packs(connection, data, version.without)
        problems, listed = [*problems, *((None, problem) for problem in unusable)], [*listed, *unusable]
        stale = derive(
            connection,
            lambda share, text: progress(0.8 + 0.12 * share, text),
            marts,
            changed=changed,
            before=BEFORE if carried else "",
        )
        progress(0.92, "确定不公开的数")
        withhold(connection, decided, before="" if carried is None or stale & READ else BEFORE)
        progress(0.95, "检查生成的文件")
        _write_meta(connection, version, made_on, [*loads, *carried_over(earlier, loads)], problems)
        write_inputs(connection, given_of(inputs, office))
        connection.commit()
        connection.execute("DETACH staging; CHECKPOINT")
    _verify(path, loads)
    return loads, listed


def _write_meta(
    connection: duckdb.DuckDBPyConnection,
    version: Version,
    made_on: str,
    loads: Sequence[Load],
    problems: Sequence[tuple[int | None, Problem]],
) -> None:
    insert_rows(connection, "meta.loads", FIELDS, ([getattr(load, name) for name in FIELDS] for load in loads))
    names = ("file", "level", "sheet", "cell", "count", "code", "message", "remedy")
    insert_rows(
        connection,
        "meta.problems",
        ("load_id", *names),
        ([load_id, *(str(getattr(problem, name)) for name in names)] for load_id, problem in problems),
    )
    connection.execute(
        "INSERT INTO meta.version VALUES (?, ?, ?, ?, ?, ?)",
        [
            version.version,
            version.built_at,
            version.product_version,
            list(version.without),
            version.fingerprint,
            made_on,
        ],
    )


def _verify(path: Path, loads: Sequence[Load]) -> None:
    """Open the finished file as a reader would; raises ValueError where rows or tables are missing."""
    found = read_version(path)
    if found is None:
        raise ValueError(f"{path} cannot be read back")
    expected = dict.fromkeys((*DATASETS, GEOMETRY), 0)
    for load_ in loads:
        if load_.dataset:
            expected[load_.dataset] += load_.rows_used
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH {literal(str(path))} AS version (READ_ONLY); USE version")
        for table in tables():
            [(rows,)] = connection.execute(f"SELECT count(*) FROM {table.name}").fetchall()
            name = table.name.removeprefix("core.")
            if table not in (*CONTENT, *PACKS, *META) and rows != expected[name]:
                raise ValueError(f"{table.name} has {rows} rows instead of {expected[name]}")
