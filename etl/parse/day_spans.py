"""Turns several written days in a row into the first of them, and a month into its last day; None where the grammar does not fit."""

import re
from datetime import date

from etl.parse.days import last_day
from etl.parse.periods import parse_date, parse_month
from etl.parse.spelling import plain

TO = re.compile("[-~至到]")
# 3月12日-18日 and 3月12-18日: the last day is one of the same month.
DAY_ALONE = re.compile(r"([0-9]{1,2})[日号]?")


def first_day(text: str, year: int | None = None) -> date | None:
    """The first day of 2026年3月12日至18日, 2026.4.25-4.27 or 3月12日-3月18日 of `year`."""
    spelled = plain(text)
    for mark in TO.finditer(spelled):
        first = _day(spelled[: mark.start()], year)
        last = _last(spelled[mark.end() :], first) if first else None
        if first and last and first <= last:
            return first
    return None


def last_of_month(text: str) -> date | None:
    """The last day of a month that is written with its year: 2026年8月, 2026.08."""
    month = parse_month(text)
    return last_day(date.fromisoformat(f"{month}-01")) if month else None


def _day(text: str, year: int | None) -> date | None:
    return parse_date(text, year) or parse_date(f"{text}日", year)


def _last(text: str, first: date) -> date | None:
    if match := DAY_ALONE.fullmatch(text):
        return parse_date(f"{first.year}年{first.month}月{match[1]}日")
    return parse_date(text, first.year) or parse_date(f"{first.year}.{text}")
