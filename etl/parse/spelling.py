"""Turns a written day or period into one spelling: half-width, Arabic digits, four-digit years, no idle blanks."""

import re

from etl.parse.numerals import NUMERAL_CHARACTERS, parse_digits, parse_numeral
from etl.parse.words import clean

YEAR = r"(?:19[0-9]{2}|20[0-9]{2}|2100)"
MONTH = r"(?:0[1-9]|1[0-2])"

# Hyphens, dashes and minus signs of every width.
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−─━"), "-")
IDLE_BLANK = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
UNTIL = re.compile(r"^(?:截至|截止)[到于至]?|(?<=[日号底末])为?止$")
YEAR_NUMERAL = re.compile(
    r"(?<![0-9])[〇○零一二三四五六七八九0-9Oo]{4}(?=年|第?[一二三四]季)|^[零一二三四五六七八九]{2}(?=年)"
)
NUMERAL = re.compile(rf"[{NUMERAL_CHARACTERS}]+(?=[月日号时点分秒季]|个[月季]|[-~至到]第?[{NUMERAL_CHARACTERS}])")
SHORT_YEAR = re.compile(r"(?<![0-9])([0-9]{2})年")
# A cell of notes is no period, and not searched for one.
LONGEST = 64
# 00 to 50 are years of this century.
LAST_OF_CENTURY = 50


def _year(match: re.Match[str]) -> str:
    return parse_digits(match[0]) or match[0]


def _numeral(match: re.Match[str]) -> str:
    number = parse_numeral(match[0])
    return match[0] if number is None else str(number)


def _long_year(match: re.Match[str]) -> str:
    return f"{'20' if int(match[1]) <= LAST_OF_CENTURY else '19'}{match[1]}年"


def plain(text: str) -> str:
    """截至二〇二六年 三月底止 is 2026年3月底, 26年1—3月 is 2026年1-3月; what is none of this stays as it is.

    A text that is too long for a period gives an empty one.
    """
    cleaned = clean(text)
    if len(cleaned) > LONGEST:
        return ""
    spelled = re.sub(r"\s+", " ", IDLE_BLANK.sub("", cleaned.translate(DASHES)))
    if spelled.isascii():
        return spelled
    spelled = YEAR_NUMERAL.sub(_year, UNTIL.sub("", spelled)).replace("元月", "1月")
    spelled = NUMERAL.sub(_numeral, spelled)
    return SHORT_YEAR.sub(_long_year, spelled).replace("年度", "年")
