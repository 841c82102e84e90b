"""党组织统计: party organizations and members of an area by kind in a quarter, as counts only."""

from etl.columns import choice, count, place, quarter
from etl.schema import UNITS, Dataset, Rule

KINDS = ("非公企业", "社会组织", "村社区", "流动", "机关")


DATASET = Dataset(
    name="party_organizations",
    label="党组织统计",
    row_is="一个区域一类党组织的一个季度",
    purpose="组织覆盖；41 = 16 + 3 + 22",
    source="镇党建办季度统计，只报人数",
    key=("area_code", "kind", "quarter"),
    columns=(
        place("area_code", "区域", UNITS, "党组织隶属的园区、厂区或村（社区）", ("区域代码",)),
        choice("kind", "类别", KINDS, "党组织类别"),
        quarter("季末数"),
        count("organizations", "党组织数", "个", "党支部（含联合支部、流动党组织）个数"),
        count("members", "党员数", "名", "季末党员人数", is_required=False),
        count("women", "女党员数", "名", "其中女性", is_required=False),
        count("under_35", "35岁及以下党员数", "名", "其中 35岁及以下", is_required=False),
        count("college_or_above", "大专及以上党员数", "名", "其中大专及以上学历", is_required=False),
    ),
    rules=(
        Rule(check="women <= members", column="women", message="女党员数大于党员数。"),
        Rule(check="under_35 <= members", column="under_35", message="35岁及以下党员数大于党员数。"),
        Rule(check="college_or_above <= members", column="college_or_above", message="大专及以上党员数大于党员数。"),
        Rule(
            check="organizations > 0 OR coalesce(members, 0) = 0",
            column="members",
            message="没有党组织却有党员。",
        ),
    ),
)
