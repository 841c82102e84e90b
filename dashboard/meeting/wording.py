"""How a document sets its words: no space between signs and digits, days in words, lists of cases."""

import re
from collections.abc import Iterable
from datetime import date

from dashboard.meeting.slide_parts import Request
from dashboard.text.formats import Change
from dashboard.text.periods import period_label

# Who is meant where no unit is named.
NOBODY = ("", "责任单位", "各责任单位")
SHORT_AGAINST = {"较上次会议": "较上次"}
DIGITS = "零一二三四五六七八九"
# A screen sets digits apart from Chinese signs, a document does not.
APART = re.compile(r"(?<=[^\x00-\x7f]) (?=[\d−])|(?<=[\d%]) (?=[^\x00-\x7f])")

INNER_QUOTES = str.maketrans("“”", "‘’")

# A document writes 4098户, where a screen writes 4,098 户.
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# Parts of a report that stand behind its text: notes below it, and an annex.
NOTES, UNREPORTED = "notes", "unreported"


def tight(text: str) -> str:
    """The text without the spaces between digits and Chinese signs: `超期 110 天` gives 超期110天."""
    return APART.sub("", text)


def plain(text: str) -> str:
    """What the program wrote of figures, tight and without commas in them: `税收 7,668 万元` gives 税收7668万元."""
    return THOUSANDS.sub("", tight(text))


def day_words(day: date | str) -> str:
    """A day as documents write it: 2025年12月18日."""
    return period_label(str(day))


def sentence(text: str) -> str:
    """The text as a sentence: it ends with exactly one full stop."""
    return f"{text.rstrip('。；：，')}。"


def quoted(text: str) -> str:
    """The text in quotation marks; what it quotes itself stands in single ones: `“办理‘路灯不亮’”`."""
    return f"“{text.translate(INNER_QUOTES)}”"


def with_place(title: str, place: str, unit: str) -> str:
    """A matter with its place and its unit: `协调解决“内沟清淤”（甲村，镇规划建设办公室）`."""
    return f"{title}（{'，'.join(filter(None, (place, unit)))}）"


def in_charge(what: str, who: str) -> str:
    """The case with whoever has it; where nobody is named, or it is said to be theirs already, the case alone."""
    return what if who in NOBODY or what.startswith(who) else f"{what}，由{who}负责"


def research(one: Request) -> str:
    """What a meeting is asked to study, in one clause: a matter (it has a place) with its reasons, or a case."""
    if not one.place:
        return tight(in_charge(one.what, one.unit))
    told = with_place(one.what, one.place, one.unit)
    return tight("；".join(filter(None, (told, "，".join(one.reasons)))))


def numbered(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts as the lines of a list, one level below the headings 一、二、: `（一）…。`."""
    return tuple(sentence(f"（{ordinal(place)}）{text}") for place, text in enumerate(texts, 1))


def counted(counts: Iterable[tuple[str, int]], unit: str) -> str:
    """What there is of each kind, kinds without any left out: `受阻3项、超期2项`."""
    return "、".join(f"{word}{count}{unit}" for word, count in counts if count)


def ordinal(number: int) -> str:
    """A number from 1 to 999 as headings count: 一, 十, 十二, 二十一, 一百零五, 一百一十."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    last = DIGITS[ones] if ones else ""
    if not hundreds:
        return ("" if tens < 2 else DIGITS[tens]) + "十" * (tens > 0) + last
    middle = f"{DIGITS[tens]}十" if tens else DIGITS[0] * (ones > 0)
    return f"{DIGITS[hundreds]}百{middle}{last}"


def short_against(change: Change) -> str:
    """What a card compares with, in short: the line below the title of its page says it in full."""
    return SHORT_AGAINST.get(change.against, change.against)
