"""Turns written days, months, quarters and vague dates into values; None where the grammar does not fit."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from etl.parse.days import first_of, last_day, real_day, stated_day
from etl.parse.spelling import MONTH, YEAR, plain

# What is kept in UTC is read in Beijing.
BEIJING_AHEAD = timedelta(hours=8)

MIDNIGHT = re.compile(r"(?:[ T]|(?<=[日号]))00:00(?::00(?:\.0+)?)?$")
# `.` only with two digits: October typed as the number 2024.10 arrives as 2024.1. So does no other month.
NUMBER_MONTH = re.compile(rf"(?P<year>{YEAR})\.(?P<month>[2-9])")
MONTHS = re.compile(
    rf"(?P<year>{YEAR})(?:[-/](?P<month>[0-9]{{1,2}})|\.?(?P<month_2>[0-9]{{2}})"
    r"|[-/.年 ](?P<month_cn>[0-9]{1,2})月份?[底末]?)"
)
MONTHS_OF_YEAR = re.compile(r"(?P<month>[0-9]{1,2})月份?[底末]?")
# A month of one digit behind a mark may be the number of the quarter.
ONE_DIGIT_MONTH = re.compile(rf"{YEAR}[-/.][0-9]")
OF_YEAR = rf"(?:(?P<year>{YEAR})(?:年?[-/._ ]?))?"
QUARTERS = re.compile(rf"{OF_YEAR}(?:[Qq]0?(?P<quarter>[1-4])(?:季度?)?|第?(?P<quarter_cn>[1-4])季度?)[底末]?")
QUARTER_FIRST = re.compile(rf"(?:[Qq](?P<quarter>[1-4])|(?P<quarter_cn>[1-4])[Qq])[-/ ]?(?P<year>{YEAR})")
ROMAN = {"Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4", "I": "1", "II": "2", "III": "3", "IV": "4"}
ROMAN_QUARTER = re.compile(rf"(?<![IV])(?:{'|'.join(ROMAN)})(?=季|$)")
TO = "[-~至到]"
DAY_ALONE = re.compile(r"[0-9]{1,2}[日号]")
SPAN = re.compile(
    rf"(?:(?P<year>{YEAR})[-/.年 ])?(?P<first>[0-9]{{1,2}})(?:月份?)?{TO}(?P<last>[0-9]{{1,2}})月份?(?:累计)?"
)
# 2026.1-3 and 2026/1~3: the marks differ, so it is no day; 2026年1、2、3月 are three months.
SPAN_OF_YEAR = re.compile(
    rf"(?P<year>{YEAR})(?:年|(?P<mark>[-/. ]))(?P<first>[0-9]{{1,2}})(?!(?P=mark)){TO}(?P<last>[0-9]{{1,2}})(?:累计)?"
    rf"|(?P<year_2>{YEAR})年(?P<first_2>[0-9]{{1,2}})月?、(?P<between>[0-9]{{1,2}})月?、(?P<last_2>[0-9]{{1,2}})月"
)
MONTH_OF_SPAN = re.compile(rf"(?P<year>{YEAR})\.(?P<month>[1-9])")
DAY_OF_SPAN = re.compile(r"(?P<month>[0-9]{1,2})[./](?P<day>[0-9]{1,2})")
# 一季度(2026年), 3月/2026 and 2026M3.
YEAR_BEHIND = re.compile(rf"(?P<period>.+?)[-/ ]?\(?(?<![0-9])(?P<year>{YEAR})年?\)?")
NUMBERED_MONTH = re.compile(
    rf"(?P<year>{YEAR})-?[Mm](?P<month>[0-9]{{1,2}})|(?P<month_2>[0-9]{{1,2}})/(?P<year_2>{YEAR})"
)
CUMULATIVE = re.compile(
    rf"{OF_YEAR}(?:(?P<half>上半年|半年|[Hh]1)|(?P<whole>全年)|前(?P<quarters>[234])个?季度?|前(?P<months>6|9|12)个月"
    rf"|(?:[Qq]1|第?1(?:季度?)?){TO}(?:[Qq](?P<to_q>[234])|第?(?P<to>[234])季度?))(?:累计)?"
)
GLOSSED = re.compile(r"(?P<period>.+)\((?P<gloss>[^()]+)\)")
VAGUE = re.compile(rf"(?:{YEAR}|XXXX)(?:-(?:{MONTH}|XX)(?:-(?:[0-9]{{2}}|XX))?)?")


def _stated_month(text: str, year: int | None) -> date | None:
    """The first day of a month in plain spelling."""
    if match := MONTHS.fullmatch(text):
        return real_day(int(match["year"]), first_of(match, "month", "month_2", "month_cn"), 1)
    if year and (match := MONTHS_OF_YEAR.fullmatch(text)):
        return real_day(year, int(match["month"]), 1)
    return None


def _span(text: str, year: int | None) -> tuple[int, int, int] | None:
    """Year, first and last month of 1-3月, 2026年1月至3月, 2026.01-2026.03 or 2026年1月1日至3月31日, or None."""
    if match := SPAN.fullmatch(text):
        years = int(match["year"] or year or 0)
        return (years, int(match["first"]), int(match["last"])) if years else None
    if match := SPAN_OF_YEAR.fullmatch(text):
        months = first_of(match, "first", "first_2"), first_of(match, "last", "last_2")
        is_whole = not match["between"] or months[0] + 1 == int(match["between"]) == months[1] - 1
        return (first_of(match, "year", "year_2"), *months) if is_whole else None
    for mark in re.finditer(TO, text):
        first = _start(text[: mark.start()], year)
        end = text[mark.end() :]
        # 3月1日-31日: the day alone is one of the same month.
        last = _end(f"{first.month}月{end}" if DAY_ALONE.fullmatch(end) else end, first.year) if first else None
        if first and last and first.year == last.year:
            return first.year, first.month, last.month
    return None


def _start(text: str, year: int | None) -> date | None:
    """The first day of a span that begins with a whole month."""
    day = None if text.endswith(("底", "末")) else _stated_month(text, year) or stated_day(text, year)
    if match := MONTH_OF_SPAN.fullmatch(text):
        # Before a dash it is a text, which has lost no zero.
        day = real_day(int(match["year"]), int(match["month"]), 1)
    return day if day and day.day == 1 else None


def _end(text: str, year: int | None) -> date | None:
    """The last day of a span that ends with a whole month."""
    if match := MONTH_OF_SPAN.fullmatch(text):
        text = f"{match['year']}年{match['month']}月"
    if month := _stated_month(text, year):
        return last_day(month)
    if year and (match := DAY_OF_SPAN.fullmatch(text)):
        text = f"{match['month']}月{match['day']}日"
    day = stated_day(text, year)
    return day if day and day == last_day(day) else None


def _stated_quarter(text: str, year: int | None) -> date | None:
    """The first day of the last month of the quarter that `text` names or spans."""
    roman = ROMAN_QUARTER.sub(lambda match: ROMAN[match[0]], text)
    if match := QUARTERS.fullmatch(roman) or QUARTER_FIRST.fullmatch(roman):
        years = int(match["year"] or year or 0)
        return date(years, first_of(match, "quarter", "quarter_cn") * 3, 1) if years else None
    span = _span(text, year)
    if span and span[1] % 3 == 1 and span[2] == span[1] + 2:
        return real_day(span[0], span[2], 1)
    return None


def _glossed(parse: Callable[[str, int | None], str | None], text: str, year: int | None) -> str | None:
    """一季度(1-3月): what `parse` finds before the brackets, if it finds the same in them, or the year; 1季度/2026."""
    if (behind := YEAR_BEHIND.fullmatch(text)) and not parse(behind["period"], None):
        return parse(behind["period"], int(behind["year"]))
    match = GLOSSED.fullmatch(text)
    if match is None:
        return None
    value = parse(match["period"], year)
    return value if value and parse(match["gloss"], int(value[:4])) == value else None


def parse_date(text: str, year: int | None = None) -> date | None:
    """The day: 2024-11-04, 2024/11/4, 2024.11.4, 2024年11月4日, 24年11月4日, 20241104, 11/24/2024, 45600 (Excel's count).

    11月4日 is of the given `year`; 11月底 and 四季度末 are the last day. A midnight behind the day is ignored, which is
    how spreadsheets and databases write a day; any other time is refused.
    """
    spelled = MIDNIGHT.sub("", plain(text))
    if spelled.endswith(("底", "末")):
        month = _stated_month(spelled, year) or _stated_quarter(spelled, year)
        return last_day(month) if month else None
    return stated_day(spelled, year)


def parse_month(text: str, year: int | None = None) -> str | None:
    """`YYYY-MM` of 2024-11, 2024.11, 2024.3, 2024/11, 2024年11月(份, 底, 末), 24年11月, 202411, or 11月 of `year`.

    Also of the first or the last day of a month, which is what spreadsheets make of it.
    """
    spelled = plain(text)
    if match := NUMBER_MONTH.fullmatch(spelled):
        return f"{match['year']}-0{match['month']}"
    if month := _stated_month(spelled, year):
        return f"{month:%Y-%m}"
    if match := NUMBERED_MONTH.fullmatch(spelled):
        month = real_day(first_of(match, "year", "year_2"), first_of(match, "month", "month_2"), 1)
        return f"{month:%Y-%m}" if month else None
    if (span := _span(spelled, year)) and span[1] == span[2]:
        return f"{span[0]}-{span[1]:02}"
    day = parse_date(spelled, year) if not spelled.endswith(("底", "末")) else None
    if day is None:
        return _glossed(parse_month, spelled, year)
    return f"{day:%Y-%m}" if day in (day.replace(day=1), last_day(day)) else None


def parse_quarter(text: str, year: int | None = None) -> str | None:
    """`YYYYQn` of 2024Q3, Q3 2024, 2024年第三季度(末), 24年三季度, 2024年7-9月, or of 三季度 and 7-9月 of `year`.

    Also of the quarter's last month (2024.09, 2024年9月底) and last day. Cumulative spans (1-9月) are None.
    """
    spelled = plain(text)
    quarter = _stated_quarter(spelled, year)
    month = quarter or (None if ONE_DIGIT_MONTH.fullmatch(spelled) else _stated_month(spelled, year))
    if month is None and (day := parse_date(spelled, year)) and day == last_day(day):
        month = day
    if month is None:
        return _glossed(parse_quarter, spelled, year)
    return f"{month.year}Q{month.month // 3}" if month.month % 3 == 0 else None


def parse_cumulative(text: str, year: int | None = None) -> str | None:
    """The quarter at whose end a figure counted from January on stands: 2024Q3 of 2024年1-9月 and 前三季度.

    2024Q2 of 上半年, 2024Q4 of 全年 and 1-12月. None for 1-3月, which is a quarter, and for ends within a quarter.
    """
    spelled = plain(text)
    if span := _span(spelled, year):
        is_cumulative = span[1] == 1 and span[2] in (6, 9, 12)
        return f"{span[0]}Q{span[2] // 3}" if is_cumulative else None
    match = CUMULATIVE.fullmatch(spelled)
    if match is None:
        return _glossed(parse_cumulative, spelled, year)
    if not (match["year"] or year):
        return None
    if match["half"] or match["whole"]:
        quarter = 2 if match["half"] else 4
    else:
        quarter = int(match["months"]) // 3 if match["months"] else first_of(match, "quarters", "to_q", "to")
    return f"{match['year'] or year}Q{quarter}"


def parse_edtf(text: str) -> str | None:
    """The date as it stands if it is YYYY or XXXX, then -MM or -XX, then -DD or -XX, and can exist; otherwise None.

    A year, month or day in another spelling (98年, 1998年3月, 1998/3/5) becomes that.
    """
    spelled = plain(text)
    if not VAGUE.fullmatch(spelled):
        if match := re.fullmatch(rf"({YEAR})年", spelled):
            return match[1]
        if month := _stated_month(spelled, None):
            return f"{month:%Y-%m}"
        day = stated_day(MIDNIGHT.sub("", spelled))
        return day.isoformat() if day else None
    # What is unknown is tried as a leap year and as a month of 31 days: it could be one.
    parts = spelled.replace("XXXX", "2000").replace("XX", "01").split("-")
    numbers = [int(part) for part in [*parts, "01", "01"][:3]]
    return spelled if real_day(numbers[0], numbers[1], numbers[2]) else None


def day_in_beijing(instant: datetime) -> date:
    """The day on which an instant of UTC falls in Beijing."""
    return (instant + BEIJING_AHEAD).date()
