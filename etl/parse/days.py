"""Turns a day in the one spelling of `spelling.plain` into a date; None where the grammar does not fit."""

import re
from calendar import monthrange
from datetime import date, timedelta

from etl.parse.spelling import YEAR

DAYS = re.compile(
    rf"(?P<year>{YEAR})(?:(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})[日号]?"
    r"|[-/.年 ](?P<month_cn>[0-9]{1,2})月(?P<day_cn>[0-9]{1,2})[日号]?"
    r"|年(?P<month_mixed>[0-9]{1,2})[-/.](?P<day_mixed>[0-9]{1,2})[日号]"
    r"|(?P<month_8>[0-9]{2})(?P<day_8>[0-9]{2})[日号]?)"
)
DAYS_OF_YEAR = re.compile(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]")
YEAR_LAST = re.compile(rf"(?P<first>[0-9]{{1,2}})(?P<mark>[-/.])(?P<second>[0-9]{{1,2}})(?P=mark)(?P<year>{YEAR})")
WEEKDAYS = "一二三四五六日"
WITH_WEEKDAY = re.compile(rf"(?P<day>.+?) ?\(?(?:周|星期|礼拜)(?P<weekday>[{WEEKDAYS}天])\)?")
# Days since the end of 1899, as Excel counts them from March 1900 on: 20000 is in 1954, 80000 in 2119.
SERIAL = r"[2-7][0-9]{4}|80000"
SERIAL_START = date(1899, 12, 30)
# Of what is counted at an instant its day is told: 6月30日24时, 11月1日零时.
INSTANT = re.compile(r"(?<=[日号0-9]) ?(?:(?:24|0|零)时整?|(?:24|0?0):00(?::00)?)$")


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    is_real = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_real else None


def last_day(day: date) -> date:
    """The last day of the month in which `day` lies."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def first_of(match: re.Match[str], *names: str) -> int:
    """The number of the first of these groups that matched."""
    return int(next(match[name] for name in names if match[name]))


def stated_day(text: str, year: int | None = None) -> date | None:
    """The day in plain spelling, of the given `year` where none is written, or the day of an unformatted Excel serial.

    With the year last the day is read only if it is the same in both orders (3/31/2026, not 3/4/2026). A weekday
    behind the day must be the right one.
    """
    text = INSTANT.sub("", text)
    if match := WITH_WEEKDAY.fullmatch(text):
        day = stated_day(match["day"], year)
        return day if day and WEEKDAYS[day.weekday()] == match["weekday"].replace("天", "日") else None
    if match := DAYS.fullmatch(text):
        months = first_of(match, "month", "month_cn", "month_mixed", "month_8")
        return real_day(int(match["year"]), months, first_of(match, "day", "day_cn", "day_mixed", "day_8"))
    if match := YEAR_LAST.fullmatch(text):
        first, second = int(match["first"]), int(match["second"])
        days = {real_day(int(match["year"]), *order) for order in ((first, second), (second, first))} - {None}
        return days.pop() if len(days) == 1 else None
    if re.fullmatch(SERIAL, text):
        return SERIAL_START + timedelta(days=int(text))
    if year and (match := DAYS_OF_YEAR.fullmatch(text)):
        return real_day(year, int(match["month"]), int(match["day"]))
    return None
