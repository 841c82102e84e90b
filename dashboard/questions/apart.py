"""How far figures are apart, how many times as much one is as another, and whether and when a bound was reached → words."""

from collections.abc import Sequence

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import area, area_name
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.cell import Cell, Value
from dashboard.metrics.metric import Metric
from dashboard.metrics.reading import read
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.item import POINTS, Items, beside
from dashboard.questions.items import around_of, whole_of
from dashboard.questions.runs import run_cells, run_of
from dashboard.questions.sentences import bound_words, listed, selection_of
from dashboard.questions.spanned import over_span, part_said
from dashboard.questions.understood import Understood
from dashboard.text.formats import is_number, number, percent
from dashboard.text.periods import period_label
from dashboard.views.answers import in_period
from dashboard.views.findings import written
from dashboard.views.profile.standing import Placed
from dashboard.views.profile.subject import kind_of, peers

# Below so many times as much, the share in per cent says more.
FEW_TIMES = 0.1
MOST_REACHED = 8
# More and less, of a rate and of what is counted.
FURTHER = (("高", "低"), ("多", "少"))


def times_as_much(first: tuple[str, Value], second: tuple[str, Value]) -> str:
    """How many times as much the first is as the second, each a name and its figure; empty where one has none."""
    (name, value), (other, base) = first, second
    if not (is_number(value) and is_number(base)) or base <= 0 or value < 0:
        return ""
    times = float(value) / float(base)
    told = f"{number(times, '倍', 2)}" if times >= FEW_TIMES else percent(times * 100)
    more = "" if times == 1 else f"，{'多' if times > 1 else '少'}{percent(abs(times - 1) * 100)}"
    return f"{name}是{other}的{told}{more}"


def ratio_words(asked: Understood, found: Items) -> str:
    """The same of two areas or parts, in the order in which they were named; empty where it is not asked for."""
    keys = asked.parts if asked.form == "parts" else asked.areas
    named = {one.key: (one.name, one.value) for one in found.items}
    if asked.apart != "ratio" or len(keys) != 2 or not named.keys() >= set(keys):
        return ""
    return times_as_much(named[keys[0]], named[keys[1]])


def period_ratio(asked: Understood, found: Sequence[Cell]) -> str:
    """The same of two periods of an area."""
    if asked.apart != "ratio" or len(found) != 2:
        return ""
    first, second = ((period_label(cell.period), cell.value) for cell in found)
    return times_as_much(first, second)


def gap_words(asked: Understood, found: Items) -> str:
    """How far the highest and the lowest are apart, where that is asked of all."""
    shown = found.items[: asked.top] if asked.top and asked.order else found.items
    values = [one.value for one in shown if is_number(one.value)]
    if asked.apart != "gap" or len(values) < 2:
        return ""
    unit = POINTS if found.unit == "%" else found.unit
    which = f"这{len(values)}个中最高与最低" if len(shown) < len(found.items) else "最高与最低"
    return f"{which}相差{number(max(values) - min(values), unit, found.decimals)}"


def mean_words(warehouse: Warehouse, asked: Understood, own: Placed) -> str:
    """How far the figure of an area is from the rate of the area around it, or from the mean of those of its kind."""
    metric, value = asked.metric, own.reading.value
    if not (is_number(value) and own.others):
        return ""
    if metric.is_interval:
        return "有未明确的部分，不与平均相比"
    beside, mean = _mean_beside(warehouse, asked)
    if not is_number(mean):
        return f"{beside}{mean}，不能相比"
    # The mean of what is counted is seldom whole.
    decimals = metric.decimals + metric.is_count
    unit = POINTS if metric.unit == "%" else metric.unit
    told, amount = number(mean, metric.unit, decimals), number(abs(value - mean), unit, decimals)
    if amount == number(0, unit, decimals):
        return f"与{beside}（{told}）相同"
    return f"比{beside}（{told}）{FURTHER[metric.is_count][value < mean]}{amount}"


def _mean_beside(warehouse: Warehouse, asked: Understood) -> tuple[str, Value]:
    """What the figure is held against, and what that comes to, or why nobody knows."""
    if asked.metric.denominator is not None:
        return area_name(warehouse, around_of(warehouse, asked)), whole_of(warehouse, asked)
    place = area(warehouse, asked.areas[0])
    codes = tuple(one.area_code for one in peers(warehouse, place))
    every = [cell.value for cell in in_period(warehouse, asked.metric, codes, selection_of(asked))]
    missing = next((one for one in every if not is_number(one) and one is not Absence.NOT_IN_PERIOD), None)
    known = [one for one in every if is_number(one)]
    return f"{len(known)}个{kind_of(place)}的平均", missing or sum(known) / len(known)


def amount_told(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """The earlier figure and how much more or less this one is, where the answer says so in per cent only."""
    if asked.form != "figure" or not asked.is_compared:
        return ()
    found = read(warehouse, asked.metrics[0], selection_of(asked))
    if found.change_kind != "relative" or not (is_number(found.value) and is_number(found.earlier)):
        return ()
    metric, more = asked.metric, found.value - found.earlier
    amount = number(abs(more), metric.unit, metric.decimals)
    moved = "相同" if amount == number(0, metric.unit, metric.decimals) else f"{'多' if more > 0 else '少'}{amount}"
    return (f"{beside(period_label(found.earlier_period or ''), written(metric, found.earlier))}，{moved}",)


def metrics_apart(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """How far the figures of two metrics are apart, where that is asked for."""
    if asked.apart != "gap" or asked.form != "figure" or len(asked.metrics) != 2:
        return ()
    first, second = (read(warehouse, name, selection_of(asked)).value for name in asked.metrics)
    if not (is_number(first) and is_number(second)):
        return ("有没有数的，算不出相差多少",)
    unit = POINTS if asked.metric.unit == "%" else asked.metric.unit
    labels = "比".join(METRICS[name].label for name in asked.metrics)
    return (f"{labels}{'多' if first >= second else '少'}{number(abs(first - second), unit, asked.metric.decimals)}",)


def reached(warehouse: Warehouse, asked: Understood) -> str:
    """In which periods of the span the figure lay within the bound, or in which of them first."""
    known = [cell for cell in over_span(warehouse, asked, asked.areas[0]) if is_number(cell.value)]
    within = [cell for cell in known if asked.bound and is_number(cell.value) and asked.bound.holds(cell.value)]
    what = f"{part_said(asked)}{asked.metric.label}{bound_words(asked)}"
    if not within:
        return f"{what}的时期：一个也没有（有数的{len(known)}期）"
    if not asked.is_first:
        shown = within[-MOST_REACHED:]
        more = f"，只列最近{MOST_REACHED}期" if len(within) > len(shown) else ""
        return f"{what}的有{len(within)}期：{_listed(asked.metric, shown)}{more}"
    begun = "，也是有数的第一期，以前是否达到没有数" if within[0] is known[0] else ""
    [first] = within[:1]
    return f"{what}首次在{period_label(first.period)}（{written(asked.metric, first.value)}）{begun}"


def whether(warehouse: Warehouse, asked: Understood) -> str:
    """Whether a single figure lies within the bound that is asked for; empty where none is."""
    if asked.bound is None or asked.form != "figure":
        return ""
    if asked.run:
        return _whether_run(warehouse, asked)
    [cell] = over_span(warehouse, asked, asked.areas[0])
    if not is_number(cell.value):
        return "没有数，不能判断"
    ends = {asked.bound.holds(float(end)) for end in (cell.value, cell.value_high) if is_number(end)}
    if len(ends) > 1:
        return f"有未明确的，是否{bound_words(asked)}不能判断"
    return f"{'符合' if ends == {True} else '不符合'}“{bound_words(asked)}”"


def _whether_run(warehouse: Warehouse, asked: Understood) -> str:
    found = run_cells(warehouse, asked, asked.areas[:1]).get(asked.areas[0], ())
    value, is_within = run_of(asked, found)
    if not is_number(value):
        return f"有没有数或不能比的时期，不能判断是否{bound_words(asked)}"
    told = "→".join(written(asked.metric, cell.value) for cell in found[-asked.run - asked.is_change :])
    return f"{'符合' if is_within else '不符合'}“{bound_words(asked)}”（{told}）"


def _listed(metric: Metric, found: Sequence[Cell]) -> str:
    return listed(metric, [(period_label(cell.period), cell.value) for cell in found])
