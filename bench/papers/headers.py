"""Changes of the headers of a form: lost, spelt otherwise, of another unit, moved, taken out or twice."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

from bench.papers.paper import Cell, Head, Paper, columns_of, put, with_head
from etl.datasets import DATASETS
from etl.schema import NUMBERS, PERIODS, Kind

# What the cells of a column tell, whatever its header is.
TOLD_BY_CELLS = PERIODS | {Kind.CHOICE}


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


def blank_header(random: Random, paper: Paper) -> Paper:
    """A header is lost."""
    return with_head(paper, random.randrange(len(paper.heads)), Head("", None))


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
    return with_head(paper, at, replace(head, written=spelt(head.written)))


def misspell_header(random: Random, paper: Paper) -> Paper:
    """A header gets a strange character: nobody may lose its column unsaid.

    Names of a register tell what they are of, and so do days and kinds at the place where their column is missing.
    """
    at = random.randrange(len(paper.heads))
    head = paper.heads[at]
    if not head.written:
        return paper
    column = DATASETS[paper.dataset].column_of[head.name] if head.name is not None else None
    is_told = column is not None and (bool(column.references) or column.kind in TOLD_BY_CELLS)
    changed = with_head(paper, at, Head(f"囧{head.written}", head.name if is_told else None))
    return replace(changed, may_wait=True) if is_told else changed


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
            paper = put(paper, place, at, new)
    head = replace(paper.heads[at], written=paper.heads[at].written.replace(own, unit))
    return replace(with_head(paper, at, head), may_wait=paper.may_wait or not is_turned)


def _unit(paper: Paper, head: Head) -> str:
    column = DATASETS[paper.dataset].column_of.get(head.name)
    return column.unit if column else ""


def nonsense_unit(random: Random, paper: Paper) -> Paper:
    """A header states a unit that does not exist."""
    columns = [at for at in columns_of(paper, *NUMBERS) if "（" in paper.heads[at].written]
    if not columns:
        return paper
    at = random.choice(columns)
    written = f"{paper.heads[at].written.partition('（')[0]}（标准箱）"
    return with_head(paper, at, Head(written, None))
