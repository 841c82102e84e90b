"""The rules of attention with their figures as a table: what each lists, from which figure on, and who says so."""

from dashboard.metrics.alert_rules import GAPS, RULES, Threshold, thresholds
from dashboard.metrics.catalogue import metric as named_metric
from dashboard.metrics.warehouse import Warehouse
from dashboard.tables.sources import origins_known, recorded_on
from dashboard.views.table import Column, Footer, Listed, Table

COLUMNS = tuple(map(Column, ("规则", "依据的指标", "限值", "是否启用")))
FORM = "关注规则"
RATE = "及时率偏低"
UNITS = {
    "议定事项超期": "项",
    "事件超期积压": "件",
    "需求超期": "项",
    "项目节点超期": "个",
    "企业未报季报": "家",
    "网格未报台账": "个",
}
# Rules of something that is there or not.
PLAIN = ("网格长缺额", "网格超负荷", "报表未报送")

DEFINITION = "每条规则对照所列指标；达到限值的列为需要关注的事项，停用的规则不列。"


def rules_table(warehouse: Warehouse) -> Listed:
    """One row for each rule."""
    limits = thresholds(warehouse)
    metrics: dict[str, list[str]] = {}
    for rule in (*RULES, *GAPS):
        metrics.setdefault(rule.label, []).append(named_metric(rule.metric).label)
    rows = tuple(
        (label, "、".join(names), _limit(label, limits[label]), "启用" if limits[label].is_active else "停用")
        for label, names in metrics.items()
    )
    active = sum(one.is_active for one in limits.values())
    return (
        f"{len(rows)}条规则全部启用" if active == len(rows) else f"{len(rows)}条规则中启用{active}条",
        "限值由“关注规则”表确定，没有报送的按系统默认",
        Table(COLUMNS, rows),
        Footer(source=FORM, as_of=recorded_on(warehouse), definition=DEFINITION, origins=origins_known(warehouse)),
    )


def _limit(label: str, limit: Threshold) -> str:
    if label in PLAIN:
        return "有即列出"
    if label == RATE:
        return f"低于{limit.limit:g}%，到期满{limit.due_at_least}件"
    return f"达到{limit.limit:g}{UNITS[label]}"
