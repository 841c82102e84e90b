"""网格力量: leaders, staff and load of a grid in a quarter."""

from etl.columns import count, place, quarter
from etl.schema import Dataset, Rule

DATASET = Dataset(
    name="grid_staffing",
    label="网格力量",
    row_is="一个网格的一个季度",
    purpose="网格覆盖率、每格网格员、网格负荷",
    source="镇网格办季度台账，只报人数",
    key=("grid_code", "quarter"),
    example={"grid_leaders": "1"},
    columns=(
        place("grid_code", "网格", ("网格",), "网格代码或名称", ("网格代码", "网格名称")),
        quarter("季末数"),
        count("grid_leaders", "在岗网格长", "名", "季末在岗的网格长人数，缺位填 0"),
        count("staff_full_time", "专职网格员", "名", "季末在岗的专职网格员人数"),
        count("staff_part_time", "兼职网格员", "名", "季末在岗的兼职网格员人数"),
        count("households", "户数", "户", "网格内实有住户", is_required=False),
        count("resident_persons", "常住人口", "人", "网格内常住人口", is_required=False),
        count("enterprises", "企业数", "家", "网格内在营企业", is_required=False),
    ),
    rules=(
        Rule(check="grid_leaders <= 1", column="grid_leaders", message="一个网格只设一名网格长。"),
        Rule(
            check="resident_persons >= households",
            column="resident_persons",
            message="常住人口少于户数，平均每户不足 1 人。",
        ),
    ),
)
