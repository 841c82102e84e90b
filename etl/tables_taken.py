"""A sheet of a file → the tables in it, each as a view of its raw text, with the form that it is taken for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

import duckdb

from etl.addresses import address, joined
from etl.inputs import Input
from etl.office import Office
from etl.problems import Level, Problem
from etl.read.raw import keep_rows, load_sheet
from etl.read.sheets import Sheet
from etl.shape.shaped import MOST_COLUMNS, MOST_ROWS, Recognised, shaped
from etl.shape.table import Table, load_name
from etl.validate.layout import Layout, Source
from etl.validate.put_right import put_right
from etl.validate.recognise import SEARCHED_ROWS, looks_like_a_form, named, recognise

# Footnotes stand in the last rows of a sheet.
FOOT_ROWS = 12
Identify = Callable[[Input, str], int]


@dataclass(frozen=True)
class Taken:
    """A table of a sheet with what it was taken for, before it is known what the other sheets of its file are."""

    sheet: Sheet
    table: Table
    load_id: int
    layout: Layout | None
    problems: list[Problem]
    may_be_form: bool


def take_tables(
    connection: duckdb.DuckDBPyConnection, identify: Identify, given: Input, sheet: Sheet, office: Office
) -> list[Taken]:
    """The tables of a sheet, nearly always the sheet itself."""
    plain_id = identify(given, sheet.name)
    plain = f"staging.raw_{plain_id}"
    load_sheet(connection, sheet, plain)
    put = list(put_right(connection, given.name, sheet, plain, office.corrections.get(given.name, {})))
    is_small = sheet.rows <= MOST_ROWS and sheet.columns <= MOST_COLUMNS
    rows = _first_rows(connection, plain, MOST_ROWS if is_small else SEARCHED_ROWS)

    def take(table: Table) -> Recognised:
        source = Source(given.name, sheet.name, given.checksum, office.answers, table.block)
        below = table.rows[SEARCHED_ROWS:][-FOOT_ROWS:]
        return recognise(table.rows[:SEARCHED_ROWS], source, table.merged, below)

    whole = Table(rows, sheet.merged)
    found = (
        shaped(rows, sheet.merged, (sheet.name, PurePath(given.name).stem), take)
        if is_small
        else [(whole, take(whole))]
    )
    return [
        _as_taken(connection, identify, given, sheet, table, taken, put if place == 0 else [])
        for place, (table, taken) in enumerate(found)
    ]


def _as_taken(
    connection: duckdb.DuckDBPyConnection,
    identify: Identify,
    given: Input,
    sheet: Sheet,
    table: Table,
    taken: Recognised,
    put: list[Problem],
) -> Taken:
    layout, problems = taken
    load_id = identify(given, load_name(sheet.name, table.block))
    if table.said or table.block:
        sheet = table.of(sheet)
        keep_rows(connection, f"staging.raw_{load_id}", table.rows, table.width)
    is_unknown = all(problem.code == "unknown-form" for problem in problems)
    rows = table.rows[:SEARCHED_ROWS]
    may_be_form = (
        layout is not None or not is_unknown or bool(named("", sheet.name)) or looks_like_a_form(rows, table.merged)
    )
    said = [_reshaped(given, sheet, table)] if table.said else []
    said += [_wrong_sums(given, sheet, table)] if table.wrong else []
    return Taken(sheet, table, load_id, layout, [*put, *said, *problems], may_be_form)


def _reshaped(given: Input, sheet: Sheet, table: Table) -> Problem:
    return Problem(
        file=given.name,
        sheet=sheet.name,
        level=Level.NOTE,
        code="table-error",
        message=table.said,
        remedy="如有不同，请改用空白报表。",
    )


def _wrong_sums(given: Input, sheet: Sheet, table: Table) -> Problem:
    return Problem(
        file=given.name,
        sheet=sheet.name,
        cell=joined([address(*place) for place in table.wrong]),
        count=len(table.wrong),
        code="total-error",
        message="合计这一列与前面各列之和不符。",
        remedy="请核对是否漏填或改错；没有用的合计列可以删去。",
    )


def _first_rows(connection: duckdb.DuckDBPyConnection, raw: str, most: int) -> list[tuple[int, tuple[str | None, ...]]]:
    rows = connection.execute(f"FROM {raw} LIMIT {most}").fetchall()
    return [(number, tuple(cells)) for number, *cells in rows]
