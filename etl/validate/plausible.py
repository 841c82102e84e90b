"""A form's figures beside those of its neighbours in time and of its peers → questions about a slipped unit or digit."""

from collections.abc import Iterator
from math import inf
from statistics import median

import duckdb

from etl.content import Bounds
from etl.problems import Problem
from etl.read.personal import quotable
from etl.schema import NUMBERS, Dataset, Kind
from etl.validate.ceilings import beyond_all
from etl.validate.checks import RIGHT
from etl.validate.history import history, period, subject
from etl.validate.layout import Field, Form

# Money and heads: what has a magnitude of its own. What moves by tens may well move tenfold.
HEADS = frozenset({"人", "名", "人次", "户"})
SMALLEST = {"元": 100.0, "人": 200.0}
# Of smaller counts, and of what is no money and no heads, a slip shows where the nearest neighbours in time are steady:
# so many of them at least, the largest at most so many times the smallest, none of them nothing. A slip is a power of
# ten, give or take what steady figures may differ by, as its logarithm.
NEAREST, NEIGHBOURS, STEADY, SMALLEST_SLIP, ABOUT_TENFOLD = 3, 3, 2.0, 10.0, 0.2
SHARES = frozenset({"%", "分"})
# A tenfold slip beside other quarters; among peers, which differ by themselves, only what is far beyond all of them.
IN_TIME = 8.0
WHOLE_COLUMN = 50.0
PEERS, BEYOND_PEERS, BEYOND_NEXT = 4, 300.0, 30.0
# Among peers that are alike, the largest at most so many times the smallest, less is enough.
ALIKE, BEYOND_ALIKE = 6.0, 25.0
# With fewer places there is no middle that one of them could lie far from.
DEGREE, PLACES = "度", 3
# Characters of the longest number, with its separators.
LONGEST = 24


def stands_alone(dataset: Dataset) -> bool:
    """Whether no figure of a form is held against, or completed by, those of the other forms of its dataset."""
    units = {column.unit for column in dataset.columns if column.kind in NUMBERS}
    is_compared = any(unit.endswith("元") or unit in {*HEADS, DEGREE} for unit in units)
    is_of_quarters = any(column.kind is Kind.QUARTER for column in dataset.columns)
    return not (is_compared or is_of_quarters or period(dataset) or dataset.parts)


def implausible(connection: duckdb.DuckDBPyConnection, form: Form, town: Bounds) -> Iterator[Problem]:
    """A question for each column with figures of another magnitude than their neighbours; needs the table of `history`.

    Places are held against the `town` as well, of which there may be one alone.
    """
    for field in form.layout.fields:
        column = field.column
        if column.kind not in NUMBERS or column.unit in SHARES:
            continue
        if form.source.answer("magnitude", column.name) == RIGHT:
            continue
        found = (
            _outside(connection, form, field, town)
            or _far_away(connection, form, field)
            or beyond_all(connection, form, field)
            or _beside_time(connection, form, field)
        )
        if not found and _has_magnitude(field):
            found = _whole_column(connection, form, field) or _beside_peers(connection, form, field)
        if found:
            rows, told = found
            yield form.problem(
                [field.address(row) for row in rows],
                f"“{column.label}”{told}，单位或位数可能不对。",
                f"请核对是否按“{column.unit}”填写；确实如此的，请确认。",
                "deviated-value",
                asks=("magnitude", column.name),
                options=(RIGHT,),
            )


def _outside(
    connection: duckdb.DuckDBPyConnection, form: Form, field: Field, town: Bounds
) -> tuple[list[int], str] | None:
    """Places that lie outside of the town's shapes."""
    sides = {"longitude": (town.west, town.east), "latitude": (town.south, town.north)}.get(field.column.name)
    if sides is None:
        return None
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE {field.column.name} NOT BETWEEN ? AND ? "
        f"AND {field.column.name} BETWEEN {field.column.minimum} AND {field.column.maximum} ORDER BY source_row",
        sides,
    ).fetchall()
    return ([row for (row,) in rows], f"在{town.name}之外") if rows else None


def _far_away(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> tuple[list[int], str] | None:
    """Places that lie a degree, some hundred kilometres, from the middle of the others: no town is so wide."""
    name = field.column.name
    if field.column.unit != DEGREE:
        return None
    [(count, middle)] = connection.execute(
        f"SELECT count({name}), median({name}) FROM {history(form.dataset)}"
    ).fetchall()
    if count < PLACES:
        return None
    rows = connection.execute(
        f"SELECT source_row FROM {form.typed} WHERE abs({name} - ?) > 1 ORDER BY source_row", [middle]
    ).fetchall()
    return ([row for (row,) in rows], f"与其他地点相差 1 {DEGREE}以上") if rows else None


def _has_magnitude(field: Field) -> bool:
    return field.column.unit.endswith("元") or field.column.unit in HEADS


def _smallest(field: Field) -> float:
    """From which figure on a column is held against figures that are not steady."""
    if not _has_magnitude(field):
        return inf
    return SMALLEST["元" if field.column.unit.endswith("元") else "人"]


def _plain(number: float) -> str:
    """The number as a message may quote it: not where it reads like that of a telephone."""
    return quotable(f"{number:,.15g}", LONGEST)


def _beside_time(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> tuple[list[int], str] | None:
    """Rows that are many times, or a small part of, what the same subject has in other periods.

    Large figures are held against the middle of them all; any figure against those of the nearest periods on either
    side, where these are steady.
    """
    name, when = field.column.name, period(form.dataset)
    if when is None:
        return None
    same = " AND ".join(f"past.{key} = typed.{key}" for key in subject(form.dataset)) or "true"
    rows = connection.execute(
        f"""
        WITH beside AS (
            SELECT
                typed.source_row,
                CAST(typed.{name} AS DOUBLE) AS value,
                CAST(past.{name} AS DOUBLE) AS other,
                past.{when} > typed.{when} AS is_later,
                CASE WHEN is_later THEN past.{when} END AS until,
                CASE WHEN NOT is_later THEN past.{when} END AS since
            FROM {form.typed} AS typed JOIN {history(form.dataset)} AS past ON {same} AND past.{when} <> typed.{when}
            WHERE typed.{name} > 0 AND past.{name} >= 0
        ),
        near AS (
            FROM beside
            QUALIFY rank() OVER (PARTITION BY source_row, is_later ORDER BY until, since DESC) <= $nearest
        ),
        steady AS (
            SELECT source_row, any_value(value) AS value, median(other) AS usual
            FROM near GROUP BY source_row
            HAVING count(*) >= $neighbours AND min(other) > 0 AND max(other) <= $steady * min(other)
        ),
        large AS (
            SELECT source_row, any_value(value) AS value, median(other) AS usual
            FROM beside WHERE other > 0 GROUP BY source_row
        )
        SELECT source_row, value, usual FROM large
        WHERE greatest(value, usual) >= $smallest AND greatest(value / usual, usual / value) >= $times
        UNION
        SELECT source_row, value, usual FROM steady
        WHERE greatest(value, usual) >= $slip AND greatest(value / usual, usual / value) >= $times
            AND abs(log10(value / usual) - round(log10(value / usual))) <= $about
        ORDER BY source_row
        """,
        {
            "smallest": _smallest(field),
            "times": IN_TIME,
            "nearest": NEAREST,
            "neighbours": NEIGHBOURS,
            "steady": STEADY,
            "slip": SMALLEST_SLIP,
            "about": ABOUT_TENFOLD,
        },
    ).fetchall()
    if not rows:
        return None
    _, value, usual = rows[0]
    return list(dict.fromkeys(row for row, *_ in rows)), f"填 {_plain(value)}，同一对象其他时期约为 {_plain(usual)}"


def _own(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> list[tuple[int, float]]:
    name = field.column.name
    return connection.execute(
        f"SELECT source_row, CAST({name} AS DOUBLE) FROM {form.typed} WHERE {name} > 0 ORDER BY source_row LIMIT 100000"
    ).fetchall()


def _whole_column(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> tuple[list[int], str] | None:
    """All rows, where the middle one is far from the middle one of all other forms: the unit of the sheet."""
    name, own = field.column.name, _own(connection, form, field)
    [(count, usual)] = connection.execute(
        f"SELECT count(*), median(CAST({name} AS DOUBLE)) FROM {history(form.dataset)} WHERE load_id <> ? AND {name} > 0",
        [form.load_id],
    ).fetchall()
    if len(own) < 3 or count < 3:
        return None
    middle = median(value for _, value in own)
    if max(middle, usual) < _smallest(field) or max(middle / usual, usual / middle) < WHOLE_COLUMN:
        return None
    return [row for row, _ in own], f"整列居中的数是 {_plain(middle)}，以往各表约为 {_plain(usual)}"


def _beside_peers(connection: duckdb.DuckDBPyConnection, form: Form, field: Field) -> tuple[list[int], str] | None:
    """The one row that is far beyond all others of the sheet."""
    own = sorted(_own(connection, form, field), key=lambda pair: pair[1])
    if len(own) < PEERS:
        return None
    (row, most), (_, following) = own[-1], own[-2]
    usual = median(value for _, value in own[:-1])
    if most >= _smallest(field) and _is_beyond(most, following, usual, own[0][1]):
        return [row], f"填 {_plain(most)}，同表其他各行约为 {_plain(usual)}"
    return None


def _is_beyond(most: float, following: float, usual: float, least: float) -> bool:
    are_alike = following <= ALIKE * least
    return (most >= BEYOND_PEERS * usual and most >= BEYOND_NEXT * following) or (
        are_alike and most >= BEYOND_ALIKE * following
    )
