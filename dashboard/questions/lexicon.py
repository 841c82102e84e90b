"""What words mean: the labels of metrics and dimensions, the names of areas and the words of asking → senses."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from dashboard.metrics.areas import Area, ancestors, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions import aliases, words
from dashboard.questions.normal import normal, parts, said_of_each, undone, unended, without
from dashboard.questions.pages import PAGES
from dashboard.questions.part_words import short_of_town, shortened
from dashboard.questions.spelling import FEW, Spelling
from dashboard.questions.spoken import METRIC_WORDS, VAGUE
from dashboard.questions.unheld import UNHELD_WORDS
from dashboard.tables.named import disclosed_names, part_holders

Kind = Literal[
    "metric", "area", "level", "by", "part", "comparison", "trend", "grain", "high", "low", "best", "worst", "ranking",
    "sum", "definition", "compared", "each", "here", "whole", "page", "enterprise", "filler",
    "rising", "falling", "degree", "count", "share", "average", "why", "except", "none", "list", "standing", "personal",
    "target", "meeting", "unheld", "when", "gap", "never", "unsent",
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
# What comes to each of something is another figure than what comes to all.
PER = ("每", "企均", "格均", "场均", "户均")
# 亩均税收 is what people call 每亩税收.
PER_SAID = {
    "亩均": ("每亩",),
    "人均": ("每人", "每个人"),
    "户均": ("每户",),
    "格均": ("每格", "每个网格"),
    "企均": ("每家企业", "每个企业"),
    "场均": ("每场",),
}
# 已建 of 已建清单 is the beginning of other words.
TIMED = ("已", "在", "新", "应", "实")
# 使用率 at the end of a label.
RATE = 3
# What a unit of a town begins with.
TOWNS = ("镇", "街道")
# Who somebody is, is said whole: 快递 is no 快递小哥.
WHO = ("channel", "participant_group", "served_group", "audience")
# So many signs at the beginning of a name stand for it where no other begins so.
HEAD = 2
AREA_ENDINGS = (
    "厂区",
    "三区联创片区",
    "片区",
    "工业园区",
    "工业园",
    "创业园",
    "科技园",
    "产业园",
    "社区",
    "回族村",
    "村",
    "镇",
    "街道",
    "市",
    "集团",
)
OPENING: dict[Kind, tuple[str, ...]] = {
    "trend": words.TREND_WORDS,
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
    "target": words.TARGET_WORDS,
    "meeting": words.MEETING_WORDS,
    "gap": words.GAP_WORDS,
    "unsent": words.UNSENT_WORDS,
}
# Words of a kind, each list of them with one value.
VALUED: dict[Kind, Mapping[Any, tuple[str, ...]]] = {
    "comparison": words.COMPARISON_WORDS,
    "grain": words.GRAIN_WORDS,
    "rising": words.RISING_WORDS,
    "falling": words.FALLING_WORDS,
    "degree": words.DEGREE_WORDS,
    "whole": words.WHOLE_WORDS,
    "when": words.WHEN_WORDS,
}


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
    for word, sense in (*_derived(), *_part_words(warehouse)):
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
        yield from _metric_words(metric)
    for word, names in METRIC_WORDS.items():
        weight = VAGUELY if word in VAGUE else 1.0
        for place, name in enumerate(names):
            yield word, Sense("metric", name, weight * FALLING**place)
    yield from _area_words(warehouse)
    yield from _dimension_words(warehouse)
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


def _metric_words(metric: Metric) -> Iterator[tuple[str, Sense]]:
    yield metric.label, Sense("metric", metric.name)
    yield from ((said, Sense("metric", metric.name, SHORTENED)) for said in said_of_each(metric.label, PER_SAID))
    yield metric.noun, Sense("metric", metric.name, SHORTENED)
    for counted in ("数", f"{metric.unit}数"):
        yield metric.label + counted, Sense("metric", metric.name, SHORTENED)
    if metric.is_share:
        yield from (
            (unended(metric.label, ("占比",)) + word, Sense("metric", metric.name, SHORTENED))
            for word in words.SHARE_ENDINGS
            if metric.label.endswith("占比")
        )
    if metric.denominator is None:
        yield metric.numerator.label, Sense("metric", metric.name, SHORTENED)


def _derived() -> Iterator[tuple[str, Sense]]:
    """Pieces of the labels of metrics by which people call them, where these mean nothing else.

    使用率 of 托位使用率 and 阵地使用率, 兑换 of 兑换积分, 党员中心户 of 小区党员中心户; 几户 of 户数.
    """
    for metric in METRICS.values():
        label = metric.label
        yield from ((said, Sense("metric", metric.name, SHORTENED)) for said in undone(label))
        if metric.is_share and len(label) > RATE:
            yield label[-RATE:], Sense("metric", metric.name, SHORTENED)
        if metric.denominator is None and len(label) == 2 * HEAD and not label.startswith(TIMED):
            yield label[:HEAD], Sense("metric", metric.name, VAGUELY)
        if len(label) >= 3 * HEAD and not label.startswith(PER) and not label.endswith("占比"):
            yield label[HEAD:], Sense("metric", metric.name, SHORTENED)
    levels = {word for _, _, called in aliases.LEVELS.values() for word in called}
    for word, names in METRIC_WORDS.items():
        for said in (*undone(word), *said_of_each(word, PER_SAID)):
            yield from ((said, Sense("metric", name, FALLING**place)) for place, name in enumerate(names))
        noun = unended(word, ("数",))
        if noun != word and noun not in levels:
            for many in words.HOW_MANY:
                yield from ((many + noun, Sense("metric", name, FALLING**place)) for place, name in enumerate(names))


def _area_words(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    register = areas(warehouse)
    above = {code: ancestors(warehouse, code) for code in register}
    shorts = {code: unended(normal(place.name), AREA_ENDINGS) for code, place in register.items()}
    heads = Counter(normal(place.name)[:HEAD] for place in register.values() if place.level != "网格")
    for code, place in register.items():
        names = (place.name, *parts(place.aliases))
        # A name that others bear too means those that take part, and of these the widest.
        weight = (1.0 if place.is_in_scope else 0.85) - place.depth / 100
        for name in names:
            yield name, Sense("area", code, weight)
            yield from ((word, Sense("area", code, weight * SHORT_AREA)) for word in _unended(normal(name)))
        yield code, Sense("area", code)
        # 圆通 is the only one that begins so.
        if place.level == "三区单元" and heads[normal(place.name)[:HEAD]] == 1:
            yield place.name[:HEAD], Sense("area", code, weight * SHORT_AREA * FALLING)
        for upper in above[code][-2:]:
            yield upper.name + place.name, Sense("area", code)
        yield from ((word, Sense("area", code, weight * SHORT_AREA)) for word in _short(place, above[code], shorts))
    for key, (_, _, called) in aliases.LEVELS.items():
        for word in (*called, aliases.LEVEL_WORDS[key]):
            yield word, Sense("level", key)
        # How many areas there are within a bound.
        for word in (word + many for word in called for many in words.NUMBER_ENDINGS):
            yield word, Sense("level", key, VAGUELY)


def _short(place: Area, above: tuple[Area, ...], shorts: dict[str, str]) -> Iterator[str]:
    """What an area is called for short: without its ending, without what it is in, a grid by that and its number."""
    own, name = shorts[place.area_code], normal(place.name)
    if place.level == "网格":
        number = without(name, normal(above[-1].name)) if above else name
        yield number
        yield unended(number, ("网格",))
        for outer in {shorts[above[-1].area_code], normal(above[-1].name)} if above else ():
            yield outer + number
            yield outer + unended(number, ("网格",))
        return
    if place.zone_kind == "社区":
        yield f"{own}村"
    for upper in above:
        for called in (name, *map(normal, parts(place.aliases))):
            rest = without(called, shorts[upper.area_code])
            if rest != called and len(rest) >= 3:
                yield rest


def _unended(name: str) -> Iterator[str]:
    """A name without its ending, where something is left of it."""
    short = unended(name, AREA_ENDINGS)
    if short != name and len(short) >= 2:
        yield short


def _dimension_words(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    # 规上企业 beside what is told of enterprises is a part of it.
    counted = [
        (word, name)
        for word, name in (
            *((metric.label, metric.name) for metric in METRICS.values()),
            *((word, names[0]) for word, names in METRIC_WORDS.items()),
        )
        if METRICS[name].denominator is None
    ]
    for mart in MARTS.values():
        for dimension in mart.dimensions:
            yield dimension.label, Sense("by", dimension.label)
            yield dimension.label[-2:], Sense("by", dimension.label[-2:], SHORTENED)
    for word, meant in aliases.DIMENSION_WORDS.items():
        yield word, Sense("by", meant, SHORTENED)
    towns = _towns(warehouse)
    for (dimension_name, part), marts in part_holders(warehouse).items():
        yield part, Sense("part", f"{dimension_name}={part}", SHORTENED)
        # 镇司法所 is called 司法所 there.
        if short := short_of_town(part, towns):
            yield short, Sense("part", f"{dimension_name}={part}", SHORTENED * FALLING)
        for word, name in counted:
            if word.startswith(part) and METRICS[name].mart in marts:
                yield word, Sense("part", f"{dimension_name}={part}", VAGUELY)
        for word, meant in aliases.PART_WORDS.items():
            if meant == part:
                yield word, Sense("part", f"{dimension_name}={part}", SHORTENED)


def _towns(warehouse: Warehouse) -> tuple[str, ...]:
    return (*(place.name for place in areas(warehouse).values() if place.level in TOWNS), *TOWNS)


def _part_words(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    holders = part_holders(warehouse)
    told = [(name, part) for name, part in holders if name not in WHO]
    for short, part in shortened([part for _, part in told], _towns(warehouse)):
        yield from ((short, Sense("part", f"{name}={one}", SHORTENED * FALLING)) for name, one in told if one == part)
