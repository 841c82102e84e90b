"""三张清单: an entry of the lists of resources, needs and services, from being raised to being met."""

from etl.columns import choice, day, place
from etl.schema import UNITS, Column, Dataset, Kind, Rule

LISTS = ("资源", "需求", "服务")
GROUPS = ("企业", "员工", "村民", "新就业群体")
TOPICS = (
    "用工招聘",
    "人才培养",
    "设施环境",
    "子女托育",
    "医疗健康",
    "技能学历",
    "就业创业",
    "养老服务",
    "资产盘活",
    "歇脚补给",
    "安全保障",
    "法律调解",
    "停车出行",
    "审批政策",
)
RAISED_BY = ("入企走访", "网格员", "微心愿", "联席会议", "摸底", "工作方案")
NEED_STATES = ("待对接", "办理中", "已办结")
OFFER_STATES = ("可提供", "已停用")
HELP_MODES = ("项目认领", "项目扶持", "项目攻坚")


def _text(name: str, label: str, definition: str, *, is_unit: bool = False) -> Column:
    return Column(name=name, label=label, kind=Kind.TEXT, definition=definition, is_required=False, is_unit=is_unit)


DATASET = Dataset(
    name="list_items",
    label="三张清单",
    row_is="清单上的一项资源、需求或服务",
    purpose="三张清单、四类需求、项目认领扶持攻坚；需求满足率、清单办结率",
    source="片区清单台账，只写单位与事项，不写个人；工作方案所列的需求与措施照录原文",
    key=("item_id",),
    example={"status": "可提供", "matched_item_id": "", "matched_on": "", "closed_on": ""},
    columns=(
        Column(name="item_id", label="清单编号", kind=Kind.CODE, definition="片区台账编号", aliases=("事项编号",)),
        choice("list_kind", "清单", LISTS, "资源、需求还是服务"),
        place(
            "area_code",
            "所在区域",
            ("片区", *UNITS),
            "需求提出或资源、服务所在的片区、园区、村或厂区",
            ("区域代码", "区域"),
        ),
        choice(
            "served_group", "对象", GROUPS, "谁的需求，或为谁提供；方案中的“其他人员”为新就业群体", ("群体", "服务对象")
        ),
        choice("topic", "事项类别", TOPICS, "需求、资源、服务同一套类别"),
        Column(name="title", label="内容", kind=Kind.TEXT, definition="一句话说明，不写个人", aliases=("事项内容",)),
        day("raised_on", "提出日期", "列入清单的日期", is_required=True),
        choice("raised_by_kind", "来源", RAISED_BY, "由何种渠道提出", ("提出渠道",)),
        Column(
            name="matched_item_id",
            label="对接清单编号",
            kind=Kind.CODE,
            references="list_items.item_id",
            is_required=False,
            definition="需求由哪一项资源或服务来办，填其清单编号；未对接的留空",
        ),
        day("matched_on", "对接日期", "与资源或服务对接的日期"),
        _text("responsible_unit", "责任单位", "单位或职务，不写姓名", is_unit=True),
        day("due_on", "应办结日期", "承诺办结的日期", is_past=False),
        choice(
            "status",
            "状态",
            (*NEED_STATES, *OFFER_STATES),
            "需求填待对接、办理中、已办结；资源、服务填可提供、已停用；未上报的留空",
            is_required=False,
        ),
        day("closed_on", "办结日期", "需求办结的日期，未办结留空"),
        choice("help_mode", "帮办形式", HELP_MODES, "项目认领、项目扶持、项目攻坚；不采用的留空", is_required=False),
        _text("quote", "原文", "公开文件中的原文，一字不改；台账自报的留空"),
        Column(
            name="document_id",
            label="文件",
            kind=Kind.CODE,
            references="documents.document_id",
            is_required=False,
            definition="出自哪份公开文件",
        ),
        _text("paragraph", "段落", "存档原文（文本）中的行号，L33 为第 33 行"),
        _text("note", "备注", "需要说明的情况"),
    ),
    rules=(
        Rule(
            check="list_kind <> '需求' OR status IN ('待对接', '办理中', '已办结')",
            column="status",
            message="需求的状态应是待对接、办理中或已办结。",
        ),
        Rule(
            check="list_kind = '需求' OR status IN ('可提供', '已停用')",
            column="status",
            message="资源、服务的状态应是可提供或已停用。",
        ),
        Rule(
            check="list_kind = '需求' OR matched_item_id IS NULL",
            column="matched_item_id",
            message="只有需求填写对接清单编号。",
            remedy="请在需求那一行填写它对接的资源或服务，这一格留空。",
        ),
        Rule(check="matched_item_id <> item_id", column="matched_item_id", message="一项需求不能与它自己对接。"),
        Rule(check="matched_on >= raised_on", column="matched_on", message="对接日期早于提出日期。"),
        Rule(check="due_on >= raised_on", column="due_on", message="应办结日期早于提出日期。"),
        Rule(check="closed_on >= raised_on", column="closed_on", message="办结日期早于提出日期。"),
        Rule(
            check="(status = '已办结') = (closed_on IS NOT NULL)",
            column="closed_on",
            message="状态与办结日期不一致。",
            remedy="已办结的请填写办结日期，未办结的请留空。",
        ),
        Rule(
            check="status <> '待对接' OR matched_item_id IS NULL",
            column="status",
            message="已填对接清单编号，状态不应是待对接。",
            remedy="请把状态改为办理中或已办结。",
        ),
    ),
)
