"""项目与帮办: a milestone of a project, promised, planned and done."""

from etl.columns import amount, choice, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

KINDS = ("全流程帮办", "征迁", "招商改造", "扩建", "共建")

DATASET = Dataset(
    name="projects",
    label="项目与帮办",
    row_is="一个项目的一个节点",
    purpose="项目进度、审批提速、征收面积",
    source="镇经济发展办公室、项目专班按节点登记",
    key=("project_id", "sequence"),
    example={"acquired_mu": ""},
    columns=(
        Column(name="project_id", label="项目编号", kind=Kind.CODE, definition="镇内自编，一个项目始终用一个编号"),
        Column(name="title", label="项目名称", kind=Kind.TEXT, definition="通用名称，各节点填同一名称"),
        choice(
            "kind",
            "项目类别",
            KINDS,
            "审批帮办、土地房屋征迁、招商与改造、园区扩建，或多方共建（停车改善、实训基地、基础设施）",
        ),
        place("area_code", "所在区域", UNITS, "项目所在的村、园区或厂区"),
        Column(
            name="sequence",
            label="节点序号",
            kind=Kind.INTEGER,
            minimum=1,
            definition="节点在项目中的先后，从 1 起",
            aliases=("序号",),
        ),
        Column(name="milestone", label="节点", kind=Kind.TEXT, definition="这个节点要完成的事", aliases=("节点名称",)),
        Column(
            name="promised_days",
            label="承诺时限",
            unit="天",
            kind=Kind.INTEGER,
            minimum=1,
            is_required=False,
            definition="审批事项对外承诺的办理天数（自然日），不是审批事项的不填",
            aliases=("承诺天数",),
        ),
        Column(
            name="started_on",
            label="开始日期",
            kind=Kind.DATE,
            is_past=True,
            is_required=False,
            definition="受理或开始的日期",
            aliases=("受理日期",),
        ),
        Column(
            name="planned_on", label="计划完成日期", kind=Kind.DATE, definition="排定的完成日期", aliases=("计划完成",)
        ),
        Column(
            name="done_on",
            label="实际完成日期",
            kind=Kind.DATE,
            is_past=True,
            is_required=False,
            definition="实际完成的日期，未完成的不填",
            aliases=("完成日期", "实际完成"),
        ),
        amount("acquired_mu", "征收面积", "亩", "征迁节点完成的征收面积"),
    ),
    rules=(
        Rule(
            check="planned_on >= started_on",
            column="planned_on",
            message="计划完成日期早于开始日期。",
        ),
        Rule(
            check="done_on >= started_on",
            column="done_on",
            message="实际完成日期早于开始日期。",
        ),
        Rule(
            check="promised_days IS NULL OR done_on IS NULL OR started_on IS NOT NULL",
            column="started_on",
            message="有承诺时限的节点已经完成，却没有填开始日期。",
            remedy="实际用时从受理那天算起，请补填开始日期。",
        ),
        Rule(
            check="kind = '征迁' OR acquired_mu IS NULL",
            column="acquired_mu",
            message="不是征迁项目却填了征收面积。",
            remedy="请清空此格，或把项目类别改为“征迁”。",
        ),
    ),
)
