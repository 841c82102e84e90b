"""Files → forms: each sheet as a view of its raw text, recognised, with a load id that stays from build to build."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import duckdb

from etl.forms.layout import Form
from etl.forms.recognise import SEARCHED_ROWS, named, recognise
from etl.inputs import Input
from etl.loads import Load, Status
from etl.problems import Problem, has_error
from etl.read.files import extract_together, share_out
from etl.read.raw import load_sheet
from etl.read.sheets import Extract


@dataclass
class Intake:
    """What came in: forms in the order in which they were received, the loads that go no further, all problems."""

    forms: list[Form] = field(default_factory=list)
    loads: dict[int, Load] = field(default_factory=dict)
    problems: list[tuple[int | None, Problem]] = field(default_factory=list)

    @property
    def incomplete(self) -> frozenset[str]:
        """The datasets of which a form could not be read at all."""
        return frozenset(load.dataset for load in self.loads.values() if load.status is Status.REFUSED)


def in_order_received(inputs: Sequence[Input], earlier: Sequence[Load], now: datetime) -> list[tuple[datetime, Input]]:
    """The inputs with the time they were first loaded, in that order; new ones by the time of the file, then name."""
    first_seen: dict[str, datetime] = {}
    for load in earlier:
        first_seen[load.checksum] = min(load.loaded_at, first_seen.get(load.checksum, load.loaded_at))
    dated = [(first_seen.get(given.checksum, now), given) for given in inputs]
    return sorted(dated, key=lambda pair: (pair[0], pair[1].modified, pair[1].name))


def take_in(
    connection: duckdb.DuckDBPyConnection,
    inputs: Sequence[Input],
    earlier: Sequence[Load],
    now: datetime,
    work: Path,
    progress: Callable[[float, str], None],
) -> Intake:
    """Read every form of `inputs` (geometry is left alone) into `connection`, using the folder `work` for a while.

    `earlier` are the loads of the version before, whose ids and times are kept. A file with an error has no forms.
    """
    intake = Intake()
    identify = _Identify(earlier)
    dated = [(seen, given) for seen, given in in_order_received(inputs, earlier, now) if not given.is_geometry]
    taken: dict[tuple[str, str], Input] = {}
    firsts = []
    for seen, given in dated:
        twin = taken.setdefault((given.origin, given.checksum), given)
        if twin is given:
            firsts.append((seen, given))
        else:
            load_id = identify(given, "")
            intake.loads[load_id] = _load(load_id, given, "", "", seen, Status.UNCHANGED)
    total = sum(given.path.stat().st_size for _, given in firsts) or 1
    done = 0
    for (seen, given), extracted in zip(firsts, _extracts(firsts, work), strict=True):
        progress(done / total, f"读取 {given.name}")
        _take_file(connection, intake, identify, seen, given, extracted)
        done += given.path.stat().st_size
    return intake


def _extracts(dated: Sequence[tuple[datetime, Input]], work: Path) -> Iterator[Extract]:
    """The extracts in the order given, made by child processes, as many at once as there are processors."""
    paths = [given.path for _, given in dated]
    processors = os.cpu_count() or 1
    with ThreadPoolExecutor(processors) as pool:
        found: dict[Path, tuple[Future[list[Extract]], int]] = {}
        for group in share_out(paths, processors):
            extracts = pool.submit(extract_together, group, work)
            found |= {path: (extracts, place) for place, path in enumerate(group)}
        for path in paths:
            extracts, place = found[path]
            yield extracts.result()[place]


class _Identify:
    """Gives a sheet its load id: the one of the version before, or a new one."""

    def __init__(self, earlier: Sequence[Load]) -> None:
        self.known = {(load.origin, load.file, load.checksum, load.sheet): load.load_id for load in earlier}
        self.last = max(self.known.values(), default=0)

    def __call__(self, given: Input, sheet: str) -> int:
        key = (given.origin, given.name, given.checksum, sheet)
        if key not in self.known:
            self.last += 1
            self.known[key] = self.last
        return self.known[key]


def _load(load_id: int, given: Input, dataset: str, sheet: str, seen: datetime, status: Status) -> Load:
    return Load(
        load_id=load_id,
        dataset=dataset,
        file=given.name,
        sheet=sheet,
        checksum=given.checksum,
        origin=given.origin,
        rows=0,
        loaded_at=seen,
        status=status,
    )


def _take_file(
    connection: duckdb.DuckDBPyConnection,
    intake: Intake,
    identify: _Identify,
    seen: datetime,
    given: Input,
    extracted: Extract,
) -> None:
    found = [replace(problem, file=given.name) for problem in extracted.problems]
    intake.problems += [(None, problem) for problem in found]
    if has_error(found):
        load_id = identify(given, "")
        dataset = named(given.name, "") or ""
        intake.loads[load_id] = _load(load_id, given, dataset, "", seen, Status.REFUSED)
        return
    for sheet in extracted.sheets:
        load_id = identify(given, sheet.name)
        raw = f"staging.raw_{load_id}"
        load_sheet(connection, sheet, raw)
        layout, problems = recognise(_first_rows(connection, raw), given.name, sheet.name)
        intake.problems += [(load_id, problem) for problem in problems]
        dataset = layout.dataset.name if layout else named(given.name, sheet.name) or ""
        status = Status.LOADED if layout else Status.REFUSED
        intake.loads[load_id] = _load(load_id, given, dataset, sheet.name, seen, status)
        if layout:
            intake.forms.append(Form(load_id, given.origin, given.name, sheet.name, raw, layout))


def _first_rows(connection: duckdb.DuckDBPyConnection, raw: str) -> list[tuple[int, tuple[str | None, ...]]]:
    rows = connection.execute(f"FROM {raw} LIMIT {SEARCHED_ROWS}").fetchall()
    return [(number, tuple(cells)) for number, *cells in rows]
