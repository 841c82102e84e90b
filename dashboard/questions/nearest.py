"""Words that no metric is called by → the metrics whose names have most of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.senses import Lexicon

MOST = 6
ALIKE_AT_LEAST = 0.25


@dataclass(frozen=True)
class Guess:
    """A metric that may be meant; `is_sure` where its name has the whole word."""

    name: str
    is_sure: bool


def nearest(known: Lexicon, words: Sequence[str]) -> tuple[Guess, ...]:
    """The metrics whose names have one of the words, or else most pairs of its signs; empty where nothing is alike."""
    for word in words:
        if len(word) >= 2:
            holding = dict.fromkeys(name for label, name in known.metric_words if word in label)
            if holding:
                return tuple(Guess(name, is_sure=True) for name in list(holding)[:MOST])
    alike: dict[str, float] = {}
    for word in words:
        for label, name in known.metric_words:
            likeness = _likeness(word, label)
            if likeness >= ALIKE_AT_LEAST:
                alike[name] = max(likeness, alike.get(name, 0.0))
    return tuple(Guess(name, is_sure=False) for name in sorted(alike, key=lambda one: -alike[one])[:MOST])


def without_guessed(known: Lexicon, words: Sequence[str], name: str) -> tuple[str, ...]:
    """The words but for those that a metric is called by."""
    labels = [label for label, one in known.metric_words if one == name]
    return tuple(word for word in words if not any(word in label for label in labels))


def _likeness(word: str, label: str) -> float:
    """Twice the pairs of signs that both have, of all that they have."""
    ours, theirs = _pairs(word), _pairs(label)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


@cache
def _pairs(label: str) -> frozenset[str]:
    return frozenset(label[place : place + 2] for place in range(len(label) - 1))


def relatives(word: str) -> Iterator[str]:
    """The metrics whose labels have the word: by 办结率, 事项办结率 and 清单办结率 too."""
    return (metric.name for metric in METRICS.values() if word in metric.label)
