"""A folder of forms → a published warehouse, or all the problems for which there is none."""

import hashlib
import time
import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from etl.datasets import DATASETS
from etl.derive import derive
from etl.inputs import GEOMETRY_FOLDER, ORIGINS, Input, find_inputs
from etl.loads import FIELDS, GEOMETRY, Load, carried_over
from etl.problems import Problem, has_error
from etl.proposing.landing import settle
from etl.publish import BUILDING, SUFFIX, Version, locked, publish, published, read_version, sweep
from etl.tables import META, insert_rows, literal, tables
from etl.workshop import load_all, workshop

CODE = Path(__file__).parent
PROJECT = CODE.parent / "pyproject.toml"
Progress = Callable[[float, str], None]


def silent(share: float, text: str) -> None:
    """Progress that nobody looks at."""


@dataclass(frozen=True, kw_only=True)
class BuildResult:
    """What a build came to. Neither `published` nor an error among the problems: nothing had changed.

    `version` is the one that is published now, None where there is none.
    """

    version: str | None
    published: bool
    loads: list[Load]
    problems: list[Problem]
    seconds: float

    @property
    def is_refused(self) -> bool:
        """Whether problems kept the forms out."""
        return has_error(self.problems)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A version that nobody reads yet: its file at `path`, or problems of which one at least keeps it from being made."""

    version: Version
    path: Path
    loads: list[Load]
    problems: list[Problem]


def build(
    data: Path, warehouse: Path, *, without: Collection[str] = (), keep: int = 5, progress: Progress = silent
) -> BuildResult:
    """Load every form below `data` into a new version of the warehouse and publish it.

    Any error in any form leaves the published version as it is, and all problems come back. `without` names origins
    (`demo`) to leave out; `progress` is told the share done (0 to 1) and what is being done, in Chinese.
    """
    start = time.monotonic()
    if unknown := set(without) - set(ORIGINS.values()):
        raise ValueError(f"unknown origins: {sorted(unknown)}")
    with locked(warehouse, progress):
        sweep(warehouse)
        settle(data, warehouse)
        before = published(warehouse)
        inputs = find_inputs(data, without)
        print_of_content = fingerprint(inputs, without)
        if before and before.fingerprint == print_of_content:
            loads, problems = list(before.loads), []
            is_new = False
        else:
            with TemporaryDirectory(prefix=BUILDING, dir=warehouse, ignore_cleanup_errors=True) as folder:
                candidate = assemble(Path(folder), data, inputs, before, without, progress)
                loads, problems = candidate.loads, candidate.problems
                is_new = not has_error(problems)
                if is_new:
                    publish(warehouse, candidate.path, candidate.version, keep)
        progress(1.0, "完成")
        current = candidate.version.version if is_new else before and before.version
        return BuildResult(
            version=current, published=is_new, loads=loads, problems=problems, seconds=time.monotonic() - start
        )


def assemble(
    folder: Path,
    data: Path,
    inputs: Sequence[Input],
    before: Version | None,
    without: Collection[str],
    progress: Progress,
) -> Candidate:
    """Build the file of a version out of `inputs` in `folder`; nothing is published and nothing need be locked.

    `before` is the version that it follows, from which load ids and times are kept.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    print_of_content = fingerprint(inputs, without)
    version = Version(
        f"{now:%Y%m%dT%H%M%S%fZ}-{print_of_content[:8]}",
        now,
        product_version(),
        tuple(sorted(without)),
        print_of_content,
        (),
    )
    loads, problems = _build_file(folder, version, inputs, before, data, progress)
    return Candidate(version=version, path=folder / f"new{SUFFIX}", loads=loads, problems=problems)


def fingerprint(inputs: Sequence[Input], without: Collection[str]) -> str:
    """What a version is made from, as one SHA-256: the inputs, this pipeline's code and SQL, and DuckDB."""
    digest = hashlib.sha256(repr((duckdb.__version__, sorted(without))).encode())
    for path in sorted((*CODE.rglob("*.py"), *CODE.rglob("*.sql"))):
        if "demo" not in path.relative_to(CODE).parts:
            digest.update(repr((path.relative_to(CODE).as_posix(), path.read_bytes())).encode())
    for given in inputs:
        digest.update(repr((given.name, given.origin, given.checksum)).encode())
    return digest.hexdigest()


def product_version() -> str:
    """The version of this product."""
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]


def _build_file(
    folder: Path, version: Version, inputs: Sequence[Input], before: Version | None, data: Path, progress: Progress
) -> tuple[list[Load], list[Problem]]:
    """Build `new.duckdb` in `folder`, unless there are problems; the loads and the problems."""
    if not inputs:
        return [], [
            Problem(
                file=str(data),
                message="这个文件夹中没有报表。",
                remedy=f"请把报表放入 {'、'.join(ORIGINS)} 子文件夹，图形放入 {GEOMETRY_FOLDER}。",
            )
        ]
    path = folder / f"new{SUFFIX}"
    with workshop(str(path), folder / "spill") as connection:
        earlier = before.loads if before else ()
        loads, problems = load_all(connection, inputs, earlier, version.built_at, folder, progress)
        listed = [problem for _, problem in problems]
        if has_error(listed):
            return loads, listed
        derive(connection, lambda share, text: progress(0.8 + 0.12 * share, text))
        progress(0.92, "检查生成的文件")
        _write_meta(connection, version, [*loads, *carried_over(earlier, loads)], problems)
        connection.execute("DETACH staging; CHECKPOINT")
    _verify(path, loads)
    return loads, listed


def _write_meta(
    connection: duckdb.DuckDBPyConnection,
    version: Version,
    loads: Sequence[Load],
    problems: Sequence[tuple[int | None, Problem]],
) -> None:
    insert_rows(connection, "meta.loads", FIELDS, ([getattr(load, name) for name in FIELDS] for load in loads))
    names = ("file", "level", "sheet", "cell", "message", "remedy")
    insert_rows(
        connection,
        "meta.problems",
        ("load_id", *names),
        ([load_id, *(str(getattr(problem, name)) for name in names)] for load_id, problem in problems),
    )
    connection.execute(
        "INSERT INTO meta.version VALUES (?, ?, ?, ?, ?)",
        [version.version, version.built_at, version.product_version, list(version.without), version.fingerprint],
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
            (rows,) = connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()
            name = table.name.removeprefix("core.")
            if table not in META and rows != expected[name]:
                raise ValueError(f"{table.name} has {rows} rows instead of {expected[name]}")
