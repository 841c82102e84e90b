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
# 2026,2,28 and 2026\\2\\28; 2026.3.31. ends as a sentence does.
PARTED = re.compile(rf"^({YEAR})[,、。\\]([0-9]{{1,2}})[,、。\\]([0-9]{{1,2}})$")
STOPPED = re.compile(r"(?<=[0-9日号])[.。]$")
NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
ENGLISH = {name: number for number, name in enumerate(NAMES, 1)}
MONTH_NAME = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
ENGLISH_DAY = re.compile(rf"(?P<day>[0-9]{{1,2}})[- ]{MONTH_NAME}[-, ] ?(?P<year>{YEAR})", re.IGNORECASE)
ENGLISH_DAY_BEHIND = re.compile(rf"{MONTH_NAME} (?P<day>[0-9]{{1,2}}),? (?P<year>{YEAR})", re.IGNORECASE)
ENGLISH_MONTH = re.compile(rf"{MONTH_NAME}[-, ] ?(?P<year>{YEAR})", re.IGNORECASE)
# As spreadsheets show days, d-mmm-yy, where the first number is none of the years that forms speak of. Nov-24 may be a day.
SHORT_ENGLISH = re.compile(r"((?:[0-9]|0[0-9]|1[0-4]|3[01])-[A-Za-z]{3}-)(1[5-9]|2[0-9]|30)")
# A cell of notes is no period, and not searched for one.
LONGEST = 64
# 00 to 50 are years of this century.
LAST_OF_CENTURY = 50


def _in_digits(text: str) -> str:
    """31-Mar-2026, Feb 28, 2026 and March 2026 in digits, the year first."""
    text = SHORT_ENGLISH.sub(r"\g<1>20\2", text) if SHORT_ENGLISH.fullmatch(text) else text
    if match := ENGLISH_DAY.fullmatch(text) or ENGLISH_DAY_BEHIND.fullmatch(text):
        month = ENGLISH.get(match["month"][:3].lower())
        return f"{match['year']}-{month:02}-{int(match['day']):02}" if month else text
    if match := ENGLISH_MONTH.fullmatch(text):
        month = ENGLISH.get(match["month"][:3].lower())
        return f"{match['year']}-{month:02}" if month else text
    return text


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
    spelled = _in_digits(re.sub(r"\s+", " ", cleaned.translate(DASHES)))
    spelled = STOPPED.sub("", PARTED.sub(r"\1-\2-\3", IDLE_BLANK.sub("", spelled)))
    if spelled.isascii():
        return spelled
    spelled = YEAR_NUMERAL.sub(_year, UNTIL.sub("", spelled)).replace("元月", "1月")
    spelled = NUMERAL.sub(_numeral, spelled)
    return SHORT_YEAR.sub(_long_year, spelled).replace("年度", "年")
