"""Text that a public document prints → its parts: a measure and its limit, a day whose year is not printed, a line."""

import re

BRACKETS = re.compile(r"[（(](?P<limit>.*?)[)）]")
DAY_WITHOUT_YEAR = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
LINE = re.compile(r"L(?P<number>\d+)")


def bare_measure(measure: str) -> str:
    """The measure without what stands in brackets: `累计培训人数(“宝妈”和个体工商户)` → `累计培训人数`."""
    return BRACKETS.sub("", measure)


def limit_of(measure: str) -> str:
    """What the measure is limited to, in its first brackets: `“宝妈”和个体工商户`; empty without brackets."""
    match = BRACKETS.search(measure)
    return match["limit"] if match else ""


def month_without_year(day: str) -> str | None:
    """The words of a day or month whose year is not printed: `XXXX-08-26` → `8月26日`; None where a year is printed."""
    match = DAY_WITHOUT_YEAR.fullmatch(day)
    if match is None:
        return None
    return f"{int(match['month'])}月" + (f"{int(match['day'])}日" if match["day"] else "")


def line_words(paragraph: str) -> str:
    """The place in a document: `L43` → `第43行`; any other mark as it is."""
    match = LINE.fullmatch(paragraph)
    return f"第{match['number'] if match else paragraph}行"
