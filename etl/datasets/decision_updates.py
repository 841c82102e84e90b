"""事项进展: how a decided matter stood on one day; what is not reported stays as it was."""

from etl.columns import choice, day
from etl.schema import Column, Dataset, Kind, Rule

STATES = ("未启动", "推进中", "已办结", "受阻")

DATASET = Dataset(
    name="decision_updates",
    label="事项进展",
    row_is="一项议定事项在一天的进展",
    purpose="项目化运作、调度会；无进展、受阻、超期、销号",
    source="责任单位报送，片区汇总",
    key=("decision_id", "reported_on"),
    example={"progress_pct": "0"},
    columns=(
        Column(
            name="decision_id",
            label="事项编号",
            kind=Kind.CODE,
            references="decisions.decision_id",
            definition="督办台账编号",
        ),
        Column(
            name="reported_on",
            label="填报日期",
            kind=Kind.DATE,
            is_past=True,
            definition="进展截至的日期",
            aliases=("日期",),
        ),
        day("decided_on", "议定日期", "议定这件事的会议召开的日期，照会议纪要抄录", is_required=True),
        choice("status", "状态", STATES, "当天的状态"),
        Column(
            name="progress_pct",
            label="进度",
            unit="%",
            kind=Kind.INTEGER,
            minimum=0,
            maximum=100,
            definition="完成的百分比",
        ),
        Column(
            name="node",
            label="已到节点",
            kind=Kind.TEXT,
            is_required=False,
            definition="已经完成的最近一个节点",
            aliases=("节点",),
        ),
        Column(
            name="next_node",
            label="下一节点",
            kind=Kind.TEXT,
            is_required=False,
            definition="接下来要完成的节点，已办结的留空",
        ),
        day("next_due_on", "下一节点期限", "下一节点要求完成的日期", is_past=False),
        Column(name="note", label="说明", kind=Kind.TEXT, is_required=False, definition="进展、受阻原因或重开原因"),
        Column(
            name="options",
            label="备选方案",
            kind=Kind.TEXT,
            is_required=False,
            definition="提请会议研究时可供选择的办法，几个办法用分号隔开；不提请的留空",
            aliases=("方案", "建议方案"),
        ),
    ),
    rules=(
        Rule(
            check="reported_on >= decided_on",
            column="reported_on",
            message="填报日期早于议定这件事的会议。",
            remedy="请核对填报日期与议定日期。",
        ),
        Rule(
            check="status <> '已办结' OR progress_pct = 100",
            column="progress_pct",
            message="已办结的事项，进度应是 100%。",
        ),
        Rule(
            check="status <> '未启动' OR progress_pct = 0",
            column="progress_pct",
            message="未启动的事项，进度应是 0%。",
        ),
        Rule(
            check="status <> '受阻' OR note IS NOT NULL",
            column="note",
            message="受阻的事项没有写明原因。",
            remedy="请在“说明”中写明受阻原因和需要协调的单位。",
        ),
    ),
)
