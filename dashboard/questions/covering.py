"""Words of a question that its metric leaves over → the metrics whose names hold all of them: 在孵企业 is 在营孵化企业."""

from collections.abc import Collection, Sequence

from dashboard.metrics.catalogue import METRICS
from dashboard.questions.normal import uncounted
from dashboard.questions.segment import Segment
from dashboard.questions.words import COUNTING

# What a metric may be named by; a page is named by the things on it.
NAMING = ("metric", "by", "page", "part")
# So many metrics of a name may be meant.
MOST = 3
# 快递事件 is little of 快递小哥上报事件: a label has at most so many signs more than were said of it.
FEW_MORE = 2


def covering(found: Sequence[Segment], chosen: str, parts: Collection[str]) -> tuple[str, ...]:
    """The metrics whose labels hold all that names one, where the `chosen` one leaves something of it over.

    Words that tell its `parts` apart name none.
    Those come first that have most signs of the question, of these the shortest.
    """
    naming = {uncounted(one.text): one for one in found if one.text not in parts and _may_name(one)}
    if (
        len(naming) < 2
        or _is_counted_between(found)
        or not without_held(chosen, [word for word, one in naming.items() if not _says(one, chosen)])
    ):
        return ()
    signs = {sign for one in found for sign in one.text}
    left = {
        metric.name: len(metric.label) - len(signs.intersection(metric.label))
        for metric in METRICS.values()
        if not without_held(metric.name, tuple(naming))
    }
    few = [name for name in left if left[name] <= FEW_MORE]
    return tuple(sorted(few, key=lambda name: (left[name] - len(METRICS[name].label), left[name]))[:MOST])


def _is_counted_between(found: Sequence[Segment]) -> bool:
    """Whether it is asked how many there are before something else is named: 网格员一共几个，专职的多少 are two."""
    places = [place for place, one in enumerate(found) if _may_name(one)]
    return any(one.text in COUNTING for one in found[places[0] : places[-1]]) if places else False


def without_held(name: str, words: Sequence[str]) -> tuple[str, ...]:
    """The words but for those the signs of which the label of a metric has, in their order."""
    return tuple(word for word in words if not _in_order(word, METRICS[name].label))


def _may_name(one: Segment) -> bool:
    return one.is_unknown or any(sense.kind in NAMING for sense in one.senses[:1])


def _says(one: Segment, name: str) -> bool:
    return any(sense.kind == "metric" and sense.value == name for sense in one.senses)


def _in_order(word: str, label: str) -> bool:
    signs = iter(label)
    return all(sign in signs for sign in word)
