"""Files → forms: each sheet as a view of its raw text, recognised, with a load id that stays from build to build."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePath

import duckdb

from etl.carried import Earlier, carry_loads
from etl.extracts import Extracts
from etl.inputs import Input
from etl.office import Office
from etl.problems import Level, Problem, has_error
from etl.read.notices import EXPLANATIONS
from etl.read.personal import find_in_title
from etl.read.sheets import Extract
from etl.received import in_order_received
from etl.shape.table import Table, load_name
from etl.tables_taken import Taken, take_tables
from etl.to_read import plan
from etl.validate.layout import Form, Source
from etl.validate.personal_cells import personal_cells
from etl.validate.recognise import explains, named
from etl.warehouse.loads import Load, Status


@dataclass
class Intake:
    """What came in: forms in the order in which they were received, the loads that go no further, all problems.

    `refused` are the loads of forms that are looked through only to say all that is wrong with them; `tables` tells
    where in its sheet the table of a load stands.
    """

    forms: list[Form] = field(default_factory=list)
    loads: dict[int, Load] = field(default_factory=dict)
    problems: list[tuple[int | None, Problem]] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    tables: dict[int, Table] = field(default_factory=dict)

    @property
    def incomplete(self) -> frozenset[str]:
        """The datasets of which a form could not be read at all."""
        return frozenset(load.dataset for load in self.loads.values() if load.status is Status.REFUSED)

    @property
    def datasets(self) -> frozenset[str]:
        """What the sheets were taken for."""
        return frozenset(load.dataset for load in self.loads.values() if load.dataset)

    def add(self, other: "Intake") -> None:
        """Put what came in of another file behind what came in so far."""
        self.forms += other.forms
        self.loads |= other.loads
        self.problems += other.problems
        self.refused |= other.refused
        self.tables |= other.tables


def take_in(
    connection: duckdb.DuckDBPyConnection,
    inputs: Sequence[Input],
    earlier: Sequence[Load],
    now: datetime,
    extract: Extracts,
    progress: Callable[[float, str], None],
    office: Office,
    carried: Earlier | None = None,
) -> Intake:
    """Take the forms of `inputs` (geometry is left alone), as `extract` has read them, into `connection`.

    `earlier` are the loads of the version before, whose ids and times are kept; `office` what was said beside
    the forms. A file with an error has no forms. Of files of the same bytes the last one received counts. What need
    not be read since it was `carried` over comes as it was, without forms.
    """
    intake = Intake()
    identify = _Identify(earlier)
    dated = [(seen, given) for seen, given in in_order_received(inputs, earlier, now) if not given.is_geometry]
    last = {(given.origin, given.checksum): given for _, given in dated}
    firsts = []
    for seen, given in dated:
        if last[given.origin, given.checksum] is given:
            firsts.append((seen, given))
        else:
            load_id = identify(given, "")
            intake.loads[load_id] = _load(load_id, given, "", "", seen, Status.UNCHANGED)
    taken: dict[str, Intake] = {}
    while waiting := [
        (seen, given)
        for wanted in [plan(carried, inputs, office, {name: one.datasets for name, one in taken.items()}).read]
        for seen, given in firsts
        if given.name in wanted - taken.keys()
    ]:
        extract.begin([given for _, given in waiting])
        for place, (seen, given) in enumerate(waiting):
            extracted = extract(given.path)
            progress(place / len(waiting), f"读取 {given.name}")
            taken[given.name] = _take_file(connection, identify, seen, given, extracted, office)
    for _, given in firsts:
        if given.name in taken:
            intake.add(taken[given.name])
    if carried:
        loads, problems = carry_loads(carried, {one.name: one.checksum for _, one in firsts if one.name not in taken})
        intake.loads |= loads
        intake.problems += problems
    return intake


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
    identify: _Identify,
    seen: datetime,
    given: Input,
    extracted: Extract,
    office: Office,
) -> Intake:
    intake = Intake()
    found = [replace(problem, file=given.name) for problem in extracted.problems]
    if kind := find_in_title(PurePath(given.name).stem):
        found.append(_personal_name(given, "", f"文件名含有{kind}"))
    intake.problems += [(None, problem) for problem in found]
    # Nothing more can be said of a file without sheets; what is wrong beside readable ones does not hide their problems.
    if not extracted.sheets:
        load_id = identify(given, "")
        dataset = named(given.name, "") or ""
        intake.loads[load_id] = _load(load_id, given, dataset, "", seen, Status.REFUSED)
        return intake
    recognised = [one for sheet in extracted.sheets for one in take_tables(connection, identify, given, sheet, office)]
    has_form = any(one.layout for one in recognised)
    for one in recognised:
        sheet, load_id = one.sheet, one.load_id
        intake.tables[load_id] = one.table
        is_no_form = one.layout is None and not one.may_be_form and (has_form or explains(sheet.name))
        problems = _left_out(given, one) if is_no_form else one.problems
        if one.layout is None:
            problems = [*problems, *personal_cells(connection, given.name, sheet, f"staging.raw_{load_id}")]
        if kind := find_in_title(sheet.name):
            problems = [*problems, _personal_name(given, sheet.name, f"工作表名含有{kind}")]
        intake.problems += [(load_id, problem) for problem in problems]
        dataset = one.layout.dataset.name if one.layout else "" if is_no_form else named(given.name, sheet.name) or ""
        # What is wrong with another sheet is nothing of one that is no form, such as the explanations.
        beside = [problem for problem in found if not problem.sheet] if is_no_form else found
        is_refused = has_error([*beside, *problems]) or (one.layout is None and not is_no_form)
        status = Status.REFUSED if is_refused else Status.LEFT_OUT if is_no_form else Status.LOADED
        intake.loads[load_id] = load = _load(
            load_id, given, dataset, load_name(sheet.name, one.table.block), seen, status
        )
        if one.layout is None:
            # Of a sheet that nobody could read every row is refused, of one that is no form every row is left out.
            refused, left_out = (sheet.rows, 0) if is_refused else (0, sheet.rows)
            intake.loads[load_id] = replace(load, rows_in=sheet.rows, rows=refused, rows_left_out=left_out)
        else:
            source = Source(given.name, sheet.name, given.checksum, office.answers, one.table.block)
            form = Form(load_id, given.origin, source, f"staging.raw_{load_id}", one.layout, sheet)
            intake.forms.append(form)
            if has_error([*found, *problems]):
                intake.refused.add(load_id)
    return intake


def _left_out(given: Input, one: Taken) -> list[Problem]:
    """What is said of a sheet that is no form: nothing of the blank form's own, less of explanations than of others."""
    if one.sheet.name == EXPLANATIONS:
        return []
    return [
        Problem(
            file=given.name,
            sheet=one.sheet.name,
            level=Level.NOTE if explains(one.sheet.name) else Level.WARNING,
            code="unknown-form",
            message=f"这张工作表不是报表，{one.sheet.rows} 行都没有读取。",
            remedy="如果是报表，请保留空白报表的表头；不是的可以删去。",
        )
    ]


def _personal_name(given: Input, sheet: str, message: str) -> Problem:
    return Problem(
        file=given.name,
        sheet=sheet,
        code="personal-data",
        message=f"{message}，是个人信息，本系统不接收。",
        remedy="请改名后重新报送。",
    )
