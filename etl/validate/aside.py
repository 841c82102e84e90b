"""Rows of a sheet that are no records (totals, headings, footnotes, numbering) → set aside, each with its reason."""

import re
from collections.abc import Iterator, Mapping, Sequence

import duckdb

from etl.addresses import address
from etl.parse.words import clean
from etl.problems import Level, Problem
from etl.read.personal import REMEDY, find_personal, quotable
from etl.row_counts import count_rows
from etl.validate.cumulative import cumulative_question
from etl.validate.headers import column_named
from etl.validate.layout import Field, Form
from etl.validate.names import normal
from etl.validate.other_sections import other_sections
from etl.validate.reasons import Reason, Row, reason_of, sums_months
from etl.validate.registers import register
from etl.validate.sums_of_areas import sums_of_areas
from etl.validate.titles import cumulative_in, is_signature
from etl.validate.totals import AVERAGE, BY_ROWS, is_unlabelled_total, wrong_totals
from etl.validate.type_rows import personal_bit, total_bit
from etl.validate.unfilled import UNFILLED_REMEDY, unfilled_rows
from etl.validate.units import factor, of_column, stated_in_header, stated_in_title
from etl.warehouse.tables import insert_rows

PART_OF = re.compile("^其中:?\\s*")
# So many rows that cannot be records are looked at one by one; a form with more is better corrected at its source.
LOOKED_AT = 20_000
SHOWN = 3


def set_aside(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Problem]:
    """Take the rows that are no records out of the form's typed table; what is to be said of them.

    `form.aside` keeps their row numbers and reasons. Totals are checked against the rows that they sum.
    """
    rows = list(_doubtful(connection, form))
    reasons: dict[int, Reason] = {}
    for row in rows:
        reason = reason_of(form, row)
        if reason is Reason.PART and _names_a_subject(connection, form, row):
            continue
        if reason is None and sums_months(connection, form, row):
            reason = Reason.TOTAL
        if reason is None and _is_area_alone(connection, form, row):
            reason = Reason.HEADING
        # What follows 其中 without a key of its own is part of it.
        if reason is None and not row.is_keyed and reasons.get(row.number - 1) is Reason.PART:
            reason = Reason.PART
        if reason:
            reasons[row.number] = reason
    # One text above a header that comes again is the name of what follows, whatever it could be of itself.
    reasons |= {
        row.number: Reason.HEADING
        for row in rows
        if len(row.texts) == 1 and not row.is_keyed and reasons.get(row.number + 1) is Reason.HEADER
    }
    found = [row for row in rows if row.number in reasons or is_unlabelled_total(connection, form, row, set(reasons))]
    reasons |= {row.number: Reason.TOTAL for row in found if row.number not in reasons}
    unread = _unread(connection, form)
    reasons |= dict.fromkeys(unread, Reason.UNREAD)
    unfilled = [number for number in unfilled_rows(connection, form) if number not in reasons]
    reasons |= dict.fromkeys(unfilled, Reason.UNFILLED)
    aside = [*(row.number for row in found), *unread, *unfilled]
    sums = {number: area for number, area in sums_of_areas(connection, form).items() if number not in reasons}
    stated = [*((number, reasons[number]) for number in aside), *((number, Reason.TOTAL) for number in sums)]
    insert_rows(connection, form.aside, ("source_row", "reason"), [(number, str(reason)) for number, reason in stated])
    connection.execute(f"DELETE FROM {form.typed} WHERE source_row IN (SELECT source_row FROM {form.aside})")
    problems = [
        *_summed(form, sums),
        *_personal(form, found),
        *other_sections(connection, form, [row for row in found if reasons[row.number] is Reason.HEADING]),
        *_units_below(form, [row for row in found if reasons[row.number] is Reason.FOOTNOTE]),
        *_cumulative_below(form, [row for row in found if reasons[row.number] is Reason.FOOTNOTE]),
        *_other_headers(form, [row for row in found if reasons[row.number] is Reason.HEADER]),
        *_left_out(form, [row for row in found if reasons[row.number] is Reason.ELLIPSIS]),
    ]
    totals = [row for row in found if reasons[row.number] is Reason.TOTAL and not any(map(AVERAGE.search, row.texts))]
    wrong = list(wrong_totals(connection, form, totals, {row.number for row in found}))
    problems += wrong
    for reason in dict.fromkeys(reasons.values()):
        numbers = sorted(number for number in aside if reasons[number] is reason)
        checked = _checked(form, totals, wrong) if reason is Reason.TOTAL else ""
        problems.append(
            form.problem(
                [address(number, 1) for number in numbers],
                f"{_listed(numbers)}是{reason}{checked}，不作为数据读取。",
                UNFILLED_REMEDY if reason is Reason.UNFILLED else "",
                "set-aside-row",
                Level.WARNING if reason is Reason.UNFILLED else Level.NOTE,
            )
        )
    return problems


def _summed(form: Form, sums: Mapping[int, str]) -> Iterator[Problem]:
    if sums:
        areas = "、".join(f"“{quotable(area)}”" for area in list(dict.fromkeys(sums.values()))[:SHOWN])
        message = f"{_listed(sorted(sums))}（{areas}）是其下各行之和，不作为数据读取。"
        yield form.problem([address(number, 1) for number in sorted(sums)], message, "", "set-aside-row", Level.NOTE)


def _names_a_subject(connection: duckdb.DuckDBPyConnection, form: Form, row: Row) -> bool:
    """Whether 其中 stands before a name of the register, as 其中：某某村 does: that row may be a record like the others."""
    for field in form.layout.fields:
        cell = (row.cells[field.index] or "") if 0 <= field.index < len(row.cells) else ""
        named = PART_OF.sub("", clean(cell))
        if field.column.references and named and named != clean(cell):
            known = register(connection, field.column, form.origin)
            if known.find(named)[0] or known.options(named):
                return True
    return False


def _is_area_alone(connection: duckdb.DuckDBPyConnection, form: Form, row: Row) -> bool:
    """Whether a row holds but the name of an area that no record of the form can be of: the heading of those below."""
    if len(row.texts) != 1:
        return False
    for field in form.layout.fields:
        if field.column.area_levels and 0 <= field.index < len(row.cells) and row.cells[field.index]:
            known = register(connection, field.column, form.origin)
            codes = known.codes.get(clean(row.texts[0])) or known.normal.get(normal(row.texts[0])) or set()
            return bool(codes) and known.fitting.isdisjoint(codes)
    return False


def _checked(form: Form, totals: Sequence[Row], wrong: Sequence[Problem]) -> str:
    """What the comparison of the totals with their rows came to."""
    if not totals or wrong:
        return ""
    return "，已按确认以各行的数为准" if form.source.answer("total") == BY_ROWS else "，与各行之和相符"


def _listed(numbers: Sequence[int]) -> str:
    shown = "、".join(map(str, numbers[:5]))
    return f"第 {shown} 行{f'等 {len(numbers)} 行' if len(numbers) > 5 else ''}"


def _doubtful(connection: duckdb.DuckDBPyConnection, form: Form) -> Iterator[Row]:
    """The rows that cannot be records as they stand, or in which a column that takes any text says 合计."""
    required = [field.column.name for field in form.layout.fields if field.column.is_required]
    is_empty = " OR ".join(f"{name} IS NULL" for name in required) or "false"
    unread_or_total = (personal_bit(form) - 1) | total_bit(form)
    doubtful = f"SELECT source_row FROM {form.typed} WHERE odd & {unread_or_total} <> 0 OR {is_empty}"
    # The raw rows may lie in a large file that would be read once more for nothing.
    if not connection.execute(f"{doubtful} LIMIT 1").fetchall():
        return
    keyed = " AND ".join(f"typed.{name} IS NOT NULL" for name in form.dataset.key)
    rows = connection.execute(
        f"""
        SELECT typed.odd, {keyed}, raw.* FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row)
        WHERE source_row IN ({doubtful} ORDER BY source_row LIMIT {LOOKED_AT})
        ORDER BY source_row
        """
    ).fetchall()
    for odd, is_keyed, number, *cells in rows:
        yield Row(number, tuple(cells), odd, is_keyed)


def _unread(connection: duckdb.DuckDBPyConnection, form: Form) -> list[int]:
    """The rows below the headers in which no column of the form is filled."""
    if form.read.rows == form.layout.last_header_row + count_rows(connection, form.typed):
        return []
    cells = ", ".join(f"c{index}" for index in range(form.layout.width))
    rows = connection.execute(
        f"SELECT source_row FROM {form.raw} ANTI JOIN {form.typed} USING (source_row) "
        f"WHERE source_row > {form.layout.last_header_row} AND coalesce({cells}) IS NOT NULL "
        f"ORDER BY source_row LIMIT {LOOKED_AT}"
    ).fetchall()
    return [number for (number,) in rows]


def _units_below(form: Form, footnotes: Sequence[Row]) -> Iterator[Problem]:
    """A unit of money that a footnote states and the columns do not have: nobody may take the figures for another."""
    in_force = {field.unit for field in form.layout.fields if field.column.unit.endswith("元")}
    for row in footnotes:
        units = [unit for text in row.texts for unit in stated_in_title(text).units if unit.endswith("元")]
        if units and in_force and in_force != set(units):
            yield form.problem(
                [address(row.number, 1)],
                f"表下的附注说金额单位是{units[0]}，表头却按{'、'.join(sorted(in_force))}。",
                "请在表头或表名下写明金额单位，附注与它一致。",
                "unit-error",
            )


def _cumulative_below(form: Form, footnotes: Sequence[Row]) -> Iterator[Problem]:
    """A footnote that says of the figures that they run from the beginning of the year."""
    for row in footnotes:
        words = next(filter(None, (cumulative_in(text, form.dataset) for text in row.texts)), "")
        if words and form.origin == "reported":
            yield from cumulative_question(form, words, [address(row.number, 1)])


def _other_headers(form: Form, headers: Sequence[Row]) -> Iterator[Problem]:
    """Headers that come again over other columns, or in other units, than the first: their rows would be read wrongly."""
    for row in headers:
        cells = [
            field.address(row.number)
            for field in form.layout.fields
            if 0 <= field.index < len(row.cells) and _is_other(form, field, row.cells[field.index] or "")
        ]
        if cells:
            yield form.problem(
                cells,
                f"第 {row.number} 行又是表头，各列的次序或单位却与第 {form.layout.header_row} 行的表头不同。",
                "请把下面的行移到另一张工作表，或按上面的表头填写。",
                "table-error",
            )


def _is_other(form: Form, field: Field, header: str) -> bool:
    name = column_named(form.dataset.name, header)
    units = [factor(unit, field.column.unit) for unit in of_column(stated_in_header(header), field.column).units]
    return (name or field.column.name) != field.column.name or any(times not in {None, field.factor} for times in units)


def _left_out(form: Form, rows: Sequence[Row]) -> Iterator[Problem]:
    """Dots in the place of rows: nobody knows how many are missing."""
    if rows:
        yield form.problem(
            [address(row.number, 1) for row in rows],
            "这一行只有省略号，像是省略了若干行。",
            "请补齐省略的行；没有省略的，请删去这一行。",
            "row-error",
        )


def _personal(form: Form, rows: Sequence[Row]) -> Iterator[Problem]:
    """Personal numbers in rows that are no records; who filled in the form is left out with its row."""
    for row in rows:
        for index, cell in enumerate(row.cells):
            if cell and (kind := find_personal(cell)) and not is_signature(cell, kind):
                yield form.problem(
                    [address(row.number, index + 1)],
                    f"这一格含有{kind}，是个人信息，本系统不接收。",
                    REMEDY,
                    "personal-data",
                )
