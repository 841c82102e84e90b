"""Turns figures into what needs attention: declared rules over areas and one period, the most pressing cases first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.metrics.absence import Absence
from dashboard.metrics.areas import Area, area, area_name, children
from dashboard.metrics.ask import cells
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.cell import Cell
from dashboard.metrics.periods import shift
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse

LISTED = 5
# Of one kind so many are shown before other kinds have had their turn.
OF_ONE_KIND = 2
ON_TIME_FLOOR_PCT = 80.0
# A rate of fewer due matters says nothing about a grid.
DUE_AT_LEAST = 10
# A form counts as missing where it came at least once in so many periods before.
PERIODS_LOOKED_BACK = 4

Level = Literal["网格", "三区单元", "所选区域"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What counts as a case: `pressing` gives how much a cell presses, zero or less where it is in order.

    The rule named first is the most urgent one; `page` is where a reader sees more, if there is such a page.
    """

    name: str
    metric: str
    level: Level
    page: str
    pressing: Callable[[Cell], float]


@dataclass(frozen=True)
class Case:
    """One area that a rule points at: `value` is the metric's, `base` its denominator, `as_of` its last base period."""

    rule: Rule
    area: Area
    period: str
    value: float | Absence
    numerator: float | None
    base: float | None
    pressing: float
    origins: tuple[str, ...]
    as_of: str = ""


def _short(cell: Cell) -> float:
    """How much the numerator falls short of the denominator; nothing where the cell does not tell both."""
    if isinstance(cell.value, Absence) or cell.numerator is None or cell.denominator is None:
        return 0.0
    return cell.denominator - cell.numerator


def _late(cell: Cell) -> float:
    """Matters not closed in time, where the rate is below the floor and enough were due."""
    has_enough = cell.denominator is not None and cell.denominator >= DUE_AT_LEAST
    is_low = not isinstance(cell.value, Absence) and cell.value < ON_TIME_FLOOR_PCT
    return _short(cell) if has_enough and is_low else 0.0


def _value(cell: Cell) -> float:
    return 0.0 if isinstance(cell.value, Absence) else cell.value


def _vacant(cell: Cell) -> float:
    return 1.0 if cell.value == 0 else 0.0


RULES = (
    Rule(name="late_decisions", metric="decisions_overdue", level="所选区域", page="joint_meeting", pressing=_value),
    Rule(name="overdue", metric="overdue_open", level="网格", page="grid_coverage", pressing=_value),
    Rule(name="leaderless", metric="grid_leaders", level="网格", page="grid_coverage", pressing=_vacant),
    Rule(name="late", metric="on_time_rate", level="网格", page="grid_coverage", pressing=_late),
    Rule(name="overloaded", metric="grids_overloaded", level="网格", page="grid_coverage", pressing=_value),
    Rule(name="late_needs", metric="needs_overdue", level="所选区域", page="service_lists", pressing=_value),
    Rule(
        name="silent_enterprises",
        metric="enterprise_report_rate",
        level="三区单元",
        page="park_output",
        pressing=_short,
    ),
    Rule(name="silent_grids", metric="grid_report_rate", level="三区单元", page="grid_coverage", pressing=_short),
)
# Forms without a rate of their own: an area used to send them and did not this time, told by a figure of the form.
GAPS = (
    Rule(name="gap", metric="jobs_created", level="三区单元", page="incubation", pressing=_value),
    Rule(name="gap", metric="party_members", level="三区单元", page="party_building", pressing=_value),
)


@dataclass(frozen=True)
class Inspection:
    """All cases found, and on how many figures the rules could judge at all (0: nothing was reported)."""

    cases: tuple[Case, ...]
    judged: int


def places(warehouse: Warehouse, area_code: str, level: Level) -> tuple[Area, ...]:
    """The areas that a rule looks at: grids, zones that lie in no other zone, or the selected area as a whole.

    A zone without grids stands for its own among the grids, for its matters are reported for the whole of it; the
    selected area itself stands where it holds none of them.
    """
    chosen = area(warehouse, area_code)
    if level == "所选区域":
        return (replace(chosen, name=area_name(warehouse, area_code)),)
    inside = [place for place in children(warehouse, area_code, "三区单元") if place.is_in_scope]
    zones = [place for place in inside if place.parent_code not in {zone.area_code for zone in inside}]
    if level == "三区单元":
        return tuple(zones) or (chosen,)
    grids = [place for place in children(warehouse, area_code, "网格") if place.is_in_scope]
    gridless = [zone for zone in zones if not children(warehouse, zone.area_code, "网格")]
    return (*grids, *gridless) or (chosen,)


def inspect(warehouse: Warehouse, selection: Selection) -> Inspection:
    """Every case in the selected area and period, rule by rule, the most pressing of a rule first."""
    found, judged = [], 0
    for rule in RULES:
        looked_at = {place.area_code: place for place in places(warehouse, selection.area_code, rule.level)}
        answered = _ask(warehouse, rule.metric, tuple(looked_at), selection, selection.period)
        judged += sum(not isinstance(cell.value, Absence) for cell in answered)
        of_rule = [_case(rule, looked_at[cell.area_code], cell, rule.pressing(cell)) for cell in answered]
        found += sorted((case for case in of_rule if case.pressing > 0), key=lambda case: -case.pressing)
    return Inspection((*found, *_gaps(warehouse, selection)), judged)


def foremost(found: Sequence[Case], count: int = LISTED) -> tuple[Case, ...]:
    """At most `count` cases in order, no more than two of a rule while other rules still have any."""
    taken_of: dict[str, int] = {}
    first: list[Case] = []
    later: list[Case] = []
    for case in found:
        taken_of[case.rule.name] = taken_of.get(case.rule.name, 0) + 1
        (first if taken_of[case.rule.name] <= OF_ONE_KIND else later).append(case)
    chosen = {id(case) for case in [*first, *later][:count]}
    return tuple(case for case in found if id(case) in chosen)


def _ask(
    warehouse: Warehouse, metric_name: str, codes: tuple[str, ...], selection: Selection, since: str
) -> tuple[Cell, ...]:
    return cells(
        warehouse, named_metric(metric_name), codes, grain=selection.grain, since=since, until=selection.period
    )


def _case(rule: Rule, place: Area, cell: Cell, pressing: float) -> Case:
    return Case(
        rule,
        place,
        cell.period,
        cell.value,
        cell.numerator,
        cell.denominator,
        pressing,
        tuple(cell.origins),
        cell.as_of or "",
    )


def _gaps(warehouse: Warehouse, selection: Selection) -> list[Case]:
    looked_at = {place.area_code: place for place in places(warehouse, selection.area_code, "三区单元")}
    since = shift(selection.period, -PERIODS_LOOKED_BACK)
    found = []
    for rule in GAPS:
        answered = _ask(warehouse, rule.metric, tuple(looked_at), selection, since)
        used_to_send = {cell.area_code for cell in answered if not isinstance(cell.value, Absence)}
        found += [
            _case(rule, looked_at[cell.area_code], cell, 1.0)
            for cell in answered
            if cell.period == selection.period and cell.value is Absence.NOT_REPORTED and cell.area_code in used_to_send
        ]
    return found
