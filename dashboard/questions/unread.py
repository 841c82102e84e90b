"""The words of a question of which nothing is known, or nothing is held → these words, whole, as they were typed."""

from collections.abc import Sequence

from dashboard.questions.segments import Segment

# A single sign beside an unknown one is a piece of the same word, but for these.
OF_GRAMMAR = frozenset("的得了是有在和与跟及吗呢啊吧比按各每同")
SIGNS = " -%"


def unread(found: Sequence[Segment]) -> tuple[str, ...]:
    """The words that nothing is known of or held, each with the single signs that it was torn from: 标准差, not 标准."""
    words: list[str] = []
    reached = -1
    for place, one in enumerate(found):
        if place <= reached or not (one.is_unknown or _is_unheld(one)):
            continue
        if _is_unheld(one):
            words.append(one.text)
            continue
        first = place - 1 if _joins(found, place - 1, place) else place
        reached = place
        while _joins(found, reached + 1, reached) or _is_bridge(found, reached + 1):
            reached += 1
        words.append("".join(piece.text for piece in found[first : reached + 1]))
    return tuple(dict.fromkeys(filter(None, (word.strip(SIGNS) for word in words))))


def is_asked_of_unheld(found: Sequence[Segment]) -> bool:
    """Whether a metric is asked for of what is not held: 亏损企业数, 小微企业税收, 企业利润."""
    firm = [one for one in found if one.senses[:1] and one.senses[0].kind == "metric"]
    return any(
        _is_unheld(one) and (one.end == other.start or (one.start == other.end and len(firm) == 1))
        for one in found
        for other in firm
    )


def unheld_words(found: Sequence[Segment]) -> tuple[str, ...]:
    """The words for what no form holds."""
    return tuple(dict.fromkeys(one.text for one in found if _is_unheld(one)))


def guessed_words(found: Sequence[Segment]) -> tuple[str, ...]:
    """What was read as another word than was typed, a sentence each."""
    return tuple(dict.fromkeys(f"“{one.text}”按“{one.meant}”理解" for one in found if one.is_guessed))


def _is_unheld(one: Segment) -> bool:
    return any(sense.kind == "unheld" for sense in one.senses[:1])


def _joins(found: Sequence[Segment], place: int, beside: int) -> bool:
    """Whether the segment at a place is a piece of the word that the one beside it is of."""
    if not 0 <= place < len(found):
        return False
    one, other = found[place], found[beside]
    if one.end != other.start and other.end != one.start:
        return False
    return one.is_unknown or (_is_small(one) and one.text not in OF_GRAMMAR and other.is_unknown)


def _is_bridge(found: Sequence[Segment], place: int) -> bool:
    """Whether a single sign stands between two unknown ones."""
    if not 0 < place < len(found) - 1:
        return False
    before, one, after = found[place - 1 : place + 2]
    return _is_small(one) and after.is_unknown and before.end == one.start and one.end == after.start


def _is_small(one: Segment) -> bool:
    return len(one.text) == 1 and bool(one.senses) and one.time is None
