"""A case that needs attention → since which day it is one, and for how many days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.metrics.alert_rules import thresholds
from dashboard.metrics.ask import cells
from dashboard.metrics.attention import Case
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.periods import grain_of, last_day_of, shift
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.grid_events import late_since
from dashboard.tables.lists import OpenNeed, open_needs
from dashboard.tables.lists import last_day as last_listed_day
from dashboard.tables.matters import Standing, counted_on, standings
from dashboard.tables.projects import late_milestones

# How many periods before the selected one are looked at for the first in which the rule held.
LOOKED_BACK = 12


@dataclass(frozen=True)
class Since:
    """The first day on which something was late or lacking, and the days from it to the day that is told of."""

    day: date
    days: int


def open_decisions(warehouse: Warehouse, area_code: str, period: str) -> tuple[Standing, ...]:
    """The decided matters of the area that are open at the end of the period, the longest late first."""
    day = counted_on(warehouse, period)
    return tuple(one for one in standings(warehouse, area_code, day, day) if one.is_open)


def late_decisions(warehouse: Warehouse, area_code: str, period: str) -> tuple[Standing, ...]:
    """Those of them that are late."""
    return tuple(one for one in open_decisions(warehouse, area_code, period) if one.overdue_days)


def still_open_needs(warehouse: Warehouse, area_code: str, period: str) -> tuple[OpenNeed, ...]:
    """The needs of the area that are open at the end of the period, the longest late first."""
    ends_on = last_day_of(period)
    return open_needs(warehouse, area_code, min(ends_on, last_listed_day(warehouse) or ends_on))


def late_needs(warehouse: Warehouse, area_code: str, period: str) -> tuple[OpenNeed, ...]:
    """Those of them that are late."""
    return tuple(one for one in still_open_needs(warehouse, area_code, period) if one.overdue_days)


def told_period(warehouse: Warehouse, period: str) -> str:
    """The period itself; of a quarter that is told before its end, its last month that is complete."""
    cut_off = warehouse.cut_off
    is_cut = cut_off is not None and cut_off.quarter == period and cut_off.months
    return cut_off.months_of(period)[-1] if cut_off and is_cut else period


def since(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    """By the key of each case: what is due counts from its first due day, anything else from the run of its rule.

    The run is of the periods, without a break up to the selected one, in which the rule holds; it counts from the end
    of the first of them.
    """
    found: dict[str, Since] = {}
    for rule in dict.fromkeys(case.rule for case in cases):
        own = [case for case in cases if case.rule == rule]
        found |= FIRST_DAYS.get(rule.name, _run)(warehouse, own)
    return found


def _of_decisions(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    late = {case.key: late_decisions(warehouse, case.area.area_code, case.period) for case in cases}
    return {
        key: Since(min(one.original_due_on for one in own), max(one.overdue_days for one in own))
        for key, own in late.items()
        if own
    }


def _of_needs(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    late = {case.key: late_needs(warehouse, case.area.area_code, case.period) for case in cases}
    return {
        key: Since(min(one.due_on for one in own if one.due_on), max(one.overdue_days or 0 for one in own))
        for key, own in late.items()
        if own
    }


def _of_milestones(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    late = {
        case.key: late_milestones(warehouse, case.area.area_code, told_period(warehouse, case.period)) for case in cases
    }
    return {key: Since(own[0].planned_on, own[0].days_late) for key, own in late.items() if own}


def _of_events(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    codes = [case.area.area_code for case in cases]
    late = late_since(warehouse, codes, told_period(warehouse, cases[0].period))
    return {
        case.key: Since(late[case.area.area_code].since, late[case.area.area_code].days)
        for case in cases
        if case.area.area_code in late
    }


def _run(warehouse: Warehouse, cases: Sequence[Case]) -> dict[str, Since]:
    """The cases are of one rule and one period."""
    rule, period = cases[0].rule, cases[0].period
    limit = thresholds(warehouse)[rule.label]
    answered = cells(
        warehouse,
        named_metric(rule.metric),
        tuple(case.area.area_code for case in cases),
        grain=grain_of(period),
        since=shift(period, -LOOKED_BACK),
        until=period,
    )
    held = {(cell.area_code, cell.period) for cell in answered if rule.pressing(cell, limit) > 0}
    told = last_day_of(told_period(warehouse, period))
    days = {case.key: last_day_of(_first(held, case.area.area_code, period)) for case in cases}
    return {key: Since(day, max(0, (told - day).days)) for key, day in days.items()}


def _first(held: set[tuple[str, str]], area_code: str, period: str) -> str:
    """The first period of the run that ends with `period`."""
    first = period
    while (area_code, shift(first, -1)) in held:
        first = shift(first, -1)
    return first


FIRST_DAYS = {
    "late_decisions": _of_decisions,
    "late_needs": _of_needs,
    "late_milestones": _of_milestones,
    "overdue": _of_events,
}
