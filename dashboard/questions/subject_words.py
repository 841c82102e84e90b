"""Words of a question that name no metric of their own, but say of what another word tells: 议定事项 beside 超期."""

from collections.abc import Sequence

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.questions.senses import Sense

# What a word may mean, and the word.
Named = tuple[tuple[Sense, ...], str]


def only_says(senses: Sequence[Sense], led: str) -> bool:
    """Whether a count only says of what the rate behind it is: 受理事件 before 办结率."""
    counted = METRICS[senses[0].value]
    return bool(led) and counted.denominator is None and is_of(counted, METRICS[led])


def only_names(one: Named, every: Sequence[Named]) -> bool:
    """Whether a word only says of what the state is that another word tells: 议定事项 beside 超期.

    A state is counted, and may be of many themes; a rate is asked for beside its count.
    """
    senses, word = one
    themes = _themes(senses)
    counts = [others for others, _ in every if METRICS[others[0].value].denominator is None]
    states = [_themes(others) for others in counts if len(_themes(others)) > 1]
    return len(themes) == 1 and METRICS[senses[0].value].label != word and any(themes <= state for state in states)


def _themes(senses: Sequence[Sense]) -> set[str]:
    return {METRICS[sense.value].theme for sense in senses}


def is_of(counted: Metric, led: Metric) -> bool:
    """Whether a rate is of what a count counts: both are of one theme."""
    return led.denominator is not None and led.theme == counted.theme and led.name != counted.name
