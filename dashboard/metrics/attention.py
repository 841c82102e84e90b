"""Turns figures into what needs attention: declared rules over areas and one period, the most pressing cases first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.metrics.absence import Absence
from dashboard.metrics.alert_rules import GAPS, RULES, Level, Rule, thresholds
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
# A form counts as missing where it came at least once in so many periods before.
PERIODS_LOOKED_BACK = 4


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

    @property
    def key(self) -> str:
        """What makes it the same case in another period or version: its rule, the figure looked at, and the area."""
        return f"{self.rule.name}-{self.rule.metric}-{self.area.area_code}"


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
    found, judged, limits = [], 0, thresholds(warehouse)
    for rule in (rule for rule in RULES if limits[rule.label].is_active):
        looked_at = {place.area_code: place for place in places(warehouse, selection.area_code, rule.level)}
        answered = _ask(warehouse, rule.metric, tuple(looked_at), selection, selection.period)
        judged += sum(not isinstance(cell.value, Absence) for cell in answered)
        of_rule = [
            _case(rule, looked_at[cell.area_code], cell, rule.pressing(cell, limits[rule.label])) for cell in answered
        ]
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
    limits = thresholds(warehouse)
    for rule in (rule for rule in GAPS if limits[rule.label].is_active):
        answered = _ask(warehouse, rule.metric, tuple(looked_at), selection, since)
        used_to_send = {cell.area_code for cell in answered if not isinstance(cell.value, Absence)}
        found += [
            _case(rule, looked_at[cell.area_code], cell, 1.0)
            for cell in answered
            if cell.period == selection.period and cell.value is Absence.NOT_REPORTED and cell.area_code in used_to_send
        ]
    return found
