"""Turns the number format of a cell into what it tells: a date, a share, a unit, a value made smaller or hidden."""

import re
from dataclasses import dataclass
from functools import lru_cache

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

# Formats that Chinese versions of Excel and WPS number and do not write out, from ECMA-376 part 1, 18.8.30 (zh-cn).
CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    **dict.fromkeys((34, 55), '上午/下午h"时"mm"分"'),
    **dict.fromkeys((35, 56), '上午/下午h"时"mm"分"ss"秒"'),
}
NUMBERED_FORMATS = BUILTIN_FORMATS | CHINESE_FORMATS
# How other programs and languages call the format that says nothing.
GENERAL = frozenset({"", "general", "standard", "g/通用格式", "通用格式", "常规", "@"})
LOCAL_GENERAL = re.compile("standard", re.IGNORECASE)

# What a number format only prints: quoted words, escaped characters, spacing.
LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.')
BRACKETED = re.compile(r"\[[^\]]*\]")
# The words behind the digits that say what the number is: 0.00"亿元", 0万, 0"人", 0"元/月".
UNIT = re.compile(r"[^0#?一-龥]*[0#?][0#?.,!\\]*[\s\"\\!_]*(?P<unit>[一-龥][一-龥/]*|[%‰])")
# Money that is none of the country's: US$, HK$, €, a bare $ or [$€-407]; ¥ and [$-804] are its own.
FOREIGN = re.compile(
    r'\[\$(?:[A-Z]{2,3}\$?|\$|[€£₩₤])[^\]]*\]|(?:US|HK|NT)\$|USD|HKD|EUR|[€£₩]|(?<!\[)\$(?=[\s"\\]*[#0])'
)
# A comma behind the last digit divides by 1,000; `0!.0,` and `0"."0,` are the same trick for 万.
SCALED = re.compile(r"[0#?],+(?![0#?,])")
DRAWN_POINT = re.compile(r'[0#?](?:[!\\]\.|"\.")[0#?]')


@dataclass(frozen=True)
class NumberFormat:
    """What a format makes of a number; `unit` is printed behind it (亿元, 元/月, a % that multiplies nothing), `is_scaled` shows 12345 as 12."""

    is_date: bool = False
    is_span: bool = False
    is_percent: bool = False
    is_scaled: bool = False
    is_hidden: bool = False
    shows_time: bool = False
    unit: str = ""


@lru_cache(maxsize=4096)
def number_format(code: str) -> NumberFormat:
    """What the format `code` tells; of its sections for positive, negative and zero the first counts."""
    if code.strip().lower() in GENERAL:
        return NumberFormat()
    code = LOCAL_GENERAL.sub("General", code)
    sections = code.split(";")
    first = sections[0]
    bare = LITERALS.sub("", first)
    is_date = is_date_format(code)
    unit = UNIT.match(BRACKETED.sub("", first))
    is_percent = not is_date and "%" in bare
    return NumberFormat(
        is_date=is_date,
        is_span=is_date and is_timedelta_format(code),
        is_percent=is_percent,
        is_scaled=not is_date and bool(SCALED.search(bare) or DRAWN_POINT.search(first)),
        is_hidden=len(sections) >= 3 and not any(section.strip(' "') for section in sections[:3]),
        shows_time="h" in BRACKETED.sub("", bare).lower() or is_date and is_timedelta_format(code),
        unit="外币" if FOREIGN.search(first) else unit["unit"] if unit and not is_date and not is_percent else "",
    )
