"""企业变更: what stood in the register of enterprises before a day, so that earlier periods keep what held then."""

from etl.columns import amount, choice
from etl.datasets.enterprises import DISCLOSURES, ENTERPRISE, INDUSTRIES
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="enterprise_changes",
    label="企业变更",
    row_is="一家企业属性的一次变更",
    purpose="规上、行业、用地、公开属性按当时的计，不随名录改写历史",
    source="园区企业台账的变更记录，规上以统计名录库的入库、退库为准",
    key=("enterprise_code", "changed_on"),
    columns=(
        ENTERPRISE,
        Column(
            name="changed_on",
            label="变更日期",
            kind=Kind.DATE,
            is_past=True,
            definition="新的属性自这一天起算；新的属性填在企业名录，本表只填变更前的，没有变的留空",
            aliases=("自何日起", "生效日期"),
        ),
        Column(
            name="is_formerly_above_scale",
            label="变更前是否规上",
            kind=Kind.BOOLEAN,
            is_required=False,
            definition="这一天之前是否列入统计名录库；新升规的填否",
        ),
        choice("former_industry", "变更前行业", INDUSTRIES, "这一天之前的行业", is_required=False),
        amount("former_land_mu", "变更前用地面积", "亩", "这一天之前实际占用的土地面积"),
        Column(
            name="is_formerly_land_same_scope",
            label="变更前用地与产值同口径",
            kind=Kind.BOOLEAN,
            is_required=False,
            definition="这一天之前用地与产值是否同指一个厂区",
        ),
        choice(
            "former_disclosure",
            "变更前公开属性",
            DISCLOSURES,
            "这一天之前的公开属性；新近同意公开的填内部",
            is_required=False,
        ),
    ),
    rules=(
        Rule(
            check="coalesce(is_formerly_above_scale, is_formerly_land_same_scope) IS NOT NULL"
            " OR coalesce(former_industry, former_disclosure) IS NOT NULL OR former_land_mu IS NOT NULL",
            column="changed_on",
            message="没有填写变更前的属性，不知道变了什么。",
            remedy="请至少填写一项变更前的属性；没有变更的，删去这一行。",
        ),
    ),
)
