"""Figures since the beginning of the year → figures of the quarter, by taking off the quarters before."""

from collections.abc import Iterator, Sequence

import duckdb

from etl.problems import Level, Problem
from etl.schema import Dataset, Kind
from etl.validate.convert import Done
from etl.validate.history import history, subject
from etl.validate.layout import Field, Form
from etl.validate.titles import MONTH_ALONE
from etl.validate.type_rows import reread_table

CONVERT = "是累计数，减去前几季换算成当季数"
AS_QUARTER = "就是当季数"
AS_MONTH = "就是当月数"


def can_convert(dataset: Dataset) -> bool:
    """Whether the form has figures that add up over the quarters of a year."""
    return any(column.is_flow for column in dataset.columns)


def cumulative_question(form: Form, words: str, cells: Sequence[str] = ()) -> Iterator[Problem]:
    """The question whether figures under such words as 1—6月 are of the form's period or of the year so far."""
    is_monthly = any(column.kind is Kind.MONTH for column in form.dataset.columns)
    as_it_stands, wanted = (AS_MONTH, "当月数") if is_monthly else (AS_QUARTER, "当季数")
    is_month = bool(MONTH_ALONE.fullmatch(words))
    options = (CONVERT, as_it_stands) if can_convert(form.dataset) and not is_month else (as_it_stands,)
    if form.source.answer("cumulative") in options:
        return
    yield form.problem(
        cells,
        f"表上写着“{words}”，表中的数像是{'一个月的数' if is_month else '累计数'}，本表要的是{wanted}。",
        f"请选一种读法，或改填{wanted}后重新报送。",
        "period-error",
        asks=("cumulative",),
        options=options,
    )


def convert_cumulative(connection: duckdb.DuckDBPyConnection, form: Form) -> list[Problem]:
    """Turn the cumulative rows of a form into rows of their quarter, where somebody said that they are cumulative.

    Needs the table of `history`. A quarter before that is missing, or a difference below nothing, is an error.
    """
    places = [place for place, field in enumerate(form.layout.fields) if field.column.kind is Kind.QUARTER]
    if not places or form.source.answer("cumulative") != CONVERT:
        return []
    quarter = form.layout.fields[places[0]]
    rows = connection.execute(
        f"SELECT source_row, {quarter.column.name} FROM {form.raw} AS raw JOIN {form.typed} AS typed USING (source_row) "
        f"WHERE ? OR {quarter.cell} IN (SELECT reread_text FROM {reread_table(form)} WHERE reread_done = ?) "
        "ORDER BY source_row",
        [bool(form.layout.cumulative), str(Done.CUMULATIVE)],
    ).fetchall()
    flows = [field for field in form.layout.fields if field.column.is_flow]
    missing = [field.address(row) for field in flows for row in _missing(connection, form, quarter, field, rows)]
    if missing:
        message = "前几个季度的数没有报全，累计数不能换算成当季数。"
        return [form.problem(missing, message, "请先补报前几个季度，或直接填当季数。", "period-error")]
    for field in flows:
        name = field.column.name
        connection.execute(
            f"UPDATE {form.typed} AS typed SET {name} = {name} - earlier.total "
            f"FROM ({_earlier(form, quarter, field)}) AS earlier WHERE typed.source_row = earlier.source_row",
            {"rows": [row for row, _ in rows], "load_id": form.load_id},
        )
    negative = [
        field.address(row)
        for field in flows
        for (row,) in connection.execute(
            # Said once: the range of the column need not complain of it as well.
            f"UPDATE {form.typed} SET {field.column.name} = NULL "
            f"WHERE {field.column.name} < 0 AND source_row IN (SELECT unnest(?)) RETURNING source_row",
            [[row for row, _ in rows]],
        ).fetchall()
    ]
    if negative:
        return [
            form.problem(negative, "累计数小于前几个季度之和。", "请核对本次累计数和前几个季度的数。", "period-error")
        ]
    cells = [quarter.address(row) for row, _ in rows]
    message = "累计数已减去前几个季度，按当季数读入。"
    return [form.problem(cells, message, "", "converted-value", Level.NOTE)] if cells else []


def _earlier(form: Form, quarter: Field, field: Field) -> str:
    """SQL of (source_row, total, quarters): for each row of $rows the sum of the quarters before in its year."""
    name, period = field.column.name, quarter.column.name
    same = " AND ".join(f"past.{key} = typed.{key}" for key in subject(form.dataset)) or "true"
    return f"""
        SELECT typed.source_row, coalesce(sum(past.value), 0) AS total, count(past.value) AS quarters
        FROM {form.typed} AS typed
        LEFT JOIN (
            SELECT {", ".join((*subject(form.dataset), period))}, arg_max({name}, history_order) AS value
            FROM {history(form.dataset)} WHERE load_id <> $load_id GROUP BY ALL
        ) AS past ON {same} AND past.{period} < typed.{period} AND left(past.{period}, 4) = left(typed.{period}, 4)
        WHERE typed.source_row IN (SELECT unnest($rows)) AND typed.{name} IS NOT NULL
        GROUP BY typed.source_row
    """


def _missing(
    connection: duckdb.DuckDBPyConnection, form: Form, quarter: Field, field: Field, rows: list[tuple[int, str]]
) -> Iterator[int]:
    """The rows for which a quarter before is not known."""
    wanted = {row: int(text[-1]) - 1 for row, text in rows}
    found = connection.execute(
        f"SELECT source_row, quarters FROM ({_earlier(form, quarter, field)})",
        {"rows": list(wanted), "load_id": form.load_id},
    ).fetchall()
    yield from (row for row, quarters in found if quarters < wanted[row])
