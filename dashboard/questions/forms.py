"""What a question says → the form of its answer: how areas and parts are told apart, in which order, within which bound."""

from collections.abc import Sequence

from dashboard.metrics.areas import area, areas
from dashboard.metrics.catalogue import METRICS
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVELS
from dashboard.questions.bounds import Bound, bound
from dashboard.questions.heard import Heard
from dashboard.questions.hearing import DEPTH
from dashboard.questions.times import is_flow
from dashboard.questions.understood import Apart, Form, Order
from dashboard.questions.words import PLACES_ASKED, SOFT_TARGET_WORDS, TIMES_WORDS

ROSE = Bound(low=0.0)
# What fell most is what changed least.
FALLING: dict[str, Order] = {"high": "low", "best": "low", "low": "high", "worst": "high"}


def form_of(
    metric: Metric,
    said: Heard,
    by: str,
    parts: Sequence[str],
    places: Sequence[str],
    left_out: Sequence[str],
    *,
    has_target: bool,
) -> Form:
    """What the answer is: a figure, a course, parts, a ranking, areas beside each other, and so on."""
    level = "" if said.is_among else said.level
    if said.says("definition"):
        return "definition"
    is_beside_mean = any(limit.mean for limit in said.limits)
    if said.areas and (said.says("standing") or (is_beside_mean and not level)):
        return "standing"
    if len(places) == 1 and said.areas and _is_held_against_mean(said) and not (level or by or said.grain):
        return "standing"
    # 是不是某村最多 asks for its place.
    if len(places) == 1 and said.areas and said.is_whether and said.orders and not (level or by or said.limits):
        return "standing"
    if said.says("target") and not SOFT_TARGET_WORDS.issuperset(said.flags["target"]):
        return "target"
    if said.says("target") and has_target:
        return "target"
    if said.says("why") and metric.adds_up and not parts:
        return "causes"
    if asks_which_metric(said) and len(places) == 1 and not by:
        return "figure"
    limits = said.limits if not (said.is_whether and not by) or is_beside_mean else []
    is_of_areas = level or limits or _ranks(said)
    if said.says("when") or (said.says("trend") and said.orders and not is_of_areas and (not by or len(parts) == 1)):
        return "trend"
    if (
        by
        and (not level or said.left_parts)
        and not (said.says("ranking") and len(parts) == 1 and not said.dimensions and _ranks(said))
    ):
        return "parts"
    if level or left_out or ((said.orders or _ranks(said) or limits) and len(places) == 1):
        return "ranking"
    if said.says("trend") or said.grain:
        return "trend"
    return "compare" if len(places) > 1 else "figure"


def _is_held_against_mean(said: Heard) -> bool:
    """Whether it is asked how far from the average a figure is: 与平均差多少."""
    return said.says("average") and (said.says("gap") or said.says("compared"))


def asks_which_metric(said: Heard) -> bool:
    """Whether it is asked which of two metrics of one unit is more: 区域组团和产业串联哪个多."""
    named = [METRICS[senses[0].value] for senses in said.metrics]
    is_asked = said.says("ranking") and said.says("compared") and bool(said.degree or said.orders)
    return is_asked and len(named) == 2 and len({one.unit for one in named}) == 1 and not (said.level or said.limits)


def asks_its_place(warehouse: Warehouse, metric: Metric, said: Heard, code: str) -> bool:
    """Whether the place of the area that is named is asked for: 某园税收排名, where nothing in it is told apart by that."""
    is_plain = not (said.level or said.orders or said.limits or said.left_out or said.rising or said.falling)
    is_asked = PLACES_ASKED.issuperset(said.flags.get("ranking", ("",))) and len(said.areas) == 1
    is_of_grids = metric.theme in ("grid", "patrol")
    return is_plain and is_asked and area(warehouse, code).level in ("三区单元", "网格") and not is_of_grids


def asks_of_all(said: Heard) -> bool:
    """Whether the targets or the reports of many areas are asked for, of which there is no single figure."""
    is_soft = SOFT_TARGET_WORDS.issuperset(said.flags.get("target", ()))
    is_of_many = said.is_missed or bool(said.level) or not said.metrics
    is_of_targets = said.says("target") and is_of_many and not is_soft
    return said.says("unsent") or is_of_targets or (said.is_missed and bool(said.level))


def _ranks(said: Heard) -> bool:
    """Whether 哪个 or 排名 asks for areas; 哪些事件 asks for a list."""
    return said.says("ranking") and not said.says("list")


def order_of(metric: Metric, said: Heard, *, is_change: bool) -> Order:
    """最好 is the side that the metric calls better; what fell most changed least."""
    order = said.order
    if is_change and not order and not said.orders and (said.falling or said.degree):
        order = "high"
    if is_change and said.falling:
        return FALLING.get(order, "")
    if is_change and order in ("best", "worst"):
        return "high" if order == "best" else "low"
    if order in ("best", "worst"):
        return "high" if (order == "best") == (metric.direction != "lower") else "low"
    return "low" if order == "low" else "high" if order == "high" else ""


def level_of(warehouse: Warehouse, metric: Metric, said: Heard, code: str, left_out: Sequence[str]) -> str:
    """The level that is told apart: as it was said, or that of the areas that are left out."""
    known = areas(warehouse)
    level = next((known[one].level for one in left_out if one in known), "")
    own = next((key for key, (name, kind, _) in LEVELS.items() if name == level and not kind), "")
    # What holds the area that is left out is told with it: of 片区 without a park its other parts are meant.
    if own and said.level and DEPTH[own] > DEPTH[said.level]:
        return own
    return said.level or own or _level(warehouse, metric, code)


def _level(warehouse: Warehouse, metric: Metric, code: str) -> str:
    """The areas that are told apart where nobody says which: grids for what grids do or inside a village or park."""
    is_inner = area(warehouse, code).level in ("三区单元", "网格")
    return "grid" if metric.theme in ("grid", "patrol") or is_inner else "zone"


def is_summed(said: Heard, form: Form, left_out: Sequence[str]) -> bool:
    """Whether what is told apart is added up: where that is said, and where what is left of something is asked for."""
    is_rest = bool(left_out) and form in ("ranking", "parts") and not (said.order or said.limits)
    return is_rest or (said.says("sum") and form in ("ranking", "compare", "parts", "periods"))


def is_averaged(said: Heard, metric: Metric, form: Form) -> bool:
    """Whether the average is asked for, of areas, over time or beside the figure of one area."""
    is_beside = form == "standing" and any(limit.mean for limit in said.limits)
    is_told = form in ("ranking", "compare", "standing") or (form == "trend" and is_flow(metric))
    return is_beside or (said.says("average") and is_told)


def apart_of(metric: Metric, said: Heard, form: Form, told: tuple[int, int, int]) -> Apart:
    """What is asked of how far figures are apart; `told` are how many areas, times and parts are named."""
    places, times, parts = told
    is_of_two = {"compare": places, "periods": times, "parts": parts}.get(form) == 2
    is_ratio = not TIMES_WORDS.isdisjoint(said.flags.get("gap", ())) or (
        said.says("share") and (form != "parts" or said.is_of_other)
    )
    if is_of_two and is_ratio and metric.unit != "%":
        return "ratio"
    named = [METRICS[senses[0].value] for senses in said.metrics]
    is_asked = said.says("gap") or asks_which_metric(said)
    if form == "figure" and len(named) == 2 and is_asked and len({one.unit for one in named}) == 1:
        return "gap"
    return "gap" if form == "ranking" and said.says("gap") and not said.limits else ""


def is_of_change(said: Heard) -> bool:
    """Whether what is told apart is told apart by how it changed: 增长最快, 下降的, 同比."""
    return bool(said.rising or said.falling or (said.comparison not in (None, "none")))


def bound_of(said: Heard, metric: Metric, *, is_change: bool) -> Bound | None:
    """Between which figures, or changes, those are to lie that are asked for."""
    within = bound(said.limits, "%" if is_change else metric.unit)
    if not is_change:
        return within or (ROSE if said.is_many and metric.is_count else None)
    is_falling = bool(said.falling) or (not said.rising and said.degree == "low")
    # 没有增长 and 没下降 are what neither rose nor fell, with all on the other side.
    if said.is_unchanged:
        return Bound(low=0.0, has_low=True) if said.falling else Bound(high=0.0, has_high=True)
    # 下降超过5% is below −5 %; 下降的 and 比去年多的 are all that fell and that rose.
    if within:
        return within.mirrored() if is_falling else within
    is_told = said.falling or (said.degree and not said.rising) or (said.rising and not said.orders and not said.degree)
    return (ROSE.mirrored() if is_falling else ROSE) if is_told and not said.orders else None
