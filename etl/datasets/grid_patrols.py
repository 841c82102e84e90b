"""巡查走访: patrols of a grid in a month, and the different households, enterprises and persons in care visited."""

from etl.columns import count, month, place
from etl.schema import Dataset, Rule

DATASET = Dataset(
    name="grid_patrols",
    label="巡查走访",
    row_is="一个网格的一个月",
    purpose="万名网格长贴心送服务、网格通巡查、重点人群关爱；巡查覆盖率、入户覆盖率",
    source="网格通月报，不含走访对象",
    key=("grid_code", "month"),
    columns=(
        place("grid_code", "网格", ("网格",), "网格代码或名称", ("网格代码", "网格名称")),
        month("巡查走访的月份", ("年月",)),
        count("patrols", "巡查次数", "次", "当月在网格通登记的巡查，没有填 0", ("巡查",)),
        count("households", "住户", "户", "月末网格内实有住户", ("户数",), is_required=False),
        count(
            "households_visited",
            "入户户数",
            "户",
            "当月走访到的住户，同一户去几次都计一户",
            ("走访户数",),
            is_required=False,
        ),
        count("enterprise_calls", "走访企业", "家次", "当月走访企业的家次", is_required=False),
        count(
            "care_visits",
            "关爱走访",
            "人次",
            "当月上门看望孤寡老人、重症病人、残障人士等重点人群的人次",
            ("重点人群走访",),
            is_required=False,
        ),
    ),
    rules=(
        Rule(
            check="households_visited IS NULL OR households IS NOT NULL",
            column="households",
            message="填了入户户数，没有填住户。",
            remedy="请补填月末网格内实有住户。",
            unknown="入户覆盖率",
        ),
        Rule(
            check="households_visited <= households",
            column="households_visited",
            message="入户户数多于网格内的住户。",
            remedy="同一户一个月只计一户，不按入户次数填；请核对。",
        ),
        Rule(
            check="patrols > 0 OR (households_visited = 0 AND enterprise_calls = 0 AND care_visits = 0)",
            column="patrols",
            message="有走访却没有巡查。",
            remedy="入格走访也是一次巡查；请补填巡查次数。",
        ),
    ),
)
