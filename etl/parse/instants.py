"""Turns a written day with its time of day into a local time; None where the grammar does not fit."""

import re
from datetime import datetime, time, timedelta

from etl.parse.days import SERIAL, first_of
from etl.parse.periods import parse_date
from etl.parse.spelling import plain

MORNING = {hour: hour for hour in range(12)}
AFTERNOON = {hour: hour + 12 for hour in range(1, 12)} | {hour: hour for hour in range(12, 24)}
# Word → written hour → hour of the day; an hour that the word leaves in doubt (上午12点) is not in it.
HOURS = {
    "": {hour: hour for hour in range(24)},
    "凌晨": {hour: hour for hour in range(6)},
    "早上": {hour: hour for hour in range(5, 12)},
    "上午": MORNING,
    "中午": {11: 11, 12: 12, 1: 13, 13: 13},
    "下午": AFTERNOON,
    "晚上": {hour: hour + 12 for hour in range(6, 12)} | {hour: hour for hour in range(18, 24)},
    "AM": MORNING | {12: 0},
    "PM": AFTERNOON,
}
CHINESE_HALF = "|".join(word for word in HOURS if word and not word.isascii())
INSTANTS = re.compile(
    rf"(?P<day>.+?)(?:[ T]|(?<=[日号)一二三四五六天])|(?={CHINESE_HALF}))(?P<half>{CHINESE_HALF}|)"
    r"(?:(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.0+)?)?(?P<half_en>[AP]M|)"
    r"|(?P<hour_cn>[0-9]{1,2})[时点](?:(?P<minute_cn>[0-9]{1,2}(?=分)|[0-9]{2})分?(?:(?P<second_cn>[0-9]{1,2})秒)?|(?P<word>半|整)))",
    re.IGNORECASE,
)
COMPACT = re.compile(r"(?P<day>[0-9]{8})[ T]?(?P<hour>[0-9]{2})(?P<minute>[0-9]{2})(?P<second>[0-9]{2})?")
SERIAL_INSTANT = re.compile(rf"(?P<day>{SERIAL})(?P<fraction>\.[0-9]*[1-9][0-9]*)")
MINUTES = {"半": 30, "整": 0}


def parse_instant(text: str, year: int | None = None) -> datetime | None:
    """The local time: a day as `parse_date` takes it, of `year` where it tells none, then 17:30, 17:30:05, 17时30分, 下午5点半 or 5:30 PM.

    Also 202603050836, 20260305083600 and an unformatted Excel serial (46112.358333), to the second. None for a day
    alone, and for an hour without minutes.
    """
    spelled = plain(text).removesuffix("+08:00")
    if match := SERIAL_INSTANT.fullmatch(spelled):
        seconds = round(float(match["fraction"]) * 24 * 60 * 60)
        midnight = _instant(match["day"], 0, 0, 0)
        return midnight + timedelta(seconds=seconds) if midnight else None
    if match := COMPACT.fullmatch(spelled):
        return _instant(match["day"], int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    match = INSTANTS.fullmatch(spelled)
    if match is None or (match["half"] and match["half_en"]):
        return None
    half = match["half"] or (match["half_en"] or "").upper()
    hour = HOURS[half].get(first_of(match, "hour", "hour_cn"))
    minute = MINUTES[match["word"]] if match["word"] else first_of(match, "minute", "minute_cn")
    second = int(match["second"] or match["second_cn"] or 0)
    return None if hour is None else _instant(match["day"], hour, minute, second, year)


def _instant(written_day: str, hour: int, minute: int, second: int, year: int | None = None) -> datetime | None:
    day = parse_date(written_day, year)
    if day is None or hour >= 24 or minute >= 60 or second >= 60:
        return None
    return datetime.combine(day, time(hour, minute, second))
