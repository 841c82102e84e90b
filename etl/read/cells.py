"""Turns a typed spreadsheet value into the canonical text that a clerk sees in the cell."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

from etl.read.formats import number_format

CellValue = None | bool | int | float | str | date | datetime | time | timedelta

KEPT_DIGITS = 15
HALF_SECOND = timedelta(milliseconds=500)
# Of text that XML cannot hold, or that a program was careful with: `_x000D_` is a carriage return.
ESCAPED = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")


def number_text(value: float) -> str:
    """The number with the 15 significant digits that a spreadsheet keeps, without exponent or trailing `.0`.

    0.1 + 0.2 gives `0.3`.
    """
    exact = Decimal(f"{value:.15g}")
    text = f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_too_long(text: str) -> bool:
    """Whether the text of a number has more digits than a spreadsheet keeps: those behind the 15th are lost."""
    return len(text) > KEPT_DIGITS and text.lstrip("-").isdecimal() and len(text.lstrip("-")) > KEPT_DIGITS


def _instant_text(value: datetime, code: str) -> str:
    rounded = (value + HALF_SECOND).replace(microsecond=0)
    if rounded.time() == time() and not number_format(code).shows_time:
        return rounded.date().isoformat()
    return rounded.isoformat(sep=" ")


def _clock_text(value: time) -> str:
    whole = datetime.combine(date.min, value) + HALF_SECOND
    return whole.time().replace(microsecond=0).isoformat()


def _span_text(value: timedelta) -> str:
    """Hours that may be more than a day's: 30:05:00."""
    seconds = round(value.total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{'-' * (seconds < 0)}{hours}:{minute:02}:{second:02}"


def cell_text(value: CellValue, code: str = "") -> str:
    """The text of a value: 是/否, plain digits, `12%`, `2024-11-04`, `2024-11-04 17:30:00`; empty for None.

    `code` is the cell's number format: a day without time is a day alone unless it shows a time; 6.04 is `6.04亿元`
    where it prints the unit.
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "是" if value else "否"
        case int() | float():
            shown = number_format(code)
            if shown.is_percent:
                return f"{number_text(float(value) * 100)}%"
            return (str(value) if isinstance(value, int) else number_text(value)) + shown.unit
        case datetime():
            return _instant_text(value, code)
        case date():
            return value.isoformat()
        case time():
            return _clock_text(value)
        case timedelta():
            return _span_text(value)


def serial_text(number: int | float, code: str, epoch: datetime = WINDOWS_EPOCH) -> str:
    """The text of a stored number, which is a day or a time where `code` shows it as one.

    Raises OverflowError where there is no such number or day.
    """
    shown = number_format(code)
    if not -1e300 < number < 1e300:
        raise OverflowError(number)
    if not shown.is_date:
        return cell_text(number, code)
    if number < 0 and not shown.is_span:
        raise OverflowError(number)
    try:
        return cell_text(from_excel(number, epoch, timedelta=shown.is_span), code)
    except ValueError as error:
        raise OverflowError(number) from error


def unescaped(text: str) -> str:
    """Text as a workbook stores it → as it is meant: `_x000D_` and the like are the characters of these codes."""
    return ESCAPED.sub(_decoded, text) if "_x" in text else text


def _decoded(found: re.Match[str]) -> str:
    units = bytes.fromhex("".join(code[1:] for code in found[0].replace("__", "_").strip("_").split("_")))
    return units.decode("utf-16-be", errors="replace").replace("\0", "")
