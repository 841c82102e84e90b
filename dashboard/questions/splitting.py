"""The words for dimensions and parts of a question → how its metric is told apart."""

from collections.abc import Mapping, Sequence

from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.heard import Heard
from dashboard.questions.normal import pair
from dashboard.tables.named import part_holders


def take_parts(warehouse: Warehouse, said: Heard) -> None:
    """Words for a metric that are a part of what another one counts are that part: 快递小哥 beside 受理事件."""
    holders = part_holders(warehouse)
    for word, parts in reversed([*zip(said.named, said.other_parts, strict=True)]):
        place = said.named.index(word)
        beside = {METRICS[senses[0].value].mart for senses in said.metrics[:place] + said.metrics[place + 1 :]}
        held = tuple(value for value in parts if beside & set(holders.get(pair(value), ())))
        # 规上企业和总产值 are two metrics of one mart, 规上企业总产值 is one of a part.
        own = METRICS[said.metrics[place][0].value]
        is_of_next = own.label != word or own.mart not in beside or said.leads[place] or word in said.inside
        if held and len(said.metrics) > 1 and is_of_next:
            said.metrics.pop(place), said.named.pop(place), said.other_parts.pop(place), said.leads.pop(place)
            said.parts += held
            said.part_words.append((word, held))


def take_pages(warehouse: Warehouse, said: Heard) -> None:
    """Words for a page that begin the name of one part of what is asked for are that part: 就业 of 需求 are 就业创业."""
    marts = {METRICS[sense.value].mart for senses in said.metrics for sense in senses}
    for word in tuple(said.page_words):
        begun = [key for key, held in part_holders(warehouse).items() if key[1].startswith(word) and marts & set(held)]
        if len(begun) == 1:
            told = "=".join(begun[0])
            said.parts.append(told)
            said.part_words.append((word, (told,)))
            said.page_words.pop(word)


def share_of(metric: Metric) -> Metric | None:
    """The share that has the metric above its line: of 规上企业 it is 规上占比."""
    rates = (one for one in METRICS.values() if one.unit == "%" and one.mart == metric.mart and one.name != metric.name)
    return next((one for one in rates if one.numerator.expression == metric.numerator.expression), None)


def ratio_of(first: Metric, second: Metric) -> Metric | None:
    """The rate that has one metric above its line and the other below: 税收产值率 of 税收 and 总产值."""
    ours = first.numerator.label, second.numerator.label
    rates = ((one, one.denominator) for one in METRICS.values() if one.mart == first.mart == second.mart)
    return next((one for one, below in rates if below and (one.numerator.label, below.label) == ours), None)


def split_of(warehouse: Warehouse, metric: Metric, said: Heard) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """The dimension, the parts of it that are asked for and those that are left out; a word on a dimension it has not."""
    known = {dimension.name: dimension.label for dimension in metric.dimensions}
    holders = part_holders(warehouse)
    for column in dict.fromkeys(name for name, _ in map(pair, (*said.parts, *said.left_parts)) if name in known):
        asked, left = (
            tuple(
                dict.fromkeys(
                    part for name, part in map(pair, told) if name == column and metric.mart in holders[name, part]
                )
            )
            for told in (said.parts, said.left_parts)
        )
        if asked or left:
            return column, asked, left, ""
    if found := _dimension(known, said.dimension_senses):
        return found, (), (), ""
    if not said.dimensions or said.says("list"):
        return "", (), (), ""
    offered = f"可以按{'、'.join(known.values())}分" if known else "只按区域和时期"
    return "", (), (), f"“{metric.label}”不能按{said.dimensions[0]}分，{offered}。"


def _dimension(known: Mapping[str, str], said: Sequence[Sequence[str]]) -> str:
    """The dimension whose label has most of the words, of these the one that is called so, and then the first said."""

    def place(label: str) -> tuple[int, bool, int]:
        held = [at for at, words in enumerate(said) if any(word in label for word in words)]
        return -len(held), not any(label in words for words in said), min(held, default=len(said))

    name = min(known, key=lambda one: place(known[one]), default="")
    return name if name and place(known[name])[0] else ""
