"""挂钩联系: which post is linked with which party organization; a blank cell is 未明确, never guessed."""

from etl.columns import choice, count
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="party_liaison",
    label="挂钩联系",
    row_is="一个党组织",
    purpose="挂钩覆盖率",
    source="宝委综〔2024〕27号附件2，只留职务",
    key=("organization_id",),
    columns=(
        Column(name="organization_id", label="序号", kind=Kind.CODE, definition="附件中的序号"),
        Column(name="organization_name", label="党组织名称", kind=Kind.TEXT, definition="党组织全称"),
        choice("kind", "类别", ("企业", "联合支部", "园区支部", "社会组织"), "由名称归类"),
        Column(
            name="area_code",
            label="区域",
            kind=Kind.CODE,
            references="areas.area_code",
            definition="隶属区域",
            aliases=("区域代码",),
        ),
        Column(name="address", label="单位地址", kind=Kind.TEXT, definition="党组织所在单位的地址"),
        choice(
            "liaison_status",
            "挂钩情况",
            ("已明确", "未明确"),
            "附件该行填有挂钩领导的为已明确；两格均空、无法区分合并与空白的为未明确",
        ),
        Column(
            name="leader_post",
            label="挂钩领导职务",
            kind=Kind.TEXT,
            is_required=False,
            definition="只写职务；填有而职务不可推的留空",
        ),
        count("visits_quarter", "本季走访次数", "次", "挂钩领导本季到访次数", is_required=False),
        Column(name="note", label="备注", kind=Kind.TEXT, is_required=False, definition="需要说明的情况"),
    ),
    rules=(
        Rule(
            check="liaison_status = '已明确' OR leader_post IS NULL",
            column="leader_post",
            message="挂钩情况为“未明确”，不应填写职务。",
        ),
    ),
)
