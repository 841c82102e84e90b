"""The rules of attention, and from which figure on each counts a case: what the form 关注规则 says, or their defaults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.metrics.absence import Absence
from dashboard.metrics.cell import Cell
from dashboard.metrics.warehouse import Warehouse

SENT = "SELECT rule, threshold::DOUBLE AS threshold, due_at_least, is_active FROM mart.alert_rules"


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """Where a rule begins: `limit` cases or per cent, `due_at_least` matters due before a rate is judged (0: any)."""

    limit: float = 1
    due_at_least: int = 0
    is_active: bool = True


Level = Literal["网格", "三区单元", "所选区域"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What counts as a case: `pressing` gives how much a cell presses, zero or less where it is in order.

    The rule named first is the most urgent one; `page` is where a reader sees more. `label` is its name in the form
    关注规则, `default` what holds where that form says nothing.
    """

    name: str
    label: str
    metric: str
    level: Level
    page: str
    pressing: Callable[[Cell, Threshold], float]
    default: Threshold = Threshold()


def _lacking(cell: Cell) -> float:
    """How much the numerator falls short of the denominator; nothing where the cell does not tell both."""
    if isinstance(cell.value, Absence) or cell.numerator is None or cell.denominator is None:
        return 0.0
    return cell.denominator - cell.numerator


def _short(cell: Cell, threshold: Threshold) -> float:
    """What is lacking, from the limit on."""
    lacking = _lacking(cell)
    return lacking if lacking >= threshold.limit else 0.0


def _late(cell: Cell, threshold: Threshold) -> float:
    """Matters not closed in time, where the rate is below the limit and enough were due."""
    has_enough = cell.denominator is not None and cell.denominator >= threshold.due_at_least
    is_low = not isinstance(cell.value, Absence) and cell.value < threshold.limit
    return _lacking(cell) if has_enough and is_low else 0.0


def _value(cell: Cell, threshold: Threshold) -> float:
    """The figure, from the limit on."""
    return 0.0 if isinstance(cell.value, Absence) or cell.value < threshold.limit else cell.value


def _vacant(cell: Cell, threshold: Threshold) -> float:
    return 1.0 if cell.value == 0 else 0.0


def is_silent(cell: Cell, threshold: Threshold) -> float:
    """One where nothing was sent."""
    return 1.0 if cell.value is Absence.NOT_REPORTED else 0.0


RULES = (
    Rule(
        name="late_decisions",
        label="议定事项超期",
        metric="decisions_overdue",
        level="所选区域",
        page="joint_meeting",
        pressing=_value,
    ),
    Rule(
        name="overdue",
        label="事件超期积压",
        metric="overdue_open",
        level="网格",
        page="grid_coverage",
        pressing=_value,
    ),
    Rule(
        name="leaderless",
        label="网格长缺额",
        metric="grid_leaders",
        level="网格",
        page="grid_coverage",
        pressing=_vacant,
    ),
    Rule(
        name="late",
        label="及时率偏低",
        metric="on_time_rate",
        level="网格",
        page="grid_coverage",
        pressing=_late,
        # A rate of fewer due matters says nothing about a grid.
        default=Threshold(limit=80, due_at_least=10),
    ),
    Rule(
        name="overloaded",
        label="网格超负荷",
        metric="grids_overloaded",
        level="网格",
        page="grid_coverage",
        pressing=_value,
    ),
    Rule(
        name="late_needs",
        label="需求超期",
        metric="needs_overdue",
        level="所选区域",
        page="service_lists",
        pressing=_value,
    ),
    Rule(
        name="late_milestones",
        label="项目节点超期",
        metric="milestones_overdue",
        level="所选区域",
        page="assets_projects",
        pressing=_value,
    ),
    Rule(
        name="silent_enterprises",
        label="企业未报季报",
        metric="enterprise_report_rate",
        level="三区单元",
        page="park_output",
        pressing=_short,
    ),
    Rule(
        name="silent_grids",
        label="网格未报台账",
        metric="grid_report_rate",
        level="三区单元",
        page="grid_coverage",
        pressing=_short,
    ),
)


def _gap(metric: str, page: str) -> Rule:
    return Rule(name="gap", label="报表未报送", metric=metric, level="三区单元", page=page, pressing=is_silent)


# Forms without a rate of their own: an area used to send them and did not this time, told by a figure of the form.
GAPS = (_gap("jobs_created", "incubation"), _gap("party_members", "party_building"))


def thresholds(warehouse: Warehouse) -> dict[str, Threshold]:
    """From where on each rule counts a case, by the rule's label: what the form says, else what the rule declares."""
    return warehouse.remember("alert-rules", lambda: _thresholds(warehouse))


def _thresholds(warehouse: Warehouse) -> dict[str, Threshold]:
    sent = {row["rule"]: row for row in warehouse.rows(SENT)}
    return {rule.label: _with(rule.default, sent.get(rule.label, {})) for rule in (*RULES, *GAPS)}


def _with(default: Threshold, sent: Mapping[str, float | int | bool | None]) -> Threshold:
    limit, due, is_active = sent.get("threshold"), sent.get("due_at_least"), sent.get("is_active")
    return replace(
        default,
        limit=default.limit if limit is None else float(limit),
        due_at_least=default.due_at_least if due is None else int(due),
        is_active=default.is_active if is_active is None else bool(is_active),
    )
