"""A day, month or quarter whose year has two digits (26.3.31) → the same with four, and whether it can be no other day."""

import re

from etl.parse.days import real_day
from etl.parse.words import clean

# The years that forms speak of. 98.3.5 is refused, 3/4/26 has its year behind, and so may 26.3.28; 26.3.31 has it in front.
YEARS = range(2015, 2031)
DAY = re.compile(
    r"(?P<first>[0-9]{2})(?P<mark>[-./])(?P<month>[0-9]{1,2})(?P=mark)(?P<last>[0-9]{1,2})(?![0-9])(?P<rest>.*)"
)
MONTH = re.compile(r"(?P<first>[0-9]{2})(?P<rest>[-./](?:0[1-9]|1[0-2]|[2-9]))")
QUARTER = re.compile(r"(?P<first>[0-9]{2})(?P<rest>[-./ ]?(?:[Qq][1-4]))")


def with_long_year(text: str, year: int | None, *, is_day: bool) -> tuple[str, bool] | None:
    """The text with a year of four digits, and whether year, month, day is the only order that makes sense.

    `year` is what a title says. None where no year of two digits stands in front; a month (26.03) is none of a day.
    """
    written = clean(text)
    if match := DAY.fullmatch(written):
        first, month, last = (int(match[name]) for name in ("first", "month", "last"))
        day = real_day(2000 + first, month, last)
        if 2000 + first not in YEARS or not day:
            return None
        orders = [(month, first)] if match["mark"] == "." else [(month, first), (first, month)]
        others = {real_day(2000 + last, *order) for order in orders if 2000 + last in YEARS} - {None, day}
        return f"20{match[0]}", not others or year == 2000 + first != 2000 + last
    found = None if is_day else MONTH.fullmatch(written) or QUARTER.fullmatch(written)
    if found and 2000 + int(found["first"]) in YEARS:
        return f"20{written}", True
    return None
