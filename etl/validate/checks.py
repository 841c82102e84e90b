"""A column of a form → the checks for values that read well and are as likely a slip: years long ago, nines alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from etl.problems import Level
from etl.schema import NUMBERS, PERIODS, Kind
from etl.sql import literal
from etl.validate.layout import Field, Form

RIGHT, RIGHT_YEAR = "数字无误", "年份无误"
# A day so many years ago is as likely a slip of its year: 1926 for 2026.
LONG_AGO = 30
# Targets are set for a five-year plan at most.
YEARS_AHEAD, YEAR = 5, "年"
# With these some say that they know no number.
NINES = "(9999, 99999, 999999, 9999999, 99999999)"


@dataclass(frozen=True)
class Said:
    """What is said of a cell; a question has the words that tell it from others (`asks`) and its answers."""

    message: str
    remedy: str
    asks: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Check:
    """Rows of the typed table for which `fails` (SQL) holds are wrong at `field`; `explain` gets the raw cell."""

    fails: str
    field: Field
    explain: Callable[[str], Said]
    code: str
    level: Level = Level.ERROR


def said(message: str, remedy: str, asks: tuple[str, ...] = (), options: tuple[str, ...] = ()) -> Callable[[str], Said]:
    """What is said of every cell alike."""
    return lambda text: Said(message, remedy, asks, options)


def early(form: Form, field: Field, today: date) -> Iterator[Check]:
    """Days so long ago that their year is asked for."""
    name, kind, asks = field.column.name, field.column.kind, ("early", field.column.name)
    if kind in PERIODS and form.origin == "reported" and form.source.answer(*asks) != RIGHT_YEAR:
        first = today.year - LONG_AGO
        message = f"“{field.column.label}”在 {first} 年以前，年份可能写错。"
        asked = said(message, "请核对年份；确实如此的，请确认。", asks, (RIGHT_YEAR,))
        begins = f"DATE '{first}-01-01'" if kind in {Kind.DATE, Kind.INSTANT} else f"'{first}'"
        yield Check(f"{name} < {begins}", field, asked, "deviated-value", Level.QUESTION)


def far_ahead(form: Form, field: Field, today: date) -> Iterator[Check]:
    """Years so far ahead that nothing is planned for them yet: 2099 is as likely a slip."""
    column, asks = field.column, ("ahead", field.column.name)
    if column.kind is Kind.INTEGER and column.unit == YEAR and form.source.answer(*asks) != RIGHT_YEAR:
        last = today.year + YEARS_AHEAD
        message = f"“{column.label}”在 {last} 年以后，年份可能写错。"
        asked = said(message, "请核对年份；确实如此的，请确认。", asks, (RIGHT_YEAR,))
        is_ahead = f"{column.name} > {last} AND {column.name} <= {column.maximum or last:g}"
        if form.origin == "reported":
            yield Check(is_ahead, field, asked, "deviated-value", Level.QUESTION)


def unfitting(field: Field) -> Iterator[Check]:
    """Areas of a level that has no such figure as the row is about."""
    for level, other, taken in field.column.only_with:
        held = f"SELECT area_code FROM core.areas WHERE level = {literal(level)}"
        told = said(f"{level}没有这项指标的数，填了也无从核对。", "请改填有这项指标的区域，或改填这个区域有数的指标。")
        is_other = f"{other} NOT IN ({', '.join(map(literal, taken))})"
        yield Check(f"{is_other} AND {field.column.name} IN ({held})", field, told, "row-constraint")


def nines(form: Form, field: Field) -> Iterator[Check]:
    """Numbers of nines alone, with which some say that they know none."""
    asks = ("nines", field.column.name)
    if field.column.kind in NUMBERS and form.origin == "reported" and form.source.answer(*asks) != RIGHT:
        message = f"“{field.column.label}”填的全是 9，像是代替没有的数。"
        asked = said(message, "没有数的请按表的要求填写或留空；确实如此的，请确认。", asks, (RIGHT,))
        yield Check(f"{field.column.name} IN {NINES}", field, asked, "deviated-value", Level.QUESTION)
