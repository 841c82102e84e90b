"""Turns what a workbook hides, strikes out, annotates or gets wrong into problems, the same for both formats."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from etl.addresses import address, column_letters, place_of
from etl.problems import Level, Problem
from etl.read.marks import Marks
from etl.read.personal import find_personal
from etl.read.sheets import Limits, Refused, problems_at, refuse

# The very sheets that belong to our own blank form; what starts so was made by a program.
OWN_SHEETS = frozenset({"选项", "上期数据", "问题清单"})
# A clerk may have written rows of the form on it, so that it is looked through unless it is hidden.
EXPLANATIONS = "填表说明"
PROGRAM_PREFIX = "_"
SHOWN = 5
MERGED_RANGES = 20_000
HIDDEN_ROWS = 20_000


def is_own(sheet: str) -> bool:
    """Whether the sheet holds the explanations or choices of the blank form, which are left out without a word."""
    return sheet in OWN_SHEETS or sheet.startswith(PROGRAM_PREFIX)


def hidden_sheet(file: str, sheet: str, rows: Iterable[tuple[int, list[str]]]) -> list[Problem]:
    """The warning for a sheet that nobody sees and that is therefore not read; none for one of the blank form itself.

    The file is kept as it came, so that nobody's data may stand there either; it is looked for in the first rows.
    """
    if sheet == EXPLANATIONS:
        return []
    kinds: dict[str, str | None] = {}
    cells = [
        address(number, place)
        for number, texts in islice(rows, HIDDEN_ROWS)
        for place, text in enumerate(texts, 1)
        if text and (kinds[text] if text in kinds else kinds.setdefault(text, find_personal(text)))
    ]
    return [
        *problems_at(
            cells,
            file=file,
            sheet=sheet,
            message=f"这张隐藏的工作表含有{'、'.join(sorted(set(filter(None, kinds.values()))))}，是个人信息，本系统不接收。",
            remedy="请删去这张工作表后重新提交。",
            code="personal-data",
        ),
        Problem(
            file=file,
            sheet=sheet,
            level=Level.WARNING,
            message="这张工作表被隐藏，未读取。",
            remedy="如需上报请取消隐藏后重新提交，否则请删除。",
            code="hidden-content",
        ),
    ]


def remarks(file: str, sheet: str, marks: Marks) -> list[Problem]:
    """All that is to be said of what was seen beside the values."""
    return [*_wrong(file, sheet, marks), *_hidden(file, sheet, marks), *_struck(file, sheet, marks)]


def _wrong(file: str, sheet: str, marks: Marks) -> list[Problem]:
    problems = problems_at(
        marks.formulas_without_value,
        file=file,
        sheet=sheet,
        message="公式没有保存计算结果。",
        remedy="请用 Excel 或 WPS 打开，重新计算并保存，或直接填写数值。",
        code="type-error",
    )
    for value, cells in marks.errors.items():
        problems += problems_at(
            cells,
            file=file,
            sheet=sheet,
            message=f"单元格是错误值 {value}。",
            remedy="请改正公式，或直接填写数值。",
            code="type-error",
        )
    problems += problems_at(
        marks.scaled,
        file=file,
        sheet=sheet,
        message="数字格式把数值缩小后显示，看到的数与存的数相差千倍或万倍。",
        remedy="请把单元格格式改为“常规”，按表头的单位填写数值。",
        code="deviated-value",
    )
    problems += problems_at(
        marks.too_long,
        file=file,
        sheet=sheet,
        message="数字超过 15 位，Excel 只保留前 15 位，后面的已经变成 0。",
        remedy="请把这一列的格式设为“文本”，再重新填写完整的编号。",
        code="type-error",
    )
    return problems


def _hidden(file: str, sheet: str, marks: Marks) -> list[Problem]:
    rows = "、".join(map(str, marks.hidden_rows[:SHOWN]))
    problems = problems_at(
        [address(row, 1) for row in marks.hidden_rows],
        file=file,
        sheet=sheet,
        message=f"第 {rows} 行{_etc(marks.hidden_rows)}共 {len(marks.hidden_rows)} 行被隐藏或筛选，仍会读入。",
        remedy="如不需要请删除这些行。",
        code="hidden-content",
        level=Level.WARNING,
    )
    hidden = sorted({place_of(cell)[0] for cell in marks.in_hidden_columns})
    columns = "、".join(map(column_letters, hidden[:SHOWN]))
    problems += problems_at(
        marks.in_hidden_columns,
        file=file,
        sheet=sheet,
        message=f"{columns} 列{_etc(hidden)}共 {len(hidden)} 列被隐藏，其中有内容，仍会读入。",
        remedy="如不需要请删除这些列。",
        code="hidden-content",
        level=Level.WARNING,
    )
    problems += problems_at(
        marks.veiled,
        file=file,
        sheet=sheet,
        message="单元格格式不显示内容，但其中有数值，仍会读入。",
        remedy="请把单元格格式改为“常规”后核对；如不需要请删除。",
        code="hidden-content",
        level=Level.WARNING,
    )
    return problems


def _etc(items: Sequence[object]) -> str:
    return "等" if len(items) > SHOWN else ""


def _struck(file: str, sheet: str, marks: Marks) -> list[Problem]:
    return [
        *problems_at(
            marks.struck,
            file=file,
            sheet=sheet,
            message="内容加了删除线，仍会读入。",
            remedy="如已作废请删除这些内容，否则请去掉删除线。",
            code="marked-content",
            level=Level.WARNING,
        ),
        *problems_at(
            marks.partly,
            file=file,
            sheet=sheet,
            message="一格中有一部分文字加了删除线，无法判断以哪一部分为准。",
            remedy="请只保留有效的内容。",
            code="marked-content",
        ),
    ]


def personal_comments(file: str, sheet: str, comments: Mapping[str, str]) -> list[Problem]:
    """The error for comments (address → text) that hold what is a person's own; the text is not repeated."""
    found = {place: kind for place, text in comments.items() if (kind := find_personal(text))}
    return problems_at(
        list(found),
        file=file,
        sheet=sheet,
        message=f"批注中含有{'、'.join(sorted(set(found.values())))}，属于个人信息。",
        remedy="请删除批注中的个人信息后重新提交。",
        code="personal-data",
    )


def too_many_cells(path: Path, limits: Limits) -> Refused:
    """The refusal of a workbook with more filled cells than may be read."""
    return refuse(
        path,
        f"有内容的单元格超过 {limits.cells:,} 个。",
        "请另存为 CSV（UTF-8）后提交，CSV 可以有上千万行。",
        "table-error",
    )


def check_merged(path: Path, sheet: str, marks: Marks) -> None:
    """Raises `Refused` if the sheet has more merged ranges than a form can have."""
    if len(marks.merged) > MERGED_RANGES:
        raise refuse(
            path,
            f"工作表“{sheet}”有 {len(marks.merged):,} 处合并单元格，超过 {MERGED_RANGES:,} 处。",
            "请取消合并，在每一格填写内容。",
            "merged-cell",
        )
