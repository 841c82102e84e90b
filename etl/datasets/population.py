"""人口与户: households and persons of a village as of a day."""

from etl.columns import count, day, place
from etl.problems import Level
from etl.schema import Dataset, Rule

DATASET = Dataset(
    name="population",
    label="人口与户",
    row_is="一个村（社区）在一个时点",
    purpose="人口倒挂、网格负荷",
    source="村（社区）台账，公安户籍与流动人口汇总数",
    key=("area_code", "as_of_on"),
    columns=(
        place("area_code", "村（社区）", ("社区",), "村（社区）代码或名称", ("村社区", "区域代码")),
        day("as_of_on", "统计时点", "数字所指的日期", is_required=True),
        count("households", "住户数", "户", "住户，以实有住户计；台账只有户籍户的照填，户均人口不计"),
        count("registered_persons", "户籍人口", "人", "户口登记在本村（社区）的人数"),
        count("resident_persons", "常住人口", "人", "实际居住半年以上的人数"),
        count("village_groups", "村民小组数", "个", "村民小组个数", is_required=False),
        count("representatives", "村民代表数", "人", "村民代表人数", is_required=False),
        count("estates", "住宅小区数", "个", "辖区内住宅小区个数", is_required=False),
    ),
    rules=(
        Rule(
            check="resident_persons >= households",
            column="resident_persons",
            message="常住人口少于住户数，平均每户不足 1 人。",
        ),
        Rule(
            check="households = 0 OR resident_persons / households <= 20",
            column="resident_persons",
            message="平均每户常住人口超过 20 人，户数或人口可能填错。",
            remedy="请核对户数和常住人口；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
        Rule(
            check="households = 0 OR registered_persons / households <= 20",
            column="registered_persons",
            message="平均每户户籍人口超过 20 人，户数或人口可能填错。",
            remedy="请核对户数和户籍人口；确实如此的，请确认。",
            level=Level.QUESTION,
        ),
    ),
)
