"""What words mean: the labels of metrics and dimensions, the names of areas and the words of asking → senses."""

from collections.abc import Iterator, Mapping
from typing import Any

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions import time_words, words
from dashboard.questions.area_words import words_of_areas
from dashboard.questions.dimension_words import words_of_dimensions, words_of_parts
from dashboard.questions.metric_words import derived_words, words_of_metric
from dashboard.questions.normal import normal
from dashboard.questions.pages import PAGES
from dashboard.questions.project_words import project_words
from dashboard.questions.senses import FALLING, VAGUELY, Kind, Lexicon, Sense
from dashboard.questions.spoken import METRIC_WORDS, VAGUE
from dashboard.questions.unheld import UNHELD_WORDS
from dashboard.tables.named import disclosed_names

OPENING: dict[Kind, tuple[str, ...]] = {
    "trend": time_words.TREND_WORDS,
    "high": words.HIGH_WORDS,
    "low": words.LOW_WORDS,
    "best": words.BEST_WORDS,
    "worst": words.WORST_WORDS,
    "ranking": words.RANKING_WORDS,
    "sum": words.SUM_WORDS,
    "definition": words.DEFINITION_WORDS,
    "compared": words.COMPARED_WORDS,
    "each": words.EACH_WORDS,
    "here": words.HERE_WORDS,
    "filler": words.FILLERS,
    "share": words.SHARE_WORDS,
    "average": words.AVERAGE_WORDS,
    "why": words.WHY_WORDS,
    "except": words.EXCEPT_WORDS,
    "none": words.NONE_WORDS,
    "list": words.LIST_WORDS,
    "standing": words.STANDING_WORDS,
    "personal": words.PERSONAL_WORDS,
    "responsible": words.RESPONSIBLE_WORDS,
    "target": words.TARGET_WORDS,
    "meeting": words.MEETING_WORDS,
    "gap": words.GAP_WORDS,
    "unsent": words.UNSENT_WORDS,
}
# Words of a kind, each list of them with one value.
VALUED: dict[Kind, Mapping[Any, tuple[str, ...]]] = {
    "comparison": time_words.COMPARISON_WORDS,
    "grain": time_words.GRAIN_WORDS,
    "rising": words.RISING_WORDS,
    "falling": words.FALLING_WORDS,
    "degree": words.DEGREE_WORDS,
    "whole": words.WHOLE_WORDS,
    "when": time_words.WHEN_WORDS,
    "project": project_words(),
}


def lexicon(warehouse: Warehouse) -> Lexicon:
    """The words of the version; made once."""
    return warehouse.remember("question-lexicon", lambda: _lexicon(warehouse))


def _lexicon(warehouse: Warehouse) -> Lexicon:
    found: dict[str, dict[tuple[Kind, str], float]] = {}
    derived: dict[str, dict[tuple[Kind, str], float]] = {}
    for word, sense in _all(warehouse):
        key = normal(word)
        if key:
            known = found.setdefault(key, {})
            place = (sense.kind, sense.value)
            known[place] = max(sense.weight, known.get(place, 0.0))
    for word, sense in (*derived_words(), *words_of_parts(warehouse)):
        if normal(word) not in found:
            derived.setdefault(normal(word), {})[sense.kind, sense.value] = sense.weight
    found |= derived
    # What a town calls something by is that, whatever else it may be.
    for word in map(normal, UNHELD_WORDS):
        found.setdefault(word, {("unheld", word): 1.0})
    return Lexicon(
        {
            word: tuple(
                sorted(
                    (Sense(kind, value, weight) for (kind, value), weight in senses.items()),
                    key=lambda one: -one.weight,
                )
            )
            for word, senses in found.items()
        }
    )


def _all(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    """Every word with one of its senses; of senses that weigh alike the first is meant."""
    for metric in METRICS.values():
        yield from words_of_metric(metric)
    for word, names in METRIC_WORDS.items():
        weight = VAGUELY if word in VAGUE else 1.0
        for place, name in enumerate(names):
            yield word, Sense("metric", name, weight * FALLING**place)
    yield from words_of_areas(warehouse)
    yield from words_of_dimensions(warehouse)
    for kind, asking in OPENING.items():
        yield from ((word, Sense(kind, word)) for word in asking)
    for kind, valued in VALUED.items():
        yield from ((word, Sense(kind, value)) for value, asking in valued.items() for word in asking)
    yield from _number_words()
    for name, page in PAGES.items():
        for word in (page.title, *page.words):
            yield word, Sense("page", name, VAGUELY)
    for name in disclosed_names(warehouse):
        yield name, Sense("enterprise", name)


def _number_words() -> Iterator[tuple[str, Sense]]:
    """So many from the top or the bottom, and so many of them: 前三名, 倒数第二, 5个."""
    for number in words.PLACES:
        for written in (str(number), *words.NUMERALS[number : number + 1]):
            yield from ((form.format(written), Sense("high", str(number))) for form in words.FIRST_OF)
            yield from ((form.format(written), Sense("low", str(number))) for form in words.LAST_OF)
        for written in (str(number), *words.NUMERALS[number : number + 1], *(("两",) if number == 2 else ())):
            if number > 1:
                yield from ((written + counted, Sense("count", str(number))) for counted in words.COUNTED)
