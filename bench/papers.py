"""A good form as a value that knows what a person reads in it, and the changes that an office or an accident makes to it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from typing import Any

from etl.datasets import DATASETS
from etl.schema import NUMBERS, Kind
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
NOTES = ("注：本表为快报数。", "填表人：", "单位（盖章）：", "说明：以台账为准。")
HEADINGS = ("一、宝盖片区", "（一）重点单位", "二、其他")
# The note that contradicts a header of another unit of money.
IN_YI = ("单位：亿元",)
OTHERWISE = ("（万元）", "（千元）", "（元）")
# What a person reads in a cell that nobody can read.
NOBODY_KNOWS = object()
# The quarter of all good forms, and the title that says so.
QUARTER, OF_QUARTER = "2026Q1", "2026年第一季度报表"
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


def _record(random: Random, paper: Paper) -> int:
    return random.choice(paper.records)


def _put(paper: Paper, place: int, at: int, cell: Cell) -> Paper:
    line = paper.lines[place]
    return _with_line(paper, place, replace(line, cells=(*line.cells[:at], cell, *line.cells[at + 1 :])))


def _with_line(paper: Paper, place: int, line: Line) -> Paper:
    return replace(paper, lines=(*paper.lines[:place], line, *paper.lines[place + 1 :]))


def _insert(paper: Paper, place: int, line: Line) -> Paper:
    # Merged ranges would no longer lie over their rows.
    return paper if paper.merged else replace(paper, lines=(*paper.lines[:place], line, *paper.lines[place:]))


def _columns_of(paper: Paper, *kinds: Kind, is_required: bool | None = None) -> list[int]:
    columns = [DATASETS[paper.dataset].column_of.get(head.name) for head in paper.heads]
    return [
        at
        for at, column in enumerate(columns)
        if column and column.kind in kinds and is_required in (None, column.is_required)
    ]


def _some_cell(random: Random, paper: Paper, *kinds: Kind, **more: bool) -> tuple[int, int, Cell] | None:
    """(row, column, cell) of a filled cell under a column of one of `kinds`, or None."""
    found = [
        (place, at, paper.lines[place].cells[at])
        for place in paper.records
        for at in _columns_of(paper, *kinds, **more)
        if paper.lines[place].cells[at].meant is not None
        and not isinstance(paper.lines[place].cells[at].written, Number)
    ]
    return random.choice(found) if found else None


def swap_rows(random: Random, paper: Paper) -> Paper:
    """Two rows change places; unless cells are merged over them."""
    lines = list(paper.lines)
    one, other = _record(random, paper), _record(random, paper)
    lines[one], lines[other] = lines[other], lines[one]
    return paper if paper.merged else replace(paper, lines=tuple(lines))


def delete_row(random: Random, paper: Paper) -> Paper:
    """A row goes, unless it is the only one or sums speak of it."""
    has_words = any(not line.cells for line in paper.lines)
    if len(paper.records) < 2 or paper.merged or has_words:
        return paper
    place = _record(random, paper)
    return replace(paper, lines=(*paper.lines[:place], *paper.lines[place + 1 :]))


def repeat_row(random: Random, paper: Paper) -> Paper:
    """A row stands twice: its key is no longer one row's."""
    return _insert(paper, len(paper.lines), paper.lines[_record(random, paper)])


def _reordered(paper: Paper, order: Sequence[int]) -> Paper:
    if paper.merged or any(not line.cells for line in paper.lines):
        return paper
    lines = tuple(replace(line, cells=tuple(line.cells[at] for at in order)) for line in paper.lines)
    return replace(paper, heads=tuple(paper.heads[at] for at in order), lines=lines)


def shuffle_columns(random: Random, paper: Paper) -> Paper:
    """The columns stand in another order."""
    order = list(range(len(paper.heads)))
    random.shuffle(order)
    return _reordered(paper, order)


def delete_column(random: Random, paper: Paper) -> Paper:
    """A column goes."""
    order = list(range(len(paper.heads)))
    order.remove(random.choice(order))
    # What is left may break a rule.
    changed = _reordered(paper, order)
    return changed if changed is paper else replace(changed, may_wait=True)


def repeat_column(random: Random, paper: Paper) -> Paper:
    """A column stands twice."""
    return _reordered(paper, [*range(len(paper.heads)), random.randrange(len(paper.heads))])


def _with_head(paper: Paper, at: int, head: Head) -> Paper:
    return replace(paper, heads=(*paper.heads[:at], head, *paper.heads[at + 1 :]))


def blank_header(random: Random, paper: Paper) -> Paper:
    """A header is lost."""
    return _with_head(paper, random.randrange(len(paper.heads)), Head("", None))


def respell_header(random: Random, paper: Paper) -> Paper:
    """A header is stretched, broken or starred."""
    at = random.randrange(len(paper.heads))
    head = paper.heads[at]
    spelt = random.choice(
        (
            lambda text: text.replace("（", "(").replace("）", ")"),
            lambda text: text.replace("（", "\n（"),
            lambda text: f"*{text}",
            lambda text: f" {text} ",
            lambda text: f"{text[:1]}　{text[1:]}",
        )
    )
    return _with_head(paper, at, replace(head, written=spelt(head.written)))


def misspell_header(random: Random, paper: Paper) -> Paper:
    """A header gets a strange character: nobody may lose its column unsaid."""
    at = random.randrange(len(paper.heads))
    head = paper.heads[at]
    if not head.written:
        return paper
    return _with_head(paper, at, Head(f"囧{head.written}", None))


# Declared unit → other unit, and how many of the declared one it makes.
OTHER_UNITS = {
    "万元": (("亿元", 10_000), ("千元", Decimal("0.1")), ("元", Decimal("0.0001"))),
    "平方米": (("万平方米", 10_000),),
    "兆瓦时": (("千瓦时", Decimal("0.001")),),
}


def change_unit(random: Random, paper: Paper) -> Paper:
    """A header states another unit, with its numbers turned into it or left as they are."""
    columns = [
        at
        for at, head in enumerate(paper.heads)
        if _unit(paper, head) in OTHER_UNITS and f"（{_unit(paper, head)}）" in head.written
    ]
    if not columns:
        return paper
    at = random.choice(columns)
    own = _unit(paper, paper.heads[at])
    unit, factor = random.choice(OTHER_UNITS[own])
    is_turned = random.random() < 0.7
    if any(not isinstance(paper.lines[place].cells[at].written, int | float | None) for place in paper.records):
        return paper
    for place in paper.records:
        cell = paper.lines[place].cells[at]
        if cell.written is not None:
            value = Decimal(str(cell.written))
            new = Cell(float(value / factor), cell.meant) if is_turned else Cell(cell.written, value * factor)
            paper = _put(paper, place, at, new)
    head = replace(paper.heads[at], written=paper.heads[at].written.replace(own, unit))
    return replace(_with_head(paper, at, head), may_wait=paper.may_wait or not is_turned)


def _unit(paper: Paper, head: Head) -> str:
    column = DATASETS[paper.dataset].column_of.get(head.name)
    return column.unit if column else ""


def nonsense_unit(random: Random, paper: Paper) -> Paper:
    """A header states a unit that does not exist."""
    columns = [at for at in _columns_of(paper, *NUMBERS) if "（" in paper.heads[at].written]
    if not columns:
        return paper
    at = random.choice(columns)
    written = f"{paper.heads[at].written.partition('（')[0]}（标准箱）"
    return _with_head(paper, at, Head(written, None))


def respell_number(random: Random, paper: Paper) -> Paper:
    """A number as text, in full width or with blanks."""
    found = _some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int | float):
        return paper
    place, at, cell = found
    written = str(cell.written)
    full = {ord(character): ord(character) + 0xFEE0 for character in "0123456789."}
    return _put(
        paper,
        place,
        at,
        Cell(random.choice((written, written.translate(full), f" {written} ", f"{written}\u00a0")), cell.meant),
    )


def change_number(random: Random, paper: Paper) -> Paper:
    """Another number."""
    found = _some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int) or found[2].written != found[2].meant:
        return paper
    place, at, cell = found
    value = max(0, cell.written + random.randint(-3, 3))
    return replace(_put(paper, place, at, Cell(value, value)), may_wait=True)


def spoil_number(random: Random, paper: Paper) -> Paper:
    """What stands for a number is none."""
    found = _some_cell(random, paper, *NUMBERS)
    if not found:
        return paper
    place, at, cell = found
    spoilt = random.choice(
        (f"约{cell.written}", "#REF!", "l2O", "12..5", "10-20", "见附件", "１２abc", "0x1F", "∞", "1e400")
    )
    return _put(paper, place, at, Cell(spoilt, NOBODY_KNOWS))


def empty_cell(random: Random, paper: Paper) -> Paper:
    """A cell is left empty, or has a sign for nothing."""
    if not paper.lines or paper.merged:
        return paper
    place, at = _record(random, paper), random.randrange(len(paper.heads))
    sign = random.choice(("", "/", "—", "-")) if at in _columns_of(paper, *NUMBERS) else ""
    return replace(_put(paper, place, at, Cell(sign, None)), may_wait=True)


PERIODS = {"2026Q1": ("2026年一季度", "2026年第1季度", "2026q1", "26年一季度", "2026.03", "２０２６年第一季度", "二〇二六年一季度"),
           "2026-03": ("2026年3月", "2026/3", "202603", "26年3月", "2026年3月份", "2026年三月"),
           "2026-03-31": ("2026年3月31日", "2026/3/31", "20260331", "2026.3.31", "2026年3月底", "截至2026年3月31日")}  # fmt: skip


def respell_period(random: Random, paper: Paper) -> Paper:
    """A quarter, a month or a day in another spelling."""
    found = _some_cell(random, paper, Kind.QUARTER, Kind.MONTH, Kind.DATE)
    if not found or found[2].meant not in PERIODS or found[2].written in (None, ""):
        return paper
    place, at, cell = found
    return _put(paper, place, at, Cell(random.choice(PERIODS[cell.meant]), cell.meant))


def spoil_key(random: Random, paper: Paper) -> Paper:
    """What refers to a register is in none."""
    found = _some_cell(random, paper, Kind.CODE)
    if not found or not DATASETS[paper.dataset].column_of[paper.heads[found[1]].name].references:
        return paper
    spoilt = random.choice(("查无此处", "350581199999", "Q999", "ＸＸ", "#N/A"))
    return _put(paper, found[0], found[1], Cell(spoilt, NOBODY_KNOWS))


def add_person(random: Random, paper: Paper) -> Paper:
    """A made-up number of a person comes in somewhere."""
    number = random.choice(
        ("13800001234", "138 0000 1234", "１３８００００１２３４", "350581199001011235", "0595-88881234")
    )
    if random.random() < 0.4:
        return replace(paper, above=((f"联系电话：{number}",), *paper.above), is_doubtful=True)
    place, at = _record(random, paper), random.randrange(len(paper.heads))
    return _put(paper, place, at, Cell(f"有事请打{number}", NOBODY_KNOWS))


def add_words(random: Random, paper: Paper) -> Paper:
    """A row that is no record: a heading, a note, an empty row, the numbers of the columns, the header again."""
    width = len(paper.heads)
    heads = tuple(head.written for head in paper.heads)
    choice = random.randrange(5)
    if choice == 0:
        return _insert(paper, _record(random, paper), Line(words=(random.choice(HEADINGS),)))
    if choice == 1:
        return _insert(paper, len(paper.lines), Line(words=(random.choice(NOTES),)))
    if choice == 2:
        return _insert(paper, random.randint(0, len(paper.lines)), Line(words=("",)))
    if choice == 3:
        return _insert(paper, 0, Line(words=("甲", "乙", *range(1, width - 1))))
    return _insert(paper, random.randint(1, len(paper.lines)), Line(words=heads))


def add_total(random: Random, paper: Paper) -> Paper:
    """The sum of all records, right or wrong by one, before or behind them."""
    at_numbers = _columns_of(paper, *NUMBERS)
    if 0 in at_numbers or any(not line.cells for line in paper.lines):
        return paper
    sums: list[Any] = ["" for _ in paper.heads]
    is_wrong = random.random() < 0.2
    for at in at_numbers:
        cells = [paper.lines[place].cells[at].written for place in paper.records]
        numbers = [Decimal(str(cell)) for cell in cells if isinstance(cell, int | float)]
        sums[at] = float(sum(numbers)) + is_wrong
    sums[0] = random.choice(("合计", "合  计", "总计", "小计", "合计："))
    summed = _insert(paper, random.choice((0, len(paper.lines))), Line(words=tuple(sums)))
    return summed if summed is paper else replace(summed, may_wait=paper.may_wait or is_wrong)


def add_title(random: Random, paper: Paper) -> Paper:
    """A title and lines of an office stand above."""
    title = (random.choice(TITLES),)
    line = random.choice((("填报单位：宝盖科技园管理办公室",), ("填报日期：2026年4月8日",), ()))
    return replace(paper, above=(title, line, *paper.above) if line else (title, *paper.above))


def contradict_units(random: Random, paper: Paper) -> Paper:
    """A note above contradicts a header that states its unit."""
    if not any("（万元）" in head.written for head in paper.heads):
        return paper
    return replace(paper, above=(*paper.above, IN_YI))


def merge_figure(random: Random, paper: Paper) -> Paper:
    """One number is merged over two rows: whose it is nobody knows."""
    records = paper.records
    pairs = [(one, other) for one, other in zip(records, records[1:], strict=False) if other == one + 1]
    columns = _columns_of(paper, *NUMBERS)
    if not pairs or not columns or paper.merged or any(not line.cells for line in paper.lines):
        return paper
    (one, other), at = random.choice(pairs), random.choice(columns)
    if paper.lines[one].cells[at].written in (None, ""):
        return paper
    merged = _put(paper, other, at, Cell("", NOBODY_KNOWS))
    return replace(merged, merged=((one, at, other, at),))


def merge_key(random: Random, paper: Paper) -> Paper:
    """Equal keys of neighbouring rows become one merged cell."""
    keys = [at for at, head in enumerate(paper.heads) if head.name in DATASETS[paper.dataset].key]
    found = [
        (place, at)
        for place in paper.records
        if place + 1 in paper.records
        for at in keys
        if paper.lines[place].cells[at].meant == paper.lines[place + 1].cells[at].meant is not None
    ]
    if not found or paper.merged:
        return paper
    place, at = random.choice(found)
    cell = Cell("", paper.lines[place].cells[at].meant)
    return replace(_put(paper, place + 1, at, cell), merged=((place, at, place + 1, at),))


def format_numbers(random: Random, paper: Paper) -> Paper:
    """Numbers get a format of the workbook."""
    found = _some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int | float):
        return paper
    place, at, cell = found
    look = random.choice(("0.00", "#,##0", "General", "@", '0"家"', "[Red]0.0"))
    return _put(paper, place, at, Cell(Number(cell.written, look), cell.meant))


def rename_sheet(random: Random, paper: Paper) -> Paper:
    """The sheet gets another name."""
    return replace(
        paper, sheet=random.choice(("2026年", "报表", DATASETS[paper.dataset].label, "Sheet1 (2)", "汇总表"))
    )


def add_sheet(random: Random, paper: Paper) -> Paper:
    """A sheet of notes, an empty one, or a copy of the form."""
    choice = random.randrange(3)
    if choice == 2:
        return replace(
            paper, others=(*paper.others, replace(paper.sheets()[0], name=f"副本{len(paper.others)}")), is_doubtful=True
        )
    rows = [("填报要求",), ("请于月底前报送。",)] if choice else []
    return replace(paper, others=(*paper.others, Sheet(rows=rows, name=f"附{len(paper.others)}")))


def hide(random: Random, paper: Paper) -> Paper:
    """A column or a sheet's comment that changes no value."""
    look = random.choice(({"hidden_columns": ["B"]}, {"comments": {"C2": "待核"}}, {"hidden_rows": [2]}))
    return replace(paper, look={**paper.look, **look})


MUTATIONS: tuple[Callable[[Random, Paper], Paper], ...] = (
    swap_rows, delete_row, repeat_row, shuffle_columns, delete_column, repeat_column, blank_header, respell_header,
    misspell_header, change_unit, nonsense_unit, respell_number, change_number, spoil_number, empty_cell, respell_period,
    spoil_key, add_person, add_words, add_total, add_title, contradict_units, merge_figure, merge_key, format_numbers,
    rename_sheet, add_sheet, hide,
)  # fmt: skip
