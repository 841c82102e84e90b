"""Words as they are misspelt, or written by the letters of their sound → the words that may be meant."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import islice, product

# Below so many signs, a word that differs by one is another word.
SHORTEST_MISSPELT, SHORTEST_REPLACED, SHORTEST_LETTERS = 3, 5, 6
MOST_WAYS = 6
UNTOLD = re.compile("(?<=[zcs])h|(?<=[aei]n)g")
FEW = 4
# A sign too many of these makes the opposite, and is no slip.
DENYING = frozenset("不没未无非")
# A sign too many of these says the same; with these a word asks how many of another word.
LITTLE, COUNTING = frozenset("的了得地们所之过着"), frozenset("几多少")


def without_one(word: str) -> Iterator[str]:
    """The word with each of its signs left out once."""
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def is_one_off(word: str, other: str) -> bool:
    """Whether one sign left out, put in, replaced, or two exchanged makes one word of the other."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    if len(word) != len(other):
        short, long = sorted((word, other), key=len)
        return short in set(without_one(long))
    unlike = [place for place, (sign, other_sign) in enumerate(zip(word, other, strict=True)) if sign != other_sign]
    if len(unlike) == 1:
        return True
    first, last = unlike[0], unlike[-1]
    return len(unlike) == 2 and last == first + 1 and word[first] == other[last] and word[last] == other[first]


def _is_long(text: str, word: str) -> bool:
    """Whether so much of the word is there that another sign, or one more or less, is a slip of it.

    出勤率 is no 出租率, and 停产企业 no 投产企业.
    """
    return min(len(text), len(word)) >= (SHORTEST_REPLACED if len(text) == len(word) else SHORTEST_MISSPELT + 1)


def _is_same_said(text: str, word: str) -> bool:
    """Whether the sign that differs tells nothing else: 空托位 is no slip of 托位, and 一个 none of 几个."""
    if COUNTING.intersection(word):
        return False
    if len(text) <= len(word):
        return True
    extra = [sign for place, sign in enumerate(text) if text[:place] + text[place + 1 :] == word]
    return any(sign in LITTLE or text.count(sign) > 1 for sign in extra)


def is_as_it_sounds(word: str, other: str) -> bool:
    """Whether the words sound alike, or have the same signs in another order."""
    return sorted(word) == sorted(other) or bool(_folded(word) & _folded(other))


def _folded(word: str) -> set[str]:
    """The full pinyin of the word without what many do not tell apart: zh and z, in and ing."""
    return {UNTOLD.sub("", "".join(way)) for way in islice(product(*map(_readings, word)), MOST_WAYS)}


@dataclass(frozen=True)
class Spelling:
    """The words, found by what is left of them when a sign is missing, and by the letters of their sound.

    Words of asking are found by their sound alone: a slip in a short one is another word.
    """

    words: tuple[str, ...]
    asking: tuple[str, ...] = ()

    @cached_property
    def _shortened(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            if len(word) >= SHORTEST_MISSPELT:
                for left in {word, *without_one(word)}:
                    found[left].append(word)
        return {left: tuple(words) for left, words in found.items()}

    @cached_property
    def _letters(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for word in (*self.words, *self.asking):
            for letters in sounds(word):
                found[letters].append(word)
        return {letters: tuple(words) for letters, words in found.items()}

    @cached_property
    def _asked(self) -> Mapping[tuple[int, str], tuple[str, ...]]:
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for word in (*(name for name in self.words if len(name) < SHORTEST_MISSPELT), *self.asking):
            if len(word) > 1 and not any(sign.isascii() for sign in word):
                found[len(word), usual_sound(word)].append(word)
        return {key: tuple(words) for key, words in found.items()}

    def asked_as(self, text: str) -> tuple[str, ...]:
        """The words of asking that sound as the text does, sign by sign."""
        return self._asked.get((len(text), usual_sound(text)), ())

    @cached_property
    def longest_letters(self) -> int:
        """The length of the longest word in letters."""
        return max(map(len, self._letters), default=0)

    def misspelt(self, text: str) -> tuple[str, ...]:
        """The words that the text is but for one sign, at most a few."""
        if len(text) < SHORTEST_MISSPELT:
            return ()
        near = dict.fromkeys(word for left in (text, *without_one(text)) for word in self._shortened.get(left, ()))
        denied = DENYING.intersection(text)
        near = {word: None for word in near if DENYING.intersection(word) == denied and _is_same_said(text, word)}
        found = {word: is_as_it_sounds(text, word) for word in near if is_one_off(text, word)}
        slips = [word for word, is_alike in found.items() if is_alike or _is_long(text, word)]
        return tuple(sorted(slips, key=lambda word: not found[word])[:FEW])

    def by_letters(self, letters: str) -> tuple[str, ...]:
        """The words that sound as the letters say, by initials or in full."""
        return self._letters.get(letters, ())

    def by_letters_but_one(self, letters: str) -> tuple[str, ...]:
        """The words of which the letters have one too many."""
        if len(letters) < SHORTEST_LETTERS:
            return ()
        return tuple(dict.fromkeys(word for left in without_one(letters) for word in self._letters.get(left, ())))


def sounds(word: str) -> set[str]:
    """The initials of the word and its full pinyin, each way in which its signs may be read; signs of no sound stay."""
    initials = product(*(tuple(dict.fromkeys(reading[:1] for reading in _readings(sign))) for sign in word))
    full = product(*map(_readings, word))
    return {"".join(way) for ways in (initials, full) for way in islice(ways, MOST_WAYS)} - {word}


def usual_sound(word: str) -> str:
    """The pinyin of the word as its signs are read most."""
    return "".join(_readings(sign)[0] for sign in word)


@cache
def _readings(sign: str) -> tuple[str, ...]:
    """How a sign is read, without tones, the usual way first."""
    if sign.isascii():
        return (sign,)
    # Its table of phrases takes 50 MB and is of no use for single signs; opened when somebody first types letters.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    [read] = pinyin(sign, style=Style.NORMAL, heteronym=True)
    return tuple(read)
