"""Turns every case that needs attention into a matter: what, where, since when, who, until when, what is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dashboard.metrics.areas import area
from dashboard.metrics.attention import Case, inspect
from dashboard.metrics.remembered import remembered
from dashboard.metrics.selection import Selection
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.projects import late_milestones
from dashboard.views.attention.since import Since, late_decisions, late_needs, since, told_period
from dashboard.views.overview.cases import Attention, line_of

# What each rule asks of the unit that has the matter.
ASKED = {
    "late_decisions": "限期办结；确需延期的，报会议重定时限",
    "overdue": "逐件限期办结并回报",
    "leaderless": "配齐网格长，报送到岗情况",
    "late": "查明原因，按时限办结",
    "overloaded": "提出网格调整意见",
    "late_needs": "限期办结并回访",
    "late_milestones": "限期完成节点；需要调整计划的，报片区确定",
    "silent_enterprises": "催报企业季报",
    "silent_grids": "补报网格台账",
    "gap": "补报报表",
}
LATE = "超期"
NO_UNIT = "责任单位未填报"


@dataclass(frozen=True)
class Matter:
    """One case with its words: `units` have it, `since` tells from which day on (None: not known)."""

    case: Case
    line: Attention
    units: tuple[str, ...]
    since: Since | None

    @property
    def key(self) -> str:
        """What makes it the same matter in another period or version."""
        return self.case.key

    @property
    def kind(self) -> str:
        """The rule that lists it."""
        return self.case.rule.label

    @property
    def days(self) -> int:
        """The days since, 0 where it is not known."""
        return self.since.days if self.since else 0

    @property
    def is_late(self) -> bool:
        """Whether a day that was set has passed; anything else lasts since it was first seen."""
        return self.line.state == LATE

    @property
    def lasting(self) -> str:
        """For how many days it has been late or lacking, empty where that is not known, or since today."""
        return f"已{'超期' if self.is_late else '持续'}{self.days}天" if self.days else ""

    @property
    def lasting_line(self) -> Attention:
        """Its line with for how long it has been so, in place of the period; with the period where that is not known."""
        return replace(self.line, due=self.lasting or self.line.due)

    @property
    def first_day(self) -> date | None:
        """The day since when."""
        return self.since.day if self.since else None

    @property
    def asked(self) -> str:
        """What is asked of the units."""
        return ASKED[self.case.rule.name]


@remembered
def matters(warehouse: Warehouse, selection: Selection) -> tuple[Matter, ...]:
    """All matters of the area and period, what is late first, by its days; as many as the overview counts."""
    cases = inspect(warehouse, selection).cases
    first_days = since(warehouse, cases)
    found = [
        Matter(case, line_of(warehouse, case, selection), units_of(warehouse, case), first_days.get(case.key))
        for case in cases
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_late, -one.days)))


def units_of(warehouse: Warehouse, case: Case) -> tuple[str, ...]:
    """The units that have a case: those named for its decided matters or needs, or the area that answers for it."""
    code, period = case.area.area_code, case.period
    if case.rule.name == "late_decisions":
        return _known(one.responsible_unit for one in late_decisions(warehouse, code, period))
    if case.rule.name == "late_needs":
        return _known(one.responsible_unit for one in late_needs(warehouse, code, period))
    if case.rule.name == "late_milestones":
        late = late_milestones(warehouse, code, told_period(warehouse, period))
        return tuple(dict.fromkeys(area(warehouse, one.area_code).name for one in late))
    parent = case.area.parent_code if case.area.level == "网格" else None
    return (area(warehouse, parent).name if parent else case.area.name,)


def _known(units: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit or NO_UNIT for unit in units))
