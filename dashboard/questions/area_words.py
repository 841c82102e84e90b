"""Areas → the words that people have for them: names, aliases, codes, what they are called for short, and their levels."""

from collections import Counter
from collections.abc import Iterator

from dashboard.metrics.areas import Area, ancestors, areas
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions import aliases, words
from dashboard.questions.normal import normal, parts, unended, without
from dashboard.questions.senses import FALLING, HEAD, SHORT_AREA, VAGUELY, Sense

GRID = "网格"
# So many characters of the end of a name tell a place.
SHORTEST_TAIL = 4
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


def words_of_areas(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    """Every name of an area, with what it is in and without its ending, its code, and the words for levels."""
    register = areas(warehouse)
    above = {code: ancestors(warehouse, code) for code in register}
    shorts = {code: unended(normal(place.name), AREA_ENDINGS) for code, place in register.items()}
    heads = Counter(normal(place.name)[:HEAD] for place in register.values() if place.level != GRID)
    tails = Counter(tail for place in register.values() if place.level != GRID for tail in _tails(normal(place.name)))
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
        # 智能制造园 is the only one that ends so.
        for tail in _tails(normal(place.name)) if place.level != GRID else ():
            if tails[tail] == 1:
                yield tail, Sense("area", code, weight * SHORT_AREA * FALLING)
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
    if place.level == GRID:
        number = without(name, normal(above[-1].name)) if above else name
        yield number
        yield unended(number, (GRID,))
        for outer in {shorts[above[-1].area_code], normal(above[-1].name)} if above else ():
            yield outer + number
            yield outer + unended(number, (GRID,))
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


def _tails(name: str) -> Iterator[str]:
    """The ends of a name that may stand for it."""
    return (name[begin:] for begin in range(1, len(name) - SHORTEST_TAIL + 1))
