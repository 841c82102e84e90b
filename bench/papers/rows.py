"""Changes of the rows of a form and of what stands around them: titles, notes, sums, other sheets."""

from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from bench.papers.paper import HEADINGS, IN_YI, NOTES, TITLES, Line, Paper, columns_of, insert, record
from etl.datasets import DATASETS
from etl.schema import NUMBERS
from tests.etl.corpus.declare import Sheet


def swap_rows(random: Random, paper: Paper) -> Paper:
    """Two rows change places; unless cells are merged over them."""
    lines = list(paper.lines)
    one, other = record(random, paper), record(random, paper)
    lines[one], lines[other] = lines[other], lines[one]
    return paper if paper.merged else replace(paper, lines=tuple(lines))


def delete_row(random: Random, paper: Paper) -> Paper:
    """A row goes, unless it is the only one or sums speak of it."""
    has_words = any(not line.cells for line in paper.lines)
    if len(paper.records) < 2 or paper.merged or has_words:
        return paper
    place = record(random, paper)
    return replace(paper, lines=(*paper.lines[:place], *paper.lines[place + 1 :]))


def repeat_row(random: Random, paper: Paper) -> Paper:
    """A row stands twice: its key is no longer one row's."""
    return insert(paper, len(paper.lines), paper.lines[record(random, paper)])


def add_words(random: Random, paper: Paper) -> Paper:
    """A row that is no record: a heading, a note, an empty row, the numbers of the columns, the header again."""
    width = len(paper.heads)
    heads = tuple(head.written for head in paper.heads)
    choice = random.randrange(5)
    if choice == 0:
        return insert(paper, record(random, paper), Line(words=(random.choice(HEADINGS),)))
    if choice == 1:
        return insert(paper, len(paper.lines), Line(words=(random.choice(NOTES),)))
    if choice == 2:
        return insert(paper, random.randint(0, len(paper.lines)), Line(words=("",)))
    if choice == 3:
        return insert(paper, 0, Line(words=("甲", "乙", *range(1, width - 1))))
    return insert(paper, random.randint(1, len(paper.lines)), Line(words=heads))


def add_total(random: Random, paper: Paper) -> Paper:
    """The sum of all records, right or wrong by one, before or behind them."""
    at_numbers = columns_of(paper, *NUMBERS)
    if 0 in at_numbers or any(not line.cells for line in paper.lines):
        return paper
    sums: list[Any] = ["" for _ in paper.heads]
    is_wrong = random.random() < 0.2
    for at in at_numbers:
        cells = [paper.lines[place].cells[at].written for place in paper.records]
        numbers = [Decimal(str(cell)) for cell in cells if isinstance(cell, int | float)]
        sums[at] = float(sum(numbers)) + is_wrong
    sums[0] = random.choice(("合计", "合  计", "总计", "小计", "合计："))
    summed = insert(paper, random.choice((0, len(paper.lines))), Line(words=tuple(sums)))
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
