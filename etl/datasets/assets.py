"""资产盘活: the state of an asset in a quarter, what it earns and costs, and what of it goes to the village."""

from etl.columns import amount, choice, count, place, quarter
from etl.problems import Level
from etl.schema import UNITS, Column, Dataset, Kind, Rule

KINDS = ("商场", "地下车库", "闲置土地", "厂房")
STATES = ("闲置", "回购", "改造", "运营")


DATASET = Dataset(
    name="assets",
    label="资产盘活",
    row_is="一处资产的一个季度",
    purpose="闲置资产盘活、经营收益与村集体增收",
    source="镇乡村振兴服务中心会同村集体、国企季度登记",
    key=("asset_id", "quarter"),
    example={
        "kind": "地下车库",
        "state": "运营",
        "income_cny_10k": "12.5",
        "cost_cny_10k": "2.5",
        "share_pct": "60",
        "collective_income_cny_10k": "6",
    },
    columns=(
        Column(name="asset_id", label="资产编号", kind=Kind.CODE, definition="镇内自编，一处资产始终用一个编号"),
        quarter("金额为当季发生数，状态为季末状况"),
        Column(name="title", label="资产名称", kind=Kind.TEXT, definition="通用名称", aliases=("名称",)),
        choice("kind", "资产类别", KINDS, "资产的类别"),
        place("area_code", "所在区域", UNITS, "资产所在的村、园区或厂区"),
        choice(
            "state",
            "季末状态",
            STATES,
            "闲置（含低效使用）、回购（权益回购中）、改造（改造招商中）、运营（已投入运营）",
            ("状态",),
        ),
        amount(
            "area_m2",
            "建筑或用地面积",
            "平方米",
            "房屋为建筑面积，土地为用地面积；填了面积的资产才计入盘活率",
            ("面积",),
        ),
        count("spaces", "车位", "个", "地下车库的停车位数", ("车位数",), is_required=False),
        count("households_entitled", "权益户数", "户", "持有权益份额的户数", is_required=False),
        Column(
            name="in_use_since",
            label="投用时间",
            kind=Kind.EDTF,
            is_required=False,
            definition="建成投用的年份或年月",
        ),
        Column(
            name="unsettled_since",
            label="权责未清起始时间",
            kind=Kind.EDTF,
            is_required=False,
            definition="产权、权益分配等历史遗留问题开始的年份或年月，没有的不填",
        ),
        amount("income_cny_10k", "经营收入", "万元", "当季租金、停车费等经营收入"),
        amount("cost_cny_10k", "运营成本", "万元", "当季运营成本，含先行出资改造投入的分摊"),
        Column(
            name="share_pct",
            label="村集体分成比例",
            unit="%",
            kind=Kind.DECIMAL,
            minimum=0,
            maximum=100,
            is_required=False,
            definition="收入扣除成本后归村集体的比例；资产归村集体所有的为 100",
        ),
        amount("collective_income_cny_10k", "村集体所得", "万元", "当季收入扣除成本后按比例归村集体的数额"),
    ),
    rules=(
        Rule(
            check="income_cny_10k <= 50000",
            column="income_cny_10k",
            message="一处资产一个季度的经营收入超过 5 亿元，单位可能不对。",
            remedy="请按万元填写；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check="state <> '闲置' OR coalesce(income_cny_10k, 0) = 0",
            column="income_cny_10k",
            message="闲置的资产却有经营收入。",
            remedy="已有收入的请把季末状态改为“改造”或“运营”，没有收入的请清空此格。",
        ),
        Rule(
            # Not greatest(): it would take an empty cost for a profit of nothing, of which another rule speaks.
            check="collective_income_cny_10k <= (CASE WHEN income_cny_10k < cost_cny_10k THEN 0"
            " ELSE income_cny_10k - cost_cny_10k END) * share_pct / 100 + 0.01",
            column="collective_income_cny_10k",
            message="村集体所得超过收入扣除成本后按分成比例应得的数。",
            remedy="请按（经营收入－运营成本）×分成比例核对；亏损的季度填 0。",
        ),
        Rule(
            check="coalesce(collective_income_cny_10k, 0) = 0 OR cost_cny_10k IS NOT NULL",
            column="cost_cny_10k",
            message="填了村集体所得，却没有填运营成本。",
            remedy="分成在扣除成本之后，请补填运营成本，没有成本的填 0。",
        ),
        Rule(
            check="coalesce(collective_income_cny_10k, 0) = 0 OR share_pct IS NOT NULL",
            column="share_pct",
            message="填了村集体所得，却没有填分成比例。",
            remedy="请补填分成比例，资产归村集体所有的填 100。",
        ),
        Rule(
            check="kind = '地下车库' OR spaces IS NULL",
            column="spaces",
            message="只有地下车库填写车位。",
            remedy="请清空此格，或把资产类别改为“地下车库”。",
        ),
        Rule(
            check="in_use_since LIKE 'XXXX%' OR left(in_use_since, 4) <= left(quarter, 4)",
            column="in_use_since",
            message="投用时间晚于填报的季度。",
        ),
    ),
)
