"""两个覆盖: how many operating enterprises of an area a party organization covers in a quarter, and in which form."""

from etl.columns import count, place, quarter
from etl.schema import Dataset, Rule

DATASET = Dataset(
    name="party_coverage",
    label="两个覆盖",
    row_is="一个区域的一个季度",
    purpose="“两企三新”党的组织覆盖与工作覆盖；单独组建、区域组团、产业串联",
    source="镇党建办季度摸排，一家企业只计一次",
    key=("area_code", "quarter"),
    example={"enterprises_operating": "60"},
    columns=(
        place("area_code", "区域", ("社区", "园区"), "园区（含园内厂区）或村（社区）", ("区域代码",)),
        quarter("季末数"),
        count("enterprises_operating", "运营企业", "家", "季末在区域内运营的企业"),
        count("covered_single", "单独组建覆盖", "家", "单独建有党组织的企业"),
        count("covered_joint", "联合组建覆盖", "家", "未单独组建、由区域组团或产业串联的联合党组织覆盖的企业"),
        count(
            "covered_by_industry",
            "其中产业串联",
            "家",
            "联合组建覆盖中按产业链串联组建的，其余为区域组团",
            is_required=False,
        ),
        count(
            "covered_by_work_only",
            "仅工作覆盖",
            "家",
            "没有党组织覆盖，由党建指导员、群团组织或党群阵地覆盖的企业；已有组织覆盖的不再计入",
        ),
        count("instructors", "党建指导员", "名", "季末选派在岗的党建指导员", is_required=False),
    ),
    rules=(
        Rule(
            check="covered_single + covered_joint + covered_by_work_only <= enterprises_operating",
            column="covered_by_work_only",
            message="各类覆盖的企业合计大于运营企业。",
            remedy="一家企业只计一次：有组织覆盖的不再计入仅工作覆盖。",
        ),
        Rule(
            check="covered_by_industry <= covered_joint",
            column="covered_by_industry",
            message="产业串联覆盖的企业大于联合组建覆盖的企业。",
        ),
    ),
)
