"""A text → the words that cover it best: known ones, words of time, misspelt ones, and words written by letters."""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dashboard.metrics.periods import Grain
from dashboard.questions.bounds import Limit, limit_at
from dashboard.questions.normal import CHINESE, whole
from dashboard.questions.periods import Clock, Time, never_at, time_at
from dashboard.questions.senses import NAMED, Kind, Lexicon, Sense

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
LIGHT = frozenset({"filler", "each", "compared", "degree", "none"})
LONGEST_ASKING = 4
ASKING = "是不是"
# For how many periods on end something was so; where nobody says, or asks it, that is not reckoned.
RUNNING = re.compile(
    rf"(?:已经?)?连续了?(?:(?P<count>几|多少|\d{{1,2}}|{CHINESE})个?)?(?P<unit>月|季度?|年度?|期|次)?(?P<more>以上)?"
)
RUN_GRAINS: dict[str, Grain] = {"月": "month", "季": "quarter", "年": "year"}
MOST_RUN = 12


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


def segments(text: str, known: Lexicon, clock: Clock, breaks: Collection[int] = ()) -> tuple[Segment, ...]:
    """The segments of the text in their order, runs of unknown signs as one; at `breaks` a sign was typed."""
    exact = list(_exact(text, known, clock, breaks))
    found = _best(text, exact)
    if any(one.is_unknown for one in found):
        unknown = {place for one in found if one.is_unknown for place in range(one.start, one.end)}
        guesses = [*_letters(text, known), *_misspelt(text, known, unknown), *_homophones(text, known, unknown)]
        if guesses:
            found = _best(text, [*exact, *guesses])
    return _joined(text, found)


def _exact(text: str, known: Lexicon, clock: Clock, breaks: Collection[int]) -> Iterator[Segment]:
    for start in range(len(text)):
        time = time_at(text, start, clock)
        if time:
            yield Segment(start, time[0], text[start : time[0]], time=time[1])
        if end := never_at(text, start):
            yield Segment(start, end, text[start:end], (Sense("never", text[start:end]),))
        for end in range(start + 1, min(len(text), start + known.longest) + 1):
            senses = known.words.get(text[start:end])
            if senses and _is_whole(text, start, end):
                yield Segment(start, end, text[start:end], senses, is_torn=any(start < one < end for one in breaks))
        running = RUNNING.match(text, start)
        if running:
            kind: Kind = "run" if running_for(running[0]) else "unheld"
            yield Segment(start, running.end(), running[0], (Sense(kind, running[0]),))
        limit = limit_at(text, start)
        if limit:
            yield Segment(start, limit[0], limit[1].text, limit=limit[1])


def running_for(text: str) -> tuple[int, Grain | None] | None:
    """For how many periods on end, and of which grain where that is said; None where nobody says for how many."""
    found = RUNNING.fullmatch(text)
    if not found or not found["unit"] or not found["count"] or found["count"] in ("几", "多少"):
        return None
    count = whole(found["count"])
    return (count, RUN_GRAINS.get(found["unit"][:1])) if 1 < count <= MOST_RUN else None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no figure or Latin word is cut in two, and no 是不是."""
    if text[start - 1 : end] == ASKING and start:
        return False
    return not any(
        0 < place < len(text) and text[place - 1].isascii() and text[place].isascii() and text[place - 1 : place + 1].isalnum()
        and text[place - 1].isdecimal() == text[place].isdecimal() or text[place : place + 1] == "%" and place > start
        for place in (start, end)
    )  # fmt: skip


def _misspelt(text: str, known: Lexicon, unknown: set[int]) -> Iterator[Segment]:
    for start in range(len(text)):
        for end in range(start + 3, min(len(text), start + known.longest) + 1):
            if unknown.isdisjoint(range(start, end)) or text[start:end].isascii() or _has_name(text[start:end], known):
                continue
            words = known.likeliest(known.spelling.misspelt(text[start:end]))
            if words:
                yield Segment(start, end, text[start:end], known.senses_of(words), meant=words[0], sureness=MISSPELT)


def _homophones(text: str, known: Lexicon, unknown: set[int]) -> Iterator[Segment]:
    """Words of asking written with other signs of the same sound: 最底 is 最低."""
    for start in range(len(text)):
        for end in range(start + 2, min(len(text), start + LONGEST_ASKING) + 1):
            if not unknown.isdisjoint(range(start, end)) and not text[start:end].isascii():
                words = known.likeliest(known.spelling.asked_as(text[start:end]))
                if words:
                    yield Segment(start, end, text[start:end], known.senses_of(words), meant=words[0], sureness=LETTERS)


def _has_name(text: str, known: Lexicon) -> bool:
    """Whether the text is a name and one sign more: 总产值超 is no slip of 总产值数."""
    return any(
        len(part) > 2 and any(sense.kind in NAMED for sense in known.words.get(part, ()))
        for part in (text[1:], text[:-1])
    )


def _letters(text: str, known: Lexicon) -> Iterator[Segment]:
    """The words of each run of letters that is made of such words from its beginning to its end."""
    for start, stop in _latin(text):
        shortest = min(SHORTEST_LETTERS, stop - start)
        found = [
            one
            for first in range(start, stop)
            for end in range(first + shortest, min(stop, first + known.spelling.longest_letters) + 1)
            for one in _sounding(text, first, end, known)
        ]
        reached, leading = {start}, {stop}
        for one in sorted(found, key=lambda one: one.start):
            reached |= {one.end} if one.start in reached else set()
        for one in sorted(found, key=lambda one: -one.end):
            leading |= {one.start} if one.end in leading else set()
        yield from (one for one in found if one.start in reached and one.end in leading)


def _sounding(text: str, start: int, end: int, known: Lexicon) -> Iterator[Segment]:
    letters = text[start:end]
    exact = known.spelling.by_letters(letters)
    words = known.likeliest(exact or known.spelling.by_letters_but_one(letters))
    if words:
        sureness = LETTERS if exact else LETTERS_BUT_ONE
        yield Segment(start, end, letters, known.senses_of(words), meant=words[0], sureness=sureness)


def _latin(text: str) -> Iterator[tuple[int, int]]:
    """From where to where a run of Latin letters and figures goes."""
    start = None
    for place, sign in enumerate(f"{text} "):
        is_latin = sign.isascii() and sign.isalnum()
        if is_latin and start is None:
            start = place
        elif not is_latin and start is not None:
            if not text[start:place].isdecimal():
                yield start, place
            start = None


def _best(text: str, edges: Sequence[Segment]) -> list[Segment]:
    """The way through the text that is worth most."""
    ending: dict[int, list[Segment]] = {}
    for edge in edges:
        ending.setdefault(edge.end, []).append(edge)
    worth, last = [0.0], [Segment(0, 0, "")]
    for end in range(1, len(text) + 1):
        steps = [*ending.get(end, ()), Segment(end - 1, end, text[end - 1])]
        chosen = max(steps, key=lambda step: worth[step.start] + step.worth)
        worth.append(worth[chosen.start] + chosen.worth)
        last.append(chosen)
    way, place = [], len(text)
    while place:
        way.append(last[place])
        place = last[place].start
    return way[::-1]


def _joined(text: str, found: Sequence[Segment]) -> tuple[Segment, ...]:
    """The same with neighbouring unknown signs as one segment; spaces and dashes alone are left out."""
    joined: list[Segment] = []
    for one in found:
        if joined and one.is_unknown and joined[-1].is_unknown:
            start = joined[-1].start
            joined[-1] = Segment(start, one.end, text[start : one.end])
        else:
            joined.append(one)
    return tuple(one for one in joined if not one.is_unknown or one.text.strip(" "))
