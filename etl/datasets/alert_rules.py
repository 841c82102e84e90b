"""关注规则: which rules of attention apply, and from which figure on each counts as a matter."""

from etl.columns import choice
from etl.problems import Level
from etl.schema import Column, Dataset, Kind, Rule

# The rules that count things, that judge a rate, and that need no figure; by these words the dashboard knows them.
COUNTED = ("议定事项超期", "事件超期积压", "需求超期", "项目节点超期", "企业未报季报", "网格未报台账")
RATED = ("及时率偏低",)
PLAIN = ("网格长缺额", "网格超负荷", "报表未报送")


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


DATASET = Dataset(
    name="alert_rules",
    label="关注规则",
    row_is="一条需要关注的规则",
    purpose="总览和“关注事项”按哪些规则、以多少为限列出事项；没有报送的规则按系统默认",
    source="由镇或片区确定，改动时报送",
    key=("rule",),
    example={"rule": "及时率偏低", "threshold": "80", "due_at_least": "10", "is_active": "是"},
    columns=(
        choice("rule", "规则", (*COUNTED, *RATED, *PLAIN), "规则名称，一条规则一行", ("规则名称",)),
        Column(
            name="threshold",
            label="限值",
            kind=Kind.DECIMAL,
            minimum=0,
            is_required=False,
            definition="“及时率偏低”填百分数，低于它的列出；按件数、家数、项数的规则填整数，达到它的列出；留空按默认",
            aliases=("阈值", "门槛"),
        ),
        Column(
            name="due_at_least",
            label="最少到期件数",
            unit="件",
            kind=Kind.INTEGER,
            minimum=1,
            is_required=False,
            definition="只用于“及时率偏低”：到期事件少于它的不评判；留空按默认",
        ),
        Column(name="is_active", label="启用", kind=Kind.BOOLEAN, definition="是否按这条规则列出事项"),
    ),
    rules=(
        Rule(
            check=f"rule NOT IN ({_words(RATED)}) OR threshold <= 100",
            column="threshold",
            message="限值是百分数，不能超过 100。",
            remedy="请填 0 到 100 之间的数，如 80。",
        ),
        Rule(
            check=f"rule NOT IN ({_words(RATED)}) OR threshold > 0",
            column="threshold",
            message="限值是 0，没有事项会低于它。",
            remedy="不用这条规则的，“启用”填“否”；要用的，请填 0 以上的百分数，如 80。",
        ),
        Rule(
            check=f"rule NOT IN ({_words(RATED)}) OR threshold = 0 OR threshold > 1",
            column="threshold",
            message="限值不大于 1%，像是按小数填的。",
            remedy="请按百分数填写：八成填 80，不填 0.8；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check=f"rule NOT IN ({_words(COUNTED)}) OR (threshold >= 1 AND threshold = floor(threshold))",
            column="threshold",
            message="按件数列出的规则，限值要填 1 以上的整数。",
            remedy="请填整数，如 1；留空按默认。",
        ),
        Rule(
            check=f"rule NOT IN ({_words(PLAIN)}) OR threshold IS NULL",
            column="threshold",
            message="这条规则没有限值。",
            remedy="请把限值留空，只填是否启用。",
        ),
        Rule(
            check=f"rule IN ({_words(RATED)}) OR due_at_least IS NULL",
            column="due_at_least",
            message="只有“及时率偏低”用到最少到期件数。",
            remedy="请把这一格留空。",
        ),
    ),
)
