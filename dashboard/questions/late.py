"""The single things that are late for more or less than so many days → how many there are, and a line on each."""

from collections.abc import Iterator, Sequence
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
from dashboard.views.attention.since import late_decisions, late_needs, told_period
from dashboard.views.leads import EVENT_LISTS

# What is late, thing by thing, with what single ones can be told apart by.
LATE = {
    "overdue_open": ("kind", "channel"),
    "decisions_overdue": ("task", "help_mode", "responsible_unit"),
    "needs_overdue": ("served_group", "topic"),
}
DAYS = "天"
MOST_SHOWN, MOST_DAYS = 8, 100_000


def late_bound(metric: Metric, limits: Sequence[Limit], by: str, parts: Sequence[str]) -> Bound | None:
    """For how many days things are to be late, where the limits say so and not how many things; None elsewhere."""
    if metric.name not in LATE or bool(by) != (len(parts) == 1) or (by and by not in LATE[metric.name]):
        return None
    return bound(limits, DAYS) if limits and bound(limits, metric.unit) is None else None


def event_line(one: GridEvent) -> str:
    """A late event as a line."""
    late = f"，超期{one.late_days}天" if one.late_days else ""
    return f"{one.event_id}：{one.area_name}{one.kind}（{one.channel}上报），应办结{one.due_at:%Y-%m-%d}{late}"


def matter_line(one: Standing | OpenNeed) -> str:
    """A matter or need as a line, with who answers for it, how it stands and for how long it is late."""
    state = one.status if isinstance(one, Standing) else one.stage
    late = f"，超期{one.overdue_days}天" if one.overdue_days else ""
    return f"{one.title}（{one.responsible_unit or '未明确'}，{state}）{late}"


def late_told(warehouse: Warehouse, asked: Understood, late: Bound) -> tuple[str, tuple[str, ...]]:
    """How many are late for so long, and a line on the longest late of them."""
    name, code, period = asked.metrics[0], asked.areas[0], asked.span.last
    least, most = _days(late)
    if name in EVENT_LISTS:
        part = {"kind": "", "channel": ""} | ({asked.by: asked.part} if asked.part else {})
        which = Events(scope=EVENT_LISTS[name], area_code=code, period=told_period(warehouse, period), **part)
        count, found = late_within(warehouse, which, least, most, count=MOST_SHOWN)
        lines = tuple(map(event_line, found))
    else:
        every = [one for one in _matters(warehouse, asked) if least <= (one.overdue_days or 0) <= most]
        count, lines = len(every), tuple(map(matter_line, every[:MOST_SHOWN]))
    what = f"{asked.part}的{asked.metric.label}" if asked.part else asked.metric.label
    told = f"{area_name(warehouse, code)}{period_label(period)}{what}中超期{'、'.join(f'{word}天' for word in late.words(DAYS))}的"
    unit = asked.metric.unit
    more = f"，列出超期最久的{len(lines)}{unit}" if count > len(lines) else ""
    return f"{told}有{count}{unit}{more}" if count else f"{told}：一{unit}也没有", lines


def _days(late: Bound) -> tuple[int, int]:
    """The whole days from which to which, both included."""
    least, most = 1, MOST_DAYS
    if late.low is not None:
        least = max(least, ceil(late.low) if late.has_low else floor(late.low) + 1)
    if late.high is not None:
        most = floor(late.high) if late.has_high else ceil(late.high) - 1
    return least, most


def _matters(warehouse: Warehouse, asked: Understood) -> Iterator[Standing | OpenNeed]:
    """Each late matter or need of the part that is asked for, the longest late first."""
    find = late_decisions if asked.metrics[0] == "decisions_overdue" else late_needs
    for one in find(warehouse, asked.areas[0], asked.span.last):
        if not asked.by or getattr(one, asked.by) in asked.parts:
            yield one
