"""Forms with several habits of offices at once, drawn by a seed: what each habit is, is certain; which meet, is chance."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from etl.parse.numerals import spell
from tests.etl.corpus.arranged import SAMPLES, Sample, page, put
from tests.etl.corpus.clerks_files import renamed
from tests.etl.corpus.declare import Cells, File, Form, Sheet, book, form, read

SEED, EACH = 20260729, 6
# Made-up names, of people that do not exist.
PERSONS = ("王大山", "李小河")
QUARTERS = {
    "2026Q1": ("二〇二六年一季度", "2026年第1季度", "26年一季度", "2026年1-3月", "２０２６年第一季度", "2026年1季度末")
}
MONTHS = {"2026-03": ("二〇二六年三月", "2026年3月份", "２０２６年３月", "2026.03", "2026年三月", "26年3月")}
DAYS = {
    "2026-03-31": ("二〇二六年三月三十一日", "2026年3月31日", "2026/3/31", "2026.3.31", "20260331", "截至2026年3月31日")
}
SPELLINGS = QUARTERS | MONTHS | DAYS
UNIT = re.compile(r"（(?P<unit>[^（）]+)）$")
# What cannot be added up.
SHARES = frozenset({"分", "%"})
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")


@dataclass(frozen=True)
class Draft:
    """A sheet on its way: lines above, headers, rows, lines below, what hangs on it."""

    head: Cells
    rows: Sequence[Cells]
    above: tuple[Cells, ...] = ()
    below: tuple[Cells, ...] = ()
    more_sheets: tuple[Sheet, ...] = ()
    is_titled: bool = False
    hidden: tuple[int, ...] = ()
    figures: tuple[int, ...] = field(default=())

    @property
    def sheet(self) -> Sheet:
        rows = [*self.above, self.head, *self.rows, *self.below]
        merged = [f"A1:{chr(64 + len(self.head))}1"] if self.is_titled else []
        return Sheet(rows=rows, merged=merged, hidden_columns=[chr(65 + place) for place in self.hidden])


def figures(one: Sample) -> tuple[int, ...]:
    return tuple(
        place
        for place in range(len(one.head))
        if all(isinstance(cells[place], int | float) or cells[place] is None for cells in one.rows)
    )


def titled(draft: Draft, draw: random.Random) -> Draft:
    return replace(
        draft,
        above=((draw.choice(("二〇二六年统计表", "宝盖片区情况统计表", "统 计 表")),), *draft.above),
        is_titled=True,
    )


def sent_by(draft: Draft, draw: random.Random) -> Draft:
    return replace(draft, above=(*draft.above, ("填报单位：镇党政综合办公室", "", "填报日期：2026年4月8日")))


def signed(draft: Draft, draw: random.Random) -> Draft:
    lines = (
        (f"单位负责人：{PERSONS[0]}", "", f"填表人：{PERSONS[1]}"),
        (f"填表人：{PERSONS[0]}　审核人：{PERSONS[1]}",),
    )
    return replace(draft, below=(*draft.below, draw.choice(lines)))


def footnoted(draft: Draft, draw: random.Random) -> Draft:
    return replace(
        draft,
        below=(
            *draft.below,
            (draw.choice(("注：1. 本表按在地原则统计。", "说明：数据来自台账。", "※ 以上数据均为初步数")),),
        ),
    )


def respelled(draft: Draft, draw: random.Random) -> Draft:
    how = draw.randrange(6)
    return replace(
        draft,
        rows=[tuple(SPELLINGS[cell][how] if cell in SPELLINGS else cell for cell in cells) for cells in draft.rows],
    )


def each_figure(change: Callable[[object, str], object]) -> Callable[[Draft, random.Random], Draft]:
    def habit(draft: Draft, draw: random.Random) -> Draft:
        place = draw.choice(draft.figures)
        unit = match["unit"] if (match := UNIT.search(str(draft.head[place]))) else ""
        rows = [
            put(
                cells, place, cells[place] if cells[place] is None or cells[place] == "" else change(cells[place], unit)
            )
            for cells in draft.rows
        ]
        return replace(draft, rows=rows, figures=tuple(other for other in draft.figures if other != place))

    return habit


full_width = each_figure(lambda cell, unit: str(cell).translate(WIDE))
in_words = each_figure(lambda cell, unit: spell(cell) if isinstance(cell, int) and 1 < cell < 10_000 else cell)
with_unit = each_figure(lambda cell, unit: f"{cell}{unit}" if unit else cell)
with_commas = each_figure(lambda cell, unit: f"{cell:,}" if isinstance(cell, int | float) else cell)
with_blanks = each_figure(lambda cell, unit: f" {cell}\u3000")


def numbered(draft: Draft, draw: random.Random) -> Draft:
    rows = [(number, *cells) for number, cells in enumerate(draft.rows, 1)]
    return _shifted(replace(draft, head=("序号", *draft.head), rows=rows))


def _shifted(draft: Draft) -> Draft:
    return replace(
        draft, figures=tuple(place + 1 for place in draft.figures), hidden=tuple(place + 1 for place in draft.hidden)
    )


def remarked(draft: Draft, draw: random.Random) -> Draft:
    return replace(
        draft,
        head=(*draft.head, "备注"),
        rows=[(*cells, draw.choice(("", "已核", "同比口径"))) for cells in draft.rows],
    )


def with_helper(draft: Draft, draw: random.Random) -> Draft:
    return replace(
        draft,
        head=(*draft.head, "辅助列"),
        rows=[(*cells, 1) for cells in draft.rows],
        hidden=(*draft.hidden, len(draft.head)),
    )


def numbers_of_columns(draft: Draft, draw: random.Random) -> Draft:
    return replace(draft, rows=[("甲", "乙", *range(1, len(draft.head) - 1)), *draft.rows])


def broken_headers(draft: Draft, draw: random.Random) -> Draft:
    return replace(draft, head=tuple(UNIT.sub(r"\n（\g<unit>）", str(head)) for head in draft.head))


def spaced_headers(draft: Draft, draw: random.Random) -> Draft:
    return replace(
        draft, head=tuple(f"{head[0]} {head[1:]}" if re.match("[一-龥]{2}", str(head)) else head for head in draft.head)
    )


def other_brackets(draft: Draft, draw: random.Random) -> Draft:
    left, right = draw.choice(("[]", "【】", "()", "〔〕"))
    return replace(draft, head=tuple(UNIT.sub(rf"{left}\g<unit>{right}", str(head)) for head in draft.head))


def gap(draft: Draft, draw: random.Random) -> Draft:
    return replace(draft, rows=[row for cells in draft.rows for row in (cells, ())])


def more_sheets(draft: Draft, draw: random.Random) -> Draft:
    notes = Sheet(rows=[("填表要求",), ("一、按月报送。",)], name="说明")
    return replace(draft, more_sheets=(notes, Sheet(rows=[], name="Sheet9")))


def totalled(draft: Draft, draw: random.Random) -> Draft:
    """A 小计 of the first row in the middle, and 合计 of all at the end."""

    def total(word: str, rows: Sequence[Cells]) -> tuple:
        cells: list = [""] * len(draft.head)
        cells[0] = word
        for place in draft.figures:
            unit = match["unit"] if (match := UNIT.search(str(draft.head[place]))) else ""
            if place and unit not in SHARES:
                cells[place] = sum(row[place] or 0 for row in rows)
        return tuple(cells)

    first, *others = draft.rows
    return replace(
        draft,
        rows=[
            first,
            total("小　计", [first]),
            *others,
            *([total("小计", others)] if others else []),
            total("合　计", draft.rows),
        ],
    )


# In the order in which they are put on: figures are summed before they are spelt.
HABITS = (
    (totalled, 4), (respelled, 2), (full_width, 4), (in_words, 4), (with_unit, 4), (with_commas, 4), (with_blanks, 4),
    (numbered, 3), (remarked, 3), (with_helper, 5), (gap, 6), (numbers_of_columns, 5), (broken_headers, 4),
    (other_brackets, 5), (spaced_headers, 5), (titled, 2), (sent_by, 2), (footnoted, 3), (signed, 2), (more_sheets, 4),
)  # fmt: skip


def drawn(one: Sample, number: int) -> Form:
    """A form with the habits that chance gives it."""
    draw = random.Random(f"{SEED} {one.name} {number}")
    draft = Draft(one.head, one.rows, figures=figures(one))
    names = []
    for habit, seldom in HABITS:
        if draw.randrange(seldom) == 0 and (
            habit not in (full_width, in_words, with_unit, with_commas, with_blanks) or draft.figures
        ):
            draft = habit(draft, draw)
            names.append(getattr(habit, "__name__", "figures"))
    file = book(draft.sheet, *draft.more_sheets)
    match draw.randrange(6):
        case 0:
            file = File(
                name="报表.xls",
                text=page([tuple("" if cell is None else cell for cell in row) for row in draft.sheet.rows]),
            )
        case 1:
            file = renamed(book(replace(draft.sheet, merged=()), file="报表.xls"), "报表.et")
    return form(
        f"mixed_{one.name}_{number}", " + ".join(names) or "Nothing odd.", file, read(*one.means), never=PERSONS
    )


FORMS = [drawn(one, number) for one in SAMPLES for number in range(EACH)]
