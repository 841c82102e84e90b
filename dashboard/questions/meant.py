"""The words of a question → the metrics that they mean, named, guessed or told by parts, and the words that mean nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.choosing import chosen, of_another, of_parts
from dashboard.questions.covering import FEW_MORE, covering, without_held
from dashboard.questions.heard import Heard
from dashboard.questions.lexicon import lexicon
from dashboard.questions.metric_words import PER_SAID
from dashboard.questions.nearest import nearest, relatives, without_guessed
from dashboard.questions.normal import pair
from dashboard.questions.segment import Segment
from dashboard.questions.unread import COUNTED_AS, is_asked_of_unheld, narrowed, per_word, unheld_words, unread
from dashboard.questions.words import PER_WORDS
from dashboard.tables.named import part_holders

# A word that more labels have than these says little.
MOST_SURE = 3
# The theme of what is decided.
OF_MEETINGS = "meetings"
# What is late, of which the single ones are told.
LONGEST_LATE = ("decisions_overdue", "needs_overdue", "overdue_open")
# How long each thing of a mart takes.
TAKES = {
    "grid_event_months": "days_to_close",
    "mediation_months": "mediation_days",
    "list_item_months": "need_days_to_close",
}
# What is counted where only its unit is told: 有多少人 of a village.
COUNTED_BY = {"人": ("residents", "employees"), "户": ("households",)}

# 超期最久 asks for how long things are late.
LATE = "超期"
LEVELS_COUNTED = {"grid": "网格"}

Metrics = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Meant:
    """For each word that names `metrics` these, the surest first; `offered` are those that may be asked for instead.

    `unknown` are the words that nothing is known of, `unheld` those of which nothing is held.
    """

    metrics: Metrics
    unknown: tuple[str, ...]
    unheld: tuple[str, ...]
    offered: tuple[str, ...] = ()
    is_by_parts: bool = False


def meanings(warehouse: Warehouse, found: Sequence[Segment], said: Heard) -> Meant:
    """The metrics that the words mean: as they are called, by what a label alone has, or by the parts that they count."""
    compound = of_another(said)
    is_of_unheld = is_asked_of_unheld(found) or bool(compound)
    meant = Meant((), unread(found), (*unheld_words(found), *filter(None, (compound,))))
    # What was decided at a meeting is a list, not a figure.
    if not ((said.says("meeting") and _is_of_meeting(said)) or is_of_unheld):
        meant = replace(meant, metrics=chosen(said))
    meant, is_guessed = _with_guesses(warehouse, meant, said)
    if (
        not meant.metrics
        and not is_guessed
        and not said.names
        and (said.part_words or said.left_parts or said.dimensions)
    ):
        meant = replace(meant, metrics=of_parts(warehouse, said), is_by_parts=True)
        if meant.metrics and METRICS[meant.metrics[0][0]].label.endswith(LEVELS_COUNTED.get(said.level, " ")):
            # 几个综合网格 asks how many there are, and for none of each.
            said.level, said.is_many = "", False
            said.flags.pop("level", None)
    if not (meant.metrics or meant.unheld) and said.is_longest:
        meant = replace(meant, metrics=(LONGEST_LATE,), is_by_parts=True)
    if not (meant.metrics or meant.unknown or is_guessed or said.names) and (said.areas or said.is_split):
        meant = replace(
            meant, metrics=tuple(COUNTED_BY[unit] for unit in _units(said)[:1] if unit in COUNTED_BY), is_by_parts=True
        )
    meant = _of_time(_of_parts_said(warehouse, _covered(meant, found, said), said), said)
    if (per := per_word(found)) and (of_each := _of_each(per, meant)):
        meant = replace(meant, metrics=(of_each,))
    elif per and not any(_is_per(per, METRICS[names[0]]) for names in meant.metrics):
        meant = replace(meant, metrics=(), unheld=(*meant.unheld, per))
        is_of_unheld = True
    if foreign := narrowed(found, meant.unknown):
        meant = replace(meant, metrics=(), unheld=(*meant.unheld, foreign))
        is_of_unheld = True
    named = tuple(senses[0].value for senses in said.metrics)
    return replace(meant, offered=named) if is_of_unheld and named else meant


def _with_guesses(warehouse: Warehouse, meant: Meant, said: Heard) -> tuple[Meant, bool]:
    """What a label alone has is understood, and of a word for many metrics the one that has the other word too."""
    known, unknown, metrics = lexicon(warehouse), meant.unknown, meant.metrics
    # 户均收入 is no 户均人口.
    guessable = tuple(word for word in unknown if (word not in PER_WORDS or not said.named) and not _is_one_of(word))
    guessed = () if said.is_firm or not guessable or meant.unheld else nearest(known, guessable)
    sure = [one.name for one in guessed if one.is_sure]
    if metrics:
        size = sum(map(len, (*unknown, *said.named))) + FEW_MORE
        themes = {METRICS[name].theme for name in metrics[0]}
        sure = [name for name in sure if len(METRICS[name].label) <= size and METRICS[name].theme in themes]
    fitting = [name for name in sure if metrics and name in metrics[0]] or sure[:1]
    if metrics and fitting and len(sure) <= MOST_SURE:
        metrics = (tuple(dict.fromkeys((*fitting, *metrics[0]))),)
        unknown = without_guessed(known, unknown, fitting[0])
    elif not metrics and len(guessed) == len(sure) == 1:
        metrics = (tuple(sure),)
    offered = tuple(one.name for one in guessed)
    return replace(meant, metrics=metrics, unknown=unknown, offered=offered), bool(guessed)


def _is_of_meeting(said: Heard) -> bool:
    """Whether every word for a metric may be one of what was decided: 上次会议哪些事没办完 asks for that list."""
    return (
        all(any(METRICS[sense.value].theme == OF_MEETINGS for sense in senses) for senses in said.metrics)
        or not said.is_firm
    )


def _of_parts_said(warehouse: Warehouse, meant: Meant, said: Heard) -> Meant:
    """The same; where the metric has none of the parts, the one of its name that has: 服务人次 of 光明行动 is a team's."""
    told = {value for _, values in said.part_words for value in values}
    if not told or len(meant.metrics) != 1:
        return meant
    marts = {mart for value in told for mart in part_holders(warehouse).get(pair(value), ())}
    first, *others = meant.metrics[0]
    fitting = [name for name in relatives(METRICS[first].label) if METRICS[name].mart in marts]
    if METRICS[first].mart in marts or len(fitting) != 1:
        return meant
    return replace(meant, metrics=((*fitting, first, *others),))


def _of_time(meant: Meant, said: Heard) -> Meant:
    """The same; where it is asked what takes longest, how long it takes: 调解最久的纠纷类型 ranks no successes."""
    first = meant.metrics[0][0] if len(meant.metrics) == 1 and said.is_of_time and said.is_split else ""
    taken = TAKES.get(METRICS[first].mart, "") if first else ""
    if not taken or METRICS[first].unit == METRICS[taken].unit or LATE in METRICS[first].label:
        return meant
    return replace(meant, metrics=((taken, *meant.metrics[0]),))


def _is_per(per: str, metric: Metric) -> bool:
    """Whether the metric is a rate that is reckoned of what is named: 格均住户 is none of 每名网格员."""
    named = per.lstrip("每" + "".join(COUNTED_AS))
    below = metric.denominator.label if metric.denominator else ""
    return bool(metric.denominator) and any(named in text for text in (metric.label, metric.definition, below))


def _of_each(per: str, meant: Meant) -> tuple[str, ...]:
    """The metric that tells of each what is named: 企均从业人员 of 从业人员 and 每家企业."""
    called = {prefix for prefix, words in PER_SAID.items() if per in words}
    labels = {prefix + METRICS[names[0]].label for names in meant.metrics[:1] for prefix in called}
    named = {METRICS[names[0]].label for names in meant.metrics}
    return tuple(
        metric.name
        for metric in METRICS.values()
        if metric.label in labels or (metric.label.startswith(per) and any(label in metric.label for label in named))
    )


def _units(said: Heard) -> list[str]:
    """The units of which it is asked how many there are, or that a bound is in."""
    ends = (end for limit in said.limits for end in (limit.low, limit.high) if end)
    return [*said.units, *(end.unit for end in ends)]


def _is_one_of(word: str) -> bool:
    """Whether it only counts one of something: 一家, 一年."""
    return len(word) == 2 and word[0] == "一"


def _covered(meant: Meant, found: Sequence[Segment], said: Heard) -> Meant:
    """The metric whose name has all the words, where the one that is meant leaves some over."""
    parts = () if meant.is_by_parts else [word for word, _ in said.part_words]
    fuller = covering(found, meant.metrics[0][0], parts) if len(meant.metrics) == 1 else ()
    if not fuller:
        return meant
    others = (name for name in meant.metrics[0] if name not in fuller)
    unknown = without_held(fuller[0], meant.unknown)
    return replace(meant, metrics=((*fuller, *others),), unknown=unknown, is_by_parts=False)
