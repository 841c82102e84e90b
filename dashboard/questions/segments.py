"""A text → the words that cover it best: known ones, words of time, misspelt ones, and words written by letters."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.limits import limit_at
from dashboard.questions.never import never_at
from dashboard.questions.normal import counts_in
from dashboard.questions.on_end import RUNNING, running_for
from dashboard.questions.periods import time_at
from dashboard.questions.segment import LETTERS, LETTERS_BUT_ONE, MISSPELT, SHORT_WORDS, SHORTEST_LETTERS, Segment
from dashboard.questions.senses import NAMED, VAGUELY, Kind, Lexicon, Sense
from dashboard.questions.spans import Clock
from dashboard.questions.words import PER_WORDS

LONGEST_ASKING = 4
# So many signs of a name stand before how many there are of it.
LONGEST_HEAD, SHORTEST_GUESS = 6, 2
# It only asks, and holds no 不是 that leaves something out.
ASKING = "是不是"


def segments(
    text: str, known: Lexicon, clock: Clock, breaks: Collection[int] = (), stops: Collection[int] = ()
) -> tuple[Segment, ...]:
    """The segments of the text in their order, runs of unknown signs as one.

    At `breaks` a sign was typed, at `stops` one that parts sentences, over which no word goes.
    """
    exact = [
        one
        for one in (*_exact(text, known, clock, breaks), *_opened(text, known))
        if not any(one.start < place < one.end for place in stops)
    ]
    found = _best(text, exact)
    if any(one.is_unknown for one in found):
        unknown = {place for one in found if one.is_unknown for place in range(one.start, one.end)}
        guesses = [*_letters(text, known), *_misspelt(text, known, unknown), *_homophones(text, known, unknown)]
        # What a sign parts is no slip of one word.
        guesses = [one for one in guesses if not any(one.start < place < one.end for place in breaks)]
        if guesses:
            found = _best(text, [*exact, *guesses])
            if pieces := _pieces(found):
                found = _best(text, [*exact, *(one for one in guesses if one not in pieces)])
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


def _opened(text: str, known: Lexicon) -> Iterator[Segment]:
    """Names of metrics that are opened by how many of it there are: 征集了几个微心愿 asks for 征集微心愿."""
    for opens, closes in counts_in(text):
        for start in range(max(0, opens - LONGEST_HEAD), opens - 1):
            for end in range(closes + 1, min(len(text), closes + known.longest) + 1):
                word = text[start:opens] + text[closes:end]
                senses = known.words.get(word, ())
                if senses and _is_counted(senses[0]):
                    yield Segment(start, end, word, senses)


def _is_counted(sense: Sense) -> bool:
    """Whether it is a metric that is counted: 诉求多少件办结率 are two, and no 诉求办结率."""
    is_metric = sense.kind == "metric" and sense.weight > VAGUELY
    return is_metric and not METRICS[sense.value].is_share


def _pieces(found: Sequence[Segment]) -> set[Segment]:
    """Guesses of two signs beside an unknown one: a piece of its word, as 织业 of 纺织业 is no 职业."""
    return {
        one
        for before, other in pairwise(found)
        for one, beside in ((before, other), (other, before))
        if one.meant and beside.is_unknown and one.end - one.start <= SHORTEST_GUESS and before.end == other.start
        if beside.text != " " or one.meant not in SHORT_WORDS
    }


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
            # 网格员人均 is no slip of 网格员人数, and 解决了几件 none of 解决了事件.
            if any(per in text[start:end] for per in PER_WORDS) or counts_in(text[start:end]):
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
    usual = [word for word in exact if word in SHORT_WORDS] if len(letters) < SHORTEST_LETTERS else ()
    words = usual or known.likeliest(exact or known.spelling.by_letters_but_one(letters))
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
