"""Turns written days, instants, months, quarters and vague dates into values; None where the grammar does not fit."""

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from etl.values.words import clean

# What is kept in UTC is read in Beijing.
BEIJING_AHEAD = timedelta(hours=8)

YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)"
MONTH = r"(?:0[1-9]|1[0-2])"

DAYS = re.compile(
    rf"(?P<year>{YEAR})(?:(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})"
    r"|年(?P<month_cn>[0-9]{1,2})月(?P<day_cn>[0-9]{1,2})[日号]"
    r"|(?P<month_8>[0-9]{2})(?P<day_8>[0-9]{2}))"
)
DAYS_OF_YEAR = re.compile(r"(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})[日号]")
INSTANTS = re.compile(
    r"(?P<day>.+?)(?:[ T]|(?<=[日号]))"
    r"(?:(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"|(?P<hour_cn>[0-9]{1,2})时(?P<minute_cn>[0-9]{1,2})分)"
)
# `.` only with two digits: October typed as the number 2024.10 arrives as 2024.1.
MONTHS = re.compile(
    rf"(?P<year>{YEAR})(?:[-/](?P<month>[0-9]{{1,2}})|\.?(?P<month_2>[0-9]{{2}})|年(?P<month_cn>[0-9]{{1,2}})月份?)"
)
MONTHS_OF_YEAR = re.compile(r"(?P<month>[0-9]{1,2})月份?")
QUARTERS = re.compile(rf"(?:(?P<year>{YEAR})(?:年|-)?)?(?:[Qq](?P<quarter>[1-4])|第?(?P<quarter_cn>[一二三四1-4])季度)")
VAGUE = re.compile(rf"(?:{YEAR}|XXXX)(?:-(?:{MONTH}|XX)(?:-(?:[0-9]{{2}}|XX))?)?")
QUARTER_NUMERALS = {"一": "1", "二": "2", "三": "3", "四": "4"}


def _first(match: re.Match, *names: str) -> int:
    return int(next(match[name] for name in names if match[name]))


def _day(year: int, month: int, day: int) -> date | None:
    is_real = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_real else None


def parse_date(text: str, year: int | None = None) -> date | None:
    """The day: 2024-11-04, 2024/11/4, 2024.11.4, 2024年11月4日, 20241104, or 11月4日 of the given `year`.

    A midnight behind it is ignored, which is how spreadsheets and databases write a day; any other time is refused.
    """
    cleaned = clean(text)
    cleaned = re.sub(r"[ T]00:00(:00)?$", "", cleaned)
    if match := DAYS.fullmatch(cleaned):
        return _day(
            int(match["year"]), _first(match, "month", "month_cn", "month_8"), _first(match, "day", "day_cn", "day_8")
        )
    if year and (match := DAYS_OF_YEAR.fullmatch(cleaned)):
        return _day(year, int(match["month"]), int(match["day"]))
    return None


def parse_instant(text: str) -> datetime | None:
    """The local time: a day as `parse_date` takes it, then 17:30, 17:30:05 or 17时30分; None for a day alone."""
    match = INSTANTS.fullmatch(clean(text))
    day = parse_date(match["day"]) if match else None
    if day is None:
        return None
    hour, minute = _first(match, "hour", "hour_cn"), _first(match, "minute", "minute_cn")
    second = int(match["second"] or 0)
    is_real = hour < 24 and minute < 60 and second < 60
    return datetime.combine(day, time(hour, minute, second)) if is_real else None


def parse_month(text: str, year: int | None = None) -> str | None:
    """`YYYY-MM` of 2024-11, 2024.11, 2024/11, 2024年11月, 202411, the first day of a month, or 11月 of `year`."""
    cleaned = clean(text)
    if match := MONTHS.fullmatch(cleaned):
        day = _day(int(match["year"]), _first(match, "month", "month_2", "month_cn"), 1)
    elif year and (match := MONTHS_OF_YEAR.fullmatch(cleaned)):
        day = _day(year, int(match["month"]), 1)
    else:
        day = parse_date(cleaned)
    return f"{day:%Y-%m}" if day and day.day == 1 else None


def parse_quarter(text: str, year: int | None = None) -> str | None:
    """`YYYYQn` of 2024Q3, 2024-Q3, 2024年第三季度, 2024年3季度, 2024三季度, or of 三季度, 第三季度, Q3 of `year`."""
    match = QUARTERS.fullmatch(clean(text))
    if match is None or not (match["year"] or year):
        return None
    quarter = match["quarter"] or QUARTER_NUMERALS.get(match["quarter_cn"], match["quarter_cn"])
    return f"{match['year'] or year}Q{quarter}"


def parse_edtf(text: str) -> str | None:
    """The date as it stands if it is YYYY or XXXX, then -MM or -XX, then -DD or -XX, and can exist; otherwise None."""
    cleaned = clean(text)
    if not VAGUE.fullmatch(cleaned):
        return None
    # What is unknown is tried as a leap year and as a month of 31 days: it could be one.
    parts = cleaned.replace("XXXX", "2000").replace("XX", "01").split("-")
    year, month, day = (int(part) for part in [*parts, "01", "01"][:3])
    return cleaned if _day(year, month, day) else None


def day_in_beijing(instant: datetime) -> date:
    """The day on which an instant of UTC falls in Beijing."""
    return (instant + BEIJING_AHEAD).date()
