"""Turns the codes of periods and days into the words that Chinese readers expect."""

import re
from collections.abc import Sequence
from datetime import date

QUARTERS = ("一", "二", "三", "四")
TO_DATE = "累计"
PERIOD = re.compile(
    r"(?P<year>\d{4})(?:Q1-(?P<through>[23])|Q(?P<quarter>[1-4])|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
)


def _period_parts(code: str) -> dict[str, str] | None:
    """The year, quarter, month and day of a period code, empty where it has none; `None` for any other word."""
    match = PERIOD.fullmatch(code)
    return match.groupdict("") if match else None


def _within_year(parts: dict[str, str]) -> str:
    """The part of a period below the year: `四季度`, `11月`, `11月4日`, or nothing for a year."""
    if parts["through"]:
        return f"1—{int(parts['through']) * 3}月"
    if parts["quarter"]:
        return QUARTERS[int(parts["quarter"]) - 1] + "季度"
    if parts["day"]:
        return f"{int(parts['month'])}月{int(parts['day'])}日"
    return f"{int(parts['month'])}月" if parts["month"] else ""


def period_label(code: str) -> str:
    """The period in full: `2025Q4` gives 2025年第四季度, `2025-11` 2025年11月, `2025Q1-3` 2025年1—9月累计; other words stay."""
    parts = _period_parts(code)
    if parts is None:
        return code
    within = f"{_within_year(parts)}{TO_DATE if parts['through'] else ''}"
    return f"{parts['year']}年{'第' if parts['quarter'] else ''}{within}"


def period_end(code: str) -> str:
    """The end of a period: `2025年第四季度末`; of the year to date the month in which it ends, `2025年9月末`."""
    parts = _period_parts(code)
    if parts and parts["through"]:
        return f"{parts['year']}年{int(parts['through']) * 3}月末"
    return f"{period_label(code)}末"


def period_until(code: str) -> str:
    """The month that a period ends with, as it stands behind 截至: `2025Q4` and `2025` give 2025年12月; a day stays."""
    parts = _period_parts(code)
    if parts is None or parts["month"]:
        return period_label(code)
    months = 3 * int(parts["through"] or parts["quarter"] or len(QUARTERS))
    return f"{parts['year']}年{months}月"


def period_range(first: str, last: str) -> str:
    """From one period to another, the year said once where it is the same: `2024年第一季度至第四季度`."""
    if first == last:
        return period_label(first)
    begun, ended = _period_parts(first), _period_parts(last)
    is_one_year = begun and ended and begun["year"] == ended["year"] and _within_year(ended)
    end = f"{'第' if ended['quarter'] else ''}{_within_year(ended)}" if ended and is_one_year else period_label(last)
    return f"{period_label(first)}至{end}"


def month_day(day: date) -> str:
    """A day beside a figure whose year is known: `12月31日`."""
    return f"{day.month}月{day.day}日"


def months_span(months: Sequence[str]) -> str:
    """Months of one year from the first to the last: `10—11月`."""
    return "—".join(str(int(month[5:])) for month in dict.fromkeys((months[0], months[-1]))) + "月"


def in_year(code: str) -> tuple[str, str] | None:
    """The year and the quarter of a quarter's code, as two levels of an axis: `("2025年", "四季")`; None for any other code."""
    parts = _period_parts(code)
    return (f"{parts['year']}年", f"{QUARTERS[int(parts['quarter']) - 1]}季") if parts and parts["quarter"] else None


def period_short(code: str) -> str:
    """The period for narrow places: `2025Q4` gives 25年四季度; a year keeps its four digits."""
    parts = _period_parts(code)
    if parts is None:
        return code
    year, within = parts["year"], _within_year(parts)
    return f"{year[2:]}年{within}" if within else f"{year}年"


def within_year(code: str) -> tuple[str, str]:
    """The year of a quarter or month and what it is called within it: `2025`, `四季度`; of a year both are itself."""
    parts = _period_parts(code)
    return (parts["year"], _within_year(parts) or parts["year"]) if parts else (code, code)


def period_ticks(codes: Sequence[str]) -> list[str]:
    """Axis labels in which the year stands once, under the first period that belongs to it."""
    ticks = []
    shown = ""
    for code in codes:
        parts = _period_parts(code)
        within = _within_year(parts) if parts else ""
        if parts is None or not within:
            ticks.append(period_label(code))
            continue
        year = parts["year"]
        ticks.append(within if year == shown else f"{within}<br>{year}年")
        shown = year
    return ticks
