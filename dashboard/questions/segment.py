"""A piece of a text and what it may mean."""

import math
from dataclasses import dataclass

from dashboard.questions.bounds import Limit
from dashboard.questions.senses import Sense
from dashboard.questions.spans import Time

# A longer word is meant rather than two that make it up; what stands between words is worth little.
LONGER = 1.6
FILLING, UNKNOWN = 0.45, -0.6
# Of little words one is meant rather than two: 有没有 is not 有 and 没有.
PIECE = 0.05
# 受理事件 办结率 is no 受理 事件办结率.
TORN = 4.0
MISSPELT, LETTERS, LETTERS_BUT_ONE = 0.6, 0.8, 0.55
# Two letters are the initials of many words, and mean one only where they stand alone.
SHORTEST_LETTERS = 3
# Of the many words that two letters are short for, the usual ones, which are meant beside other words too.
SHORT_WORDS = frozenset(("同比", "环比", "趋势", "排名", "产值", "税收", "超期", "办结", "事件", "党员"))
LIGHT = frozenset({"filler", "each", "compared", "degree", "none"})


@dataclass(frozen=True)
class Segment:
    """A piece of the text from `start` to `end`: what it may mean, the `time` or the `limit` that it says; else it is unknown.

    `meant` is the word that it was read as, where that is not what was typed; `is_torn` where a sign stood in it.
    """

    start: int
    end: int
    text: str
    senses: tuple[Sense, ...] = ()
    time: Time | None = None
    limit: Limit | None = None
    meant: str = ""
    sureness: float = 1.0
    is_torn: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of it."""
        return not self.senses and self.time is None and self.limit is None

    @property
    def is_guessed(self) -> bool:
        """Whether it was read as a word that was not written, neither by its signs nor by the letters of its sound."""
        is_plain = self.text.isascii() and len(self.text) >= SHORTEST_LETTERS and self.sureness >= LETTERS
        return bool(self.meant) and not is_plain

    @property
    def worth(self) -> float:
        """How much is gained by reading it so."""
        size = self.end - self.start
        if self.is_unknown:
            return UNKNOWN * size
        if self.senses and self.senses[0].kind in LIGHT:
            return FILLING * size - PIECE
        return self.sureness * math.pow(size, LONGER) - TORN * self.is_torn
