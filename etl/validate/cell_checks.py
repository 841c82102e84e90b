"""Cells that read well and still may not be what they seem: persons as offices, slipped rows, cells with comments."""

import re
from collections.abc import Collection, Iterator

import duckdb

from etl.addresses import address, place_of
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import is_personal_name
from etl.schema import Column, Kind
from etl.validate.layout import Form

BEHIND_OFFICE = re.compile(
    r"(?:办公室|办|局|委员?会?|公司|中心|站|所|大队|科|股|村|社区|园区)[\s:、,(]*([一-龥]{2,4})\)?$"
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
            message = f"“{field.column.label}”填的像是姓名，是个人信息，本系统不接收。"
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
