"""Changes of single cells of a form: numbers, periods and codes spelt otherwise or spoilt, merged or formatted."""

from dataclasses import replace
from random import Random

from bench.papers.paper import NOBODY_KNOWS, Cell, Paper, columns_of, put, record, some_cell
from etl.datasets import DATASETS
from etl.schema import NUMBERS, Kind
from tests.etl.corpus.declare import Number


def respell_number(random: Random, paper: Paper) -> Paper:
    """A number as text, in full width or with blanks."""
    found = some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int | float):
        return paper
    place, at, cell = found
    written = str(cell.written)
    full = {ord(character): ord(character) + 0xFEE0 for character in "0123456789."}
    return put(
        paper,
        place,
        at,
        Cell(random.choice((written, written.translate(full), f" {written} ", f"{written}\u00a0")), cell.meant),
    )


def change_number(random: Random, paper: Paper) -> Paper:
    """Another number."""
    found = some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int) or found[2].written != found[2].meant:
        return paper
    place, at, cell = found
    value = max(0, cell.written + random.randint(-3, 3))
    return replace(put(paper, place, at, Cell(value, value)), may_wait=True)


def spoil_number(random: Random, paper: Paper) -> Paper:
    """What stands for a number is none."""
    found = some_cell(random, paper, *NUMBERS)
    if not found:
        return paper
    place, at, cell = found
    spoilt = random.choice(
        (f"约{cell.written}", "#REF!", "l2O", "12..5", "10-20", "见附件", "１２abc", "0x1F", "∞", "1e400")
    )
    return put(paper, place, at, Cell(spoilt, NOBODY_KNOWS))


def empty_cell(random: Random, paper: Paper) -> Paper:
    """A cell is left empty, or has a sign for nothing."""
    if not paper.lines or paper.merged:
        return paper
    place, at = record(random, paper), random.randrange(len(paper.heads))
    sign = random.choice(("", "/", "—", "-")) if at in columns_of(paper, *NUMBERS) else ""
    return replace(put(paper, place, at, Cell(sign, None)), may_wait=True)


PERIODS = {"2026Q1": ("2026年一季度", "2026年第1季度", "2026q1", "26年一季度", "2026.03", "２０２６年第一季度", "二〇二六年一季度"),
           "2026-03": ("2026年3月", "2026/3", "202603", "26年3月", "2026年3月份", "2026年三月"),
           "2026-03-31": ("2026年3月31日", "2026/3/31", "20260331", "2026.3.31", "2026年3月底", "截至2026年3月31日")}  # fmt: skip


def respell_period(random: Random, paper: Paper) -> Paper:
    """A quarter, a month or a day in another spelling."""
    found = some_cell(random, paper, Kind.QUARTER, Kind.MONTH, Kind.DATE)
    if not found or found[2].meant not in PERIODS or found[2].written in (None, ""):
        return paper
    place, at, cell = found
    return put(paper, place, at, Cell(random.choice(PERIODS[cell.meant]), cell.meant))


def spoil_key(random: Random, paper: Paper) -> Paper:
    """What refers to a register is in none."""
    found = some_cell(random, paper, Kind.CODE)
    if not found or not DATASETS[paper.dataset].column_of[paper.heads[found[1]].name].references:
        return paper
    spoilt = random.choice(("查无此处", "350581199999", "Q999", "ＸＸ", "#N/A"))
    return put(paper, found[0], found[1], Cell(spoilt, NOBODY_KNOWS))


def add_person(random: Random, paper: Paper) -> Paper:
    """A made-up number of a person comes in somewhere."""
    number = random.choice(
        ("13800001234", "138 0000 1234", "１３８００００１２３４", "350581199001011235", "0595-88881234")
    )
    if random.random() < 0.4:
        return replace(paper, above=((f"联系电话：{number}",), *paper.above), is_doubtful=True)
    place, at = record(random, paper), random.randrange(len(paper.heads))
    return put(paper, place, at, Cell(f"有事请打{number}", NOBODY_KNOWS))


def merge_figure(random: Random, paper: Paper) -> Paper:
    """One number is merged over two rows: whose it is nobody knows."""
    records = paper.records
    pairs = [(one, other) for one, other in zip(records, records[1:], strict=False) if other == one + 1]
    columns = columns_of(paper, *NUMBERS)
    if not pairs or not columns or paper.merged or any(not line.cells for line in paper.lines):
        return paper
    (one, other), at = random.choice(pairs), random.choice(columns)
    if paper.lines[one].cells[at].written in (None, ""):
        return paper
    merged = put(paper, other, at, Cell("", NOBODY_KNOWS))
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
    return replace(put(paper, place + 1, at, cell), merged=((place, at, place + 1, at),))


def format_numbers(random: Random, paper: Paper) -> Paper:
    """Numbers get a format of the workbook."""
    found = some_cell(random, paper, *NUMBERS)
    if not found or not isinstance(found[2].written, int | float):
        return paper
    place, at, cell = found
    look = random.choice(("0.00", "#,##0", "General", "@", '0"家"', "[Red]0.0"))
    return put(paper, place, at, Cell(Number(cell.written, look), cell.meant))
