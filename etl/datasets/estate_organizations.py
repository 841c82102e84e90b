"""四级组织体系: 村党支部—小区党支部—楼栋党小组—党员中心户 of a housing estate as of a day, as counts."""

from etl.columns import count, day, place
from etl.schema import Column, Dataset, Kind, Rule

DATASET = Dataset(
    name="estate_organizations",
    label="四级组织体系",
    row_is="一个小区的一次年度统计",
    purpose="“村党支部—小区党支部—楼栋党小组—党员中心户”四级穿透式组织体系",
    source="村（社区）党组织年度统计，只报个数",
    key=("area_code", "estate", "as_of_on"),
    columns=(
        place("area_code", "区域", ("社区",), "小区所在的村（社区）", ("区域代码", "所在村（社区）")),
        Column(name="estate", label="小区", kind=Kind.TEXT, definition="小区名称", aliases=("小区名称",)),
        day("as_of_on", "统计日期", "这些数字对应的日期，一般为年末", is_required=True),
        count("buildings", "楼栋", "栋", "住宅楼栋数"),
        count("households", "户数", "户", "入住户数", is_required=False),
        count("village_branches", "村党支部", "个", "联系该小区的村党支部个数"),
        count(
            "estate_branches",
            "小区党支部",
            "个",
            "小区党支部个数",
        ),
        count("building_groups", "楼栋党小组", "个", "楼栋党小组个数，一栋至多计一个"),
        count("member_households", "党员中心户", "户", "党员中心户户数"),
    ),
    rules=(
        Rule(
            check="building_groups <= buildings",
            column="building_groups",
            message="楼栋党小组多于楼栋。",
            remedy="一栋楼至多计一个党小组，几栋合建的计在一栋。",
        ),
        Rule(check="member_households <= households", column="member_households", message="党员中心户多于户数。"),
        Rule(
            check="estate_branches > 0 OR building_groups = 0",
            column="building_groups",
            message="没有小区党支部却有楼栋党小组。",
            remedy="请核对小区党支部是否漏填。",
        ),
    ),
)
