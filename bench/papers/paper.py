"""A good form as a value that knows what a person reads in it, and how one of its parts is put in the place of another."""

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from etl.datasets import DATASETS
from etl.schema import Kind
from tests.etl.corpus import sample
from tests.etl.corpus.declare import Number, Sheet

GOOD_FORMS = {
    "enterprise_quarters": (sample.QUARTER_HEAD, sample.QUARTER_ROWS),
    "population": (sample.POPULATION_HEAD, sample.POPULATION_ROWS),
    "grid_staffing": (sample.STAFFING_HEAD, sample.STAFFING_ROWS),
    "grid_events": (sample.EVENT_HEAD, sample.EVENT_ROWS),
    "training_courses": (sample.COURSE_HEAD, sample.COURSE_ROWS),
    "job_months": (sample.JOB_HEAD, sample.JOB_ROWS),
    "decisions": (sample.DECISION_HEAD, sample.DECISION_ROWS),
    "list_items": (sample.ITEM_HEAD, sample.ITEM_ROWS),
    "service_months": (sample.SERVICE_HEAD, sample.SERVICE_ROWS),
    "party_coverage": (sample.COVERAGE_HEAD, sample.COVERAGE_ROWS),
    "park_pipeline": (sample.PIPELINE_HEAD, sample.PIPELINE_ROWS),
    "enterprise_visits": (sample.VISIT_HEAD, sample.VISIT_ROWS),
}

# The note that contradicts a header of another unit of money.
IN_YI = ("单位：亿元",)
OTHERWISE = ("（万元）", "（千元）", "（元）")
# What a person reads in a cell that nobody can read.
NOBODY_KNOWS = object()
# The quarter of all good forms, and the title that says so.
QUARTER, OF_QUARTER = "2026Q1", "2026年第一季度报表"
NOTES = ("注：本表为快报数。", "填表人：", "单位（盖章）：", "说明：以台账为准。")
HEADINGS = ("一、宝盖片区", "（一）重点单位", "二、其他")
TITLES = ("统计报表", OF_QUARTER, "季度情况统计表")


@dataclass(frozen=True)
class Cell:
    """What is written, and what a person reads there in the unit of the declared column."""

    written: Any
    meant: Any


@dataclass(frozen=True)
class Head:
    """A header and the declared column that a person sees under it, none where nobody can know."""

    written: str
    name: str | None


@dataclass(frozen=True)
class Line:
    """A row: a record of cells, or, where `cells` is empty, words that are no record."""

    cells: tuple[Cell, ...] = ()
    words: tuple[Any, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A form; `is_doubtful` where nobody may take it unasked, `may_wait` where it may be taken or asked about."""

    dataset: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    above: tuple[tuple[Any, ...], ...] = ()
    sheet: str = "Sheet1"
    others: tuple[Sheet, ...] = ()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    look: dict[str, Any] = field(default_factory=dict)
    is_doubtful: bool = False
    may_wait: bool = False

    @property
    def records(self) -> list[int]:
        """The places of the rows that are records."""
        return [place for place, line in enumerate(self.lines) if line.cells]

    def means(self) -> frozenset[tuple] | None:
        """The rows that must come out of it if it is taken; None where it must not be taken."""
        dataset = DATASETS[self.dataset]
        names = [head.name for head in self.heads]
        required = {column.name for column in dataset.columns if column.is_required}
        cells = [(at, cell) for place in self.records for at, cell in enumerate(self.lines[place].cells)]
        filled = {at for at, cell in cells if cell.written not in (None, "")}
        is_lost = any(head.name is None and at in filled for at, head in enumerate(self.heads))
        is_contradicted = IN_YI in self.above and any(unit in head.written for head in self.heads for unit in OTHERWISE)
        if self.is_doubtful or is_lost or is_contradicted or any(cell.meant is NOBODY_KNOWS for _, cell in cells):
            return None
        # A form without its quarters is of the one that its title names.
        told = {column.name: QUARTER for column in dataset.columns if column.kind is Kind.QUARTER and self._titled}
        if not required <= {*names, *told} or max(Counter(filter(None, names)).values()) > 1:
            return None
        rows = [
            told | dict(zip(names, (cell.meant for cell in self.lines[place].cells), strict=True))
            for place in self.records
        ]
        keys = [tuple(row[name] for name in dataset.key) for row in rows]
        if len(set(keys)) < len(keys) or any(row[name] is None for row in rows for name in required):
            return None
        return frozenset(tuple(row.get(name) for name in dataset.column_of) for row in rows)

    @property
    def _titled(self) -> bool:
        return any(OF_QUARTER in line for line in self.above)

    def sheets(self) -> list[Sheet]:
        """The workbook's sheets."""
        heads = tuple(head.written for head in self.heads)
        rows = [tuple(cell.written for cell in line.cells) or line.words for line in self.lines]
        first = len(self.above) + 2
        merged = [
            f"{chr(65 + left)}{first + top}:{chr(65 + right)}{first + bottom}"
            for top, left, bottom, right in self.merged
        ]
        return [Sheet(rows=[*self.above, heads, *rows], name=self.sheet, merged=merged, **self.look), *self.others]


def good_paper(dataset: str) -> Paper:
    """The good form of a dataset, as it stands in the corpus."""
    head, rows = GOOD_FORMS[dataset]
    names = {column.header: column.name for column in DATASETS[dataset].columns}
    heads = tuple(Head(label, names[label]) for label in head)
    lines = tuple(
        Line(tuple(Cell(cell, sample.AREA_OF.get(cell, None if cell == "" else cell)) for cell in cells))
        for cells in rows
    )
    return Paper(dataset=dataset, heads=heads, lines=lines)


def record(random: Random, paper: Paper) -> int:
    """The place of one of the rows that are records."""
    return random.choice(paper.records)


def put(paper: Paper, place: int, at: int, cell: Cell) -> Paper:
    """The form with another cell in a row and a column."""
    line = paper.lines[place]
    return with_line(paper, place, replace(line, cells=(*line.cells[:at], cell, *line.cells[at + 1 :])))


def with_line(paper: Paper, place: int, line: Line) -> Paper:
    """The form with another row at a place."""
    return replace(paper, lines=(*paper.lines[:place], line, *paper.lines[place + 1 :]))


def with_head(paper: Paper, at: int, head: Head) -> Paper:
    """The form with another header over a column."""
    return replace(paper, heads=(*paper.heads[:at], head, *paper.heads[at + 1 :]))


def insert(paper: Paper, place: int, line: Line) -> Paper:
    """The form with one row more; as it is where cells are merged."""
    # Merged ranges would no longer lie over their rows.
    return paper if paper.merged else replace(paper, lines=(*paper.lines[:place], line, *paper.lines[place:]))


def columns_of(paper: Paper, *kinds: Kind, is_required: bool | None = None) -> list[int]:
    """The columns of some kinds, of those that are required or are not if it is said."""
    columns = [DATASETS[paper.dataset].column_of.get(head.name) for head in paper.heads]
    return [
        at
        for at, column in enumerate(columns)
        if column and column.kind in kinds and is_required in (None, column.is_required)
    ]


def some_cell(random: Random, paper: Paper, *kinds: Kind, **more: bool) -> tuple[int, int, Cell] | None:
    """(row, column, cell) of a filled cell under a column of one of `kinds`, or None."""
    found = [
        (place, at, paper.lines[place].cells[at])
        for place in paper.records
        for at in columns_of(paper, *kinds, **more)
        if paper.lines[place].cells[at].meant is not None
        and not isinstance(paper.lines[place].cells[at].written, Number)
    ]
    return random.choice(found) if found else None
