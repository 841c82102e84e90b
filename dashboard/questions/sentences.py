"""What was asked → the words of its answer: who is first, what they come to, what a figure leaves open."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from dashboard.metrics.absence import Absence
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.metrics.selection import COMPARISONS, Selection, earlier
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.figures import is_added
from dashboard.questions.item import POINTS, Item, Items, beside
from dashboard.questions.items import of_parts
from dashboard.questions.spans import Span
from dashboard.questions.understood import RUN_WORDS, Understood, span_word
from dashboard.text.formats import is_number, number
from dashboard.text.joined import Finding
from dashboard.text.periods import period_label
from dashboard.views.changes import why_not_compared
from dashboard.views.findings import bare, end_words, ranking_finding, spaced, written

NAMED, MOST_NAMED = 3, 8


def selection_of(asked: Understood, code: str = "") -> Selection:
    """The area and the last period that are asked for, or another area."""
    return Selection(code or asked.areas[0], asked.span.last, asked.comparison)


def listed(metric: Metric, items: Sequence[tuple[str, float | Absence]]) -> str:
    """The names with their figures, or with the words for why there is none."""
    return "，".join(beside(name, written(metric, value)) for name, value in items)


def listed_items(items: Sequence[Item]) -> str:
    """The same of items, each by what it is ranked by."""
    return "，".join(beside(one.name, one.words) for one in items)


def items_finding(asked: Understood, found: Items) -> Finding:
    """What areas or parts come to: those within the bound, who is first in the order and who follows, or both ends."""
    hidden = f"另有{found.hidden}个不公开" if found.hidden else ""
    mean = f"{_mean_word(asked)}{written(asked.metric, found.mean)}" if found.mean is not None else ""
    known = [one for one in found.items if is_number(one.value)]
    if asked.bound is not None:
        if asked.bound.mean and found.mean is None:
            return Finding(f"{asked.metric.label}：有{'不公开' if found.hidden else '没有数'}的，算不出平均")
        if not found.told and (found.unlike or found.silent):
            why = f"{found.unlike}个都不能比较" if found.unlike else f"{found.silent}个未填报"
            return Finding(f"{_conditions(asked)}的：{why}，不能判断", hidden)
        silent = f"另有{found.silent}个未填报" if found.silent else ""
        unlike = f"另有{found.unlike}个不能比较" if found.unlike else ""
        return Finding(*_within(asked, known), mean, hidden, silent, unlike)
    if asked.order and len(known) > 1 and any(one.value for one in known):
        return Finding(*_in_order(asked, known), mean, hidden)
    if asked.is_change or asked.is_share:
        word = "" if asked.is_share else "变化"
        return Finding(f"{asked.metric.label}{word}：{listed_items(found.items[:NAMED])}", mean, hidden)
    return Finding(*ranking_finding(asked.metric, [(one.name, one.value) for one in found.items]).parts, mean)


def _mean_word(asked: Understood) -> str:
    return "平均" if asked.metric.denominator is None else "合起来"


def _within(asked: Understood, known: Sequence[Item]) -> tuple[str, str]:
    """Who lies within the bound, first those that are first in the order."""
    what = _conditions(asked)
    if not known:
        return f"{what}的：一个也没有", ""
    shown = known[: asked.top or MOST_NAMED]
    more = f"等{len(known)}个" if len(known) > len(shown) else ""
    return f"{what}的有{len(known)}个：{listed_items(shown)}", more


def _conditions(asked: Understood) -> str:
    return "且".join(f"{one.metric.label}{bound_words(one)}" for one in (asked, *asked.also))


def bound_words(asked: Understood) -> str:
    """Between what the figures lie, as a reader says it: `低于 80%`, `同比下降`, `为 0件`."""
    within = asked.bound
    if within is None:
        return ""
    if within.mean:
        return "高于平均" if within.mean == "above" else "低于平均"
    against = COMPARISONS[asked.comparison] if asked.is_change else ""
    if asked.run:
        against = COMPARISONS["year_earlier"] if against and asked.span.grain == "year" else against
        against = f"连续{asked.run}{RUN_WORDS[asked.span.grain]}{against}"
    if asked.is_change and (within.low, within.high) in ((0.0, None), (None, -0.0)):
        return f"{against}{'下降' if within.low is None else '上升'}"
    tell = partial(number, unit="%", decimals=1) if asked.is_change else partial(written, asked.metric)
    if within.low is not None and within.low == within.high:
        return f"{against}为{tell(within.low)}"
    ends = (
        (within.low, "不低于" if within.has_low else "高于"),
        (within.high, "不高于" if within.has_high else "低于"),
    )
    return (
        against
        + ("变化" if asked.is_change else "")
        + "、".join(f"{word}{tell(end)}" for end, word in ends if end is not None)
    )


def _in_order(asked: Understood, known: Sequence[Item]) -> tuple[str, str]:
    """Who is first in the order that is asked for, those of one figure together, and who comes next."""
    alike = [one.name for one in known if one.words == known[0].words]
    leading = "、".join(alike[:NAMED]) + (f"等{len(alike)}个" if len(alike) > NAMED else "")
    following = known[len(alike) : len(alike) + max(asked.top or NAMED, 1) - 1]
    share = "占本区域的比重" if asked.by and asked.form == "ranking" else "占比"
    what = f"{asked.metric.label}{share if asked.is_share else ''}"
    word = ("最高", "最低")[asked.order == "low"] if asked.is_share else end_words(asked.metric)[asked.order == "low"]
    if asked.is_change:
        what, word = (
            f"{what}{COMPARISONS[asked.comparison]}",
            "增长最多" if asked.order == "high" else "增长最少或下降最多",
        )
    return f"{what}{word}的是{leading}（{known[0].words}）", f"其次{listed_items(following)}" if following else ""


def parts_words(warehouse: Warehouse, asked: Understood, found: Items) -> Finding:
    """The figures of the parts that are asked for, each with its change, and how far two are apart."""
    metric, when = asked.metric, f"{span_word(asked.span)}合计" if is_added(asked) else period_label(asked.span.last)
    if len(asked.parts) > 1 or asked.is_share:
        then = share_then(warehouse, asked) or difference(asked, found)
        return Finding(f"{when}{spaced(bare(metric))}：{listed_items(found.items)}", then)
    [one] = found.items
    is_one = asked.comparison != "none" and not (asked.is_change or is_added(asked))
    change = asked if is_one else None
    moved = of_parts(warehouse, replace(change, is_change=True)).items[0] if change else None
    told = moved.words if moved and is_number(moved.value) else ""
    return Finding(beside(f"{when}{one.name}的{metric.label}", one.words), told)


def share_then(warehouse: Warehouse, asked: Understood) -> str:
    """The share of the one part in the earlier period; empty where that is not asked for."""
    then = earlier(asked.span.last, asked.comparison)
    if not (then and asked.is_share and asked.part and asked.span.is_single):
        return ""
    [one] = of_parts(warehouse, replace(asked, spans=(Span(then, then),))).items
    return beside(period_label(then), one.words) if is_number(one.value) else ""


def difference(asked: Understood, found: Items) -> str:
    """How far two figures are apart; empty of more, or where one is missing."""
    values = [one.value for one in found.items if is_number(one.value)]
    if len(found.items) != 2 or len(values) != 2 or asked.is_change:
        return ""
    unit = POINTS if found.unit == "%" else found.unit
    return f"相差{number(abs(values[0] - values[1]), unit, found.decimals)}"


def total(asked: Understood, found: Items) -> str:
    """What the areas add up to, where none is missing."""
    values = [one.value for one in found.items if is_number(one.value)]
    if not asked.is_summed or not values:
        return ""
    missing = next((one.value for one in found.items if isinstance(one.value, Absence)), None)
    if missing and missing is not Absence.NOT_IN_PERIOD:
        return f"其中有{missing}的，不作合计"
    if asked.top and asked.order:
        first = values[: asked.top]
        return f"这{len(first)}个合计{written(asked.metric, sum(first))}"
    return f"合计{written(asked.metric, sum(values))}"


def up_to(warehouse: Warehouse, asked: Understood) -> str:
    """Of a figure that is only known from to: to where; it is never told as if it were exact."""
    reading = read(warehouse, asked.metrics[0], selection_of(asked))
    if not is_number(reading.value) or reading.value_high is None or reading.value_high == reading.value:
        return ""
    return f"有未明确的，最多到{written(asked.metric, reading.value_high)}"


def why_not(warehouse: Warehouse, asked: Understood) -> str:
    """Why the figure is not held against the earlier one that was asked for; empty where it is."""
    reading = read(warehouse, asked.metrics[0], selection_of(asked))
    return why_not_compared(reading, selection_of(asked).against)
