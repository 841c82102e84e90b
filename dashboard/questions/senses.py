"""What a word may mean: the kinds of words, a sense, and the words of a version with their senses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dashboard.questions.spelling import FEW, Spelling

Kind = Literal[
    "metric", "area", "level", "by", "part", "comparison", "trend", "grain", "high", "low", "best", "worst", "ranking",
    "sum", "definition", "compared", "each", "here", "whole", "page", "enterprise", "filler",
    "rising", "falling", "degree", "count", "share", "average", "why", "except", "none", "list", "standing", "personal",
    "responsible", "target", "meeting", "unheld", "when", "gap", "never", "unsent", "run", "project",
]  # fmt: skip
# Kinds of which a word may be misspelt or written by the letters of its sound; of the latter more words are short for.
NAMED: tuple[Kind, ...] = ("metric", "area", "enterprise", "by", "page")
SPELT: tuple[Kind, ...] = (
    *NAMED,
    "level",
    "comparison",
    "trend",
    "ranking",
    "rising",
    "falling",
    "definition",
    "share",
    "why",
    "high",
    "low",
    "best",
    "worst",
    "sum",
    "average",
    "list",
    "standing",
    "target",
)

# A word of several meanings: the first is the surest.
FALLING = 0.9
VAGUELY, SHORTENED, SHORT_AREA = 0.5, 0.9, 0.6
# So many signs at the beginning of a name stand for it where no other begins so.
HEAD = 2


@dataclass(frozen=True)
class Sense:
    """What a word may mean: `value` is the name of a metric, the code of an area and so on; `weight` how sure it is."""

    kind: Kind
    value: str
    weight: float = 1.0


@dataclass(frozen=True)
class Lexicon:
    """The words of a version and what each may mean, the surest first."""

    words: dict[str, tuple[Sense, ...]]

    @cached_property
    def longest(self) -> int:
        """The length of the longest word."""
        return max(map(len, self.words), default=0)

    @cached_property
    def spelling(self) -> Spelling:
        """The words as they may be misspelt, or written by the letters of their sound."""
        return Spelling(
            tuple(word for word, senses in self.words.items() if senses[0].kind in NAMED),
            tuple(
                word
                for word, senses in self.words.items()
                if senses[0].kind in SPELT and senses[0].kind not in NAMED and not senses[0].value.isdecimal()
            ),
        )

    @cached_property
    def metric_words(self) -> tuple[tuple[str, str], ...]:
        """Every word for a metric with its first metric, the shortest first."""
        found = [
            (word, sense.value) for word, senses in self.words.items() for sense in senses if sense.kind == "metric"
        ]
        return tuple(sorted(found, key=lambda pair: len(pair[0])))

    def likeliest(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words in the order of how sure their first sense is, at most a few."""
        return tuple(sorted(words, key=lambda word: -self.words[word][0].weight)[:FEW])

    def senses_of(self, words: Sequence[str]) -> tuple[Sense, ...]:
        """The senses of the words that are of the kind of the first, each once."""
        every = dict.fromkeys(sense for word in words for sense in self.words[word])
        return tuple(sense for sense in every if sense.kind == self.words[words[0]][0].kind)
