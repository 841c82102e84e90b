"""A matter → the single things that it is made of: events, decided matters, needs, or the matter itself."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from dashboard.metrics.areas import area
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_events import Events, events
from dashboard.tables.projects import late_milestones
from dashboard.views.attention.matters import NO_UNIT, Matter
from dashboard.views.attention.since import late_decisions, late_needs, told_period

# More events of one grid stand in the ledger.
EVENTS_AT_MOST = 200


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that is late or lacking: its number where it has one, who has it, when it was due, how many days ago.

    What is not `is_late` has no due day: it lasts since `due`.
    """

    code: str
    what: str
    unit: str
    due: str
    days: int
    asked: str
    is_late: bool = True


def items(warehouse: Warehouse, matter: Matter) -> tuple[Item, ...]:
    """The things of a matter, the longest late first; `warehouse` is the version in which the matter was found."""
    return tuple(TAKEN_APART.get(matter.case.rule.name, _itself)(warehouse, matter))


def _decisions(warehouse: Warehouse, matter: Matter) -> Iterator[Item]:
    for one in late_decisions(warehouse, matter.case.area.area_code, matter.case.period):
        yield Item(
            code=one.decision_id,
            what=one.title,
            unit=one.responsible_unit or NO_UNIT,
            due=one.original_due_on.isoformat(),
            days=one.overdue_days,
            asked=matter.asked,
        )


def _needs(warehouse: Warehouse, matter: Matter) -> Iterator[Item]:
    for one in late_needs(warehouse, matter.case.area.area_code, matter.case.period):
        yield Item(
            code=one.item_id,
            what=one.title,
            unit=one.responsible_unit or NO_UNIT,
            due=one.due_on.isoformat() if one.due_on else "",
            days=one.overdue_days or 0,
            asked=matter.asked,
        )


def _milestones(warehouse: Warehouse, matter: Matter) -> Iterator[Item]:
    period = told_period(warehouse, matter.case.period)
    for one in late_milestones(warehouse, matter.case.area.area_code, period):
        yield Item(
            code=one.project_id,
            what=f"{one.title}：{one.milestone}",
            unit=area(warehouse, one.area_code).name,
            due=one.planned_on.isoformat(),
            days=one.days_late,
            asked=matter.asked,
        )


def _events(warehouse: Warehouse, matter: Matter) -> Iterator[Item]:
    period = told_period(warehouse, matter.case.period)
    which = Events(scope="late", area_code=matter.case.area.area_code, period=period)
    for one in events(warehouse, which, count=EVENTS_AT_MOST):
        yield Item(
            code=one.event_id,
            what=f"{one.area_name}{one.kind}（{one.channel}上报）",
            unit="、".join(matter.units),
            due=one.due_at.date().isoformat(),
            days=one.late_days,
            asked=matter.asked,
        )


def _itself(warehouse: Warehouse, matter: Matter) -> Iterator[Item]:
    yield Item(
        code="",
        what=matter.line.what,
        unit="、".join(matter.units),
        due=matter.first_day.isoformat() if matter.first_day else "",
        days=matter.days,
        asked=matter.asked,
        is_late=matter.is_late,
    )


# By the rule that lists the matter; any other is told as it is.
TAKEN_APART: dict[str, Callable[[Warehouse, Matter], Iterator[Item]]] = {
    "late_decisions": _decisions,
    "late_needs": _needs,
    "late_milestones": _milestones,
    "overdue": _events,
}


def items_of_unit(warehouse: Warehouse, found: Sequence[Matter], unit: str) -> tuple[Item, ...]:
    """All that a unit has, of every matter: what is late, the longest first, then what lasts."""
    own = [item for matter in found if unit in matter.units for item in items(warehouse, matter)]
    return tuple(sorted((item for item in own if item.unit == unit), key=lambda item: (not item.is_late, -item.days)))
