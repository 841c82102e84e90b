"""The words for metrics, dimensions and parts in a question → the metrics that are meant and how they are told apart."""

from collections.abc import Sequence

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.marts import MARTS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import STILL_OPEN
from dashboard.questions.heard import Heard
from dashboard.questions.late import DAYS, late_bound
from dashboard.questions.normal import pair
from dashboard.questions.senses import VAGUELY, Sense
from dashboard.questions.spoken import BOTH, GENERAL
from dashboard.questions.subject_words import is_of, only_names, only_says
from dashboard.questions.understood import MOST_METRICS
from dashboard.questions.words import LONGEST_WORDS, UNIT_WORDS, WHOSE
from dashboard.tables.named import part_holders
from dashboard.views.pages import page_of

# What happened to things, of which it is asked how many.
BECOMING = ("受理", "上报", "办结", "完成", "新提", "列入")
# Of what is held in a mart, what a part of it is asked for without a metric; elsewhere its first count.
COUNTED_OF = {
    "activity_quarters": "activities_held",
    "enterprise_quarters": "enterprises",
    "training_months": "courses",
    "meeting_quarters": "meetings_held",
}


def chosen(said: Heard) -> tuple[tuple[str, ...], ...]:
    """For each word that names metrics, these, the surest first; vague words give way to plain ones."""
    words = list(zip(_led(said), said.named, said.leads, strict=True))
    plain = [(senses, word) for senses, word, led in words if senses[0].weight > VAGUELY and not only_says(senses, led)]
    vague = [(senses, word) for senses, word, _ in words if (senses, word) not in plain]
    if not plain and vague:
        return (_common(vague, said),)
    # 受理了多少 asks for more than what they are.
    if len(plain) == 1 and not any(word in plain[0][1] for word in BECOMING):
        plain = [(_still_open(senses, vague), word) for senses, word in plain]
    if not said.says("compared"):
        plain = _exact(plain)
    held = [{METRICS[senses[0].value].mart, METRICS[senses[0].value].theme} for senses, _ in plain]
    others = [set().union(*held[:place], *held[place + 1 :]) for place in range(len(plain))]
    pairs = [
        (one, of) for one, of in zip(plain, others, strict=True) if said.says("compared") or not only_names(one, plain)
    ]
    told = (_ordered(*one, vague, said, of) for one, of in pairs[:MOST_METRICS])
    named = (word for (_, word), _ in pairs)
    # 两个覆盖率 are two metrics, each of which is asked for.
    return tuple(
        each
        for names, word in zip(told, named, strict=False)
        for each in ([(name,) for name in names] if word in BOTH else [names])
    )


def _still_open(senses: tuple[Sense, ...], vague: Sequence[tuple[tuple[Sense, ...], str]]) -> tuple[Sense, ...]:
    """The senses of a word; first those that are not over, where another word asks for them: 还有多少需求没解决."""
    theme = METRICS[senses[0].value].theme
    told = [sense for others, word in vague if word in STILL_OPEN for sense in others]
    return tuple(dict.fromkeys((*(sense for sense in told if METRICS[sense.value].theme == theme), *senses)))


def _led(said: Heard) -> list[tuple[Sense, ...]]:
    """The senses of each word; of a rate that a count leads to those first that are of it: 走访企业 before 覆盖率."""
    told = list(said.metrics)
    for place, led in enumerate(said.leads[:-1]):
        counted = METRICS[said.metrics[place][0].value]
        behind = told[place + 1]
        of_it = [sense for sense in behind if is_of(counted, METRICS[sense.value])]
        if (
            led
            and METRICS[behind[0].value].denominator
            and counted.denominator is None
            and of_it
            and METRICS[of_it[0].value].mart == counted.mart
        ):
            told[place + 1] = tuple(dict.fromkeys((*of_it, *behind)))
            said.leads[place] = of_it[0].value
    return told


def _exact(plain: list[tuple[tuple[Sense, ...], str]]) -> list[tuple[tuple[Sense, ...], str]]:
    """The words without those that only say of what another one tells, which is of that then: 调解 before 几天."""
    marts = {METRICS[senses[0].value].mart for senses, word in plain if word in GENERAL}
    told = [
        (tuple(sorted(senses, key=lambda sense: METRICS[sense.value].mart not in marts)), word)
        for senses, word in plain
        if word not in GENERAL
    ]
    return told if told and marts <= {METRICS[senses[0].value].mart for senses, _ in told} else plain


def of_another(said: Heard) -> str:
    """A vague word with the one metric that it leads to, where nothing tells of both: 孵化成功率 is no 调解成功率."""
    told = zip(said.metrics, said.named, strict=True)
    if sum(senses[0].weight > VAGUELY and word not in GENERAL for senses, word in told) > 1:
        return ""
    behind = zip(said.metrics[1:], said.named[1:], strict=True)
    for senses, word, led, (following, called) in zip(said.metrics, said.named, said.leads, behind, strict=False):
        is_open = senses[0].weight <= VAGUELY or word in GENERAL
        is_of_it = led in {sense.value for sense in following} and is_open and word not in WHOSE
        if is_of_it and not any(_tells_of(METRICS[sense.value], word, senses) for sense in following):
            return word + called
    return ""


def _tells_of(metric: Metric, word: str, senses: Sequence[Sense]) -> bool:
    """Whether a metric is of the same theme as what a word means, or has the word in what it is called or defined by."""
    themes = {METRICS[sense.value].theme for sense in senses if sense.kind == "metric"}
    return metric.theme in themes or any(word in text for text in (metric.label, metric.definition, metric.caliber))


def _common(vague: Sequence[tuple[Sequence[Sense], str]], said: Heard) -> tuple[str, ...]:
    """The metrics of several vague words: those first that most of them may mean. 企业 only says whose they are."""
    held = [[sense.value for sense in senses] for senses, word in vague if word not in WHOSE]
    held = held or [[sense.value for sense in senses] for senses, _ in vague]
    names = dict.fromkeys(name for one in held for name in one)
    words = [word for _, word in vague]

    def worth(name: str) -> int:
        return sum(name in one for one in held) + _fits(METRICS[name], words[0], words[1:], said)

    return tuple(sorted(names, key=lambda name: -worth(name)))


def _ordered(
    senses: Sequence[Sense], word: str, vague: Sequence[tuple[Sequence[Sense], str]], said: Heard, of: set[str]
) -> tuple[str, ...]:
    """The metrics of a word: those first that have the parts and dimensions that are told, and are `of` the marts and themes of the words beside it."""
    names = [sense.value for sense in senses]
    if METRICS[names[0]].label == word:
        return tuple(names)
    beside = [other for _, other in vague]

    def worth(name: str) -> int:
        of_one = sum(_tells_of(METRICS[name], other, meant) for meant, other in vague if other != word)
        return _fits(METRICS[name], word, beside, said) + of_one + len({METRICS[name].mart, METRICS[name].theme} & of)

    return tuple(sorted(names, key=lambda name: -worth(name)))


def _fits(metric: Metric, word: str, beside: Sequence[str], said: Heard) -> int:
    labels = {dimension.name: dimension.label for dimension in metric.dimensions}
    parts = sum(any(pair(told)[0] in labels for told in values) for _, values in said.part_words)
    dimensions = sum(
        any(name in label for name in names for label in labels.values()) for names in said.dimension_senses
    )
    of_whole = sum(any(name in metric.label for name in names) for names in said.dimension_senses)
    of_whole += sum(word in metric.label for word, _ in said.part_words)
    late = int(said.is_longest and "超期" in metric.label)
    of_rate = int(metric.is_share and said.is_rate_asked)
    # 节点完成了几个 asks for those that were done.
    of_done = int("完成" in metric.label and "未完" not in metric.label and said.is_done)
    # 办结最慢 asks how long it takes.
    of_speed = 2 * int(metric.unit == DAYS and said.is_of_speed)
    # 挂了半年以上的需求 are those that are open.
    of_days = 2 * int(late_bound(metric, said.limits, "", ()) is not None)
    of_page = int(page_of(metric) in said.pages)
    return (
        of_page
        + of_days
        + of_done
        + of_speed
        + of_rate
        + parts
        + dimensions
        + of_whole
        + _in_units(metric, said)
        + late
        + sum(other in metric.label for other in beside if other != word)
    )


def of_parts(warehouse: Warehouse, said: Heard) -> tuple[tuple[str, ...], ...]:
    """The metrics that count what is told by its parts alone: 安全隐患 are events; of several parts, what has most of them."""
    holders = part_holders(warehouse)
    words = [values for _, values in said.part_words] + [(value,) for value in said.left_parts]
    told = [{mart for value in values for mart in holders[pair(value)]} for values in words]
    told += [
        {mart.name for mart in MARTS.values() if any(word in one.label for one in mart.dimensions)}
        for word in said.dimensions
        if len(word) > 2 or told
    ]
    held_in = [name for name in MARTS if any(name in held for held in told)]
    marts = sorted(held_in, key=lambda mart: -sum(mart in held for held in told))
    every = [name for mart in marts for name in _counts(mart, said)]
    counted = [name for name in every if not said.units or _in_units(METRICS[name], said)]
    return (tuple(sorted(counted, key=lambda name: -_in_units(METRICS[name], said))),) if counted else ()


def _counts(mart: str, said: Heard) -> list[str]:
    """What is counted in a mart, its chief count first; or how long it takes, where the longest is asked for."""
    held = [metric for metric in METRICS.values() if metric.mart == mart and metric.dimensions]
    days = [metric.name for metric in held if metric.unit == DAYS]
    if days and LONGEST_WORDS.intersection(said.flags.get("high", ())):
        return days[:1]
    names = [metric.name for metric in held if metric.denominator is None]
    return sorted(names, key=lambda name: (name != COUNTED_OF.get(mart), -_in_units(METRICS[name], said)))[:1]


def _in_units(metric: Metric, said: Heard) -> int:
    """How often it is asked how many of its unit there are."""
    return sum(metric.unit in UNIT_WORDS[unit] for unit in said.units)
