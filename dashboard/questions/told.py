"""What is asked for without a metric → its words: the areas of a level, the targets of a year."""

from dashboard.metrics.areas import area_name
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.aliases import LEVEL_WORDS
from dashboard.questions.items import held_in
from dashboard.questions.understood import Understood
from dashboard.tables.grid_events import Events, events
from dashboard.tables.targets import progress, targets_inside, targets_of
from dashboard.text.formats import period_label
from dashboard.views.attention.since import late_decisions, late_needs, told_period
from dashboard.views.leads import EVENT_LISTS
from dashboard.views.targets import clause

MOST_NAMED, MOST_TARGETS, MOST_SINGLE = 30, 8, 5


def areas_told(warehouse: Warehouse, code: str, key: str) -> str:
    """How many areas of a level lie in an area, and what they are called."""
    places = held_in(warehouse, code, key)
    name, word = area_name(warehouse, code), LEVEL_WORDS[key][1:]
    if not places:
        return f"{name}没有列入的{word}"
    names = "、".join(place.name for place in places[:MOST_NAMED])
    return f"{name}列入的{word}有 {len(places)} 个：{names}{'等' if len(places) > MOST_NAMED else ''}"


def single_told(warehouse: Warehouse, asked: Understood) -> tuple[str, ...]:
    """The longest late of the single things that a figure counts, a line each; empty where they have no list."""
    code, period = asked.areas[0], asked.span.last
    if asked.metrics[0] in EVENT_LISTS:
        which = Events(scope=EVENT_LISTS[asked.metrics[0]], area_code=code, period=told_period(warehouse, period))
        return tuple(
            f"{one.event_id} {one.area_name} {one.kind}（{one.channel}上报），应办结 {one.due_at:%Y-%m-%d}"
            f"{f'，超期 {one.late_days} 天' if one.late_days else ''}"
            for one in events(warehouse, which, count=MOST_SINGLE)
        )
    if asked.metrics[0] == "decisions_overdue":
        return tuple(
            f"{one.title}（{one.responsible_unit}），超期 {one.overdue_days} 天"
            for one in late_decisions(warehouse, code, period)[:MOST_SINGLE]
        )
    if asked.metrics[0] == "needs_overdue":
        return tuple(
            f"{one.title}（{one.responsible_unit}），超期 {one.overdue_days} 天"
            for one in late_needs(warehouse, code, period)[:MOST_SINGLE]
        )
    return ()


def targets_told(warehouse: Warehouse, code: str, here: Selection) -> tuple[str, tuple[str, ...]]:
    """How many targets an area and those inside it have, how many are behind, and a sentence on each, the last first."""
    own = (*targets_of(warehouse, code, here.period), *targets_inside(warehouse, code, here.period))
    found = sorted((progress(warehouse, one, here.period) for one in own), key=lambda one: one.distance)
    if not found:
        return f"{area_name(warehouse, code)}{period_label(here.period)}没有下达年度目标", ()
    behind = [one for one in found if one.state == "behind"]
    title = f"年度目标 {len(found)} 项，落后 {len(behind)} 项（截至{period_label(here.period)}）"
    told = (f"{area_name(warehouse, one.target.area_code)}：{clause(one)}" for one in (behind or found)[:MOST_TARGETS])
    return title, tuple(told)
