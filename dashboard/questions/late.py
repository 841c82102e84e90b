"""The single things that are late, or open, for more or less than so many days → how many there are, and a line on each."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil, floor

from dashboard.metrics.areas import area_name
from dashboard.metrics.metric import Metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.questions.bounds import Bound, Limit, bound
from dashboard.questions.understood import Understood
from dashboard.tables.grid_events import Events, GridEvent, late_within
from dashboard.tables.lists import OpenNeed
from dashboard.tables.matters import Standing
from dashboard.text.periods import period_label
from dashboard.views.attention.since import (
    late_decisions,
    late_needs,
    open_decisions,
    still_open_needs,
    told_period,
)
from dashboard.views.leads import EVENT_LISTS

# What is late, thing by thing, with what single ones can be told apart by.
LATE = {
    "overdue_open": ("kind", "channel"),
    "decisions_overdue": ("task", "help_mode", "responsible_unit"),
    "needs_overdue": ("served_group", "topic"),
}
# What is open, thing by thing: of these it is asked since when.
OPEN = {
    "decisions_open": LATE["decisions_overdue"],
    "needs_open": LATE["needs_overdue"],
}
DAYS = "天"
SINCE_WHEN = {"decisions_open": "议定至今", "needs_open": "提出至今"}
MOST_SHOWN, MOST_DAYS = 8, 100_000


def late_bound(metric: Metric, limits: Sequence[Limit], by: str, parts: Sequence[str]) -> Bound | None:
    """For how many days things are to be late or open, where the limits say so and not how many things; None elsewhere."""
    held = (LATE | OPEN).get(metric.name)
    if held is None or bool(by) != (len(parts) == 1) or (by and by not in held):
        return None
    return bound(limits, DAYS) if limits and bound(limits, metric.unit) is None else None


def event_line(one: GridEvent) -> str:
    """A late event as a line."""
    late = f"，超期{one.late_days}天" if one.late_days else ""
    return f"{one.event_id}：{one.area_name}{one.kind}（{one.channel}上报），应办结{one.due_at:%Y-%m-%d}{late}"


def matter_line(one: Standing | OpenNeed, since: str = "") -> str:
    """A matter or need as a line, with who answers for it, how it stands, since when where that is told, and how late it is."""
    state = one.status if isinstance(one, Standing) else one.stage
    late = f"，超期{one.overdue_days}天" if one.overdue_days else ""
    return f"{one.title}（{one.responsible_unit or '未明确'}，{state}）{since}{late}"


def late_told(warehouse: Warehouse, asked: Understood, late: Bound) -> tuple[str, tuple[str, ...]]:
    """How many are late or open for so long, and a line on the longest of them."""
    name, code, period = asked.metrics[0], asked.areas[0], asked.span.last
    least, most = _days(late, least=name not in OPEN)
    if name in EVENT_LISTS:
        part = {"kind": "", "channel": ""} | ({asked.by: asked.part} if asked.part else {})
        which = Events(scope=EVENT_LISTS[name], area_code=code, period=told_period(warehouse, period), **part)
        count, found = late_within(warehouse, which, least, most, count=MOST_SHOWN)
        lines = tuple(map(event_line, found))
    else:
        every = [one for one in _matters(warehouse, asked) if least <= _days_of(name, one) <= most]
        count, lines = len(every), tuple(matter_line(one, _since(name, one)) for one in every[:MOST_SHOWN])
    what = f"{asked.part}的{asked.metric.label}" if asked.part else asked.metric.label
    how = SINCE_WHEN.get(name, "超期")
    told = f"{area_name(warehouse, code)}{period_label(period)}{what}中{how}{'、'.join(f'{word}天' for word in late.words(DAYS))}的"
    unit = asked.metric.unit
    more = f"，列出最久的{len(lines)}{unit}" if count > len(lines) else ""
    return f"{told}有{count}{unit}{more}" if count else f"{told}：一{unit}也没有", lines


def _days(late: Bound, *, least: int) -> tuple[int, int]:
    """The whole days from which to which, both included; what is late is so for a day at `least`."""
    most = MOST_DAYS
    if late.low is not None:
        least = max(least, ceil(late.low) if late.has_low else floor(late.low) + 1)
    if late.high is not None:
        most = floor(late.high) if late.has_high else ceil(late.high) - 1
    return least, most


def _days_of(name: str, one: Standing | OpenNeed) -> int:
    """For how many days a matter or need is late, or open where that is asked for."""
    if name not in OPEN:
        return one.overdue_days or 0
    return (one.day - one.decided_on).days if isinstance(one, Standing) else one.open_days


def _since(name: str, one: Standing | OpenNeed) -> str:
    return f"，{SINCE_WHEN[name]}{_days_of(name, one)}天" if name in OPEN else ""


def _matters(warehouse: Warehouse, asked: Understood) -> Iterable[Standing | OpenNeed]:
    """Each late or open matter or need of the part that is asked for, the longest first."""
    name = asked.metrics[0]
    every = FOUND[name](warehouse, asked.areas[0], asked.span.last)
    held = (one for one in every if not asked.by or getattr(one, asked.by) in asked.parts)
    return sorted(held, key=lambda one: -_days_of(name, one))


FOUND: dict[str, Callable[[Warehouse, str, str], Sequence[Standing | OpenNeed]]] = {
    "decisions_overdue": late_decisions,
    "decisions_open": open_decisions,
    "needs_overdue": late_needs,
    "needs_open": still_open_needs,
}
