"""议定事项: what a meeting decided, who answers for it, until when, and the date that was first promised."""

from etl.columns import choice, count, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

TASKS = ("组织联建", "人才联育", "发展联手", "活动联办", "治理联动")
HELP_MODES = ("项目认领", "项目扶持", "项目攻坚")


DATASET = Dataset(
    name="decisions",
    label="议定事项",
    row_is="一项议定事项",
    purpose="项目化运作、五大任务、项目认领扶持攻坚；办结率、按期率",
    source="片区联席会议督办台账，责任只写单位或职务",
    key=("decision_id",),
    columns=(
        Column(name="decision_id", label="事项编号", kind=Kind.CODE, definition="督办台账编号"),
        Column(
            name="meeting_id",
            label="会议编号",
            kind=Kind.CODE,
            references="meetings.meeting_id",
            definition="在哪次会议上议定",
        ),
        Column(name="title", label="事项", kind=Kind.TEXT, definition="议定事项，一句话", aliases=("议定事项",)),
        choice("task", "任务", TASKS, "五大任务之一", ("五大任务",)),
        place("area_code", "涉及区域", ("片区", *UNITS), "事项所在的片区、园区、村或厂区", ("区域代码", "区域")),
        Column(
            name="item_id",
            label="来源清单编号",
            kind=Kind.CODE,
            references="list_items.item_id",
            is_required=False,
            definition="由三张清单中哪一项提起；不由清单提起的留空",
        ),
        Column(
            name="responsible_unit",
            label="责任单位",
            kind=Kind.TEXT,
            is_unit=True,
            definition="牵头单位或职务，不写姓名",
        ),
        day("decided_on", "议定日期", "会议召开的日期", is_required=True),
        day("due_on", "现定期限", "现在要求办结的日期", is_required=True, is_past=False),
        day("original_due_on", "原定期限", "第一次议定的办结日期；没有调整过的可以留空", is_past=False),
        count("plan_changes", "调整次数", "次", "办结期限调整过几次，没有调整填 0"),
        day("closed_on", "销号日期", "经会议确认办结、销号的日期，未销号留空"),
        choice("help_mode", "帮办形式", HELP_MODES, "项目认领、项目扶持、项目攻坚；不采用的留空", is_required=False),
        Column(name="note", label="备注", kind=Kind.TEXT, is_required=False, definition="需要说明的情况"),
    ),
    rules=(
        Rule(check="due_on >= decided_on", column="due_on", message="现定期限早于议定日期。"),
        Rule(check="original_due_on >= decided_on", column="original_due_on", message="原定期限早于议定日期。"),
        Rule(check="closed_on >= decided_on", column="closed_on", message="销号日期早于议定日期。"),
        Rule(
            check="plan_changes = 0 OR original_due_on IS NOT NULL",
            column="original_due_on",
            message="期限调整过，却没有填写原定期限。",
            remedy="请补填第一次议定的期限，按期与否以它为准。",
        ),
        Rule(
            check="plan_changes > 0 OR original_due_on = due_on",
            column="plan_changes",
            message="现定期限与原定期限不同，调整次数却是 0。",
            remedy="请填写期限调整的次数。",
        ),
    ),
)
