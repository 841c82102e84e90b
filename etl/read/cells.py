"""Turns a typed spreadsheet value into the canonical text that a clerk sees in the cell."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

CellValue = None | bool | int | float | str | date | datetime | time | timedelta

# What a number format only prints: quoted words, escaped characters, spacing.
LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.')
HALF_SECOND = timedelta(milliseconds=500)


def is_percent(number_format: str) -> bool:
    """Whether the format shows 0.12 as 12%."""
    return "%" in LITERALS.sub("", number_format)


def shows_time(number_format: str) -> bool:
    """Whether the format shows hours, so that a midnight is meant as one."""
    return "h" in LITERALS.sub("", number_format).lower()


def number_text(value: float) -> str:
    """The number with the 15 significant digits that a spreadsheet keeps, without exponent or trailing `.0`.

    0.1 + 0.2 gives `0.3`.
    """
    exact = Decimal(f"{value:.15g}")
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _instant_text(value: datetime, number_format: str) -> str:
    rounded = (value + HALF_SECOND).replace(microsecond=0)
    if rounded.time() == time() and not shows_time(number_format):
        return rounded.date().isoformat()
    return rounded.isoformat(sep=" ")


def cell_text(value: CellValue, number_format: str = "") -> str:
    """The text of a value: 是/否, plain digits, `12%`, `2024-11-04`, `2024-11-04 17:30:00`; empty for None.

    A day without time is a day alone unless its format shows a time.
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "是" if value else "否"
        case int() | float() if is_percent(number_format):
            return f"{number_text(float(value) * 100)}%"
        case int():
            return str(value)
        case float():
            return number_text(value)
        case datetime():
            return _instant_text(value, number_format)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
