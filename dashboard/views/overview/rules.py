"""The rules of attention that apply, with their figures, in the words of a note."""

from collections.abc import Callable

from dashboard.metrics.alert_rules import Threshold, thresholds
from dashboard.metrics.warehouse import Warehouse

# The rules in the words of a note, those that are told together in one clause.
CLAUSES: tuple[tuple[tuple[str, ...], Callable[[Threshold], str]], ...] = (
    (
        ("事件超期积压", "议定事项超期", "需求超期", "项目节点超期"),
        lambda one: "事件、议定事项、清单需求、项目节点到期未办结",
    ),
    (("网格长缺额",), lambda one: "网格长缺额"),
    (("及时率偏低",), lambda one: f"事件按期办结率低于{one.limit:g}%（到期满{one.due_at_least}件）"),
    (("网格超负荷",), lambda one: "网格超负荷"),
    (("企业未报季报", "网格未报台账", "报表未报送"), lambda one: "未填报"),
)


def rules_told(warehouse: Warehouse) -> str:
    """By which rules matters are listed, those that are switched off left out."""
    limits = thresholds(warehouse)
    told = [words(limits[labels[0]]) for labels, words in CLAUSES if any(limits[label].is_active for label in labels)]
    return f"{'；'.join(told)}。" if told else "没有启用的规则。"


def rules_in_words(warehouse: Warehouse) -> str:
    """The same as a note."""
    return f"规则：{rules_told(warehouse)}"
