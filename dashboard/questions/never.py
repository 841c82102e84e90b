"""Words of time that mean no time there is: a fifth quarter, the thirtieth of February."""

import re

from dashboard.metrics.periods import PER_YEAR
from dashboard.questions.normal import CHINESE, whole

# A fifth quarter, a thirteenth month and the thirtieth of February.
PLACE = rf"(?:\d{{1,3}}|{CHINESE}|零)"


NEVER = re.compile(
    rf"(?<![\d近前去这后来过])第?(?P<quarter>{PLACE})季度?(?!\d)|(?<![a-z])q(?P<q>\d)(?!\d)"
    rf"|(?<!\d)(?:(?:19|20)\d\d[-年.])?(?P<month>{PLACE})月(?:份|(?P<day>{PLACE})[日号](?!网格|格))?"
    rf"|(?<!\d)(?:19|20)\d\d[-.](?P<code>\d\d)(?!\d)"
)


LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def never_at(text: str, start: int) -> int:
    """Where a word of time ends that begins at a place of the text and means no time that there is; 0 where none does."""
    found = NEVER.match(text, start)
    if not found:
        return 0
    told = {name: _number(word) for name, word in found.groupdict().items() if word}
    month = told.get("month", told.get("code", 1))
    quarter = told.get("quarter", told.get("q", 1))
    if 1 <= quarter <= PER_YEAR["quarter"] and 1 <= month <= PER_YEAR["month"]:
        return 0 if 1 <= told.get("day", 1) <= LONGEST_MONTHS[month - 1] else found.end()
    return found.end()


def _number(word: str) -> int:
    return 0 if word == "零" else whole(word)
