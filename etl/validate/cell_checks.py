"""Cells that read well and still may not be what they seem: persons as offices, slipped rows, cells with comments."""

import re
from collections.abc import Collection, Iterator

import duckdb

from etl.addresses import address, place_of
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import LIKE_A_NAME, is_personal_name, quotable
from etl.schema import NUMBERS, Column, Kind
from etl.validate.headers import bare
from etl.validate.layout import Form
from etl.validate.units import factor, unit_word

UNIT_COLUMN = re.compile("(?:计量|金额|货币|数据)?单位")
BEHIND_OFFICE = re.compile(
    r"(?:办公室|办|局|委员?会?|公司|中心|站|所|大队|科|股|村|社区|园区|政府|街道|镇|乡|支部|党委|协会|商会|工会|学校|医院)[\s:、,(]*([一-龥]{2,4})\)?$"
)


def persons(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Persons where an office or a post must stand."""
    for field in form.layout.fields:
        if not field.column.is_unit and not _is_name(field.column):
            continue
        # A register knows its own names, whatever they are.
        known = set() if _is_name(field.column) else known_spellings(connection)
        rows = connection.execute(
            f"SELECT source_row, {field.cell} FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row) "
            f"WHERE {field.cell} IS NOT NULL ORDER BY source_row"
        ).fetchall()
        is_person = {text: _names_person(text, known) for _, text in rows}
        cells = [field.address(row) for row, text in rows if is_person[text]]
        if cells:
            message = f"“{field.column.label}”填的{LIKE_A_NAME}，是个人信息，本系统不接收。"
            remedy = "请改填单位名称或职务，不写姓名。"
            yield form.problem(cells, message, remedy, "personal-data")


def known_spellings(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Every name of an area, an enterprise or a site that a register knows."""
    return {spelling for (spelling,) in connection.execute("SELECT spelling FROM staging.spellings").fetchall()}


def _is_name(column: Column) -> bool:
    return column.kind is Kind.TEXT and column.label.endswith("名称")


def _names_person(text: str, known: Collection[str]) -> bool:
    behind = BEHIND_OFFICE.search(clean(text))
    return is_personal_name(text, known) or bool(behind and is_personal_name(behind[1], known))


def short_rows(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Records of a text file that end before the last column of the form: a cell may have slipped."""
    last = max((field.index for field in form.layout.fields), default=0)
    ended = {row: cells for row, cells in form.read.short if cells <= last}
    if not ended:
        return
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE source_row IN (SELECT unnest(?)) ORDER BY source_row", [list(ended)]
    ).fetchall()
    cells = [address(row, ended[row] + 1) for (row,) in rows]
    if cells:
        yield form.problem(
            cells,
            f"这一行只有 {ended[rows[0][0]]} 格，比表头少，可能串了列。",
            "请补齐逗号，或用 Excel 打开核对后另存。",
            "missing-cell",
        )


def long_rows(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Records of a text file that have more cells than the header, be the last ones blank: 1,200 may stand in two."""
    short, long = dict(form.read.short), dict(form.read.long)
    headers = range(form.layout.header_row, form.layout.last_header_row + 1)
    if is_narrow := form.read.short and all(row in short for row in headers):
        headed = max(short[row] for row in headers)
        others = [row for row, cells in short.items() if cells <= headed]
    else:
        headed = max(long.get(row, 0) for row in headers)
        others = [row for row, cells in long.items() if cells > headed]
    if not is_narrow and not others:
        return
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE list_contains(?, source_row) = ? ORDER BY source_row",
        [others, not is_narrow],
    ).fetchall()
    if rows:
        yield form.problem(
            [address(row, headed + 1 if is_narrow else long[row]) for (row,) in rows],
            "这一行的格数比表头多，可能串了列：数字里有没加引号的千分位逗号，或多写了一个逗号。",
            "请去掉千分位逗号和多出的格，或用 Excel 打开核对后另存；另有一列的，请补上表头。",
            "extra-cell",
        )


def units_of_rows(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Records beside which a column of units (单位) says another than that by which their figures are read."""
    for unread in form.layout.unread:
        if not UNIT_COLUMN.fullmatch(bare(unread.header)):
            continue
        rows = connection.execute(
            f"SELECT source_row, raw.c{unread.index} FROM {form.raw} AS raw JOIN {form.typed} USING (source_row) "
            f"WHERE raw.c{unread.index} IS NOT NULL ORDER BY source_row"
        ).fetchall()
        units = {text: unit_word(text) for _, text in rows}
        others = {text: unit for text, unit in units.items() if unit and _is_of_other_size(form, unit)}
        cells = [address(row, unread.index + 1) for row, text in rows if text in others]
        if cells:
            yield form.problem(
                cells,
                f"“{quotable(unread.header)}”一列写着{'、'.join(dict.fromkeys(others.values()))}，表头的单位却不是。",
                "请在表头写明单位，各行按同一个单位填写。",
                "unit-error",
            )


def _is_of_other_size(form: Form, unit: str) -> bool:
    """Whether figures of the form are read by another unit of what `unit` measures, and none by `unit` itself."""
    read_by = {field.unit for field in form.layout.fields if field.column.kind in NUMBERS and field.unit}
    return unit not in read_by and any(factor(unit, own) is not None for own in read_by)


def commented(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Problem]:
    """Comments on the cells of records, which nobody reads here and which may say that a number is another."""
    if form.read.comments:
        rows = {row for (row,) in connection.execute(f"SELECT source_row FROM {form.typed}").fetchall()}
        cells = [cell for cell in form.read.comments if place_of(cell)[1] in rows]
        if cells:
            yield form.problem(
                cells,
                "这里有批注，批注的内容没有读取，只读了格里的数。",
                "批注里如有更正，请直接改在格里。",
                "marked-content",
                Level.WARNING,
            )
