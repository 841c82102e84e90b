"""Dimensions and their parts → the words that people have for them."""

from collections.abc import Iterator

from dashboard.metrics.areas import areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions import aliases
from dashboard.questions.normal import unended
from dashboard.questions.part_words import short_of_town, shortened
from dashboard.questions.senses import FALLING, SHORTENED, VAGUELY, Sense
from dashboard.questions.spoken import METRIC_WORDS
from dashboard.tables.named import part_holders

# 服装厂 and 服装业 are enterprises of 服装, and no 厂区; 青年突击队 is a team.
ENDINGS = {
    ("enterprise_quarters", "industry"): ("厂", "厂家", "业", "行业", "产业", "公司"),
    ("service_team_months", "kind"): ("队", "服务队"),
    ("exemplary_case_quarters", "nature"): ("性",),
    ("service_usage_months", "service"): ("服务", "人次"),
}
# What a unit of a town begins with.
TOWNS = ("镇", "街道")
# Who somebody is, is said whole: 快递 is no 快递小哥.
WHO = ("channel", "participant_group", "served_group", "audience")


def words_of_dimensions(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    """The labels of dimensions and what they are called, the names of parts, and a part with what is told of it."""
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
    towns, named = _towns(warehouse), {part for _, part in part_holders(warehouse)}
    for (dimension_name, part), marts in part_holders(warehouse).items():
        yield part, Sense("part", f"{dimension_name}={part}", SHORTENED)
        # 鞋业 is 鞋类 as well.
        endings = (
            unended(part, ("类",)) + ending for mart in marts for ending in ENDINGS.get((mart, dimension_name), ())
        )
        # 职工培训人次 is 培训人次 of 职工.
        called = (word for word in endings if not any(word[start:] in METRIC_WORDS for start in range(1, len(part))))
        yield from ((word, Sense("part", f"{dimension_name}={part}", SHORTENED)) for word in called)
        # 某镇司法所 is called 司法所 and 镇司法所 there.
        if short := short_of_town(part, towns):
            kinds = (kind for kind in TOWNS if unended(part, (short,)).endswith(kind))
            for word in (short, *(kind + short for kind in kinds if kind + short not in named)):
                yield word, Sense("part", f"{dimension_name}={part}", SHORTENED * FALLING)
        for word, name in counted:
            if word.startswith(part) and METRICS[name].mart in marts:
                yield word, Sense("part", f"{dimension_name}={part}", VAGUELY)
        for word, meant in aliases.PART_WORDS.items():
            if meant == part:
                yield word, Sense("part", f"{dimension_name}={part}", SHORTENED)


def _towns(warehouse: Warehouse) -> tuple[str, ...]:
    return (*(place.name for place in areas(warehouse).values() if place.level in TOWNS), *TOWNS)


def words_of_parts(warehouse: Warehouse) -> Iterator[tuple[str, Sense]]:
    """What parts are called for short, where no other part is called so."""
    holders = part_holders(warehouse)
    told = [(name, part) for name, part in holders if name not in WHO]
    for short, part in shortened([part for _, part in told], _towns(warehouse)):
        yield from ((short, Sense("part", f"{name}={one}", SHORTENED * FALLING)) for name, one in told if one == part)
