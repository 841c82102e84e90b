"""Rows that say 合计 or 小计 → whether they are the sums of the records that they stand over or under."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

import duckdb

from etl.parse.numbers import decimals_of
from etl.parse.words import clean
from etl.problems import Problem
from etl.schema import NUMBERS
from etl.validate.layout import Field, Form
from etl.validate.reasons import Reason, Row, numbers_of

BY_ROWS = "以各行的数为准"
GRAND = re.compile(r"(?!.*小计).*[合总共]计.*|.*汇总.*")
# What is no sum need not be one.
AVERAGE = re.compile(r"平均|累计")


def summed(form: Form) -> list[tuple[int, Field]]:
    """The fields whose rows may be added up: numbers, but no shares."""
    return [
        (place, field)
        for place, field in enumerate(form.layout.fields)
        if field.column.kind in NUMBERS and field.column.unit not in {"%", "个百分点", "度"}
    ]


def _sums(connection: duckdb.DuckDBPyConnection, form: Form, after: int, before: int) -> dict[int, Decimal] | None:
    """Place of a field → the sum of the records between two rows; None where there is none."""
    fields = summed(form)
    columns = ", ".join(f"sum({field.column.name})" for _, field in fields)
    [(count, *sums)] = connection.execute(
        f"SELECT count(*){', ' if columns else ''}{columns} FROM {form.typed} "
        "WHERE source_row > $after AND source_row < $before",
        {"after": after, "before": before},
    ).fetchall()
    return (
        {place: Decimal(total) for (place, _), total in zip(fields, sums, strict=True) if total is not None}
        if count
        else None
    )


def _agree(form: Form, stated: dict[int, Decimal], sums: dict[int, Decimal]) -> list[int]:
    """The places at which a total is not the sum of its rows, but for the rounding of the total."""
    wrong = []
    for place, _ in summed(form):
        if place in stated:
            digits = decimals_of(stated[place].normalize())
            if abs(stated[place] - sums.get(place, Decimal(0))) > Decimal(5).scaleb(-digits - 1) * (digits > 0):
                wrong.append(place)
    return wrong


def wrong_totals(
    connection: duckdb.DuckDBPyConnection, form: Form, totals: Sequence[Row], aside: set[int]
) -> Iterator[Problem]:
    """A question for each row of a total that is neither the sum of its block nor of all records; `aside` are row numbers."""
    if not totals or form.source.answer("total") == BY_ROWS:
        return
    everything = _sums(connection, form, 0, 1 << 60)
    numbers = sorted(aside)
    for row in totals:
        stated = numbers_of(form, row)
        above = max((number for number in numbers if number < row.number), default=0)
        below = min((number for number in numbers if number > row.number), default=1 << 60)
        blocks = [_sums(connection, form, above, row.number), _sums(connection, form, row.number, below)]
        grand = any(map(GRAND.fullmatch, row.texts))
        candidates = [sums for sums in ([everything, *blocks] if grand else [*blocks, everything]) if sums is not None]
        if not candidates or not stated or any(not _agree(form, stated, sums) for sums in candidates):
            continue
        sums = candidates[0]
        wrong = _agree(form, stated, sums)
        told = "；".join(
            f"{form.layout.fields[place].column.label}写 {_plain(stated[place])}，各行之和 {_plain(sums.get(place, Decimal(0)))}"
            for place in wrong[:3]
        )
        yield form.problem(
            [form.layout.fields[place].address(row.number) for place in wrong],
            f"第 {row.number} 行的合计与各行之和不符：{told}。",
            "请核对是否漏行或改错；各行的数没有错的，可以确认。",
            "total-error",
            asks=("total",),
            options=(BY_ROWS,),
        )


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_unlabelled_total(connection: duckdb.DuckDBPyConnection, form: Form, row: Row, aside: set[int]) -> bool:
    """Whether a row without any text is exactly the sum of the rows above it."""
    stated = numbers_of(form, row)
    if (
        row.is_keyed
        or len(stated) < 1
        or len(row.texts) > len(stated)
        or any(cell and clean(cell) and not re.search(r"\d", cell) for cell in row.cells)
    ):
        return False
    above = _sums(connection, form, max((number for number in aside if number < row.number), default=0), row.number)
    return above is not None and not _agree(form, stated, above) and any(stated.values())


def totals_alone(connection: duckdb.DuckDBPyConnection, form: Form) -> Problem | None:
    """The error of a form that holds sums and no row of which they are."""
    rows = connection.execute(
        f"SELECT source_row FROM {form.aside} WHERE reason IN ('{Reason.TOTAL}', '{Reason.PART}') ORDER BY 1"
    ).fetchall()
    if not rows:
        return None
    cells = [form.layout.fields[0].address(row) for (row,) in rows]
    return form.problem(
        cells, "表中只有合计，没有各行的数。", "请按行填写各村（社区）、各企业等的数后重新报送。", "row-error"
    )
